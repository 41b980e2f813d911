"""Worlds and reset through the control API."""

from __future__ import annotations

import pytest

from mocks.stage.tests.conftest import Room
from mocks.tests.door import knock


def test_a_world_is_made_listed_entered_and_removed(room: Room) -> None:
    made = room.ask("/_mock/worlds", "POST", {"name": "proef-1"})
    assert (made.status, made.json()) == (
        201,
        {"name": "proef-1", "url": "http://127.0.0.1:8600/w/proef-1/"},
    )
    listed = room.get("/_mock/worlds")["worlds"]
    assert listed["proef-1"] == "http://127.0.0.1:8600/w/proef-1/"
    assert listed["default"] == "http://127.0.0.1:8600/"
    assert knock(room.federation, "/w/proef-1/acm/health").json()["world"] == "proef-1"
    removed = room.ask("/_mock/worlds/proef-1", "DELETE")
    assert (removed.status, removed.json()) == (200, {"status": "ok"})
    assert "proef-1" not in room.get("/_mock/worlds")["worlds"]
    assert knock(room.federation, "/w/proef-1/acm/health").status == 404


def test_a_name_that_is_taken_is_409(room: Room) -> None:
    for name in (room.world, "default"):
        status, code, sentence = room.refused("/_mock/worlds", "POST", {"name": name})
        assert (status, code) == (409, "world-exists")
        assert name in sentence


@pytest.mark.parametrize("name", ["", "A", "a b", "a/b", "..", "x" * 41, "é", "\ud800", "\x00"], ids=ascii)
def test_a_name_that_cannot_be_one_is_400_with_an_example(room: Room, name: str) -> None:
    status, _, sentence = room.refused("/_mock/worlds", "POST", {"name": name})
    assert status == 400
    assert "proef-1" in sentence or "JSON-object" in sentence


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "name: Field required"),
        ({}, "name: Field required"),
        ({"name": 5}, "name: "),
        ({"name": None}, "name: "),
        ({"name": "b", "cast": "yes"}, "cast: "),
        ({"name": "b", "cast": 1}, "cast: "),
        ({"name": "b", "now": 5}, "now: "),
        ({"name": "b", "moment": "2021-04-27"}, "moment: "),
        ({"name": "b", "now": "morgen"}, "‘morgen’ is geen datum of tijdstip"),
        ({"name": "b", "now": "2021-02-31"}, "‘2021-02-31’"),
        ({"name": "b", "now": "9999-01-01"}, "‘9999-01-01’"),
        ([], "JSON-object"),
        (b"{", "JSON-object"),
    ],
    ids=str,
)
def test_a_body_that_does_not_fit_is_400_and_makes_nothing(room: Room, body: object, said: str) -> None:
    status, _, sentence = room.refused("/_mock/worlds", "POST", body)
    assert (status, said in sentence) == (400, True), sentence
    assert set(room.get("/_mock/worlds")["worlds"]) == {"default", room.world}


@pytest.mark.parametrize("now", ["2018-01-01", "2020-02-29", "2024-02-29T23:59", "2999-12-31"])
def test_a_world_may_start_on_any_day_with_the_cast_around_it(room: Room, now: str) -> None:
    made = room.ask("/_mock/worlds", "POST", {"name": "b", "now": now})
    assert made.status == 201, made.body
    assert knock(room.federation, "/w/b/_mock/clock").json()["now"].startswith(now[:10])
    assert knock(room.federation, "/w/b/_mock/explain?who=jan&for=de-kade&at=kiosk").status == 200


def test_a_day_on_which_the_cast_cannot_be_is_refused_and_makes_nothing(room: Room) -> None:
    assert room.refused("/_mock/worlds", "POST", {"name": "b", "now": "1900-01-01"})[0] == 400
    assert "b" not in room.get("/_mock/worlds")["worlds"]
    assert room.ask("/_mock/worlds", "POST", {"name": "b", "now": "1900-01-01", "cast": False}).status == 201


def test_an_empty_world_has_no_facts_and_one_with_the_cast_has(room: Room) -> None:
    room.ask("/_mock/worlds", "POST", {"name": "empty", "cast": False})
    assert knock(room.federation, "/w/empty/rijksregister/_mock/person").json() == {"numbers": []}
    people = room.get("/rijksregister/_mock/person")["numbers"]
    assert len(people) == len(room.get("/_mock/cast")["people"])


def test_the_default_world_stays(room: Room) -> None:
    status, _, sentence = room.refused("/_mock/worlds/default", "DELETE")
    assert status == 400
    assert "POST /_mock/reset" in sentence


@pytest.mark.parametrize("name", ["nergens", "NERGENS", "%00", "a%20b"])
def test_a_world_that_is_not_there_cannot_be_removed(room: Room, name: str) -> None:
    assert room.refused(f"/_mock/worlds/{name}", "DELETE")[:2] == (404, "unknown-world")


def test_a_world_may_remove_itself(room: Room) -> None:
    assert room.ask(f"/_mock/worlds/{room.world}", "DELETE").status == 200
    assert room.refused("/_mock/clock")[:2] == (404, "unknown-world")


def test_a_reset_puts_facts_clock_and_settings_back(room: Room) -> None:
    before = (room.get("/_mock/facts"), room.get("/_mock/clock"))
    number = room.get("/_mock/cast")["people"]["jan"]["number"]
    assert room.ask(f"/rijksregister/_mock/person/{number}", "DELETE").status == 200
    assert room.ask("/_mock/clock", "PUT", {"now": "2022-01-01", "rate": 5}).status == 200
    assert (room.get("/_mock/facts"), room.get("/_mock/clock")) != before
    answer = room.ask("/_mock/reset", "POST")
    assert (answer.status, answer.json()) == (200, {"status": "ok"})
    assert (room.get("/_mock/facts"), room.get("/_mock/clock")) == before


def test_a_reset_returns_to_the_starting_date_of_its_own_world(room: Room) -> None:
    room.ask("/_mock/worlds", "POST", {"name": "b", "now": "2020-03-15T08:00"})
    knock(room.federation, "/w/b/_mock/clock", "PUT", body={"now": "2021-01-01"})
    knock(room.federation, "/w/b/_mock/reset", "POST")
    assert knock(room.federation, "/w/b/_mock/clock").json()["now"] == "2020-03-15T08:00:00+01:00"


def test_a_reset_leaves_other_worlds_alone(room: Room) -> None:
    room.ask("/_mock/worlds", "POST", {"name": "b"})
    knock(room.federation, "/w/b/_mock/clock", "PUT", body={"now": "2022-01-01", "running": False})
    room.ask("/_mock/reset", "POST", {})
    assert knock(room.federation, "/w/b/_mock/clock").json()["now"][:10] == "2022-01-01"


def test_a_reset_may_leave_the_stage_empty(room: Room) -> None:
    assert room.ask("/_mock/reset", "POST", {"cast": False}).status == 200
    assert room.get("/rijksregister/_mock/person")["numbers"] == []
    assert room.refused("/_mock/reset", "POST", {"cast": "nee"})[0] == 400


def test_what_was_known_of_somebody_is_forgotten_with_a_reset(room: Room) -> None:
    question = "/_mock/explain?who=jan&for=de-kade&at=kiosk"
    assert room.get(question)["allowed"] is True
    room.ask("/_mock/reset", "POST", {"cast": False})
    assert room.get(question)["allowed"] is False


def test_the_clients_of_acm_are_also_in_a_world_without_a_cast(room: Room) -> None:
    room.ask("/_mock/reset", "POST", {"cast": False})
    assert {"eigen-eloket", "kiosk"} <= set(room.get("/_mock/facts")["acm"]["clients"])
