"""The API: every use case by a program, with the same checks as on the pages."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from mocks.core.statements import read
from mocks.idm.backend import WORK_RELATIONS
from mocks.idm.tests.alone import (
    DE_KADE,
    ELS,
    EMAIL,
    FATIMA,
    INES,
    JAN,
    LEERPUNT,
    PHONE,
    STILTE,
    TOM,
    WIM,
    IdmAlone,
)

API = "/api/v1"
RELATION = f"{ELS}-{DE_KADE}-1"
RIGHT = f"{RELATION}-kiosk-aanvrager-1"
HERE = {"actor": JAN, "organisation": DE_KADE}


def done(answer: Any, status: int = 200) -> Any:  # noqa: ANN401
    assert answer.status == status, answer.body
    return answer.json()


def employ(idm: IdmAlone) -> None:
    """Let De Kade employ Els with the right of KIOSK, by the API alone."""
    done(idm.post(f"{API}/persons", number=ELS, reason="nieuw", **HERE), 201)
    done(idm.post(f"{API}/work-relations", person=ELS, phone=PHONE, email=EMAIL, **HERE), 201)
    done(idm.post(f"{API}/work-relations/{RELATION}/rights", actor=JAN, right="KIOSK Aanvrager"), 201)


def test_from_nobody_to_an_employee_with_a_right(idm: IdmAlone) -> None:
    assert done(idm.get(f"{API}/organisations", actor=JAN))["organisations"] == [
        {
            "number": DE_KADE,
            "name": "Theater De Kade vzw",
            "target_group": "EA",
            "grounds": ["legal_representative"],
        }
    ]
    looked_up = done(idm.get(f"{API}/register/{ELS}", **HERE))
    assert (looked_up["given_name"], looked_up["source"], looked_up["in_idm"]) == ("Els", "VKBP", False)
    employ(idm)
    person = done(idm.get(f"{API}/persons/{ELS}", **HERE))
    (relation,) = person["work_relations"]
    (right,) = relation["rights"]
    assert (person["status"], relation["category"]) == ("Actief", "Vaste Medewerker")
    assert (right["number"], right["state"]) == (RIGHT, "geldig")


def test_the_statement_is_the_same_resource(idm: IdmAlone) -> None:
    employ(idm)
    path = f"{API}/persons/{ELS}/work-relations"
    plain = done(idm.get(path))
    signed = idm.get(path, "application/jwt", audience="https://authenticatie.vlaanderen.be")
    with idm.visit() as visit:
        audience = "https://authenticatie.vlaanderen.be"
        assert read(visit, WORK_RELATIONS, ELS, audience, signed.body.decode()) == plain
    assert idm.get(path, "application/jwt").json()["code"] == "audience-missing"
    assert idm.get(f"{API}/persons/{TOM}/work-relations").json()["code"] == "person-not-in-idm"


def test_rights_are_extended_ended_and_revoked(idm: IdmAlone) -> None:
    employ(idm)
    path = f"{API}/rights/{RIGHT}"
    assert done(idm.post(f"{path}/end", actor=JAN, end="28/04/2021"))["end"] == "2021-04-28"
    assert done(idm.post(f"{path}/extend", actor=JAN, end="2022-01-01"))["end"] == "2022-01-01"
    assert done(idm.post(f"{path}/extend", actor=JAN))["end"] == "2025-04-27"
    assert done(idm.post(f"{path}/revoke", actor=JAN))["state"] == "ingetrokken"
    assert idm.post(f"{path}/revoke", actor=JAN).json()["code"] == "right-revoked"
    assert idm.post(f"{path}/revoke", actor=JAN, seen=1).json()["code"] == "changed-meanwhile"


def test_work_relations_are_extended_and_ended(idm: IdmAlone) -> None:
    employ(idm)
    path = f"{API}/work-relations/{RELATION}"
    assert done(idm.post(f"{path}/end", actor=JAN, end="2022-01-01"))["end"] == "2022-01-01"
    assert done(idm.get(path, actor=JAN))["rights"][0]["end"] == "2022-01-01"
    assert done(idm.post(f"{path}/extend", actor=JAN))["end"] == "2031-04-27"
    assert done(idm.get(path, actor=JAN))["rights"][0]["end"] == "2025-04-27"


def test_what_is_on_offer_depends_on_who_asks(idm: IdmAlone) -> None:
    employ(idm)
    idm.told.appointment(TOM, DE_KADE, "access_manager", "economy")
    path = f"{API}/work-relations/{RELATION}/rights-on-offer"
    offered = {
        who: {right["name"] for right in done(idm.get(path, actor=who))["rights"]} for who in (JAN, TOM)
    }
    assert offered[TOM] == {"VLAIO Inkom Gebruiker Nieuw", "VLAIO Inkom Gebruiker"}
    assert {"KIOSK Aanvrager", "Hoofd Lokale beheerder"} < offered[JAN]


def test_lists_come_in_pieces(idm: IdmAlone) -> None:
    for person in (ELS, TOM, INES):
        idm.employ(person)
    path = f"{API}/organisations/{DE_KADE}/persons"
    first = done(idm.get(path, actor=JAN, limit="2"))
    assert [one["name"] for one in first["persons"]] == ["Inês Duarte", "Els Maes"]
    second = done(idm.get(path, actor=JAN, limit="2", after=first["next"]))
    assert ([one["name"] for one in second["persons"]], second["next"]) == (["Tom Willems"], None)
    assert idm.get(path, actor=JAN, limit="101").json()["code"] == "malformed-limit"
    assert idm.get(path, actor=JAN, after="zomaar").json()["code"] == "malformed-cursor"


def test_the_history_and_the_comparison_are_read(idm: IdmAlone) -> None:
    employ(idm)
    idm.employ(TOM)
    told = done(idm.get(f"{API}/persons/{ELS}/history", **HERE))["history"]
    assert [one["action"] for one in told] == ["right-granted", "coupled", "person-added"]
    assert {one["actor_name"] for one in told} == {"Jan Peeters"}
    assert len(done(idm.get(f"{API}/organisations/{DE_KADE}/history", actor=JAN))["history"]) == 5
    path = f"{API}/organisations/{DE_KADE}/comparison?person={ELS}&person={TOM}&actor={JAN}"
    assert done(idm.send("GET", path, b""))["rights"][0]["states"] == ["geldig", ""]


def test_a_reload_takes_the_data_of_the_register(idm: IdmAlone) -> None:
    employ(idm)
    idm.told.person(ELS, "Elisabeth", "Maes")
    assert done(idm.post(f"{API}/persons/{ELS}/reload", **HERE))["given_name"] == "Elisabeth"


def test_who_administers_is_told_to_anybody_with_the_reasons(idm: IdmAlone) -> None:
    found = done(idm.get(f"{API}/organisations/{DE_KADE}/administrators"))["administrators"]
    assert {one["name"]: one["grounds"] for one in found} == {
        "Jan Peeters": ["legal_representative"],
        "Fatima El Amrani": ["main_access_manager"],
    }
    why = done(idm.get(f"{API}/organisations/{DE_KADE}/administrators/{TOM}"))
    assert why["administrator"] is False
    assert [one["ground"] for one in why["grounds"]] == [
        "legal_representative",
        "main_access_manager",
        "chief_local_administrator",
        "local_administrator",
        "access_manager",
    ]
    assert all(one["repair"] for one in why["grounds"])


def test_the_catalogue_tells_every_right(idm: IdmAlone) -> None:
    rights = {one["name"]: one for one in done(idm.get(f"{API}/catalogue"))["rights"]}
    assert rights["KIOSK Aanvrager"]["available_from"] == "2021-03-15"
    assert rights["Hoofd Lokale beheerder"]["granted_by"] == ["legal_representative", "main_access_manager"]


def test_rights_go_out_and_in_by_the_file(idm: IdmAlone) -> None:
    idm.employ(ELS)
    path = f"{API}/organisations/{DE_KADE}"
    text = f"rijksregisternummer;recht\n{ELS};KIOSK Aanvrager\n"
    wrong = idm.post(f"{path}/rights", actor=JAN, csv=text + "12;x\n")
    assert (wrong.status, wrong.json()["granted"], wrong.json()["refused"]) == (409, 0, 1)
    assert done(idm.post(f"{path}/rights", actor=JAN, csv=text, rehearse=True))["done"] is False
    assert done(idm.post(f"{path}/rights", actor=JAN, csv=text))["lines"][0]["right"] == RIGHT
    export = idm.get(f"{path}/rights.csv", "text/csv", actor=JAN)
    assert export.header("Content-Type") == "text/csv; charset=utf-8"
    rows = list(csv.reader(io.StringIO(export.body.decode("utf-8-sig")), delimiter=";"))
    assert (len(rows), rows[1][7]) == (2, "KIOSK Aanvrager")


def test_a_request_is_made_seen_and_decided(idm: IdmAlone) -> None:
    asked = {"person": ELS, "phone": PHONE, "email": EMAIL, "dg": "EA", "oc": DE_KADE}
    first = done(idm.post(f"{API}/self-registrations", an="KIOSK Aanvrager", **asked), 201)
    second = done(idm.post(f"{API}/self-registrations", ec="EigenEloketGebruiker", **asked), 201)
    path = f"{API}/organisations/{DE_KADE}/tasks"
    assert len(done(idm.get(path, actor=FATIMA))["tasks"]) == 2
    accepted = done(idm.post(f"{path}/{first['number']}/accept", actor=FATIMA, category="Externe medewerker"))
    assert (accepted["decision"], accepted["decided_by"]) == ("aanvaard", "Fatima El Amrani")
    refused = done(idm.post(f"{path}/{second['number']}/refuse", actor=FATIMA, answer="Niet nodig."))
    assert (refused["decision"], refused["answer"]) == ("geweigerd", "Niet nodig.")
    assert idm.post(f"{path}/x/refuse", actor=FATIMA).json()["code"] == "unknown-task"
    assert idm.post(f"{API}/self-registrations", **asked).json()["code"] == "malformed-link"


# Refusals


@pytest.mark.parametrize(
    ("path", "members", "status", "code"),
    [
        ("/persons", {"number": ELS, "actor": TOM}, 403, "not-local-administrator"),
        ("/persons", {"number": ELS, "actor": WIM}, 403, "administers-other-organisation"),
        ("/persons", {"number": ELS, "organisation": STILTE}, 409, "organisation-stopped"),
        ("/persons", {"number": ELS, "actor": ""}, 400, "number-missing"),
        ("/persons", {}, 400, "malformed-body"),
        ("/persons", {"number": ELS, "nickname": "x" * 10_000}, 400, "unreadable-text"),
        ("/persons", {"number": ELS, "extra": 1}, 400, "malformed-body"),
        ("/work-relations", {"person": ELS, "phone": PHONE, "email": EMAIL}, 404, "person-not-in-idm"),
        ("/work-relations", {"person": ELS, "phone": PHONE, "email": EMAIL, "end": "31/02/2022"}, 400,
         "malformed-date"),
        ("/work-relations", {"person": ELS, "phone": PHONE, "email": EMAIL, "category": "Baas"}, 400,
         "unknown-category"),
    ],
)  # fmt: skip
def test_every_refusal_has_its_status_and_code(
    idm: IdmAlone, path: str, members: dict[str, object], status: int, code: str
) -> None:
    answer = idm.post(API + path, **{**HERE, **members})
    assert (answer.status, answer.json()["code"]) == (status, code)
    assert answer.json()["detail"]


@pytest.mark.parametrize(
    "path",
    [
        f"/organisations/{DE_KADE}/persons",
        f"/organisations/{DE_KADE}/history",
        f"/organisations/{DE_KADE}/tasks",
        f"/organisations/{DE_KADE}/comparison",
        f"/organisations/{DE_KADE}/rights.csv",
        f"/work-relations/{RELATION}",
        f"/work-relations/{RELATION}/rights-on-offer",
        f"/persons/{ELS}",
        f"/persons/{ELS}/history",
        f"/register/{ELS}",
    ],
)
def test_what_an_organisation_keeps_is_for_its_own_administrators(idm: IdmAlone, path: str) -> None:
    employ(idm)
    assert idm.get(API + path, organisation=DE_KADE).json()["code"] == "actor-missing"
    for stranger, code in ((TOM, "not-local-administrator"), (WIM, "administers-other-organisation")):
        answer = idm.get(API + path, actor=stranger, organisation=DE_KADE)
        assert (answer.status, answer.json()["code"]) == (403, code)


def test_an_organisation_sees_only_its_own_part_of_a_person(idm: IdmAlone) -> None:
    employ(idm)
    idm.employ(ELS, LEERPUNT)
    seen = done(idm.get(f"{API}/persons/{ELS}", actor=WIM, organisation=LEERPUNT))
    assert [one["organisation"] for one in seen["work_relations"]] == [LEERPUNT]
