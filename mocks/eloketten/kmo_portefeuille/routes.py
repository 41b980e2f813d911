"""The desk of the service kmo-portefeuille for programs: which departments of an organisation are activated.

No real interface for this is known; the activation itself is (*Bron*: seed 003).
"""

from __future__ import annotations

from typing import Annotated

from flask import Blueprint, Response, current_app, jsonify
from pydantic import Field

from mocks.core.control import Body, Line, read_body
from mocks.core.identifiers import EnterpriseNumber
from mocks.core.shell import current_visit
from mocks.eloketten.kmo_portefeuille.backend import Desk
from mocks.eloketten.kmo_portefeuille.backend.desk import Provider

PEERS = "proefloket.kmo-portefeuille.peers"
"""Where the application keeps the way to its peers."""

blueprint = Blueprint("api", __name__, url_prefix="/api/v1")


class DepartmentsBody(Body):
    """The departments that are activated from now on: these and no others."""

    departments: Annotated[list[Line], Field(min_length=1, max_length=200)]


@blueprint.get("/departments/<number>")
def departments(number: str) -> Response:
    """Return the departments of an organisation that are activated today."""
    return _shown(desk().provider(EnterpriseNumber(number)))


@blueprint.put("/departments/<number>")
def activate(number: str) -> Response:
    """Let exactly these departments be activated; the right for them then stands in IDM."""
    body = read_body(DepartmentsBody)
    return _shown(desk().put(EnterpriseNumber(number), body.departments))


@blueprint.delete("/departments/<number>")
def deactivate(number: str) -> Response:
    """Take every department back; twice is once."""
    return _shown(desk().put(EnterpriseNumber(number), ()))


def desk() -> Desk:
    """Return the desk during this visit."""
    return Desk(current_app.extensions[PEERS](current_visit()))


def _shown(provider: Provider) -> Response:
    return jsonify(
        enterprise_number=str(provider.number), name=provider.name, departments=list(provider.departments)
    )
