"""What ACM put together of statements is used again only while nothing that could alter it has happened."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from mocks.core.brussels import BRUSSELS
from mocks.core.statements import LIFETIME, Inquiry
from mocks.core.store import raise_version
from mocks.core.store.schema import write_clock
from mocks.core.tests.alone import HandWall
from mocks.core.visit import Visit
from mocks.federation import KINDS, Federation
from mocks.idm.store import people
from mocks.kbo.backend.registry import DELAY
from mocks.kbo.domain.publication import Delay
from mocks.settings import Settings

UNSTATED = {"activation-code", "role", "scim-target"}
"""What no statement to ACM is made of, or what the cast has none of."""


@pytest.fixture
def wall() -> HandWall:
    return HandWall()


@pytest.fixture
def federation(wall: HandWall) -> Federation:
    """Give a federation whose clock runs, by a wall that only the test moves."""
    return Federation(Settings(wall=wall))


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give the subjects about which an authority was asked, as they come."""
    subjects: list[str] = []
    ordinary = Inquiry._statement

    def noted(inquiry: Inquiry, subject: str) -> object:
        subjects.append(subject)
        return ordinary(inquiry, subject)

    monkeypatch.setattr(Inquiry, "_statement", noted)
    return subjects


def as_whom(federation: Federation, key: str, at: str = "kiosk") -> list[str]:
    """Return as whom a personage can act at an e-loket now."""
    with closing(federation.visit()) as visit:
        number = str(federation.cast.people[key].number)
        return [one.key for one in federation.identities(visit, number, at)]


def change(federation: Federation, system: str, kind: str, number: str, **members: object) -> None:
    """Put a fact, as the control room does."""
    with closing(federation.visit()) as visit:
        fact = KINDS[system][kind]
        fact.put(visit, number, fact.body.model_validate(members))


def test_who_signs_in_again_while_nothing_changed_is_not_asked_about(
    federation: Federation, asked: list[str]
) -> None:
    first = as_whom(federation, "jan")
    assert first
    assert asked
    asked.clear()
    assert as_whom(federation, "jan") == first
    assert asked == []


def test_any_change_lets_everybody_be_asked_about_anew(federation: Federation, asked: list[str]) -> None:
    as_whom(federation, "jan")
    asked.clear()
    els = str(federation.cast.people["els"].number)
    change(federation, "rijksregister", "person", els, given_name="Els", family_name="Maes")
    as_whom(federation, "jan")
    assert asked


def test_a_statement_that_lapses_is_asked_for_anew(
    federation: Federation, wall: HandWall, asked: list[str]
) -> None:
    as_whom(federation, "jan")
    asked.clear()
    wall.epoch += LIFETIME - 1
    as_whom(federation, "jan")
    assert asked == []
    wall.epoch += 1
    as_whom(federation, "jan")
    assert asked


def test_what_rests_on_an_older_statement_lapses_with_it(
    federation: Federation, wall: HandWall, asked: list[str]
) -> None:
    # Els works for De Kade, as Jan does: what KBO states of it is older than the rest.
    as_whom(federation, "jan")
    wall.epoch += LIFETIME - 10
    as_whom(federation, "els")
    asked.clear()
    wall.epoch += 10
    as_whom(federation, "els")
    assert federation.cast.organisations["de-kade"].code in asked


def test_what_is_published_today_counts_from_midnight(federation: Federation, wall: HandWall) -> None:
    evening = datetime(2021, 4, 27, 23, 59, tzinfo=BRUSSELS).timestamp()
    with closing(federation.visit()) as visit:
        visit.change_setting(DELAY, Delay.REAL.value)
        with visit.writing() as connection:
            write_clock(connection, visit.state.clock.anchored(wall(), world_epoch=evening))
    jan, kade = federation.cast.people["jan"].number, federation.cast.organisations["de-kade"].code
    with closing(federation.visit()) as visit:
        for number in KINDS["kbo"]["function"].numbers(visit):
            if number.startswith(f"{kade}-") and str(jan) in number:
                KINDS["kbo"]["function"].remove(visit, number)
    before = as_whom(federation, "jan")
    assert f"EA:{kade}" in before
    wall.epoch += 59
    assert as_whom(federation, "jan") == before
    wall.epoch += 1
    assert f"EA:{kade}" not in as_whom(federation, "jan")


def test_a_delayed_workflow_ends_in_the_course_of_a_day(federation: Federation, wall: HandWall) -> None:
    els = federation.cast.people["els"].number
    active = as_whom(federation, "els")
    with closing(federation.visit()) as visit:
        ends = visit.clock.now + timedelta(seconds=60)
        person = people.find(visit.reading, els)
        assert person is not None
        with visit.writing() as connection:
            people.put(connection, replace(person, active_from=ends))
    assert as_whom(federation, "els") == ["BUR"]
    wall.epoch += 60
    # Nobody wrote anything.
    assert as_whom(federation, "els") == active


@pytest.mark.parametrize(
    ("system", "kind"),
    [
        (system, kind)
        for system in ("rijksregister", "csam", "kbo", "idm", "ssm")
        for kind in KINDS[system]
        if kind not in UNSTATED
    ],
)
def test_every_fact_that_is_put_or_removed_is_counted(federation: Federation, system: str, kind: str) -> None:
    fact = KINDS[system][kind]
    with closing(federation.visit()) as visit:
        *_, number = fact.numbers(visit)
        body = fact.get(visit, number)
        assert body is not None
        counts = [visit.state.changes]
        for act in (lambda: fact.remove(visit, number), lambda: fact.put(visit, number, body)):
            act()
            counts.append(visit.state.changes)
    assert counts == sorted(set(counts))


def test_a_switch_and_the_clock_are_counted(federation: Federation) -> None:
    with closing(federation.visit()) as visit:
        counts = [visit.state.changes]
        visit.change_setting("csam.key_generation", 2)
        counts.append(visit.state.changes)
        with visit.writing() as connection:
            write_clock(connection, visit.state.clock)
        counts.append(visit.state.changes)
    assert counts == [counts[0], counts[0] + 1, counts[0] + 2]


def raise_and_fail(visit: Visit) -> None:
    with visit.writing() as connection:
        raise_version(connection, "kbo", "1")
        raise ZeroDivisionError


def test_what_is_undone_is_not_counted(federation: Federation) -> None:
    with closing(federation.visit()) as visit:
        before = visit.state.changes
        with pytest.raises(ZeroDivisionError):
            raise_and_fail(visit)
        assert visit.state.changes == before


def test_a_fact_cannot_change_outside_of_a_write_transaction(federation: Federation) -> None:
    with (
        closing(federation.visit()) as visit,
        pytest.raises(RuntimeError, match="outside of a write transaction"),
    ):
        raise_version(visit.reading, "kbo", "1")
