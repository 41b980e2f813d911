"""What the register knows of a person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from mocks.core.identifiers import Insz, Sex, make_bis_number, make_national_number


@dataclass(frozen=True)
class Person:
    """A natural person in the register.

    Attributes:
        insz: national number or BIS number.
        given_name: first name.
        family_name: surname.
        birth_date: None when unknown.
        sex: None when unknown, as for a BIS number given without it.
        belgian_eid: whether the person holds a Belgian identity card, whichever key is used.
        deceased_on: the day of death, or None.
    """

    insz: Insz
    given_name: str
    family_name: str
    birth_date: date | None
    sex: Sex | None
    belgian_eid: bool
    deceased_on: date | None = None

    @property
    def full_name(self) -> str:
        """First name and surname."""
        return f"{self.given_name} {self.family_name}"


def identity_facts(person: Person) -> dict[str, Any]:
    """Return what the identity statement says: dated facts, never a verdict for today."""
    return {
        "given_name": person.given_name,
        "family_name": person.family_name,
        "birth_date": person.birth_date.isoformat() if person.birth_date else None,
        "sex": person.sex.value if person.sex else None,
        "belgian_eid": person.belgian_eid,
        "deceased_on": person.deceased_on.isoformat() if person.deceased_on else None,
    }


class DocumentKind(StrEnum):
    """With which documents one shows who one is at the desk (the list is a guess)."""

    PASSPORT = "passport"
    IDENTITY_CARD = "identity_card"
    RESIDENCE_PERMIT = "residence_permit"


@dataclass(frozen=True)
class Document:
    """An identity document.

    Attributes:
        kind: which.
        country: two letters, of who gave it.
        number: as written on it, without spaces and in capitals.
        valid_until: its last valid day.
    """

    kind: DocumentKind
    country: str
    number: str
    valid_until: date


@dataclass(frozen=True)
class Application:
    """What is asked at the desk: a BIS number for somebody.

    Attributes:
        given_name: first name.
        family_name: surname.
        birth_date: as on the document.
        sex: None when the document does not tell.
        document: what was shown.
        another_person: whether the desk saw that who has these names and this birth is somebody else.
    """

    given_name: str
    family_name: str
    birth_date: date
    sex: Sex | None
    document: Document
    another_person: bool = False

    def fits(self, person: Person) -> bool:
        """Return whether names and birth are those of ``person``; capitals and spaces do not count."""
        return self.birth_date == person.birth_date and _key(self.given_name, self.family_name) == _key(
            person.given_name, person.family_name
        )


def numbers_for(birth: date, sex: Sex | None) -> Iterator[Insz]:
    """Return the numbers that may be given for a birth, all of them numbers that no citizen can have.

    First the BIS number: 20 added to the month when the sex is unknown and 40 when it is known
    (*Bron*: domain facts §7).  Who shares birth and sex gets an official test number (months 61 to 72).
    """
    yield make_bis_number(birth, sex)
    start, step = (2, 2) if sex is Sex.WOMAN else (1, 2) if sex is Sex.MAN else (1, 1)
    for counter in range(start, 999, step):
        of = Sex.MAN if counter % 2 else Sex.WOMAN
        yield make_national_number(birth, of, counter=counter)


def _key(given_name: str, family_name: str) -> str:
    return " ".join(f"{given_name} {family_name}".casefold().split())
