"""Mandates in the whole federation: KBO, Rijksregister and IDM say who may conclude, and a change bites."""

from __future__ import annotations

from typing import Any

import pytest

from mocks.federation import Federation
from mocks.tests.conftest import Pair
from mocks.tests.door import knock

API = "/w/a/ssm/api/v1"
JAN, MIEKE, KAREL, LOTTE, LUC, DIRK = (
    "68112399910", "mieke", "karel", "lotte", "luc", "dirk",
)  # fmt: skip
DE_KADE, CIJFERWIJS, KAPELDORP = "0110041748", "0122386185", "kapeldorp"


@pytest.fixture
def both(pair: Pair) -> Pair:
    """Return two workers, with a world of their own."""
    pair[0].house.worlds.create("a")
    return pair


def number(federation: Federation, key: str) -> str:
    """Return the number of somebody of the cast."""
    cast = federation.cast
    found = cast.organisations[key].number if key in cast.organisations else None
    return str(found or (cast.people[key].number if key in cast.people else key))


def conclude(federation: Federation, actor: str, party: str, mandator: str, holder: str) -> Any:  # noqa: ANN401
    """Let somebody conclude a mandate for the own e-loket; return status and body."""
    body = {
        "actor": number(federation, actor),
        "party": number(federation, party),
        "type": "eigen-eloket",
        "mandator": number(federation, mandator),
        "holder": number(federation, holder),
    }
    answer = knock(federation, f"{API}/mandates", "POST", body=body)
    return answer.status, answer.json()


def held(federation: Federation, holder: str) -> list[dict[str, Any]]:
    """Return what is stated of a holder."""
    found: list[dict[str, Any]] = knock(federation, f"{API}/parties/{holder}/mandates-held").json()[
        "mandates"
    ]
    return found


def test_the_cast_has_its_mandate_and_what_one_worker_changes_the_other_states(both: Pair) -> None:
    here, there = both
    (one,) = held(here, CIJFERWIJS)
    assert (one["mandator"], one["type"], one["begin"]) == (DE_KADE, "kiosk", "2021-03-27")
    status, made = conclude(here, MIEKE, DE_KADE, DE_KADE, CIJFERWIJS)
    assert (status, made["status"]) == (201, "Wacht op ondertekening")
    sign = {"actor": number(there, KAREL), "party": CIJFERWIJS}
    signed = knock(there, f"{API}/mandates/{made['number']}/sign", "POST", body=sign)
    assert (signed.status, signed.json()["works_today"]) == (200, True)
    assert {one["number"]: one["signed_by_holder_on"] for one in held(here, CIJFERWIJS)} == {
        one["number"]: "2021-03-27",
        made["number"]: "2021-04-27",
    }


@pytest.mark.parametrize(
    ("actor", "party", "mandator", "code"),
    [
        (LOTTE, CIJFERWIJS, DE_KADE, "right-missing"),
        (DIRK, DE_KADE, DE_KADE, "function-ended"),
        ("tom", DE_KADE, DE_KADE, "nothing-with-organisation"),
        ("piet", "stilte", DE_KADE, "organisation-stopped"),
        ("dora", "dora", "dora", "person-deceased"),
        (JAN, MIEKE, MIEKE, "not-this-person"),
        (LUC, KAPELDORP, KAPELDORP, "local-government-gives-no-mandate"),
    ],
)
def test_who_may_not_conclude_is_told_why(
    one_port: Federation, actor: str, party: str, mandator: str, code: str
) -> None:
    assert conclude(one_port, actor, party, mandator, CIJFERWIJS)[1]["code"] == code


def test_a_right_that_is_revoked_bites_at_the_next_mandate(both: Pair) -> None:
    here, there = both
    assert conclude(here, MIEKE, DE_KADE, DE_KADE, CIJFERWIJS)[0] == 201
    right = f"{number(here, MIEKE)}-{DE_KADE}-1-ssm-mandaatbeheerder-1"
    knock(here, f"/w/a/idm/_mock/right/{right}", "PUT", body={"revoked_on": "2021-04-27"})
    for worker in both:
        assert conclude(worker, MIEKE, DE_KADE, DE_KADE, "de-linde")[1]["code"] == "right-revoked"
    assert conclude(there, "rik", DE_KADE, DE_KADE, "de-linde")[0] == 201, "a bestuurder still may"


def test_facts_are_exported_with_mandates_and_put_back(both: Pair) -> None:
    here, there = both
    transfer = {"actor": JAN, "party": DE_KADE, "holder": number(here, "de-linde")}
    (old,) = held(here, CIJFERWIJS)
    assert knock(here, f"{API}/mandates/{old['number']}/transfer", "POST", body=transfer).status == 201
    facts = knock(here, "/w/a/_mock/facts").json()
    assert len(facts["ssm"]["mandate"]) == 2
    here.house.worlds.create("empty", cast=False)
    put = knock(there, "/w/empty/_mock/facts", "PUT", body=facts)
    assert put.status == 200, put.body
    assert knock(here, "/w/empty/_mock/facts").json() == facts
    asked = f"actor={number(here, KAREL)}&party={CIJFERWIJS}"
    again = knock(here, f"/w/empty/ssm/api/v1/mandates/{old['number']}?{asked}").json()
    assert again["status"] == "wacht op overdracht"
