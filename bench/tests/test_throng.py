"""A throng: as many journeys as go or at a pace, and what is wrong is counted."""

from __future__ import annotations

import pytest

from bench import throng
from bench.throng import Throng
from load.browser import JourneyStopped
from load.cast_people import CastPopulation
from load.errand import Errand

ADDRESS = "http://127.0.0.1:8600"


def goes_well(_errand: Errand) -> None:
    """Find everything as it should be."""


def goes_wrong(_errand: Errand) -> None:
    raise JourneyStopped("kiosk GET /: 500")


@pytest.fixture
def visitors(monkeypatch: pytest.MonkeyPatch) -> Throng:
    monkeypatch.setattr(throng, "JOURNEYS", {"well": goes_well, "wrong": goes_wrong})
    return Throng(ADDRESS, CastPopulation(), {"well": 1.0}, visitors=2)


def test_without_a_pace_as_many_go_as_can(visitors: Throng) -> None:
    assert visitors.run(0.2) > 100
    assert (visitors.journeys > 20, visitors.faults) == (True, {})


def test_at_a_pace_no_more_begin_than_that(visitors: Throng) -> None:
    visitors.run(0.5, per_second=20)
    assert 1 <= visitors.journeys <= 11


def test_a_journey_that_stops_is_a_fault_and_counts_for_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(throng, "JOURNEYS", {"wrong": goes_wrong})
    visitors = Throng(ADDRESS, CastPopulation(), {"wrong": 1.0}, visitors=1)
    assert visitors.run(0.1, per_second=50) == 0
    assert set(visitors.faults) == {"wrong: kiosk GET /: 500"}
