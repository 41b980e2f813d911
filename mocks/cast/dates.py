"""The dates of the cast: a day, or a span counted from the starting date of a world."""

import re
from calendar import monthrange
from datetime import date, timedelta

from mocks.cast.errors import UnreadableDate

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FROM_START = re.compile(r"start(?:([+-])([0-9]{1,4})([dmy]))?")


def resolve(expression: str, start: date) -> date:
    """Give the day that an expression means in a world that starts on a given day.

    A month or year that lacks the day ends on its last: one month after 31 January is the last day
    of February.

    Args:
        expression: A day (2021-04-27), or `start` with days, months or years added or taken:
            start-1d, start+3m, start+10y.
        start: The starting date of the world.

    Raises:
        UnreadableDate: The expression is neither, or lies outside the calendar.
    """
    try:
        if _DAY.fullmatch(expression):
            return date.fromisoformat(expression)
        if found := _FROM_START.fullmatch(expression):
            sign, count, unit = found.groups()
            return _moved(start, int(f"{sign or '+'}{count or 0}"), unit or "d")
    except (ValueError, OverflowError) as impossible:
        raise UnreadableDate.about(expression) from impossible
    raise UnreadableDate.about(expression)


def _moved(start: date, count: int, unit: str) -> date:
    if unit == "d":
        return start + timedelta(days=count)
    months = start.year * 12 + start.month - 1 + count * (12 if unit == "y" else 1)
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))
