"""How a Dutch page writes dates, times and numbers."""

from __future__ import annotations

from datetime import date, datetime

from mocks.core.brussels import BRUSSELS

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


def dutch_date(day: date | datetime) -> str:
    """Return a day as a Dutch page shows it, such as 27 april 2021."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def dutch_time(moment: datetime) -> str:
    """Return a time of day as a Dutch page shows it, such as 9.00 u."""
    local = moment.astimezone(BRUSSELS)
    return f"{local.hour}.{local.minute:02} u."


def dutch_datetime(moment: datetime) -> str:
    """Return a moment as a Dutch page shows it, such as 27 april 2021, 9.00 u."""
    return f"{dutch_date(moment.astimezone(BRUSSELS))}, {dutch_time(moment)}"


def display(number: str) -> str:
    """Return an enterprise number with its dots; any other number as it is."""
    if len(number) == len("0100000070") and number.isdigit():
        return f"{number[:4]}.{number[4:7]}.{number[7:]}"
    return number
