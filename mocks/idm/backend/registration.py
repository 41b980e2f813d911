"""The side of IDM where facts are put without an administrator: the cast and the control room.

The rules of granting do not hold here: the scene must be able to have what the real IDM would refuse, such as
a right without a Belgian eID.  What is missing underneath a fact is made as an ordinary one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mocks.core.clock import Period
from mocks.core.forms import date_text
from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.core.visit import Visit
from mocks.idm import store
from mocks.idm.backend.book import Actor, Book, booking
from mocks.idm.backend.catalogue import catalogue_in
from mocks.idm.domain.history import Action
from mocks.idm.domain.people import LONG_SINCE, Person
from mocks.idm.domain.relations import Category, RelationNumber, WorkRelation, default_end, require_order
from mocks.idm.domain.rights import Activation, RightNumber, UserRight

SCENE = Actor("", "Proefloket (klaargezet)")


class Registration:
    """IDM as the control room sees it, during one visit."""

    def __init__(self, visit: Visit) -> None:
        """Register within ``visit``."""
        self._visit = visit

    def person(self, insz: Insz) -> Person | None:
        """Return a person, or None."""
        return store.people.find(self._visit.reading, insz)

    def organisations_of(self, insz: Insz) -> list[str]:
        """Return the organisations that a person belongs to."""
        return store.roster.organisations_of(self._visit.reading, insz)

    def persons_in(self, organisation: EnterpriseNumber) -> Iterator[str]:
        """Give who belongs to an organisation: added for it or coupled to it, whenever."""
        return store.roster.persons(self._visit.reading, organisation)

    def person_numbers(self) -> list[str]:
        """Return the number of every person."""
        return store.people.numbers(self._visit.reading)

    def ordinary_person(self, insz: Insz) -> Person:
        """Return a person as one is made without more: Actief, and named by the number."""
        now = self._visit.clock.now
        return Person(
            insz=insz,
            given_name="Persoon",
            family_name=insz.display,
            birth_date=insz.birth_date,
            sex=insz.sex.value if insz.sex else None,
            nickname=None,
            initials=None,
            reason=None,
            added_at=now,
            active_from=LONG_SINCE,
        )

    def put_person(self, person: Person, organisations: tuple[EnterpriseNumber, ...] = ()) -> None:
        """Put a person, who then belongs to these organisations as well.

        Raises:
            CouldBeReal: when a number could be real and the house does not allow that.
        """
        for number in (person.insz, *organisations):
            self._visit.require_safe(number)
        with booking(self._visit, SCENE) as book:
            known = store.people.find(book.connection, person.insz)
            store.people.put(book.connection, person)
            store.roster.rename(book.connection, person)
            for organisation in organisations:
                store.roster.enrol(book.connection, organisation, person)
            if known is None:
                status = person.status(book.now).value
                book.record(Action.PERSON_ADDED, person.insz, None, None, f"Status werkstroom: {status}.")
            else:
                book.touched.add(person.insz)

    def remove_person(self, insz: Insz) -> bool:
        """Remove a person with every work relation and right; return whether there was one."""
        with booking(self._visit, SCENE) as book:
            for relation in store.relations.of_person(book.connection, insz):
                self._remove_relation(book, relation.number)
            for organisation in store.roster.organisations_of(book.connection, insz):
                store.roster.strike(book.connection, organisation, insz)
            book.touched.add(insz)
            return store.people.remove(book.connection, insz)

    def relation(self, number: RelationNumber) -> WorkRelation | None:
        """Return a work relation, or None."""
        return store.relations.find(self._visit.reading, number)

    def relation_numbers(self) -> list[str]:
        """Return the number of every work relation."""
        return store.relations.numbers(self._visit.reading)

    def ordinary_relation(self, number: RelationNumber) -> WorkRelation:
        """Return a work relation as one is made without more: of today, for ten years."""
        today = self._visit.clock.today
        return WorkRelation(
            number=number,
            target_group="EA",
            category=Category.PERMANENT,
            period=Period(today, default_end(today)),
            phone=None,
            email=None,
            revision=0,
        )

    def put_relation(self, relation: WorkRelation) -> None:
        """Put a work relation; who is not in IDM yet is added.

        Raises:
            EndBeforeBegin: when it has no day.
            CouldBeReal: when a number could be real and the house does not allow that.
        """
        require_order(relation.period.begin, relation.end)
        self._require_safe(relation.number)
        with booking(self._visit, SCENE) as book:
            self._put_relation(book, relation)

    def remove_relation(self, number: RelationNumber) -> bool:
        """Remove a work relation with its rights; return whether there was one."""
        with booking(self._visit, SCENE) as book:
            return self._remove_relation(book, number)

    def right(self, number: RightNumber) -> UserRight | None:
        """Return a granted right, or None."""
        return store.rights.find(self._visit.reading, number)

    def right_numbers(self) -> list[str]:
        """Return the number of every granted right, but of those whose e-loket went."""
        reading = self._visit.reading
        return store.rights.numbers(reading, {one.key for one in catalogue_in(reading).rights})

    def put_right(self, right: UserRight) -> None:
        """Put a granted right; its person and work relation are made where there are none.

        A work relation that is made for it begins and ends so that the right fits in.

        Raises:
            EndBeforeBegin: when it has no day.
            CouldBeReal: when a number could be real and the house does not allow that.
        """
        require_order(right.period.begin, right.end)
        number = right.number.relation
        self._require_safe(number)
        with booking(self._visit, SCENE) as book:
            if store.relations.find(book.connection, number) is None:
                made = self.ordinary_relation(number)
                begin = min(right.period.begin, made.period.begin)
                self._put_relation(book, replace(made, period=Period(begin, max(right.end, made.end))))
            book.person(number.person)
            known = store.rights.find(book.connection, right.number)
            action = Action.RIGHT_GRANTED if right.revoked_on is None else Action.RIGHT_REVOKED
            book.put_right(
                replace(right, revision=known.revision if known else 0),
                action,
                f"‘{right.right.name}’, van {date_text(right.period.begin)} tot {date_text(right.end)}.",
            )

    def remove_right(self, number: RightNumber) -> bool:
        """Remove a right as if it had never been; return whether there was one."""
        with booking(self._visit, SCENE) as book:
            book.touched.add(number.relation.person)
            return store.rights.remove(book.connection, number)

    def activation(self, organisation: str, key: str) -> Activation | None:
        """Return an activation, or None."""
        return store.activations.find(self._visit.reading, organisation, key)

    def activation_numbers(self) -> list[str]:
        """Return the number of every activation."""
        return store.activations.numbers(self._visit.reading)

    def put_activation(self, activation: Activation) -> None:
        """Put an activation.

        Raises:
            CouldBeReal: when the number could be a company's and the house does not allow that.
        """
        self._visit.require_safe(activation.organisation)
        if activation.period.end is not None:
            require_order(activation.period.begin, activation.period.end)
        with booking(self._visit, SCENE) as book:
            store.activations.put(book.connection, activation)
            book.touch_holders(EnterpriseNumber(activation.organisation), activation.right)

    def remove_activation(self, organisation: str, key: str) -> bool:
        """Remove an activation; return whether there was one."""
        with booking(self._visit, SCENE) as book:
            book.touch_holders(EnterpriseNumber(organisation), key)
            return store.activations.remove(book.connection, organisation, key)

    def _require_safe(self, number: RelationNumber) -> None:
        self._visit.require_safe(number.person)
        self._visit.require_safe(number.organisation)

    def _put_relation(self, book: Book, relation: WorkRelation) -> None:
        number = relation.number
        person = store.people.find(book.connection, number.person)
        if person is None:
            person = self.ordinary_person(number.person)
            store.people.add(book.connection, person)
        book.person(number.person)
        store.roster.enrol(book.connection, number.organisation, person)
        known = store.relations.find(book.connection, number)
        book.put_relation(
            replace(relation, revision=known.revision if known else 0),
            Action.COUPLED,
            f"{relation.category.value}, van {date_text(relation.period.begin)} tot "
            f"{date_text(relation.end)}.",
        )

    def _remove_relation(self, book: Book, number: RelationNumber) -> bool:
        book.touched.add(number.person)
        store.rights.remove_all(book.connection, number)
        return store.relations.remove(book.connection, number)
