"""ACM's control room: register e-lokets, and rotate the signing key."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, Response, jsonify, request

from mocks.acm import store
from mocks.acm.backend import clients, onboarding
from mocks.acm.backend.clients import MalformedIntegrationFile
from mocks.acm.domain.eloket import Eloket
from mocks.acm.peers import Desks
from mocks.core.control import FactKind, control_blueprint, read_body
from mocks.core.shell import current_visit
from mocks.core.visit import Visit


def kinds(desks: Callable[[Visit], Desks]) -> tuple[FactKind[Eloket]]:
    """Return the facts of ACM; ``desks`` gives who is told of an e-loket in a visit."""

    def put(visit: Visit, number: str, eloket: Eloket) -> None:
        if eloket.client_id != number:
            raise MalformedIntegrationFile(
                f"client_id is ‘{eloket.client_id}’, het adres zegt ‘{number[:60]}’."
            )
        onboarding.register(visit, desks(visit), eloket)

    return (
        FactKind(
            name="clients",
            body=Eloket,
            numbers=lambda visit: store.client_ids(visit.reading),
            get=clients.registered,
            put=put,
            remove=lambda visit, number: onboarding.withdraw(visit, desks(visit), number),
        ),
    )


def seed(visit: Visit) -> None:
    """Register the e-lokets that come with Proefloket."""
    for eloket in clients.shipped():
        clients.put(visit, eloket)


def blueprint(desks: Callable[[Visit], Desks]) -> Blueprint:
    """Return ACM's control room; ``desks`` gives who is told of an e-loket in a visit."""
    room = control_blueprint(kinds(desks))

    @room.post("/clients")
    def register() -> Response:
        """Register an e-loket at run time (the names of RFC 7591, and those of the integration file).

        The body is JSON, or an integration file in YAML (Content-Type ``application/yaml``).
        """
        if request.mimetype in {"application/yaml", "text/yaml", "application/x-yaml"}:
            eloket = clients.read_file(request.get_data(as_text=True))
        else:
            eloket = read_body(Eloket)
        visit = current_visit()
        onboarding.register(visit, desks(visit), eloket)
        answer = jsonify(eloket.model_dump(mode="json"))
        answer.status_code = 201
        return answer

    @room.post("/keys")
    def rotate() -> Response:
        """Sign with a new key from now on; what the old one signed can still be verified."""
        visit = current_visit()
        generation = visit.key_generation("acm") + 1
        visit.change_setting("acm.key_generation", generation)
        return jsonify(kid=visit.house.keys.signing_key("acm", "RS256", generation).kid)

    return room
