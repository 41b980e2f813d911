"""Keeping a dossier: its version, since when it is in its phase, and the messages that a change causes."""

from __future__ import annotations

from collections.abc import Sequence

from mocks.core.store import Connection
from mocks.core.visit import Visit
from mocks.eloketten.kiosk import store
from mocks.eloketten.kiosk.backend.messages import Messages
from mocks.eloketten.kiosk.domain.applicants import Applicant
from mocks.eloketten.kiosk.domain.dossiers import Dossier, Phase, is_kiosk_number
from mocks.eloketten.kiosk.domain.messages import Message
from mocks.eloketten.kiosk.errors import OutdatedForm, UnknownDossier


def subject_of(number: str) -> str:
    """Return how the histories name a dossier."""
    return f"dossier/{number}"


def own(connection: Connection, applicant: Applicant, number: str) -> Dossier:
    """Return a dossier of the applicant.

    Raises:
        UnknownDossier: when there is none of this number, or it is somebody else's.
    """
    # What cannot be a number is not looked up: a database does not take every text.
    found = store.dossiers.find(connection, number) if is_kiosk_number(number) else None
    if found is None or found.applicant != applicant.code:
        raise UnknownDossier(number, applicant.name)
    return found


def keep(visit: Visit, connection: Connection, before: Dossier, after: Dossier) -> Sequence[Message]:
    """Keep a dossier in place of what it was; return the messages that this causes.

    Raises:
        OutdatedForm: when somebody else changed it meanwhile.
    """
    # Asked once more in the statement that writes: on PostgreSQL two changes run beside each other.
    if not store.dossiers.put(connection, after, before.version):
        raise OutdatedForm
    if after.phase is not before.phase:
        phases = tuple(Phase)
        store.phases.forget(connection, after.number, phases[phases.index(after.phase) :])
        store.phases.record(connection, after.number, after.phase, visit.clock.now)
    return Messages(visit).announce(connection, before, after)
