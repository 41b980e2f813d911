"""Several at once, on files, as the workers of one machine: one wins, nothing is lost or told twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Barrier

import pytest

from mocks.core.errors import Refusal
from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.core.store.sqlite import FileStorage
from mocks.core.visit import Visit
from mocks.core.worlds import Worlds
from mocks.csam_btb.backend import Appointments, Btb, first_sign_in
from mocks.csam_btb.domain.appointments import MAIN_POST, POSTS, AppointmentNumber
from mocks.csam_btb.domain.nominations import Nomination
from mocks.csam_btb.tests.house import DE_KADE, FATIMA, JAN, LENA, OLGA, TOM, Play, build

KADE = EnterpriseNumber(DE_KADE)
AT_ONCE = 6


@pytest.fixture
def filed(tmp_path: Path) -> Play:
    """A world in a file, with Jan as bestuurder of De Kade."""
    play = build()
    worlds = Worlds(FileStorage(tmp_path), play.wall)
    worlds.create("samen", cast=False)
    return Play(
        replace(play.house, worlds=worlds, registries={}), worlds.open("samen"), play.wall, play.people
    )


def nominating(
    play: Play, insz: Insz, replaces: Insz | None = None, code: str = MAIN_POST.code
) -> Nomination:
    """Return the nomination of somebody for De Kade."""
    person = play.people[insz]
    number = AppointmentNumber(KADE, insz, POSTS[code])
    names = person["given_name"], person["family_name"]
    return Nomination(number, False, *names, "iemand@post.example", "+32 400 00 00 00", replaces)


def together(play: Play, *acts: Callable[[Visit], object]) -> Counter[str]:
    """Do all of it at once, each in a visit of its own; return what came of it, by reason."""
    ready = Barrier(len(acts))

    def one(act: Callable[[Visit], object]) -> str:
        visit = play.visit()
        try:
            ready.wait(30)
            act(visit)
        except Refusal as refusal:
            return refusal.code
        finally:
            visit.close()
        return "done"

    with ThreadPoolExecutor(len(acts)) as pool:
        return Counter(pool.map(one, acts, timeout=60))


def appointing(play: Play, by: Insz, nomination: Nomination) -> Callable[[Visit], object]:
    """Return the act of appointing somebody."""
    return lambda visit: Btb(visit, play.peers(visit), by).appoint(nomination)


def told(play: Play) -> Counter[str]:
    """Return how often each thing happened at De Kade."""
    visit = play.visit()
    events, total = Appointments(visit).history(KADE, 0, 200)
    visit.close()
    assert len(events) == total
    return Counter(event.action.value for event in events)


def living(play: Play) -> list[Insz]:
    """Return who is appointed at De Kade and has not ended."""
    visit = play.visit()
    found, _ = Appointments(visit).in_enterprise(KADE, 0, 200, living=True)
    visit.close()
    return [one.insz for one in found]


def test_of_several_who_appoint_the_same_person_first_one_wins(filed: Play) -> None:
    act = appointing(filed, JAN, nominating(filed, FATIMA))
    assert together(filed, *[act] * AT_ONCE) == {"done": 1, "already-appointed": AT_ONCE - 1}
    assert living(filed) == [FATIMA]
    assert told(filed) == {"registered": 1, "appointed": 1}


def test_of_several_who_appoint_different_persons_first_one_wins(filed: Play) -> None:
    acts = [appointing(filed, JAN, nominating(filed, insz)) for insz in (FATIMA, TOM, OLGA, LENA)]
    assert together(filed, *acts) == {"done": 1, "replacement-unconfirmed": 3}
    assert len(living(filed)) == 1
    assert told(filed) == {"registered": 1, "appointed": 1}


def test_of_several_who_replace_the_same_person_one_wins(filed: Play) -> None:
    assert together(filed, appointing(filed, JAN, nominating(filed, FATIMA))) == {"done": 1}
    acts = [appointing(filed, JAN, nominating(filed, insz, FATIMA)) for insz in (TOM, OLGA, LENA)]
    assert together(filed, *acts) == {"done": 1, "replacement-unconfirmed": 2}
    assert len(living(filed)) == 1
    assert told(filed) == {"registered": 1, "appointed": 2, "replaced": 1}


def test_several_sign_ins_make_an_appointment_active_once(filed: Play) -> None:
    together(filed, appointing(filed, JAN, nominating(filed, FATIMA)))
    done = together(filed, *[lambda visit: first_sign_in(visit, FATIMA)] * AT_ONCE)
    assert done == {"done": AT_ONCE}
    assert told(filed) == {"registered": 1, "appointed": 1, "activated": 1}


def test_several_who_end_and_replace_at_once_leave_a_whole_history(filed: Play) -> None:
    together(filed, appointing(filed, JAN, nominating(filed, FATIMA)))
    together(filed, lambda visit: first_sign_in(visit, FATIMA))
    together(filed, appointing(filed, FATIMA, nominating(filed, TOM, code="finance")))
    number = AppointmentNumber(KADE, TOM, POSTS["finance"])

    def ending(visit: Visit) -> None:
        Btb(visit, filed.peers(visit), FATIMA).end(number)

    replacing = appointing(filed, FATIMA, nominating(filed, OLGA, TOM, "finance"))
    came = together(filed, ending, ending, replacing, replacing)
    lines = told(filed)
    assert came["done"] == lines["ended"] + lines["appointed"] - 2
    assert lines["ended"] + lines["replaced"] == 1
    assert living(filed) == [FATIMA, OLGA]
