"""The facts on which ACM decides, as read from the statements of the authorities."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from mocks.core.clock import Period
from mocks.core.identifiers import Insz


@dataclass(frozen=True)
class Person:
    """Who somebody is (*Bron*: Rijksregister)."""

    insz: Insz
    given_name: str
    family_name: str
    birth_date: date | None
    belgian_eid: bool
    deceased_on: date | None

    @property
    def full_name(self) -> str:
        """First name and surname."""
        return f"{self.given_name} {self.family_name}"


@dataclass(frozen=True)
class DigitalKey:
    """A key that a person activated (*Bron*: CSAM).

    Attributes:
        kind: which of the five.
        period: the days on which it opens something; None while its activation waits.
        ended_by: why it ends when it does, in Dutch, or an empty text.
    """

    kind: str
    period: Period | None
    ended_by: str = ""


@dataclass(frozen=True)
class Function:
    """A function that a person holds in an organisation (*Bron*: KBO).

    Attributes:
        organisation: enterprise number.
        label: what KBO calls it.
        representing: whether this kind of function represents the organisation.
        period: when it begins and ends.
        through: the enterprise that holds it, when the person is its permanent representative.
    """

    organisation: str
    label: str
    representing: bool
    period: Period
    through: str | None = None


@dataclass(frozen=True)
class Organisation:
    """An organisation with an enterprise number (*Bron*: KBO).

    Attributes:
        number: enterprise number.
        name: its name.
        target_group: EA, LB or OV.
        kind: 1 natural person, 2 legal person.
        stopped_on: the day on which it stopped, or None while it is active.
    """

    number: str
    name: str
    target_group: str
    kind: str
    stopped_on: date | None


@dataclass(frozen=True)
class Facts:
    """Everything the authorities stated about one person.

    ``organisations`` holds those in which the person has something, and those that were asked about.
    """

    insz: Insz
    person: Person | None
    keys: tuple[DigitalKey, ...] = ()
    functions: tuple[Function, ...] = ()
    organisations: Mapping[str, Organisation] = field(default_factory=dict)

    def key(self, kind: str) -> DigitalKey | None:
        """Return the key of this kind that the person activated, if any."""
        return next((key for key in self.keys if key.kind == kind), None)

    def functions_in(self, number: str) -> tuple[Function, ...]:
        """Return the functions of the person in an organisation."""
        return tuple(function for function in self.functions if function.organisation == number)
