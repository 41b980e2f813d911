"""``docs/openapi/rijksregister.yaml`` describes the API and the control room as they are."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from flask import Flask
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from mocks.core.addresses import DEFAULT_WORLD, AddressBook
from mocks.core.clock import STARTING_MOMENT
from mocks.core.identifiers import Sex, make_national_number
from mocks.core.keys import KeyPool, MemoryVault
from mocks.core.statements import StatementCache
from mocks.core.store.sqlite import MemoryStorage
from mocks.core.visit import ENVIRON_VISIT, House, Visit
from mocks.core.wire.backchannel import Answer, Backchannel, environ_of, run
from mocks.core.worlds import Worlds
from mocks.rijksregister.app import create_app
from mocks.rijksregister.control import KINDS

DOCUMENT: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[3] / "docs" / "openapi" / "rijksregister.yaml").read_text(encoding="utf-8")
)
METHODS = {"get", "put", "post", "delete"}
JAN = make_national_number(date(1980, 1, 1), Sex.MAN)
NOBODYS = make_national_number(date(1985, 5, 5), Sex.WOMAN)
Send = Callable[..., Answer]


def wall() -> float:
    """Return a wall clock that stands still."""
    return STARTING_MOMENT.timestamp()


@pytest.fixture
def house() -> House:
    """Return a house with one empty world."""
    house = House(
        addresses=AddressBook.real(),
        keys=KeyPool(MemoryVault()),
        worlds=Worlds(MemoryStorage(), wall),
        wall=wall,
        statements=StatementCache(),
        backchannel=Backchannel(),
    )
    house.worlds.create(DEFAULT_WORLD)
    return house


@pytest.fixture
def app(house: House) -> Flask:
    """Return the register's application."""
    return create_app(house)


@pytest.fixture
def send(house: House, app: Flask) -> Iterator[Send]:
    """Return a function that sends a request and returns the answer."""
    visit = Visit(house, house.worlds.open(DEFAULT_WORLD))

    def request(method: str, path: str, members: object = None) -> Answer:
        body = b"" if members is None else json.dumps(members).encode()
        headers = {"Accept": "application/json", "Content-Type": "application/json"}
        url = house.addresses.base("rijksregister") + path
        return run(app, {**environ_of(method, url, headers, body), ENVIRON_VISIT: visit})

    yield request
    visit.close()


def schema_errors(name: str, value: object) -> list[str]:
    schema = {"$ref": f"#/components/schemas/{name}", "components": DOCUMENT["components"]}
    return [error.message for error in Draft202012Validator(schema).iter_errors(value)]


def test_every_route_stands_in_the_description_and_the_other_way_round(app: Flask) -> None:
    routes = {
        (method.lower(), rule.rule.replace("<kind>", kind.name).replace("<", "{").replace(">", "}"))
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith(("/api/v1", "/_mock"))
        for method in rule.methods or ()
        if method.lower() in METHODS
        for kind in KINDS
    }
    described = {
        (method, path) for path, item in DOCUMENT["paths"].items() for method in METHODS & item.keys()
    }
    assert described == routes


def test_every_member_of_a_person_is_described() -> None:
    described, body = DOCUMENT["components"]["schemas"]["PersonBody"], KINDS[0].body
    assert set(described["properties"]) == set(body.model_fields)
    required = {name for name, field in body.model_fields.items() if field.is_required()}
    assert set(described.get("required", ())) == required


@pytest.mark.parametrize(
    ("path", "schema", "status"),
    [
        ("/api/v1/persons", "PersonPage", 200),
        (f"/api/v1/persons/{JAN}", "Person", 200),
        ("/_mock/person", "Numbers", 200),
        (f"/_mock/person/{JAN}", "PersonBody", 200),
        (f"/_mock/person/{NOBODYS}", "Problem", 404),
        (f"/api/v1/persons/{NOBODYS}", "Problem", 404),
        ("/api/v1/persons/onzin", "Problem", 400),
    ],
)
def test_an_answer_has_the_shape_that_is_described(send: Send, path: str, schema: str, status: int) -> None:
    send("PUT", f"/_mock/person/{JAN}", {"given_name": "Jan", "family_name": "Peeters"})
    answer = send("GET", path)
    assert answer.status == status
    assert schema_errors(schema, answer.json()) == []


def test_an_answer_of_another_shape_is_noticed() -> None:
    assert schema_errors("Person", {"insz": JAN})


def test_every_example_can_be_put(send: Send) -> None:
    content = DOCUMENT["paths"]["/_mock/person/{number}"]["put"]["requestBody"]["content"]
    for example in content["application/json"]["examples"].values():
        assert schema_errors("PersonBody", example["value"]) == []
        assert send("PUT", f"/_mock/person/{JAN}", example["value"]).status == 200
