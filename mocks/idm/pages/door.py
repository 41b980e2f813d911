"""Signing in and out, "Kies een organisatie" and the home page with its tiles.

*Bron*: seed 004, "stap 1 = lokale beheerder meldt zich aan", "stap 2 = lokale beheerder kiest de organisatie"
and "HOOFDPAGINA".
"""

from __future__ import annotations

from flask import redirect, request, session, url_for
from werkzeug.wrappers import Response

from mocks.core.forms import date_text
from mocks.core.identifiers import EnterpriseNumber
from mocks.core.shell import current_visit
from mocks.core.shell.own_pages import own_page
from mocks.core.walks import Steps, Walk
from mocks.idm.domain.administration import Verdict
from mocks.idm.errors import UnknownOrganisation
from mocks.idm.pages.frame import desk_here, pages, render, render_for
from mocks.idm.pages.session import (
    acm,
    administrator,
    administrators,
    anybody,
    close_session,
    open_session,
    signed_in,
    take_organisation,
)

blueprint = pages("door")

_PASSED_ON = ("login_hint", "mock_persona", "mock_key", "mock_identity")
"""What goes on to ACM: targeted sign-in, and ours for sign-in without pages."""

_WHY = Steps(("Waarom niet?",), {"nummer": 1})


@blueprint.app_template_filter("on_screen")
def on_screen(day: object) -> str:
    """Write a day as the screens do: dd/mm/jjjj."""
    return date_text(day) if hasattr(day, "day") else "–"  # type: ignore[arg-type]  # narrowed by its members


@blueprint.get("/")
def home() -> str:
    """Show the tiles "Mijn Taken", "Snel recht toekennen" and "Personen"; or the way to sign in."""
    if not anybody():
        return render("start.html")
    return render("home.html", administrator())


@blueprint.get("/aanmelden")
def sign_in() -> Response:
    """Send the browser to ACM; ``login_hint`` and ``mock_…`` go along, ``terug`` is where one was going."""
    parameters = {name: request.args[name] for name in _PASSED_ON if name in request.args}
    back = own_page(request.args.get("terug"))
    return redirect(acm().begin(session, parameters, {"back": back} if back is not None else {}))


@blueprint.get("/aanmelden/callback")
def callback() -> Response:
    """Take ACM's answer, and go on to the choice of organisation or where the person was going."""
    finished = acm().finish(session, request.args.to_dict())
    open_session(finished.claims)
    back = own_page(finished.kept.get("back"))
    return redirect(request.script_root + back if back else url_for("door.organisations"))


@blueprint.post("/afmelden")
def sign_out() -> Response:
    """End the session here and single sign-on at ACM (*Bron*: domain facts §1.6)."""
    close_session()
    return redirect(acm().way_out(current_visit().url("idm", "/afgemeld")), 303)


@blueprint.get("/afgemeld")
def signed_out() -> str:
    """Say that one is signed out."""
    return render("signed_out.html")


@blueprint.get("/help")
def help_page() -> str:
    """Say who helps."""
    return render("help.html", administrator())


@blueprint.get("/organisatie")
def organisations() -> str | tuple[str, int]:
    """Show every organisation that the person administers and why; ``nummer`` asks why one is not there.

    *Bron*: seed 004: "U krijgt een lijst van alle ondernemingen waarvoor u lokale beheerder bent."
    """
    who = signed_in()
    walk = Walk(_WHY, {"nummer": request.args.get("nummer", "")})
    verdicts: tuple[Verdict, ...] = ()
    if walk.values["nummer"].strip():
        asked = walk.read("nummer", EnterpriseNumber)
        if asked is not None:
            verdicts = administrators().verdicts(who.insz, asked)
    page = render_for(
        who.name,
        "organisations.html",
        desk_here().organisation,
        administered=administrators().organisations(who.insz),
        back=own_page(request.args.get("terug")),
        verdicts=verdicts,
        walk=walk,
    )
    return page, walk.status


@blueprint.post("/organisatie")
def choose_organisation() -> Response:
    """Work for this organisation from now on (``organisatie``); no new sign-in is needed to take another."""
    text = request.form.get("organisatie", "")
    if not text:
        raise UnknownOrganisation("Kies een organisatie uit de lijst.")
    take_organisation(EnterpriseNumber(text))
    back = own_page(request.form.get("terug"))
    return redirect(request.script_root + back if back else url_for("door.home"), 303)
