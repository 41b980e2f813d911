"""``docs/openapi/idm.yaml`` describes the API and the control room as they are."""

from __future__ import annotations

from typing import Any

import pytest

from mocks.core.tests.openapi import Description, below, routes_of
from mocks.idm import control
from mocks.idm.control import KINDS, facts
from mocks.idm.routes import bulk, organisations, people, registrations, relations, rights
from mocks.idm.tests.alone import DE_KADE, ELS, EMAIL, FATIMA, JAN, LEERPUNT, PHONE, TOM, IdmAlone

DESCRIPTION = Description("idm")
API = "/api/v1"
RELATION = f"{ELS}-{DE_KADE}-1"
RIGHT = f"{RELATION}-kiosk-aanvrager-1"


def test_every_route_stands_in_the_description_and_the_other_way_round(idm: IdmAlone) -> None:
    kinds = [kind.name for kind in KINDS]
    routes = routes_of(idm.app, below(API, "/_mock"), kinds) - {("get", "/_mock/")}
    assert set(DESCRIPTION.operations) == routes


@pytest.mark.parametrize(
    ("schema", "body"),
    [
        ("PersonToAdd", people.PersonBody),
        ("OrganisationBody", people.OrganisationBody),
        ("Coupling", relations.CouplingBody),
        ("ExtendWorkRelation", relations.ExtendBody),
        ("EndWorkRelation", relations.EndBody),
        ("Grant", rights.GrantBody),
        ("ExtendRight", rights.LongerBody),
        ("EndRight", rights.ShorterBody),
        ("RevokeRight", rights.RevokeBody),
        ("GrantFile", bulk.BulkBody),
        ("AcceptTask", organisations.AcceptBody),
        ("RefuseTask", organisations.RefuseBody),
        ("SelfRegistration", registrations.RegistrationBody),
        ("PersonBody", facts.PersonBody),
        ("WorkRelationBody", facts.WorkRelationBody),
        ("RightBody", facts.RightBody),
        ("ActivationBody", facts.ActivationBody),
        ("ScimTargetBody", facts.ScimTargetBody),
        ("WorkflowBody", control.WorkflowBody),
        ("StepBody", control.StepBody),
        ("ScimStepBody", control.ScimStepBody),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_every_member_of_a_body_is_described(schema: str, body: Any) -> None:  # noqa: ANN401
    DESCRIPTION.require_members(schema, body)


def filled(idm: IdmAlone) -> IdmAlone:
    """Let De Kade employ Els and Tom, with a right, a task and a push."""
    idm.house.backchannel.application = idm.app
    idm.put("/_mock/scim-target/kiosk")
    idm.grant(idm.employ(ELS), "KIOSK Aanvrager")
    idm.employ(TOM)
    asked = {"person": ELS, "phone": PHONE, "email": EMAIL, "dg": "EA", "oc": DE_KADE}
    idm.post(f"{API}/self-registrations", an="Eigen e-loket Gebruiker", **asked)
    idm.put(f"/_mock/activation/{LEERPUNT}-dienstverlener-departementen", {"contexts": ["Campus Gent"]})
    return idm


QUERY = f"actor={JAN}&organisation={DE_KADE}"


@pytest.mark.parametrize(
    ("path", "schema", "status"),
    [
        (f"{API}/catalogue", "Catalogue", 200),
        (f"{API}/organisations?{QUERY}", "Organisations", 200),
        (f"{API}/organisations/{DE_KADE}/administrators", "Administrators", 200),
        (f"{API}/organisations/{DE_KADE}/administrators/{TOM}", "Grounds", 200),
        (f"{API}/organisations/{DE_KADE}/persons?{QUERY}", "Persons", 200),
        (f"{API}/organisations/{DE_KADE}/persons?{QUERY}&limit=1", "Persons", 200),
        (f"{API}/organisations/{DE_KADE}/comparison?{QUERY}&person={ELS}&person={TOM}", "Comparison", 200),
        (f"{API}/organisations/{DE_KADE}/history?{QUERY}", "History", 200),
        (f"{API}/organisations/{DE_KADE}/tasks?{QUERY}", "Tasks", 200),
        (f"{API}/register/{ELS}?{QUERY}", "RegisteredPerson", 200),
        (f"{API}/persons/{ELS}?{QUERY}", "PersonFile", 200),
        (f"{API}/persons/{ELS}/history?{QUERY}", "History", 200),
        (f"{API}/persons/{ELS}/work-relations", "WorkRelationFacts", 200),
        (f"{API}/work-relations/{RELATION}?{QUERY}", "WorkRelationFile", 200),
        (f"{API}/work-relations/{RELATION}/rights-on-offer?{QUERY}", "RightsOnOffer", 200),
        (f"/_mock/person/{ELS}", "PersonBody", 200),
        (f"/_mock/work-relation/{RELATION}", "WorkRelationBody", 200),
        (f"/_mock/right/{RIGHT}", "RightBody", 200),
        (f"/_mock/activation/{LEERPUNT}-dienstverlener-departementen", "ActivationBody", 200),
        ("/_mock/scim-target/kiosk", "ScimTargetBody", 200),
        ("/_mock/right", "Numbers", 200),
        ("/_mock/workflow", "Workflow", 200),
        ("/_mock/scim-deliveries", "Deliveries", 200),
        (f"{API}/organisations/{DE_KADE}/persons?actor={TOM}", "Problem", 403),
        (f"{API}/persons/{JAN}?{QUERY}", "Problem", 404),
        (f"{API}/work-relations/onzin?{QUERY}", "Problem", 400),
    ],
)
def test_an_answer_has_the_shape_that_is_described(
    idm: IdmAlone, path: str, schema: str, status: int
) -> None:
    filled(idm).post("/_mock/scim-step")
    answer = idm.send("GET", path, b"")
    assert answer.status == status, answer.body
    assert DESCRIPTION.errors(schema, answer.json()) == []


@pytest.mark.parametrize(
    ("path", "members", "schema"),
    [
        (f"{API}/persons", {"organisation": DE_KADE, "number": FATIMA}, "Person"),
        (f"{API}/persons/{ELS}/reload", {"organisation": DE_KADE}, "Person"),
        (
            f"{API}/work-relations",
            {"person": ELS, "organisation": DE_KADE, "phone": PHONE, "email": EMAIL, "begin": "2031-04-28"},
            "WorkRelation",
        ),
        (f"{API}/work-relations/{RELATION}/end", {"end": "2022-01-01"}, "WorkRelation"),
        (f"{API}/work-relations/{RELATION}/rights", {"right": "lokale-beheerder"}, "UserRight"),
        (f"{API}/rights/{RIGHT}/end", {"end": "2022-01-01"}, "UserRight"),
        (f"{API}/rights/{RIGHT}/revoke", {}, "UserRight"),
        (f"{API}/organisations/{DE_KADE}/tasks/1/accept", {}, "Task"),
        (f"{API}/organisations/{DE_KADE}/tasks/1/refuse", {}, "Task"),
        (
            f"{API}/organisations/{DE_KADE}/rights",
            {"csv": f"rijksregisternummer;recht\n{TOM};KIOSK Aanvrager"},
            "FileReport",
        ),
        (f"{API}/organisations/{DE_KADE}/rights", {"csv": "rijksregisternummer;recht\n1;2"}, "FileReport"),
        (f"{API}/rights/{RIGHT}/extend", {}, "Problem"),
    ],
)
def test_the_answer_to_a_change_has_the_shape_that_is_described(
    idm: IdmAlone, path: str, members: dict[str, object], schema: str
) -> None:
    answer = filled(idm).post(path, actor=JAN, **members)
    assert DESCRIPTION.errors(schema, answer.json()) == []


def test_the_answer_to_a_step_has_the_shape_that_is_described(idm: IdmAlone) -> None:
    filled(idm)
    attempts = idm.post("/_mock/scim-step").json()
    assert attempts["deliveries"]
    assert DESCRIPTION.errors("Attempts", attempts) == []
    assert DESCRIPTION.errors("Activated", idm.post("/_mock/workflow/step").json()) == []


def test_an_answer_of_another_shape_is_noticed() -> None:
    assert DESCRIPTION.errors("UserRight", {"right": "KIOSK Aanvrager"})
    assert DESCRIPTION.errors("Workflow", {"mode": "traag", "seconds": 1, "waiting": []})


def test_every_example_fits_its_body_and_every_fact_can_be_put(idm: IdmAlone) -> None:
    numbers = {
        "PersonBody": ELS,
        "WorkRelationBody": RELATION,
        "RightBody": RIGHT,
        "ActivationBody": f"{LEERPUNT}-dienstverlener-departementen",
        "ScimTargetBody": "kiosk",
    }
    assert list(DESCRIPTION.examples("post"))
    put = list(DESCRIPTION.examples("put"))
    for path, schema, example in put:
        answer = idm.put(path.replace("{number}", numbers.get(schema, "")), example)
        assert answer.status == 200, answer.body
    assert len(put) > 6
