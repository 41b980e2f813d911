"""The API of the digital keys."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify

from mocks.core.api import statement_or
from mocks.core.identifiers import Insz
from mocks.core.shell import current_visit
from mocks.csam_btb.backend import DigitalKeysDesk, KeyRegister
from mocks.csam_btb.domain.keys import key_facts

api = Blueprint("api", __name__, url_prefix="/api/v1")


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
