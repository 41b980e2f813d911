"""The front page, signing in and out, what to do at a first use, and why somebody does not come in.

*Bron*: seeds 003 and 004 for the labels of the buttons and the way at a first use; the addresses are ours.
"""

from __future__ import annotations

from flask import redirect, request, session, url_for
from werkzeug.wrappers import Response

from mocks.core.confirmed import SessionBusy, SessionEnded
from mocks.core.errors import Refusal
from mocks.core.relying_party import SignInRefused, UnknownSignIn
from mocks.core.shell import current_visit, problem, wants_page
from mocks.core.tokens import TokenRefused
from mocks.eloketten.kmo_portefeuille.backend import Services
from mocks.eloketten.kmo_portefeuille.domain.doors import APPLICANT, DEPARTMENTS, DOORS, SEAT, door_of
from mocks.eloketten.kmo_portefeuille.domain.services import Kind
from mocks.eloketten.kmo_portefeuille.errors import NotAdmitted, NotSignedIn, OtherDepartment
from mocks.eloketten.kmo_portefeuille.pages.frame import (
    blueprint,
    entrance_at,
    glance_at,
    identifier_at,
    page,
    session_key,
)

Answer = Response | str | tuple[Response | str, int]

_PASSED_ON = (
    "acr_values",
    "login_hint",
    "mock_persona",
    "mock_key",
    "mock_identity",
    "mock_route",
    "mock_holder",
)
"""What goes along to ACM: other means, targeted sign-in, and ours for sign-in without pages."""


@blueprint.get("/")
def start() -> str:
    """Show the doors, and at which of them one is signed in."""
    return page("start", doors=[(door, glance_at(door)) for door in DOORS.values()])


@blueprint.get("/eerste-gebruik")
def first_use() -> str:
    """Say what to do when nobody of a service provider has the right yet (*Bron*: seed 004, step 2)."""
    return page("first_use", provider_doors=[SEAT, DEPARTMENTS])


@blueprint.get("/<door>/aanmelden")
def sign_in(door: str) -> Response:
    """Send the browser to ACM."""
    parameters = {name: request.args[name] for name in _PASSED_ON if name in request.args}
    return redirect(entrance_at(door).sign_in(session, parameters))


@blueprint.get("/<door>/aanmelden/callback")
def callback(door: str) -> Response:
    """Take ACM's answer and open a session."""
    entrance = entrance_at(door)
    opened = entrance.finish(session, request.args.to_dict(), identifier_at(entrance.door))
    session[session_key(entrance.door)] = opened.identifier
    return redirect(url_for("pages.inside", door=door))


@blueprint.get("/<door>/")
def inside(door: str) -> str:
    """Show what is behind a door: the enterprise, the services of the seat, or those of the departments."""
    entrance = entrance_at(door)
    visitor = entrance.visitor(identifier_at(entrance.door))
    services = Services(current_visit())
    if entrance.door is APPLICANT:
        return page("applicant", entrance.door, visitor)
    if entrance.door is SEAT:
        return page("seat", entrance.door, visitor, kinds=list(Kind), services=services.of_seat(visitor))
    return page(
        "departments", entrance.door, visitor, kinds=list(Kind), services=services.of_departments(visitor)
    )


@blueprint.post("/<door>/wisselen")
def switch(door: str) -> Response:
    """Let go of this identity and choose another one, without proving anew who one is."""
    entrance = entrance_at(door)
    entrance.leave(session.pop(session_key(entrance.door), None))
    return redirect(entrance.way_to_switch, code=303)


@blueprint.post("/<door>/afmelden")
def sign_out(door: str) -> Response:
    """End the session at this door and single sign-on at ACM; other doors stay open."""
    entrance = entrance_at(door)
    entrance.leave(session.pop(session_key(entrance.door), None))
    return redirect(entrance.way_out, code=303)


@blueprint.get("/<door>/afgemeld")
def signed_out(door: str) -> str:
    """Say that one is signed out."""
    return page("signed_out", door_of(door))


@blueprint.app_errorhandler(NotSignedIn)
def to_sign_in(refusal: NotSignedIn) -> Answer:
    """Let whoever is not signed in do that first."""
    del refusal
    return redirect(url_for("pages.sign_in", door=_door_here()), code=303)


@blueprint.app_errorhandler(SignInRefused)
@blueprint.app_errorhandler(UnknownSignIn)
@blueprint.app_errorhandler(TokenRefused)
@blueprint.app_errorhandler(NotAdmitted)
@blueprint.app_errorhandler(SessionEnded)
@blueprint.app_errorhandler(SessionBusy)
@blueprint.app_errorhandler(OtherDepartment)
def refused(refusal: Refusal) -> Answer:
    """Say why one does not come in, and what to do about it."""
    if not wants_page():
        return problem(refusal.status, refusal.code, refusal.title, refusal.sentence)
    return page("refused", door_of(_door_here()), refusal=refusal), refusal.status


def _door_here() -> str:
    """Return the door of this request: that of its address, or the one whose page it is."""
    values = request.view_args or {}
    return str(values.get("door", SEAT.key if "department" not in values else DEPARTMENTS.key))
