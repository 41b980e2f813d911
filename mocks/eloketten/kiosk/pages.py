"""KIOSK's pages: the start, signing in and out, the dossiers of the applicant.

*Bron*: the labels are those of the webinar; the addresses below the start page are ours.
"""

from __future__ import annotations

import re

from flask import Blueprint, current_app, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response

from mocks.core.api import page_bounds
from mocks.core.errors import Refusal
from mocks.core.relying_party import SignInRefused, UnknownSignIn
from mocks.core.shell import current_visit, problem, wants_page
from mocks.core.tokens import TokenRefused
from mocks.eloketten.kiosk.backend import Dependants, Dossiers, Kiosk
from mocks.eloketten.kiosk.domain.calendar import season_on
from mocks.eloketten.kiosk.errors import (
    NotAdmitted,
    NotSignedIn,
    SessionBusy,
    SessionEnded,
    UnknownDependant,
    UnknownDossier,
)

Answer = Response | str | tuple[Response | str, int]

_SESSION = "kiosk"
_PASSED_ON = ("login_hint", "mock_persona", "mock_key", "mock_identity", "mock_route", "mock_holder")
"""What KIOSK hands on to ACM: targeted sign-in, and ours for sign-in without pages."""

_DOSSIERS_ON_A_PAGE = 20

_OWN_PATH = re.compile(r"/(?:aanvragers|dossiers(?:/[A-Za-z0-9-]{1,40})?)(?:\?[a-z0-9=&]{1,60})?")
"""Where one may be led after signing in: to KIOSK's own pages, never to an address that somebody made up."""

PEERS = "proefloket.kiosk.peers"
"""Where the application keeps the way to its peers."""

blueprint = Blueprint("pages", __name__, template_folder="templates")


@blueprint.app_context_processor
def frame() -> dict[str, object]:
    """Give every page the way home."""
    return {"home_url": url_for("pages.start")}


@blueprint.get("/")
def start() -> str:
    """Say what KIOSK is, and let people sign in."""
    visit = current_visit()
    return render_template(
        "kiosk/start.html",
        applicant=_kiosk().glance(session.get(_SESSION)),
        season=season_on(visit.clock.today),
    )


@blueprint.get("/aanmelden")
def sign_in() -> Response:
    """Send the browser to ACM; ``login_hint`` and ``mock_…`` go along, ``terug`` is where one was going."""
    parameters = {name: request.args[name] for name in _PASSED_ON if name in request.args}
    back = _own_path(request.args.get("terug"))
    return redirect(_kiosk().sign_in(session, parameters, back))


@blueprint.get("/aanmelden/callback")
def callback() -> Response:
    """Take ACM's answer, open a session and go on to the dossiers."""
    opened = _kiosk().finish(session, request.args.to_dict(), session.get(_SESSION))
    session[_SESSION] = opened.identifier
    return redirect(request.script_root + (opened.back or "/dossiers"))


@blueprint.get("/aanvragers")
def applicants() -> str:
    """Let one pick for which applicant one is here: whom ACM names, or who is handled under it.

    *Bron*: the groups of applicants (domain facts §5.2); the address and the words are ours.
    """
    kiosk = _kiosk()
    party = kiosk.party(session.get(_SESSION))
    return render_template(
        "kiosk/applicants.html",
        applicant=kiosk.glance(session.get(_SESSION)),
        party=party,
        dependants=Dependants(current_visit()).under(party),
    )


@blueprint.post("/aanvragers")
def pick_applicant() -> Response:
    """Go on for the applicant that was picked; without a code for whom ACM names."""
    _kiosk().pick(session.get(_SESSION), request.form.get("aanvrager") or None)
    return redirect(url_for("pages.dossiers"), code=303)


@blueprint.get("/dossiers")
def dossiers() -> str:
    """Show the dossiers of the applicant, a page at a time (``offset``, ``limit``)."""
    kiosk = _kiosk()
    applicant = kiosk.applicant(session.get(_SESSION))
    offset, limit = page_bounds(_DOSSIERS_ON_A_PAGE)
    found, total = Dossiers(current_visit()).page(applicant, offset, limit)
    return render_template(
        "kiosk/dossiers.html",
        applicant=applicant,
        others=() if applicant.under else Dependants(current_visit()).under(applicant),
        dossiers=found,
        total=total,
        offset=offset,
        limit=limit,
    )


@blueprint.get("/dossiers/<number>")
def dossier(number: str) -> str:
    """Show one dossier of the applicant."""
    kiosk = _kiosk()
    applicant = kiosk.applicant(session.get(_SESSION))
    return render_template(
        "kiosk/dossier.html", applicant=applicant, dossier=Dossiers(current_visit()).find(applicant, number)
    )


@blueprint.post("/wisselen")
def switch() -> Response:
    """Let go of this applicant and choose another one, without proving anew who one is.

    *Bron*: ACM's page on switching identity (domain facts §1.6).
    """
    kiosk = _kiosk()
    kiosk.leave(session.pop(_SESSION, None))
    return redirect(kiosk.way_to_switch, code=303)


@blueprint.post("/afmelden")
def sign_out() -> Response:
    """End the session here and single sign-on at ACM (*Bron*: domain facts §1.6)."""
    kiosk = _kiosk()
    kiosk.leave(session.pop(_SESSION, None))
    return redirect(kiosk.way_out, code=303)


@blueprint.get("/afgemeld")
def signed_out() -> str:
    """Say that one is signed out."""
    return render_template("kiosk/signed_out.html")


@blueprint.app_errorhandler(NotSignedIn)
def to_sign_in(refusal: NotSignedIn) -> Answer:
    """Let whoever is not signed in do that first, and come back."""
    del refusal
    return redirect(url_for("pages.sign_in", terug=_here()))


@blueprint.app_errorhandler(SignInRefused)
def refused_by_acm(refusal: SignInRefused) -> Answer:
    """Say why ACM refused; trying again leads where one was going, with a free choice of identity."""
    return _refused(refusal, url_for("pages.sign_in", terug=refusal.kept.get("back")), "Opnieuw aanmelden")


@blueprint.app_errorhandler(UnknownSignIn)
@blueprint.app_errorhandler(TokenRefused)
@blueprint.app_errorhandler(NotAdmitted)
@blueprint.app_errorhandler(SessionEnded)
@blueprint.app_errorhandler(SessionBusy)
def refused(refusal: Refusal) -> Answer:
    """Say why one is not, or no longer, signed in, and let one sign in again."""
    return _refused(refusal, url_for("pages.sign_in", terug=_here()), "Opnieuw aanmelden")


@blueprint.app_errorhandler(UnknownDossier)
def unknown_dossier(refusal: UnknownDossier) -> Answer:
    """Say that there is no such dossier, and lead back to the list."""
    return _refused(refusal, url_for("pages.dossiers"), "Naar het dossieroverzicht")


@blueprint.app_errorhandler(UnknownDependant)
def unknown_dependant(refusal: UnknownDependant) -> Answer:
    """Say that one does not act for this applicant, and lead back to the choice."""
    return _refused(refusal, url_for("pages.applicants"), "Naar de aanvragers")


def _kiosk() -> Kiosk:
    visit = current_visit()
    return Kiosk(visit, current_app.extensions[PEERS](visit))


def _refused(refusal: Refusal, on_url: str, on_text: str) -> Answer:
    if not wants_page():
        return problem(refusal.status, refusal.code, refusal.title, refusal.sentence)
    applicant = _kiosk().glance(session.get(_SESSION))
    page = render_template(
        "kiosk/refused.html", refusal=refusal, applicant=applicant, on_url=on_url, on_text=on_text
    )
    return page, refusal.status


def _here() -> str | None:
    """Return the page of this request as a path to come back to, when it is one."""
    return _own_path(request.full_path.rstrip("?"))


def _own_path(path: str | None) -> str | None:
    return path if path is not None and _OWN_PATH.fullmatch(path) else None
