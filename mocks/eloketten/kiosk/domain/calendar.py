"""What KIOSK 2.0 is on which day; what follows from it for changes comes with the changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mocks.core.clock import Period


@dataclass(frozen=True)
class Season:
    """What KIOSK 2.0 is during some days, and the sentence that says so."""

    period: Period
    sentence: str | None


CALENDAR = (
    Season(
        Period(date.min, date(2021, 4, 25)),
        "Tot en met 25 april 2021 is dit een oefenomgeving: u kunt nagaan of u toegang krijgt en of de "
        "dossiers er zijn. Dossiers beheren doet u tot dan in het oude KIOSK.",
    ),
    Season(
        Period(date(2021, 4, 26), date(2021, 4, 26)),
        "Op 26 april 2021 is KIOSK niet bereikbaar: de dossiers worden overgezet.",
    ),
    Season(Period(date(2021, 4, 27)), None),
)
"""*Bron*: the webinar."""


def season_on(day: date) -> Season:
    """Return what KIOSK 2.0 is on a day."""
    return next(season for season in CALENDAR if season.period.holds_on(day))
