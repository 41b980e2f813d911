"""Time: the only module that reads it.

Two kinds of time exist side by side.  *Dates of facts* (functions, rights, keys, the calendar) follow
the world's clock, an offset to the wall with a rate, frozen or running.  *Lifetimes of protocol
objects* (codes, tokens, sessions, statements) follow token time: the wall by default, because a
relying party under test compares with its own wall clock, or the world's clock on request.

Dates are days in Europe/Brussels.  A period begins at 00.00 of its first day and its end date is the
last valid day.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any, Literal

from mocks.core.brussels import BRUSSELS
from mocks.core.errors import Refusal

OPEN_END = date(9999, 12, 31)
"""KBO writes an open end as a missing end or as this day (*Bron*: MAGDA GeefFuncties fixtures)."""

STARTING_MOMENT = datetime(2021, 4, 27, 9, 0, tzinfo=BRUSSELS)
"""The default world starts on the morning of KIOSK's go-live (*Bron*: webinar)."""

FIRST_YEAR, LAST_YEAR = 1900, 2999
"""The years that a world's clock can show; facts may begin or end outside them."""

_LAST_EPOCH = datetime(LAST_YEAR, 12, 31, 23, 59, 59, tzinfo=BRUSSELS).timestamp()

Wall = Callable[[], float]
TokenTime = Literal["wall", "world"]


class MalformedMoment(Refusal):
    """A date or moment that cannot be read."""

    code = "malformed-moment"


def wall() -> float:
    """Return the wall clock, in seconds since the epoch."""
    return time.time()


def stopwatch() -> float:
    """Return a monotonic reading in seconds, for measuring how long something takes."""
    return time.perf_counter()


@dataclass(frozen=True)
class ClockSetting:
    """How the clock of a world stands; kept in the world's own database.

    Attributes:
        world_epoch: the world's moment at the anchor, seconds since the epoch.
        wall_epoch: the wall's moment at the anchor, seconds since the epoch.
        running: whether the world's time passes.
        rate: world seconds per wall second while running.
        token_time: which of the two clocks the lifetimes of protocol objects follow.
    """

    world_epoch: float
    wall_epoch: float
    running: bool = True
    rate: float = 1.0
    token_time: TokenTime = "wall"

    def at(self, wall_epoch: float) -> Clock:
        """Read this clock when the wall shows ``wall_epoch``."""
        passed = (wall_epoch - self.wall_epoch) * self.rate if self.running else 0.0
        world_epoch = min(self.world_epoch + passed, _LAST_EPOCH)
        token_epoch = wall_epoch if self.token_time == "wall" else world_epoch
        return Clock(world_epoch=world_epoch, token_epoch=token_epoch, setting=self)

    def anchored(self, wall_epoch: float, **changes: Any) -> ClockSetting:  # noqa: ANN401  # its members
        """Return the same clock with ``changes``, continuous at ``wall_epoch`` unless moved."""
        now = self.at(wall_epoch).world_epoch
        moved = replace(self, world_epoch=now, wall_epoch=wall_epoch)
        return replace(moved, **changes)


@dataclass(frozen=True)
class Clock:
    """One reading of a world's clock: the moment at which a request is decided.

    A request reads the clock once, so that all its checks see the same moment.
    """

    world_epoch: float
    token_epoch: float
    setting: ClockSetting

    @cached_property
    def now(self) -> datetime:
        """The world's moment, in Europe/Brussels."""
        return datetime.fromtimestamp(self.world_epoch, BRUSSELS)

    @cached_property
    def today(self) -> date:
        """The world's day, in Europe/Brussels."""
        return self.now.date()

    @property
    def token_now(self) -> int:
        """Token time in whole seconds since the epoch, for claims such as ``iat`` and ``exp``."""
        return int(self.token_epoch)


@dataclass(frozen=True)
class Period:
    """The days on which a fact holds: from ``begin`` up to and including ``end``.

    ``end`` None and 9999-12-31 both mean an open end.
    """

    begin: date
    end: date | None = None

    @property
    def open(self) -> bool:
        """Whether no end is known."""
        return self.end is None or self.end == OPEN_END

    def begun(self, day: date) -> bool:
        """Whether the period has begun on ``day``."""
        return self.begin <= day

    def ended(self, day: date) -> bool:
        """Whether the last valid day lies before ``day``."""
        return self.end is not None and self.end < day

    def holds_on(self, day: date) -> bool:
        """Whether ``day`` lies in the period."""
        return self.begun(day) and not self.ended(day)


def parse_moment(text: str) -> datetime:
    """Read an ISO 8601 moment; without an offset it is a moment in Brussels.

    A date alone means nine o'clock in the morning, when offices open.

    Raises:
        MalformedMoment: when the text is no ISO 8601 date or moment in the years 1900 to 2999.
    """
    try:
        if not (text.isascii() and text.isprintable()):
            raise ValueError(text)  # Python's own reading stops at a NUL.
        if len(text) == len("2021-04-27"):
            day = date.fromisoformat(text)
            moment = datetime(day.year, day.month, day.day, 9, tzinfo=BRUSSELS)
        else:
            moment = datetime.fromisoformat(text)
            moment = moment if moment.tzinfo else moment.replace(tzinfo=BRUSSELS)
        if not FIRST_YEAR <= moment.year <= LAST_YEAR:
            raise ValueError(text)
    except ValueError:
        raise MalformedMoment(
            f"‘{text[:40]}’ is geen datum of tijdstip. Schrijf bijvoorbeeld 2021-04-27 of "
            "2021-04-27T09:00:00+02:00."
        ) from None
    return moment


def parse_date(text: str) -> date:
    """Read an ISO 8601 date.

    Raises:
        MalformedMoment: when the text is no such date.
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise MalformedMoment(
            f"‘{text[:40]}’ is geen bestaande datum. Schrijf jaar-maand-dag, zoals 2021-04-27."
        ) from None


def next_publication_day(changed: date) -> date:
    """Return the day on which a change in KBO becomes visible to the others.

    The next day; changes of Saturday, Sunday and Monday become visible on Tuesday.
    *Bron*: domain facts on KBO Public Search ("changes visible the next day; weekend changes on
    Tuesday") and VKBO (deliveries Tuesday to Saturday).
    """
    monday, saturday = 0, 5
    day = changed + timedelta(days=1)
    if changed.weekday() in (monday, saturday) or changed.weekday() == saturday + 1:
        while day.weekday() != monday + 1:
            day += timedelta(days=1)
    return day
