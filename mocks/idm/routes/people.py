"""The API: persons, and the statement of their work relations."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify, request

from mocks.core.api import statement_or
from mocks.core.control import read_body
from mocks.core.identifiers import Insz
from mocks.core.shell import current_visit
from mocks.idm.backend import History, People, WorkRelationsDesk
from mocks.idm.errors import PersonNotInIdm
from mocks.idm.routes import shapes
from mocks.idm.routes.here import (
    ActorBody,
    Number,
    Text,
    acting,
    actor_in_query,
    after_in_query,
    created,
    limit_in_query,
    peers_here,
)

blueprint = Blueprint("api_people", __name__, url_prefix="/api/v1")


class OrganisationBody(ActorBody):
    """For which organisation one acts."""

    organisation: Number


class PersonBody(OrganisationBody):
    """A person to add: the number, and what the administrator fills in ("Roepnaam", "Initialen", "Reden")."""

    number: Number
    nickname: Text | None = None
    initials: Text | None = None
    reason: Text | None = None


@blueprint.get("/register/<insz>")
def look_up(insz: str) -> Response:
    """Return what the Rijksregister says of a number before it is added (``actor``, ``organisation``).

    *Bron*: seed 004, "Voeg gebruiker toe", stap 1 and 2.
    """
    visit, number = current_visit(), Insz(insz)
    who = acting(actor_in_query(), request.args.get("organisation", ""))
    found = People(visit, peers_here()).look_up(who, number)
    return jsonify({**shapes.registered(found.registered), "in_idm": found.known is not None})


@blueprint.post("/persons")
def add() -> Response:
    """Add a person for an organisation; the workflow then decides when the status is Actief.

    *Bron*: seed 004, "Voeg gebruiker toe".
    """
    body, visit = read_body(PersonBody), current_visit()
    who = acting(body.actor, body.organisation)
    people = People(visit, peers_here())
    person = people.add(who, Insz(body.number), body.nickname, body.initials, body.reason)
    return created(shapes.person(person, visit.clock.now))


@blueprint.get("/persons/<insz>")
def person(insz: str) -> Response:
    """Return a person with the work relations at ``organisation``, their rights, and the accounts."""
    visit, number = current_visit(), Insz(insz)
    who = acting(actor_in_query(), request.args.get("organisation", ""))
    found = People(visit, peers_here()).person(who, number)
    return jsonify(shapes.person_file(found, visit.clock.now, visit.clock.today))


@blueprint.post("/persons/<insz>/reload")
def reload(insz: str) -> Response:
    """Take the data of a person from the register again.

    *Bron*: "Herlaad data van Rijksregister" (seed 004).
    """
    body, visit = read_body(OrganisationBody), current_visit()
    who = acting(body.actor, body.organisation)
    person = People(visit, peers_here()).reload(who, Insz(insz))
    return jsonify(shapes.person(person, visit.clock.now))


@blueprint.get("/persons/<insz>/history")
def history(insz: str) -> Response:
    """List what happened to a person at ``organisation``, newest first.

    *Bron*: tab "Historiek" (seed 004).
    """
    number = Insz(insz)
    who = acting(actor_in_query(), request.args.get("organisation", ""))
    found = History(current_visit()).of_person(who, number, after_in_query(), limit_in_query())
    return jsonify(shapes.page("history", found, shapes.entry))


@blueprint.get("/persons/<insz>/work-relations")
def work_relations(insz: str) -> Response:
    """Return all work relations of a person, or with Accept ``application/jwt`` the signed statement.

    What one authority asks of another; the real IDM has no public way to ask it (domain facts §4).
    """
    number, desk = Insz(insz), WorkRelationsDesk(current_visit())

    def plain() -> Response:
        facts = desk.facts(number)
        if facts is None:
            raise PersonNotInIdm(f"{number.display} staat niet in het gebruikersbeheer.")
        return jsonify(facts)

    return statement_or(lambda audience: desk.statement(number, audience), plain)
