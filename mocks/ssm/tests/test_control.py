"""The control room: mandates in and out, what is made of a little, and what is refused."""

from __future__ import annotations

import pytest

from mocks.ssm.tests.alone import AN, CIJFERWIJS, DE_KADE, DE_LINDE, JAN, KAREL, NOOR, SsmAlone
from mocks.ssm.tests.seen import stated

FIRST = "/_mock/mandate/M-2021-000001-43"
BETWEEN = {"mandator": DE_KADE, "holder": CIJFERWIJS}
WHOLE = {
    "type": "eigen-eloket",
    "mandator": NOOR,
    "holder": CIJFERWIJS,
    "begin": "2020-01-01",
    "end": "2025-01-01",
    "created_on": "2019-12-01",
    "signed_by_mandator_on": "2019-12-02",
    "signed_by_holder_on": None,
    "stopped_on": "2021-04-26",
    "stop_reason": "verhuisd",
    "replaces": None,
}


def test_what_is_put_is_read_back_and_can_be_put_again_and_removed(ssm: SsmAlone) -> None:
    for _ in range(2):
        assert ssm.put(FIRST, WHOLE).status == 200
        assert ssm.get(FIRST).json() == WHOLE
    assert ssm.get("/_mock/mandate").json() == {"numbers": ["M-2021-000001-43"]}
    assert ssm.put(FIRST, {}).status == 200
    assert ssm.get(FIRST).json() == WHOLE, "what is left out stays as it was"
    assert (
        ssm.put(FIRST, {"stopped_on": None, "end": None, "signed_by_holder_on": "2020-02-01"}).status == 200
    )
    changed = {"stopped_on": None, "stop_reason": None, "end": None, "signed_by_holder_on": "2020-02-01"}
    assert ssm.get(FIRST).json() == {**WHOLE, **changed, "stop_reason": None}
    assert ssm.delete(FIRST).status == 200
    assert (ssm.delete(FIRST).status, ssm.get(FIRST).status) == (404, 404)
    assert stated(ssm, CIJFERWIJS) == []


def test_two_parties_are_enough_for_a_mandate_that_works_today(ssm: SsmAlone) -> None:
    assert ssm.put("/_mock/mandate/m-2021-000001", BETWEEN).status == 200, "check digits may be left out"
    with ssm.acting() as acting:
        (found,) = acting.lists.page(acting.agent).items
        assert found.works_on(acting.visit.clock.today)
        assert found.type.key == "kiosk"
        assert acting.told(found) == ["aanmaak", "ondertekend", "ondertekend", "opstarten"]
    assert ssm.pending(type_key="eigen-eloket").number.serial == 2, "its number is given out"


@pytest.mark.parametrize(
    ("members", "status"),
    [
        ({"signed_by_holder_on": None}, "Wacht op ondertekening"),
        ({"signed_by_mandator_on": None}, "Wacht op ondertekening"),
        ({"stopped_on": "2021-04-27"}, "stopgezet"),
        ({"stopped_on": "2021-04-28"}, "actief"),
        ({"end": "2021-04-26"}, "afgelopen"),
        ({"end": "2021-04-27"}, "actief"),
        ({"end": "9999-12-31"}, "actief"),
        ({"begin": "2021-04-28"}, "nog niet begonnen"),
        ({"begin": "2021-04-01", "signed_by_holder_on": "2021-04-28"}, "nog niet begonnen"),
    ],
)
def test_a_few_members_set_the_scene(ssm: SsmAlone, members: dict[str, object], status: str) -> None:
    assert ssm.put(FIRST, {**BETWEEN, **members}).status == 200
    query = {"actor": JAN, "party": DE_KADE}
    assert ssm.get("/api/v1/mandates/M-2021-000001-43", **query).json()["status"] == status


def test_a_change_bites_in_the_statements_of_the_old_and_the_new_holder(ssm: SsmAlone) -> None:
    ssm.put(FIRST, BETWEEN)
    assert len(stated(ssm, CIJFERWIJS)) == 1
    ssm.put(FIRST, {"holder": DE_LINDE})
    assert (stated(ssm, CIJFERWIJS), len(stated(ssm, DE_LINDE))) == ([], 1)


def test_a_mandate_that_waits_and_replaces_another_is_its_transfer(ssm: SsmAlone) -> None:
    ssm.put(FIRST, BETWEEN)
    body = {"mandator": DE_KADE, "holder": DE_LINDE, "signed_by_holder_on": None, "replaces": "M-2021-000001"}
    assert ssm.put("/_mock/mandate/M-2021-000002", body).status == 200
    query = {"actor": KAREL, "party": CIJFERWIJS}
    old = ssm.get("/api/v1/mandates/M-2021-000001-43", **query).json()
    assert (old["status"], old["successor"]) == ("wacht op overdracht", "M-2021-000002-42")
    signed = ssm.post("/api/v1/mandates/M-2021-000002-42/sign", actor=AN, party=DE_LINDE)
    assert signed.json()["status"] == "actief"
    assert ssm.get("/api/v1/mandates/M-2021-000001-43", **query).json()["status"] == "stopgezet"


def test_a_transfer_that_is_removed_leaves_the_old_mandate_as_it_was(ssm: SsmAlone) -> None:
    ssm.put(FIRST, BETWEEN)
    body = {"mandator": DE_KADE, "holder": DE_LINDE, "signed_by_holder_on": None, "replaces": "M-2021-000001"}
    ssm.put("/_mock/mandate/M-2021-000002", body)
    assert ssm.delete("/_mock/mandate/M-2021-000002").status == 200
    old = ssm.get("/api/v1/mandates/M-2021-000001-43", actor=JAN, party=DE_KADE).json()
    assert (old["status"], old["successor"]) == ("actief", None)


@pytest.mark.parametrize(
    ("path", "members", "code"),
    [
        ("/_mock/mandate/1", BETWEEN, "malformed-number"),
        ("/_mock/mandate/M-2021-000000", BETWEEN, "malformed-number"),
        ("/_mock/mandate/M-2021-000001-44", BETWEEN, "malformed-number"),
        (FIRST, {}, "mandate-incomplete"),
        (FIRST, {"mandator": DE_KADE}, "mandate-incomplete"),
        (FIRST, {**BETWEEN, "holder": DE_KADE}, "mandate-contradicts"),
        (FIRST, {**BETWEEN, "replaces": "M-2021-000001"}, "mandate-contradicts"),
        (FIRST, {**BETWEEN, "holder": "12"}, "malformed-party"),
        (FIRST, {**BETWEEN, "holder": "0200065765"}, "could-be-real"),
        (FIRST, {**BETWEEN, "mandator": "85073003328"}, "could-be-real"),
        (FIRST, {**BETWEEN, "type": "onbekend"}, "unknown-type"),
        (FIRST, {**BETWEEN, "begin": "2021-02-02", "end": "2021-02-01"}, "end-before-begin"),
        (FIRST, {**BETWEEN, "begin": "31/02/2021"}, "malformed-body"),
        (FIRST, {**BETWEEN, "begin": "0001-01-01"}, "malformed-body"),
        (FIRST, {**BETWEEN, "stop_reason": "x" * 201}, "malformed-body"),
    ],
)
def test_nonsense_is_refused_with_the_reason_and_leaves_nothing(
    ssm: SsmAlone, path: str, members: dict[str, object], code: str
) -> None:
    answer = ssm.put(path, members)
    assert answer.status in {400, 404}
    assert answer.json()["code"] == code
    assert ssm.get("/_mock/mandate").json() == {"numbers": []}


def test_the_last_number_of_a_year_may_be_put_and_then_none_is_left(ssm: SsmAlone) -> None:
    assert ssm.put("/_mock/mandate/M-2021-999999", BETWEEN).status == 200
    asked = {"actor": JAN, "party": DE_KADE, "type": "kiosk", "mandator": DE_KADE, "holder": DE_LINDE}
    answer = ssm.post("/api/v1/mandates", **asked)
    assert (answer.status, answer.json()["code"]) == (409, "numbers-exhausted")
