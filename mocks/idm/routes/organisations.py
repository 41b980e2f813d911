"""The API: which organisations somebody administers, who administers one, its history and its tasks."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify, request

from mocks.core.control import read_body
from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.core.shell import current_visit
from mocks.idm.backend import Administrators, History, People, Tasks, catalogue_in
from mocks.idm.domain.relations import Category
from mocks.idm.errors import UnknownTask
from mocks.idm.routes import shapes
from mocks.idm.routes.here import (
    ActorBody,
    Number,
    Text,
    acting,
    actor_in_query,
    after_in_query,
    day,
    limit_in_query,
    peers_here,
)

blueprint = Blueprint("api_organisations", __name__, url_prefix="/api/v1")


class AcceptBody(ActorBody):
    """What an administrator adds to a request that is accepted."""

    category: Text = Category.PERMANENT.value
    end: Text | None = None
    right_end: Text | None = None


class RefuseBody(ActorBody):
    """What the person is told of a refusal."""

    answer: Text | None = None


@blueprint.get("/catalogue")
def catalogue() -> Response:
    """List every right that there is, those that e-lokets ask last, on offer somewhere or not; ours."""
    rights = catalogue_in(current_visit().reading).rights
    return jsonify(rights=[shapes.catalogue_entry(right) for right in rights])


@blueprint.get("/organisations")
def organisations() -> Response:
    """List the organisations that ``actor`` administers, with the grounds.

    *Bron*: "een lijst van alle ondernemingen waarvoor u lokale beheerder bent" (seed 004).
    """
    administrators = Administrators(current_visit(), peers_here())
    found = administrators.organisations(Insz(actor_in_query()))
    return jsonify(
        organisations=[
            {**shapes.organisation(one.organisation), "grounds": [ground.value for ground in one.grounds]}
            for one in found
        ]
    )


@blueprint.get("/organisations/<number>/administrators")
def administrators(number: str) -> Response:
    """List who administers an organisation; anybody may ask.

    *Bron*: seed 002, "Kijk na wie uw beheerder is".
    """
    found = Administrators(current_visit(), peers_here()).of(EnterpriseNumber(number))
    return jsonify(administrators=[shapes.administrator(one) for one in found])


@blueprint.get("/organisations/<number>/administrators/<insz>")
def administrator(number: str, insz: str) -> Response:
    """Say for each ground whether it makes a person administrator, with every check; ours."""
    asked = Administrators(current_visit(), peers_here())
    verdicts = asked.verdicts(Insz(insz), EnterpriseNumber(number))
    return jsonify(
        administrator=any(one.holds for one in verdicts), grounds=[shapes.verdict(one) for one in verdicts]
    )


@blueprint.get("/organisations/<number>/persons")
def persons(number: str) -> Response:
    """List or search (``text``) the persons of an organisation, a piece at a time (``after``, ``limit``)."""
    visit, who = current_visit(), acting(actor_in_query(), number)
    text = request.args.get("text", "")
    found = People(visit, peers_here()).search(who, text, after_in_query(), limit_in_query())
    return jsonify(
        shapes.page(
            "persons",
            found,
            lambda row: {
                "number": str(row.insz),
                "name": row.full_name,
                "status": row.status.value,
                "work_relations": shapes.relation_files(row.relations, visit.clock.today),
            },
        )
    )


@blueprint.get("/organisations/<number>/comparison")
def comparison(number: str) -> Response:
    """Set persons (``person``, several times) beside one another ("Vergelijk meerdere personen")."""
    who = acting(actor_in_query(), number)
    numbers = [Insz(text) for text in request.args.getlist("person")[:20]]
    found = People(current_visit(), peers_here()).compare(who, numbers)
    return jsonify(
        persons=[str(one.person.insz) for one in found.persons],
        rights=[
            {
                "right": row.name,
                "profile": row.profile,
                "states": list(row.states),
                "contexts": [list(contexts) for contexts in row.contexts],
                "differs": row.differs,
            }
            for row in found.rows
        ],
    )


@blueprint.get("/organisations/<number>/history")
def history(number: str) -> Response:
    """List what happened at an organisation, newest first, a piece at a time."""
    who = acting(actor_in_query(), number)
    found = History(current_visit()).of_organisation(who, after_in_query(), limit_in_query())
    return jsonify(shapes.page("history", found, shapes.entry))


@blueprint.get("/organisations/<number>/tasks")
def tasks(number: str) -> Response:
    """List the open tasks of an organisation, the oldest first ("Mijn taken")."""
    who = acting(actor_in_query(), number)
    found = Tasks(current_visit(), peers_here()).open(who, after_in_query(), limit_in_query())
    return jsonify(shapes.page("tasks", found, shapes.task))


@blueprint.post("/organisations/<number>/tasks/<task>/accept")
def accept(number: str, task: str) -> Response:
    """Accept a request: couple where that is needed, and grant the right, all or nothing."""
    body = read_body(AcceptBody)
    decided = Tasks(current_visit(), peers_here()).accept(
        acting(body.actor, number),
        _task_number(task),
        Category.read(body.category),
        day(body.end, "De einddatum"),
        day(body.right_end, "De einddatum van het recht"),
    )
    return jsonify(shapes.task(decided))


@blueprint.post("/organisations/<number>/tasks/<task>/refuse")
def refuse(number: str, task: str) -> Response:
    """Refuse a request."""
    body = read_body(RefuseBody)
    tasks = Tasks(current_visit(), peers_here())
    return jsonify(shapes.task(tasks.refuse(acting(body.actor, number), _task_number(task), body.answer)))


def _task_number(text: Number) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise UnknownTask("Een taak heeft een getal als nummer.")
    return int(text)
