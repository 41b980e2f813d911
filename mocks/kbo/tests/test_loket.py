"""The desk of the ondernemingsloket."""

from __future__ import annotations

from datetime import date

import pytest

from mocks.core.identifiers import EnterpriseNumber
from mocks.kbo.tests.alone import JAN, NAMES, STRANGER, KboAlone

ASKED = {
    "name": "Brightwater Training",
    "street": "Kade",
    "house_number": "1",
    "postcode": "3011",
    "municipality": "Rotterdam",
    "country": "NL",
    "representative": JAN,
    "begin": "2021-01-04",
}


def test_a_foreign_enterprise_is_registered_with_its_legal_representative(kbo: KboAlone) -> None:
    answer = kbo.post("/api/v1/enterprises", ASKED)
    assert answer.status == 201
    number = EnterpriseNumber(answer.json()["number"])
    assert number.is_safe
    assert kbo.get(f"/api/v1/enterprises/{number}").json()["legal_form"]["code"] == "030"
    (function,) = (one for one in kbo.ask_functions(JAN) if one["enterprise_number"] == number)
    assert (function["representing"], function["begin"]) == (True, "2021-01-04")


def test_others_see_it_from_when_the_delay_says(kbo: KboAlone) -> None:
    kbo.go_to(date(2021, 3, 17))
    kbo.put("/_mock/delay", {"mode": "real"})
    number = kbo.post("/api/v1/enterprises", ASKED).json()["number"]
    assert kbo.get(f"/api/v1/enterprises/{number}").status == 404
    kbo.go_to(date(2021, 3, 18))
    assert kbo.get(f"/api/v1/enterprises/{number}").status == 200


def test_an_enterprise_that_is_registered_is_told_its_number(kbo: KboAlone) -> None:
    kbo.put("/_mock/delay", {"mode": "real"})
    first = kbo.post("/api/v1/enterprises", ASKED)
    again = kbo.post("/api/v1/enterprises", {**ASKED, "name": "BRIGHTWATER training"})
    other = kbo.post("/api/v1/enterprises", {**ASKED, "country": "FR"})
    assert (again.status, again.json()) == (200, first.json())
    assert other.status == 201
    assert other.json() != first.json()


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"country": "BE"}, "not-foreign"),
        ({"representative": STRANGER}, "representative-refused"),
        ({"begin": "2021-02-31"}, "malformed-body"),
        ({"name": " "}, "malformed-body"),
        ({"name": "x" * 10_000}, "malformed-body"),
    ],
)
def test_what_cannot_be_registered_is_refused(kbo: KboAlone, changes: dict[str, str], code: str) -> None:
    answer = kbo.post("/api/v1/enterprises", {**ASKED, **changes})
    assert (answer.status, answer.json()["code"]) == (400, code)


def test_a_representative_who_died_is_refused(kbo: KboAlone, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(NAMES, JAN, {**NAMES[JAN], "deceased_on": "2021-01-01"})
    answer = kbo.post("/api/v1/enterprises", ASKED)
    assert (answer.status, answer.json()["code"]) == (400, "representative-refused")
