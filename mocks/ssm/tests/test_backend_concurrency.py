"""Parties at once, in several processes on one database: nothing lost, nothing twice, all told."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from mocks.core.errors import Refusal
from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.core.store import Storage, version_of
from mocks.core.store.postgres import PostgresStorage
from mocks.core.store.sqlite import FileStorage
from mocks.core.tests.alone import leave
from mocks.ssm.domain.mandates import Mandate, MandateNumber
from mocks.ssm.domain.parties import Party
from mocks.ssm.domain.views import Search
from mocks.ssm.tests.alone import (
    AN,
    CIJFERWIJS,
    DE_KADE,
    DE_LINDE,
    JAN,
    KAREL,
    MIEKE,
    TODAY,
    Acting,
    SsmAlone,
)
from mocks.ssm.tests.seen import stated

PROCESSES, ROUNDS, DAYS = 3, 10, 40
FIRST, SECOND = MandateNumber(2021, 1), MandateNumber(2021, 2)
ACTORS: tuple[tuple[Insz, EnterpriseNumber], ...] = ((JAN, DE_KADE), (KAREL, CIJFERWIJS), (MIEKE, DE_KADE))
_PROGRAM = "from mocks.ssm.tests.test_backend_concurrency import work; work()"


def work() -> None:
    """Do in a process of its own what the arguments say, and print what came of each attempt."""
    where, what, place = sys.argv[1], sys.argv[2], int(sys.argv[3])
    ssm = SsmAlone(storage_at(where), pages=False)
    who, party = (AN, DE_LINDE) if what == "sign-transfer" else ACTORS[place]
    outcomes = []
    for turn in range(DAYS if what == "conclude" else ROUNDS):
        with ssm.acting(who, party) as acting:
            try:
                attempt(acting, what, turn * PROCESSES + place)
                outcomes.append("")
            except Refusal as refusal:
                outcomes.append(refusal.code)
    print(json.dumps(outcomes))


def attempt(acting: Acting, what: str, count: int) -> Mandate:
    """Do one thing."""
    mandates, agent, day = acting.mandates, acting.agent, TODAY + timedelta(days=count)
    a_day = timedelta(days=1)
    their_day = TODAY + timedelta(days=count // PROCESSES)
    things: dict[str, Callable[[], Mandate]] = {
        "conclude": lambda: acting.conclude(begin=their_day, end=their_day),
        "conclude-others": lambda: acting.conclude(begin=day, end=day),
        "sign": lambda: mandates.sign(agent, FIRST),
        "sign-transfer": lambda: mandates.sign(agent, SECOND),
        "stop": lambda: mandates.stop(agent, FIRST, conditions_read=True),
        "stop-transfer": lambda: mandates.stop(agent, SECOND, conditions_read=True),
        "transfer": lambda: acting.transfers.propose(agent, FIRST, Party(DE_LINDE)),
        "lengthen": lambda: lengthen(acting),
        "conclude-next": lambda: acting.conclude(begin=their_day + a_day, end=their_day + a_day),
    }
    return things[what]()


def lengthen(acting: Acting) -> Mandate:
    """Give a mandate one day more than what was seen."""
    seen = acting.lists.find(acting.agent, FIRST)
    assert seen.end is not None
    end = seen.end + timedelta(days=1)
    return acting.mandates.lengthen(acting.agent, FIRST, end, seen.revision)


def storage_at(where: str) -> Storage:
    """Return the worlds in a folder, or in a PostgreSQL database."""
    return PostgresStorage(where) if "://" in where else FileStorage(Path(where))


def at_once(where: str, *whats: str) -> Counter[str]:
    """Let several processes work at once; return how often what came of it."""
    workers = [
        subprocess.Popen(  # noqa: S603  # our own program
            [sys.executable, "-c", _PROGRAM, where, what, str(place)], stdout=subprocess.PIPE, text=True
        )
        for place, what in enumerate(whats)
    ]
    outcomes: Counter[str] = Counter()
    for worker in workers:
        out, _ = worker.communicate(timeout=60)
        assert worker.returncode == 0
        outcomes.update(json.loads(out))
    return outcomes


@pytest.fixture(params=["folder", "postgres"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return where the worlds are kept."""
    return request.getfixturevalue("postgres") if request.param == "postgres" else str(tmp_path / "worlds")


@pytest.fixture
def ssm(where: str) -> Iterator[SsmAlone]:
    """Return an SSM whose worlds other processes can open as well."""
    storage = storage_at(where)
    yield SsmAlone(storage, pages=False)
    leave(storage)


def now(ssm: SsmAlone, number: MandateNumber = FIRST) -> Mandate:
    """Return a mandate of De Kade as it is now."""
    with ssm.acting() as acting:
        return acting.lists.find(acting.agent, number)


def told(ssm: SsmAlone, mandate: Mandate) -> Counter[str]:
    """Return how often the history tells what of a mandate."""
    with ssm.acting() as acting:
        return Counter(acting.told(mandate))


def version(ssm: SsmAlone, holder: EnterpriseNumber) -> int:
    """Return the version of what is stated of a holder."""
    with ssm.visit() as visit:
        return version_of(visit.reading, "ssm", holder)


def test_the_same_mandate_is_concluded_once_whoever_begins(ssm: SsmAlone, where: str) -> None:
    outcomes = at_once(where, *["conclude"] * PROCESSES)
    assert outcomes == {"": DAYS, "mandate-exists": (PROCESSES - 1) * DAYS}, "one for each day"
    assert len(stated(ssm, CIJFERWIJS)) == version(ssm, CIJFERWIJS) == DAYS
    assert told(ssm, now(ssm))["aanmaak"] == 1


def test_every_mandate_has_a_number_of_its_own_without_holes(ssm: SsmAlone, where: str) -> None:
    assert at_once(where, *["conclude-others"] * PROCESSES) == {"": PROCESSES * ROUNDS}
    with ssm.acting() as acting:
        found = acting.lists.page(acting.agent, Search(), limit=100).items
    assert sorted(one.number.serial for one in found) == list(range(1, PROCESSES * ROUNDS + 1))
    assert version(ssm, CIJFERWIJS) == PROCESSES * ROUNDS


def test_a_mandate_is_signed_once_and_stopped_once(ssm: SsmAlone, where: str) -> None:
    with ssm.acting(KAREL, CIJFERWIJS) as acting:
        made = acting.conclude()
    assert at_once(where, *["sign"] * PROCESSES) == {"": 1, "already-signed": PROCESSES * ROUNDS - 1}
    assert at_once(where, *["stop"] * PROCESSES) == {"": 1, "mandate-stopped": PROCESSES * ROUNDS - 1}
    assert told(ssm, made) == {
        "aanmaak": 1,
        "in afwachting van ondertekening": 1,
        "ondertekend": 2,
        "opstarten": 1,
        "stopgezet": 1,
    }


def test_of_two_who_lengthen_what_they_saw_one_wins_and_the_other_is_told(ssm: SsmAlone, where: str) -> None:
    made = ssm.signed(end=date(2021, 12, 31))
    outcomes = at_once(where, *["lengthen"] * PROCESSES)
    assert set(outcomes) <= {"", "changed-meanwhile"}
    after = now(ssm)
    assert after.end == date(2021, 12, 31) + timedelta(days=outcomes[""]), "no change is lost"
    assert told(ssm, made)["gewijzigd"] == outcomes[""] == after.revision - made.revision
    with ssm.acting() as acting:
        lines = acting.history.of_mandate(acting.agent, FIRST, limit=100).items
    steps = [
        one.event.detail.removeprefix("Einde van ").removesuffix(".").split(" naar ")
        for one in reversed(lines)
        if one.event.detail.startswith("Einde van")
    ]
    assert [begin for begin, _ in steps[1:]] == [end for _, end in steps[:-1]], "each starts where one ended"


def test_a_transfer_is_proposed_once_and_then_signed_or_withdrawn_but_never_both(
    ssm: SsmAlone, where: str
) -> None:
    ssm.signed()
    proposed = at_once(where, *["transfer"] * PROCESSES)
    assert proposed == {"": 1, "transfer-under-way": PROCESSES * ROUNDS - 1}
    # Where Karel proposed it, the mandator has still to sign, so that it is always withdrawn.
    at_once(where, "stop-transfer", "stop", "sign-transfer")
    old, new = now(ssm), now(ssm, SECOND)
    assert not (old.works_on(TODAY) and new.works_on(TODAY))
    assert old.stop is not None
    assert new.signed == (old.successor == SECOND), "signed, or withdrawn"
    assert new.signed or new.stop is not None
    assert told(ssm, old)["stopgezet"] == 1


def test_a_mandate_does_not_grow_into_one_that_is_concluded_meanwhile(ssm: SsmAlone, where: str) -> None:
    ssm.signed(end=TODAY)
    at_once(where, "lengthen", "conclude-next", "lengthen")
    with ssm.acting() as acting:
        found = acting.lists.page(acting.agent, Search(), limit=100).items
    days = [
        one.period.begin + timedelta(days=day)
        for one in found
        if one.end is not None
        for day in range((one.end - one.period.begin).days + 1)
    ]
    assert len(days) == len(set(days)), "no day is in two of them"
