"""Signing in and out, and acting for another party.

*Bron*: domain facts §5.1 (who reaches SSM) and §1.6 (signing out and switching at ACM).
"""

from __future__ import annotations

from flask import redirect, request, session, url_for
from werkzeug.wrappers import Response

from mocks.core.shell.own_pages import own_page
from mocks.ssm.pages.frame import pages, render
from mocks.ssm.pages.session import acm, close_session, open_session, way_out, way_to_switch

blueprint = pages("door")

_PASSED_ON = ("login_hint", "mock_persona", "mock_key", "mock_identity", "mock_route")
"""What goes on to ACM: targeted sign-in, and ours for sign-in without pages."""


@blueprint.get("/aanmelden")
def sign_in() -> Response:
    """Send the browser to ACM; ``login_hint`` and ``mock_…`` go along, ``terug`` is where one was going."""
    parameters = {name: request.args[name] for name in _PASSED_ON if name in request.args}
    back = own_page(request.args.get("terug"))
    return redirect(acm().begin(session, parameters, {"back": back} if back is not None else {}))


@blueprint.get("/aanmelden/callback")
def callback() -> Response:
    """Take ACM's answer, and go on to the mandates or where the person was going."""
    finished = acm().finish(session, request.args.to_dict())
    open_session(finished.claims)
    back = own_page(finished.kept.get("back"))
    return redirect(request.script_root + back if back else url_for("overview.home"))


@blueprint.post("/wisselen")
def switch() -> Response:
    """Let go of this party and choose another one, without proving anew who one is."""
    close_session()
    return redirect(way_to_switch(), 303)


@blueprint.post("/afmelden")
def sign_out() -> Response:
    """End the session here and single sign-on at ACM."""
    close_session()
    return redirect(way_out(), 303)


@blueprint.get("/afgemeld")
def signed_out() -> str:
    """Say that one is signed out."""
    return render("signed_out.html")
