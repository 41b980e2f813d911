"""``docs/openapi/acm.yaml`` describes ACM's interface for programs as it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests
import yaml
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it ships no types

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
from mocks.pytest_plugin import FederationInTest

DOCUMENT: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[3] / "docs" / "openapi" / "acm.yaml").read_text(encoding="utf-8")
)
METHODS = {"get", "put", "post", "delete"}
ONLY_SENT = {"token_endpoint_auth_method", "grant_types", "response_types"}


def schema_errors(name: str, value: object) -> list[str]:
    """Return what is wrong with a value by the schema of this name."""
    schema = {"$ref": f"#/components/schemas/{name}", "components": DOCUMENT["components"]}
    return [error.message for error in Draft202012Validator(schema).iter_errors(value)]


def references(value: object) -> Iterator[str]:
    """Return every ``$ref`` in the document."""
    if isinstance(value, dict):
        for name, member in value.items():
            if name == "$ref":
                yield member
            yield from references(member)
    elif isinstance(value, list):
        for member in value:
            yield from references(member)


def test_every_route_for_programs_stands_in_the_description_and_the_other_way_round(
    federation_application: Any,  # noqa: ANN401  # the composition root, which tests of a mock do not import
) -> None:
    routes = {
        (method.lower(), rule.rule.replace("<kind>", "clients").replace("<", "{").replace(">", "}"))
        for rule in federation_application.applications["acm"].url_map.iter_rules()
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


def test_every_schema_is_one() -> None:
    for schema in DOCUMENT["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)


def test_every_member_of_an_integration_file_is_described() -> None:
    described = DOCUMENT["components"]["schemas"]["Eloket"]
    assert set(described["properties"]) - ONLY_SENT == set(Eloket.model_fields)
    needed = {name for name, field in Eloket.model_fields.items() if field.is_required()}
    assert set(described["required"]) == needed


def test_the_parameters_of_an_authorization_request_are_those_that_are_described() -> None:
    described = {one["name"] for one in DOCUMENT["paths"]["/op/v1/auth"]["get"]["parameters"]}
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
    assert schema_errors(schema, answered.json()) == []


def test_tokens_claims_and_introspection_have_the_shape_that_is_described(
    federation: FederationInTest,
) -> None:
    for identity in ("BUR", f"EA:{federation.number('de-kade')}"):
        given = tokens("jan", identity, scope=ALL_SCOPES)
        assert schema_errors("Tokens", given) == []
        assert schema_errors("Userinfo", userinfo(given["access_token"]).json()) == []
        for token in (given["access_token"], "onbekend"):
            described = post(f"{ISSUER}/v1/introspect", {"token": token}).json()
            assert schema_errors("Introspection", described) == []


def test_refusals_have_the_shape_that_is_described(federation: FederationInTest) -> None:
    del federation
    assert schema_errors("OAuthError", exchange("onbekend").json()) == []
    assert schema_errors("OAuthError", post(TOKEN, {}, client=None).json()) == []
    assert schema_errors("Problem", ask({"mock_persona": "niemand"}).json()) == []
    assert schema_errors("OAuthError", requests.post(USERINFO, timeout=10).json()) == []


def test_the_control_room_answers_as_is_described(federation: FederationInTest) -> None:
    del federation
    sent = {
        "client_id": "nieuw",
        "client_name": "Nieuw",
        "client_secret": "x",
        "redirect_uris": [CALLBACK],
        "token_endpoint_auth_method": "client_secret_basic",
    }
    assert schema_errors("Eloket", sent) == []
    made = requests.post(f"{ACM}/_mock/clients", json=sent, timeout=10).json()
    assert schema_errors("Eloket", made) == []
    url = f"{ACM}/_mock/clients/nieuw"
    assert schema_errors("Done", requests.put(url, json=made, timeout=10).json()) == []
    assert schema_errors("Done", requests.delete(url, timeout=10).json()) == []
    assert schema_errors("Kid", requests.post(f"{ACM}/_mock/keys", timeout=10).json()) == []


def test_an_answer_of_another_shape_is_noticed() -> None:
    assert schema_errors("Tokens", {"access_token": "kort"})
    assert schema_errors("Introspection", {"active": False, "sub": "x"})
    assert schema_errors("Userinfo", {"sub": "x"})
