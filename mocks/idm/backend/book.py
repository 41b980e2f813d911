"""One change: the write transaction, its lines in the history, and its note for the push."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.core.store import Connection
from mocks.core.visit import Visit
from mocks.idm import store
from mocks.idm.backend.push import Push, note
from mocks.idm.domain.administrator import Administrator
from mocks.idm.domain.history import Action, Event
from mocks.idm.domain.people import Person, Status
from mocks.idm.domain.relations import RelationNumber, WorkRelation
from mocks.idm.domain.rights import RightNumber, UserRight
from mocks.idm.errors import (
    ChangedMeanwhile,
    PersonNotActive,
    PersonNotInIdm,
    UnknownUserRight,
    UnknownWorkRelation,
)


@dataclass(frozen=True)
class Actor:
    """Who makes a change; nobody for the workflow and the control room."""

    number: str
    name: str

    @classmethod
    def of(cls, administrator: Administrator) -> Actor:
        """Return an administrator as the history names one."""
        return cls(administrator.insz, administrator.name)


class Book:
    """What is read and written within one transaction of IDM."""

    def __init__(self, visit: Visit, connection: Connection, actor: Actor, *, writing: bool = True) -> None:
        """Write in ``connection``, on behalf of ``actor``; or only read, for a check beforehand."""
        self.connection = connection
        self.now: datetime = visit.clock.now
        self.today: date = visit.clock.today
        self._epoch = visit.clock.now.timestamp()
        self._actor = actor
        self._writing = writing
        self.touched: set[Insz] = set()

    def person(self, insz: Insz) -> Person:
        """Return a person, whom nobody else changes until this is done.

        Raises:
            PersonNotInIdm: when the person was not added.
        """
        if self._writing:
            store.people.lock(self.connection, insz)
        found = store.people.find(self.connection, insz)
        if found is None:
            raise not_added(insz)
        return found

    def active_person(self, insz: Insz, organisation: EnterpriseNumber) -> Person:
        """Return a person of an organisation whose workflow has ended.

        Raises:
            PersonNotInIdm: when the person was not added for this organisation.
            PersonNotActive: while the status is In afwachting.
        """
        person = self.person(insz)
        require_member(self.connection, organisation, person)
        if person.status(self.now) is not Status.ACTIVE:
            raise PersonNotActive(
                f"De status van {person.full_name} is nog ‘{Status.PENDING.value}’. Een werkrelatie of recht "
                f"kan zodra die ‘{Status.ACTIVE.value}’ is; herlaad de pagina straks."
            )
        return person

    def relation(self, number: RelationNumber, seen: int | None = None) -> WorkRelation:
        """Return a work relation, as the administrator saw it.

        Raises:
            UnknownWorkRelation: when there is none.
            ChangedMeanwhile: when it is no longer as ``seen``.
        """
        found = store.relations.find(self.connection, number)
        if found is None:
            raise UnknownWorkRelation(f"Er is geen werkrelatie {number}.")
        _require_seen(found.revision, seen)
        return found

    def right(self, number: RightNumber, seen: int | None = None) -> UserRight:
        """Return a granted right, as the administrator saw it.

        Raises:
            UnknownUserRight: when there is none.
            ChangedMeanwhile: when it is no longer as ``seen``.
        """
        found = store.rights.find(self.connection, number)
        if found is None:
            raise UnknownUserRight(f"Er is geen toegekend recht {number}.")
        _require_seen(found.revision, seen)
        return found

    def rights_of(self, relation: WorkRelation) -> list[UserRight]:
        """Return every right on a work relation."""
        number = relation.number
        found = store.rights.of_person_in(self.connection, number.person, number.organisation)
        return [right for right in found if right.number.relation == number]

    def put_relation(self, relation: WorkRelation, action: Action, detail: str) -> WorkRelation:
        """Write a work relation as it is now, with its line in the history."""
        kept = replace(relation, revision=relation.revision + 1)
        store.relations.put(self.connection, kept)
        number = relation.number
        self.record(action, number.person, number.organisation, str(number), detail)
        return kept

    def put_right(self, right: UserRight, action: Action, detail: str) -> UserRight:
        """Write a right as it is now, with its line in the history."""
        kept = replace(right, revision=right.revision + 1)
        store.rights.put(self.connection, kept)
        relation = right.number.relation
        self.record(action, relation.person, relation.organisation, str(right.number), detail)
        return kept

    def touch_holders(self, organisation: EnterpriseNumber, key: str) -> None:
        """Let whoever was granted a right at an organisation be stated, and pushed, anew."""
        for person in tuple(store.rights.holders(self.connection, organisation, [key])):
            store.people.state_anew(self.connection, person)
            self.touched.add(person)

    def record(
        self, action: Action, person: Insz, organisation: str | None, subject: str | None, detail: str
    ) -> None:
        """Add a line to the history."""
        self.touched.add(person)
        actor = self._actor
        event = Event(action, person, organisation, actor.number, actor.name, subject, detail)
        store.history.write(self.connection, event, self._epoch)


@contextlib.contextmanager
def booking(visit: Visit, actor: Actor) -> Iterator[Book]:
    """Run one change; e-lokets that are told at once are told after it, outside of its transaction."""
    with visit.writing() as connection:
        book = Book(visit, connection, actor)
        yield book
        at_once = note(connection, book.touched, book.now.timestamp(), book.today)
    push = Push(visit)
    for eloket in at_once:
        push.step(eloket)


def require_member(connection: Connection, organisation: EnterpriseNumber, person: Person) -> None:
    """Check that a person belongs to an organisation.

    Raises:
        PersonNotInIdm: when the person was neither added for it nor coupled to it.
    """
    if not store.roster.belongs(connection, organisation, person.insz):
        raise not_added(person.insz)


def not_added(insz: Insz) -> PersonNotInIdm:
    """Return the refusal of a person who was not added; whether others know the person is not told."""
    return PersonNotInIdm(
        f"{insz.display} is nog niet toegevoegd voor deze organisatie. Voeg de persoon eerst toe."
    )


def _require_seen(revision: int, seen: int | None) -> None:
    if seen is not None and seen != revision:
        raise ChangedMeanwhile(
            "Iemand anders heeft dit ondertussen gewijzigd. Herlaad de pagina, kijk na wat er nu staat, en "
            "probeer opnieuw."
        )
