"""``docs/openapi/kiosk.yaml`` describes the SCIM service and the control room as they are."""

from __future__ import annotations

import json
from typing import Any

import pytest
from werkzeug.routing import Rule

from mocks.core.tests.openapi import Description, below, routes_of
from mocks.eloketten.kiosk.control import KINDS
from mocks.eloketten.kiosk.control.applicants import AddressBody, ContactBody, DependantBody, ProfileBody
from mocks.eloketten.kiosk.control.assessments import AssessmentBody
from mocks.eloketten.kiosk.control.dossiers import DossierBody
from mocks.eloketten.kiosk.control.users import ContextBody, EmailBody, RightBody, UserBody
from mocks.eloketten.kiosk.tests.alone import Browser, KioskAlone
from mocks.eloketten.kiosk.tests.assessing import assign
from mocks.eloketten.kiosk.tests.said import DE_KADE, JAN, NOOR
from mocks.eloketten.kiosk.tests.scim_client import ELS_AT_DE_KADE, TOM, USER, ScimClient, user

DESCRIPTION = Description("kiosk")
ONLY_REFUSE = {"scim.refuse_to_change_the_list", "scim.refuse_to_change", "scim.nothing_here"}


def played(rule: Rule) -> bool:
    """Return whether a route does more than to refuse what is not played."""
    return below("/scim/v2", "/_mock")(rule) and rule.endpoint not in ONLY_REFUSE


def test_every_route_stands_in_the_description_and_the_other_way_round(kiosk: KioskAlone) -> None:
    kinds = [kind.name for kind in KINDS]
    assert set(DESCRIPTION.operations) == routes_of(kiosk.app, played, kinds)


@pytest.mark.parametrize(
    "body",
    [
        DossierBody,
        AssessmentBody,
        DependantBody,
        ContactBody,
        AddressBody,
        ProfileBody,
        UserBody,
        EmailBody,
        RightBody,
        ContextBody,
    ],
)
def test_every_member_of_a_body_is_described(body: Any) -> None:  # noqa: ANN401
    DESCRIPTION.require_members(body.__name__, body)


@pytest.mark.parametrize(
    ("path", "schema", "status"),
    [
        ("/Users", "UserList", 200),
        (f"/Users/{ELS_AT_DE_KADE}", "User", 200),
        ("/ServiceProviderConfig", "ServiceProviderConfig", 200),
        ("/ResourceTypes", "DocumentList", 200),
        ("/ResourceTypes/User", "Document", 200),
        ("/Schemas", "DocumentList", 200),
        (f"/Schemas/{USER}", "Document", 200),
        (f"/Users/{TOM}", "ScimError", 404),
        ("/Users?count=veel", "ScimError", 400),
        ("/Users?filter=x", "ScimError", 400),
        ("/Schemas?filter=x", "ScimError", 403),
        ("/Groups", "ScimError", 404),
    ],
)
def test_an_answer_of_the_scim_service_has_the_shape_that_is_described(
    scim: ScimClient, path: str, schema: str, status: int
) -> None:
    scim.put(user())
    answer = scim.get(path)
    assert answer.status_code == status
    assert DESCRIPTION.errors(schema, answer.get_json()) == []


@pytest.mark.parametrize(
    ("path", "schema", "status"),
    [
        ("/_mock/dossier", "Numbers", 200),
        ("/_mock/dossier/KD-2021-0001", "DossierBody", 200),
        ("/_mock/dossier/KD-2021-0002", "Problem", 404),
        ("/_mock/dossier/onzin", "Problem", 400),
        ("/_mock/assessment", "Numbers", 200),
        ("/_mock/assessment/KD-2021-0001", "AssessmentBody", 200),
        ("/_mock/assessment/KD-2021-0002", "Problem", 404),
        ("/_mock/assessment/onzin", "Problem", 400),
        ("/_mock/dependant/ZN-000001", "DependantBody", 200),
        ("/_mock/dependant/ZN-000002", "Problem", 404),
        ("/_mock/dependant/onzin", "Problem", 400),
        (f"/_mock/applicant-contact/{DE_KADE}", "ContactBody", 200),
        (f"/_mock/applicant-contact/{NOOR}", "Problem", 404),
        ("/_mock/applicant-contact/onzin", "Problem", 400),
        (f"/_mock/profile/{DE_KADE}-{JAN}", "ProfileBody", 200),
        (f"/_mock/profile/{DE_KADE}-{NOOR}", "Problem", 404),
        ("/_mock/profile/onzin", "Problem", 400),
        ("/_mock/user", "Numbers", 200),
        (f"/_mock/user/{ELS_AT_DE_KADE}", "UserBody", 200),
        (f"/_mock/user/{TOM}", "Problem", 404),
        ("/_mock/user/onzin", "Problem", 400),
        ("/_mock/messages", "Messages", 200),
        ("/_mock/messages?dossier=KD-2021-0001&email=info@de-kade.example&limit=1", "Messages", 200),
        ("/_mock/messages?dossier=onzin", "Problem", 400),
        ("/_mock/messages?email=onzin", "Problem", 400),
        (f"/_mock/representatives/{DE_KADE}", "Representatives", 200),
        ("/_mock/representatives/onzin", "Problem", 400),
    ],
)
def test_an_answer_of_the_control_room_has_the_shape_that_is_described(
    scim: ScimClient, browser: Browser, path: str, schema: str, status: int
) -> None:
    scim.put(user())
    scim.kiosk.dossier("KD-2021-0001")
    scim.kiosk.dossier("KD-2021-0001", phase="submitted")
    assign(scim.kiosk, "KD-2021-0001")
    scim.kiosk.dependant("ZN-000001", NOOR, "association")
    scim.kiosk.contact()
    scim.kiosk.profile(JAN, "Jan Peeters")
    answer = browser.tell("GET", path)
    assert answer.status_code == status
    assert DESCRIPTION.errors(schema, answer.get_json()) == []


def test_an_answer_of_another_shape_is_noticed() -> None:
    assert DESCRIPTION.errors("User", user())
    assert DESCRIPTION.errors("ScimError", {"status": 400, "detail": "x"})
    assert DESCRIPTION.errors("Representatives", {"representatives": [{"vo_id": TOM}]})


def test_every_example_can_be_put(scim: ScimClient, browser: Browser) -> None:
    numbers = {"DossierBody": "KD-2021-0001", "DependantBody": "ZN-000001", "UserBody": TOM}
    numbers |= {"AssessmentBody": "KD-2021-0001"}
    numbers |= {"ContactBody": DE_KADE, "ProfileBody": f"{DE_KADE}-{JAN}"}
    put = list(DESCRIPTION.examples("put"))
    for path, schema, example in put:
        answer = browser.tell("PUT", path.replace("{number}", numbers[schema]), example)
        assert answer.status_code == 200, answer.text
    sent = list(DESCRIPTION.examples("put", "application/scim+json"))
    for _, _, example in sent:
        assert scim.put(json.dumps(example).encode(), example["externalId"]).status_code in {200, 201}
    assert (len(put), len(sent)) == (11, 2)
