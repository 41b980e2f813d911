"""The API: types, for whom somebody may act, the mandates of a party, and the signed statement."""

from __future__ import annotations

from typing import Annotated

from flask import Blueprint, Response, jsonify, request
from pydantic import Field

from mocks.core.api import statement_or
from mocks.core.control import Body, read_body
from mocks.core.forms import read_date
from mocks.core.identifiers import Insz
from mocks.core.shell import current_visit
from mocks.ssm.backend import Bulk, History, Lists, MandatesDesk, Parties, catalogue_in
from mocks.ssm.domain.mandates import Frame, MandateNumber, Side
from mocks.ssm.domain.parties import Party
from mocks.ssm.domain.statement import mandate_facts
from mocks.ssm.domain.views import Chosen, Search
from mocks.ssm.errors import OneSearchAtATime
from mocks.ssm.routes import shapes
from mocks.ssm.routes.here import (
    ActorBody,
    Number,
    Seen,
    Text,
    acting,
    after_in_query,
    in_query,
    limit_in_query,
    peers_here,
)

blueprint = Blueprint("api_parties", __name__, url_prefix="/api/v1")


class ChosenBody(Body):
    """One of several mandates; ``seen`` is its revision when it was looked at."""

    number: Number
    seen: Seen | None = None


ChosenBodies = Annotated[list[ChosenBody], Field(max_length=1000)]


class SignManyBody(ActorBody):
    """Mandates that a party signs at once."""

    mandates: ChosenBodies


class StopManyBody(ActorBody):
    """Mandates that a party stops at once, once the conditions were read."""

    mandates: ChosenBodies
    conditions_read: bool = False
    reason: Text | None = None


@blueprint.get("/types")
def types() -> Response:
    """List the mandate types, whether or not they are on offer yet."""
    visit = current_visit()
    known = catalogue_in(visit.reading).types
    return jsonify(types=[shapes.mandate_type(one, visit.clock.today) for one in known])


@blueprint.get("/persons/<insz>/parties")
def represented(insz: str) -> Response:
    """List for whom a person may conclude mandates, and on which ground; oneself first."""
    found = Parties(current_visit(), peers_here()).represented_by(Insz(insz))
    return jsonify(parties=[shapes.agent(one) for one in found])


@blueprint.get("/parties/<number>/mandates")
def mandates(number: str) -> Response:
    """List the mandates of a party, a piece at a time: all, or one search.

    *Bron*: frames, numbers and "gewijzigd sinds" (financien.belgium.be, domain facts §5.1).
    """
    agent, lists = acting(in_query("actor"), number), Lists(current_visit())
    asked = {name: request.args.get(name, "") for name in ("role", "frame", "text", "changed_since")}
    if asked["text"] and (asked["role"] or asked["frame"] or asked["changed_since"]):
        raise OneSearchAtATime("Zoek op ‘text’ alleen, zonder role, frame of changed_since.")
    if asked["text"]:
        found = lists.by_text(agent, asked["text"], after_in_query(), limit_in_query())
    else:
        since = asked["changed_since"]
        search = Search(
            side=Side.read(asked["role"]) if asked["role"] else None,
            frame=Frame.read(asked["frame"]) if asked["frame"] else None,
            changed_since=read_date(since, "‘changed_since’") if since else None,
        )
        found = lists.page(agent, search, after_in_query(), limit_in_query())
    return jsonify(shapes.page("mandates", found, writer().mandate))


@blueprint.get("/parties/<number>/mandates-held")
def held(number: str) -> Response:
    """Return what a party holds as dated facts, or with Accept ``application/jwt`` the signed statement."""
    desk, holder = MandatesDesk(current_visit()), Party.read(number)
    return statement_or(
        lambda audience: desk.statement(str(holder), audience),
        lambda: jsonify(mandate_facts(desk.held_by(holder))),
    )


@blueprint.get("/parties/<number>/history")
def history(number: str) -> Response:
    """List what happened to the mandates of a party, newest first, a piece at a time."""
    agent = acting(in_query("actor"), number)
    found = History(current_visit()).of_party(agent, after_in_query(), limit_in_query())
    return jsonify(shapes.page("history", found, shapes.entry))


@blueprint.post("/parties/<number>/sign")
def sign(number: str) -> Response:
    """Sign several mandates for a party, with a result for each."""
    body = read_body(SignManyBody)
    outcomes = Bulk(current_visit(), peers_here()).sign(acting(body.actor, number), _chosen(body.mandates))
    return jsonify(results=[writer().outcome(one) for one in outcomes])


@blueprint.post("/parties/<number>/stop")
def stop(number: str) -> Response:
    """Stop several mandates of a party, with a result for each."""
    body = read_body(StopManyBody)
    outcomes = Bulk(current_visit(), peers_here()).stop(
        acting(body.actor, number),
        _chosen(body.mandates),
        conditions_read=body.conditions_read,
        reason=body.reason,
    )
    return jsonify(results=[writer().outcome(one) for one in outcomes])


def writer() -> shapes.Writer:
    """Return what writes mandates in this answer."""
    visit = current_visit()
    return shapes.Writer(Parties(visit, peers_here()), visit.clock.today)


def _chosen(bodies: list[ChosenBody]) -> list[Chosen]:
    return [Chosen(MandateNumber.parse(one.number), one.seen) for one in bodies]
