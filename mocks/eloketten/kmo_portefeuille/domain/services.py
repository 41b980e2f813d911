"""The services that a provider registered: training and advice, of its seat and of each department.

*Bron*: "Door middel van een departement kan u aan uw geregistreerde diensten (opleiding of advies) een andere
contactpersoon en ander rekeningnummer toekennen" (seed 003).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mocks.core.identifiers import AccountNumber, EnterpriseNumber, NotAnAccount
from mocks.eloketten.kmo_portefeuille.errors import (
    InvalidService,
    MalformedDepartment,
    MalformedServiceNumber,
    UnknownKindOfService,
)

MOST_NAME, MOST_EMAIL, MOST_DEPARTMENT = 100, 200, 100
FIELDS = ("name", "email", "phone", "account")
"""What a form asks of a service; its version travels along."""

_EMAIL = re.compile(r"[^\s@<>\"',;:]+@[^\s@<>\"',;:.]+(?:\.[^\s@<>\"',;:.]+)+")
_PHONE = re.compile(r"\+[1-9][0-9]{6,14}", re.ASCII)


class Kind(StrEnum):
    """What a service provider may register."""

    TRAINING = "training"
    ADVICE = "advice"

    @property
    def label(self) -> str:
        """Its name in Dutch, as in addresses."""
        return {Kind.TRAINING: "opleiding", Kind.ADVICE: "advies"}[self]


@dataclass(frozen=True)
class Place:
    """Whose service: which one, of which organisation, of its seat or of a department.

    Attributes:
        organisation: enterprise number.
        kind: training or advice.
        department: its name, or an empty text for the seat.
    """

    organisation: str
    kind: Kind
    department: str = ""

    @classmethod
    def parse(cls, number: str) -> Place:
        """Read ``<enterprise number>-<kind>``, with ``-<department>`` behind it for one of a department.

        Raises:
            MalformedServiceNumber, MalformedDepartment: when a part is not what it should be.
            IdentifierRefusal: when the enterprise number is none.
        """
        organisation, _, rest = number.partition("-")
        kind, dash, department = rest.partition("-")
        if kind not in tuple(Kind):
            raise MalformedServiceNumber(number)
        return cls(
            str(EnterpriseNumber(organisation)), Kind(kind), department_name(department) if dash else ""
        )

    def __str__(self) -> str:
        """Return it as :meth:`parse` reads it."""
        return f"{self.organisation}-{self.kind}" + (f"-{self.department}" if self.department else "")


@dataclass(frozen=True)
class Details:
    """What is registered of a service: its contact person and account number."""

    name: str
    email: str
    phone: str
    account: str

    @property
    def account_shown(self) -> str:
        """The account number in groups of four."""
        return AccountNumber(self.account).display


@dataclass(frozen=True)
class Service:
    """A registered service, and how often it was written."""

    place: Place
    details: Details
    version: int


@dataclass(frozen=True)
class Change:
    """One change of a service: when, by whom, and what."""

    at: datetime
    who: str
    what: str


def kind_of(label: str) -> Kind:
    """Return training or advice by the Dutch name in an address.

    Raises:
        UnknownKindOfService: when it is neither.
    """
    found = {kind.label: kind for kind in Kind}.get(label)
    if found is None:
        raise UnknownKindOfService(label)
    return found


def department_name(text: str) -> str:
    """Return the name of a department without spaces around it.

    Raises:
        MalformedDepartment: when it cannot be one.
    """
    name = text.strip()
    if not name or len(name) > MOST_DEPARTMENT or not _readable(name) or set("/|") & set(name):
        raise MalformedDepartment(text)
    return name


def read_details(typed: Mapping[str, str]) -> Details:
    """Return what was typed of a service, in the form in which it is kept.

    Raises:
        InvalidService: with a sentence for each field that does not fit.
    """
    values = {field: typed.get(field, "").strip() for field in FIELDS}
    wrong = dict(_wrong(values))
    try:
        values["account"] = AccountNumber(values["account"])
    except NotAnAccount as refusal:
        wrong["account"] = refusal.sentence
    if wrong:
        raise InvalidService(wrong)
    return Details(**values)


def read_version(text: str) -> int:
    """Return the version that a form was opened with; 0 for a service that was not registered yet.

    Raises:
        InvalidService: when it is no number.
    """
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise InvalidService({"version": "Dit formulier is niet volledig. Open het opnieuw."})
    return int(text)


def what_changed(before: Details | None, after: Details) -> str:
    """Return in Dutch what a change changes, or an empty text when it changes nothing."""
    if before is None:
        return (
            f"Geregistreerd: contactpersoon {after.name} ({after.email}, {after.phone}), "
            f"rekeningnummer {after.account_shown}."
        )
    labels = {"name": "Contactpersoon", "email": "E-mailadres", "phone": "Telefoonnummer"}
    lines = [
        f"{label}: {getattr(before, field)} → {getattr(after, field)}."
        for field, label in labels.items()
        if getattr(before, field) != getattr(after, field)
    ]
    if before.account != after.account:
        lines.append(f"Rekeningnummer: {before.account_shown} → {after.account_shown}.")
    return " ".join(lines)


def _wrong(values: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    name, email, phone = values["name"], values["email"], values["phone"]
    if not name or len(name) > MOST_NAME or not _readable(name):
        yield "name", f"Schrijf de naam van de contactpersoon op één regel, in hoogstens {MOST_NAME} tekens."
    if len(email) > MOST_EMAIL or not _readable(email) or _EMAIL.fullmatch(email) is None:
        yield "email", "Schrijf een e-mailadres zoals voornaam.naam@organisatie.be."
    if _PHONE.fullmatch(phone) is None:
        yield "phone", "Schrijf het telefoonnummer met + en cijfers, zonder spaties, zoals +3212345678."


def _readable(text: str) -> bool:
    return not any(unicodedata.category(sign) in {"Cc", "Cs"} for sign in text)
