"""One change: the write transaction, its lines in the history, and the versions of who holds the mandates.

Rows are always held in one order, so that nobody waits in a circle on PostgreSQL: mandates, the older one
first; then the numbers of mandates; then the versions, by holder; then the numbers of the history.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from mocks.core.identifiers import Insz
from mocks.core.store import Connection
from mocks.core.visit import Visit
from mocks.ssm import store
from mocks.ssm.domain.agents import Agent
from mocks.ssm.domain.history import Action, Event
from mocks.ssm.domain.mandates import MOST_A_YEAR, Mandate, MandateNumber
from mocks.ssm.errors import ChangedMeanwhile, NumbersExhausted, UnknownMandate


@dataclass(frozen=True)
class Actor:
    """Who makes a change, and for which party; nobody where the scene is set."""

    insz: Insz | None
    name: str
    party: str

    @classmethod
    def of(cls, agent: Agent) -> Actor:
        """Return an agent as the history names one."""
        return cls(agent.insz, agent.name, str(agent.party))


class Book:
    """What is read and written within one transaction of SSM."""

    def __init__(self, visit: Visit, connection: Connection, actor: Actor) -> None:
        """Write in ``connection``, on behalf of ``actor``."""
        self.connection = connection
        self.now: datetime = visit.clock.now
        self.today: date = visit.clock.today
        self._actor = actor
        self._lines: list[tuple[datetime, Event]] = []
        self._holders: set[str] = set()

    def mandate(self, number: MandateNumber, seen: int | None = None) -> Mandate:
        """Return a mandate as who acts saw it, which nobody else changes until this is done.

        Raises:
            UnknownMandate: when there is none.
            ChangedMeanwhile: when it is no longer as ``seen``.
        """
        glimpsed = store.mandates.find(self.connection, number)
        if glimpsed is not None and glimpsed.replaces is not None:
            store.mandates.lock(self.connection, glimpsed.replaces)
        store.mandates.lock(self.connection, number)
        found = store.mandates.find(self.connection, number)
        if found is None:
            raise unknown(number)
        if seen is not None and seen != found.revision:
            raise ChangedMeanwhile(
                f"{number} is intussen gewijzigd. Herlaad de pagina, kijk na wat er veranderd is, en begin "
                "opnieuw."
            )
        return found

    def related(self, number: MandateNumber | None) -> Mandate | None:
        """Return the mandate that another one replaces or is replaced by, held as well; None for none."""
        if number is None:
            return None
        store.mandates.lock(self.connection, number)
        return store.mandates.find(self.connection, number)

    def next_number(self) -> MandateNumber:
        """Return the number of the next mandate; nobody else concludes one until this is done.

        Raises:
            NumbersExhausted: when every number of the year is given out.
        """
        serial = store.mandates.next_serial(self.connection, self.today.year)
        if serial > MOST_A_YEAR:
            raise NumbersExhausted(
                f"Alle {MOST_A_YEAR} nummers van {self.today.year} zijn vergeven. Maak een nieuwe wereld."
            )
        return MandateNumber(self.today.year, serial)

    def hold_numbers(self) -> None:
        """Let nobody conclude until this is done: what is there already stays all that there is."""
        store.mandates.hold_numbers(self.connection, self.today.year)

    def put(self, mandate: Mandate, *lines: tuple[Action, str], at: datetime | None = None) -> Mandate:
        """Write a mandate as it is now, with its lines in the history, of ``at`` or of now."""
        kept = replace(mandate, changed_on=self.today, revision=mandate.revision + 1)
        store.mandates.put(self.connection, kept)
        self.touch(str(kept.holder))
        for action, detail in lines:
            self.tell(kept, action, detail, at or self.now)
        return kept

    def tell(self, mandate: Mandate, action: Action, detail: str, at: datetime) -> None:
        """Add a line to the history of a mandate."""
        self._lines.append((at, self._event(mandate, action, detail)))

    def touch(self, holder: str) -> None:
        """Note that what is stated of a holder changes."""
        self._holders.add(holder)

    def close(self) -> None:
        """Write the versions and the history, at the end of the transaction."""
        store.mandates.raise_versions(self.connection, self._holders)
        for at, event in self._lines:
            store.history.write(self.connection, event, at)

    def _event(self, mandate: Mandate, action: Action, detail: str) -> Event:
        return Event(
            action=action,
            mandate=mandate.number,
            mandator=str(mandate.mandator),
            holder=str(mandate.holder),
            actor=str(self._actor.insz or ""),
            actor_name=self._actor.name,
            party=self._actor.party,
            detail=detail,
        )


@contextlib.contextmanager
def booking(visit: Visit, actor: Actor) -> Iterator[Book]:
    """Run one change."""
    with visit.writing() as connection:
        book = Book(visit, connection, actor)
        yield book
        book.close()


def unknown(number: MandateNumber) -> UnknownMandate:
    """Return the refusal of a mandate that is not there, or not for this party: which one is not told."""
    return UnknownMandate(f"Er is geen mandaat {number} van deze partij. Kijk het nummer na.")
