"""Dates in the Dutch of the reasons."""

from __future__ import annotations

from datetime import date

from mocks.core.clock import Period
from mocks.core.dutch import dutch_date


def dutch(day: date | None) -> str:
    """Return a day in words, or a dash."""
    return dutch_date(day) if day is not None else "–"


def period_in_words(period: Period, today: date) -> str:
    """Return a period in words as it stands today: begun or not, ended or not."""
    if not period.begun(today):
        return f"begint pas op {dutch(period.begin)}"
    if period.ended(today):
        return f"geldig tot en met {dutch(period.end)}, dus beëindigd"
    if period.open:
        return f"sinds {dutch(period.begin)}"
    return f"van {dutch(period.begin)} tot en met {dutch(period.end)}"
