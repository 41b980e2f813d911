"""What people type into forms and programs send as text: dates, e-mail addresses, lines.

BadRequest
├── FieldMissing      a field that must be filled in is empty
├── MalformedDate     no date, such as 31/02/2021
├── MalformedEmail    no e-mail address
└── UnreadableText    too long, or with control characters
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from mocks.core.errors import BadRequest, Refusal
from mocks.core.languages import say

_ATOM, _LABEL = r"[A-Za-z0-9_%+'-]+", r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_EMAIL = re.compile(rf"(?=[^@]{{1,64}}@){_ATOM}(?:\.{_ATOM})*@{_LABEL}(?:\.{_LABEL})+", re.ASCII)
"""Dots separate and do not stand at an end; a label of a domain has no hyphen there (RFC 5321 §4.1.2)."""

_DUTCH_DATE = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})", re.ASCII)
_ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", re.ASCII)
_LONGEST = 200
_DATE = say("De datum")

Read = TypeVar("Read")


class FieldMissing(BadRequest):
    """A field that must be filled in is empty."""

    code = "field-missing"


class MalformedDate(BadRequest):
    """A text that is no date, such as 31/02/2021."""

    code = "malformed-date"


class MalformedEmail(BadRequest):
    """A text that is no e-mail address."""

    code = "malformed-email"


class UnreadableText(BadRequest):
    """A text that is too long, or holds control characters."""

    code = "unreadable-text"


@dataclass(frozen=True)
class Reading(Generic[Read]):
    """What was read of a form as a whole, or the fault of each field that cannot be read."""

    found: Read | None
    faults: Mapping[str, Refusal]

    def required(self) -> Read:
        """Return what was read.

        Raises:
            Refusal: the first fault, when there is one.
        """
        if self.found is None:
            raise next(iter(self.faults.values()))
        return self.found


class Form:
    """A form that is read field by field; what is wrong with each is kept, not only the first.

    Attributes:
        filled: what was typed, by field.
        faults: what is wrong, by field.
    """

    def __init__(self, filled: Mapping[str, str]) -> None:
        """Read what was typed."""
        self.filled = filled
        self.faults: dict[str, Refusal] = {}

    def read(self, name: str, reader: Callable[[str], Read]) -> Read | None:
        """Return a field as ``reader`` reads it, or None when that refused."""
        try:
            return reader(self.filled.get(name, ""))
        except Refusal as refusal:
            self.faults[name] = refusal
            return None


def read_filled(text: str, label: str, longest: int = _LONGEST) -> str:
    """Return one line of text that must be there.

    Raises:
        FieldMissing: when it is empty.
        UnreadableText: when it is too long, or holds control characters.
    """
    line = read_line(text, label, longest)
    if line is None:
        raise FieldMissing(say("%(label)s is niet ingevuld. Vul het in.", label=label))
    return line


def read_date(text: str, label: str = _DATE) -> date:
    """Read a day as the screens ask it (dd/mm/jjjj), or as a browser's date field sends it.

    *Bron*: "Begindatum (dd/mm/jjjj)" (seed 004).

    Raises:
        MalformedDate: when there is no such day, such as 31/02/2021.
    """
    stripped = text.strip()
    dutch, iso = _DUTCH_DATE.fullmatch(stripped), _ISO_DATE.fullmatch(stripped)
    try:
        if dutch:
            return date(int(dutch[3]), int(dutch[2]), int(dutch[1]))
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
    except ValueError:
        raise MalformedDate(
            say("%(label)s ‘%(text)s’ bestaat niet. Kijk dag en maand na.", label=label, text=stripped)
        ) from None
    raise MalformedDate(
        say(
            "%(label)s ‘%(text)s’ is geen datum. Schrijf dag/maand/jaar, zoals 26/06/2021.",
            label=label,
            text=shown(stripped),
        )
    )


def date_text(day: date) -> str:
    """Return a day as the screens show it: 26/06/2021."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def read_email(text: str) -> str:
    """Return an e-mail address.

    Raises:
        MalformedEmail: when it is none.
    """
    stripped = text.strip()
    if len(stripped) > _LONGEST or _EMAIL.fullmatch(stripped) is None:
        raise MalformedEmail(
            say(
                "‘%(text)s’ is geen e-mailadres. Schrijf het zoals voornaam.naam@organisatie.be.",
                text=shown(stripped),
            )
        )
    return stripped


def read_line(text: str | None, label: str, longest: int = _LONGEST) -> str | None:
    """Return one line of text without spaces around it, or None when it is empty.

    Raises:
        UnreadableText: when it is too long, or holds control characters.
    """
    stripped = (text or "").strip()
    if len(stripped) > longest:
        raise UnreadableText(
            say(
                "%(label)s telt hoogstens %(longest)s tekens, niet %(count)s. Kort ze in.",
                label=label,
                longest=longest,
                count=len(stripped),
            )
        )
    if any(unicodedata.category(sign) in {"Cc", "Cs"} for sign in stripped):
        raise UnreadableText(
            say("%(label)s bevat onleesbare tekens. Schrijf gewone tekst op één regel.", label=label)
        )
    return stripped or None


def shown(text: str) -> str:
    """Return what somebody typed as a sentence can repeat it: shortened, without control characters."""
    clean = "".join(sign if sign.isprintable() else "?" for sign in text)
    return clean if len(clean) <= 40 else clean[:40] + "…"
