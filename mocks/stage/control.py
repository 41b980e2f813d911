"""The control API of the stage: cast, worlds, reset, clock, explain, readiness, facts.

*Bron*: the contract of the control API; every member of a PUT is optional.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from flask import Blueprint, Response, jsonify, request
from pydantic import Field, StrictBool

from mocks.core.api import page_bounds
from mocks.core.clock import parse_date, parse_moment
from mocks.core.control import Body, MalformedBody, read_body, read_object
from mocks.core.errors import BadRequest
from mocks.core.shell import current_visit
from mocks.core.store.schema import read_state, write_clock
from mocks.core.visit import Visit
from mocks.stage.company import Company
from mocks.stage.company.readiness import Readiness

FASTEST = 1_000_000
"""World seconds per wall second at the most: a year in half a minute."""

_EXPORTED = "Verstuur wat GET /_mock/facts gaf: {systeem: {soort: {nummer: feit}}}."


class WorldBody(Body):
    """A world to make: its name, with the cast or empty, and when it starts."""

    name: str
    cast: StrictBool = True
    now: str | None = None


class ClockBody(Body):
    """How a clock is to stand; what is left out stays as it is."""

    now: str | None = None
    running: StrictBool | None = None
    rate: Annotated[float, Field(strict=True, gt=0, le=FASTEST, allow_inf_nan=False)] | None = None
    token_time: Literal["wall", "world"] | None = None


class ResetBody(Body):
    """How a world is to be put back: with the cast or empty."""

    cast: StrictBool = True


class QueryIncomplete(BadRequest):
    """A question that lacks one of its parameters."""

    code = "query-incomplete"


class UnknownFormat(BadRequest):
    """A form in which readiness is not told."""

    code = "unknown-format"


def blueprint(company: Company) -> Blueprint:
    """Return the control API, with what the composition root hands in."""
    room = Blueprint("control", __name__, url_prefix="/_mock")
    _add_worlds(room)
    _add_clock(room)
    _add_company(room, company)
    return room


def _add_company(room: Blueprint, company: Company) -> None:
    @room.get("/cast")
    def cast() -> Response:
        """List the personages and organisations by key."""
        return jsonify(
            people={
                key: {
                    "number": person.number,
                    "name": person.name,
                    "trait": person.trait,
                    "keys": [digital_key.kind for digital_key in person.digital_keys],
                }
                for key, person in company.cast.people.items()
            },
            organisations={
                key: {
                    "number": one.number,
                    "name": one.name,
                    "target_group": one.target_group,
                    "trait": one.trait,
                }
                for key, one in company.cast.organisations.items()
            },
        )

    @room.get("/explain")
    def explain() -> Response:
        """Say why somebody may or may not act for somebody at an e-loket."""
        missing = [name for name in ("who", "for", "at") if not request.args.get(name)]
        if missing:
            raise QueryIncomplete(
                f"Zeg ook {', '.join(missing)}: bijvoorbeeld ?who=jan&for=de-kade&at=kiosk."
            )
        arguments = request.args
        found = company.explain(
            current_visit(), arguments["who"], arguments["for"], arguments["at"], arguments.get("key")
        )
        return jsonify(found.members())

    @room.get("/readiness")
    def readiness() -> Response:
        """Say who could sign in for an organisation, or for each of them, as JSON or as CSV."""
        arguments = request.args
        return readiness_told(_readiness(company), arguments.get("for"), arguments.get("name", ""))

    @room.get("/readiness/summary")
    def summary() -> Response:
        """Count all organisations: how many are ready by which way, and what the others lack first."""
        return jsonify(_readiness(company).summary_members(request.args.get("name", "")))

    @room.get("/facts")
    def export() -> Response:
        """Give every fact of this world, by system, kind and number."""
        return jsonify(company.facts.export(current_visit()))

    @room.put("/facts")
    def load() -> Response:
        """Put facts as exported; those that are not named stay."""
        sent = read_object(_EXPORTED)
        if not all(
            isinstance(kinds, dict) and all(isinstance(facts, dict) for facts in kinds.values())
            for kinds in sent.values()
        ):
            raise MalformedBody(_EXPORTED)
        return jsonify(status="ok", facts=company.facts.load(current_visit(), sent))


def readiness_told(found: Readiness, whom: str | None, name: str, *, numbers: bool = True) -> Response:
    """Return who could sign in, in the form that the request asks for: JSON, a page at a time, or CSV.

    Args:
        found: what is told.
        whom: one organisation, or None for all.
        name: words in the names of the organisations that are told of.
        numbers: whether the JSON has the numbers of persons; CSV never has them.
    """
    offset, limit = page_bounds()
    one = found.organisation(whom) if whom else None
    if _wants_csv():
        lines = found.csv([one] if one is not None else found.every(name))
        return Response(lines, mimetype="text/csv")
    if one is not None:
        standing = found.of(one, offset, limit)
        listed, total = [standing], standing.total
    else:
        page, total = found.search(name, offset, limit)
        listed = list(page)
    members = found.members(listed)
    if not numbers:
        for told in members["organisations"]:
            told["people"] = [_without_number(person) for person in told["people"]]
    return jsonify(total=total, offset=offset, limit=limit, **members)


def _without_number(person: dict[str, Any]) -> dict[str, Any]:
    return {member: value for member, value in person.items() if member != "number"}


def _readiness(company: Company) -> Readiness:
    day = request.args.get("date")
    at = request.args.get("at") or "kiosk"
    return company.readiness(current_visit(), at, parse_date(day) if day else None)


def _wants_csv() -> bool:
    asked = request.args.get("format")
    if asked not in {None, "", "json", "csv"}:
        raise UnknownFormat(f"‘{asked[:40]}’ is geen vorm; wel: json, csv.")
    if asked:
        return asked == "csv"
    return request.accept_mimetypes.best_match(["application/json", "text/csv"]) == "text/csv"


def _add_worlds(room: Blueprint) -> None:
    @room.get("/worlds")
    def worlds() -> Response:
        """List the worlds with their addresses."""
        house = current_visit().house
        return jsonify(
            worlds={name: house.addresses.base("stage", name) + "/" for name in house.worlds.names()}
        )

    @room.post("/worlds")
    def create_world() -> Response:
        """Make a world; 409 when its name is taken."""
        body = read_body(WorldBody)
        house = current_visit().house
        moment = parse_moment(body.now) if body.now is not None else None
        world = house.worlds.create(body.name, cast=body.cast, moment=moment)
        answer = jsonify(name=world.name, url=house.addresses.base("stage", world.name) + "/")
        answer.status_code = 201
        return answer

    @room.delete("/worlds/<name>")
    def delete_world(name: str) -> Response:
        """Remove a world and everything in it."""
        current_visit().house.worlds.delete(name)
        return jsonify(status="ok")

    @room.post("/reset")
    def reset() -> Response:
        """Put this world back to its cast and starting date."""
        body = read_body(ResetBody)
        visit = current_visit()
        world, worlds = visit.world, visit.house.worlds
        visit.close()
        worlds.reset(world, cast=body.cast)
        return jsonify(status="ok")


def _add_clock(room: Blueprint) -> None:
    @room.get("/clock")
    def clock() -> Response:
        """Say how the clock of this world stands."""
        return jsonify(_clock(current_visit()))

    @room.put("/clock")
    def set_clock() -> Response:
        """Set the clock of this world; it goes on from where it is told to."""
        body = read_body(ClockBody)
        visit = current_visit()
        changes: dict[str, Any] = {
            name: value
            for name, value in (
                ("running", body.running),
                ("rate", body.rate),
                ("token_time", body.token_time),
            )
            if value is not None
        }
        if body.now is not None:
            changes["world_epoch"] = parse_moment(body.now).timestamp()
        with visit.writing() as connection:
            clock = read_state(connection).clock
            write_clock(connection, clock.anchored(visit.house.wall(), **changes))
        visit.close()
        return jsonify(_clock(Visit(visit.house, visit.world)))


def _clock(visit: Visit) -> dict[str, Any]:
    visit_clock = visit.clock
    setting = visit_clock.setting
    shown = {
        "now": visit_clock.now.isoformat(),
        "running": setting.running,
        "rate": setting.rate,
        "token_time": setting.token_time,
    }
    visit.close()
    return shown
