"""A foreign enterprise at the desk of an ondernemingsloket: what is filled in, read field by field.

*Bron*: seed 003, a foreign enterprise is registered with its legal representative.  Which fields the real
desks ask is not public: these are ours.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from mocks.core.errors import Refusal
from mocks.core.forms import Reading
from mocks.core.identifiers import Insz
from mocks.kbo.domain.codes import FUNCTION_CODES, LEGAL_FORMS
from mocks.kbo.domain.countries import BELGIUM, COUNTRIES
from mocks.kbo.domain.enterprises import Address, Contact, ForeignRegistration, register_key
from mocks.kbo.errors import (
    BeginOutOfBounds,
    FieldMissing,
    FieldTooLong,
    MalformedBegin,
    MalformedEmail,
    MalformedPhone,
    MalformedRegisterNumber,
    MalformedRepresentative,
    NotForeign,
    RepresentativeMissing,
    UnknownChoice,
    UnknownCountry,
    UnreadableField,
)

LABELS: Mapping[str, str] = {
    "name": "Naam van de onderneming",
    "legal_form": "Rechtsvorm",
    "country": "Land",
    "register_number": "Nummer in het handelsregister van dat land",
    "begin": "Begindatum",
    "street": "Straat",
    "house_number": "Huisnummer",
    "box": "Bus",
    "postcode": "Postcode",
    "municipality": "Gemeente",
    "email": "E-mailadres",
    "phone": "Telefoonnummer",
    "representative": "Rijksregister- of BIS-nummer van de wettelijk vertegenwoordiger",
    "function": "Functie van de wettelijk vertegenwoordiger",
}
"""The fields with the labels that the page shows, in its order."""

DEFAULT_FORM, DEFAULT_FUNCTION = "030", "10002"

FOREIGN_FORMS: Mapping[str, str] = {code: LEGAL_FORMS[code] for code in (DEFAULT_FORM, "014", "017", "610")}
"""The legal forms that the desk registers: a municipality is never foreign (our choice)."""

DESK_FUNCTIONS: Mapping[str, str] = {
    code: FUNCTION_CODES[code].label for code in (DEFAULT_FUNCTION, "10004", "10006", "10007")
}
"""The functions that the desk registers: those of one person that represent every enterprise."""

LONGEST, LONGEST_EMAIL, LONGEST_NUMBER, LONGEST_PHONE = 200, 254, 40, 25

EARLIEST = date(1800, 1, 1)
"""The first day on which an enterprise can have begun (ours)."""

# As a browser reads type="email" (HTML Living Standard), with a dot in the part behind the at sign.
_EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_PHONE = re.compile(r"\+?[0-9][0-9 /.()-]{6,23}")
_ISO = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
_BELGIAN = re.compile(r"(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})/(?P<year>[0-9]{4})")


@dataclass(frozen=True)
class Foreign:
    """What the desk is told of a foreign enterprise.

    Attributes:
        name: the name that it goes by.
        legal_form: one of ``FOREIGN_FORMS``.
        registration: its country, with its number there if it has one.
        address: its seat, abroad.
        contact: how to reach it.
        begin: the first day of the enterprise and of the function.
        representative: the legal representative.
        function: one of ``DESK_FUNCTIONS``.
    """

    name: str
    legal_form: str
    registration: ForeignRegistration
    address: Address
    contact: Contact
    begin: date
    representative: Insz
    function: str


def last_begin(today: date) -> date:
    """Return the last day on which an enterprise that is registered today can begin.

    A year ahead, because nobody registers what begins later; the bound is our choice.
    """
    leap_day = (today.month, today.day) == (2, 29)
    return today.replace(year=today.year + 1, day=28) if leap_day else today.replace(year=today.year + 1)


def read_foreign(fields: Mapping[str, str], today: date) -> Reading[Foreign]:
    """Read what was filled in on ``today``, and every field that is wrong, not only the first."""
    faults: dict[str, Refusal] = {}

    def read(name: str, reader: Callable[[str, str], str] = _required) -> str:
        try:
            return reader(LABELS[name], fields.get(name, "").strip())
        except Refusal as refusal:
            faults[name] = refusal
            return ""

    got = {
        "name": read("name"),
        "legal_form": read("legal_form", lambda label, text: _choice(label, text, FOREIGN_FORMS)),
        "country": read("country", _country),
        "register_number": read("register_number", _register_number),
        "begin": read("begin", lambda label, text: _begin(label, text, today).isoformat()),
        "street": read("street"),
        "house_number": read("house_number"),
        "box": read("box", _optional),
        "postcode": read("postcode"),
        "municipality": read("municipality"),
        "email": read("email", _email),
        "phone": read("phone", _phone),
        "representative": read("representative", _representative),
        "function": read("function", lambda label, text: _choice(label, text, DESK_FUNCTIONS)),
    }
    if faults:
        return Reading(None, faults)
    return Reading(_foreign(got), {})


def _foreign(got: Mapping[str, str]) -> Foreign:
    return Foreign(
        name=got["name"],
        legal_form=got["legal_form"],
        registration=ForeignRegistration(got["country"], got["register_number"] or None),
        address=Address(
            street=got["street"],
            house_number=got["house_number"],
            postcode=got["postcode"],
            municipality=got["municipality"],
            box=got["box"] or None,
            country=got["country"],
        ),
        contact=Contact(phone=got["phone"] or None, email=got["email"] or None),
        begin=date.fromisoformat(got["begin"]),
        representative=Insz(got["representative"]),
        function=got["function"],
    )


def _optional(label: str, text: str, most: int = LONGEST) -> str:
    if len(text) > most:
        raise FieldTooLong(label, most)
    if any(unicodedata.category(sign) in {"Cc", "Cs"} for sign in text):
        raise UnreadableField(label)
    return text


def _required(label: str, text: str) -> str:
    if not text:
        raise FieldMissing(label)
    return _optional(label, text)


def _choice(label: str, text: str, known: Mapping[str, str]) -> str:
    if _required(label, text) not in known:
        raise UnknownChoice(label, text, (f"{code} ({name})" for code, name in known.items()))
    return text


def _country(label: str, text: str) -> str:
    code = _required(label, text).upper()
    if code not in COUNTRIES:
        raise UnknownCountry(text)
    if code == BELGIUM:
        raise NotForeign
    return code


def _register_number(label: str, text: str) -> str:
    if _optional(label, text, LONGEST_NUMBER) and not register_key(text):
        raise MalformedRegisterNumber(text)
    return text


def _begin(label: str, text: str, today: date) -> date:
    found = _ISO.fullmatch(_required(label, text)) or _BELGIAN.fullmatch(text)
    if found is None:
        raise MalformedBegin(text)
    try:
        day = date(*(int(found[part]) for part in ("year", "month", "day")))
    except ValueError:
        raise MalformedBegin(text) from None
    if not EARLIEST <= day <= last_begin(today):
        raise BeginOutOfBounds(EARLIEST, last_begin(today))
    return day


def _email(label: str, text: str) -> str:
    if _optional(label, text, LONGEST_EMAIL) and _EMAIL.fullmatch(text) is None:
        raise MalformedEmail(text)
    return text


def _phone(label: str, text: str) -> str:
    if _optional(label, text, LONGEST_PHONE) and _PHONE.fullmatch(text) is None:
        raise MalformedPhone(text)
    return text


def _representative(label: str, text: str) -> str:
    if not text:
        raise RepresentativeMissing
    try:
        return Insz(_optional(label, text, LONGEST_NUMBER))
    except Refusal as refusal:
        raise MalformedRepresentative(refusal.sentence) from None
