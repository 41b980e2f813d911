"""The API of the register."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from flask import Blueprint, Response, jsonify
from pydantic import AfterValidator, Field

from mocks.core.api import page_bounds, statement_or
from mocks.core.control import Body, Line, read_body
from mocks.core.identifiers import Insz, Sex
from mocks.core.shell import current_visit
from mocks.rijksregister.backend import IdentityDesk, Loket, Rijksregister
from mocks.rijksregister.domain import Application, Document, DocumentKind, Person, identity_facts

blueprint = Blueprint("api", __name__, url_prefix="/api/v1")


def _bare(number: str) -> str:
    bare = "".join(number.split()).upper()
    if not bare.isascii() or not bare.isalnum():
        raise ValueError("moet uit letters en cijfers bestaan")
    return bare


class DocumentBody(Body):
    """The identity document that is shown."""

    kind: DocumentKind
    country: Annotated[str, Field(pattern="^[A-Z]{2}$")]
    number: Annotated[str, Field(min_length=1, max_length=40), AfterValidator(_bare)]
    valid_until: date


class ApplicationBody(Body):
    """Who asks a BIS number, in person or through somebody else."""

    given_name: Line
    family_name: Line
    birth_date: date
    sex: Sex | None = None
    document: DocumentBody
    another_person: bool = False


@blueprint.post("/bis-numbers")
def ask_bis_number() -> tuple[Response, int]:
    """Give a person a BIS number; who has a number is told it (200 and not 201)."""
    body = read_body(ApplicationBody)
    application = Application(
        given_name=body.given_name.strip(),
        family_name=body.family_name.strip(),
        birth_date=body.birth_date,
        sex=body.sex,
        document=Document(**dict(body.document)),
        another_person=body.another_person,
    )
    found, new = Loket(current_visit()).ask(application)
    return jsonify(_members(found)), 201 if new else 200


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
