"""A throng without Locust: some visitors who make journeys, as many as go or at a pace."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Mapping
from threading import Event, Lock, Thread

from load.actors import People
from load.browser import Browser, JourneyStopped, Request
from load.errand import Errand, Places
from load.journeys import JOURNEYS
from load.page import Page
from load.plain import PlainTransport

MOST_FAULTS = 20
"""Faults that are told by their words; the others are only counted."""


class Throng:
    """Visitors, each in a thread of his own, and what they saw.

    Attributes:
        journeys: that ended well.
        requests: that were sent.
        faults: what was wrong, and how often.
    """

    def __init__(self, url: str, people: People, mix: Mapping[str, float], visitors: int) -> None:
        """Visit the federation at ``url``; ``mix`` says how much each journey weighs."""
        self._places = Places(url, url)
        self._people = people
        self._mix = mix
        self._visitors = visitors
        self._lock = Lock()
        self._over = Event()
        self._next = 0
        self._runs = 0
        self.journeys = 0
        self.requests = 0
        self.faults: Counter[str] = Counter()

    def run(self, seconds: float, per_second: float | None = None) -> float:
        """Make journeys for a while; return how many ended per second.

        Args:
            seconds: how long journeys begin.
            per_second: how many begin per second; None is as many as go.
        """
        self._over.clear()
        self._next, before, begun = 0, self.journeys, time.monotonic()
        self._runs += 1
        threads = [
            Thread(target=self._visit, args=(f"{self._runs}-{place}", begun, per_second), daemon=True)
            for place in range(self._visitors)
        ]
        for thread in threads:
            thread.start()
        self._over.wait(seconds)
        self._over.set()
        for thread in threads:
            thread.join()
        return (self.journeys - before) / (time.monotonic() - begun)

    def _visit(self, chance: str, begun: float, per_second: float | None) -> None:
        rng = random.Random(chance)
        transport = PlainTransport(self._notice)
        errand = Errand(Browser(transport, lambda: None), self._people, rng, self._places)
        names, weights = list(self._mix), list(self._mix.values())
        while not self._over.wait(self._pause(begun, per_second)):
            transport.forget()
            (name,) = rng.choices(names, weights)
            try:
                JOURNEYS[name](errand)
            except JourneyStopped as stopped:
                self._fault(f"{name}: {stopped}")
            else:
                with self._lock:
                    self.journeys += 1
        transport.close()

    def _pause(self, begun: float, per_second: float | None) -> float:
        """Return the seconds until the next journey that nobody has taken yet is due."""
        if per_second is None:
            return 0.0
        with self._lock:
            due = begun + self._next / per_second
            self._next += 1
        return max(0.0, due - time.monotonic())

    def _notice(self, _request: Request, _page: Page | None, _wrong: str) -> None:
        # What is wrong ends the journey, and is counted there.
        with self._lock:
            self.requests += 1

    def _fault(self, words: str) -> None:
        with self._lock:
            self.faults[words if len(self.faults) < MOST_FAULTS else "others"] += 1
