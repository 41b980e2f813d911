"""Onboarding: an e-loket is registered with what it asks of others, or leaves again."""

from __future__ import annotations

from mocks.acm.backend import clients
from mocks.acm.domain.eloket import Eloket
from mocks.acm.peers import Desks
from mocks.core.visit import Visit


def register(visit: Visit, desks: Desks, eloket: Eloket) -> None:
    """Register an e-loket, or replace what was agreed with it, and tell who grants its right and mandates.

    ACM, IDM and SSM each write in a transaction of their own; registering again repairs what was broken off.

    Raises:
        MalformedIntegrationFile: when its public keys cannot be read, or are none.
        Refusal: when a right or a mandate type is somebody else's; then nobody was told anything.
    """
    for desk in desks:
        desk.check(eloket)
    clients.put(visit, eloket)
    for desk in desks:
        desk.take(eloket)


def withdraw(visit: Visit, desks: Desks, client_id: str) -> bool:
    """Forget an e-loket, and tell so; return whether it was known.

    What was granted or concluded for it stays, and opens nothing.
    """
    for desk in desks:
        desk.withdraw(client_id)
    return clients.remove(visit, client_id)
