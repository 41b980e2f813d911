"""Whether a sign-in costs the same at every size: the reckoning, and whose time is what counts."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import cast
from wsgiref.types import StartResponse, WSGIEnvironment

import pytest
from werkzeug.test import Client

from bench.scale import MOST, Straight, Timed, World, WrongAnswer, ratios, verdict
from load.browser import Request, answered
from load.people import Population
from mocks.federation import Federation


class Busy:
    """An application that takes processor time, and tells when its answer is closed."""

    closed = False

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        start_response("200 OK", [("Content-Type", "text/plain")])
        return self

    def __iter__(self) -> Iterator[bytes]:
        until = time.process_time() + 0.02
        while time.process_time() < until:
            pass
        yield b"klaar"

    def close(self) -> None:
        self.closed = True


def world(size: int, warm: list[float], cold: list[float]) -> World:
    return World(Population(1, size), cast(Federation, None), warm, cold)


def test_a_world_is_compared_with_the_smallest_by_the_medians() -> None:
    small = world(1_000, [1.0, 2.0, 90.0], [4.0, 4.0, 4.0])
    large = world(100_000, [3.0, 2.0, 0.1], [5.0, 5.0, 50.0])
    assert list(ratios([small, large])) == [(1_000, 1.0, 1.0), (100_000, 1.0, 1.25)]


@pytest.mark.parametrize(("warm", "cold"), [(MOST, 1.0), (0.9, MOST)])
def test_up_to_the_bound_it_is_flat(warm: float, cold: float) -> None:
    line, code = verdict([(1_000, 1.0, 1.0), (100_000, warm, cold)])
    assert (line.startswith("FLAT: at most 1.20"), code) == (True, 0)


@pytest.mark.parametrize(("warm", "cold"), [(1.21, 1.0), (1.0, 1.21)])
def test_beyond_the_bound_it_is_not(warm: float, cold: float) -> None:
    line, code = verdict([(1_000, 1.0, 1.0), (100_000, warm, cold)])
    assert (line.startswith("NOT FLAT: at most 1.21"), code) == (True, 1)


def test_the_time_of_an_answer_counts_until_its_last_byte_and_it_is_closed() -> None:
    busy = Busy()
    timed = Timed(cast(Federation, busy))
    assert Client(timed).get("/").data == b"klaar"
    assert timed.seconds >= 0.02
    assert busy.closed


def test_a_wrong_answer_gives_no_figure() -> None:
    request = Request("GET", "http://127.0.0.1:8600/", "stage GET /")
    straight = Straight(Client(Busy()))
    assert straight.send(request, answered(200, "klaar")).text == "klaar"
    with pytest.raises(WrongAnswer, match="stage GET /"):
        straight.send(request, answered(201, "klaar"))
