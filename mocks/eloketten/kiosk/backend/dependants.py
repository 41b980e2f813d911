"""The applicants without an enterprise number, and picking one of them in a session."""

from __future__ import annotations

from collections.abc import Sequence

from mocks.core.visit import Visit
from mocks.eloketten.kiosk import store
from mocks.eloketten.kiosk.domain.applicants import Applicant
from mocks.eloketten.kiosk.domain.dependants import Dependant, handles, is_code
from mocks.eloketten.kiosk.errors import UnknownDependant

MOST_SHOWN = 200
"""How many a page shows; the largest inrichtende macht has fewer institutions."""


class Dependants:
    """The applicants under others during one visit."""

    def __init__(self, visit: Visit) -> None:
        """Keep and find them within ``visit``."""
        self._visit = visit

    def under(self, party: Applicant) -> Sequence[Dependant]:
        """Return whom a session that acts for this party may pick."""
        if not handles(party):
            return ()
        return store.dependants.under(self._visit.reading, party.code, MOST_SHOWN)

    def pick(self, party: Applicant, code: str) -> Dependant:
        """Return one of those.

        Raises:
            UnknownDependant: when there is none of this code under this party.
        """
        # What cannot be a code is not looked up: a database does not take every text.
        found = store.dependants.find(self._visit.reading, code) if is_code(code) else None
        if found is None or found.acting != party.code or not handles(party):
            raise UnknownDependant(party.name)
        return found

    def put(self, one: Dependant) -> None:
        """Keep one, or replace what is kept.

        Raises:
            CouldBeReal: when the number of whom it stands under could be a citizen's or a company's.
        """
        self._visit.require_safe(one.acting)
        with self._visit.writing() as connection:
            store.dependants.put(connection, one)

    def remove(self, code: str) -> bool:
        """Remove one; return whether there was one."""
        with self._visit.writing() as connection:
            return store.dependants.remove(connection, code)
