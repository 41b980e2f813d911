"""The API: user rights."""

from __future__ import annotations

from typing import Annotated

from flask import Blueprint, Response, jsonify
from pydantic import Field

from mocks.core.control import read_body
from mocks.core.forms import read_date
from mocks.core.shell import current_visit
from mocks.idm.backend import Rights, catalogue_in
from mocks.idm.domain.relations import RelationNumber
from mocks.idm.domain.rights import RightNumber, Wish
from mocks.idm.routes import shapes
from mocks.idm.routes.here import ActorBody, Text, acting, created, day, peers_here

blueprint = Blueprint("api_rights", __name__, url_prefix="/api/v1")


class GrantBody(ActorBody):
    """A right to grant, by its name or its key; dates left out are today and the latest day possible."""

    right: Text
    profile: Text | None = None
    contexts: Annotated[tuple[Text, ...], Field(max_length=100)] = ()
    begin: Text | None = None
    end: Text | None = None


class LongerBody(ActorBody):
    """A later end; left out it is the latest one possible."""

    end: Text | None = None
    seen: int | None = None


class ShorterBody(ActorBody):
    """An earlier end."""

    end: Text
    seen: int | None = None


class RevokeBody(ActorBody):
    """That the right gives nothing any more."""

    seen: int | None = None


@blueprint.post("/work-relations/<number>/rights")
def grant(number: str) -> Response:
    """Grant a right on a work relation (*Bron*: "Ken gebruikersrecht toe", seed 004)."""
    body, visit, parsed = read_body(GrantBody), current_visit(), RelationNumber.parse(number)
    wish = Wish(
        right=catalogue_in(visit.reading).find(body.right),
        profile=body.profile or None,
        contexts=body.contexts,
        begin=day(body.begin, "De begindatum"),
        end=day(body.end, "De einddatum"),
    )
    who = acting(body.actor, parsed.organisation)
    right = Rights(visit, peers_here()).grant(who, parsed, wish)
    return created(shapes.right(right, visit.clock.today))


@blueprint.post("/rights/<number>/extend")
def extend(number: str) -> Response:
    """Let a right end later, within its work relation and its own maximum."""
    body, visit, parsed = read_body(LongerBody), current_visit(), RightNumber.parse(number)
    who = acting(body.actor, parsed.relation.organisation)
    rights = Rights(visit, peers_here())
    right = rights.extend(who, parsed, day(body.end, "De einddatum"), body.seen)
    return jsonify(shapes.right(right, visit.clock.today))


@blueprint.post("/rights/<number>/end")
def end(number: str) -> Response:
    """Let a right end earlier, today or later (*Bron*: domain facts §4, "set an end date on the right")."""
    body, visit, parsed = read_body(ShorterBody), current_visit(), RightNumber.parse(number)
    who = acting(body.actor, parsed.relation.organisation)
    right = Rights(visit, peers_here()).end(who, parsed, read_date(body.end, "De einddatum"), body.seen)
    return jsonify(shapes.right(right, visit.clock.today))


@blueprint.post("/rights/<number>/revoke")
def revoke(number: str) -> Response:
    """Revoke a right: from this moment it gives nothing any more."""
    body, visit, parsed = read_body(RevokeBody), current_visit(), RightNumber.parse(number)
    who = acting(body.actor, parsed.relation.organisation)
    right = Rights(visit, peers_here()).revoke(who, parsed, body.seen)
    return jsonify(shapes.right(right, visit.clock.today))
