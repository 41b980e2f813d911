"""The clock through the control API: every member is optional, nonsense is refused."""

from __future__ import annotations

import pytest

from mocks.stage.tests.conftest import Room

STARTING = {"now": "2021-04-27T09:00:00+02:00", "running": True, "rate": 1.0, "token_time": "wall"}


@pytest.fixture(autouse=True)
def _stand_still(room: Room) -> None:
    """Let every test begin where its world began."""
    visit = room.federation.visit(room.world)
    room.wall.epoch = visit.state.clock.wall_epoch
    visit.close()


def put(room: Room, **members: object) -> dict[str, object]:
    answer = room.ask("/_mock/clock", "PUT", members)
    assert answer.status == 200, answer.body
    assert answer.json() == room.get("/_mock/clock")
    said: dict[str, object] = answer.json()
    return said


def test_a_new_world_starts_on_the_morning_of_the_go_live(room: Room) -> None:
    assert room.get("/_mock/clock") == STARTING


@pytest.mark.parametrize(
    ("member", "value", "shown"),
    [
        ("now", "2021-04-26T23:59:59+02:00", "2021-04-26T23:59:59+02:00"),
        ("now", "2021-01-15T07:00:00Z", "2021-01-15T08:00:00+01:00"),
        ("now", "2021-04-25", "2021-04-25T09:00:00+02:00"),
        ("now", "2021-03-28T01:59:59+01:00", "2021-03-28T01:59:59+01:00"),
        ("running", False, False),
        ("rate", 0.001, 0.001),
        ("rate", 1_000_000, 1_000_000.0),
        ("token_time", "world", "world"),
    ],
)
def test_each_member_may_be_set_alone_and_leaves_the_others(
    room: Room, member: str, value: object, shown: object
) -> None:
    assert put(room, **{member: value}) == {**STARTING, member: shown}


def test_all_members_may_be_set_at_once_and_none(room: Room) -> None:
    wanted = {"now": "2021-03-15T12:00:00+01:00", "running": False, "rate": 60.0, "token_time": "world"}
    assert put(room, **wanted) == wanted
    assert put(room) == wanted
    assert put(room, now=None, running=None, rate=None, token_time=None) == wanted


def test_what_the_clock_says_can_be_put_back(room: Room) -> None:
    said = put(room, now="2021-03-15T12:00:00+01:00", rate=3)
    assert put(room, **said) == said


def test_time_passes_by_the_rate_and_stands_when_frozen(room: Room) -> None:
    put(room, rate=3600)
    room.wall.epoch += 2
    assert room.get("/_mock/clock")["now"] == "2021-04-27T11:00:00+02:00"
    put(room, running=False)
    room.wall.epoch += 1000
    assert room.get("/_mock/clock")["now"] == "2021-04-27T11:00:00+02:00"
    put(room, running=True, rate=1)
    room.wall.epoch += 60
    assert room.get("/_mock/clock")["now"] == "2021-04-27T11:01:00+02:00"


def test_the_clock_may_go_back(room: Room) -> None:
    put(room, now="2022-01-01")
    assert put(room, now="2020-01-01")["now"] == "2020-01-01T09:00:00+01:00"


def test_a_clock_that_ran_to_the_end_of_time_stands_there(room: Room) -> None:
    put(room, now="2999-12-31T23:00", rate=1_000_000)
    room.wall.epoch += 1_000_000
    assert room.get("/_mock/clock")["now"] == "2999-12-31T23:59:59+01:00"
    for path in ("/health", "/kbo/health", "/_mock/explain?who=jan&for=de-kade&at=kiosk", "/csam/sleutels"):
        assert room.ask(path).status < 500
    room.wall.epoch -= 1_000_000


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({"rate": 0}, "rate: "),
        ({"rate": -1}, "rate: "),
        ({"rate": 1_000_001}, "rate: "),
        ({"rate": "snel"}, "rate: "),
        ({"rate": "2"}, "rate: "),
        ({"rate": True}, "rate: "),
        ({"rate": [1]}, "rate: "),
        (b'{"rate": Infinity}', "rate: "),
        (b'{"rate": -Infinity}', "rate: "),
        (b'{"rate": NaN}', "rate: "),
        (b'{"rate": 1e999}', "rate: "),
        ({"running": "ja"}, "running: "),
        ({"running": 0}, "running: "),
        ({"token_time": "maan"}, "token_time: "),
        ({"now": 1619506800}, "now: "),
        ({"now": "morgen"}, "‘morgen’"),
        ({"now": ""}, "geen datum of tijdstip"),
        ({"now": "31/02/2021"}, "‘31/02/2021’"),
        ({"now": "2021-02-31"}, "‘2021-02-31’"),
        ({"now": "2021-04-27T24:01"}, "2021-04-27T09:00:00+02:00"),
        ({"now": "1899-12-31"}, "geen datum of tijdstip"),
        ({"now": "3000-01-01"}, "geen datum of tijdstip"),
        ({"now": "\ud800"}, "JSON-object"),
        ({"later": "2021-04-28"}, "later: "),
        ({"rate": 2, "running": "x"}, "Verwachte velden: now, running, rate, token_time"),
        ([], "JSON-object"),
        (b'"2021-04-28"', "JSON-object"),
        (b"{", "JSON-object"),
    ],
    ids=str,
)
def test_nonsense_is_refused_with_a_sentence_and_moves_nothing(room: Room, body: object, said: str) -> None:
    status, _, sentence = room.refused("/_mock/clock", "PUT", body)
    assert (status, said in sentence) == (400, True), sentence
    assert room.get("/_mock/clock") == STARTING


@pytest.mark.parametrize("method", ["POST", "DELETE", "PATCH"])
def test_a_clock_is_read_or_put(room: Room, method: str) -> None:
    answer = room.ask("/_mock/clock", method, {})
    assert (answer.status, answer.header("Allow")) == (405, "GET, HEAD, OPTIONS, PUT")


def test_every_system_of_the_world_follows_its_clock(room: Room) -> None:
    put(room, now="2022-06-01T10:00", running=False)
    for path in ("/health", "/kbo/health", "/acm/health", "/csam/health", "/kiosk/health"):
        assert room.get(path)["now"] == "2022-06-01T10:00:00+02:00"
