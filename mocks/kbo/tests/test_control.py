"""The control room: put, read and remove enterprises and functions."""

from __future__ import annotations

import json

import pytest

from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.kbo.tests.alone import CIJFERWIJS, DE_KADE, ELS, JAN, KAPELDORP, NOBODYS, KboAlone

REAL_ENTERPRISE = EnterpriseNumber("0200065765")
REAL_LOOKING_PERSON = Insz("85073003328")
ENTERPRISE = f"/_mock/enterprise/{DE_KADE}"
FUNCTION = f"/_mock/function/{DE_KADE}-{JAN}-10002"


def test_what_is_put_is_read_back_and_can_be_put_again(empty_kbo: KboAlone) -> None:
    whole = {
        "name": "Theater De Kade vzw",
        "other_names": [{"text": "TDK", "language": "nl", "type": "002"}],
        "kind": "2",
        "status": "ST",
        "stopped_on": "2021-04-26",
        "start_date": "1998-09-01",
        "target_group": "EA",
        "legal_situation": {"code": "014", "label": "Sluiting vereffening"},
        "legal_form": {"code": "017", "label": "Vereniging zonder winstoogmerk"},
        "address": {
            "street": "Souffleurskaai",
            "house_number": "3",
            "box": "b",
            "postcode": "9000",
            "municipality": "Gent",
            "country": "BE",
        },
        "contact": {"phone": "+32 9 000 00 11", "email": "info@de-kade.example", "website": None},
        "foreign_registration": {"country": "NL", "number": "KvK 00000001"},
        "visible_from": None,
    }
    for _ in range(2):
        assert empty_kbo.put(ENTERPRISE, whole).status == 200
        assert empty_kbo.get(ENTERPRISE).json() == whole


def test_a_new_enterprise_needs_no_member_at_all(empty_kbo: KboAlone) -> None:
    assert empty_kbo.put(ENTERPRISE, {}).status == 200
    extract = empty_kbo.ask_extract(DE_KADE)
    assert extract is not None
    assert (extract["name"], extract["status"]) == (f"Onderneming {DE_KADE.display}", "AC")


def test_what_is_left_out_stays_as_it_was(kbo: KboAlone) -> None:
    before = kbo.get(ENTERPRISE).json()
    kbo.enterprise(DE_KADE, name="De Kade")
    assert kbo.get(ENTERPRISE).json() == {**before, "name": "De Kade"}


def test_what_is_put_as_null_is_cleared(kbo: KboAlone) -> None:
    kbo.enterprise(DE_KADE, foreign_registration={"country": "NL", "number": None})
    kbo.enterprise(DE_KADE, address=None, contact=None, legal_form=None, foreign_registration=None)
    found = kbo.get(ENTERPRISE).json()
    assert (found["address"], found["legal_form"], found["foreign_registration"]) == (None, None, None)
    assert found["contact"] == {"phone": None, "email": None, "website": None}


@pytest.mark.parametrize(
    ("members", "stopped_on"),
    [
        ({"status": "ST", "stopped_on": "2021-04-26"}, "2021-04-26"),
        ({"stopped_on": "2021-04-26"}, "2021-04-26"),
        ({"status": "ST"}, "2021-04-27"),
    ],
)
def test_an_enterprise_is_stopped_and_started_again(
    kbo: KboAlone, members: dict[str, str], stopped_on: str
) -> None:
    kbo.enterprise(DE_KADE, **members)
    stopped = kbo.get(ENTERPRISE).json()
    assert (stopped["status"], stopped["stopped_on"]) == ("ST", stopped_on)
    kbo.enterprise(DE_KADE, status="AC")
    active = kbo.get(ENTERPRISE).json()
    assert (active["status"], active["stopped_on"]) == ("AC", None)


@pytest.mark.parametrize(
    "members",
    [
        {"status": "AC", "stopped_on": "2021-04-26"},
        {"status": "ST", "stopped_on": None},
        {"stopped_on": "1998-08-31"},
    ],
)
def test_a_contradicted_status_is_refused(kbo: KboAlone, members: dict[str, str | None]) -> None:
    answer = kbo.put(ENTERPRISE, members)
    assert (answer.status, answer.json()["code"]) == (400, "status-contradicted")
    assert kbo.get(ENTERPRISE).json()["status"] == "AC"


@pytest.mark.parametrize(
    "members",
    [
        {"name": ""},
        {"name": "   "},
        {"name": "x" * 10_000},
        {"name": "De\x00Kade"},
        {"name": "twee\nregels"},
        pytest.param({"name": "\ud800"}, id="surrogate"),
        {"name": 12},
        {"status": "BK"},
        {"kind": "3"},
        {"kind": 1.5},
        {"target_group": "BUR"},
        {"start_date": "31/12/2020"},
        {"start_date": "2021-02-30"},
        {"legal_form": "017"},
        {"legal_form": {"code": "17"}},
        {"legal_form": {"code": "999"}},
        {"legal_situation": {"code": "٠٠٠"}},
        {"address": {"street": "Kaai"}},
        {"contact": {"fax": "1"}},
        {"onbekend": True},
    ],
)
def test_a_member_that_does_not_fit_is_refused_with_a_sentence(
    kbo: KboAlone, members: dict[str, object]
) -> None:
    before = kbo.get(ENTERPRISE).json()
    answer = kbo.put(ENTERPRISE, members)
    assert answer.status == 400
    assert answer.json()["detail"]
    assert kbo.get(ENTERPRISE).json() == before


@pytest.mark.parametrize(
    "body", [b"geen json", b"[]", b'"tekst"', b"null", b"\xff", b'{"name": NaN}'], ids=repr
)
def test_a_body_that_is_no_object_is_refused(kbo: KboAlone, body: bytes) -> None:
    answer = kbo.put(ENTERPRISE, body)
    assert (answer.status, answer.json()["code"]) == (400, "malformed-body")


def test_the_kind_may_be_a_number(kbo: KboAlone) -> None:
    kbo.enterprise(DE_KADE, kind=1)
    assert kbo.get(ENTERPRISE).json()["kind"] == "1"


def test_a_number_that_a_company_or_a_citizen_could_have_is_refused(kbo: KboAlone) -> None:
    for path, members in (
        (f"/_mock/enterprise/{REAL_ENTERPRISE}", {}),
        (f"/_mock/function/{DE_KADE}-{REAL_LOOKING_PERSON}-10002", {}),
        (
            f"/_mock/function/{DE_KADE}-{CIJFERWIJS}-10002",
            {"permanent_representative": REAL_LOOKING_PERSON},
        ),
    ):
        answer = kbo.put(path, members)
        assert (answer.status, answer.json()["code"]) == (400, "could-be-real")


def test_a_house_that_allows_real_numbers_takes_them(kbo: KboAlone) -> None:
    kbo.house.allow_real_numbers = True
    kbo.enterprise(REAL_ENTERPRISE)
    kbo.function(REAL_ENTERPRISE, REAL_LOOKING_PERSON, "10002")
    assert len(kbo.ask_functions(REAL_LOOKING_PERSON)) == 1


def test_all_facts_are_listed_by_number(kbo: KboAlone) -> None:
    assert kbo.get("/_mock/enterprise").json() == {"numbers": [DE_KADE, CIJFERWIJS, KAPELDORP]}
    assert kbo.get("/_mock/function").json() == {"numbers": [f"{DE_KADE}-{JAN}-10002"]}
    assert sorted(kbo.get("/_mock/").json()) == ["enterprise", "function"]


def test_a_removed_enterprise_is_gone_with_its_functions(kbo: KboAlone) -> None:
    assert kbo.delete(ENTERPRISE).status == 200
    assert kbo.get(ENTERPRISE).status == 404
    assert kbo.get(FUNCTION).status == 404
    assert kbo.ask_functions(JAN) == []
    assert kbo.delete(ENTERPRISE).status == 404


def test_a_removed_function_is_gone(kbo: KboAlone) -> None:
    assert kbo.delete(FUNCTION).status == 200
    assert kbo.get(FUNCTION).status == 404
    assert kbo.delete(FUNCTION).status == 404


def test_a_function_without_members_begins_with_its_enterprise_and_is_open(kbo: KboAlone) -> None:
    kbo.function(DE_KADE, ELS, "10006")
    (function,) = kbo.ask_functions(ELS)
    assert (function["begin"], function["end"]) == ("1998-09-01", None)


def test_a_function_keeps_its_begin_when_only_its_end_is_put(kbo: KboAlone) -> None:
    kbo.function(DE_KADE, JAN, "10002", end="2021-04-26")
    found = kbo.get(FUNCTION).json()
    assert (found["begin"], found["end"]) == ("2010-06-01", "2021-04-26")
    kbo.function(DE_KADE, JAN, "10002", end=None)
    assert kbo.get(FUNCTION).json()["end"] is None


@pytest.mark.parametrize("begin", [{}, {"begin": "2020-01-01"}])
def test_a_function_in_or_of_an_unknown_enterprise_is_refused(kbo: KboAlone, begin: dict[str, str]) -> None:
    for number in (f"{NOBODYS}-{JAN}-10002", f"{DE_KADE}-{NOBODYS}-10002"):
        answer = kbo.put(f"/_mock/function/{number}", begin)
        assert (answer.status, answer.json()["code"]) == (400, "enterprise-missing")
        assert NOBODYS.display in answer.json()["detail"]
        assert kbo.get(f"/_mock/function/{number}").status == 404


@pytest.mark.parametrize(
    ("number", "members", "code"),
    [
        (f"{DE_KADE}-{JAN}", {}, "malformed-function-number"),
        ("onzin", {}, "malformed-function-number"),
        (f"{DE_KADE}-{JAN}-99999", {}, "unknown-function-code"),
        (f"{DE_KADE}-{JAN[:-1]}x-10002", {}, "not-only-digits"),
        (f"{DE_KADE}-{JAN}-10002", {"end": "2010-05-31"}, "end-before-begin"),
        (f"{DE_KADE}-{JAN}-10002", {"permanent_representative": ELS}, "person-represented"),
        (f"{DE_KADE}-{CIJFERWIJS}-10002", {"permanent_representative": "ik"}, "not-only-digits"),
        (f"{DE_KADE}-{JAN}-10002", {"begin": "gisteren"}, "malformed-body"),
        (f"{DE_KADE}-{JAN}-10002", {"functie": "x"}, "malformed-body"),
    ],
)
def test_a_function_that_cannot_be_is_refused(
    kbo: KboAlone, number: str, members: dict[str, str], code: str
) -> None:
    answer = kbo.put(f"/_mock/function/{number}", members)
    assert (answer.status, answer.json()["code"]) == (400, code)
    assert len(json.loads(answer.body)["detail"]) > 20


def test_an_unknown_kind_of_fact_is_refused(kbo: KboAlone) -> None:
    assert kbo.get("/_mock/person").status == 404
    assert kbo.put(f"/_mock/person/{JAN}", {}).status == 404
