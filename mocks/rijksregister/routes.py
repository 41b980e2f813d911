"""The API of the register."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify

from mocks.core.api import page_bounds, statement_or
from mocks.core.identifiers import Insz
from mocks.core.shell import current_visit
from mocks.rijksregister.backend import IdentityDesk, Rijksregister
from mocks.rijksregister.domain import Person, identity_facts

blueprint = Blueprint("api", __name__, url_prefix="/api/v1")


@blueprint.get("/persons")
def persons() -> Response:
    """List persons by number, a page at a time (``offset``, ``limit``)."""
    offset, limit = page_bounds()
    found, total = Rijksregister(current_visit()).persons(offset, limit)
    return jsonify(persons=[_members(person) for person in found], total=total, offset=offset, limit=limit)


@blueprint.get("/persons/<number>")
def person(number: str) -> Response:
    """Return a person, or with Accept ``application/jwt`` the signed identity statement.

    *Bron*: what MAGDA's GeefPersoon returns (domain facts §6.6); the shape is ours.
    """
    insz = Insz(number)
    visit = current_visit()
    return statement_or(
        lambda audience: IdentityDesk(visit).statement(insz, audience),
        lambda: jsonify(_members(Rijksregister(visit).person(insz))),
    )


def _members(person: Person) -> dict[str, object]:
    return {"insz": person.insz, **identity_facts(person)}
