"""The API of the register."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, cast

from flask import Blueprint, Response, current_app, jsonify
from pydantic import AfterValidator, Field

from mocks.core.api import page_bounds, statement_or
from mocks.core.control import Body, Line, read_body
from mocks.core.forms import read_email
from mocks.core.identifiers import Insz, Sex
from mocks.core.shell import current_visit
from mocks.rijksregister.backend import IdentityDesk, Loket, Rijksregister, Served
from mocks.rijksregister.domain import (
    Application,
    Document,
    DocumentKind,
    Person,
    bare_number,
    identity_facts,
)
from mocks.rijksregister.peers import PeersOf

PEERS = "rijksregister.peers"
"""Under which name the application keeps whom it asks."""

blueprint = Blueprint("api", __name__, url_prefix="/api/v1")


class DocumentBody(Body):
    """The identity document that is shown."""

    kind: DocumentKind
    country: Annotated[str, Field(pattern="^[A-Z]{2}$")]
    number: Annotated[str, Field(min_length=1, max_length=40), AfterValidator(bare_number)]
    valid_until: date


class ApplicationBody(Body):
    """Who asks a BIS number, in person or through somebody else."""

    given_name: Line
    family_name: Line
    birth_date: date
    sex: Sex | None = None
    document: DocumentBody
    email: Line
    another_person: bool = False


class CodeBody(Body):
    """Who asks a new activation code, and which keys got lost."""

    insz: Line
    document: DocumentBody
    email: Line
    lost: tuple[Literal["itsme", "app", "sms", "token"], ...] = ()


class MergeBody(Body):
    """Two numbers of one person: ``old`` gives way to ``new``."""

    old: Line
    new: Line


class NationalNumberBody(Body):
    """Who has a BIS number and comes to stand in the Rijksregister."""

    bis_number: Line
    sex: Sex | None = None
    email: Line


@blueprint.post("/bis-numbers")
def ask_bis_number() -> tuple[Response, int]:
    """Give a person a BIS number and a letter; who has a number is told it (200 and not 201)."""
    body = read_body(ApplicationBody)
    application = Application(
        given_name=body.given_name.strip(),
        family_name=body.family_name.strip(),
        birth_date=body.birth_date,
        sex=body.sex,
        document=_document(body.document),
        email=read_email(body.email),
        another_person=body.another_person,
    )
    served = desk_here().ask(application)
    return jsonify(_served(served)), 200 if served.letter is None else 201


@blueprint.post("/activation-codes")
def ask_activation_code() -> tuple[Response, int]:
    """Give whoever has a number a new activation code; an older one, and lost keys, work no longer."""
    body = read_body(CodeBody)
    served = desk_here().give_code(
        Insz(body.insz), _document(body.document), read_email(body.email), body.lost
    )
    return jsonify(_served(served)), 201


@blueprint.post("/merges")
def merge() -> Response:
    """Let a number take the place of a BIS number of the same person."""
    body = read_body(MergeBody)
    return jsonify(_members(desk_here().merge(Insz(body.old), Insz(body.new))))


@blueprint.post("/national-numbers")
def register() -> tuple[Response, int]:
    """Give a national number in the place of a BIS number."""
    body = read_body(NationalNumberBody)
    served = desk_here().register(Insz(body.bis_number), body.sex, read_email(body.email))
    return jsonify(_served(served)), 201


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


def desk_here() -> Loket:
    """Return the desk during this request."""
    visit = current_visit()
    return Loket(visit, cast(PeersOf, current_app.extensions[PEERS])(visit))


def _document(body: DocumentBody) -> Document:
    return Document(**dict(body))


def _served(served: Served) -> dict[str, object]:
    letter = served.letter
    told = None
    if letter is not None:
        until = letter.valid_until.isoformat()
        told = {"code": letter.code, "link": letter.link, "email": letter.email, "valid_until": until}
    return {**_members(served.person), "letter": told}


def _members(person: Person) -> dict[str, object]:
    return {"insz": person.insz, **identity_facts(person)}
