"""What every page of SSM has in common: its blueprint, its frame, and how a refusal looks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from mocks.core.errors import Refusal
from mocks.core.relying_party import SignInRefused, UnknownSignIn
from mocks.core.shell import problem, wants_page
from mocks.core.shell.own_pages import here
from mocks.core.tokens import TokenRefused
from mocks.ssm.domain.agents import Agent
from mocks.ssm.domain.parties import Kind
from mocks.ssm.errors import MalformedNumber, MayNotConclude, UnknownMandate
from mocks.ssm.pages.session import ClaimsDoNotFit, NotSignedIn, anybody, signed_in

Answer = Response | str | tuple[Response | str, int]

_ANEW = (SignInRefused, UnknownSignIn, TokenRefused, ClaimsDoNotFit, MayNotConclude)
"""After these, one signs in again, or chooses another identity at ACM."""

_NO_SUCH = (MalformedNumber, UnknownMandate)


@dataclass(frozen=True)
class Desk:
    """What the frame of a page shows: who is signed in, for whom, and by what as far as that holds."""

    name: str
    party_name: str | None
    ground: str | None = None


def pages(name: str) -> Blueprint:
    """Return a blueprint of pages, with the answers to every refusal."""
    blueprint = Blueprint(name, f"mocks.ssm.pages.{name}")
    blueprint.register_error_handler(Refusal, _refused)
    blueprint.register_error_handler(NotSignedIn, _to_sign_in)
    return blueprint


def render(template: str, agent: Agent | None = None, **context: object) -> str:
    """Return a page in the frame of an agent, or of nobody."""
    desk = None
    if agent is not None:
        party_name = agent.file.name if agent.party.kind is Kind.ORGANISATION else None
        desk = Desk(agent.name, party_name, agent.ground.label)
    return render_template(f"ssm/{template}", desk=desk, agent=agent, **context)


def moved(endpoint: str, **values: Any) -> Response:  # noqa: ANN401  # what url_for takes
    """Return the answer to a form that was taken: go and look there."""
    return redirect(url_for(endpoint, **values), 303)


def _to_sign_in(refusal: Refusal) -> Answer:
    """Let whoever is not signed in do that first, and come back."""
    del refusal
    return redirect(url_for("door.sign_in", terug=here()), 303)


def _refused(refusal: Refusal) -> Answer:
    """Say why, and lead on to where it can go better."""
    if not wants_page():
        return problem(refusal.status, refusal.code, refusal.title, refusal.sentence)
    on_url, on_text = _way_on(refusal)
    page = render_template(
        "ssm/refused.html", refusal=refusal, desk=_desk_here(), on_url=on_url, on_text=on_text
    )
    return page, refusal.status


def _way_on(refusal: Refusal) -> tuple[str, str]:
    number = (request.view_args or {}).get("number")
    if isinstance(refusal, _ANEW):
        return url_for("door.sign_in"), "Opnieuw aanmelden"
    if request.endpoint == "overview.home":
        # Whoever is refused here would be sent back to the same refusal.
        return url_for("door.sign_in"), "Voor iemand anders aanmelden"
    if number and request.endpoint != "mandate.mandate" and not isinstance(refusal, _NO_SUCH):
        return url_for("mandate.mandate", number=number), "Terug naar het mandaat"
    return url_for("overview.home"), "Naar mijn mandaten"


def _desk_here() -> Desk | None:
    """Return who is signed in and for whom, whether or not that still holds."""
    if not anybody():
        return None
    who = signed_in()
    return Desk(who.name, who.party_name)
