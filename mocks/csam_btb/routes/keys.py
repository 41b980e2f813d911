"""The API of the digital keys."""

from __future__ import annotations

from typing import Annotated, Literal

from flask import Blueprint, Response, jsonify
from pydantic import Field

from mocks.core.api import statement_or
from mocks.core.control import Body, read_body
from mocks.core.identifiers import Insz
from mocks.core.shell import current_visit
from mocks.csam_btb.backend import ByCode, Codes, DigitalKeysDesk, KeyRegister
from mocks.csam_btb.domain.keys import key_facts
from mocks.csam_btb.domain.kinds import Kind
from mocks.csam_btb.routes.here import peers_here

api = Blueprint("api", __name__, url_prefix="/api/v1")


class ProofBody(Body):
    """What proves that one holds the key: a code, and with a federal token a name and a password too."""

    code: Annotated[str, Field(max_length=40)]
    username: Annotated[str, Field(max_length=100)] = ""
    password: Annotated[str, Field(max_length=100)] = ""


class ActivationBody(Body):
    """Which key somebody activates with the code of a letter.

    Attributes:
        link: the link of the e-mail, or its last part.
        code: the activation code of the letter.
        kind: the key.
        phone: where the text message goes, for ``sms``.
        proof: what came to the phone; left out to begin.
    """

    link: Annotated[str, Field(max_length=300)]
    code: Annotated[str, Field(max_length=80)]
    kind: Literal["eid", "itsme", "app", "sms", "token"]
    phone: Annotated[str, Field(max_length=40)] = ""
    proof: ProofBody | None = None


@api.post("/activations")
def activate() -> tuple[Response, int]:
    """Activate a key with the code of a registration office: begin, and with ``proof`` finish.

    The shape is ours; the real CSAM does this on its pages only.
    """
    body, visit = read_body(ActivationBody), current_visit()
    entered = Codes(visit).entered(body.link.rstrip("/").rpartition("/")[2], body.code)
    activating, kind = ByCode(visit, peers_here(), entered).activating, Kind(body.kind)
    if body.proof is None:
        begun = activating.begin(kind, body.phone)
        return jsonify(insz=begun.insz, kind=kind.value, phone=begun.phone), 202
    key = activating.confirm(kind, body.proof.model_dump())
    return jsonify(insz=key.insz, **key_facts(key)), 201


@api.get("/digital-keys/<number>")
def digital_keys(number: str) -> Response:
    """Return the activated keys of a person, or with Accept ``application/jwt`` the signed statement.

    The shape is ours; the real CSAM has no public API.
    """
    insz = Insz(number)
    visit = current_visit()
    return statement_or(
        lambda audience: DigitalKeysDesk(visit).statement(insz, audience),
        lambda: jsonify(
            insz=insz, keys=[key_facts(key) for key in KeyRegister(visit).of_person(insz).values()]
        ),
    )
