"""Whether a federation holds out: the reckoning, and what is watched of it."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from werkzeug.test import Client

from bench.scale import ADDRESS, Straight
from bench.soak import MOST_MEMORY, SAMPLES, Seen, main, verdict
from bench.watched import PASSING, Store, grown, resident, workers_of
from load.browser import Browser
from load.cast_people import CastPopulation
from load.errand import Errand, Places
from load.journeys import JOURNEYS
from mocks.federation import Federation
from mocks.settings import Settings

GOOD = Seen(
    memory=[100.0] * SAMPLES,
    ceiling=10.0,
    made=5.0,
    requests=60_000,
    reads=4_000,
    lapsed=900,
)


def samples(second: float, last: float) -> list[float]:
    """Return samples of four quarters, with an outlier in each of the two that count."""
    quarter = SAMPLES // 4
    return (
        [1.0] * quarter + [second] * (quarter - 1) + [900.0, *[150.0] * quarter, 1.0] + [last] * (quarter - 1)
    )


def test_the_last_quarter_is_compared_with_the_second_by_their_medians() -> None:
    assert replace(GOOD, memory=samples(100.0, 104.0)).growth == 1.04
    assert replace(GOOD, memory=[1.0, 2.0, 3.0]).growth == 0.0


@pytest.mark.parametrize(
    "seen",
    [
        GOOD,
        replace(GOOD, memory=samples(100.0, 100.0 * MOST_MEMORY)),
        replace(GOOD, memory=samples(100.0, 80.0)),
        replace(GOOD, made=4.5),
    ],
)
def test_what_stays_within_its_bounds_holds(seen: Seen) -> None:
    line, code = verdict(seen)
    assert (line.startswith("HOLDS: memory"), code) == (True, 0)


@pytest.mark.parametrize(
    ("seen", "said"),
    [
        (replace(GOOD, memory=[]), "the memory was not measured"),
        (replace(GOOD, memory=samples(100.0, 106.0)), "memory 1.06 × of the second quarter, allowed 1.05 ×"),
        (replace(GOOD, requests=0), "nothing was asked"),
        (replace(GOOD, faults={"kiosk GET /: 500": 3}), "3 errors, such as: kiosk GET /: 500"),
        (replace(GOOD, made=4.4), "4.4 journeys per second, of 5.0 that were to be made"),
        (replace(GOOD, reads=0), "nothing was read"),
        (replace(GOOD, rows={"acm_session": 2}), "rows {'acm_session': 2}"),
        (replace(GOOD, octets=4096), "reading changed the store by 4096 octets"),
        (replace(GOOD, lapsed=0), "no sign-in left anything behind"),
        (replace(GOOD, left=1), "1 of 900 lapsed rows stay"),
    ],
)
def test_what_goes_beyond_does_not_hold_and_says_why(seen: Seen, said: str) -> None:
    line, code = verdict(seen)
    assert (line.startswith("DOES NOT HOLD: "), code) == (True, 1)
    assert said in line


def test_all_that_is_wrong_is_told() -> None:
    assert verdict(Seen())[0].count(";") >= 3


@pytest.mark.parametrize("minutes", ["0", "-1", "nan", "lang", "1441"])
def test_a_length_that_is_none_is_one_sentence(minutes: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--minutes", minutes])
    assert ended.value.code == 2
    assert f"‘{minutes}’ is no length: give minutes, such as 20 or 0.5" in capsys.readouterr().err


def test_the_memory_of_a_process_and_its_children_can_be_seen() -> None:
    assert resident([os.getpid()]) > 1
    assert os.getpid() in workers_of(os.getppid())
    assert os.getpid() not in workers_of(os.getpid())


Visit = Callable[[str], None]


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[tuple[Store, Visit]]:
    """Give a store, and what makes a journey of somebody of the cast."""
    federation = Federation(Settings(url=ADDRESS, data=tmp_path))

    def visit(journey: str) -> None:
        browser = Browser(Straight(Client(federation)), lambda: None)
        JOURNEYS[journey](Errand(browser, CastPopulation(), random.Random(1), Places(ADDRESS, ADDRESS)))

    yield Store(tmp_path), visit
    federation.house.worlds.close()


@pytest.mark.parametrize(
    "journey", ["legal representative signs in", "foreign provider enters", "sign in without pages"]
)
def test_a_sign_in_leaves_rows_only_where_they_pass(watched: tuple[Store, Visit], journey: str) -> None:
    store, visit = watched
    rows, passing, octets = store.rows(), store.passing(), store.octets
    visit(journey)
    changed = grown(rows, store.rows())
    assert changed
    assert set(changed) <= set(PASSING)
    assert len(store.passing() - passing) == sum(changed.values())
    assert store.octets > octets


def test_what_an_administrator_changes_is_kept_elsewhere(watched: tuple[Store, Visit]) -> None:
    store, visit = watched
    rows = store.rows()
    visit("local administrator grants")
    assert {"idm_right", "idm_history"} <= set(grown(rows, store.rows())) - set(PASSING)
