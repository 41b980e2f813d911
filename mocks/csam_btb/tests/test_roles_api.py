"""Who may grant and revoke federal roles, by the API and in the control room."""

from __future__ import annotations

from datetime import date

import pytest

from mocks.csam_btb.tests.btb import CSAM, MAIN, end, put_appointment
from mocks.csam_btb.tests.house import (
    DE_KADE,
    DIRK,
    DORA,
    FATIMA,
    JAN,
    NOBODY,
    SOPHIE,
    STILTE,
    TOM,
    Play,
    a_function,
)
from mocks.csam_btb.tests.roles import API, FLEET, GIVER, grant, granted, put_role, revoke


def test_the_catalogue_says_which_labels_have_a_source(play: Play) -> None:
    roles = play.app.test_client().get(API).get_json()["roles"]
    assert [one["label"] for one in roles if one["sourced"]] == [
        "FODFin mandaatgever",
        "FODFin mandaatnemer",
        "FODFin mandaatuitvoerder",
    ]
    assert {one["domain"] for one in roles} == {"finance", "mobility", "employment", "economy"}


def test_a_main_access_manager_grants_a_role(led: Play) -> None:
    answer = grant(led, FATIMA, TOM, begin="2021-05-01", end="31/12/2021")
    assert answer.status_code == 201
    assert granted(led, TOM) == [
        {
            "enterprise_number": DE_KADE,
            "insz": TOM,
            "role": GIVER,
            "begin": "2021-05-01",
            "end": "2021-12-31",
            "granted_by": FATIMA,
            "revoked_on": None,
        }
    ]


def test_without_dates_a_role_begins_today_and_lasts(led: Play) -> None:
    answer = grant(led, FATIMA, SOPHIE).get_json()
    assert (answer["begin"], answer["end"]) == ("2021-04-27", None)


def test_one_grants_oneself_too(led: Play) -> None:
    assert grant(led, FATIMA, FATIMA).status_code == 201


def test_a_legal_representative_is_main_access_manager_without_an_appointment(play: Play) -> None:
    assert grant(play, JAN, TOM).status_code == 201


def test_a_function_that_has_ended_gives_no_roles_to_grant(play: Play) -> None:
    play.functions[JAN] = [a_function(DE_KADE, end="2021-04-26")]
    answer = grant(play, JAN, TOM)
    assert (answer.status_code, answer.get_json()["code"]) == (403, "not-a-manager")


@pytest.mark.parametrize(
    ("domain", "role", "status"),
    [
        ("finance", GIVER, 201),
        ("finance", FLEET, 403),
        ("mobility", FLEET, 201),
        ("mobility", GIVER, 403),
        ("all", GIVER, 201),
        ("all", FLEET, 201),
    ],
)
def test_an_access_manager_grants_the_roles_of_the_own_domain(
    led: Play, domain: str, role: str, status: int
) -> None:
    put_appointment(led, f"{DE_KADE}-{TOM}-{domain}", appointed_by=FATIMA)
    answer = grant(led, TOM, SOPHIE, role=role)
    assert answer.status_code == status
    if status == 403:
        assert answer.get_json()["code"] == "role-of-other-domain"


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ({"waiting": True}, "manager-waits"),
        ({"appointed_on": "2020-01-15", "end": "2021-04-26"}, "manager-ended"),
    ],
)
def test_an_appointment_that_does_not_hold_today_grants_nothing(
    play: Play, members: dict[str, object], code: str
) -> None:
    put_appointment(play, f"{DE_KADE}-{FATIMA}-{MAIN}", appointed_by=JAN, **members)
    answer = grant(play, FATIMA, TOM)
    assert (answer.status_code, answer.get_json()["code"]) == (403, code)


def test_an_outsider_is_told_whom_to_ask(led: Play) -> None:
    answer = grant(led, TOM, TOM)
    assert (answer.status_code, answer.get_json()["code"]) == (403, "not-a-manager")
    assert "Theater De Kade vzw" in answer.get_json()["detail"]
    assert granted(led, TOM) == []


def test_a_dead_manager_grants_nothing(led: Play) -> None:
    put_appointment(led, f"{DE_KADE}-{DORA}-{MAIN}", backup=True)
    assert grant(led, DORA, TOM).get_json()["code"] == "deceased-actor"


@pytest.mark.parametrize(
    ("insz", "changes", "status", "code"),
    [
        (NOBODY, {}, 409, "unknown-role-holder"),
        (DORA, {}, 409, "deceased-role-holder"),
        (TOM, {"role": "onzin"}, 400, "unknown-role"),
        (TOM, {"role": ""}, 400, "field-missing"),
        (TOM, {"begin": "2021-04-26"}, 400, "role-begins-in-the-past"),
        (TOM, {"begin": "2021-02-31"}, 400, "malformed-day"),
        (TOM, {"begin": "2021-05-02", "end": "2021-05-01"}, 400, "role-contradicts"),
        (TOM, {"end": "ooit"}, 400, "malformed-day"),
        ("", {}, 400, "field-missing"),
        ("9" * 50, {}, 400, "field-too-long"),
    ],
)
def test_what_cannot_be_granted_is_refused(
    led: Play, insz: str, changes: dict[str, str], status: int, code: str
) -> None:
    answer = grant(led, FATIMA, insz, **changes)
    assert (answer.status_code, answer.get_json()["code"]) == (status, code)


def test_a_role_of_one_day_is_granted(led: Play) -> None:
    assert grant(led, FATIMA, TOM, begin="2021-04-27", end="2021-04-27").status_code == 201


def test_nobody_is_granted_a_role_twice_until_it_is_past(led: Play) -> None:
    assert grant(led, FATIMA, TOM, end="2021-04-27").status_code == 201
    assert grant(led, FATIMA, TOM).get_json()["code"] == "already-granted"
    put_role(led, f"{DE_KADE}-{TOM}-{GIVER}", end="2021-04-26")
    assert grant(led, FATIMA, TOM).status_code == 201


def test_a_stopped_enterprise_grants_nothing_and_revokes_still(play: Play) -> None:
    play.functions[JAN] = [a_function(STILTE)]
    put_role(play, f"{STILTE}-{TOM}-{GIVER}")
    answer = grant(play, JAN, DIRK, STILTE)
    assert (answer.status_code, answer.get_json()["code"]) == (409, "no-roles-when-stopped")
    assert revoke(play, JAN, TOM, enterprise=STILTE).status_code == 200


def test_an_enterprise_that_the_kbo_does_not_know_is_not_found(play: Play) -> None:
    answer = grant(play, JAN, TOM, "0100000070")
    assert (answer.status_code, answer.get_json()["code"]) == (404, "unknown-enterprise")


def test_a_revoked_role_is_past_at_once_and_can_be_granted_again(led: Play) -> None:
    grant(led, FATIMA, TOM)
    assert revoke(led, JAN, TOM).status_code == 200
    assert granted(led, TOM)[0]["revoked_on"] == "2021-04-27"
    again = revoke(led, FATIMA, TOM)
    assert (again.status_code, again.get_json()["code"]) == (404, "nothing-to-revoke")
    assert grant(led, FATIMA, TOM).status_code == 201


def test_who_manages_another_domain_revokes_nothing(led: Play) -> None:
    put_appointment(led, f"{DE_KADE}-{SOPHIE}-mobility", appointed_by=FATIMA)
    grant(led, FATIMA, TOM)
    for actor, code in ((SOPHIE, "role-of-other-domain"), (TOM, "not-a-manager")):
        answer = revoke(led, actor, TOM)
        assert (answer.status_code, answer.get_json()["code"]) == (403, code)
    assert granted(led, TOM)[0]["revoked_on"] is None


def test_a_role_outlives_the_appointment_of_who_granted_it(led: Play) -> None:
    grant(led, FATIMA, TOM)
    end(led, JAN, FATIMA)
    assert granted(led, TOM)[0]["revoked_on"] is None
    assert revoke(led, FATIMA, TOM).get_json()["code"] == "manager-ended"


def test_the_roles_of_an_enterprise_come_a_page_at_a_time(led: Play) -> None:
    for person in (TOM, SOPHIE):
        grant(led, FATIMA, person)
    answer = led.app.test_client().get(f"{API}/enterprises/{DE_KADE}?limit=1&offset=1").get_json()
    assert (answer["total"], len(answer["roles"])) == (2, 1)


@pytest.mark.parametrize(
    ("members", "begin"),
    [
        ({}, "2021-04-27"),
        ({"end": "2021-04-26"}, "2021-04-26"),
        ({"begin": "2021-01-04", "revoked_on": "2021-04-01", "granted_by": JAN}, "2021-01-04"),
    ],
)
def test_a_role_that_is_put_is_read_back(play: Play, members: dict[str, str], begin: str) -> None:
    number = f"{DE_KADE}-{TOM}-{GIVER}"
    assert put_role(play, number, **members).status_code == 200
    found = play.app.test_client().get(f"{CSAM}/_mock/role/{number}").get_json()
    assert found == {"end": None, "revoked_on": None, "granted_by": None, **members, "begin": begin}
    assert play.app.test_client().delete(f"{CSAM}/_mock/role/{number}").status_code == 200
    assert play.app.test_client().delete(f"{CSAM}/_mock/role/{number}").status_code == 404


@pytest.mark.parametrize(
    ("number", "members", "code"),
    [
        ("onzin", {}, "malformed-role-number"),
        (f"{DE_KADE}-{TOM}-onzin", {}, "unknown-role"),
        (f"{DE_KADE}-{TOM}-{GIVER}", {"begin": "2021-05-01", "end": "2021-04-01"}, "role-contradicts"),
    ],
)
def test_a_role_that_cannot_be_is_not_put(
    play: Play, number: str, members: dict[str, str], code: str
) -> None:
    answer = put_role(play, number, **members)
    assert (answer.status_code, answer.get_json()["code"]) == (400, code)


def test_a_role_holds_from_its_first_to_its_last_day(led: Play) -> None:
    grant(led, FATIMA, TOM, begin="2021-04-28", end="2021-04-28")
    for day, code in ((date(2021, 4, 28), "already-granted"), (date(2021, 4, 29), "")):
        led.set_date(day)
        assert grant(led, FATIMA, TOM).get_json().get("code", "") == code
