"""The pages of every e-loket: the start, signing in and out, and who is signed in.

The addresses and the words are ours.
"""

from __future__ import annotations

import json

from flask import Blueprint, current_app, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response

from mocks.core.errors import Refusal
from mocks.core.relying_party import SignInRefused, UnknownSignIn
from mocks.core.shell import current_visit, problem, wants_page
from mocks.core.tokens import TokenRefused
from mocks.eloketten.simple.backend import Eloket, Elokets
from mocks.eloketten.simple.domain import standing_of
from mocks.eloketten.simple.errors import NotSignedIn, UnreadableToken

Answer = Response | str | tuple[Response | str, int]

_PASSED_ON = (
    "acr_values",
    "login_hint",
    "max_age",
    "prompt",
    "mock_persona",
    "mock_key",
    "mock_identity",
    "mock_route",
    "mock_holder",
)
"""What goes along to ACM: other means, targeted sign-in, a new proof, and ours for sign-in without pages."""

PEERS = "proefloket.simple.peers"
"""Where the application keeps the way to its peers."""

blueprint = Blueprint("pages", __name__, template_folder="templates")


@blueprint.get("/")
def every() -> str:
    """Show which e-lokets stand here."""
    return render_template("simple/every.html", elokets=_elokets().every())


@blueprint.get("/<name>/")
def start(name: str) -> str:
    """Let people sign in."""
    eloket = _elokets().at(name)
    return _page("start", eloket)


@blueprint.get("/<name>/aanmelden")
def sign_in(name: str) -> Response:
    """Send the browser to ACM."""
    parameters = {one: request.args[one] for one in _PASSED_ON if one in request.args}
    return redirect(_elokets().at(name).sign_in(session, parameters))


@blueprint.get("/<name>/aanmelden/callback")
def callback(name: str) -> Response:
    """Take ACM's answer and open a session."""
    eloket = _elokets().at(name)
    session[_key(name)] = eloket.finish(session, request.args.to_dict(), session.get(_key(name)))
    return redirect(url_for("pages.inside", name=name))


@blueprint.get("/<name>/binnen")
def inside(name: str) -> str:
    """Show who is signed in, for whom, by which way, and what the token says."""
    eloket = _elokets().at(name)
    claims = eloket.claims(session.get(_key(name)))
    rows = [[claim, json.dumps(value, ensure_ascii=False)] for claim, value in sorted(claims.items())]
    return _page("inside", eloket, rows=rows)


@blueprint.post("/<name>/wisselen")
def switch(name: str) -> Response:
    """Let go of this identity and choose another one, without proving anew who one is."""
    eloket = _elokets().at(name)
    eloket.leave(session.pop(_key(name), None))
    return redirect(eloket.way_to_switch, code=303)


@blueprint.post("/<name>/afmelden")
def sign_out(name: str) -> Response:
    """End the session here and single sign-on at ACM; other e-lokets stay open."""
    eloket = _elokets().at(name)
    eloket.leave(session.pop(_key(name), None))
    return redirect(eloket.way_out, code=303)


@blueprint.get("/<name>/afgemeld")
def signed_out(name: str) -> str:
    """Say that one is signed out."""
    return _page("signed_out", _elokets().at(name))


@blueprint.app_errorhandler(NotSignedIn)
def to_sign_in(refusal: NotSignedIn) -> Answer:
    """Let whoever is not signed in do that first."""
    del refusal
    return redirect(url_for("pages.sign_in", **request.view_args or {}))


@blueprint.app_errorhandler(SignInRefused)
@blueprint.app_errorhandler(UnknownSignIn)
@blueprint.app_errorhandler(TokenRefused)
@blueprint.app_errorhandler(UnreadableToken)
def refused(refusal: Refusal) -> Answer:
    """Say why one is not signed in, and let one try again."""
    if not wants_page():
        return problem(refusal.status, refusal.code, refusal.title, refusal.sentence)
    eloket = _elokets().at((request.view_args or {})["name"])
    return _page("refused", eloket, refusal=refusal), refusal.status


def _elokets() -> Elokets:
    visit = current_visit()
    return Elokets(visit, current_app.extensions[PEERS](visit))


def _key(name: str) -> str:
    return f"at {name}"


def _page(template: str, eloket: Eloket, **context: object) -> str:
    claims = eloket.glance(session.get(_key(eloket.agreement.client_id)))
    return render_template(
        f"simple/{template}.html",
        eloket=eloket.agreement,
        standing=standing_of(claims, eloket.agreement) if claims is not None else None,
        home_url=url_for("pages.start", name=eloket.agreement.client_id),
        **context,
    )
