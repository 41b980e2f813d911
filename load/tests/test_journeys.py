"""Every journey, played once within a process against the federation."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
import requests

from load.actors import People
from load.browser import Browser, JourneyStopped, LoketClosed
from load.cast_people import CastPopulation
from load.errand import Errand, Places
from load.journeys import JOURNEYS
from load.measurement import JOURNEY
from load.people import Population
from load.populate import populate
from load.shape import read_targets
from load.tests.sender import Sender
from mocks.core.wire.process import hosts_in_process
from mocks.federation import Federation
from mocks.settings import Settings

LONG = 50
"""Requests of a journey, from which on it has a target of its own; signing in takes twenty."""

CLOSED = "somebody comes on the closed day"
ADDRESS = "http://127.0.0.1:8600"


CAST = CastPopulation()


def errand(transport: Sender, chance: int, people: People = CAST) -> Errand:
    """Return an errand of somebody."""
    browser = Browser(transport, lambda: None)
    return Errand(browser, people, random.Random(chance), Places(ADDRESS, ADDRESS))  # no secret


@pytest.fixture(scope="module")
def stage(population: Population) -> Iterator[None]:
    """Let the federation stand on one port, in a world that the journeys of this module share."""
    federation = Federation(Settings(url=ADDRESS))
    visit = federation.visit()
    populate(visit, population, lambda _: None)
    visit.close()
    with hosts_in_process(federation, federation.house.addresses.origin_hosts, {}):
        yield


@pytest.mark.usefixtures("stage")
@pytest.mark.parametrize("crowd", ["cast", "population"])
@pytest.mark.parametrize("journey", sorted(JOURNEYS.keys() - {CLOSED}))
def test_a_journey_finds_every_answer_as_it_should_be(
    journey: str, crowd: str, population: Population
) -> None:
    transport = Sender()
    # Twice: the second finds what the first one changed, which is a success as well.
    for chance in (1, 2):
        transport.forget()
        JOURNEYS[journey](errand(transport, chance, CAST if crowd == "cast" else population))
    assert transport.failures == []
    assert transport.names
    # Both times together: what signing in may take is not enough for many more requests.
    if len(transport.names) > 2 * LONG:
        assert f"{JOURNEY} {journey}" in read_targets().names()


@pytest.mark.usefixtures("stage")
def test_a_wrong_answer_is_counted_and_ends_the_journey() -> None:
    transport = Sender()
    with pytest.raises(JourneyStopped, match="kiosk GET /nergens: 404"):
        errand(transport, 1).browser.open(f"{ADDRESS}/kiosk/nergens")
    assert transport.failures == ["kiosk GET /nergens: 404 http-404"]


@pytest.mark.usefixtures("stage")
def test_on_the_closed_day_a_visitor_is_told_so_and_no_other_journey_is_made() -> None:
    transport = Sender()
    clock = requests.put(f"{ADDRESS}/_mock/clock", json={"now": "2021-04-26T10:00:00+02:00"}, timeout=10)
    assert clock.status_code == 200
    JOURNEYS[CLOSED](errand(transport, 1))
    with pytest.raises(LoketClosed):
        JOURNEYS["legal representative signs in"](errand(transport, 1))
    assert transport.failures == []


@pytest.mark.usefixtures("stage")
def test_an_open_day_is_not_the_closed_one() -> None:
    transport = Sender()
    requests.put(f"{ADDRESS}/_mock/clock", json={"now": "2021-04-27T10:00:00+02:00"}, timeout=10)
    with pytest.raises(JourneyStopped, match="not closed by the calendar"):
        JOURNEYS[CLOSED](errand(transport, 1))
    assert len(transport.failures) == 1
