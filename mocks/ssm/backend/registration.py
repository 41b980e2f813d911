"""The side of SSM where facts are put without an agent: the cast and the control room.

The rules of concluding do not hold here: the scene must be able to have what the real SSM would refuse, such
as a mandate of who has died since.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from mocks.core.brussels import BRUSSELS
from mocks.core.visit import Visit
from mocks.ssm import store
from mocks.ssm.backend.book import Actor, Book, booking
from mocks.ssm.backend.catalogue import catalogue_in
from mocks.ssm.backend.mandates import made_lines
from mocks.ssm.domain.changing import require_order
from mocks.ssm.domain.forms import date_text
from mocks.ssm.domain.history import Action
from mocks.ssm.domain.mandates import Mandate, MandateNumber, Side
from mocks.ssm.errors import MandateContradicts

SCENE = Actor(None, "Proefloket (klaargezet)", "")


class Registration:
    """SSM as the control room sees it, during one visit."""

    def __init__(self, visit: Visit) -> None:
        """Register within ``visit``."""
        self._visit = visit

    def find(self, number: MandateNumber) -> Mandate | None:
        """Return a mandate, or None."""
        return store.mandates.find(self._visit.reading, number)

    def numbers(self) -> list[str]:
        """Return the number of every mandate, but of those whose e-loket went."""
        reading = self._visit.reading
        return store.mandates.numbers(reading, catalogue_in(reading).by_key)

    def put(self, mandate: Mandate) -> None:
        """Put a mandate; one that waits and replaces another is that one's transfer.

        Raises:
            EndBeforeBegin: when it has no day.
            MandateContradicts: when the parties are one, or it replaces itself.
            CouldBeReal: when a number could be real and the house does not allow that.
        """
        require_order(mandate.period.begin, mandate.end)
        for party in (mandate.mandator, mandate.holder):
            self._visit.require_safe(party.number)
        if mandate.mandator == mandate.holder or mandate.replaces == mandate.number:
            raise MandateContradicts(
                "mandator en holder zijn twee partijen, en replaces is een ander mandaat. Wijzig er een van."
            )
        with booking(self._visit, SCENE) as book:
            older = book.related(mandate.replaces)
            known = book.related(mandate.number)
            store.mandates.give_out(book.connection, mandate.number)
            if known is None:
                self._tell(book, mandate)
            else:
                book.touch(str(known.holder))
                book.put(replace(mandate, revision=known.revision), (Action.CHANGED, "Opnieuw klaargezet."))
            waits = not mandate.signed and mandate.stop is None
            if older is not None and waits != (older.successor == mandate.number):
                book.put(replace(older, successor=mandate.number if waits else None))

    def remove(self, number: MandateNumber) -> bool:
        """Remove a mandate without a trace; return whether there was one."""
        with booking(self._visit, SCENE) as book:
            known = book.related(number)
            if known is None:
                return False
            book.touch(str(known.holder))
            older = book.related(known.replaces)
            if older is not None and older.successor == number:
                book.put(replace(older, successor=None))
            store.history.remove(book.connection, number)
            return store.mandates.remove(book.connection, number)

    @staticmethod
    def _tell(book: Book, mandate: Mandate) -> None:
        """Write a mandate with the history that its dates imply."""
        created, *waits = made_lines(mandate, None)
        mandate = book.put(mandate, created, at=mandate.creation.at)
        for side in Side:
            signature = mandate.signature(side)
            if signature is not None:
                book.tell(mandate, Action.SIGNED, f"Door de {side.label}.", _moment(signature.day))
        if mandate.works_from is None:
            action, detail = waits[-1]
            book.tell(mandate, action, detail, mandate.creation.at)
        else:
            told = f"Werkt vanaf {date_text(mandate.works_from)}."
            book.tell(mandate, Action.STARTED, told, _moment(mandate.works_from))
        if mandate.stop is not None:
            book.tell(
                mandate, Action.STOPPED, mandate.stop.reason or "Zonder reden.", _moment(mandate.stop.day)
            )


def _moment(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 9, tzinfo=BRUSSELS)
