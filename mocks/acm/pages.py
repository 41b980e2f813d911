"""ACM's pages: the choice of digital key, the choice of identity, and the reasons.

*Bron*: labels of the choice of key from the screens of the kmo-portefeuille guide; "Aanmelden namens"
from the webinar ("Selecteer namens wie je wil aanmelden").
"""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, session
from werkzeug.wrappers import Response as AnyResponse

from mocks.acm.backend.fas import ask_proof, proven
from mocks.acm.backend.sessions import Authenticated, Sessions
from mocks.acm.backend.sign_in import Offer, SignIn, SignIns
from mocks.acm.domain.choice import Choice
from mocks.acm.domain.facts import names_person
from mocks.acm.domain.verdict import Identity, Verdict
from mocks.acm.routes.flow import browser_of, decider, next_step
from mocks.core import oauth_answers
from mocks.core.errors import BadRequest, Refusal
from mocks.core.identifiers import EnterpriseNumber
from mocks.core.relying_party import SignInRefused
from mocks.core.shell import current_visit

blueprint = Blueprint("pages", __name__, url_prefix="/op", template_folder="templates")


class UnknownChoice(BadRequest):
    """A choice that was not on offer."""

    code = "unknown-choice"


@blueprint.get("/aanmelden/<identifier>")
def keys(identifier: str) -> str:
    """Let the person choose a digital key that will do here, and say why the one in use does not."""
    sign_in = _sign_in(identifier)
    return _keys_page(sign_in)


@blueprint.post("/aanmelden/<identifier>")
def choose_key(identifier: str) -> AnyResponse:
    """Send the person to FAS with the chosen key."""
    sign_in = _sign_in(identifier)
    if request.form.get("cancel"):
        return _cancelled(sign_in)
    key = request.form.get("key", "")
    if key not in {one.key for one in sign_in.request.means(sign_in.eloket)}:
        raise UnknownChoice("Kies een van de digitale sleutels die op de pagina staan.")
    return redirect(ask_proof(current_visit(), session, identifier, key))


@blueprint.get("/v1/fas/callback")
def fas_callback() -> AnyResponse | str:
    """Take the answer of FAS: open a session or make it stronger, or show the choice of key again."""
    visit = current_visit()
    try:
        proof = proven(visit, session, request.args)
    except SignInRefused as refused:
        # The person may try another key; the e-loket hears of it only when he gives up.
        return _keys_page(_sign_in(str(refused.kept.get("sign_in", ""))), refused)
    sign_in = _sign_in(proof.sign_in)
    session["sso"] = Sessions(visit).open(proof, session.get("sso"))
    sign_ins = SignIns(visit, decider(visit))
    return next_step(visit, sign_ins.authenticated(sign_in, proof.key, session["sso"]))


@blueprint.get("/namens/<identifier>")
def identities(identifier: str) -> AnyResponse | str:
    """Let the person choose on whose behalf; or say why there is nothing to choose.

    "Staat uw organisatie er niet bij?" asks for a number or a name and shows the failed check.
    """
    sign_in = _sign_in(identifier)
    who = _who(sign_in)
    if who is None:
        return next_step(current_visit(), sign_in)
    asked = "".join(sign for sign in request.args.get("organisatie", "") if sign.isprintable()).strip()[:200]
    about, fault = _organisation(asked)
    sign_ins = SignIns(current_visit(), decider(current_visit()))
    offer = sign_ins.offer(sign_in, who, about)
    return _identities_page(sign_in, offer, asked=asked, about=about, fault=fault)


@blueprint.post("/namens/<identifier>")
def choose_identity(identifier: str) -> AnyResponse:
    """Give the e-loket a code for the chosen identity, and remember it for the next e-loket."""
    sign_in = _sign_in(identifier)
    if request.form.get("cancel"):
        return _cancelled(sign_in)
    who = _who(sign_in)
    if who is None:
        return next_step(current_visit(), sign_in)
    sign_ins = SignIns(current_visit(), decider(current_visit()))
    offer = sign_ins.offer(sign_in, who)
    chosen = next((one for one in offer.identities if _value(one) == request.form.get("identity")), None)
    if chosen is None:
        raise UnknownChoice("Kies een van de mogelijkheden die op de pagina staan.")
    sign_ins.finish(sign_in)
    Sessions(current_visit()).remember(session["sso"], Choice.of(chosen))
    answer = sign_ins.code(sign_in.request, who, offer.facts, chosen)
    return oauth_answers.answer(sign_in.request.redirect_uri, sign_in.request.mode, answer)


@blueprint.get("/afgemeld")
def signed_out() -> str:
    """Say that logging out is done."""
    return render_template("acm/signed_out.html")


def _sign_in(identifier: str) -> SignIn:
    visit = current_visit()
    return SignIns(visit, decider(visit)).resume(identifier, browser_of(session))


def _who(sign_in: SignIn) -> Authenticated | None:
    """Return who is signed in, when that is good enough for this request."""
    visit = current_visit()
    sign_ins = SignIns(visit, decider(visit))
    return sign_ins.who(sign_in, session.get("sso"))


def _cancelled(sign_in: SignIn) -> AnyResponse:
    visit = current_visit()
    sign_ins = SignIns(visit, decider(visit))
    who = Sessions(visit).find(session.get("sso"))
    verdicts: tuple[Verdict, ...] = ()
    if who is not None and not (offer := sign_ins.offer(sign_in, who)).identities:
        verdicts = offer.refused
    sign_ins.finish(sign_in)
    raise sign_ins.denied(sign_in.request, verdicts)


def _keys_page(sign_in: SignIn, refused: SignInRefused | None = None) -> str:
    tiles = [
        {"key": means.key, "title": means.label, "sentence": means.hint}
        for means in sign_in.request.means(sign_in.eloket)
    ]
    visit = current_visit()
    return render_template(
        "acm/keys.html",
        sign_in=sign_in,
        tiles=tiles,
        refused=refused,
        why=SignIns(visit, decider(visit)).why_prove(sign_in, session.get("sso")),
        keys_url=visit.url("csam", "/sleutels"),
    )


def _identities_page(
    sign_in: SignIn, offer: Offer, *, asked: str, about: str | None, fault: str | None
) -> AnyResponse | str:
    choices = [
        {
            "value": _value(one),
            "name": one.name,
            "detail": "Ondernemingsnummer" if one.code and not names_person(one.code) else "",
            "number": EnterpriseNumber(one.code).display if one.code and not names_person(one.code) else "",
            "role": one.capacity,
        }
        for one in offer.identities
    ]
    reasons = offer.decision.about(about) if about else ()
    if not choices and not asked:
        reasons = offer.refused
    return render_template(
        "acm/identities.html",
        sign_in=sign_in,
        choices=choices,
        person=offer.facts.person,
        asked=asked,
        fault=fault,
        reasons=reasons,
        titles=_WAYS,
    )


_WAYS = {
    "person": "Uzelf",
    "legal_representative": "Wettelijk vertegenwoordiger volgens KBO",
    "work_relation": "Werkrelatie met een recht",
    "mandate": "Mandaat",
    "administrator": "Beheerder",
}


def _value(identity: Identity) -> str:
    return "/".join(filter(None, (identity.key, identity.route, identity.holder_code)))


def _organisation(asked: str) -> tuple[str | None, str | None]:
    """Return the number of the organisation that was asked about, and what is wrong with it."""
    if not asked:
        return None, None
    if any(sign.isalpha() for sign in asked):
        found = decider(current_visit()).peers.search(asked)
        if len(found) == 1:
            return found[0][0], None
        if not found:
            return None, f"KBO kent geen organisatie met de naam ‘{asked}’. Probeer het ondernemingsnummer."
        names = "; ".join(f"{name} ({EnterpriseNumber(number).display})" for number, name in found[:5])
        return None, f"Er zijn meerdere organisaties met die naam: {names}. Geef het ondernemingsnummer."
    try:
        return EnterpriseNumber(asked), None
    except Refusal as refusal:
        return None, refusal.sentence
