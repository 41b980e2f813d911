"""The API: who acts for whom, what is asked and answered, and how it is refused."""

from __future__ import annotations

from typing import Any

import pytest

from mocks.core.tests.alone import opened
from mocks.core.wire.backchannel import Answer
from mocks.ssm.tests.alone import (
    AN,
    CIJFERWIJS,
    DE_KADE,
    DE_LINDE,
    JAN,
    KAREL,
    MIEKE,
    NOBODY,
    NOOR,
    NOWHERE,
    STILTE,
    TOM,
    SsmAlone,
)

API = "/api/v1"
FIRST, SECOND, THIRD = "M-2021-000001-43", "M-2021-000002-42", "M-2021-000003-41"


def conclude(ssm: SsmAlone, **members: object) -> Answer:
    """Let Jan give Cijferwijs a mandate for KIOSK on behalf of De Kade, but for these members."""
    asked = {"actor": JAN, "party": DE_KADE, "type": "kiosk", "mandator": DE_KADE, "holder": CIJFERWIJS}
    return ssm.post(f"{API}/mandates", **{**asked, **members})


def test_a_mandate_is_made_signed_lengthened_and_stopped(ssm: SsmAlone) -> None:
    made = conclude(ssm, begin="27/04/2021", end="2021-12-31")
    assert made.status == 201
    assert made.json() == {
        "number": FIRST,
        "type": "kiosk",
        "type_name": "Dossiers beheren in KIOSK",
        "mandator": DE_KADE,
        "mandator_kind": "organisation",
        "mandator_name": "Theater De Kade vzw",
        "holder": CIJFERWIJS,
        "holder_kind": "organisation",
        "holder_name": "Boekhoudkantoor Cijferwijs bv",
        "status": "Wacht op ondertekening",
        "begin": "2021-04-27",
        "end": "2021-12-31",
        "works_from": None,
        "works_today": False,
        "created_on": "2021-04-27",
        "created_by": JAN,
        "created_for": DE_KADE,
        "signed_by_mandator_on": "2021-04-27",
        "signed_by_holder_on": None,
        "stopped_on": None,
        "stop_reason": None,
        "successor": None,
        "replaces": None,
        "changed_on": "2021-04-27",
        "revision": 1,
    }
    karel: dict[str, Any] = {"actor": KAREL, "party": CIJFERWIJS}
    signed = ssm.post(f"{API}/mandates/{FIRST}/sign", seen=1, **karel).json()
    assert (signed["status"], signed["works_today"], signed["revision"]) == ("actief", True, 2)
    longer = ssm.post(f"{API}/mandates/{FIRST}/extend", end="31/12/2022", **karel).json()
    assert longer["end"] == "2022-12-31"
    late = ssm.post(f"{API}/mandates/{FIRST}/stop", seen=2, conditions_read=True, **karel)
    assert (late.status, late.json()["code"]) == (409, "changed-meanwhile")
    stopped = ssm.post(f"{API}/mandates/{FIRST}/stop", conditions_read=True, reason="klaar", **karel).json()
    assert (stopped["status"], stopped["stop_reason"]) == ("stopgezet", "klaar")
    file = ssm.get(f"{API}/mandates/{FIRST}", actor=JAN, party=DE_KADE).json()
    assert [line["action"] for line in reversed(file["history"])] == [
        "aanmaak",
        "ondertekend",
        "in afwachting van ondertekening",
        "ondertekend",
        "opstarten",
        "gewijzigd",
        "stopgezet",
    ]
    assert {line["actor_name"] for line in file["history"]} == {"Jan Peeters", "Karel Dubois"}


def test_a_transfer_is_proposed_and_signed(ssm: SsmAlone) -> None:
    ssm.signed()
    made = ssm.post(f"{API}/mandates/{FIRST}/transfer", actor=JAN, party=DE_KADE, holder=DE_LINDE)
    assert (made.status, made.json()["number"], made.json()["replaces"]) == (201, SECOND, FIRST)
    waiting = ssm.get(f"{API}/parties/{CIJFERWIJS}/mandates", actor=KAREL, frame="transfer").json()
    assert [(one["number"], one["status"]) for one in waiting["mandates"]] == [(FIRST, "wacht op overdracht")]
    signed = ssm.post(f"{API}/mandates/{SECOND}/sign", actor=AN, party=DE_LINDE).json()
    assert signed["status"] == "actief"


def test_a_person_is_told_for_whom_he_may_act_and_why(ssm: SsmAlone) -> None:
    def represented(person: str) -> list[tuple[str, str]]:
        found = ssm.get(f"{API}/persons/{person}/parties").json()["parties"]
        return [(one["party"], one["ground"]) for one in found]

    assert represented(JAN) == [(JAN, "oneself"), (DE_KADE, "legal_representative")]
    assert represented(MIEKE) == [(MIEKE, "oneself"), (DE_KADE, "mandate_manager")]
    assert represented(TOM) == [(TOM, "oneself")]
    assert represented(NOBODY) == []


@pytest.mark.parametrize(
    ("members", "status", "code"),
    [
        ({"actor": TOM}, 403, "nothing-with-organisation"),
        ({"actor": NOBODY}, 404, "unknown-person"),
        ({"actor": "12"}, 400, "wrong-length"),
        ({"party": CIJFERWIJS}, 403, "nothing-with-organisation"),
        ({"party": NOOR}, 403, "not-this-person"),
        ({"party": STILTE}, 409, "organisation-stopped"),
        ({"party": NOWHERE}, 404, "unknown-organisation"),
        ({"party": "x"}, 400, "malformed-party"),
        ({"holder": "123456"}, 409, "no-enterprise-number"),
        ({"holder": "0100000099"}, 400, "wrong-check-digits"),
        ({"type": "onbekend"}, 404, "unknown-type"),
        ({"begin": "31/02/2021"}, 400, "malformed-date"),
        ({"end": "ooit"}, 400, "malformed-date"),
        ({"end": "2021-04-26"}, 400, "end-before-begin"),
        ({"holder": None}, 400, "malformed-body"),
        ({"more": 1}, 400, "malformed-body"),
    ],
)
def test_what_cannot_be_made_is_refused_with_a_sentence(
    ssm: SsmAlone, members: dict[str, object], status: int, code: str
) -> None:
    answer = conclude(ssm, **members)
    assert (answer.status, answer.json()["code"]) == (status, code)
    assert answer.json()["detail"].endswith(".")
    assert ssm.get("/_mock/mandate").json() == {"numbers": []}


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ({"actor": ""}, "actor-missing"),
        ({"frame": "onbekend"}, "unknown-frame"),
        ({"role": "baas"}, "unknown-role"),
        ({"text": "onzin"}, "malformed-party"),
        ({"text": "M-1"}, "malformed-number"),
        ({"text": "M-2021-000001-44"}, "malformed-number"),
        ({"changed_since": "31/02/2021"}, "malformed-date"),
        ({"frame": "active", "changed_since": "2021-01-01"}, "one-search-at-a-time"),
        ({"frame": "active", "text": str(CIJFERWIJS)}, "one-search-at-a-time"),
        ({"limit": "0"}, "malformed-limit"),
        ({"limit": "101"}, "malformed-limit"),
        ({"after": "onzin"}, "malformed-cursor"),
        ({"after": "2021-04-27~M-1"}, "malformed-cursor"),
        ({"after": "2021-99-99~M-2021-000001-43"}, "malformed-cursor"),
    ],
)
def test_a_list_that_cannot_be_asked_is_refused(ssm: SsmAlone, query: dict[str, str], code: str) -> None:
    answer = ssm.get(f"{API}/parties/{DE_KADE}/mandates", **{"actor": JAN, **query})
    assert (answer.status, answer.json()["code"]) == (400, code)


def test_a_list_comes_in_pieces_that_hold_each_mandate_once(ssm: SsmAlone) -> None:
    for place in range(1, 8):
        given, taken = (DE_KADE, CIJFERWIJS) if place % 2 else (DE_LINDE, DE_KADE)
        body = {"mandator": given, "holder": taken, "begin": "2021-04-01", "end": f"2021-0{place % 3 + 5}-01"}
        assert ssm.put(f"/_mock/mandate/M-2021-{place:06}", body).status == 200

    def walk(**query: str) -> list[str]:
        numbers, after = [], ""
        while True:
            piece = ssm.get(
                f"{API}/parties/{DE_KADE}/mandates", actor=JAN, limit="2", after=after, **query
            ).json()
            assert len(piece["mandates"]) <= 2
            numbers += [one["number"][7:13].lstrip("0") for one in piece["mandates"]]
            after = piece["next"]
            if after is None:
                return numbers

    assert walk() == ["7", "6", "5", "4", "3", "2", "1"]
    assert walk(role="holder") == ["6", "4", "2"]
    assert walk(frame="active") == ["3", "6", "1", "4", "7", "2", "5"], "what ends first in front"
    assert walk(changed_since="2021-04-27") == ["7", "6", "5", "4", "3", "2", "1"]
    assert walk(text=str(CIJFERWIJS)) == ["5", "7", "1", "3"], "what counts longest in front"
    ssm.go_to_day("2021-06-15")
    assert walk(frame="passed") == ["7", "4", "1", "6", "3"]


def test_several_are_signed_with_a_result_for_each(ssm: SsmAlone) -> None:
    ssm.pending()
    ssm.pending(type_key="eigen-eloket")
    chosen = [{"number": FIRST, "seen": 1}, {"number": SECOND, "seen": 7}, {"number": THIRD}]
    results = ssm.post(f"{API}/parties/{CIJFERWIJS}/sign", actor=KAREL, mandates=chosen).json()["results"]
    assert [(one["done"], one["code"]) for one in results] == [
        (True, None),
        (False, "changed-meanwhile"),
        (False, "unknown-mandate"),
    ]
    refused = ssm.post(f"{API}/parties/{CIJFERWIJS}/stop", actor=KAREL, mandates=chosen[:1])
    assert (refused.status, refused.json()["code"]) == (400, "conditions-not-read")
    none = ssm.post(f"{API}/parties/{CIJFERWIJS}/sign", actor=KAREL, mandates=[])
    assert (none.status, none.json()["code"]) == (400, "nothing-chosen")


def test_the_statement_is_the_same_resource_signed(ssm: SsmAlone) -> None:
    ssm.signed()
    path = f"{API}/parties/{CIJFERWIJS}/mandates-held"
    plain = ssm.get(path).json()
    answer = ssm.get(path, accept="application/jwt", audience="http://acm.test")
    header, claims, _ = opened(answer.body.decode())
    assert (header["typ"], header["alg"]) == ("ssm-mandates+jwt", "ES256")
    assert claims["facts"] == plain
    assert (claims["iss"], claims["aud"], claims["sub"]) == (
        "https://ssm.proefloket.test",
        "http://acm.test",
        CIJFERWIJS,
    )
    published = ssm.get("/.well-known/jwks.json").json()["keys"]
    assert header["kid"] in {key["kid"] for key in published}
    assert ssm.get(path, accept="application/jwt").json()["code"] == "audience-missing"
    assert ssm.get(f"{API}/parties/{DE_KADE}/mandates-held").json() == {"mandates": []}


def test_the_types_tell_whether_they_are_on_offer(ssm: SsmAlone) -> None:
    types = {one["key"]: one["available"] for one in ssm.get(f"{API}/types").json()["types"]}
    assert types == {"kiosk": True, "eigen-eloket": True}
    ssm.go_to_day("2021-03-14")
    types = {one["key"]: one["available"] for one in ssm.get(f"{API}/types").json()["types"]}
    assert types == {"kiosk": False, "eigen-eloket": True}
