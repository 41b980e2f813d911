"""The API of the KBO."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from flask import Blueprint, Response, jsonify, request
from pydantic import Field

from mocks.core.api import page_bounds, statement_or
from mocks.core.control import Body, read_body
from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.core.shell import current_visit
from mocks.core.visit import Visit
from mocks.kbo.backend import ExtractDesk, FunctionsDesk, Kbo, Loket
from mocks.kbo.domain import (
    DEFAULT_FORM,
    DEFAULT_FUNCTION,
    Held,
    extract_facts,
    function_facts,
    read_foreign,
)
from mocks.kbo.peers import Peers

blueprint = Blueprint("api", __name__, url_prefix="/api/v1")


@blueprint.get("/enterprises")
def enterprises() -> Response:
    """List enterprises by number, a page at a time (``offset``, ``limit``), or search by ``name``."""
    offset, limit = page_bounds()
    found, total = Kbo(current_visit()).enterprises(request.args.get("name"), offset, limit)
    return jsonify(
        enterprises=[extract_facts(enterprise) for enterprise in found],
        total=total,
        offset=offset,
        limit=limit,
    )


@blueprint.get("/enterprises/<number>")
def enterprise(number: str) -> Response:
    """Return an enterprise, or with Accept ``application/jwt`` the signed extract.

    *Bron*: what MAGDA's GeefOnderneming returns (domain facts §6.6); the shape is ours.
    """
    parsed = EnterpriseNumber(number)
    visit = current_visit()
    return statement_or(
        lambda audience: ExtractDesk(visit).statement(parsed, audience),
        lambda: jsonify(extract_facts(Kbo(visit).enterprise(parsed))),
    )


@blueprint.get("/enterprises/<number>/functions")
def functions_in(number: str) -> Response:
    """Return every function in an enterprise with its holder, ended and coming ones included.

    *Bron*: the part Functies of MAGDA's GeefOnderneming (domain facts §6.6); the shape is ours.
    """
    parsed = EnterpriseNumber(number)
    held = Kbo(current_visit()).functions_in(parsed)
    return jsonify(enterprise_number=parsed, functions=[_with_holder(one) for one in held])


@blueprint.get("/persons/<insz>/functions")
def functions_of(insz: str) -> Response:
    """Return the functions by which a person acts, or with Accept ``application/jwt`` the statement.

    *Bron*: what MAGDA's GeefFuncties returns (domain facts §6.6); the shape is ours.
    """
    person = Insz(insz)
    visit = current_visit()
    return statement_or(
        lambda audience: FunctionsDesk(visit).statement(person, audience),
        lambda: jsonify(functions=[function_facts(one) for one in Kbo(visit).functions_of(person)]),
    )


def _with_holder(held: Held) -> dict[str, object]:
    function = held.function
    return {
        **function_facts(held),
        "holder": function.number.holder,
        "permanent_representative": function.permanent_representative,
    }


Text = Annotated[str, Field(max_length=1000)]


class ForeignBody(Body):
    """A foreign enterprise that is registered with its legal representative; each member as on the page.

    Attributes:
        name: the name that it goes by.
        street: of the seat abroad, and so on to the municipality.
        country: two letters; of the seat and of the register.
        representative: national number or BIS number of the legal representative.
        begin: the first day of enterprise and function.
        register_number: its number in the register of the country, if it has one.
        legal_form: code of the legal form.
        function: code of the function of the representative.
        email: contact data, as is the phone; none is required.
    """

    name: Text
    street: Text
    house_number: Text
    box: Text = ""
    postcode: Text
    municipality: Text
    country: Text
    representative: Text
    begin: Text
    register_number: Text = ""
    legal_form: Text = DEFAULT_FORM
    function: Text = DEFAULT_FUNCTION
    email: Text = ""
    phone: Text = ""


def create_desk(peers: Callable[[Visit], Peers]) -> Blueprint:
    """Return the API of the ondernemingsloket; ``peers`` gives whom the KBO asks."""
    desk = Blueprint("desk", __name__, url_prefix="/api/v1")

    @desk.post("/enterprises")
    def register() -> tuple[Response, int]:
        """Register a foreign enterprise; one that is registered is told its number (200, not 201).

        *Bron*: seed 003; the fields and the shape are ours.
        """
        body, visit = read_body(ForeignBody), current_visit()
        asked = read_foreign(body.model_dump(), visit.clock.today).required()
        number, new = Loket(visit, peers(visit)).register(asked)
        return jsonify(number=number), 201 if new else 200

    return desk
