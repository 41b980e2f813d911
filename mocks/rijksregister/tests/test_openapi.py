"""``docs/openapi/rijksregister.yaml`` describes the API and the control room as they are."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from flask import Flask

from mocks.core.addresses import DEFAULT_WORLD, AddressBook
from mocks.core.clock import STARTING_MOMENT
from mocks.core.identifiers import Sex, make_national_number
from mocks.core.keys import KeyPool, MemoryVault
from mocks.core.statements import StatementCache
from mocks.core.store.sqlite import MemoryStorage
from mocks.core.tests.openapi import Description, below, routes_of
from mocks.core.visit import ENVIRON_VISIT, House, Visit
from mocks.core.wire.backchannel import Answer, Backchannel, environ_of, run
from mocks.core.worlds import Worlds
from mocks.rijksregister.app import create_app
from mocks.rijksregister.control import KINDS

DESCRIPTION = Description("rijksregister")
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


def test_every_route_stands_in_the_description_and_the_other_way_round(app: Flask) -> None:
    kinds = [kind.name for kind in KINDS]
    assert set(DESCRIPTION.operations) == routes_of(app, below("/api/v1", "/_mock"), kinds)


def test_every_member_of_a_person_is_described() -> None:
    DESCRIPTION.require_members("PersonBody", KINDS[0].body)


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
    assert DESCRIPTION.errors(schema, answer.json()) == []


def test_an_answer_of_another_shape_is_noticed() -> None:
    assert DESCRIPTION.errors("Person", {"insz": JAN})


def test_every_example_can_be_put(send: Send) -> None:
    for path, _, example in DESCRIPTION.examples("put"):
        assert send("PUT", path.replace("{number}", JAN), example).status == 200
