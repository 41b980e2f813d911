"""The control room of the kmo-portefeuille: registered services.

A service is named ``<enterprise number>-training`` or ``-advice``, with ``-<department>`` behind it for one
of a department.  Which departments are activated is a fact of IDM.
"""

from __future__ import annotations

from typing import Any

from flask import Blueprint

from mocks.core.control import Body, FactKind, Line, control_blueprint
from mocks.core.visit import Visit
from mocks.eloketten.kmo_portefeuille.backend import Services
from mocks.eloketten.kmo_portefeuille.domain.services import Place, read_details


class ServiceBody(Body):
    """A registered service: its contact person and the account number (IBAN)."""

    name: Line
    email: Line
    phone: Line
    account: Line


def _put(visit: Visit, number: str, body: ServiceBody) -> None:
    Services(visit).put(Place.parse(number), read_details(body.model_dump()))


def _get(visit: Visit, number: str) -> ServiceBody | None:
    found = Services(visit).find(Place.parse(number))
    return ServiceBody(**vars(found.details)) if found is not None else None


KINDS: tuple[FactKind[Any], ...] = (
    FactKind(
        name="service",
        body=ServiceBody,
        numbers=lambda visit: Services(visit).numbers(),
        get=_get,
        put=_put,
        remove=lambda visit, number: Services(visit).remove(Place.parse(number)),
    ),
)


def create_blueprint() -> Blueprint:
    """Return the control room."""
    return control_blueprint(KINDS)
