"""What the register does for others: find persons and state who somebody is."""

from __future__ import annotations

from datetime import date

from mocks.core.identifiers import Insz
from mocks.core.statements import Question, issue
from mocks.core.store import Connection, version_of
from mocks.core.visit import Visit
from mocks.rijksregister import store
from mocks.rijksregister.domain import Application, Person, identity_facts, numbers_for
from mocks.rijksregister.errors import (
    HELP,
    ApplicantDeceased,
    BirthRefused,
    DocumentOfAnother,
    DocumentRefused,
    NumbersExhausted,
    UnknownPerson,
)

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
        """
        person = store.find(self._visit.reading, insz)
        if person is None:
            raise UnknownPerson(insz)
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


class Loket:
    """The desk of BOSA or a registration office, where a BIS number is asked.

    *Bron*: seed 003; which facts make two askers the same person is a guess of ours.
    """

    def __init__(self, visit: Visit) -> None:
        """Serve within ``visit``."""
        self._visit = visit

    def ask(self, asked: Application) -> tuple[Person, bool]:
        """Return who has the number, and whether it is new: who asks again is told the one he has.

        Raises:
            DocumentRefused: when the document is no longer valid.
            BirthRefused: when nobody can be born then.
            DocumentOfAnother: when the document is somebody else's.
            ApplicantDeceased: when the person died.
            NumbersExhausted: when no safe number is left.
        """
        today = self._visit.clock.today
        if asked.document.valid_until < today:
            raise DocumentRefused(
                f"Het document was geldig tot en met {asked.document.valid_until:%d/%m/%Y}. "
                f"Toon een document dat nog geldig is. {HELP}"
            )
        if not date(1900, 1, 1) <= asked.birth_date <= today:
            raise BirthRefused("Geef een geboortedatum vanaf 01/01/1900 die niet in de toekomst ligt.")
        with self._visit.writing() as connection:
            known = self._known(connection, asked)
            if known is not None and known.deceased_on is not None and known.deceased_on <= today:
                raise ApplicantDeceased(
                    f"{known.full_name} is overleden op {known.deceased_on:%d/%m/%Y}. "
                    f"Kijk na voor wie u vraagt. {HELP}"
                )
            person = known or self._new(connection, asked)
            store.show(connection, asked.document, person.insz)
        return person, known is None

    @staticmethod
    def _known(connection: Connection, asked: Application) -> Person | None:
        holder = store.holder_of(connection, asked.document)
        if holder is not None:
            if not asked.fits(holder):
                raise DocumentOfAnother(
                    "Dit document staat op een andere naam of geboortedatum. "
                    f"Kijk de gegevens na, of toon uw eigen document. {HELP}"
                )
            return holder
        if asked.another_person:
            return None
        alike = (one for one in store.born_on(connection, asked.birth_date) if asked.fits(one))
        return next(alike, None)

    @staticmethod
    def _new(connection: Connection, asked: Application) -> Person:
        numbers = numbers_for(asked.birth_date, asked.sex)
        free = next((number for number in numbers if store.find(connection, number) is None), None)
        if free is None:
            raise NumbersExhausted(
                "Voor deze geboortedatum zijn alle veilige nummers gegeven. Kies een andere geboortedatum."
            )
        person = Person(
            free, asked.given_name, asked.family_name, asked.birth_date, asked.sex, belgian_eid=False
        )
        store.put(connection, person)
        return person


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
        facts = identity_facts(person) if person is not None else None
        return issue(self._visit, IDENTITY, subject, audience, facts)
