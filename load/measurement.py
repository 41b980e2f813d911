"""What a run measured: per named request and per moment, kept as JSON beside the report."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

PERCENTILES = (50.0, 75.0, 90.0, 95.0, 99.0, 100.0)
"""Those that are kept of each request; a target may ask no other."""

JOURNEY = "journey"
"""The system to which a whole journey is counted, beside the requests of which it consists."""


TELLING = 4.0
"""Seconds: in less, one visitor more or less would be a peak."""


class NoMeasurement(ValueError):
    """A file is not a measurement of ours."""


def percentile(times: Mapping[float, int], wanted: float) -> float:
    """Return the time below which ``wanted`` per cent of the answers came, by nearest rank.

    Args:
        times: how often each time in milliseconds was seen.
        wanted: 0 to 100.

    Raises:
        ValueError: when nothing was seen.
    """
    total = sum(times.values())
    if not total:
        raise ValueError("no percentile of nothing")
    rank = max(1, -(-total * wanted // 100))
    seen = 0
    for time in sorted(times):
        seen += times[time]
        if seen >= rank:
            return time
    return max(times)


def percentiles(times: Mapping[float, int]) -> dict[float, float]:
    """Return the percentiles that are kept, in milliseconds; none of nothing."""
    return {wanted: percentile(times, wanted) for wanted in PERCENTILES} if sum(times.values()) else {}


@dataclass(frozen=True)
class Measured:
    """What was measured of one named request.

    Attributes:
        count: how often it was made.
        failures: how often the answer was not what it should be.
        milliseconds: the time below which each percentage of the answers came.
    """

    count: int
    failures: int
    milliseconds: Mapping[float, float] = field(default_factory=dict)

    @property
    def error_share(self) -> float:
        """The failures as a share of all, 0 to 1."""
        return self.failures / self.count if self.count else 0.0


@dataclass(frozen=True)
class Tick:
    """What was measured in one stretch of the run.

    Attributes:
        at: the seconds since the beginning at which it ended.
        seconds: how long it was.
        users: how many people there were at its end.
        planned: the journeys per second that the shape asks.
        journeys: the journeys that ended.
        requests: the requests that were answered.
        failures: those whose answer was not what it should be.
        milliseconds: the percentiles of the answers.
    """

    at: float
    seconds: float
    users: int
    planned: float
    journeys: int
    requests: int
    failures: int
    milliseconds: Mapping[float, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Failure:
    """Answers that were not what they should be, for one reason."""

    request: str
    reason: str
    times: int


@dataclass(frozen=True)
class Measurement:
    """All that a run measured.

    Attributes:
        shape: the name of the shape.
        scale: the factor on its arrivals.
        minutes: how long it was to last.
        target: the address at which it was aimed.
        requests: each named request, journeys among them.
        ticks: the run stretch by stretch.
        failures: why answers were not what they should be.
    """

    shape: str
    scale: float
    minutes: float
    target: str
    requests: Mapping[str, Measured] = field(default_factory=dict)
    ticks: tuple[Tick, ...] = ()
    failures: tuple[Failure, ...] = ()

    @property
    def busiest(self) -> float:
        """The most requests that were answered per second, over some consecutive stretches."""
        most, requests, seconds, window = 0.0, 0, 0.0, deque[Tick]()
        for tick in self.ticks:
            window.append(tick)
            requests, seconds = requests + tick.requests, seconds + tick.seconds
            while seconds - window[0].seconds >= TELLING:
                first = window.popleft()
                requests, seconds = requests - first.requests, seconds - first.seconds
            if seconds >= TELLING:
                most = max(most, requests / seconds)
        return most

    def write(self, path: Path) -> None:
        """Keep it as JSON."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=1), encoding="utf-8")


def read(path: Path) -> Measurement:
    """Return the measurement that a file holds.

    Raises:
        NoMeasurement: when it holds something else.
    """
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        return Measurement(
            **{
                **told,
                "requests": {name: Measured(**_numbered(one)) for name, one in told["requests"].items()},
                "ticks": tuple(Tick(**_numbered(one)) for one in told["ticks"]),
                "failures": tuple(Failure(**one) for one in told["failures"]),
            }
        )
    except (OSError, ValueError, TypeError, KeyError) as fault:
        raise NoMeasurement(f"{path} is geen meting van proefloket load ({fault}).") from None


def _numbered(members: dict[str, Any]) -> dict[str, Any]:
    """Return members as they were: JSON makes texts of the percentages."""
    times = {float(wanted): time for wanted, time in members["milliseconds"].items()}
    return {**members, "milliseconds": times}
