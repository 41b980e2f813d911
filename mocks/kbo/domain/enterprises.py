"""Enterprises, as the KBO registers them."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from mocks.core.identifiers import EnterpriseNumber
from mocks.kbo.domain.codes import LEGAL_SITUATIONS
from mocks.kbo.errors import LabelMissing, StatusContradicted, UnusableName

LONGEST_NAME = 200


class Status(StrEnum):
    """Whether an enterprise exists still.  *Bron*: MAGDA fixtures for AC; ST is likely."""

    ACTIVE = "AC"
    STOPPED = "ST"


class Kind(StrEnum):
    """The kind of an enterprise.  *Bron*: Cookbook R018, TypeOfEnterprise."""

    NATURAL_PERSON = "1"
    LEGAL_PERSON = "2"


class TargetGroup(StrEnum):
    """The target group of ACM that an enterprise belongs to."""

    ENTERPRISE = "EA"
    LOCAL_GOVERNMENT = "LB"
    EDUCATION = "OV"
    AUTHORITY = "GID"


class NameType(StrEnum):
    """The kind of a name.  *Bron*: Cookbook R018, TypeOfDenomination."""

    NAME = "001"
    ABBREVIATION = "002"
    COMMERCIAL = "003"


class Language(StrEnum):
    """The language of a name.

    *Bron*: Cookbook R018 numbers the languages (1 FR, 2 NL, 3 DE, 4 EN); the letters are those of VKBO.
    """

    DUTCH = "nl"
    FRENCH = "fr"
    GERMAN = "de"
    ENGLISH = "en"


@dataclass(frozen=True)
class Denomination:
    """A name of an enterprise, in a language."""

    text: str
    language: Language = Language.DUTCH
    type: NameType = NameType.NAME


@dataclass(frozen=True)
class Coded:
    """A code of a code table with its Dutch label."""

    code: str
    label: str


@dataclass(frozen=True)
class Address:
    """The address of the seat."""

    street: str
    house_number: str
    postcode: str
    municipality: str
    box: str | None = None
    country: str = "BE"

    @property
    def line(self) -> str:
        """The address on one line, with the country when it is another."""
        box = f" bus {self.box}" if self.box else ""
        abroad = f", {self.country}" if self.country != "BE" else ""
        return f"{self.street} {self.house_number}{box}, {self.postcode} {self.municipality}{abroad}"


@dataclass(frozen=True)
class Contact:
    """Contact data, each optional."""

    phone: str | None = None
    email: str | None = None
    website: str | None = None


@dataclass(frozen=True)
class ForeignRegistration:
    """Where a foreign enterprise is registered at home, with its number there when it has one.

    That the KBO keeps these is our reading: it tells one foreign enterprise from another by them.
    """

    country: str
    number: str | None = None


@dataclass(frozen=True)
class Enterprise:
    """An enterprise in the register.

    Attributes:
        number: the enterprise number.
        names: its names, the one that it goes by first.
        start_date: its first day.
        target_group: the target group of ACM; ours to keep here.
        kind: natural or legal person.
        status: active or stopped.
        stopped_on: the day on which it stopped; there exactly when it is stopped.
        legal_situation: such as 000, Normale toestand.
        legal_form: None for a natural person.
        address: the seat, if known.
        contact: contact data.
        foreign_registration: where it is registered abroad; None for an enterprise of Belgium.
    """

    number: EnterpriseNumber
    names: tuple[Denomination, ...]
    start_date: date
    target_group: TargetGroup = TargetGroup.ENTERPRISE
    kind: Kind = Kind.LEGAL_PERSON
    status: Status = Status.ACTIVE
    stopped_on: date | None = None
    legal_situation: Coded = Coded("000", LEGAL_SITUATIONS["000"])
    legal_form: Coded | None = None
    address: Address | None = None
    contact: Contact = Contact()
    foreign_registration: ForeignRegistration | None = None

    def __post_init__(self) -> None:
        """Refuse a status that its own date contradicts.

        Raises:
            StatusContradicted: when the stop and the status do not fit, or it stops before it starts.
        """
        if (self.status is Status.STOPPED) != (self.stopped_on is not None):
            raise StatusContradicted(
                "Een stopgezette onderneming (status ST) heeft een stopdatum (stopped_on) en een actieve "
                "(status AC) heeft er geen. Geef beide, of laat ze allebei weg."
            )
        if self.stopped_on is not None and self.stopped_on < self.start_date:
            raise StatusContradicted(
                f"De stopdatum {self.stopped_on} valt voor de begindatum {self.start_date}. "
                "Kijk beide datums na."
            )

    @property
    def name(self) -> str:
        """The name that it goes by."""
        return self.names[0].text

    @property
    def country(self) -> str | None:
        """The country that it comes from: where it is registered, or else that of its seat."""
        if self.foreign_registration is not None:
            return self.foreign_registration.country
        return self.address.country if self.address is not None else None


def labelled(code: str, label: str | None, table: Mapping[str, str]) -> Coded:
    """Return a code with the given label, or else with the one of its table.

    Raises:
        LabelMissing: when no label is given and the table does not have the code.
    """
    found = label or table.get(code)
    if found is None:
        raise LabelMissing(
            f"Code {code} heeft hier geen omschrijving. Geef er een mee (label), of kies een van "
            f"{', '.join(f'{known} ({text})' for known, text in table.items())}."
        )
    return Coded(code, found)


def search_key(text: str) -> str:
    """Return a text as the search by name compares it: without accents and capitals."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign)).casefold()


def register_key(number: str) -> str:
    """Return a register number as it is compared: its letters and digits, without capitals."""
    return "".join(sign for sign in search_key(number) if sign.isalnum())


def search_words(text: str) -> list[str]:
    """Return the words that a search by name looks for.

    Raises:
        UnusableName: when nothing is asked, too much, or what no name can hold.
    """
    if len(text) > LONGEST_NAME:
        raise UnusableName(
            f"Een naam telt hoogstens {LONGEST_NAME} tekens en u gaf er {len(text)}. Zoek met een deel ervan."
        )
    if any(unicodedata.category(sign) in {"Cc", "Cs"} for sign in text):
        raise UnusableName("De naam bevat een teken dat niet leesbaar is. Typ de naam opnieuw.")
    words = search_key(text).split()
    if not words:
        raise UnusableName("Geef een naam, of een deel ervan, om op te zoeken.")
    return words


def extract_facts(enterprise: Enterprise) -> dict[str, Any]:
    """Return what the extract says: dated facts, never a verdict for today."""
    stopped_on, abroad = enterprise.stopped_on, enterprise.foreign_registration
    return {
        "number": str(enterprise.number),
        "name": enterprise.name,
        "names": [
            {"text": name.text, "language": name.language.value, "type": name.type.value}
            for name in enterprise.names
        ],
        "kind": enterprise.kind.value,
        "status": enterprise.status.value,
        "stopped_on": stopped_on.isoformat() if stopped_on else None,
        "legal_situation": asdict(enterprise.legal_situation),
        "legal_form": asdict(enterprise.legal_form) if enterprise.legal_form else None,
        "start_date": enterprise.start_date.isoformat(),
        "target_group": enterprise.target_group.value,
        "address": asdict(enterprise.address) if enterprise.address else None,
        "contact": asdict(enterprise.contact),
        "foreign_registration": asdict(abroad) if abroad else None,
    }
