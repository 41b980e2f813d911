"""``docs/openapi/csam.yaml`` describes FAS, the API and the control room as they are."""

from __future__ import annotations

import pytest

from mocks.core.control import Body
from mocks.core.tests.openapi import Description, below, routes_of
from mocks.csam_btb.control import KINDS
from mocks.csam_btb.control.btb import AppointmentBody, RoleBody
from mocks.csam_btb.domain.appointments import POSTS, Action, Domain
from mocks.csam_btb.domain.roles import ROLES
from mocks.csam_btb.routes.btb import EndBody, NominationBody
from mocks.csam_btb.routes.keys import ActivationBody
from mocks.csam_btb.routes.roles import GrantBody, RevokeBody
from mocks.csam_btb.tests.browser import Browser
from mocks.csam_btb.tests.btb import appoint, put_appointment
from mocks.csam_btb.tests.codes import put_code
from mocks.csam_btb.tests.house import DE_KADE, DIRK, FATIMA, JAN, OLGA, SOPHIE, STILTE, TOM, Play
from mocks.csam_btb.tests.roles import put_role

DESCRIPTION = Description("csam")
CSAM = "https://www.csam.be"


def test_every_route_stands_in_the_description_and_the_other_way_round(play: Play) -> None:
    kinds = [kind.name for kind in KINDS]
    routes = routes_of(play.app, below("/fas/oauth2", "/api/v1", "/_mock"), kinds)
    assert set(DESCRIPTION.operations) == routes


def test_every_member_of_a_key_is_described() -> None:
    DESCRIPTION.require_members("KeyBody", KINDS[0].body)
    DESCRIPTION.require_members("ActivationCodeBody", KINDS[1].body)
    DESCRIPTION.require_members("Activation", ActivationBody)


@pytest.mark.parametrize(
    ("schema", "body"),
    [
        ("AppointmentBody", AppointmentBody),
        ("NominationBody", NominationBody),
        ("EndBody", EndBody),
        ("RoleBody", RoleBody),
        ("GrantBody", GrantBody),
        ("RevokeBody", RevokeBody),
    ],
)
def test_every_member_of_an_appointment_and_a_role_is_described(schema: str, body: type[Body]) -> None:
    DESCRIPTION.require_members(schema, body)


def test_the_posts_and_domains_are_those_of_the_code() -> None:
    schemas = DESCRIPTION.schemas
    assert schemas["Post"]["enum"] == list(POSTS)
    assert schemas["FederalRoleCode"]["enum"] == list(ROLES)
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
        (f"/_mock/mail/{SOPHIE}", "Mail", 200),
        (f"/_mock/mail/{JAN}", "Problem", 404),
        ("/_mock/activation-code", "Numbers", 200),
        (f"/_mock/activation-code/{SOPHIE}", "ActivationCodeBody", 200),
        (f"/_mock/activation-code/{JAN}", "Problem", 404),
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
        ("/api/v1/roles", "FederalRoles", 200),
        (f"/api/v1/roles/persons/{FATIMA}", "RolesOfPerson", 200),
        (f"/api/v1/roles/enterprises/{DE_KADE}", "RolesInEnterprise", 200),
        ("/_mock/role", "Numbers", 200),
        (f"/_mock/role/{DE_KADE}-{FATIMA}-fodfin_mandaatgever", "RoleBody", 200),
        (f"/_mock/role/{DE_KADE}-{JAN}-fodfin_mandaatgever", "Problem", 404),
        ("/_mock/role/onzin", "Problem", 400),
    ],
)
def test_an_answer_has_the_shape_that_is_described(
    play: Play, browser: Browser, path: str, schema: str, status: int
) -> None:
    browser.authorize(fas_key="sms")
    browser.submit("/persoon", number=DIRK)
    put_appointment(play, f"{DE_KADE}-{FATIMA}-main_access_manager", appointed_by=JAN)
    put_code(play, SOPHIE)
    put_role(play, f"{DE_KADE}-{FATIMA}-fodfin_mandaatgever", granted_by=JAN)
    answer = play.app.test_client().get(CSAM + path)
    assert answer.status_code == status
    assert DESCRIPTION.errors(schema, answer.get_json()) == []


def test_tokens_and_introspection_have_the_shape_that_is_described(play: Play, browser: Browser) -> None:
    tokens = play.exchange(browser.sign_in(JAN, "eid")["code"]).get_json()
    assert DESCRIPTION.errors("Tokens", tokens) == []
    answer = play.app.test_client().post(
        f"{CSAM}/fas/oauth2/introspect",
        data={"token": tokens["access_token"]},
        auth=("acm", play.secret()),
    )
    assert DESCRIPTION.errors("Introspection", answer.get_json()) == []


def test_an_answer_of_another_shape_is_noticed() -> None:
    assert DESCRIPTION.errors("DigitalKey", {"kind": "itsme"})
    assert DESCRIPTION.errors("Phone", {"insz": JAN})


def test_every_example_can_be_put(play: Play) -> None:
    content = DESCRIPTION.document["paths"]["/_mock/key/{number}"]["put"]["requestBody"]["content"]
    for example in content["application/json"]["examples"].values():
        assert DESCRIPTION.errors("KeyBody", example["value"]) == []
        assert play.put_key(OLGA, "app", **example["value"]).status_code == 200


def test_every_example_of_an_activation_code_can_be_put(play: Play) -> None:
    path = "/_mock/activation-code/{number}"
    content = DESCRIPTION.document["paths"][path]["put"]["requestBody"]["content"]
    for example in content["application/json"]["examples"].values():
        assert DESCRIPTION.errors("ActivationCodeBody", example["value"]) == []
        put_code(play, SOPHIE, **example["value"])


def test_every_example_of_an_appointment_can_be_put(play: Play) -> None:
    content = DESCRIPTION.document["paths"]["/_mock/appointment/{number}"]["put"]["requestBody"]["content"]
    for example in content["application/json"]["examples"].values():
        assert DESCRIPTION.errors("AppointmentBody", example["value"]) == []
        number = f"{DE_KADE}-{OLGA}-main_access_manager"
        assert put_appointment(play, number, **example["value"]).status_code == 200


def test_what_appointing_answers_has_the_shape_that_is_described(play: Play) -> None:
    answer = appoint(play, JAN, FATIMA)
    assert answer.status_code == 201
    assert DESCRIPTION.errors("Appointment", answer.get_json()) == []
    signed_in = play.app.test_client().post(f"{CSAM}/api/v1/btb/persons/{FATIMA}/first-sign-in")
    assert DESCRIPTION.errors("Activated", signed_in.get_json()) == []
    assert signed_in.get_json()["activated"] == [f"{DE_KADE}-{FATIMA}-main_access_manager"]
    assert DESCRIPTION.errors("Problem", appoint(play, TOM, OLGA).get_json()) == []
