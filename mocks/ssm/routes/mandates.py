"""The API: one mandate, and what a party does with it."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify

from mocks.core.control import read_body
from mocks.core.forms import read_date
from mocks.core.shell import current_visit
from mocks.ssm.backend import History, Lists, Mandates, Transfers, catalogue_in
from mocks.ssm.domain.forms import read_end
from mocks.ssm.domain.granting import Wish
from mocks.ssm.domain.mandates import Mandate, MandateNumber
from mocks.ssm.domain.parties import Party
from mocks.ssm.routes import shapes
from mocks.ssm.routes.here import (
    AgentBody,
    Number,
    Seen,
    Text,
    acting,
    after_in_query,
    in_query,
    limit_in_query,
    peers_here,
)
from mocks.ssm.routes.parties import writer

blueprint = Blueprint("api_mandates", __name__, url_prefix="/api/v1")


class ConcludeBody(AgentBody):
    """A mandate to conclude; ``begin`` left out is today, ``end`` left out is an unlimited duration."""

    type: Text
    mandator: Number
    holder: Number
    begin: Text | None = None
    end: Text | None = None


class SignBody(AgentBody):
    """A signature; ``seen`` is the revision of what was looked at."""

    seen: Seen | None = None


class ExtendBody(AgentBody):
    """A later end; left out or null, an unlimited duration."""

    end: Text | None = None
    seen: Seen | None = None


class StopBody(AgentBody):
    """A stop, once the conditions were read; the reason may be left out."""

    conditions_read: bool = False
    reason: Text | None = None
    seen: Seen | None = None


class TransferBody(AgentBody):
    """A new holder."""

    holder: Number
    seen: Seen | None = None


@blueprint.post("/mandates")
def conclude() -> Response:
    """Make a mandate on behalf of one party, which signs it by that; the other one signs later.

    *Bron*: created by either party, active only after both signed (domain facts §5.1).
    """
    body = read_body(ConcludeBody)
    wish = Wish(
        type=catalogue_in(current_visit().reading).find(body.type),
        mandator=Party.read(body.mandator),
        holder=Party.read(body.holder),
        begin=read_date(body.begin, "De begindatum") if body.begin else None,
        end=read_end(body.end),
    )
    made = Mandates(current_visit(), peers_here()).conclude(acting(body.actor, body.party), wish)
    response = _answer(made)
    response.status_code = 201
    return response


@blueprint.get("/mandates/<number>")
def mandate(number: str) -> Response:
    """Return a mandate of ``party`` with the newest lines of its history."""
    parsed, visit = MandateNumber.parse(number), current_visit()
    agent = acting(in_query("actor"), in_query("party"))
    found = Lists(visit).find(agent, parsed)
    lines = History(visit).of_mandate(agent, parsed)
    return jsonify({**writer().mandate(found), "history": [shapes.entry(one) for one in lines.items]})


@blueprint.get("/mandates/<number>/history")
def history(number: str) -> Response:
    """List what happened to a mandate of ``party``, newest first, a piece at a time."""
    parsed, agent = MandateNumber.parse(number), acting(in_query("actor"), in_query("party"))
    found = History(current_visit()).of_mandate(agent, parsed, after_in_query(), limit_in_query())
    return jsonify(shapes.page("history", found, shapes.entry))


@blueprint.post("/mandates/<number>/sign")
def sign(number: str) -> Response:
    """Sign a mandate for a party (*Bron*: button "Ondertekenen")."""
    body, parsed = read_body(SignBody), MandateNumber.parse(number)
    agent = acting(body.actor, body.party)
    return _answer(Mandates(current_visit(), peers_here()).sign(agent, parsed, body.seen))


@blueprint.post("/mandates/<number>/extend")
def extend(number: str) -> Response:
    """Give a mandate a later end, or none (*Bron*: button "Uitbreiden"; that it means days: guess)."""
    body, parsed = read_body(ExtendBody), MandateNumber.parse(number)
    agent, end = acting(body.actor, body.party), read_end(body.end)
    return _answer(Mandates(current_visit(), peers_here()).lengthen(agent, parsed, end, body.seen))


@blueprint.post("/mandates/<number>/stop")
def stop(number: str) -> Response:
    """Stop a mandate, signed or not (*Bron*: button "Stopzetten"; conditions ticked, reason optional)."""
    body, parsed = read_body(StopBody), MandateNumber.parse(number)
    stopped = Mandates(current_visit(), peers_here()).stop(
        acting(body.actor, body.party),
        parsed,
        conditions_read=body.conditions_read,
        reason=body.reason,
        seen=body.seen,
    )
    return _answer(stopped)


@blueprint.post("/mandates/<number>/transfer")
def transfer(number: str) -> Response:
    """Propose another holder; the answer is the new mandate, which waits for its signatures."""
    body, parsed = read_body(TransferBody), MandateNumber.parse(number)
    agent, holder = acting(body.actor, body.party), Party.read(body.holder)
    response = _answer(Transfers(current_visit(), peers_here()).propose(agent, parsed, holder, body.seen))
    response.status_code = 201
    return response


def _answer(one: Mandate) -> Response:
    return jsonify(writer().mandate(one))
