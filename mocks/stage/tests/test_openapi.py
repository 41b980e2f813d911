"""``docs/openapi/stage.yaml`` describes the control API as it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it ships no types

from mocks.stage.control import ClockBody, ResetBody, WorldBody
from mocks.stage.tests.conftest import Room

DOCUMENT: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[3] / "docs" / "openapi" / "stage.yaml").read_text(encoding="utf-8")
)
METHODS = {"get", "put", "post", "delete"}


def schema_errors(name: str, value: object) -> list[str]:
    schema = {"$ref": f"#/components/schemas/{name}", "components": DOCUMENT["components"]}
    return [error.message for error in Draft202012Validator(schema).iter_errors(value)]


def references(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for name, member in value.items():
            if name == "$ref":
                yield member
            yield from references(member)
    elif isinstance(value, list):
        for member in value:
            yield from references(member)


def test_every_route_for_programs_stands_in_the_description_and_the_other_way_round(room: Room) -> None:
    stage: Any = room.federation.applications["stage"]
    routes = {
        (method.lower(), rule.rule.replace("<", "{").replace(">", "}"))
        for rule in stage.url_map.iter_rules()
        if not rule.endpoint.startswith(("pages.", "core.static", "core.favicon"))
        for method in rule.methods or ()
        if method.lower() in METHODS
    }
    described = {
        (method, path) for path, item in DOCUMENT["paths"].items() for method in METHODS & item.keys()
    }
    assert described == routes


def test_every_reference_leads_somewhere_and_nothing_lies_unused() -> None:
    there = {
        f"#/components/{group}/{name}"
        for group, members in DOCUMENT["components"].items()
        if group != "securitySchemes"
        for name in members
    }
    assert set(references(DOCUMENT)) == there


def test_every_operation_has_a_name_of_its_own_and_answers() -> None:
    operations = [item[method] for item in DOCUMENT["paths"].values() for method in METHODS & item.keys()]
    names = [operation["operationId"] for operation in operations]
    assert len(set(names)) == len(names)
    assert all(operation["responses"] and operation["summary"] for operation in operations)


def test_every_schema_is_one_and_every_member_of_a_body_is_described() -> None:
    schemas = DOCUMENT["components"]["schemas"]
    for schema in schemas.values():
        Draft202012Validator.check_schema(schema)
    for body in (WorldBody, ClockBody, ResetBody):
        assert set(schemas[body.__name__]["properties"]) == set(body.model_fields)


@pytest.mark.parametrize(
    ("path", "schema"),
    [
        ("/_mock/cast", "Cast"),
        ("/_mock/worlds", "Worlds"),
        ("/_mock/clock", "Clock"),
        ("/_mock/facts", "Facts"),
        ("/_mock/explain?who=jan&for=de-kade&at=eigen-eloket", "Explanation"),
        ("/_mock/explain?who=tom&for=de-kade&at=kiosk&key=app", "Explanation"),
        ("/health", "Health"),
    ],
)
def test_an_answer_has_the_shape_that_is_described(room: Room, path: str, schema: str) -> None:
    assert schema_errors(schema, room.get(path)) == []


@pytest.mark.parametrize("path", ["/_mock/explain?who=jan", "/_mock/explain?who=x&for=self&at=kiosk"])
def test_a_refusal_has_the_shape_that_is_described(room: Room, path: str) -> None:
    assert schema_errors("Problem", room.ask(path).json()) == []


def test_every_example_is_taken_and_answered_as_described(room: Room) -> None:
    bodies = {("/_mock/worlds", "post"): "World", ("/_mock/clock", "put"): "Clock"}
    for (path, method), schema in bodies.items():
        content = DOCUMENT["paths"][path][method]["requestBody"]["content"]["application/json"]
        for example in content["examples"].values():
            sent = content["schema"]["$ref"].rpartition("/")[2]
            assert schema_errors(sent, example["value"]) == []
            answer = room.ask(path, method.upper(), example["value"])
            assert answer.status in {200, 201}, answer.body
            assert schema_errors(schema, answer.json()) == []
    assert schema_errors("Done", room.ask("/_mock/worlds/leeg", "DELETE").json()) == []
    assert schema_errors("Done", room.ask("/_mock/reset", "POST", {"cast": False}).json()) == []
    assert schema_errors("Loaded", room.ask("/_mock/facts", "PUT", {}).json()) == []


def test_an_answer_of_another_shape_is_noticed() -> None:
    assert schema_errors("Clock", {"now": "2021-04-27"})
    assert schema_errors("Explanation", {"allowed": True, "open": True, "routes": [{}]})
