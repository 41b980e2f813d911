"""Administrators at once, in several processes on one database: nothing lost, nothing twice, all told."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from mocks.core.errors import Refusal
from mocks.core.store import Storage
from mocks.core.store.postgres import PostgresStorage
from mocks.core.store.sqlite import FileStorage
from mocks.core.tests.alone import leave
from mocks.idm.backend import History
from mocks.idm.domain.history import Action
from mocks.idm.domain.relations import RelationNumber
from mocks.idm.tests.alone import DE_KADE, ELS, FATIMA, JAN, TODAY, IdmAlone

PROCESSES, ROUNDS = 3, 10
_PROGRAM = "from mocks.idm.tests.test_backend_concurrency import work; work()"


def work() -> None:
    """Do in a process of its own what the arguments say, and print what came of each attempt."""
    where, what, place = sys.argv[1], sys.argv[2], int(sys.argv[3])
    idm = IdmAlone(storage_at(where), pages=False)
    number = RelationNumber(ELS, DE_KADE, 1)
    outcomes = []
    for turn in range(ROUNDS):
        with idm.acting(JAN if place % 2 else FATIMA) as acting:
            try:
                if what == "grant":
                    relation = acting.relations.find(acting.administrator, number).relation
                    made = acting.grant(relation, "KIOSK Aanvrager")
                elif what == "couple":
                    acting.couple(ELS)
                    made = None
                else:
                    (right,) = acting.relations.find(acting.administrator, number).rights
                    if what == "extend":
                        end = TODAY + timedelta(days=2 + turn * PROCESSES + place)
                        made = acting.rights.extend(acting.administrator, right.number, end)
                    else:
                        made = acting.rights.revoke(acting.administrator, right.number)
                outcomes.append(made.end.isoformat() if made else "")
            except Refusal as refusal:
                outcomes.append(refusal.code)
    print(json.dumps(outcomes))


def storage_at(where: str) -> Storage:
    """Return the worlds in a folder, or in a PostgreSQL database."""
    return PostgresStorage(where) if "://" in where else FileStorage(Path(where))


def at_once(where: str, *whats: str) -> list[list[str]]:
    """Let several processes work at once; return what came of each attempt."""
    workers = [
        subprocess.Popen(  # noqa: S603  # our own program
            [sys.executable, "-c", _PROGRAM, where, what, str(place)], stdout=subprocess.PIPE, text=True
        )
        for place, what in enumerate(whats)
    ]
    outcomes = []
    for worker in workers:
        out, _ = worker.communicate(timeout=60)
        assert worker.returncode == 0
        outcomes.append(json.loads(out))
    return outcomes


@pytest.fixture(params=["folder", "postgres"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return where the worlds are kept."""
    return request.getfixturevalue("postgres") if request.param == "postgres" else str(tmp_path / "worlds")


@pytest.fixture
def idm(where: str) -> Iterator[IdmAlone]:
    """Return an IDM whose worlds other processes can open as well."""
    storage = storage_at(where)
    yield IdmAlone(storage, pages=False)
    leave(storage)


def actions(idm: IdmAlone, action: Action) -> list[str]:
    """Return the details of what the history tells of one action, the oldest first."""
    with idm.acting() as acting:
        found = History(acting.visit).of_person(acting.administrator, ELS, limit=100)
        assert found.next is None
        return [one.event.detail for one in reversed(found.items) if one.event.action is action]


def test_a_person_is_coupled_once(idm: IdmAlone, where: str) -> None:
    with idm.acting() as acting:
        acting.people.add(acting.administrator, ELS)
    outcomes = [one for worker in at_once(where, *["couple"] * PROCESSES) for one in worker]
    assert sorted(set(outcomes)) == ["", "work-relation-overlaps"]
    assert outcomes.count("") == 1
    assert len(actions(idm, Action.COUPLED)) == 1


def test_a_right_is_granted_once_and_revoked_once(idm: IdmAlone, where: str) -> None:
    idm.employ(ELS)
    granted = [one for worker in at_once(where, *["grant"] * PROCESSES) for one in worker]
    assert granted.count("2025-04-27") == 1
    assert granted.count("right-already-granted") == PROCESSES * ROUNDS - 1
    revoked = [one for worker in at_once(where, *["revoke"] * PROCESSES) for one in worker]
    assert revoked.count("2025-04-27") == 1
    assert revoked.count("right-revoked") == PROCESSES * ROUNDS - 1
    assert len(actions(idm, Action.RIGHT_GRANTED)) == len(actions(idm, Action.RIGHT_REVOKED)) == 1


def test_no_extension_is_lost_and_the_history_holds_each(idm: IdmAlone, where: str) -> None:
    idm.grant(idm.employ(ELS), "KIOSK Aanvrager", end=TODAY)
    outcomes = [one for worker in at_once(where, *["extend"] * PROCESSES) for one in worker]
    made = [one for one in outcomes if one != "not-longer"]
    latest = TODAY + timedelta(days=1 + PROCESSES * ROUNDS)
    with idm.acting() as acting:
        (file,) = acting.people.person(acting.administrator, ELS).relations
        (right,) = file.rights
    assert right.end == latest == max(date.fromisoformat(one) for one in made)
    told = actions(idm, Action.RIGHT_EXTENDED)
    assert len(told) == len(made) == right.revision - 1
    steps = [line.removesuffix(".").split(": van ")[1].split(" tot ") for line in told]
    assert [begin for begin, _ in steps[1:]] == [end for _, end in steps[:-1]], (
        "each starts where another ended"
    )
