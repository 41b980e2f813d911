"""The control room: facts in and out, the workflow, and what is refused."""

from __future__ import annotations

from datetime import date

import pytest

from mocks.idm.tests.alone import DE_KADE, ELS, KAPELDORP, LEERPUNT, TOM, IdmAlone

RELATION = f"/_mock/work-relation/{ELS}-{DE_KADE}-1"
RIGHT = f"/_mock/right/{ELS}-{DE_KADE}-1-kiosk-aanvrager-1"
DEPARTMENTS = f"/_mock/activation/{LEERPUNT}-dienstverlener-departementen"


@pytest.mark.parametrize(
    ("path", "whole"),
    [
        (
            f"/_mock/person/{ELS}",
            {
                "given_name": "Els",
                "family_name": "Maes",
                "birth_date": "1985-03-19",
                "sex": "F",
                "nickname": "Elsje",
                "initials": "EM",
                "reason": "nieuw",
                "status": "In afwachting",
                "organisations": [DE_KADE],
            },
        ),
        (
            RELATION,
            {
                "category": "Externe medewerker",
                "target_group": "EA",
                "begin": "2020-01-01",
                "end": "2025-01-01",
                "phone": "+3212345678",
                "email": "els@de-kade.example",
            },
        ),
        (
            RIGHT,
            {
                "profile": None,
                "contexts": [],
                "begin": "2021-04-01",
                "end": "2021-04-26",
                "revoked_on": "2021-04-20",
            },
        ),
        (DEPARTMENTS, {"contexts": ["Campus Gent"], "begin": "2018-01-01", "end": "2030-01-01"}),
        (
            "/_mock/scim-target/kiosk",
            {
                "system": "kiosk",
                "path": "/scim/v2",
                "token": "geheim",
                "format": "simple",
                "when": "step",
                "enabled": False,
            },
        ),
    ],
)
def test_what_is_put_is_read_back_and_can_be_put_again_and_removed(
    idm: IdmAlone, path: str, whole: dict[str, object]
) -> None:
    for _ in range(2):
        assert idm.put(path, whole).status == 200
        assert idm.get(path).json() == whole
    numbers = idm.get(path.rpartition("/")[0]).json()["numbers"]
    assert numbers == [path.rpartition("/")[2]]
    assert idm.put(path, {}).status == 200
    left = idm.get(path).json()
    if "scim" not in path:
        assert left == whole, "what is left out stays as it was"
    assert idm.delete(path).status == 200
    assert (idm.delete(path).status, idm.get(path).status) == (404, 404)


def test_a_right_alone_is_enough_what_is_missing_under_it_is_made(idm: IdmAlone) -> None:
    named = f"/_mock/right/{ELS}-{DE_KADE}-KIOSK%20Aanvrager"
    assert idm.put(named, {"begin": "2021-04-01"}).status == 200, "the name on the screen will do"
    assert idm.get(RIGHT).json()["end"] == "2025-04-01"
    assert idm.get(RELATION).json()["begin"] == "2021-04-01"
    person = idm.get(f"/_mock/person/{ELS}").json()
    assert (person["status"], person["organisations"]) == ("Actief", [DE_KADE])


def test_a_fact_may_be_what_the_rules_of_granting_refuse(idm: IdmAlone) -> None:
    members = {"begin": "2010-01-01", "end": "2040-01-01"}
    assert idm.put(RIGHT, members).status == 200
    assert idm.get(RELATION).json() == {
        "category": "Vaste Medewerker",
        "target_group": "EA",
        "begin": "2010-01-01",
        "end": "2040-01-01",
        "phone": None,
        "email": None,
    }


def test_removing_a_person_removes_everything_of_that_person(idm: IdmAlone) -> None:
    idm.put(RIGHT)
    idm.put(f"/_mock/right/{TOM}-{KAPELDORP}-kiosk-aanvrager")
    assert idm.delete(f"/_mock/person/{ELS}").status == 200
    assert idm.get("/_mock/right").json()["numbers"] == [f"{TOM}-{KAPELDORP}-1-kiosk-aanvrager-1"]
    assert idm.get(f"/api/v1/persons/{ELS}/work-relations").status == 404


@pytest.mark.parametrize(
    ("path", "members", "code"),
    [
        ("/_mock/person/12", {}, "wrong-length"),
        ("/_mock/person/85073003328", {}, "could-be-real"),
        (f"/_mock/person/{ELS}", {"status": "Slapend"}, "malformed-body"),
        (f"/_mock/person/{ELS}", {"organisations": ["12"]}, "wrong-length"),
        (f"/_mock/person/{ELS}", {"given_name": "x" * 10_000}, "malformed-body"),
        (f"/_mock/work-relation/{ELS}", {}, "malformed-number"),
        (f"/_mock/work-relation/{ELS}-0200065765", {}, "could-be-real"),
        (RELATION, {"begin": "2021-01-02", "end": "2021-01-01"}, "end-before-begin"),
        (RELATION, {"phone": "012"}, "malformed-phone"),
        (RELATION, {"category": "Baas"}, "malformed-body"),
        (RELATION, {"begin": "31/02/2021"}, "malformed-body"),
        (RIGHT, {"begin": "2021-01-02", "end": "2021-01-01"}, "end-before-begin"),
        (f"/_mock/right/{ELS}-{DE_KADE}-onbekend", {}, "unknown-right"),
        (f"/_mock/activation/{LEERPUNT}", {}, "malformed-number"),
        (DEPARTMENTS, {"begin": "2021-01-02", "end": "2021-01-01"}, "end-before-begin"),
    ],
)
def test_nonsense_is_refused_with_the_reason_and_leaves_nothing(
    idm: IdmAlone, path: str, members: dict[str, object], code: str
) -> None:
    answer = idm.put(path, members)
    assert answer.status in {400, 404}
    assert answer.json()["code"] == code
    for kind in ("person", "work-relation", "right", "activation"):
        assert idm.get(f"/_mock/{kind}").json() == {"numbers": []}


# The workflow


def test_the_workflow_is_set_and_stepped(idm: IdmAlone) -> None:
    assert idm.get("/_mock/workflow").json() == {"mode": "at_once", "seconds": 60, "waiting": []}
    assert idm.put("/_mock/workflow", {"mode": "stepped"}).json()["mode"] == "stepped"
    with idm.acting() as acting:
        acting.people.add(acting.administrator, ELS)
        acting.people.add(acting.administrator, TOM)
    assert set(idm.get("/_mock/workflow").json()["waiting"]) == {ELS, TOM}
    assert idm.post("/_mock/workflow/step", person=ELS).json() == {"activated": [ELS]}
    assert idm.post("/_mock/workflow/step").json() == {"activated": [TOM]}
    assert idm.post("/_mock/workflow/step").json() == {"activated": []}


def test_a_delay_is_cut_short_for_who_is_named(idm: IdmAlone) -> None:
    idm.put("/_mock/workflow", {"mode": "delay", "seconds": 3600})
    with idm.acting() as acting:
        acting.people.add(acting.administrator, ELS)
    assert idm.get(f"/_mock/person/{ELS}").json()["status"] == "In afwachting"
    idm.post("/_mock/workflow/step", person=ELS)
    assert idm.get(f"/_mock/person/{ELS}").json()["status"] == "Actief"


@pytest.mark.parametrize("members", [{"mode": "traag"}, {"mode": "delay", "seconds": -1}, {}])
def test_another_workflow_is_refused(idm: IdmAlone, members: dict[str, object]) -> None:
    assert idm.put("/_mock/workflow", members).status == 400
    assert idm.get("/_mock/workflow").json()["mode"] == "at_once"


def test_nobody_is_stepped_who_is_not_in_idm(idm: IdmAlone) -> None:
    assert idm.post("/_mock/workflow/step", person=ELS).json()["code"] == "person-not-in-idm"


def test_who_was_put_as_actief_is_so_on_whatever_day_the_clock_is_set(idm: IdmAlone) -> None:
    idm.put(f"/_mock/person/{ELS}", {"status": "Actief"})
    idm.go_to(date(2019, 1, 1))
    assert idm.get(f"/_mock/person/{ELS}").json()["status"] == "Actief"
