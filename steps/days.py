"""The days that steps name: of the calendar, or counted from the day on which the world starts."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from mocks.core.brussels import BRUSSELS

TODAY = date(2021, 4, 27)
"""The day on which every scenario starts."""

_DAY = timedelta(days=1)

ENDS = {
    "gisteren": TODAY - _DAY,
    "vandaag": TODAY,
    "morgen": TODAY + _DAY,
    "over een jaar": date(2022, 4, 27),
    "over een jaar en een dag": date(2022, 4, 28),
    "over vier jaar": date(2025, 4, 27),
    "over vier jaar en een dag": date(2025, 4, 28),
    "over tien jaar": date(2031, 4, 27),
    "over tien jaar en een dag": date(2031, 4, 28),
}
"""How a step names a day on which something begins or ends; the end date is the last valid day."""

CALENDAR = {
    "14 maart 2021": date(2021, 3, 14),
    "15 maart 2021": date(2021, 3, 15),
    "25 april 2021": date(2021, 4, 25),
    "26 april 2021": date(2021, 4, 26),
    "27 april 2021": TODAY,
}
"""The days of the calendar on which a scenario can stand."""


MINUTES = {"eerste": (0, 0), "laatste": (23, 59)}
"""How a step names a minute of a day, and when that is in Brussels."""


def minute_of(day: date, minute: tuple[int, int]) -> datetime:
    """Return a minute of a day, in Brussels."""
    return datetime(day.year, day.month, day.day, *minute, tzinfo=BRUSSELS)


def nine_o_clock(day: date) -> datetime:
    """Return the moment of a day at which the world stands."""
    return datetime(day.year, day.month, day.day, 9, tzinfo=BRUSSELS)
