"""Until when the old KIOSK is there (*Bron*: the webinar); days are days in Europe/Brussels."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from mocks.core.brussels import BRUSSELS
from mocks.eloketten.kiosk_oud.errors import Closed, Gone

LAST_DAY = date(2021, 4, 25)
"""The last day on which dossiers are managed here."""

GONE_ON = date(2021, 4, 27)
"""The first day on which nothing is left of it."""


def is_there(day: date) -> bool:
    """Return whether the old KIOSK is there on a day."""
    return day <= LAST_DAY


def check_there(now: datetime, successor: str) -> None:
    """Check that the old KIOSK is there at a moment of the world's clock.

    Args:
        now: the moment, in Europe/Brussels.
        successor: the address of KIOSK 2.0.

    Raises:
        Closed: on the day of the migration; it knows in how many seconds KIOSK 2.0 opens.
        Gone: from the launch of KIOSK 2.0 on; it names the successor.
    """
    if now.date() >= GONE_ON:
        raise Gone(successor)
    if not is_there(now.date()):
        opening = datetime(GONE_ON.year, GONE_ON.month, GONE_ON.day, tzinfo=BRUSSELS)
        # Rounded up: who looks again in so many seconds is shown the way to KIOSK 2.0.
        raise Closed(-((now - opening) // timedelta(seconds=1)), successor)
