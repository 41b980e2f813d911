"""The outbox: writing the messages that a change of a dossier causes, and reading them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mocks.core.mail import Mail, MailServer, NotSent
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

    def deliver(self, messages: Iterable[Message]) -> None:
        """Hand messages that were put in the outbox to the mail server, when there is one.

        To be called after the transaction: whatever the server does, the change stands.
        """
        server, fault = self._visit.house.mail, ""
        for one in messages:
            # What one change causes goes to one address: what holds up the first, holds up all.
            fault = fault or _fault(server, one)
            if fault:
                with self._visit.writing() as connection:
                    store.messages.tell_fault(connection, one.id, fault)

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


def _fault(server: MailServer | None, message: Message) -> str:
    """Send a message; return why the mail server did not take it, or an empty text."""
    receiver, letter = message.receiver, message.letter
    if server is None or receiver.email is None:
        return ""
    try:
        server.send(Mail(receiver.name, receiver.email, letter.subject, letter.text))
    except NotSent as refusal:
        return refusal.sentence
    return ""


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
