"""The desk of the ondernemingsloket: what it registers, by the API, and what others then see."""

from __future__ import annotations

from datetime import date

import pytest

from mocks.core.identifiers import EnterpriseNumber, make_enterprise_number
from mocks.kbo.domain import read_foreign
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
WHOLE = {
    **ASKED,
    "register_number": "KvK 0000.0012",
    "legal_form": "610",
    "function": "10006",
    "box": "b",
    "email": "info@brightwater.example",
    "phone": "+31 10 000 00 14",
}
TODAY = date(2021, 4, 27)


def test_a_foreign_enterprise_is_registered_with_its_legal_representative(kbo: KboAlone) -> None:
    answer = kbo.post("/api/v1/enterprises", ASKED)
    assert answer.status == 201
    number = EnterpriseNumber(answer.json()["number"])
    assert number.is_safe
    assert kbo.get(f"/api/v1/enterprises/{number}").json()["legal_form"]["code"] == "030"
    (function,) = (one for one in kbo.ask_functions(JAN) if one["enterprise_number"] == number)
    assert (function["representing"], function["begin"]) == (True, "2021-01-04")


def test_all_that_is_told_at_the_desk_stands_in_the_extract(kbo: KboAlone) -> None:
    number = kbo.post("/api/v1/enterprises", WHOLE).json()["number"]
    extract = kbo.ask_extract(number)
    assert extract is not None
    assert extract["foreign_registration"] == {"country": "NL", "number": "KvK 0000.0012"}
    assert extract["contact"] == {
        "phone": "+31 10 000 00 14",
        "email": "info@brightwater.example",
        "website": None,
    }
    assert (extract["address"]["box"], extract["address"]["country"]) == ("b", "NL")
    assert extract["legal_form"] == {"code": "610", "label": "Besloten vennootschap"}
    assert [one["code"] for one in kbo.ask_functions(JAN) if one["enterprise_number"] == number] == ["10006"]


def test_without_delay_everybody_sees_it_at_once(kbo: KboAlone) -> None:
    number = kbo.post("/api/v1/enterprises", WHOLE).json()["number"]
    assert number in {one["enterprise_number"] for one in kbo.ask_functions(JAN)}
    assert b"KvK 0000.0012 (NL)" in kbo.page("/toonondernemingps.html", ondernemingsnummer=number).body


@pytest.mark.parametrize(
    ("made", "not_yet", "seen"),
    [
        (date(2021, 3, 17), date(2021, 3, 17), date(2021, 3, 18)),
        (date(2021, 3, 20), date(2021, 3, 22), date(2021, 3, 23)),
    ],
    ids=["the next day", "on Tuesday after a weekend"],
)
def test_with_the_real_delay_others_see_it_later(
    kbo: KboAlone, made: date, not_yet: date, seen: date
) -> None:
    kbo.go_to(made)
    kbo.put("/_mock/delay", {"mode": "real"})
    number = kbo.post("/api/v1/enterprises", ASKED).json()["number"]
    for day, status in ((not_yet, 404), (seen, 200)):
        kbo.go_to(day)
        assert kbo.page("/toonondernemingps.html", ondernemingsnummer=number).status == status
        assert kbo.get(f"/api/v1/enterprises/{number}").status == status
        told = {one["enterprise_number"] for one in kbo.ask_functions(JAN)}
        assert (number in told) is (status == 200)


def test_an_enterprise_that_is_registered_is_told_its_number(kbo: KboAlone) -> None:
    kbo.put("/_mock/delay", {"mode": "real"})
    first = kbo.post("/api/v1/enterprises", ASKED)
    again = kbo.post("/api/v1/enterprises", {**ASKED, "name": "BRIGHTWATER training"})
    other = kbo.post("/api/v1/enterprises", {**ASKED, "country": "FR"})
    assert (again.status, again.json()) == (200, first.json())
    assert other.status == 201
    assert other.json() != first.json()


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"name": "Brightwater Anders", "register_number": "kvk 00000012"}, 200),
        ({"register_number": ""}, 200),
        ({"register_number": "KvK 0000.0013"}, 201),
        ({"name": "Brightwater Anders", "register_number": ""}, 201),
        ({"country": "DE"}, 201),
    ],
    ids=["same register number", "same name", "another register number", "another name", "another country"],
)
def test_the_register_number_tells_whether_it_is_the_same(
    kbo: KboAlone, changes: dict[str, str], status: int
) -> None:
    first = kbo.post("/api/v1/enterprises", WHOLE)
    again = kbo.post("/api/v1/enterprises", {**WHOLE, **changes})
    assert again.status == status
    assert (again.json() == first.json()) is (status == 200)


def test_an_enterprise_that_was_put_is_recognised_too(kbo: KboAlone) -> None:
    put = make_enterprise_number(42)
    kbo.enterprise(put, name="Iets", foreign_registration={"country": "NL", "number": "KVK-00000012"})
    assert kbo.post("/api/v1/enterprises", WHOLE).json() == {"number": put}


def test_the_first_free_number_is_given_also_between_others(kbo: KboAlone) -> None:
    first, second, third = (make_enterprise_number(700_000 + place) for place in range(3))
    kbo.enterprise(first)
    kbo.enterprise(third)
    assert kbo.post("/api/v1/enterprises", ASKED).json() == {"number": second}
    after = kbo.post("/api/v1/enterprises", {**ASKED, "country": "FR"}).json()
    assert after == {"number": make_enterprise_number(700_003)}


def test_a_number_that_others_see_still_is_not_given_away(kbo: KboAlone) -> None:
    first = kbo.post("/api/v1/enterprises", ASKED).json()["number"]
    kbo.put("/_mock/delay", {"mode": "real"})
    kbo.delete(f"/_mock/enterprise/{first}")
    again = kbo.post("/api/v1/enterprises", ASKED)
    assert (again.status, again.json()) == (201, {"number": make_enterprise_number(700_001)})


def test_a_desk_without_numbers_left_says_so(kbo: KboAlone, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mocks.kbo.backend.loket.LAST", make_enterprise_number(700_000))
    assert kbo.post("/api/v1/enterprises", ASKED).status == 201
    full = kbo.post("/api/v1/enterprises", {**ASKED, "country": "FR"})
    assert (full.status, full.json()["code"]) == (409, "desk-full")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"country": "BE"}, "not-foreign"),
        ({"country": "be"}, "not-foreign"),
        ({"country": "XX"}, "unknown-country"),
        ({"representative": ""}, "representative-missing"),
        ({"representative": "onbekend"}, "malformed-representative"),
        ({"representative": STRANGER}, "unknown-representative"),
        ({"function": "10008"}, "unknown-choice"),
        ({"legal_form": "411"}, "unknown-choice"),
        ({"begin": "2021-02-31"}, "malformed-begin"),
        ({"begin": "morgen"}, "malformed-begin"),
        ({"begin": "2022-04-28"}, "begin-out-of-bounds"),
        ({"begin": "1799-12-31"}, "begin-out-of-bounds"),
        ({"name": " "}, "field-missing"),
        ({"name": "x" * 300}, "field-too-long"),
        ({"name": "x" * 10_000}, "malformed-body"),
        ({"name": "a\u0000b"}, "unreadable-field"),
        ({"street": ""}, "field-missing"),
        ({"email": "info@brightwater"}, "malformed-email"),
        ({"phone": "bel ons"}, "malformed-phone"),
        ({"register_number": "--"}, "malformed-register-number"),
    ],
)
def test_what_cannot_be_registered_is_refused(kbo: KboAlone, changes: dict[str, str], code: str) -> None:
    answer = kbo.post("/api/v1/enterprises", {**ASKED, **changes})
    assert (answer.status, answer.json()["code"]) == (400, code)


@pytest.mark.parametrize("begin", ["2022-04-27", "27/4/2022", "1800-01-01"])
def test_the_bounds_of_the_begin_are_days_that_can_be(begin: str) -> None:
    assert read_foreign({**WHOLE, "begin": begin}, TODAY).faults == {}


def test_on_a_leap_day_a_year_ahead_is_the_last_of_february() -> None:
    leap_day = date(2024, 2, 29)
    assert read_foreign({**WHOLE, "begin": "2025-02-28"}, leap_day).faults == {}
    assert set(read_foreign({**WHOLE, "begin": "2025-03-01"}, leap_day).faults) == {"begin"}


@pytest.mark.parametrize("text", ["", STRANGER, "123"], ids=["nobody", "unknown", "no number"])
def test_a_refused_representative_is_told_whom_to_call(kbo: KboAlone, text: str) -> None:
    sentence = kbo.post("/api/v1/enterprises", {**ASKED, "representative": text}).json()["detail"]
    assert "+32 2 474 50 60" in sentence
    assert "1700" in sentence
    assert "+32 2 553 1700" in sentence


def test_a_representative_who_died_is_refused(kbo: KboAlone, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(NAMES, JAN, {**NAMES[JAN], "deceased_on": "2021-01-01"})
    answer = kbo.post("/api/v1/enterprises", ASKED)
    assert (answer.status, answer.json()["code"]) == (400, "deceased-representative")
