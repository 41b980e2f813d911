"""The outbox: writing the messages that a change of a dossier causes, and reading them."""

from __future__ import annotations

from collections.abc import Sequence

from mocks.core.store import Connection
from mocks.core.visit import Visit
from mocks.eloketten.kiosk import store
from mocks.eloketten.kiosk.domain.dossiers import Dossier
from mocks.eloketten.kiosk.domain.messages import (
    APPLICANT,
    NO_ADDRESS,
    NO_PROFILE,
    Choice,
    Message,
    Receiver,
    letters,
)

MOST_MESSAGES = 100
"""How many of one dossier its page shows."""


class Messages:
    """The outbox of KIOSK during one visit."""

    def __init__(self, visit: Visit) -> None:
        """Write and read within ``visit``."""
        self._visit = visit

    def announce(self, connection: Connection, before: Dossier, after: Dossier) -> Sequence[Message]:
        """Put the messages that a change causes in the outbox, in the transaction of the change.

        They go to the e-mail address that the dossier has from this change on.
        """
        receiver, now = receiver_of(connection, after), self._visit.clock.now
        return [
            store.messages.record(connection, after.number, now, receiver, one)
            for one in letters(before, after)
        ]

    def of_dossier(self, number: str) -> Sequence[Message]:
        """Return the latest messages about a dossier, the newest first."""
        return store.messages.page(self._visit.reading, Choice(dossier=number), 0, MOST_MESSAGES)

    def page(self, choice: Choice, offset: int, limit: int) -> tuple[Sequence[Message], int]:
        """Return a page of messages, the newest first, and how many there are in all."""
        reading = self._visit.reading
        return store.messages.page(reading, choice, offset, limit), store.messages.count(reading, choice)

    def clear(self) -> int:
        """Empty the outbox; return how many messages were in it."""
        with self._visit.writing() as connection:
            return store.messages.forget(connection, Choice())


def receiver_of(connection: Connection, dossier: Dossier) -> Receiver:
    """Return to whom messages about a dossier go now."""
    if dossier.email_of is None:
        contact = store.contacts.contact(connection, dossier.applicant)
        if contact is None:
            return Receiver(APPLICANT, None, NO_ADDRESS)
        return Receiver(APPLICANT, contact.content.email)
    profile = store.contacts.profile(connection, dossier.applicant, dossier.email_of)
    if profile is None:
        return Receiver("een vertegenwoordiger", None, NO_PROFILE)
    return Receiver(profile.content.name, profile.content.email)
