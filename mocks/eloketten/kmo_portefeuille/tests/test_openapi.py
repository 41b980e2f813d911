"""``docs/openapi/kmo-portefeuille.yaml`` describes the desk and the control room as they are."""

from __future__ import annotations

import pytest
import requests

from mocks.core.tests.openapi import Description, for_programs, routes_of
from mocks.eloketten.kmo_portefeuille.control import KINDS, ServiceBody
from mocks.eloketten.kmo_portefeuille.routes import DepartmentsBody
from mocks.eloketten.kmo_portefeuille.tests.visitor import CONTACT
from mocks.federation import Federation
from mocks.pytest_plugin import FederationInTest
from mocks.settings import Settings

DESCRIPTION = Description("kmo-portefeuille")


def test_every_route_stands_in_the_description_and_the_other_way_round() -> None:
    app = Federation(Settings()).applications["kmo-portefeuille"]
    assert set(DESCRIPTION.operations) == routes_of(app, for_programs, [kind.name for kind in KINDS])


def test_every_member_of_a_body_is_described() -> None:
    DESCRIPTION.require_members("ServiceBody", ServiceBody)
    DESCRIPTION.require_members("DepartmentsBody", DepartmentsBody)


@pytest.mark.parametrize(
    ("path", "schema", "status"),
    [
        ("/api/v1/departments/{leerpunt}", "Departments", 200),
        ("/api/v1/departments/onzin", "Problem", 400),
        ("/api/v1/departments/0100000070", "Problem", 404),
        ("/_mock/service", "Numbers", 200),
        ("/_mock/service/{leerpunt}-training", "ServiceBody", 200),
        ("/_mock/service/{leerpunt}-advice", "Problem", 404),
        ("/_mock/service/onzin", "Problem", 400),
    ],
)
def test_an_answer_has_the_shape_that_is_described(
    federation: FederationInTest, path: str, schema: str, status: int
) -> None:
    leerpunt = federation.number("leerpunt")
    put = requests.put(
        federation.url("kmo-portefeuille", f"/_mock/service/{leerpunt}-training"), json=CONTACT, timeout=10
    )
    assert put.status_code == 200
    url = federation.url("kmo-portefeuille", path.format(leerpunt=leerpunt))
    answer = requests.get(url, timeout=10)
    assert answer.status_code == status
    assert DESCRIPTION.errors(schema, answer.json()) == []


def test_every_example_can_be_put(federation: FederationInTest) -> None:
    leerpunt = federation.number("leerpunt")
    numbers = {"DepartmentsBody": leerpunt, "ServiceBody": f"{leerpunt}-training"}
    put = list(DESCRIPTION.examples("put"))
    for path, schema, example in put:
        url = federation.url("kmo-portefeuille", path.replace("{number}", numbers[schema]))
        assert requests.put(url, json=example, timeout=10).status_code == 200
    assert len(put) == 3
