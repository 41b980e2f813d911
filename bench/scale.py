"""``make scale``: does a sign-in cost as much among a hundred thousand persons as among a thousand?

Every size is a world of its own in a folder, populated from one seed.  Sign-ins without pages (authorization,
token, userinfo, each answer checked) go to one after the other, round after round, within this process; what
counts is the processor time that the mocks take, and of that the median of the rounds.

*Warm* are the same persons round after round, as their statements are remembered; *cold* are others each
time, of whom nothing is.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

from werkzeug.test import Client

from load.browser import Browser, Judge, Request
from load.errand import Errand, Places
from load.journeys.pageless import sign_in_without_pages
from load.page import Page
from load.people import Population
from load.populate import populate
from mocks.core.statements import StatementCache
from mocks.federation import Federation
from mocks.settings import Settings

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

SIZES = (1_000, 100_000)
LARGEST = 1_000_000
"""What ``make scale ARGS=--large`` adds; populating it takes minutes."""

ROUNDS, SIGN_INS = 7, 100
MOST = 1.20
"""How much more a sign-in may cost than in the smallest world."""

ADDRESS = "http://127.0.0.1:8600"
SEED = 1


class Timed:
    """A federation whose answers are timed, in processor seconds, until their last byte."""

    def __init__(self, federation: Federation) -> None:
        """Begin at nothing."""
        self._federation = federation
        self.seconds = 0.0

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request."""
        begun = time.process_time()
        answer = self._federation(environ, start_response)
        try:
            return list(answer)
        finally:
            if hasattr(answer, "close"):
                answer.close()
            self.seconds += time.process_time() - begun


class WrongAnswer(Exception):
    """An answer of the mocks was not what it should be, so that its time says nothing."""


@dataclass
class Straight:
    """Hands requests to the application, without a socket."""

    client: Client

    def send(self, request: Request, judge: Judge) -> Page:
        """Send a request, and insist on its answer."""
        parts = urlsplit(request.url)
        answer = self.client.open(
            urlunsplit(("", "", *parts[2:])),
            base_url=f"{parts.scheme}://{parts.netloc}",
            method=request.method,
            data=request.form,
            headers=request.headers,
            buffered=True,
        )
        page = Page(request.url, answer.status_code, answer.text, answer.headers.get("Location", ""), "")
        if wrong := judge(page):
            raise WrongAnswer(f"{request.name}: {wrong}")
        return page

    def forget(self) -> None:
        """Keep no cookies: a sign-in without pages has none."""


@dataclass
class World:
    """A populated world, and what its sign-ins were seen to cost.

    Attributes:
        population: who lives there.
        federation: the mocks.
        warm: milliseconds of a sign-in, round after round, by persons of whom everything is remembered.
        cold: the same by persons of whom nothing is.
    """

    population: Population
    federation: Federation
    warm: list[float] = field(default_factory=list)
    cold: list[float] = field(default_factory=list)

    def sign_in(self, chance: str) -> float:
        """Let some people sign in, as ``chance`` draws them; return the milliseconds that one costs."""
        timed = Timed(self.federation)
        browser = Browser(Straight(Client(timed, use_cookies=False)), lambda: None)
        errand = Errand(browser, self.population, random.Random(chance), Places(ADDRESS, ADDRESS))
        for _ in range(SIGN_INS):
            sign_in_without_pages(errand)
        return timed.seconds * 1000 / SIGN_INS

    def play(self, turn: int) -> None:
        """Measure one round of each kind."""
        self.sign_in("warm")
        self.warm.append(self.sign_in("warm"))
        self.federation.house.statements = StatementCache()
        self.cold.append(self.sign_in(f"cold {turn}"))


def settled(size: int, folder: Path) -> World:
    """Make a world of a size."""
    federation = Federation(Settings(url=ADDRESS, data=folder))
    population = Population(SEED, size)
    visit = federation.visit()
    populate(visit, population, lambda _: None)
    visit.close()
    return World(population, federation)


def ratios(worlds: Sequence[World]) -> Iterator[tuple[int, float, float]]:
    """Give of each world its size, and what a warm and a cold sign-in cost beside the first world."""
    first = worlds[0]
    for world in worlds:
        yield (
            world.population.size,
            statistics.median(world.warm) / statistics.median(first.warm),
            statistics.median(world.cold) / statistics.median(first.cold),
        )


def verdict(found: Sequence[tuple[int, float, float]]) -> tuple[str, int]:
    """Return the line that says whether it is flat, and the exit code."""
    worst = max(max(warm, cold) for _, warm, cold in found)
    word = "FLAT" if worst <= MOST else "NOT FLAT"
    return f"{word}: at most {worst:.2f} × of the smallest world, allowed {MOST:.2f} ×.", int(worst > MOST)


def main(words: Sequence[str]) -> int:
    """Populate the worlds, measure them turn by turn, and print the table and the verdict."""
    sizes = (*SIZES, LARGEST) if "--large" in words else SIZES
    with tempfile.TemporaryDirectory(prefix="proefloket-scale-") as place:
        worlds = []
        for size in sizes:
            folder = Path(place) / str(size)
            folder.mkdir()
            worlds.append(settled(size, folder))
        for turn in range(ROUNDS):
            for world in worlds:
                world.play(turn)
    found = list(ratios(worlds))
    sys.stdout.write(
        "   persons     warm     cold   (processor time of a sign-in, beside the smallest world)\n"
    )
    for size, warm, cold in found:
        sys.stdout.write(f"{size:>10,} {warm:>8.2f} {cold:>8.2f}\n")
    line, code = verdict(found)
    sys.stdout.write(f"{line}\n")
    return code


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
