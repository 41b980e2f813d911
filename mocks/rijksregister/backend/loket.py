"""The desk of BOSA or a registration office: BIS numbers, activation codes, and numbers that change.

*Bron*: seed 003 and domain facts §2; which facts make two askers the same person is a guess of ours, and so
is all that happens to a number that gives way to another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from mocks.core.forms import date_text
from mocks.core.identifiers import Insz, Sex
from mocks.core.store import Connection
from mocks.core.visit import Visit
from mocks.rijksregister import store
from mocks.rijksregister.backend.registry import Rijksregister
from mocks.rijksregister.domain import (
    FIRST_BIRTH,
    Application,
    Document,
    Person,
    national_numbers_for,
    numbers_for,
)
from mocks.rijksregister.errors import (
    HELP,
    ApplicantDeceased,
    BirthRefused,
    BirthsDiffer,
    DocumentOfAnother,
    DocumentRefused,
    NationalNumberExists,
    NoBisNumber,
    NumbersExhausted,
    SameNumber,
    SexNeeded,
)
from mocks.rijksregister.peers import Letter, Peers


@dataclass(frozen=True)
class Served:
    """With what somebody leaves the desk.

    Attributes:
        person: who it is, with the number.
        letter: the activation code; None for whoever had a number already.
    """

    person: Person
    letter: Letter | None


class Loket:
    """The desk during one visit."""

    def __init__(self, visit: Visit, peers: Peers) -> None:
        """Serve within ``visit``, asking ``peers``."""
        self._visit = visit
        self._peers = peers

    def ask(self, asked: Application) -> Served:
        """Give a BIS number and a letter; who asks again is told the number that exists, without a letter.

        Raises:
            DocumentRefused: when the document is no longer valid.
            BirthRefused: when nobody can be born then.
            DocumentOfAnother: when the document is somebody else's.
            NationalNumberExists: when somebody of these names and birth stands in the Rijksregister.
            ApplicantDeceased: when the person died.
            NumbersExhausted: when no safe number is left.
        """
        self._check(asked.document)
        if not FIRST_BIRTH <= asked.birth_date <= self._today:
            raise BirthRefused("Geef een geboortedatum vanaf 01/01/1900 die niet in de toekomst ligt.")
        with self._visit.writing() as connection:
            known = self._known(connection, asked)
            if known is not None:
                self._check_alive(known)
            person = known or self._new(connection, asked)
            store.show(connection, asked.document, person.insz)
        return Served(person, None if known else self._letter(person, asked.email))

    def give_code(self, insz: Insz, document: Document, email: str, lost: Sequence[str] = ()) -> Served:
        """Give a new activation code to whoever has a number; an older code is void, and so are lost keys.

        Raises:
            DocumentRefused: when the document is no longer valid.
            DocumentOfAnother: when the document is somebody else's.
            UnknownPerson: when nobody has the number.
            NumberReplaced: when another one took its place.
            ApplicantDeceased: when the person died.
        """
        self._check(document)
        person = self._living(insz)
        with self._visit.writing() as connection:
            holder = store.holder_of(connection, document)
            if holder is not None and holder.insz != insz:
                raise DocumentOfAnother(
                    f"Dit document hoort niet bij nummer {insz.display}. Toon uw eigen document. {HELP}"
                )
            store.show(connection, document, insz)
        return Served(person, self._letter(person, email, lost))

    def merge(self, old: Insz, new: Insz) -> Person:
        """Let a number take the place of a BIS number of the same person; return who that is.

        Raises:
            SameNumber: when it is one number.
            UnknownPerson: when nobody has one of them.
            NumberReplaced: when another one took the place of one of them.
            NoBisNumber: when the number that gives way is of the Rijksregister itself.
            BirthsDiffer: when they are of different births.
            ApplicantDeceased: when one of them died.
        """
        if old == new:
            raise SameNumber(
                f"Twee keer {old.display}: noem twee verschillende nummers van dezelfde persoon."
            )
        giving_way, staying = self._living(old), self._living(new)
        self._check_bis(giving_way)
        if giving_way.birth_date != staying.birth_date:
            raise BirthsDiffer(
                "Deze nummers staan op een verschillende geboortedatum: dat is niet dezelfde persoon. "
                f"Kijk beide nummers na. {HELP}"
            )
        with self._visit.writing() as connection:
            store.replace_number(connection, giving_way, staying.insz)
        return staying

    def register(self, bis_number: Insz, sex: Sex | None, email: str) -> Served:
        """Give a national number to whoever has a BIS number and comes to live in Belgium, and a letter.

        Raises:
            UnknownPerson: when nobody has the number.
            NumberReplaced: when another one took its place.
            NoBisNumber: when it is a national number already.
            SexNeeded: when the BIS number does not tell the sex, and nobody said.
            ApplicantDeceased: when the person died.
            NumbersExhausted: when no safe number is left.
        """
        person = self._living(bis_number)
        self._check_bis(person)
        of = sex or person.sex
        if of is None:
            raise SexNeeded("Een rijksregisternummer zegt het geslacht, en dit BIS-nummer niet. Geef het op.")
        birth = person.birth_date
        if birth is None:
            raise BirthRefused(f"De geboortedatum is niet bekend, en een nummer begint ermee. {HELP}")
        with self._visit.writing() as connection:
            number = self._free(connection, national_numbers_for(birth, of))
            registered = replace(person, insz=number, sex=of)
            store.put(connection, registered)
            store.replace_number(connection, person, number)
        return Served(registered, self._letter(registered, email))

    @property
    def _today(self) -> date:
        return self._visit.clock.today

    def _letter(self, person: Person, email: str, lost: Sequence[str] = ()) -> Letter:
        return self._peers.activation_codes(person.insz, email, lost)

    def _check(self, document: Document) -> None:
        if document.valid_until < self._today:
            raise DocumentRefused(
                f"Het document was geldig tot en met {date_text(document.valid_until)}. "
                f"Toon een document dat nog geldig is. {HELP}"
            )

    def _living(self, insz: Insz) -> Person:
        person = Rijksregister(self._visit).person(insz)
        self._check_alive(person)
        return person

    def _check_alive(self, person: Person) -> None:
        if person.deceased_on is not None and person.died_by(self._today):
            raise ApplicantDeceased(
                f"{person.full_name} is overleden op {date_text(person.deceased_on)}. "
                f"Kijk na voor wie u vraagt. {HELP}"
            )

    @staticmethod
    def _check_bis(person: Person) -> None:
        if person.nationally_registered:
            raise NoBisNumber(
                f"{person.insz.display} is een rijksregisternummer, en dat maakt geen plaats voor een ander. "
                f"Noem het BIS-nummer dat verdwijnt. {HELP}"
            )

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
        alike = next((one for one in store.born_on(connection, asked.birth_date) if asked.fits(one)), None)
        if alike is not None and alike.nationally_registered:
            # Names and a birth prove too little to be told somebody's national number.
            raise NationalNumberExists(
                "Iemand met deze naam en geboortedatum staat in het Rijksregister en heeft dus een "
                "rijksregisternummer: het staat op de identiteitskaart. Is dit iemand anders, zeg dat dan "
                f"bij de aanvraag. {HELP}"
            )
        return alike

    def _new(self, connection: Connection, asked: Application) -> Person:
        number = self._free(connection, numbers_for(asked.birth_date, asked.sex))
        person = Person(
            number, asked.given_name, asked.family_name, asked.birth_date, asked.sex, belgian_eid=False
        )
        store.put(connection, person)
        return person

    @staticmethod
    def _free(connection: Connection, numbers: Iterator[Insz]) -> Insz:
        free = next((number for number in numbers if store.find(connection, number) is None), None)
        if free is None:
            raise NumbersExhausted(
                "Voor deze geboortedatum zijn alle veilige nummers gegeven. Kies een andere geboortedatum."
            )
        return free
