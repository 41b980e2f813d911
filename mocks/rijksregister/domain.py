"""What the register knows of a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from mocks.core.identifiers import Insz, Sex


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
