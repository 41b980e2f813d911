"""The sign-in pages of FAS: choose a key, say who you are, prove it.  None of them needs JavaScript.

The real pages are at ``/fas/XUI/``; these are drawn anew, with the names of the keys to the letter.
"""

from __future__ import annotations

from typing import Any, NoReturn

from flask import Blueprint, g, redirect, render_template, request, session
from werkzeug.wrappers import Response as AnyResponse

from mocks.core.addresses import SYSTEMS
from mocks.core.oauth_answers import answer
from mocks.core.shell import current_visit
from mocks.csam_btb.backend import Fas, SignIn
from mocks.csam_btb.backend.sign_in import Step
from mocks.csam_btb.domain.fas import CLIENTS, Attempt
from mocks.csam_btb.domain.keys import TOKEN_GONE
from mocks.csam_btb.domain.kinds import KEY_KINDS, Kind
from mocks.csam_btb.domain.proofs import TEST_PASSWORD, TEST_PIN
from mocks.csam_btb.errors import KeyNotActive, StepRefused, WrongProof
from mocks.csam_btb.routes import ATTEMPTS, SID, peers_here

_KIND = "<any(eid, itsme, app, sms, token):kind>"
_LONGEST_SEARCH = 60

pages = Blueprint("sign_in", __name__, url_prefix="/fas/aanmelden/<attempt_id>")
sign_out = Blueprint("sign_out", __name__, url_prefix="/fas/afmelden")


@pages.get("")
def choose(attempt_id: str) -> AnyResponse | str:
    """Show the keys to choose from; the one that was chosen at the client needs no choice."""
    attempt = _attempt(attempt_id)
    if attempt.request.key is not None:
        return _to(attempt, attempt.request.key)
    return render_template("csam/choose.html", tiles=_tiles(attempt), **_frame(attempt))


@pages.post("")
def chosen(attempt_id: str) -> AnyResponse | str:
    """Go to the page of the chosen key."""
    attempt = _attempt(attempt_id)
    key = request.form.get("key", "")
    if key not in set(Kind):
        return _to(attempt)
    return _to(attempt, Kind(key))


@pages.get(f"/{_KIND}")
def step(attempt_id: str, kind: str) -> str:
    """Ask who it is, and then the proof."""
    attempt = _attempt(attempt_id)
    at = _desk().step(attempt, Kind(kind))
    return _person_page(attempt, Kind(kind)) if at is None else _proof_page(at)


@pages.post(f"/{_KIND}/persoon")
def name_holder(attempt_id: str, kind: str) -> AnyResponse:
    """Put a card in the reader, or take a phone: by number (``number``) or from the list (``person``)."""
    attempt = _attempt(attempt_id)
    if "forget" in request.form:
        _desk().forget_holder(attempt)
    else:
        text = request.form.get("number", "").strip() or request.form.get("person", "")
        _desk().name_holder(attempt, Kind(kind), text)
    return _to(attempt, Kind(kind))


@pages.post(f"/{_KIND}")
def prove(attempt_id: str, kind: str) -> AnyResponse | tuple[str, int]:
    """Prove it: ``pin``, ``decision`` (confirm or refuse), ``code``, or ``username`` and ``password`` too."""
    attempt = _attempt(attempt_id)
    at = _desk().step(attempt, Kind(kind))
    if at is None:
        return _to(attempt, Kind(kind))
    try:
        answered = _desk().prove(at, request.form)
    except WrongProof as refusal:
        return _proof_page(at, refusal), refusal.status
    session[ATTEMPTS] = [one for one in session[ATTEMPTS] if one != attempt_id]
    session[SID] = answered.sid
    return answer(answered.redirect_uri, "query", answered.parameters)


@pages.post("/annuleren")
def cancel(attempt_id: str) -> NoReturn:
    """Give up: the client hears ``access_denied``."""
    _desk().cancel(_attempt(attempt_id))


@pages.errorhandler(StepRefused)
def again(refusal: StepRefused) -> tuple[str, int]:
    """Ask again who it is, with what was wrong with the person or the key."""
    # The attempt as this request found it: meanwhile it may have lapsed, or ended in another tab.
    kind = Kind((request.view_args or {})["kind"])
    return _person_page(g.attempt, kind, refusal), refusal.status


@sign_out.get("")
def ask_sign_out() -> str:
    """Ask whether somebody wants to sign out of FAS: no client vouches for it."""
    return render_template("csam/sign_out.html", signed_in=SID in session, **_FAS)


@sign_out.post("")
def sign_out_now() -> str:
    """End the FAS session of this browser."""
    sid = session.pop(SID, None)
    if sid is not None:
        Fas(current_visit()).end_session(sid)
    return render_template("csam/signed_out.html", **_FAS)


_FAS = {"system": {"key": "csam-fas", "title": SYSTEMS["fas"].title}, "home_url": None}
"""What makes a page one of FAS; it has no front page of its own to go back to."""


def _desk() -> SignIn:
    return SignIn(current_visit(), peers_here())


def _attempt(attempt_id: str) -> Attempt:
    attempt = _desk().attempt(attempt_id, session.get(ATTEMPTS, []))
    g.attempt = attempt
    return attempt


def _to(attempt: Attempt, kind: Kind | None = None) -> AnyResponse:
    page = f"{request.script_root}/fas/aanmelden/{attempt.attempt_id}"
    return redirect(f"{page}/{kind}" if kind is not None else page, 303)


def _tiles(attempt: Attempt) -> list[dict[str, str | None]]:
    return [
        {
            "key": kind.value,
            "title": key.label,
            "sentence": key.sentence,
            "reason": None if attempt.request.offers(kind) else "De toepassing vraagt een sterkere sleutel.",
        }
        for kind, key in KEY_KINDS.items()
        if kind is not Kind.TOKEN or current_visit().clock.today < TOKEN_GONE
    ]


def _frame(attempt: Attempt, kind: Kind | None = None) -> dict[str, Any]:
    """Return what every sign-in page knows."""
    page = f"{request.script_root}/fas/aanmelden/{attempt.attempt_id}"
    return {
        **_FAS,
        "client": CLIENTS[attempt.request.client_id],
        "key": KEY_KINDS[kind] if kind is not None else None,
        "page": page,
        "step_page": f"{page}/{kind}",
        "other_keys": attempt.request.key is None,
        "by_code_url": current_visit().url("csam", "/activeren"),
    }


def _person_page(attempt: Attempt, kind: Kind, refusal: StepRefused | None = None) -> str:
    search = "".join(sign for sign in request.args.get("zoek", "") if sign.isprintable())[:_LONGEST_SEARCH]
    inactive = refusal if isinstance(refusal, KeyNotActive) else None
    return render_template(
        "csam/person.html",
        cards=peers_here().directory(search),
        search=search,
        typed=request.form.get("number", ""),
        error=refusal.sentence if refusal is not None and inactive is None else None,
        inactive=inactive,
        keys_url=current_visit().url("csam", "/sleutels"),
        **_frame(attempt, kind),
    )


def _proof_page(at: Step, refusal: StepRefused | None = None) -> str:
    return render_template(
        f"csam/proof_{at.challenge.kind}.html",
        holder=at.holder,
        digital_key=at.key,
        challenge=at.challenge,
        error=refusal.sentence if refusal is not None else None,
        test_pin=TEST_PIN,
        test_password=TEST_PASSWORD,
        **_frame(at.attempt, at.challenge.kind),
    )
