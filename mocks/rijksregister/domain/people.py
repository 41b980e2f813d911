"""What the register knows of a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from mocks.core.identifiers import Insz, NationalNumber, Sex


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
        replaced_by: the number that took the place of this one, or None.
    """

    insz: Insz
    given_name: str
    family_name: str
    birth_date: date | None
    sex: Sex | None
    belgian_eid: bool
    deceased_on: date | None = None
    replaced_by: Insz | None = None

    @property
    def nationally_registered(self) -> bool:
        """Whether this is somebody of the Rijksregister itself, and not of the BIS register.

        A test number tells neither; then the identity card does.
        """
        if self.insz.is_test_number:
            return self.belgian_eid
        return isinstance(self.insz, NationalNumber)

    def died_by(self, day: date) -> bool:
        """Return whether the person is dead on ``day``."""
        return self.deceased_on is not None and self.deceased_on <= day

    @property
    def full_name(self) -> str:
        """First name and surname."""
        return f"{self.given_name} {self.family_name}"


def stated(person: Person | None) -> dict[str, Any] | None:
    """Return what the statement says of a number: nothing, when nobody has it (any more).

    That whoever asks by a replaced number learns nothing is a guess of ours; the register itself tells the
    new number at its own API.
    """
    return identity_facts(person) if person is not None and person.replaced_by is None else None


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
