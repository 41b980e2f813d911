"""What every route of IDM needs: the peers, who acts, dates and pieces of lists."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, cast

from flask import current_app, jsonify, request
from flask.wrappers import Response
from pydantic import Field

from mocks.core.control import Body
from mocks.core.errors import BadRequest
from mocks.core.forms import read_date
from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.core.shell import current_visit
from mocks.core.visit import Visit
from mocks.idm.backend import Administrators
from mocks.idm.domain.administrator import Administrator
from mocks.idm.domain.views import MOST_PER_PAGE
from mocks.idm.peers import Peers

PEERS = "proefloket.idm.peers"
"""Where the application keeps the way to its peers."""

Text = Annotated[str, Field(max_length=20_000)]
Number = Annotated[str, Field(max_length=200)]


class ActorMissing(BadRequest):
    """A request that does not say who acts."""

    code = "actor-missing"


class MalformedLimit(BadRequest):
    """A ``limit`` that is no number in range."""

    code = "malformed-limit"


class ActorBody(Body):
    """Who acts: the national number or BIS number of a local administrator."""

    actor: Number


def peers_here() -> Peers:
    """Return whom IDM asks during this visit."""
    ask = cast("Callable[[Visit], Peers]", current_app.extensions[PEERS])
    return ask(current_visit())


def acting(actor: str, organisation: str) -> Administrator:
    """Return who acts, as administrator of an organisation.

    Raises:
        NotAdministrator: and the other reasons of :meth:`Administrators.require`.
    """
    return Administrators(current_visit(), peers_here()).require(Insz(actor), EnterpriseNumber(organisation))


def actor_in_query() -> str:
    """Return the query's ``actor``.

    Raises:
        ActorMissing: when it is not there.
    """
    actor = request.args.get("actor", "")
    if not actor:
        raise ActorMissing("Zeg wie handelt, met ?actor=<rijksregisternummer van de lokale beheerder>.")
    return actor


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


def day(text: str | None, label: str) -> date | None:
    """Read a date that may be left out."""
    return read_date(text, label) if text else None


def created(members: dict[str, Any]) -> Response:
    """Return what was made, with status 201."""
    response = jsonify(members)
    response.status_code = 201
    return response
