"""What KIOSK 2.0 is on which day, and what follows: closed for a day, and no changes before its launch.

*Bron*: the webinar ("T.e.m. 25 april 2021 … een testomgeving", "Op 26 april 2021 … niet bereikbaar", "Vanaf
27 april 2021 … de omgeving").  Days are days in Europe/Brussels, by the world's clock.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from mocks.core.brussels import BRUSSELS
from mocks.core.clock import Period
from mocks.core.languages import Sentence, say
from mocks.eloketten.kiosk.errors import ChangesNotYet, Closed


@dataclass(frozen=True)
class Season:
    """What KIOSK 2.0 is during some days.

    Attributes:
        period: which days.
        sentence: what is said of it, or None when there is nothing to say.
        reachable: whether KIOSK answers.
        changes: whether dossiers can be made and changed.
    """

    period: Period
    sentence: Sentence | None
    reachable: bool = True
    changes: bool = True


LAUNCH = date(2021, 4, 27)

CALENDAR = (
    Season(
        Period(date.min, date(2021, 4, 25)),
        say(
            "Tot en met 25 april 2021 is dit een oefenomgeving: u kunt nagaan of u toegang krijgt en of de "
            "dossiers er zijn. Dossiers beheren doet u tot dan in het oude KIOSK."
        ),
        changes=False,
    ),
    Season(
        Period(date(2021, 4, 26), date(2021, 4, 26)),
        say("Op 26 april 2021 is KIOSK niet bereikbaar: de dossiers worden overgezet."),
        reachable=False,
        changes=False,
    ),
    Season(Period(LAUNCH), None),
)
"""*Bron*: the webinar."""


def season_on(day: date) -> Season:
    """Return what KIOSK 2.0 is on a day."""
    return next(season for season in CALENDAR if season.period.holds_on(day))


def check_reachable(now: datetime) -> None:
    """Check that KIOSK 2.0 answers at a moment of the world's clock.

    Raises:
        Closed: on the day of the migration; it knows in how many seconds KIOSK opens.
    """
    if not season_on(now.date()).reachable:
        opening = datetime(LAUNCH.year, LAUNCH.month, LAUNCH.day, tzinfo=BRUSSELS)
        # Rounded up: who comes back in so many seconds finds KIOSK open.
        raise Closed(-((now - opening) // timedelta(seconds=1)))


def check_changes_allowed(day: date) -> None:
    """Check that dossiers can be made and changed in KIOSK 2.0 on a day.

    Raises:
        ChangesNotYet: before its launch; it says where dossiers are managed until then.
    """
    if not season_on(day).changes:
        raise ChangesNotYet
