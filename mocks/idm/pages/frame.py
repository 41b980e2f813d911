"""What every page of IDM has in common: its blueprint, its frame, and how a refusal looks."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from mocks.core.errors import Refusal
from mocks.core.relying_party import SignInRefused, UnknownSignIn
from mocks.core.shell import problem, wants_page
from mocks.core.shell.own_pages import here
from mocks.core.tokens import TokenRefused
from mocks.idm.domain.administrator import Administrator
from mocks.idm.domain.facts import Organisation
from mocks.idm.errors import NotAdministrator
from mocks.idm.pages.session import (
    Desk,
    NoOrganisationChosen,
    NotSignedIn,
    administrators,
    anybody,
    organisation_in_hand,
    signed_in,
)

Answer = Response | str | tuple[Response | str, int]


def pages(name: str) -> Blueprint:
    """Return a blueprint of pages, with the answers to every refusal."""
    blueprint = Blueprint(name, f"mocks.idm.pages.{name}")
    blueprint.register_error_handler(Refusal, _refused)
    blueprint.register_error_handler(NotSignedIn, _to_sign_in)
    blueprint.register_error_handler(NoOrganisationChosen, _to_choice)
    return blueprint


def render(template: str, who: Administrator | None = None, **context: object) -> str:
    """Return a page in the frame of the administrator ``who``, or of nobody."""
    desk = Desk(who.name, who.organisation) if who is not None else None
    return render_template(f"idm/{template}", desk=desk, administrator=who, **context)


def render_for(name: str, template: str, organisation: Organisation | None = None, **context: object) -> str:
    """Return a page in the frame of a person who administers nothing here."""
    return render_template(f"idm/{template}", desk=Desk(name, organisation), **context)


def moved(endpoint: str, **values: Any) -> Response:  # noqa: ANN401  # what url_for takes
    """Return the answer to a form that was taken: go and look there."""
    return redirect(url_for(endpoint, **values), 303)


def _to_sign_in(refusal: Refusal) -> Answer:
    """Let whoever is not signed in do that first, and come back."""
    del refusal
    return redirect(url_for("door.sign_in", terug=here()), 303)


def _to_choice(refusal: Refusal) -> Answer:
    """Let whoever has not chosen an organisation do that first, and come back."""
    del refusal
    return redirect(url_for("door.organisations", terug=here()), 303)


def _refused(refusal: Refusal) -> Answer:
    """Say why, and lead on to where it can go better."""
    if not wants_page():
        return problem(refusal.status, refusal.code, refusal.title, refusal.sentence)
    on_url, on_text = url_for("door.home"), "Naar de hoofdpagina"
    if isinstance(refusal, SignInRefused | UnknownSignIn | TokenRefused):
        on_url, on_text = url_for("door.sign_in"), "Opnieuw aanmelden"
    elif isinstance(refusal, NotAdministrator):
        on_url, on_text = url_for("door.organisations"), "Kies een andere organisatie"
    desk = desk_here() if anybody() else None
    page = render_template("idm/refused.html", refusal=refusal, desk=desk, on_url=on_url, on_text=on_text)
    return page, refusal.status


def desk_here() -> Desk:
    """Return who is signed in and for which organisation, as far as that still holds."""
    who, number = signed_in(), organisation_in_hand()
    found = administrators().find(who.insz, number) if number is not None else None
    return Desk(who.name, found.organisation if found is not None else None)
