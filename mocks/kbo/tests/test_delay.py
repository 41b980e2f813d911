"""Others see a change at once, or in the real way: the next day, and after a weekend on Tuesday."""

from __future__ import annotations

from datetime import date

import pytest

from mocks.kbo.backend import ExtractDesk, FunctionsDesk
from mocks.kbo.tests.alone import CIJFERWIJS, DE_KADE, ELS, JAN, KAPELDORP, NOBODYS, KboAlone

TUESDAY, WEDNESDAY = date(2021, 4, 27), date(2021, 4, 28)
ELS_IS_BESTUURDER = f"/_mock/function/{DE_KADE}-{ELS}-10002"


@pytest.fixture
def slow_kbo(kbo: KboAlone) -> KboAlone:
    """Return the KBO with the real delay, on Tuesday 27 April 2021."""
    assert kbo.put("/_mock/delay", {"mode": "real"}).status == 200
    return kbo


def shown(kbo: KboAlone) -> str:
    return kbo.page("/toonondernemingps.html", ondernemingsnummer=DE_KADE).body.decode()


def test_without_delay_others_see_a_change_at_once(kbo: KboAlone) -> None:
    kbo.function(DE_KADE, ELS, "10002")
    assert len(kbo.ask_functions(ELS)) == 1
    assert "Maes , Els" in shown(kbo)


def test_with_the_real_delay_nobody_else_sees_a_change_today(slow_kbo: KboAlone) -> None:
    slow_kbo.function(DE_KADE, ELS, "10002")
    assert slow_kbo.ask_functions(ELS) == []
    assert slow_kbo.get(f"/api/v1/persons/{ELS}/functions").json() == {"functions": []}
    assert len(slow_kbo.get(f"/api/v1/enterprises/{DE_KADE}/functions").json()["functions"]) == 1
    assert "Maes , Els" not in shown(slow_kbo)


def test_with_the_real_delay_everybody_sees_it_the_next_day(slow_kbo: KboAlone) -> None:
    slow_kbo.function(DE_KADE, ELS, "10002")
    assert slow_kbo.ask_functions(ELS) == []  # Which is remembered, and must not be on the next day.
    slow_kbo.go_to(WEDNESDAY)
    assert len(slow_kbo.ask_functions(ELS)) == 1
    assert "Maes , Els" in shown(slow_kbo)


def test_a_change_of_saturday_is_seen_on_tuesday_and_not_on_monday(slow_kbo: KboAlone) -> None:
    slow_kbo.go_to(date(2021, 5, 1))
    slow_kbo.function(DE_KADE, ELS, "10002")
    slow_kbo.go_to(date(2021, 5, 3))
    assert slow_kbo.ask_functions(ELS) == []
    slow_kbo.go_to(date(2021, 5, 4))
    assert len(slow_kbo.ask_functions(ELS)) == 1


def test_until_then_others_see_what_was_registered_before(slow_kbo: KboAlone) -> None:
    slow_kbo.enterprise(DE_KADE, name="De Nieuwe Kade")
    slow_kbo.delete(f"/_mock/function/{DE_KADE}-{JAN}-10002")
    assert "Théâtre De Kade vzw" in shown(slow_kbo)
    assert "Peeters , Jan" in shown(slow_kbo)
    assert len(slow_kbo.ask_functions(JAN)) == 1
    slow_kbo.go_to(WEDNESDAY)
    assert "De Nieuwe Kade" in shown(slow_kbo)
    assert slow_kbo.ask_functions(JAN) == []


def test_a_clock_that_is_set_back_shows_the_earlier_state_again(slow_kbo: KboAlone) -> None:
    slow_kbo.function(DE_KADE, ELS, "10002")
    slow_kbo.go_to(WEDNESDAY)
    assert len(slow_kbo.ask_functions(ELS)) == 1
    slow_kbo.go_to(TUESDAY)
    assert slow_kbo.ask_functions(ELS) == []


def test_a_later_change_replaces_one_that_nobody_saw_yet(slow_kbo: KboAlone) -> None:
    slow_kbo.function(DE_KADE, ELS, "10002", end="2021-12-31")
    slow_kbo.function(DE_KADE, ELS, "10002", end="2022-12-31")
    slow_kbo.go_to(WEDNESDAY)
    assert [one["end"] for one in slow_kbo.ask_functions(ELS)] == ["2022-12-31"]


def test_a_change_made_at_once_replaces_one_that_is_still_to_be_seen(slow_kbo: KboAlone) -> None:
    slow_kbo.enterprise(DE_KADE, name="Pas morgen te zien")
    slow_kbo.put("/_mock/delay", {"mode": "none"})
    slow_kbo.enterprise(DE_KADE, name="Nu te zien")
    for day in (TUESDAY, WEDNESDAY):
        slow_kbo.go_to(day)
        extract = slow_kbo.ask_extract(DE_KADE)
        assert extract is not None
        assert extract["name"] == "Nu te zien"


def test_a_change_that_was_made_at_once_does_not_hide_an_earlier_one_on_its_day(slow_kbo: KboAlone) -> None:
    slow_kbo.function(DE_KADE, ELS, "10002")
    slow_kbo.put("/_mock/delay", {"mode": "none"})
    slow_kbo.function(KAPELDORP, ELS, "10010")
    assert [one["code"] for one in slow_kbo.ask_functions(ELS)] == ["10010"]
    slow_kbo.go_to(WEDNESDAY)
    assert [one["code"] for one in slow_kbo.ask_functions(ELS)] == ["10002", "10010"]


def test_a_function_follows_what_its_enterprise_becomes_on_a_later_day(slow_kbo: KboAlone) -> None:
    slow_kbo.enterprise(DE_KADE, target_group="LB")
    slow_kbo.put("/_mock/delay", {"mode": "none"})
    slow_kbo.function(DE_KADE, ELS, "10010")
    assert [one["representing"] for one in slow_kbo.ask_functions(ELS)] == [False]
    slow_kbo.go_to(WEDNESDAY)
    assert [one["representing"] for one in slow_kbo.ask_functions(ELS)] == [True]


def test_a_new_enterprise_is_unknown_until_its_day(slow_kbo: KboAlone) -> None:
    slow_kbo.enterprise(NOBODYS, name="Nieuw")
    slow_kbo.function(NOBODYS, ELS, "10002")
    assert slow_kbo.ask_extract(NOBODYS) is None
    assert slow_kbo.get(f"/api/v1/enterprises/{NOBODYS}").status == 404
    assert slow_kbo.get("/api/v1/enterprises", name="nieuw").json()["total"] == 0
    slow_kbo.go_to(WEDNESDAY)
    assert slow_kbo.ask_extract(NOBODYS) is not None
    assert len(slow_kbo.ask_functions(ELS)) == 1


def test_a_removed_enterprise_takes_its_functions_along_on_its_day(slow_kbo: KboAlone) -> None:
    slow_kbo.function(CIJFERWIJS, DE_KADE, "10002", permanent_representative=ELS, visible_from="2021-04-01")
    assert slow_kbo.delete(f"/_mock/enterprise/{DE_KADE}").status == 200
    assert (len(slow_kbo.ask_functions(JAN)), len(slow_kbo.ask_functions(ELS))) == (1, 1)
    slow_kbo.go_to(WEDNESDAY)
    assert slow_kbo.ask_functions(JAN) == slow_kbo.ask_functions(ELS) == []
    assert slow_kbo.ask_extract(DE_KADE) is None


def test_the_version_stays_while_nothing_changes_and_the_day_does_not_matter(slow_kbo: KboAlone) -> None:
    def versions() -> tuple[int, int]:
        with slow_kbo.visit() as visit:
            return FunctionsDesk(visit).version(JAN), ExtractDesk(visit).version(DE_KADE)

    before = versions()
    slow_kbo.enterprise(CIJFERWIJS, name="Een ander")
    slow_kbo.go_to(WEDNESDAY)
    assert versions() == before
    slow_kbo.function(DE_KADE, JAN, "10002", end="2021-12-31")
    changed = versions()
    assert changed != before
    slow_kbo.go_to(date(2021, 4, 29))
    assert versions() not in (before, changed)


def test_the_control_room_shows_the_newest_and_from_when_others_see_it(slow_kbo: KboAlone) -> None:
    slow_kbo.function(DE_KADE, ELS, "10002", end="2021-12-31")
    assert slow_kbo.get(ELS_IS_BESTUURDER).json() == {
        "begin": "1998-09-01",
        "end": "2021-12-31",
        "permanent_representative": None,
        "visible_from": "2021-04-28",
    }
    slow_kbo.go_to(WEDNESDAY)
    assert slow_kbo.get(ELS_IS_BESTUURDER).json()["visible_from"] is None


def test_the_control_room_lists_what_others_do_not_see_yet(slow_kbo: KboAlone) -> None:
    slow_kbo.enterprise(DE_KADE, name="Ander")
    slow_kbo.function(DE_KADE, ELS, "10002")
    slow_kbo.delete(f"/_mock/function/{DE_KADE}-{JAN}-10002")
    assert slow_kbo.get(ELS_IS_BESTUURDER).status == 200
    assert slow_kbo.get(f"/_mock/function/{DE_KADE}-{JAN}-10002").status == 404
    functions = sorted([(f"{DE_KADE}-{ELS}-10002", False), (f"{DE_KADE}-{JAN}-10002", True)])
    changes = [("enterprise", str(DE_KADE), False), *(("function", *one) for one in functions)]
    assert slow_kbo.get("/_mock/delay").json() == {
        "mode": "real",
        "today": "2021-04-27",
        "visible_from": "2021-04-28",
        "coming": [
            {"kind": kind, "number": number, "visible_from": "2021-04-28", "removed": removed}
            for kind, number, removed in changes
        ],
    }
    slow_kbo.go_to(WEDNESDAY)
    assert slow_kbo.get("/_mock/delay").json()["coming"] == []


def test_a_fact_that_is_put_as_it_was_read_keeps_its_day(slow_kbo: KboAlone) -> None:
    slow_kbo.function(DE_KADE, ELS, "10002")
    exported = slow_kbo.get(ELS_IS_BESTUURDER).json()
    slow_kbo.delete(ELS_IS_BESTUURDER)
    slow_kbo.put("/_mock/delay", {"mode": "none"})
    assert slow_kbo.put(ELS_IS_BESTUURDER, exported).status == 200
    assert slow_kbo.ask_functions(ELS) == []
    assert slow_kbo.get(ELS_IS_BESTUURDER).json() == exported


def test_without_delay_a_change_is_seen_today(kbo: KboAlone) -> None:
    assert kbo.get("/_mock/delay").json() == {
        "mode": "none",
        "today": "2021-04-27",
        "visible_from": "2021-04-27",
        "coming": [],
    }


@pytest.mark.parametrize("body", [{}, {"mode": "traag"}, {"mode": None}, {"mode": "real", "days": 3}])
def test_another_delay_is_refused_and_changes_nothing(slow_kbo: KboAlone, body: dict[str, object]) -> None:
    answer = slow_kbo.put("/_mock/delay", body)
    assert (answer.status, answer.json()["code"]) == (400, "malformed-body")
    assert slow_kbo.get("/_mock/delay").json()["mode"] == "real"
