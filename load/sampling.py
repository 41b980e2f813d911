"""What Locust counted, taken down stretch by stretch: by the master, for all its workers together."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import gevent
from locust.runners import MasterRunner

from load.measurement import JOURNEY, Failure, Measured, Measurement, Tick, percentiles
from load.shape import Shape

if TYPE_CHECKING:
    from locust.env import Environment

MOST_STRETCHES = 120
LEAST_SECONDS = 2.0
WORKERS_LEAST_SECONDS = 6.0
"""Workers tell the master every three seconds what they counted: less would show waves that are none."""


class Sampler:
    """Takes down what was counted since the last time."""

    def __init__(self, environment: Environment, shape: Shape, scale: float, minutes: float) -> None:
        """Begin when :meth:`begin` is called."""
        self._environment = environment
        self._shape = shape
        self._scale = scale
        self._minutes = minutes
        self._ticks: list[Tick] = []
        self._before: Counter[str] = Counter()
        self._times_before: Counter[float] = Counter()
        self._begun = time.monotonic()
        self._last = self._begun
        self._greenlet: gevent.Greenlet | None = None

    def begin(self) -> None:
        """Take down a stretch now and then, until :meth:`end`."""
        self._begun = self._last = time.monotonic()
        self._greenlet = gevent.spawn(self._go_on)

    def end(self) -> Measurement:
        """Take down what came last, and return all."""
        if self._greenlet is not None:
            self._greenlet.kill()
            self._take()
        return Measurement(
            shape=self._shape.name,
            scale=self._scale,
            minutes=self._minutes,
            target=self._environment.host or "",
            requests=self._requests(),
            ticks=tuple(self._ticks),
            failures=tuple(
                Failure(error.name, str(error.error), error.occurrences)
                for error in self._environment.stats.errors.values()
            ),
        )

    def _go_on(self) -> None:
        together = isinstance(self._environment.runner, MasterRunner)
        least = WORKERS_LEAST_SECONDS if together else LEAST_SECONDS
        stretch = max(least, self._minutes * 60 / MOST_STRETCHES)
        while True:
            gevent.sleep(stretch)
            self._take()

    def _take(self) -> None:
        now = time.monotonic()
        if now <= self._last:
            return
        counted: Counter[str] = Counter()
        times: Counter[float] = Counter()
        for (_, method), entry in self._environment.stats.entries.items():
            if method == JOURNEY:
                counted["journeys"] += entry.num_requests
                continue
            counted["requests"] += entry.num_requests
            counted["failures"] += entry.num_failures
            times.update(entry.response_times)
        runner = self._environment.runner
        self._ticks.append(
            Tick(
                at=now - self._begun,
                seconds=now - self._last,
                users=runner.user_count if runner is not None else 0,
                planned=self._shape.arrivals((now - self._begun) / (self._minutes * 60), self._scale),
                journeys=counted["journeys"] - self._before["journeys"],
                requests=counted["requests"] - self._before["requests"],
                failures=counted["failures"] - self._before["failures"],
                milliseconds=percentiles(times - self._times_before),
            )
        )
        self._before, self._times_before, self._last = counted, times, now

    def _requests(self) -> dict[str, Measured]:
        return {
            name: Measured(
                entry.num_requests,
                entry.num_failures,
                percentiles({float(time): count for time, count in entry.response_times.items()}),
            )
            for (name, _), entry in sorted(self._environment.stats.entries.items())
        }


def keep(measurement: Measurement, path: str) -> None:
    """Write a measurement where it was asked."""
    measurement.write(Path(path))
