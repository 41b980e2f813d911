"""How SSM reads and shows an end: a mandate may have none."""

from __future__ import annotations

from datetime import date

from mocks.core import forms
from mocks.core.clock import OPEN_END


def read_end(text: str | None, label: str = "De einddatum") -> date | None:
    """Read an end date; None, an empty text and 31/12/9999 mean that there is none.

    Raises:
        MalformedDate: when there is no such day.
    """
    day = forms.read_date(text, label) if text and text.strip() else None
    return None if day == OPEN_END else day


def date_text(day: date | None) -> str:
    """Return a day as the screens show it: 26/06/2021; no end is ``onbepaalde duur``."""
    return forms.date_text(day) if day is not None else "onbepaalde duur"
