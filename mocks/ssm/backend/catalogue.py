"""The mandate types as they are in a world, and the desk where e-lokets ask one."""

from __future__ import annotations

from mocks.core.store import Connection
from mocks.core.visit import Visit
from mocks.ssm import store
from mocks.ssm.domain.asked import AskedType, Catalogue


def catalogue_in(connection: Connection) -> Catalogue:
    """Return every mandate type that can be given: the same value for the whole of a use case."""
    return Catalogue(store.asked.every(connection))


class TypesAsked:
    """What e-lokets ask at their onboarding, during one visit."""

    def __init__(self, visit: Visit) -> None:
        """Take it in within ``visit``."""
        self._visit = visit

    def check(self, asked: AskedType) -> None:
        """Check that a mandate type can be asked, before anybody is told.

        Raises:
            TypeTaken: when another e-loket asks it.
        """
        catalogue_in(self._visit.reading).check(asked)

    def take(self, asked: AskedType) -> None:
        """Let mandates of a type be concluded from now on; one that is always there needs no asking."""
        known = self._of(asked.eloket)
        wanted = [asked] if asked.is_new else []
        if known != wanted:
            self._write(asked.eloket, known, wanted)

    def withdraw(self, eloket: str) -> None:
        """Offer nothing more for an e-loket; what was concluded stays, and opens nothing."""
        known = self._of(eloket)
        if known:
            self._write(eloket, known, [])

    def _of(self, eloket: str) -> list[AskedType]:
        return [one for one in store.asked.every(self._visit.reading) if one.eloket == eloket]

    def _write(self, eloket: str, known: list[AskedType], wanted: list[AskedType]) -> None:
        with self._visit.writing() as connection:
            store.asked.withdraw(connection, eloket)
            for one in wanted:
                store.asked.put(connection, one)
            keys = {one.key for one in (*known, *wanted)}
            store.mandates.raise_versions(connection, store.mandates.everybody_with(connection, keys))
