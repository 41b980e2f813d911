"""Submitting a dossier: once, complete, and with a confirmation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from mocks.core.store import Connection
from mocks.core.visit import Visit
from mocks.eloketten.kiosk import store
from mocks.eloketten.kiosk.backend.keeping import keep, own, subject_of
from mocks.eloketten.kiosk.backend.messages import Messages, receiver_of
from mocks.eloketten.kiosk.domain.applicants import Applicant
from mocks.eloketten.kiosk.domain.changes import change_by, seen_version, told
from mocks.eloketten.kiosk.domain.dossiers import Phase
from mocks.eloketten.kiosk.domain.submission import Papers, check_complete, check_in_preparation
from mocks.eloketten.kiosk.errors import OutdatedForm


class Submissions:
    """Submitting dossiers during one visit; of an applicant only its own."""

    def __init__(self, visit: Visit) -> None:
        """Submit within ``visit``."""
        self._visit = visit

    def papers(self, applicant: Applicant, number: str) -> Papers:
        """Return a dossier of the applicant with what is looked at before it is submitted.

        Raises:
            UnknownDossier: when there is none of this number, or it is somebody else's.
        """
        return _papers(self._visit.reading, applicant, number)

    def submit(self, applicant: Applicant, number: str, typed: Mapping[str, str]) -> None:
        """Submit a dossier; ``typed`` has the version that was seen.

        Raises:
            UnknownDossier: as :meth:`papers` has it.
            AlreadySubmitted: when it is not in preparation any more.
            IncompleteForm: when there is no version in what was typed.
            OutdatedForm: when somebody else changed the dossier after the screen was opened.
            NotComplete: when something must be filled in first.
        """
        now = self._visit.clock.now
        with self._visit.writing() as connection:
            papers = _papers(connection, applicant, number)
            before = papers.dossier
            check_in_preparation(before)
            if seen_version(typed.get("version", "")) != before.version:
                raise OutdatedForm
            check_complete(papers)
            after = replace(before, phase=Phase.SUBMITTED, submitted_on=now.date())
            sent = keep(self._visit, connection, before, after)
            what = told("Fase", before.phase.label, after.phase.label)
            store.changes.record(connection, subject_of(number), change_by(applicant, now, what))
        Messages(self._visit).deliver(sent)


def _papers(connection: Connection, applicant: Applicant, number: str) -> Papers:
    dossier = own(connection, applicant, number)
    kept = store.contacts.contact(connection, dossier.applicant)
    return Papers(dossier, kept.content if kept is not None else None, receiver_of(connection, dossier))
