"""Onboarding: IDM hears which right an e-loket asks, SSM which mandate type."""

from __future__ import annotations

from collections.abc import Sequence

from mocks.acm.domain.eloket import Eloket
from mocks.acm.peers import Desks
from mocks.core.visit import Visit
from mocks.idm.backend import RightsAsked
from mocks.idm.domain.asked import AskedRight
from mocks.idm.domain.asked import Catalogue as Rights
from mocks.ssm.backend import TypesAsked
from mocks.ssm.domain.asked import AskedType
from mocks.ssm.domain.asked import Catalogue as Types


class RightsDesk:
    """Where IDM hears of an e-loket (an :class:`~mocks.acm.peers.Desk`)."""

    def __init__(self, visit: Visit) -> None:
        """Tell it within ``visit``."""
        self._asked = RightsAsked(visit)

    def check(self, eloket: Eloket) -> None:
        """Refuse a right by the name of another one."""
        asked = right_of(eloket)
        if asked is not None:
            self._asked.check(asked)

    def take(self, eloket: Eloket) -> None:
        """Let the right be granted."""
        asked = right_of(eloket)
        if asked is not None:
            self._asked.take(asked)
        else:
            self._asked.withdraw(eloket.client_id)

    def withdraw(self, client_id: str) -> None:
        """Offer the right no more."""
        self._asked.withdraw(client_id)


class MandatesDesk:
    """Where SSM hears of an e-loket (an :class:`~mocks.acm.peers.Desk`)."""

    def __init__(self, visit: Visit) -> None:
        """Tell it within ``visit``."""
        self._asked = TypesAsked(visit)

    def check(self, eloket: Eloket) -> None:
        """Refuse a mandate type that another e-loket asks."""
        asked = type_of(eloket)
        if asked is not None:
            self._asked.check(asked)

    def take(self, eloket: Eloket) -> None:
        """Let mandates of the type be concluded."""
        asked = type_of(eloket)
        if asked is not None:
            self._asked.take(asked)
        else:
            self._asked.withdraw(eloket.client_id)

    def withdraw(self, client_id: str) -> None:
        """Offer the type no more."""
        self._asked.withdraw(client_id)


def desks(visit: Visit) -> Desks:
    """Return who is told of an e-loket."""
    return RightsDesk(visit), MandatesDesk(visit)


def check_together(eloket: Eloket, others: Sequence[Eloket]) -> None:
    """Check what an e-loket asks, beside what is always there and what these others ask.

    Raises:
        Refusal: with the reason of IDM or SSM.
    """
    right, type_ = right_of(eloket), type_of(eloket)
    if right is not None:
        Rights(tuple(one for one in map(right_of, others) if one is not None and one.is_new)).check(right)
    if type_ is not None:
        Types(tuple(one for one in map(type_of, others) if one is not None and one.is_new)).check(type_)


def right_of(eloket: Eloket) -> AskedRight | None:
    """Return what an e-loket asks of IDM, or None."""
    if eloket.right is None:
        return None
    return AskedRight(
        eloket=eloket.client_id,
        eloket_name=eloket.client_name,
        name=eloket.right.name,
        token_code=eloket.right.token_code,
        profile=eloket.right.profile,
        target_groups=eloket.target_groups,
    )


def type_of(eloket: Eloket) -> AskedType | None:
    """Return what an e-loket asks of SSM, or None."""
    if eloket.mandate_type is None:
        return None
    return AskedType(eloket.client_id, eloket.client_name, eloket.mandate_type, eloket.target_groups)
