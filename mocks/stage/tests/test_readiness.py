"""Readiness through the control API: one organisation, all of them, another day, and as CSV."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from mocks.stage.tests.conftest import Room
from mocks.tests.door import knock

KADE = "/_mock/readiness?for=de-kade"
COLUMNS = ["organisatie", "ondernemingsnummer", "persoon", "weg", "open", "reden", "herstel"]


def people(room: Room, query: str) -> dict[str, dict[str, Any]]:
    """Return the people of the one organisation that is asked about, by name."""
    (organisation,) = room.get(f"/_mock/readiness?{query}")["organisations"]
    return {one["name"]: one for one in organisation["people"]}


def table(room: Room, path: str) -> list[list[str]]:
    """Return the cells of a CSV answer."""
    answer = room.ask(path)
    assert answer.status == 200, answer.body
    assert answer.header("Content-Type") == "text/csv; charset=utf-8"
    return list(csv.reader(io.StringIO(answer.body.decode(), newline="")))


def test_it_is_told_who_can_sign_in_by_which_way_with_which_key(room: Room) -> None:
    told = people(room, "for=de-kade")
    jan, els = told["Jan Peeters"], told["Els Maes"]
    assert (jan["ready"], jan["key"], jan["known_by"]) == (True, "eid", ["KBO"])
    assert [way["route"] for way in jan["ways"] if way["open"]] == ["legal_representative"]
    assert [way["route"] for way in els["ways"] if way["open"]] == ["work_relation"]
    assert els["missing"] is None


def test_who_cannot_is_told_the_check_that_fails_on_the_most_promising_way(room: Room) -> None:
    told = {name: one["missing"] for name, one in people(room, "for=de-kade").items() if one["missing"]}
    assert {name: (missing["route"], missing["check"]) for name, missing in told.items()} == {
        "Bram Goethals": ("mandate", "De persoon mag het mandaat uitvoeren"),
        "Dirk Aerts": ("legal_representative", "De functie is niet beëindigd"),
        "Fatima El Amrani": ("work_relation", "De persoon heeft een werkrelatie met de organisatie"),
        "Inês Duarte": ("work_relation", "De persoon heeft een Belgische eID"),
        "Mieke Claes": ("work_relation", "De persoon heeft het gebruikersrecht van het e-loket"),
        "Sara Wouters": ("work_relation", "Het gebruikersrecht is niet verlopen"),
    }
    assert "verlengen" in told["Sara Wouters"]["repair"]
    sophie = people(room, "for=brightwater")["Sophie Martin"]["missing"]
    assert sophie["route"] == "legal_representative", "that is the way by which she has something there"


def test_an_organisation_that_stopped_is_not_ready(room: Room) -> None:
    (stilte,) = room.get("/_mock/readiness?for=stilte")["organisations"]
    assert (stilte["ready"], stilte["ways"]) == (False, {})
    assert stilte["missing"][0]["check"] == "De organisatie is actief"


def test_an_organisation_without_anybody_says_so(room: Room) -> None:
    room.ask("/kbo/_mock/enterprise/0150000008", "PUT", {"name": "Leeg huis"})
    (empty,) = room.get("/_mock/readiness?for=0150.000.008")["organisations"]
    assert (empty["ready"], empty["people"], empty["people_total"]) == (False, [], 0)
    (gap,) = empty["missing"]
    assert (gap["check"], gap["people"]) == ("Iemand heeft iets met de organisatie", 0)
    assert "Laat KBO" in gap["repair"]


def test_a_fact_that_changes_changes_readiness_at_once(room: Room) -> None:
    number = room.get("/_mock/cast")["people"]["bram"]["number"]
    assert people(room, "for=cijferwijs")["Bram Goethals"]["ready"] is False
    room.ask(f"/idm/_mock/right/{number}-0122386185-1-kiosk-aanvrager", "PUT", {})
    assert people(room, "for=cijferwijs")["Bram Goethals"]["ready"] is True


@pytest.mark.parametrize(
    ("day", "reachable", "says"),
    [
        ("2021-04-25", True, "oefenomgeving"),
        ("2021-04-26", False, "niet bereikbaar"),
        ("2021-04-27", True, None),
    ],
)
def test_a_test_environment_and_a_closed_eloket_are_told(
    room: Room, day: str, reachable: bool, says: str | None
) -> None:
    for path in (f"{KADE}&date={day}", f"/_mock/readiness/summary?date={day}"):
        said = room.get(path)
        assert (said["date"], said["open"]) == (day, reachable)
        assert said["notice"] is None if says is None else says in said["notice"]


def test_without_a_day_it_is_the_day_of_the_world(room: Room) -> None:
    room.ask("/_mock/clock", "PUT", {"now": "2021-04-26", "running": False})
    said = room.get(KADE)
    assert (said["date"], said["open"]) == ("2021-04-26", False)


def test_organisations_come_a_page_at_a_time_and_can_be_searched(room: Room) -> None:
    whole = room.get("/_mock/readiness")
    assert whole["total"] == len(whole["organisations"]) == 8
    pages = [room.get(f"/_mock/readiness?offset={offset}&limit=3")["organisations"] for offset in (0, 3, 6)]
    assert [len(page) for page in pages] == [3, 3, 2]
    assert [one for page in pages for one in page] == whole["organisations"]
    found = room.get("/_mock/readiness?name=kade")
    assert [one["name"] for one in found["organisations"]] == ["Theater De Kade vzw"]
    assert found["summary"]["organisations"] == 1


def test_the_people_of_one_organisation_come_a_page_at_a_time_and_all_count(room: Room) -> None:
    whole = room.get(KADE)
    page = room.get(f"{KADE}&offset=2&limit=3")
    (one,), (other,) = whole["organisations"], page["organisations"]
    assert other["people"] == one["people"][2:5]
    assert other | {"people": []} == one | {"people": []}
    assert (page["total"], page["summary"]) == (len(one["people"]), whole["summary"])


def test_the_cast_is_summarised(room: Room) -> None:
    assert room.get("/_mock/readiness/summary")["summary"] == {
        "organisations": 8,
        "ready": 6,
        "not_ready": 2,
        "ways": {"legal_representative": 6, "mandate": 1, "work_relation": 2},
        "reasons": {"De persoon heeft een Belgische eID": 1, "De organisatie is actief": 1},
    }


def test_csv_has_a_line_per_organisation_and_person(room: Room) -> None:
    head, *lines = table(room, "/_mock/readiness?format=csv")
    assert head == COLUMNS
    told = [(one["name"], who["name"], who["ready"]) for one in everything(room) for who in one["people"]]
    assert [(line[0], line[2], line[4] == "ja") for line in lines] == told
    for line in lines:
        assert bool(line[5]) == bool(line[6]) == (line[4] == "nee")


def everything(room: Room) -> list[dict[str, Any]]:
    """Return every organisation of the world."""
    return list(room.get("/_mock/readiness?limit=200")["organisations"])


def test_csv_is_given_to_who_accepts_it(room: Room) -> None:
    answer = knock(room.federation, f"/w/{room.world}{KADE}", headers={"Accept": "text/csv"})
    assert answer.header("Content-Type") == "text/csv; charset=utf-8"
    assert answer.body.decode().splitlines() == room.ask(f"{KADE}&format=csv").body.decode().splitlines()
    assert room.ask(f"{KADE}&format=json").header("Content-Type") == "application/json"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", " =", "＝"])
def test_no_cell_of_the_csv_is_a_formula(room: Room, sign: str) -> None:
    name = f'{sign}1+2, "x"'
    room.ask("/kbo/_mock/enterprise/0150000008", "PUT", {"name": name})
    _, line = table(room, "/_mock/readiness?for=0150000008&format=csv")
    assert line[0].startswith("'")
    assert line[0].lstrip("' ") == name.strip()
    assert line[2:5] == ["", "", "nee"]


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("for=nergens", "unknown-who"),
        ("for=jan", "unknown-who"),
        ("for=68112399910", "unknown-who"),
        ("for=0110041749", "unknown-who"),
        ("for=0150000008", "organisation-not-in-kbo"),
        ("for=de-wilg", "organisation-not-in-kbo"),
        ("for=%00", "unknown-who"),
        (f"for={'x' * 5000}", "unknown-who"),
        ("at=nergens", "unknown-eloket"),
        ("at=%00", "unknown-eloket"),
        ("date=morgen", "malformed-moment"),
        ("date=2021-02-31", "malformed-moment"),
        ("date=%00", "malformed-moment"),
        ("offset=-1", "malformed-page"),
        ("limit=0", "malformed-page"),
        ("limit=201", "malformed-page"),
        ("format=xlsx", "unknown-format"),
        ("name=%00", "unusable-name"),
        ("name=%00&format=csv", "unusable-name"),
        ("for=nergens&format=csv", "unknown-who"),
    ],
)
def test_what_cannot_be_answered_is_refused_with_a_sentence(room: Room, query: str, code: str) -> None:
    status, told, sentence = room.refused(f"/_mock/readiness?{query}")
    assert (status in {400, 404}, told) == (True, code)
    assert 10 < len(sentence) < 600


@pytest.mark.parametrize("query", ["at=nergens", "date=morgen", "name=%00"])
def test_what_cannot_be_counted_is_refused_with_a_sentence(room: Room, query: str) -> None:
    assert room.refused(f"/_mock/readiness/summary?{query}")[0] in {400, 404}
