"""What every route of SSM needs: the peers, who acts for whom, and pieces of lists."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, cast

from flask import current_app, request
from pydantic import Field

from mocks.core.control import Body
from mocks.core.errors import BadRequest
from mocks.core.identifiers import Insz
from mocks.core.shell import current_visit
from mocks.core.visit import Visit
from mocks.ssm.backend import Parties
from mocks.ssm.domain.agents import Agent
from mocks.ssm.domain.parties import Party
from mocks.ssm.domain.views import MOST_PER_PAGE
from mocks.ssm.peers import Peers

PEERS = "proefloket.ssm.peers"
"""Where the application keeps the way to its peers."""

Text = Annotated[str, Field(max_length=20_000)]
Number = Annotated[str, Field(max_length=200)]
Seen = Annotated[int, Field(ge=0, le=2**31 - 1)]


class ActorMissing(BadRequest):
    """A request that does not say who acts, or for which party."""

    code = "actor-missing"


class MalformedLimit(BadRequest):
    """A ``limit`` that is no number in range."""

    code = "malformed-limit"


class ActorBody(Body):
    """Who acts: a national number or BIS number."""

    actor: Number


class AgentBody(ActorBody):
    """Who acts, and for which party: an enterprise number, or the own number of the person."""

    party: Number


def peers_here() -> Peers:
    """Return whom SSM asks during this visit."""
    ask = cast("Callable[[Visit], Peers]", current_app.extensions[PEERS])
    return ask(current_visit())


def acting(actor: str, party: str) -> Agent:
    """Return who acts, as agent of a party.

    Raises:
        MayNotConclude: and the other reasons of :meth:`Parties.agent`.
    """
    return Parties(current_visit(), peers_here()).agent(Insz(actor), Party.read(party))


def in_query(name: str) -> str:
    """Return ``actor`` or ``party`` of the query.

    Raises:
        ActorMissing: when it is not there.
    """
    found = request.args.get(name, "")
    if not found:
        raise ActorMissing(
            "Zeg wie handelt, met ?actor=<rijksregisternummer>, en voor wie, met "
            "party=<ondernemingsnummer of het eigen nummer>."
        )
    return found


def limit_in_query(default: int = 25) -> int:
    """Return the query's ``limit``.

    Raises:
        MalformedLimit: when it is no whole number from 1 to 100.
    """
    text = request.args.get("limit", "") or str(default)
    if not (text.isascii() and text.isdigit() and len(text) < 4 and 1 <= int(text) <= MOST_PER_PAGE):
        raise MalformedLimit(f"‘limit’ is een geheel getal van 1 tot en met {MOST_PER_PAGE}.")
    return int(text)


def after_in_query() -> str | None:
    """Return where the piece before ended, or None."""
    return request.args.get("after") or None
