"""A server process that is killed while many write: nothing acknowledged is lost, no code is used twice."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import requests

from load.crowd import Crowd
from load.journeys.pageless import CALLBACK, CLIENT, SECRET
from load.people import Population
from load.populate import fill
from load.tests.kept import CODES, KINDS, RIGHTS, Ledger, Lost, Writers, missing
from load.tests.workers import Server, serving
from steps.wires import wait_until

FAILURE = "PROEFLOKET_FAILURE"
LONG = FAILURE in os.environ
WORKER_KILLS, SERVER_KILLS = (8, 4) if LONG else (1, 1)
AT_LEAST = 20 if LONG else 3
"""Of each kind that is acknowledged between two kills."""

USED = "used"
"""The reason that counts: a code may also be refused because it is old, or nobody knows it any more."""

CRASH_LOOP = 5.5
"""Seconds within which granian takes a second death of the same worker for a crash at every start."""

PERSONS, SEED = 1_000, 1

postgres_too = pytest.param(
    "postgres",
    # make test is the fast set: it kills once, on SQLite.
    marks=pytest.mark.skipif(not LONG, reason=f"takes minutes on two stores; make failure sets {FAILURE}"),
)


@dataclass
class Trial:
    """A server on a populated store."""

    server: Server
    population: Population


@pytest.fixture(params=["folder", postgres_too])
def trial(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Trial]:
    """Give a server with two workers on a populated store."""
    folder, database = tmp_path / "toneel", None
    if request.param == "postgres":
        database = str(request.getfixturevalue("postgres"))
    fill(Crowd(PERSONS, SEED), None if database else folder, database, None)
    options = ("--database", database) if database else ()
    with serving(folder, *options) as server:
        yield Trial(server, Population(SEED, PERSONS))


@dataclass
class Killing:
    """What is killed, when, and what became of the codes until then.

    Attributes:
        server: whose processes they are.
        writers: who write meanwhile.
        stretches: when somebody was killed, from the blow until it was over.
        twice: codes that were honoured more often than they may.
    """

    server: Server
    writers: Writers
    stretches: list[tuple[float, float]] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)
    _checked: tuple[int, int] = (0, 0)

    def worker(self) -> None:
        """Kill a worker, and wait for another."""
        self._during(self.server.kill_worker)
        self.server.wait()

    def everything(self) -> None:
        """Kill the server with its workers, and start it again."""

        def both() -> None:
            self.server.kill()
            self.server.start()

        self._during(both)

    def _during(self, act: Callable[[], object]) -> None:
        begun = time.monotonic()
        act()
        self.stretches.append((begun, time.monotonic()))
        # At once, since an old code would be refused for its age.
        with self.writers.resting():
            self.twice += self._used_again()

    def _used_again(self) -> list[str]:
        """Redeem every code once more that was sent since the last time; return those that were honoured.

        One whose answer got lost was used or not: once more it may be good, and then not a third time.
        """
        used, unsure = self.writers.ledger.kept[CODES], self.writers.ledger.unsure
        first, first_unsure = self._checked
        self._checked = len(used), len(unsure)
        for code in unsure[first_unsure:]:
            redeem(self.server.url, code)
        again = [code for code in used[first:] if redeem(self.server.url, code) != USED]
        return again + [code for code in unsure[first_unsure:] if not redeem(self.server.url, code)]


def test_who_kills_workers_and_the_server_loses_nothing_that_was_acknowledged(trial: Trial) -> None:
    server = trial.server
    with Writers(server.url, trial.population) as writers:
        killing, ledger = Killing(server, writers), writers.ledger
        more(ledger)
        for _ in range(WORKER_KILLS):
            killing.worker()
            replaced = time.monotonic()
            more(ledger)
            if LONG:
                forget(replaced)
        assert lost_otherwise(ledger.lost, killing.stretches) == [], killing.stretches
        lost = len(ledger.lost)
        assert lost <= WORKER_KILLS * writers.clients
        for _ in range(SERVER_KILLS):
            more(ledger)
            killing.everything()
    # By now no worker is left that could remember: what is there stands in the store.
    print(f"Acknowledged: {dict(ledger.counts)}.")
    print(f"Lost: {lost} requests at workers that died, {len(ledger.lost) - lost} while no server was there.")
    assert ledger.wrong == []
    assert lost_otherwise(ledger.lost, killing.stretches) == [], killing.stretches
    assert killing.twice == []
    assert missing(server.url, ledger) == {}
    ledger.kept[RIGHTS].append("never-granted")
    assert missing(server.url, ledger) == {RIGHTS: ["never-granted"]}


def forget(replaced: float) -> None:
    """Wait until granian takes the next death for no crash loop."""
    wait_until(lambda: time.monotonic() > replaced + CRASH_LOOP, "granian to forget")


def more(ledger: Ledger) -> None:
    """Wait until more of each kind was acknowledged."""
    before = ledger.counts
    wait_until(
        lambda: all(ledger.counts[kind] >= before[kind] + AT_LEAST for kind in KINDS),
        f"{AT_LEAST} more of each of {', '.join(KINDS)}",
        seconds=300,
    )


def lost_otherwise(lost: list[Lost], stretches: list[tuple[float, float]]) -> list[Lost]:
    """Return the requests without an answer that were not under way while somebody was killed."""
    return [
        one for one in lost if not any(one.begun <= last and one.ended >= first for first, last in stretches)
    ]


def redeem(url: str, code: str) -> str:
    """Exchange a code; return why it is refused, or nothing when it is honoured."""
    form = {"grant_type": "authorization_code", "code": code, "redirect_uri": CALLBACK}
    form |= {"client_id": CLIENT, "client_secret": SECRET}
    answer = requests.post(f"{url}/acm/op/v1/token", data=form, timeout=60)
    if answer.status_code == 200:
        return ""
    told = answer.json()
    assert told["error"] == "invalid_grant", answer.text
    return USED if "al gebruikt" in told["error_description"] else str(told["error_description"])


def test_a_request_that_was_lost_while_nobody_was_killed_is_told() -> None:
    stretches = [(10.0, 11.0), (20.0, 21.0)]
    under_way = [Lost("a", 9.0, 10.1), Lost("b", 10.9, 12.0), Lost("c", 20.5, 20.6)]
    otherwise = [Lost("d", 8.0, 9.9), Lost("e", 11.1, 12.0), Lost("f", 21.5, 22.0)]
    assert lost_otherwise([*under_way, *otherwise], stretches) == otherwise
