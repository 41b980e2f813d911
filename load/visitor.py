"""The visitors of a Locust run: each begins a journey now and then, as the stage of the shape says."""

from __future__ import annotations

import itertools
import random
import time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import gevent
from locust import FastHttpUser, task

from load.actors import People, Role
from load.browser import Browser, JourneyStopped, Judge, LoketClosed, Request
from load.crowd import Crowd, people_of
from load.errand import Errand, Places
from load.journeys import JOURNEYS
from load.measurement import JOURNEY
from load.page import Page
from load.shape import Shape, read_shape

if TYPE_CHECKING:
    from argparse import Namespace

    from locust.env import Environment

PAUSE = (0.1, 0.6)
"""Seconds that somebody looks at a page before the next click, at the least and at the most (assumed)."""

_numbers = itertools.count(1)


class LocustTransport:
    """Sends over one visitor's client, and adds up how long the answers took."""

    def __init__(self, visitor: Visitor) -> None:
        """Send as ``visitor``."""
        self._visitor = visitor
        self.milliseconds = 0.0
        self.wrong = ""

    def send(self, request: Request, judge: Judge) -> Page:
        """Send a request without following a redirect, and count it."""
        form = urlencode(request.form, doseq=True) if request.form is not None else None
        headers = request.headers
        if form is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        begun = time.perf_counter()
        with self._visitor.client.request(
            request.method,
            request.url,
            name=request.name,
            data=form,
            json=request.members,
            headers=headers,
            allow_redirects=False,
            catch_response=True,
        ) as answer:
            self.milliseconds += (time.perf_counter() - begun) * 1000
            told = answer.headers or {}
            text = (answer.content or b"").decode("utf-8", "replace")
            page = Page(
                request.url,
                answer.status_code,
                text,
                told.get("Location") or "",
                told.get("Retry-After") or "",
            )
            # Without an answer the status is 0, and that is wrong whatever the judge makes of it.
            self.wrong = judge(page) if page.status else f"no answer: {answer.error}"
            if self.wrong:
                answer.failure(self.wrong)
            else:
                answer.success()
        if not page.status:
            raise JourneyStopped(f"{request.name}: {self.wrong}")
        return page

    def forget(self) -> None:
        """Become a browser without cookies."""
        self.milliseconds = 0.0
        if self._visitor.client.cookiejar is not None:
            self._visitor.client.cookiejar.clear()


class Visitor(FastHttpUser):
    """A browser in which one person after another comes along."""

    abstract = False
    begun = 0.0

    def __init__(self, environment: Environment) -> None:
        """Come to the environment's host."""
        super().__init__(environment)
        options = environment.parsed_options
        if options is None:
            raise RuntimeError("a visitor without options")
        worker = getattr(environment.runner, "worker_index", 0)
        # A seed of our own, so that a run can be repeated; no secret hangs on it.
        self._rng = random.Random(f"{options.seed}-{worker}-{next(_numbers)}")
        self._shape: Shape = read_shape(options.shape)
        self._seconds = minutes_of(self._shape, options.minutes) * 60
        target = (self.host or "").rstrip("/")
        self._places = Places(target, (options.mocks or target).rstrip("/"))
        self._transport = LocustTransport(self)
        self._people = guests_of(crowd_of(options))
        self._next = 0.0

    def on_start(self) -> None:
        """Come at some moment within the pace: visitors who begin in step would come in waves."""
        self._next = time.monotonic() + self._rng.uniform(0, self._shape.pace)
        gevent.sleep(self._next - time.monotonic())

    def wait_time(self) -> float:
        """Return the seconds until the next journey, whatever the last one took."""
        # Who is late does not catch up: a slow e-loket is not to be punished with a burst.
        self._next = max(self._next, time.monotonic() - self._shape.pace)
        self._next += self._rng.uniform(0.5, 1.5) * self._shape.pace
        return max(0.0, self._next - time.monotonic())

    @task
    def make_a_journey(self) -> None:
        """Make one journey of the mix, and count it as a whole."""
        found = self._shape.at((time.monotonic() - Visitor.begun) / self._seconds)
        if found is None:
            return
        mix = found[0].mix
        (name,) = self._rng.choices(list(mix), weights=list(mix.values()))
        self._transport.forget()
        fault: JourneyStopped | None = None
        try:
            JOURNEYS[name](
                Errand(Browser(self._transport, self._look), self._people, self._rng, self._places)
            )
        except LoketClosed:
            return
        except JourneyStopped as stopped:
            fault = stopped
        self.environment.events.request.fire(
            request_type=JOURNEY,
            name=f"{JOURNEY} {name}",
            response_time=self._transport.milliseconds,
            response_length=0,
            exception=fault,
            context={},
        )

    def _look(self) -> None:
        """Do what a person does before the next click."""
        gevent.sleep(self._rng.uniform(*PAUSE))


@cache
def guests_of(crowd: Crowd) -> People:
    """Return whom the journeys are about, their names at hand.

    The names are loaded with the first person, for a second: now, since later on whoever waits for an answer
    would have that second counted to it.
    """
    people = people_of(crowd)
    people.draw(Role.CITIZEN, random.Random(crowd.seed))
    return people


def crowd_of(options: Namespace) -> Crowd:
    """Return which population a run is about."""
    open_data = Path(options.kbo_open_data) if options.kbo_open_data else None
    # Whether its numbers are allowed was asked when they came into the world.
    return Crowd(options.people, options.people_seed, open_data, real=True)


def minutes_of(shape: Shape, asked: float) -> float:
    """Return how long the run lasts: what was asked, or the shape's own length."""
    return asked or shape.minutes
