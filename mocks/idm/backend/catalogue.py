"""The catalogue of rights as it is in a world, and the desk where e-lokets ask one."""

from __future__ import annotations

from mocks.core.store import Connection
from mocks.core.visit import Visit
from mocks.idm import store
from mocks.idm.domain.asked import AskedRight, Catalogue


def catalogue_in(connection: Connection) -> Catalogue:
    """Return every right that can be granted: the same value for the whole of a use case."""
    return Catalogue(store.asked.every(connection))


class RightsAsked:
    """What e-lokets ask at their onboarding, during one visit."""

    def __init__(self, visit: Visit) -> None:
        """Take it in within ``visit``."""
        self._visit = visit

    def check(self, asked: AskedRight) -> None:
        """Check that a right can be asked, before anybody is told.

        Raises:
            RightNameTaken: when another right has this name.
        """
        catalogue_in(self._visit.reading).check(asked)

    def take(self, asked: AskedRight) -> None:
        """Let a right be granted from now on; a right that is always there needs no asking."""
        if not asked.is_new:
            self.withdraw(asked.eloket)
        elif store.asked.find(self._visit.reading, asked.eloket) != asked:
            with self._visit.writing() as connection:
                store.asked.put(connection, asked)
                holders = store.rights.everybody_with(connection, asked.key)
                store.asked.raise_versions(connection, holders)

    def withdraw(self, eloket: str) -> None:
        """Offer nothing more for an e-loket; what was granted stays, and opens nothing."""
        known = store.asked.find(self._visit.reading, eloket)
        if known is None or not known.registered:
            return
        with self._visit.writing() as connection:
            store.asked.withdraw(connection, eloket)
            store.asked.raise_versions(connection, store.rights.everybody_with(connection, known.key))
