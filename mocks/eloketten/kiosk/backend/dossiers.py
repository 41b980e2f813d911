"""The dossiers of applicants."""

from __future__ import annotations

from collections.abc import Sequence

from mocks.core.visit import Visit
from mocks.eloketten.kiosk import store
from mocks.eloketten.kiosk.domain.applicants import Applicant
from mocks.eloketten.kiosk.domain.dependants import is_code
from mocks.eloketten.kiosk.domain.dossiers import Dossier, is_kiosk_number
from mocks.eloketten.kiosk.errors import UnknownDossier


class Dossiers:
    """The dossiers in KIOSK during one visit; of an applicant only those that are its own."""

    def __init__(self, visit: Visit) -> None:
        """Keep and find dossiers within ``visit``."""
        self._visit = visit

    def page(self, applicant: Applicant, offset: int, limit: int) -> tuple[Sequence[Dossier], int]:
        """Return a page of the applicant's dossiers by number, and how many it has in all."""
        reading = self._visit.reading
        found = store.dossiers.of_applicant(reading, applicant.code, offset, limit)
        return found, store.dossiers.count(reading, applicant.code)

    def find(self, applicant: Applicant, number: str) -> Dossier:
        """Return a dossier of the applicant.

        Raises:
            UnknownDossier: when there is none of this number, or it is somebody else's.
        """
        # What cannot be a number is not looked up: a database does not take every text.
        found = store.dossiers.find(self._visit.reading, number) if is_kiosk_number(number) else None
        if found is None or found.applicant != applicant.code:
            raise UnknownDossier(number, applicant.name)
        return found

    def put(self, dossier: Dossier) -> None:
        """Keep a dossier, or replace what is kept.

        Raises:
            CouldBeReal: when the applicant's number could be a citizen's or a company's.
        """
        if not is_code(dossier.applicant):
            self._visit.require_safe(dossier.applicant)
        with self._visit.writing() as connection:
            store.dossiers.put(connection, dossier)

    def remove(self, number: str) -> bool:
        """Remove a dossier; return whether there was one."""
        with self._visit.writing() as connection:
            return store.dossiers.remove(connection, number)
