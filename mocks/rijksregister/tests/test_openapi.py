"""``docs/openapi/rijksregister.yaml`` describes the API and the control room as they are."""

from __future__ import annotations

from datetime import date

import pytest
from flask import Flask

from mocks.core.control import Body
from mocks.core.identifiers import Sex, make_national_number
from mocks.core.tests.openapi import Description, below, routes_of
from mocks.rijksregister.control import KINDS
from mocks.rijksregister.routes import ApplicationBody, CodeBody, DocumentBody, MergeBody, NationalNumberBody
from mocks.rijksregister.tests.conftest import Send

DESCRIPTION = Description("rijksregister")
JAN = make_national_number(date(1980, 1, 1), Sex.MAN)
NOBODYS = make_national_number(date(1985, 5, 5), Sex.WOMAN)


def test_every_route_stands_in_the_description_and_the_other_way_round(app: Flask) -> None:
    kinds = [kind.name for kind in KINDS]
    assert set(DESCRIPTION.operations) == routes_of(app, below("/api/v1", "/_mock"), kinds)


def test_every_member_of_a_person_is_described() -> None:
    DESCRIPTION.require_members("PersonBody", KINDS[0].body)


@pytest.mark.parametrize("body", [ApplicationBody, DocumentBody, CodeBody, MergeBody, NationalNumberBody])
def test_every_member_of_what_is_asked_at_the_desk_is_described(body: type[Body]) -> None:
    DESCRIPTION.require_members(body.__name__, body)


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
