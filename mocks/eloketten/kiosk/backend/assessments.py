"""Which dossiers an assessor assesses, and what is shown of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.core.languages import Sentence, say
from mocks.core.visit import Visit
from mocks.eloketten.kiosk import store
from mocks.eloketten.kiosk.domain.assessors import Assessor, ShownDossier, shown_to_assessor
from mocks.eloketten.kiosk.domain.dependants import is_code
from mocks.eloketten.kiosk.domain.dossiers import Dossier, is_kiosk_number
from mocks.eloketten.kiosk.errors import NothingToAssess, UnknownAssessment
from mocks.eloketten.kiosk.peers import Peers


class Assessments:
    """The dossiers that are assigned to assessors, during one visit; nothing here changes a dossier."""

    def __init__(self, visit: Visit, peers: Peers) -> None:
        """Find them within ``visit``; ``peers`` tell the names of applicants."""
        self._visit = visit
        self._peers = peers

    def page(self, assessor: Assessor, offset: int, limit: int) -> tuple[Sequence[ShownDossier], int]:
        """Return a page of what an assessor may see, and how much that is in all."""
        reading = self._visit.reading
        found = store.assessments.page(reading, assessor.insz, offset, limit)
        return [self._shown(one) for one in found], store.assessments.count(reading, assessor.insz)

    def find(self, assessor: Assessor, number: str) -> ShownDossier:
        """Return a dossier that an assessor may see.

        Raises:
            UnknownAssessment: when it is not there, not his to assess, or was not submitted yet.
        """
        # What cannot be a number is not looked up: a database does not take every text.
        reading = self._visit.reading
        known = is_kiosk_number(number)
        found = store.assessments.find(reading, assessor.insz, number) if known else None
        if found is None:
            raise UnknownAssessment(number)
        return self._shown(found)

    def _shown(self, dossier: Dossier) -> ShownDossier:
        return shown_to_assessor(dossier, self._name(dossier.applicant))

    def _name(self, code: str) -> str:
        """Return how an applicant is called; of whom no source knows, never the number."""
        if is_code(code):
            dependant = store.dependants.find(self._visit.reading, code)
            return dependant.name if dependant is not None else _NO_LONGER_THERE
        if len(code) == len("68112399910"):
            return self._peers.identities.name(Insz(code)) or _UNKNOWN_PERSON
        return self._peers.extracts.name(EnterpriseNumber(code)) or _UNKNOWN_ORGANISATION


_UNKNOWN_PERSON: Sentence = say("een persoon die niet in het Rijksregister staat")
_UNKNOWN_ORGANISATION: Sentence = say("een organisatie die niet in de KBO staat")
_NO_LONGER_THERE: Sentence = say("een aanvrager die er niet meer is")


class Assignments:
    """Who assesses which dossier, for the control room: in KIOSK itself nobody assigns anything."""

    def __init__(self, visit: Visit) -> None:
        """Keep them within ``visit``."""
        self._visit = visit

    def put(self, number: str, assessors: Collection[Insz]) -> None:
        """Let these people assess a dossier, and nobody else.

        Raises:
            CouldBeReal: when a number could be a citizen's.
            NothingToAssess: when there is no such dossier.
        """
        for insz in assessors:
            self._visit.require_safe(insz)
        with self._visit.writing() as connection:
            if not store.assessments.put(connection, number, assessors):
                raise NothingToAssess(number)

    def remove(self, number: str) -> bool:
        """Let nobody assess a dossier; return whether somebody did."""
        with self._visit.writing() as connection:
            return store.assessments.remove(connection, number)
