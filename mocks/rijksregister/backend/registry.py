"""What the register does for others: find persons and state who somebody is."""

from __future__ import annotations

from mocks.core.identifiers import Insz
from mocks.core.statements import Question, issue
from mocks.core.store import version_of
from mocks.core.visit import Visit
from mocks.rijksregister import store
from mocks.rijksregister.domain import Person, stated
from mocks.rijksregister.errors import NumberReplaced, UnknownPerson

IDENTITY = Question("rijksregister", "identity")


class Rijksregister:
    """The register during one visit."""

    def __init__(self, visit: Visit) -> None:
        """Answer within ``visit``."""
        self._visit = visit

    def person(self, insz: Insz) -> Person:
        """Return the person with this number.

        Raises:
            UnknownPerson: when nobody has it.
            NumberReplaced: when another one took its place.
        """
        person = store.find(self._visit.reading, insz)
        if person is None:
            raise UnknownPerson(insz)
        if person.replaced_by is not None:
            raise NumberReplaced(insz, person.replaced_by)
        return person

    def persons(self, offset: int, limit: int) -> tuple[list[Person], int]:
        """Return a page of persons by number, and how many there are in all."""
        return store.page(self._visit.reading, offset, limit), store.count(self._visit.reading)

    def search(self, text: str, limit: int) -> list[Person]:
        """Return persons whose number or name begins with ``text``; any person for an empty text."""
        return store.search(self._visit.reading, text.strip()[:200], limit)

    def put(self, person: Person) -> None:
        """Register a person, or replace what is registered.

        Raises:
            CouldBeReal: when the number could be a citizen's and the house does not allow that.
        """
        self._visit.require_safe(person.insz)
        with self._visit.writing() as connection:
            store.put(connection, person)

    def remove(self, insz: Insz) -> bool:
        """Remove a person from the register; return whether there was one."""
        with self._visit.writing() as connection:
            return store.remove(connection, insz)


class IdentityDesk:
    """The answering end of ``IDENTITY``: who is this (an :class:`~mocks.core.statements.Authority`)."""

    def __init__(self, visit: Visit) -> None:
        """Answer within ``visit``."""
        self._visit = visit

    def version(self, subject: str) -> int:
        """Return a number that rises with every change of this person."""
        return version_of(self._visit.reading, IDENTITY.issuer, subject)

    def statement(self, subject: str, audience: str) -> str:
        """Return a signed statement of who ``subject`` is, or that nobody is known."""
        person = store.find(self._visit.reading, Insz(subject))
        return issue(self._visit, IDENTITY, subject, audience, stated(person))
