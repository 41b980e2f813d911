"""``docs/openapi/kiosk-oud.yaml`` describes the control room as it is, on days without the old KIOSK, too."""

from __future__ import annotations

import pytest
import requests

from mocks.core.tests.openapi import Description, for_programs, routes_of
from mocks.eloketten.kiosk_oud.control import KINDS, OldRightBody, OldUserBody
from mocks.federation import Federation
from mocks.pytest_plugin import FederationInTest

DESCRIPTION = Description("kiosk-oud")


def test_every_route_stands_in_the_description_and_the_other_way_round(
    federation_application: Federation,
) -> None:
    app = federation_application.applications["kiosk-oud"]
    assert set(DESCRIPTION.operations) == routes_of(app, for_programs, [kind.name for kind in KINDS])


def test_every_member_of_a_body_is_described() -> None:
    DESCRIPTION.require_members("OldUserBody", OldUserBody)
    DESCRIPTION.require_members("OldRightBody", OldRightBody)


@pytest.mark.parametrize(
    ("path", "schema", "status"),
    [
        ("/_mock/user", "Numbers", 200),
        ("/_mock/user/els.maes", "OldUserBody", 200),
        ("/_mock/user/tom.willems", "Problem", 404),
        ("/_mock/user/Onzin", "Problem", 400),
        ("/", "Problem", 410),
    ],
)
def test_an_answer_has_the_shape_that_is_described(
    federation: FederationInTest, path: str, schema: str, status: int
) -> None:
    answer = requests.get(federation.url("kiosk-oud", path), timeout=10)
    assert answer.status_code == status
    assert DESCRIPTION.errors(schema, answer.json()) == []


def test_every_example_can_be_put_and_read_back(federation: FederationInTest) -> None:
    put = list(DESCRIPTION.examples("put"))
    for path, _, example in put:
        url = federation.url("kiosk-oud", path.replace("{number}", "tom.willems"))
        assert requests.put(url, json=example, timeout=10).status_code == 200
        assert requests.get(url, timeout=10).json() == {"person": None, "rights": [], **example}
    assert len(put) == 2


@pytest.mark.parametrize(
    "members",
    [
        {"security_code": "123"},
        {"name": ""},
        {"person": "80010112345"},
        {"rights": [{"applicant": "0110.041.748", "name": "De Kade"}]},
        {"rights": [{"applicant": "0110041748", "name": "a\0b"}]},
        {"rights": [{"applicant": "0110041748", "name": "De Kade"}] * 101},
        {"password": "geheim"},
    ],
)
def test_what_is_no_user_cannot_be_put(federation: FederationInTest, members: dict[str, object]) -> None:
    url = federation.url("kiosk-oud", "/_mock/user/tom.willems")
    body = {"name": "Tom Willems", "security_code": "00000000-0000-4000-8000-000000000099", **members}
    assert requests.put(url, json=body, timeout=10).status_code == 400
    assert requests.get(url, timeout=10).status_code == 404


def test_a_user_can_be_removed_once(federation: FederationInTest) -> None:
    url = federation.url("kiosk-oud", "/_mock/user/els.maes")
    assert [requests.delete(url, timeout=10).status_code for _ in range(2)] == [200, 404]
