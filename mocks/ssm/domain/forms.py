"""What is typed into forms and sent to the API: dates and lines of text."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from mocks.core.clock import OPEN_END
from mocks.ssm.errors import MalformedDate, UnreadableText

_DUTCH_DATE = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})", re.ASCII)
_ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", re.ASCII)
_LONGEST = 200


def read_date(text: str, label: str = "De datum") -> date:
    """Read a day as it is typed (dd/mm/jjjj), or as a browser's date field sends it.

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
        raise MalformedDate(f"{label} ‘{stripped}’ bestaat niet. Kijk dag en maand na.") from None
    raise MalformedDate(
        f"{label} ‘{shown(stripped)}’ is geen datum. Schrijf dag/maand/jaar, zoals 26/06/2021."
    )


def read_end(text: str | None, label: str = "De einddatum") -> date | None:
    """Read an end date; None, an empty text and 31/12/9999 mean that there is none.

    Raises:
        MalformedDate: when there is no such day.
    """
    day = read_date(text, label) if text and text.strip() else None
    return None if day == OPEN_END else day


def date_text(day: date | None) -> str:
    """Return a day as the screens show it: 26/06/2021; no end is ``onbepaalde duur``."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}" if day is not None else "onbepaalde duur"


def read_line(text: str | None, label: str, longest: int = _LONGEST) -> str | None:
    """Return one line of text without spaces around it, or None when it is empty.

    Raises:
        UnreadableText: when it is too long, or holds control characters.
    """
    stripped = (text or "").strip()
    if len(stripped) > longest:
        raise UnreadableText(f"{label} telt hoogstens {longest} tekens, niet {len(stripped)}. Kort ze in.")
    if any(unicodedata.category(sign) in {"Cc", "Cs"} for sign in stripped):
        raise UnreadableText(f"{label} bevat onleesbare tekens. Schrijf gewone tekst op één regel.")
    return stripped or None


def shown(text: str) -> str:
    """Return what somebody typed as a sentence can repeat it: shortened, without control characters."""
    clean = "".join(sign if sign.isprintable() else "?" for sign in text)
    return clean if len(clean) <= 40 else clean[:40] + "…"
