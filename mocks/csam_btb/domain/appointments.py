"""BTB: who leads the access management of an enterprise, and who manages it per domain.

A post is what somebody is appointed to: main access manager, or access manager for one domain.  An
enterprise has one main access manager whom its legal representative appoints, any number of others beside
that one as back-up, and one access manager per domain.

*Bron*: domain facts §3 (one main access manager and co-appointments; one access manager per domain).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from mocks.core.identifiers import EnterpriseNumber, Insz, three_parts
from mocks.csam_btb.errors import AppointmentContradicts, MalformedAppointmentNumber, UnknownPost


class Role(StrEnum):
    """What somebody is in BTB."""

    MAIN = "main_access_manager"
    ACCESS = "access_manager"


class Domain(StrEnum):
    """A group of applications.

    The whole list is not public.  *Bron*: domain facts §3 and the guide of the kmo-portefeuille for four of
    them; that there is one called economie is a guess.
    """

    ALL = "all"
    EMPLOYMENT = "employment"
    FINANCE = "finance"
    MOBILITY = "mobility"
    ECONOMY = "economy"


DOMAIN_LABELS: Mapping[Domain, str] = {
    Domain.ALL: "alle domeinen",
    Domain.EMPLOYMENT: "werkgelegenheid",
    Domain.FINANCE: "financiën",
    Domain.MOBILITY: "mobiliteit",
    Domain.ECONOMY: "economie",
}


@dataclass(frozen=True)
class Post:
    """What somebody can be appointed to.

    Attributes:
        code: its name in numbers and addresses: the role, or the domain of an access manager.
        role: main access manager or access manager.
        domain: the domain; a main access manager has them all.
        label: its Dutch name.
    """

    code: str
    role: Role
    domain: Domain
    label: str


MAIN_POST = Post(Role.MAIN.value, Role.MAIN, Domain.ALL, "hoofdtoegangsbeheerder")

POSTS: Mapping[str, Post] = {
    MAIN_POST.code: MAIN_POST,
    **{
        domain.value: Post(domain.value, Role.ACCESS, domain, f"toegangsbeheerder voor {label}")
        for domain, label in DOMAIN_LABELS.items()
    },
}
"""Every post."""


def post_of(code: str) -> Post:
    """Return the post of a code.

    Raises:
        UnknownPost: when there is none.
    """
    if code not in POSTS:
        raise UnknownPost(code, POSTS)
    return POSTS[code]


@dataclass(frozen=True)
class AppointmentNumber:
    """What names an appointment: enterprise, person and post.

    Who is appointed again after an end keeps the number; what was before stands in the history.
    """

    enterprise: EnterpriseNumber
    insz: Insz
    post: Post

    @classmethod
    def parse(cls, text: str) -> AppointmentNumber:
        """Read ``<enterprise number>-<insz>-<role or domain>``; the numbers may be displayed ones.

        Raises:
            MalformedAppointmentNumber: when there are no three parts.
            UnknownPost: when the last part is none.
            IdentifierRefusal: when a number is none.
        """
        enterprise, insz, code = three_parts(text, MalformedAppointmentNumber())
        return cls(EnterpriseNumber(enterprise), Insz(insz), post_of(code))

    def __str__(self) -> str:
        return f"{self.enterprise}-{self.insz}-{self.post.code}"


@dataclass(frozen=True)
class Appointment:
    """An appointment.

    Attributes:
        number: who, where and to what.
        backup: whether a main access manager was appointed beside the first one.
        appointed_on: the day of the appointment.
        appointed_by: who appointed, when that is known.
        begin: the day on which the appointee first signed in; None while it waits for that.
        end: the last valid day, or None while no end is known.
        email: of the appointee.
        phone: of the appointee.
    """

    number: AppointmentNumber
    backup: bool
    appointed_on: date
    appointed_by: Insz | None = None
    begin: date | None = None
    end: date | None = None
    email: str | None = None
    phone: str | None = None

    def __post_init__(self) -> None:
        """Refuse what no appointment can be.

        Raises:
            AppointmentContradicts: an access manager as back-up, or active before being appointed.
        """
        if self.backup and self.post.role is not Role.MAIN:
            raise AppointmentContradicts(
                "Alleen een hoofdtoegangsbeheerder kan als back-up aangesteld zijn. Laat ‘backup’ weg."
            )
        if self.begin is not None and self.begin < self.appointed_on:
            raise AppointmentContradicts(
                f"De aanstelling kan niet actief zijn (begin {self.begin}) voor de dag waarop ze gebeurde "
                f"(appointed_on {self.appointed_on}). Kijk beide datums na."
            )

    @property
    def enterprise(self) -> EnterpriseNumber:
        """Of which enterprise."""
        return self.number.enterprise

    @property
    def insz(self) -> Insz:
        """Who is appointed."""
        return self.number.insz

    @property
    def post(self) -> Post:
        """To what."""
        return self.number.post

    @property
    def first(self) -> bool:
        """Whether this is the main access manager whom the legal representative appoints."""
        return self.post.role is Role.MAIN and not self.backup

    @property
    def single(self) -> bool:
        """Whether nobody else can have this post beside: all but the back-ups."""
        return not self.backup

    @property
    def label(self) -> str:
        """What the person is, in Dutch."""
        return f"mede-{self.post.label}" if self.backup else self.post.label

    def ended(self, day: date) -> bool:
        """Return whether the last valid day lies before ``day``."""
        return self.end is not None and self.end < day

    def waiting(self, day: date) -> bool:
        """Return whether it waits for the first sign-in of the appointee."""
        return self.begin is None and not self.ended(day)

    def active(self, day: date) -> bool:
        """Return whether the appointee may act by it on ``day``."""
        return self.begin is not None and self.begin <= day and not self.ended(day)


class Action(StrEnum):
    """What happened, as the history of an enterprise tells it."""

    REGISTERED = "registered"
    APPOINTED = "appointed"
    ACTIVATED = "activated"
    REPLACED = "replaced"
    ENDED = "ended"


@dataclass(frozen=True)
class Event:
    """One line in the history of an enterprise.

    Attributes:
        day: when.
        action: what.
        insz: whom it is about; whoever registered the enterprise.
        post: which post; None for the registration.
        backup: whether as back-up.
        by: who did it, when that is known.
    """

    day: date
    action: Action
    insz: Insz | None
    post: Post | None = None
    backup: bool = False
    by: Insz | None = None

    @classmethod
    def about(cls, appointment: Appointment, action: Action, day: date, by: Insz | None) -> Event:
        """Return the line that something happened to an appointment."""
        return cls(day, action, appointment.insz, appointment.post, appointment.backup, by)


def appointment_facts(appointment: Appointment) -> dict[str, Any]:
    """Return what the statement says of an appointment: dated facts, never a verdict for today.

    Ended on the day on which it began, it has an ``end`` before its ``begin``: it has no valid day.
    """
    return {
        "enterprise_number": str(appointment.enterprise),
        "role": appointment.post.role.value,
        "domain": appointment.post.domain.value,
        "begin": _iso(appointment.begin),
        "end": _iso(appointment.end),
        "waiting": appointment.begin is None,
    }


def appointment_members(appointment: Appointment) -> dict[str, Any]:
    """Return an appointment as the API of the enterprise gives it, with who was appointed by whom."""
    return {
        **appointment_facts(appointment),
        "insz": str(appointment.insz),
        "backup": appointment.backup,
        "appointed_on": appointment.appointed_on.isoformat(),
        "appointed_by": appointment.appointed_by,
    }


def event_members(event: Event) -> dict[str, Any]:
    """Return a line of the history as the API gives it."""
    return {
        "day": event.day.isoformat(),
        "action": event.action.value,
        "insz": event.insz,
        "role": event.post.role.value if event.post else None,
        "domain": event.post.domain.value if event.post else None,
        "backup": event.backup,
        "by": event.by,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
