"""``make soak``: does the federation hold out at half its ceiling, for twenty minutes?

A federation of its own, with a population.  First as many journeys as go: the ceiling of this machine.
Then half as many, for as long as was asked, while the memory of the processes is looked at.  Then some who
signed in only look around, and the store may not grow.  Last the clock goes past every lifetime, and what
sign-ins left behind has to go.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from threading import Thread

import requests

from bench.reading import look_around_only
from bench.throng import Throng
from bench.watched import Store, grown, resident, workers_of
from load.crowd import Crowd
from load.people import Population
from load.rehearsal import CannotRehearse, Own, federation
from load.shape import read_shape

SEED, PERSONS, VISITORS = 1, 1_000, 8
MINUTES, CEILING_SECONDS = 20.0, 20.0
SAMPLES = 120
"""How often the memory is looked at, in whatever time."""

READING = 0.1
"""The time that is only read, as a share of the time at half the ceiling."""

LAPSED = timedelta(hours=30)
"""Longer than anything that a sign-in leaves behind lasts: a session of KIOSK is forgotten after a day."""

SIGN_INS = {
    "legal representative signs in": 4.0,
    "foreign provider enters": 1.0,
    "sign in without pages": 10.0,
}
"""What removes what lapsed: every new one sweeps some old ones away."""

MOST_MEMORY = 1.05
"""How much more memory the last quarter may take than the second: the first one warms up."""

LEAST_MADE = 0.9
"""The share of the journeys that were to be made and have to have been made."""


@dataclass
class Seen:
    """What was seen.

    Attributes:
        memory: of the workers, in MiB, at even distances through the time at half the ceiling.
        ceiling: journeys per second, as many as went.
        made: journeys per second that were made of half of those.
        requests: that were sent in that time.
        faults: what was not as it should be, in all phases.
        reads: requests that only read.
        rows: by how many rows each table changed meanwhile.
        octets: by how much the store did.
        lapsed: rows that sign-ins had left behind when the clock went past their lifetimes.
        left: those of them that later sign-ins did not sweep away.
    """

    memory: list[float] = field(default_factory=list)
    ceiling: float = 0.0
    made: float = 0.0
    requests: int = 0
    faults: dict[str, int] = field(default_factory=dict)
    reads: int = 0
    rows: dict[str, int] = field(default_factory=dict)
    octets: int = 0
    lapsed: int = 0
    left: int = 0

    @property
    def growth(self) -> float:
        """The memory in the last quarter beside that in the second, by their medians; 0 without samples."""
        quarter = len(self.memory) // 4
        if not quarter:
            return 0.0
        second, last = self.memory[quarter : 2 * quarter], self.memory[-quarter:]
        return statistics.median(last) / statistics.median(second)


_RULES: tuple[tuple[Callable[[Seen], bool], Callable[[Seen], str]], ...] = (
    (lambda seen: seen.growth > 0, lambda _: "the memory was not measured"),
    (
        lambda seen: seen.growth <= MOST_MEMORY,
        lambda seen: f"memory {seen.growth:.2f} × of the second quarter, allowed {MOST_MEMORY:.2f} ×",
    ),
    (lambda seen: seen.requests > 0, lambda _: "nothing was asked"),
    (
        lambda seen: not seen.faults,
        lambda seen: f"{sum(seen.faults.values())} errors, such as: {next(iter(seen.faults))}",
    ),
    (
        lambda seen: seen.made >= seen.ceiling / 2 * LEAST_MADE,
        lambda seen: f"{seen.made:.1f} journeys per second, of {seen.ceiling / 2:.1f} that were to be made",
    ),
    (lambda seen: seen.reads > 0, lambda _: "nothing was read"),
    (
        lambda seen: not seen.rows and not seen.octets,
        lambda seen: f"reading changed the store by {seen.octets} octets and rows {seen.rows}",
    ),
    (lambda seen: seen.lapsed > 0, lambda _: "no sign-in left anything behind that could lapse"),
    (lambda seen: not seen.left, lambda seen: f"{seen.left} of {seen.lapsed} lapsed rows stay"),
)
"""What has to hold, and what is said when it does not; all that does not is told."""


def verdict(seen: Seen) -> tuple[str, int]:
    """Return the line that says whether it held out, and the exit code."""
    wrong = [say(seen) for holds, say in _RULES if not holds(seen)]
    if wrong:
        return f"DOES NOT HOLD: {'; '.join(wrong)}.", 1
    return (
        f"HOLDS: memory {seen.growth:.2f} × of the second quarter (allowed {MOST_MEMORY:.2f} ×), "
        f"no error in {seen.requests:,} requests, nothing more in the store after {seen.reads:,} reads, "
        f"{seen.lapsed:,} lapsed rows gone.",
        0,
    )


@dataclass
class Soak:
    """One soak of a federation.

    Attributes:
        own: the federation.
        minutes: how long at half the ceiling.
        seen: what was seen of it, phase by phase.
    """

    own: Own
    minutes: float
    seen: Seen = field(default_factory=Seen)

    def __post_init__(self) -> None:
        self._store = Store(self.own.data)
        self._mix = read_shape("soak").stages[0].mix

    def run(self) -> Iterator[str]:
        """Go through the phases; give a line now and then.

        Raises:
            CannotRehearse: when not one journey can be made, so that there is no ceiling.
        """
        # The lifetimes have to follow the clock that is put ahead at the end.
        self._set_clock(token_time="world", running=True)
        yield from self._ceiling()
        yield from self._half()
        yield from self._reading()
        yield from self._lapsing()

    def _throng(self, mix: dict[str, float]) -> Throng:
        return Throng(self.own.url, Population(SEED, PERSONS), mix, VISITORS)

    def _heed(self, throng: Throng) -> None:
        for words, times in throng.faults.items():
            self.seen.faults[words] = self.seen.faults.get(words, 0) + times

    def _ceiling(self) -> Iterator[str]:
        throng = self._throng(dict(self._mix))
        self.seen.ceiling = throng.run(min(CEILING_SECONDS, self.minutes * 60))
        self._heed(throng)
        if not self.seen.ceiling:
            wrong = next(iter(throng.faults), "niets antwoordt")
            raise CannotRehearse(f"Er lukt geen enkele reis: {wrong}")
        yield f"The ceiling here is {self.seen.ceiling:.1f} journeys per second; half of it follows."

    def _half(self) -> Iterator[str]:
        throng, seconds, rate = self._throng(dict(self._mix)), self.minutes * 60, self.seen.ceiling / 2
        made: list[float] = []
        running = Thread(target=lambda: made.append(throng.run(seconds, rate)), daemon=True)
        begun = time.monotonic()
        running.start()
        yield "  minutes  journeys      MiB   store   rows that pass"
        for number in range(1, SAMPLES + 1):
            running.join(max(0.0, begun + number * seconds / SAMPLES - time.monotonic()))
            self.seen.memory.append(resident(workers_of(self.own.pid)))
            if number % (SAMPLES // 20) == 0:
                yield self._line((time.monotonic() - begun) / 60, throng.journeys)
        running.join()
        self.seen.made, self.seen.requests = made[0], throng.requests
        self._heed(throng)

    def _line(self, minutes: float, journeys: int) -> str:
        memory, store = self.seen.memory[-1], self._store.octets / 2**20
        return (
            f"{minutes:>9.1f} {journeys:>9,} {memory:>8.1f} {store:>7.1f} {len(self._store.passing()):>16,}"
        )

    def _reading(self) -> Iterator[str]:
        with look_around_only(self.own.url, Population(SEED, PERSONS), VISITORS) as looking:
            before, octets = self._store.rows(), self._store.octets
            self.seen.reads = looking.go_on(self.minutes * 60 * READING)
            self.seen.rows = grown(before, self._store.rows())
            self.seen.octets = self._store.octets - octets
        for words in looking.faults:
            self.seen.faults[words] = self.seen.faults.get(words, 0) + 1
        yield f"{self.seen.reads:,} reads: {self.seen.octets} octets and rows {self.seen.rows or 0} more."

    def _lapsing(self) -> Iterator[str]:
        old = self._store.passing()
        now = requests.get(f"{self.own.url}/_mock/clock", timeout=60).json()["now"]
        self._set_clock(now=(datetime.fromisoformat(now) + LAPSED).isoformat())
        throng = self._throng(SIGN_INS)
        self.seen.lapsed, left = len(old), len(old)
        for _ in range(len(old)):
            throng.run(CEILING_SECONDS / 4)
            before, left = left, len(old & self._store.passing())
            if not left or left == before:
                break
        self._heed(throng)
        self.seen.left = left
        yield f"{len(old):,} rows lapsed, and after {throng.journeys:,} more sign-ins {left:,} are left."

    def _set_clock(self, **members: object) -> None:
        requests.put(f"{self.own.url}/_mock/clock", json=members, timeout=60).raise_for_status()


def _minutes(text: str) -> float:
    try:
        minutes = float(text)
    except ValueError:
        minutes = 0.0
    if not 0 < minutes <= 24 * 60:
        raise argparse.ArgumentTypeError(f"‘{text}’ is no length: give minutes, such as 20 or 0.5")
    return minutes


def main(words: Sequence[str]) -> int:
    """Let a federation soak; print what is seen, and the verdict."""
    parser = argparse.ArgumentParser(prog="make soak", description="Does the federation hold out?")
    parser.add_argument("--minutes", type=_minutes, default=MINUTES, help="at half the ceiling; 20 without")
    parser.add_argument(
        "--workers", type=int, choices=range(1, 65), default=1, metavar="N", help="processes that answer"
    )
    asked = parser.parse_args(words)
    with tempfile.TemporaryDirectory(prefix="proefloket-soak-") as place:
        log = Path(place) / "soak.log"
        try:
            with federation("", log, Crowd(PERSONS, SEED), asked.workers) as own:
                soak = Soak(own, asked.minutes)
                for line in soak.run():
                    sys.stdout.write(f"{line}\n")
                    sys.stdout.flush()
        except CannotRehearse as refusal:
            sys.stderr.write(f"{refusal}\n{log.read_text(encoding='utf-8')}")
            return 2
    line, code = verdict(soak.seen)
    sys.stdout.write(f"{line}\n")
    return code


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
