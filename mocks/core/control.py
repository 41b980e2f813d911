"""The control rooms: ``/_mock/…``, what only a mock has.

A mock names the *kinds* of facts that it holds; this module gives each of them the same four ways in:
list, read, put and remove.  The cast is put through the same kinds, and so are exported facts.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Generic, TypeVar

from flask import Blueprint, Response, jsonify, request
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from mocks.core.errors import BadRequest, NotFound
from mocks.core.shell import current_visit
from mocks.core.visit import Visit


class Body(BaseModel):
    """A body that a program sends: no member that we do not know, no silent conversion."""

    model_config = ConfigDict(extra="forbid", frozen=True)


BodyT = TypeVar("BodyT", bound=BaseModel)


def _readable(text: str) -> str:
    if not text.strip() or any(unicodedata.category(sign) in {"Cc", "Cs"} for sign in text):
        raise ValueError("moet leesbare tekst op één regel zijn")
    return text


Line = Annotated[str, Field(min_length=1, max_length=200), AfterValidator(_readable)]
"""One line of text, such as a name; PostgreSQL takes no NUL and no page shows a control character."""


class MalformedBody(BadRequest):
    """A JSON body that does not fit; the sentence names the members."""

    code = "malformed-body"


class UnknownFact(NotFound):
    """There is no such fact in this world."""

    code = "unknown-fact"


@dataclass(frozen=True)
class FactKind(Generic[BodyT]):
    """A kind of fact that an authority holds.

    Attributes:
        name: the English noun in ``/<system>/_mock/<name>/<number>``.
        body: its members.
        numbers: returns the numbers of all facts of this kind.
        get: returns one, or None.
        put: makes or replaces one.
        remove: removes one and returns whether it was there.
    """

    name: str
    body: type[BodyT]
    numbers: Callable[[Visit], Sequence[str]]
    get: Callable[[Visit, str], BodyT | None]
    put: Callable[[Visit, str, BodyT], None]
    remove: Callable[[Visit, str], bool]


def control_blueprint(kinds: Iterable[FactKind[Any]]) -> Blueprint:
    """Return the control room of a mock with these kinds of facts."""
    blueprint = Blueprint("control", __name__, url_prefix="/_mock")
    by_name = {kind.name: kind for kind in kinds}

    def kind_of(name: str) -> FactKind[Any]:
        if name not in by_name:
            raise NotFound(f"Hier is geen soort feit ‘{name[:40]}’; wel: {', '.join(by_name)}.")
        return by_name[name]

    @blueprint.get("/")
    def kinds_of_facts() -> Response:
        """Say which kinds of facts this mock holds, with the JSON schema of each."""
        return jsonify({name: kind.body.model_json_schema() for name, kind in by_name.items()})

    @blueprint.get("/<kind>")
    def numbers(kind: str) -> Response:
        """List the numbers of all facts of a kind."""
        return jsonify(numbers=list(kind_of(kind).numbers(current_visit())))

    @blueprint.get("/<kind>/<number>")
    def read(kind: str, number: str) -> Response:
        """Read one fact."""
        found = kind_of(kind).get(current_visit(), number)
        if found is None:
            raise UnknownFact(f"Er is geen ‘{kind}’ met nummer {number[:60]} in deze wereld.")
        return jsonify(found.model_dump(mode="json"))

    @blueprint.put("/<kind>/<number>")
    def put(kind: str, number: str) -> Response:
        """Put a fact: make it, or replace it."""
        fact = kind_of(kind)
        fact.put(current_visit(), number, read_body(fact.body))
        return jsonify(status="ok")

    @blueprint.delete("/<kind>/<number>")
    def remove(kind: str, number: str) -> Response:
        """Remove a fact."""
        if not kind_of(kind).remove(current_visit(), number):
            raise UnknownFact(f"Er is geen ‘{kind}’ met nummer {number[:60]} in deze wereld.")
        return jsonify(status="ok")

    return blueprint


def read_body(model: type[BodyT]) -> BodyT:
    """Return the JSON body of the request.

    Raises:
        MalformedBody: when it is no JSON object or its members do not fit.
    """
    return parse(model, read_object() if request.get_data() else {})


def read_object(
    expected: str = "Verstuur een JSON-object, met Content-Type: application/json.",
) -> dict[str, Any]:
    """Return the JSON object that the request sends; ``expected`` is the sentence when it is none.

    Raises:
        MalformedBody: when it is none, is nested too deeply, or holds half a character.
    """
    try:
        sent = request.get_json(silent=True)
        if b"\\u" in request.get_data():
            # JSON can write half of a surrogate pair, which no answer and no database can hold.
            json.dumps(sent, ensure_ascii=False).encode()
    except (RecursionError, UnicodeEncodeError):
        sent = None
    if not isinstance(sent, dict):
        raise MalformedBody(expected)
    return sent


def parse(model: type[BodyT], members: dict[str, Any]) -> BodyT:
    """Return a body made of ``members``.

    Raises:
        MalformedBody: naming each member that does not fit.
    """
    try:
        return model.model_validate(members)
    except ValidationError as error:
        faults = "; ".join(
            f"{'.'.join(str(part) for part in fault['loc']) or 'body'}: {fault['msg']}"
            for fault in error.errors()[:5]
        )
        raise MalformedBody(
            f"De inhoud past niet ({faults}). Verwachte velden: {', '.join(model.model_fields)}."
        ) from None
