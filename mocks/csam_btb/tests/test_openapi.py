"""``docs/openapi/csam.yaml`` describes FAS, the API and the control room as they are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it ships no types

from mocks.core.control import Body
from mocks.csam_btb.control import KINDS, AppointmentBody
from mocks.csam_btb.domain.appointments import POSTS, Action, Domain
from mocks.csam_btb.routes.btb import EndBody, NominationBody
from mocks.csam_btb.tests.browser import Browser
from mocks.csam_btb.tests.btb import appoint, put_appointment
from mocks.csam_btb.tests.house import DE_KADE, DIRK, FATIMA, JAN, OLGA, STILTE, TOM, Play

DOCUMENT: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[3] / "docs" / "openapi" / "csam.yaml").read_text(encoding="utf-8")
)
METHODS = {"get", "put", "post", "delete"}
CSAM = "https://www.csam.be"


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


def test_every_route_stands_in_the_description_and_the_other_way_round(play: Play) -> None:
    routes = {
        (method.lower(), rule.rule.replace("<kind>", kind.name).replace("<", "{").replace(">", "}"))
        for rule in play.app.url_map.iter_rules()
        if rule.rule.startswith(("/fas/oauth2", "/api/v1", "/_mock"))
        for method in rule.methods or ()
        if method.lower() in METHODS
        for kind in KINDS
    }
    described = {
        (method, path) for path, item in DOCUMENT["paths"].items() for method in METHODS & item.keys()
    }
    assert described == routes


def test_every_reference_leads_somewhere_and_nothing_lies_unused() -> None:
    used = set(references(DOCUMENT))
    there = {
        f"#/components/{group}/{name}"
        for group, members in DOCUMENT["components"].items()
        if group != "securitySchemes"
        for name in members
    }
    assert used == there


def test_every_operation_has_a_name_of_its_own_and_answers() -> None:
    operations = [item[method] for item in DOCUMENT["paths"].values() for method in METHODS & item.keys()]
    names = [operation["operationId"] for operation in operations]
    assert len(set(names)) == len(names)
    assert all(operation["responses"] and operation["summary"] for operation in operations)


def test_every_schema_is_one() -> None:
    for schema in DOCUMENT["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)


def test_every_member_of_a_key_is_described() -> None:
    described, body = DOCUMENT["components"]["schemas"]["KeyBody"], KINDS[0].body
    assert set(described["properties"]) == set(body.model_fields)
    assert not [name for name, field in body.model_fields.items() if field.is_required()]


@pytest.mark.parametrize(
    ("schema", "body"),
    [("AppointmentBody", AppointmentBody), ("NominationBody", NominationBody), ("EndBody", EndBody)],
)
def test_every_member_of_an_appointment_is_described(schema: str, body: type[Body]) -> None:
    described = DOCUMENT["components"]["schemas"][schema]
    assert set(described["properties"]) == set(body.model_fields)
    required = {name for name, field in body.model_fields.items() if field.is_required()}
    assert set(described.get("required", ())) == required


def test_the_posts_and_domains_are_those_of_the_code() -> None:
    schemas = DOCUMENT["components"]["schemas"]
    assert schemas["Post"]["enum"] == list(POSTS)
    assert schemas["Domain"]["enum"] == [domain.value for domain in Domain]
    members = schemas["History"]["properties"]["events"]["items"]["properties"]
    assert members["action"]["enum"] == [action.value for action in Action]


@pytest.mark.parametrize(
    ("path", "schema", "status"),
    [
        ("/fas/oauth2/.well-known/openid-configuration", "Metadata", 200),
        ("/fas/oauth2/connect/jwk_uri", "Keys", 200),
        ("/fas/oauth2/userinfo", "OAuthError", 401),
        ("/fas/oauth2/authorize", "Problem", 400),
        (f"/api/v1/digital-keys/{JAN}", "DigitalKeys", 200),
        (f"/api/v1/digital-keys/{OLGA}", "Problem", 404),
        ("/api/v1/digital-keys/onzin", "Problem", 400),
        ("/_mock/key", "Numbers", 200),
        (f"/_mock/key/{JAN}-itsme", "KeyBody", 200),
        (f"/_mock/key/{OLGA}-itsme", "Problem", 404),
        ("/_mock/key/onzin", "Problem", 400),
        (f"/_mock/phone/{DIRK}", "Phone", 200),
        ("/api/v1/btb/domains", "Domains", 200),
        (f"/api/v1/btb/persons/{FATIMA}/appointments", "AppointmentsOfPerson", 200),
        (f"/api/v1/btb/persons/{OLGA}/appointments", "AppointmentsOfPerson", 200),
        (f"/api/v1/btb/enterprises/{DE_KADE}/appointments", "AppointmentsInEnterprise", 200),
        (f"/api/v1/btb/enterprises/{STILTE}/appointments", "Problem", 404),
        (f"/api/v1/btb/enterprises/{DE_KADE}/history", "History", 200),
        ("/_mock/appointment", "Numbers", 200),
        (f"/_mock/appointment/{DE_KADE}-{FATIMA}-main_access_manager", "AppointmentBody", 200),
        (f"/_mock/appointment/{DE_KADE}-{FATIMA}-finance", "Problem", 404),
        ("/_mock/appointment/onzin", "Problem", 400),
    ],
)
def test_an_answer_has_the_shape_that_is_described(
    play: Play, browser: Browser, path: str, schema: str, status: int
) -> None:
    browser.authorize(fas_key="sms")
    browser.submit("/persoon", number=DIRK)
    put_appointment(play, f"{DE_KADE}-{FATIMA}-main_access_manager", appointed_by=JAN)
    answer = play.app.test_client().get(CSAM + path)
    assert answer.status_code == status
    assert schema_errors(schema, answer.get_json()) == []


def test_tokens_and_introspection_have_the_shape_that_is_described(play: Play, browser: Browser) -> None:
    tokens = play.exchange(browser.sign_in(JAN, "eid")["code"]).get_json()
    assert schema_errors("Tokens", tokens) == []
    answer = play.app.test_client().post(
        f"{CSAM}/fas/oauth2/introspect",
        data={"token": tokens["access_token"]},
        auth=("acm", play.secret()),
    )
    assert schema_errors("Introspection", answer.get_json()) == []


def test_an_answer_of_another_shape_is_noticed() -> None:
    assert schema_errors("DigitalKey", {"kind": "itsme"})
    assert schema_errors("Phone", {"insz": JAN})


def test_every_example_can_be_put(play: Play) -> None:
    content = DOCUMENT["paths"]["/_mock/key/{number}"]["put"]["requestBody"]["content"]
    for example in content["application/json"]["examples"].values():
        assert schema_errors("KeyBody", example["value"]) == []
        assert play.put_key(OLGA, "app", **example["value"]).status_code == 200


def test_every_example_of_an_appointment_can_be_put(play: Play) -> None:
    content = DOCUMENT["paths"]["/_mock/appointment/{number}"]["put"]["requestBody"]["content"]
    for example in content["application/json"]["examples"].values():
        assert schema_errors("AppointmentBody", example["value"]) == []
        number = f"{DE_KADE}-{OLGA}-main_access_manager"
        assert put_appointment(play, number, **example["value"]).status_code == 200


def test_what_appointing_answers_has_the_shape_that_is_described(play: Play) -> None:
    answer = appoint(play, JAN, FATIMA)
    assert answer.status_code == 201
    assert schema_errors("Appointment", answer.get_json()) == []
    signed_in = play.app.test_client().post(f"{CSAM}/api/v1/btb/persons/{FATIMA}/first-sign-in")
    assert schema_errors("Activated", signed_in.get_json()) == []
    assert signed_in.get_json()["activated"] == [f"{DE_KADE}-{FATIMA}-main_access_manager"]
    assert schema_errors("Problem", appoint(play, TOM, OLGA).get_json()) == []
