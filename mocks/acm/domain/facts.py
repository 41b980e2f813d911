"""The facts on which ACM decides, as read from the statements of the authorities."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from mocks.core.clock import Period
from mocks.core.identifiers import Insz

ACTIVE = "Actief"
"""The status of a person in IDM whose workflow has ended (*Bron*: IDM's screens)."""


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
        legal_form: the code of its legal form, or None for who has none.
    """

    number: str
    name: str
    target_group: str
    kind: str
    stopped_on: date | None
    legal_form: str | None = None


@dataclass(frozen=True)
class UserRight:
    """A right that hangs on a work relation (*Bron*: IDM).

    Attributes:
        name: what IDM calls it.
        token_code: what the token calls it.
        contexts: to what it is limited, of that only what is activated; or nothing.
        period: when it begins and ends; the day of revocation ends it too.
        revoked_on: the day on which it was revoked; it does not work on that day.
        profile: with which profile it was granted, or None for a right without.
        needs_activation: whether it gives only what its owner activated for the organisation.
        activation: when that activation begins and ends, or None when there is none.
        withdrawn_contexts: to what it was granted that is not, or no longer, activated.
    """

    name: str
    token_code: str
    contexts: tuple[str, ...]
    period: Period
    revoked_on: date | None = None
    profile: str | None = None
    needs_activation: bool = False
    activation: Period | None = None
    withdrawn_contexts: tuple[str, ...] = ()

    def revoked(self, day: date) -> bool:
        """Whether it had been revoked by a day."""
        return self.revoked_on is not None and self.revoked_on <= day

    def activated(self, day: date) -> bool:
        """Whether its owner activated on a day what it was granted for, where that is needed."""
        if not self.needs_activation:
            return True
        return self.activation is not None and self.activation.holds_on(day) and bool(self.contexts)

    def holds_on(self, day: date) -> bool:
        """Whether it works on a day."""
        return self.period.holds_on(day) and not self.revoked(day) and self.activated(day)


@dataclass(frozen=True)
class WorkRelation:
    """A relation between a person and an organisation (*Bron*: IDM).

    Attributes:
        organisation: enterprise number.
        category: such as Vaste Medewerker.
        period: when it begins and ends.
        rights: what hangs on it, ended and future ones included.
    """

    organisation: str
    category: str
    period: Period
    rights: tuple[UserRight, ...] = ()


@dataclass(frozen=True)
class Employment:
    """What IDM states about a person: the status of the workflow, and the work relations."""

    status: str
    work_relations: tuple[WorkRelation, ...] = ()


@dataclass(frozen=True)
class Appointment:
    """An appointment in BTB (*Bron*: CSAM).

    Attributes:
        organisation: enterprise number.
        role: ``main_access_manager`` or ``access_manager``.
        domain: of an access manager.
        period: from the day on which it became active; None while the appointee has not signed in.
    """

    organisation: str
    role: str
    domain: str | None
    period: Period | None


@dataclass(frozen=True)
class Mandate:
    """A power of attorney from a mandator to a holder (*Bron*: SSM).

    Attributes:
        type: the key of its type; each e-loket that takes mandates has one.
        type_name: what SSM calls that type.
        mandator: enterprise number or INSZ of who gives it.
        holder: enterprise number or INSZ of who holds it.
        signed_by_mandator: the day on which the mandator signed, or None.
        signed_by_holder: the day on which the holder signed, or None.
        period: its first and last valid day.
        stopped_on: the day on which one of them stopped it; it does not work on that day.
    """

    type: str
    type_name: str
    mandator: str
    holder: str
    signed_by_mandator: date | None
    signed_by_holder: date | None
    period: Period
    stopped_on: date | None = None

    def stopped(self, day: date) -> bool:
        """Whether one of them had stopped it by a day."""
        return self.stopped_on is not None and self.stopped_on <= day

    def signed(self, day: date) -> bool:
        """Whether both had signed by a day."""
        given, taken = self.signed_by_mandator, self.signed_by_holder
        return given is not None and taken is not None and max(given, taken) <= day


def names_person(number: str) -> bool:
    """Return whether a number is that of a person (INSZ), not of an enterprise."""
    return len(number) == len("68112399910")


@dataclass(frozen=True)
class Facts:
    """Everything the authorities stated about one person.

    ``organisations`` holds those in which the person has something, those that were asked about, and the
    mandators; ``mandators`` the persons among these.
    """

    insz: Insz
    person: Person | None
    keys: tuple[DigitalKey, ...] = ()
    functions: tuple[Function, ...] = ()
    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    employment: Employment | None = None
    appointments: tuple[Appointment, ...] = ()
    mandates: tuple[Mandate, ...] = ()
    mandators: Mapping[str, Person] = field(default_factory=dict)

    @property
    def settled(self) -> bool:
        """Whether all of it holds until somebody changes something or the day is over.

        Only a delayed workflow in IDM ends by itself in the course of a day.
        """
        return self.employment is None or self.employment.status == ACTIVE

    @property
    def awaits_sign_in(self) -> bool:
        """Whether an appointment in BTB waits for this person to sign in."""
        return any(one.period is None for one in self.appointments)

    def key(self, kind: str) -> DigitalKey | None:
        """Return the key of this kind that the person activated, if any."""
        return next((key for key in self.keys if key.kind == kind), None)

    def numbers(self) -> frozenset[str]:
        """Return the organisations in which the person has anything."""
        relations = self.employment.work_relations if self.employment else ()
        return frozenset(
            {one.organisation for one in self.functions}
            | {one.organisation for one in relations}
            | {one.organisation for one in self.appointments}
        )

    def holders(self) -> frozenset[str]:
        """Return who may hold a mandate that this person executes: himself, and his organisations."""
        return self.numbers() | {self.insz}

    def mandated(self) -> frozenset[tuple[str, str]]:
        """Return mandator and holder of every mandate, each pair once."""
        return frozenset((one.mandator, one.holder) for one in self.mandates)

    def relations_with(self, number: str) -> tuple[WorkRelation, ...]:
        """Return the work relations of the person with an organisation."""
        relations = self.employment.work_relations if self.employment else ()
        return tuple(one for one in relations if one.organisation == number)

    def functions_in(self, number: str) -> tuple[Function, ...]:
        """Return the functions of the person in an organisation."""
        return tuple(function for function in self.functions if function.organisation == number)
