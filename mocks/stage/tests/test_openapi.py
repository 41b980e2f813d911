"""``docs/openapi/stage.yaml`` describes the control API as it is."""

from __future__ import annotations

from typing import Any

import pytest

from mocks.core.tests.openapi import Description, for_programs, routes_of
from mocks.stage.control import ClockBody, ResetBody, WorldBody
from mocks.stage.tests.conftest import Room

DESCRIPTION = Description("stage")


def test_every_route_for_programs_stands_in_the_description_and_the_other_way_round(room: Room) -> None:
    stage: Any = room.federation.applications["stage"]
    assert set(DESCRIPTION.operations) == routes_of(stage, for_programs)


def test_every_member_of_a_body_is_described() -> None:
    for body in (WorldBody, ClockBody, ResetBody):
        assert set(DESCRIPTION.schemas[body.__name__]["properties"]) == set(body.model_fields)


@pytest.mark.parametrize(
    ("path", "schema"),
    [
        ("/_mock/cast", "Cast"),
        ("/_mock/worlds", "Worlds"),
        ("/_mock/clock", "Clock"),
        ("/_mock/facts", "Facts"),
        ("/_mock/explain?who=jan&for=de-kade&at=eigen-eloket", "Explanation"),
        ("/_mock/explain?who=tom&for=de-kade&at=kiosk&key=app", "Explanation"),
        ("/_mock/readiness", "Readiness"),
        ("/_mock/readiness?for=de-kade&at=eigen-eloket&date=2024-01-31", "Readiness"),
        ("/_mock/readiness?at=idm&limit=3&name=de", "Readiness"),
        ("/_mock/readiness/summary?date=2021-04-26", "ReadinessSummary"),
        ("/health", "Health"),
    ],
)
def test_an_answer_has_the_shape_that_is_described(room: Room, path: str, schema: str) -> None:
    assert DESCRIPTION.errors(schema, room.get(path)) == []


@pytest.mark.parametrize(
    "path",
    [
        "/_mock/explain?who=jan",
        "/_mock/explain?who=x&for=self&at=kiosk",
        "/_mock/readiness?for=x",
        "/_mock/readiness/summary?at=x",
    ],
)
def test_a_refusal_has_the_shape_that_is_described(room: Room, path: str) -> None:
    assert DESCRIPTION.errors("Problem", room.ask(path).json()) == []


def test_every_example_is_taken_and_answered_as_described(room: Room) -> None:
    bodies = {("/_mock/worlds", "post"): "World", ("/_mock/clock", "put"): "Clock"}
    for (path, method), schema in bodies.items():
        content = DESCRIPTION.document["paths"][path][method]["requestBody"]["content"]["application/json"]
        for example in content["examples"].values():
            sent = content["schema"]["$ref"].rpartition("/")[2]
            assert DESCRIPTION.errors(sent, example["value"]) == []
            answer = room.ask(path, method.upper(), example["value"])
            assert answer.status in {200, 201}, answer.body
            assert DESCRIPTION.errors(schema, answer.json()) == []
    assert DESCRIPTION.errors("Done", room.ask("/_mock/worlds/leeg", "DELETE").json()) == []
    assert DESCRIPTION.errors("Done", room.ask("/_mock/reset", "POST", {"cast": False}).json()) == []
    assert DESCRIPTION.errors("Loaded", room.ask("/_mock/facts", "PUT", {}).json()) == []


def test_an_answer_of_another_shape_is_noticed() -> None:
    assert DESCRIPTION.errors("Clock", {"now": "2021-04-27"})
    assert DESCRIPTION.errors("Readiness", {"at": "kiosk", "organisations": []})
    assert DESCRIPTION.errors("Explanation", {"allowed": True, "open": True, "routes": [{}]})
