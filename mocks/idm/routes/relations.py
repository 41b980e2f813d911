"""The API: work relations."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify

from mocks.core.control import read_body
from mocks.core.forms import read_date
from mocks.core.identifiers import Insz
from mocks.core.shell import current_visit
from mocks.idm.backend import Coupling, Rights, WorkRelations
from mocks.idm.domain.relations import Category, RelationNumber
from mocks.idm.routes import shapes
from mocks.idm.routes.here import ActorBody, Number, Text, acting, actor_in_query, created, day, peers_here

blueprint = Blueprint("api_relations", __name__, url_prefix="/api/v1")


class CouplingBody(ActorBody):
    """A person to couple; dates left out are today and ten years later."""

    person: Number
    organisation: Number
    phone: Text
    email: Text
    category: Text = Category.PERMANENT.value
    begin: Text | None = None
    end: Text | None = None


class ExtendBody(ActorBody):
    """A later end; left out it is the latest one possible. ``rights``: whether the rights go along."""

    end: Text | None = None
    rights: bool = True
    seen: int | None = None


class EndBody(ActorBody):
    """An earlier end."""

    end: Text
    seen: int | None = None


@blueprint.post("/work-relations")
def couple() -> Response:
    """Couple a person to an organisation (*Bron*: "Koppel gebruiker aan organisatie", seed 004)."""
    body = read_body(CouplingBody)
    coupling = Coupling(
        category=Category.read(body.category),
        phone=body.phone,
        email=body.email,
        begin=day(body.begin, "De begindatum"),
        end=day(body.end, "De einddatum"),
    )
    who = acting(body.actor, body.organisation)
    made = WorkRelations(current_visit(), peers_here()).couple(who, Insz(body.person), coupling)
    return created(shapes.relation(made))


@blueprint.get("/work-relations/<number>")
def work_relation(number: str) -> Response:
    """Return a work relation with its rights."""
    visit, parsed = current_visit(), RelationNumber.parse(number)
    who = acting(actor_in_query(), parsed.organisation)
    file = WorkRelations(visit, peers_here()).find(who, parsed)
    return jsonify(shapes.relation_files([file], visit.clock.today)[0])


@blueprint.post("/work-relations/<number>/extend")
def extend(number: str) -> Response:
    """Extend a work relation (*Bron*: "Verleng werkrelatie en gebruikersrechten", seed 004)."""
    body, parsed = read_body(ExtendBody), RelationNumber.parse(number)
    who = acting(body.actor, parsed.organisation)
    longer = WorkRelations(current_visit(), peers_here()).extend(
        who, parsed, day(body.end, "De einddatum"), body.seen, rights=body.rights
    )
    return jsonify(shapes.relation(longer))


@blueprint.post("/work-relations/<number>/end")
def end(number: str) -> Response:
    """Let a work relation end earlier, and its rights with it."""
    body, parsed = read_body(EndBody), RelationNumber.parse(number)
    who = acting(body.actor, parsed.organisation)
    relations = WorkRelations(current_visit(), peers_here())
    shorter = relations.end(who, parsed, read_date(body.end, "De einddatum"), body.seen)
    return jsonify(shapes.relation(shorter))


@blueprint.get("/work-relations/<number>/rights-on-offer")
def on_offer(number: str) -> Response:
    """List the rights that ``actor`` can grant on a work relation today (*Bron*: seed 004, stap 1 van 3)."""
    parsed = RelationNumber.parse(number)
    who = acting(actor_in_query(), parsed.organisation)
    found = Rights(current_visit(), peers_here()).on_offer(who, parsed)
    return jsonify(
        rights=[
            {
                **shapes.catalogue_entry(one.right),
                "contexts": list(one.contexts),
                "default_end": one.default_end.isoformat(),
            }
            for one in found
        ]
    )
