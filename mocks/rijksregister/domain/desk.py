"""The desk of BOSA or a registration office: documents, and what is asked with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mocks.core.identifiers import BisNumber, Insz, Sex, make_bis_number, make_national_number
from mocks.rijksregister.domain.people import Person

FIRST_BIRTH = date(1900, 1, 1)
"""The earliest birth for which a number can be given."""


class DocumentKind(StrEnum):
    """With which documents one shows who one is at the desk (the list is a guess)."""

    PASSPORT = "passport"
    IDENTITY_CARD = "identity_card"
    RESIDENCE_PERMIT = "residence_permit"

    @property
    def label(self) -> str:
        """What the pages call it."""
        return {"passport": "Paspoort", "identity_card": "Identiteitskaart"}.get(self.value, "Verblijfstitel")


def bare_number(text: str) -> str:
    """Return the number of a document in capitals and without spaces.

    Raises:
        ValueError: when it holds anything but letters and digits.
    """
    bare = "".join(text.split()).upper()
    if not bare.isascii() or not bare.isalnum():
        raise ValueError("moet uit letters en cijfers bestaan")
    return bare


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
        email: the private address to which the activation link goes.
        another_person: whether the desk saw that who has these names and this birth is somebody else.
    """

    given_name: str
    family_name: str
    birth_date: date
    sex: Sex | None
    document: Document
    email: str
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


def national_numbers_for(birth: date, sex: Sex) -> Iterator[Insz]:
    """Return the national numbers that may be given for a birth, none of which a citizen can have.

    First the ordinary one; who shares birth and sex gets an official test number.
    """
    yield make_national_number(birth, sex)
    yield from (number for number in numbers_for(birth, sex) if not isinstance(number, BisNumber))


def _key(given_name: str, family_name: str) -> str:
    return " ".join(f"{given_name} {family_name}".casefold().split())
