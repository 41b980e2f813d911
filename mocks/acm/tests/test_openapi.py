"""``docs/openapi/acm.yaml`` describes ACM's interface for programs as it is."""

from __future__ import annotations

from typing import Any

import pytest
import requests

from mocks.acm.domain.eloket import Eloket
from mocks.acm.tests.own_eloket import (
    ACM,
    ALL_SCOPES,
    CALLBACK,
    ISSUER,
    TOKEN,
    USERINFO,
    ask,
    exchange,
    post,
    tokens,
    userinfo,
)
from mocks.core.tests.openapi import Description, for_programs, routes_of
from mocks.pytest_plugin import FederationInTest

DESCRIPTION = Description("acm")
ONLY_SENT = {"token_endpoint_auth_method", "grant_types", "response_types"}


def test_every_route_for_programs_stands_in_the_description_and_the_other_way_round(
    federation_application: Any,  # noqa: ANN401  # the composition root, which tests of a mock do not import
) -> None:
    app = federation_application.applications["acm"]
    assert set(DESCRIPTION.operations) == routes_of(app, for_programs, ["clients"])


def test_every_member_of_an_integration_file_is_described() -> None:
    described = DESCRIPTION.schemas["Eloket"]
    assert set(described["properties"]) - ONLY_SENT == set(Eloket.model_fields)
    needed = {name for name, field in Eloket.model_fields.items() if field.is_required()}
    assert set(described["required"]) == needed


def test_the_parameters_of_an_authorization_request_are_those_that_are_described() -> None:
    described = {one["name"] for one in DESCRIPTION.document["paths"]["/op/v1/auth"]["get"]["parameters"]}
    assert {"client_id", "redirect_uri", "response_type", "scope", "mock_persona", "mock_route"} <= described


@pytest.mark.parametrize(
    ("path", "schema", "status"),
    [
        ("/op/.well-known/openid-configuration", "Metadata", 200),
        ("/op/v1/keys", "Keys", 200),
        ("/.well-known/jwks.json", "Keys", 200),
        ("/op/v1/auth", "Problem", 400),
        ("/op/v1/userinfo", "OAuthError", 401),
        ("/op/v1/logout?switch", "Problem", 400),
        ("/_mock/clients", "Numbers", 200),
        ("/_mock/clients/eigen-eloket", "Eloket", 200),
        ("/_mock/clients/kiosk", "Eloket", 200),
        ("/_mock/clients/onbekend", "Problem", 404),
        ("/health", "Health", 200),
    ],
)
def test_an_answer_has_the_shape_that_is_described(
    federation: FederationInTest, path: str, schema: str, status: int
) -> None:
    del federation
    answered = requests.get(ACM + path, timeout=10)
    assert answered.status_code == status
    assert DESCRIPTION.errors(schema, answered.json()) == []


def test_tokens_claims_and_introspection_have_the_shape_that_is_described(
    federation: FederationInTest,
) -> None:
    for identity in ("BUR", f"EA:{federation.number('de-kade')}"):
        given = tokens("jan", identity, scope=ALL_SCOPES)
        assert DESCRIPTION.errors("Tokens", given) == []
        assert DESCRIPTION.errors("Userinfo", userinfo(given["access_token"]).json()) == []
        for token in (given["access_token"], "onbekend"):
            described = post(f"{ISSUER}/v1/introspect", {"token": token}).json()
            assert DESCRIPTION.errors("Introspection", described) == []


def test_refusals_have_the_shape_that_is_described(federation: FederationInTest) -> None:
    del federation
    assert DESCRIPTION.errors("OAuthError", exchange("onbekend").json()) == []
    assert DESCRIPTION.errors("OAuthError", post(TOKEN, {}, client=None).json()) == []
    assert DESCRIPTION.errors("Problem", ask({"mock_persona": "niemand"}).json()) == []
    assert DESCRIPTION.errors("OAuthError", requests.post(USERINFO, timeout=10).json()) == []


def test_the_control_room_answers_as_is_described(federation: FederationInTest) -> None:
    del federation
    sent = {
        "client_id": "nieuw",
        "client_name": "Nieuw",
        "client_secret": "x",
        "redirect_uris": [CALLBACK],
        "token_endpoint_auth_method": "client_secret_basic",
    }
    assert DESCRIPTION.errors("Eloket", sent) == []
    made = requests.post(f"{ACM}/_mock/clients", json=sent, timeout=10).json()
    assert DESCRIPTION.errors("Eloket", made) == []
    url = f"{ACM}/_mock/clients/nieuw"
    assert DESCRIPTION.errors("Done", requests.put(url, json=made, timeout=10).json()) == []
    assert DESCRIPTION.errors("Done", requests.delete(url, timeout=10).json()) == []
    assert DESCRIPTION.errors("Kid", requests.post(f"{ACM}/_mock/keys", timeout=10).json()) == []


def test_an_answer_of_another_shape_is_noticed() -> None:
    assert DESCRIPTION.errors("Tokens", {"access_token": "kort"})
    assert DESCRIPTION.errors("Introspection", {"active": False, "sub": "x"})
    assert DESCRIPTION.errors("Userinfo", {"sub": "x"})
