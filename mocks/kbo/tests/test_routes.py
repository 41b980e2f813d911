"""The API of the KBO, and its signed statements."""

from __future__ import annotations

import pytest

from mocks.core.identifiers import make_bis_number
from mocks.core.statements import read
from mocks.core.tokens import BadSignature, WrongAudience
from mocks.kbo.backend import EXTRACT, FUNCTIONS, FunctionsDesk
from mocks.kbo.tests.alone import CIJFERWIJS, DE_KADE, ELS, JAN, KAPELDORP, NOBODYS, STRANGER, KboAlone

BESTUURDER = {
    "enterprise_number": DE_KADE,
    "code": "10002",
    "label": "Bestuurder",
    "type": 1,
    "representing": True,
    "begin": "2010-06-01",
    "end": None,
    "held_by": "person",
    "through": None,
}
AUDIENCE = "https://ontvanger.example"
WRONG_NUMBERS = ["abc", "0100000098", "100000070", "12", "8900000022", "0" * 10_000, "١٢٣٤٥٦٧٨٩٠", "%00"]


def test_an_enterprise_is_returned_with_what_is_registered(kbo: KboAlone) -> None:
    answer = kbo.get(f"/api/v1/enterprises/{DE_KADE}")
    assert answer.status == 200
    assert answer.json() == {
        "number": DE_KADE,
        "name": "Théâtre De Kade vzw",
        "names": [{"text": "Théâtre De Kade vzw", "language": "nl", "type": "001"}],
        "kind": "2",
        "status": "AC",
        "stopped_on": None,
        "legal_situation": {"code": "000", "label": "Normale toestand"},
        "legal_form": {"code": "017", "label": "Vereniging zonder winstoogmerk"},
        "start_date": "1998-09-01",
        "target_group": "EA",
        "address": {
            "street": "Souffleurskaai",
            "house_number": "3",
            "box": None,
            "postcode": "9000",
            "municipality": "Gent",
            "country": "BE",
        },
        "contact": {"phone": None, "email": "info@de-kade.example", "website": None},
        "foreign_registration": None,
    }


def test_an_enterprise_is_found_by_its_number_with_dots(kbo: KboAlone) -> None:
    assert kbo.get(f"/api/v1/enterprises/{DE_KADE.display}").json()["number"] == DE_KADE


def test_an_unknown_enterprise_is_refused(kbo: KboAlone) -> None:
    answer = kbo.get(f"/api/v1/enterprises/{NOBODYS}")
    assert answer.status == 404
    assert answer.json()["code"] == "unknown-enterprise"
    assert NOBODYS.display in answer.json()["detail"]
    assert kbo.get(f"/api/v1/enterprises/{NOBODYS}/functions").status == 404


@pytest.mark.parametrize("number", WRONG_NUMBERS)
def test_a_wrong_enterprise_number_is_refused_with_a_sentence(kbo: KboAlone, number: str) -> None:
    for path in (f"/api/v1/enterprises/{number}", f"/api/v1/enterprises/{number}/functions"):
        answer = kbo.get(path)
        assert answer.status == 400
        assert answer.json()["detail"].endswith((".", "…"))


@pytest.mark.parametrize("number", [*WRONG_NUMBERS, JAN[:-1] + "0", DE_KADE])
def test_a_wrong_number_of_a_person_is_refused_with_a_sentence(kbo: KboAlone, number: str) -> None:
    answer = kbo.get(f"/api/v1/persons/{number}/functions")
    assert answer.status == 400
    assert answer.json()["detail"]


def test_enterprises_are_listed_a_page_at_a_time(kbo: KboAlone) -> None:
    first = kbo.get("/api/v1/enterprises", limit="2").json()
    rest = kbo.get("/api/v1/enterprises", limit="2", offset="2").json()
    assert [one["number"] for one in first["enterprises"]] == [DE_KADE, CIJFERWIJS]
    assert [one["number"] for one in rest["enterprises"]] == [KAPELDORP]
    assert (first["total"], first["offset"], first["limit"]) == (3, 0, 2)


@pytest.mark.parametrize("query", [{"limit": "0"}, {"limit": "veel"}, {"offset": "-1"}])
def test_a_page_that_cannot_be_is_refused(kbo: KboAlone, query: dict[str, str]) -> None:
    assert kbo.get("/api/v1/enterprises", **query).status == 400


@pytest.mark.parametrize("name", ["kade", "THEATRE", "théâtre vzw", "vzw de"])
def test_enterprises_are_found_by_words_of_their_name(kbo: KboAlone, name: str) -> None:
    found = kbo.get("/api/v1/enterprises", name=name).json()
    assert [one["number"] for one in found["enterprises"]] == [DE_KADE]
    assert found["total"] == 1


@pytest.mark.parametrize("name", ["%", "_", "kade cijferwijs", "'; drop table kbo_enterprise; --"])
def test_what_no_name_holds_finds_nothing(kbo: KboAlone, name: str) -> None:
    assert kbo.get("/api/v1/enterprises", name=name).json()["enterprises"] == []


def test_an_enterprise_is_also_found_by_its_other_names(kbo: KboAlone) -> None:
    kbo.enterprise(DE_KADE, other_names=[{"text": "The Quay", "language": "en", "type": "003"}])
    assert kbo.get("/api/v1/enterprises", name="quay").json()["total"] == 1


@pytest.mark.parametrize("name", ["", "   ", "x" * 10_000, "De\x00Kade"])
def test_a_name_that_cannot_be_searched_for_is_refused(kbo: KboAlone, name: str) -> None:
    answer = kbo.get("/api/v1/enterprises", name=name)
    assert (answer.status, answer.json()["code"]) == (400, "unusable-name")


def test_the_functions_in_an_enterprise_come_with_their_holders(kbo: KboAlone) -> None:
    kbo.function(DE_KADE, CIJFERWIJS, "10008", begin="2018-05-16", permanent_representative=ELS)
    answer = kbo.get(f"/api/v1/enterprises/{DE_KADE}/functions").json()
    assert answer["enterprise_number"] == DE_KADE
    assert answer["functions"] == [
        {**BESTUURDER, "holder": JAN, "permanent_representative": None},
        {
            "enterprise_number": DE_KADE,
            "code": "10008",
            "label": "Commissaris",
            "type": 1,
            "representing": False,
            "begin": "2018-05-16",
            "end": None,
            "held_by": "enterprise",
            "through": CIJFERWIJS,
            "holder": CIJFERWIJS,
            "permanent_representative": ELS,
        },
    ]


def test_the_functions_of_a_person_are_returned(kbo: KboAlone) -> None:
    assert kbo.get(f"/api/v1/persons/{JAN.display}/functions").json() == {"functions": [BESTUURDER]}


def test_a_person_without_function_has_an_empty_list(kbo: KboAlone) -> None:
    assert kbo.get(f"/api/v1/persons/{STRANGER}/functions").json() == {"functions": []}


def test_a_person_with_a_bis_number_holds_functions_too(kbo: KboAlone) -> None:
    sophie = make_bis_number(STRANGER.birth_date, None) if STRANGER.birth_date else STRANGER
    kbo.function(DE_KADE, sophie, "10006")
    assert [one["code"] for one in kbo.ask_functions(sophie)] == ["10006"]


def test_the_statement_of_functions_is_the_same_resource_as_jwt(kbo: KboAlone) -> None:
    answer = kbo.get(f"/api/v1/persons/{JAN}/functions", "application/jwt", audience=AUDIENCE)
    assert answer.header("Content-Type") == "application/jwt"
    with kbo.visit() as visit:
        assert read(visit, FUNCTIONS, JAN, AUDIENCE, answer.body.decode()) == {"functions": [BESTUURDER]}


def test_the_extract_is_the_same_resource_as_jwt(kbo: KboAlone) -> None:
    plain = kbo.get(f"/api/v1/enterprises/{DE_KADE}").json()
    signed = kbo.get(f"/api/v1/enterprises/{DE_KADE.display}", "application/jwt", audience=AUDIENCE)
    with kbo.visit() as visit:
        assert read(visit, EXTRACT, DE_KADE, AUDIENCE, signed.body.decode()) == plain


def test_the_extract_of_an_unknown_enterprise_states_that_there_is_none(kbo: KboAlone) -> None:
    signed = kbo.get(f"/api/v1/enterprises/{NOBODYS}", "application/jwt", audience=AUDIENCE)
    with kbo.visit() as visit:
        assert read(visit, EXTRACT, NOBODYS, AUDIENCE, signed.body.decode()) is None


def test_a_statement_without_receiver_is_refused(kbo: KboAlone) -> None:
    answer = kbo.get(f"/api/v1/persons/{JAN}/functions", "application/jwt")
    assert (answer.status, answer.json()["code"]) == (400, "audience-missing")


def test_a_statement_for_somebody_else_or_altered_is_refused(kbo: KboAlone) -> None:
    token = kbo.get(f"/api/v1/persons/{JAN}/functions", "application/jwt", audience=AUDIENCE).body.decode()
    with kbo.visit() as visit:
        with pytest.raises(WrongAudience):
            read(visit, FUNCTIONS, JAN, "https://iemand-anders.example", token)
        other = FunctionsDesk(visit).statement(JAN, AUDIENCE)
        with pytest.raises(BadSignature):
            read(visit, FUNCTIONS, JAN, AUDIENCE, f"{token.rpartition('.')[0]}.{other.rpartition('.')[2]}")


def test_a_permanent_representative_acts_and_the_holding_enterprise_is_named(kbo: KboAlone) -> None:
    kbo.function(DE_KADE, CIJFERWIJS, "10002", begin="2018-05-16", permanent_representative=ELS)
    (function,) = kbo.ask_functions(ELS)
    assert (function["held_by"], function["through"], function["representing"]) == (
        "enterprise",
        CIJFERWIJS,
        True,
    )


def test_a_function_through_a_stopped_enterprise_is_stated_still(kbo: KboAlone) -> None:
    kbo.function(DE_KADE, CIJFERWIJS, "10002", permanent_representative=ELS)
    kbo.enterprise(CIJFERWIJS, status="ST", stopped_on="2021-04-26")
    assert [one["through"] for one in kbo.ask_functions(ELS)] == [CIJFERWIJS]
    extract = kbo.ask_extract(CIJFERWIJS)
    assert extract is not None
    assert (extract["status"], extract["stopped_on"]) == ("ST", "2021-04-26")


def test_an_ended_function_and_both_ways_of_writing_an_open_end_are_stated_as_registered(
    kbo: KboAlone,
) -> None:
    kbo.function(DE_KADE, ELS, "10002", begin="2012-01-01", end="2021-04-26")
    kbo.function(CIJFERWIJS, ELS, "10002", begin="2012-01-01", end="9999-12-31")
    kbo.function(KAPELDORP, ELS, "10010", begin="2012-01-01")
    assert [one["end"] for one in kbo.ask_functions(ELS)] == ["2021-04-26", "9999-12-31", None]


def test_whether_a_function_represents_follows_its_enterprise(kbo: KboAlone) -> None:
    kbo.function(KAPELDORP, ELS, "10010")
    assert [one["representing"] for one in kbo.ask_functions(ELS)] == [True]
    kbo.enterprise(KAPELDORP, target_group="EA")
    assert [one["representing"] for one in kbo.ask_functions(ELS)] == [False]


def test_a_change_bites_at_the_next_question(kbo: KboAlone) -> None:
    assert len(kbo.ask_functions(JAN)) == 1
    kbo.function(DE_KADE, JAN, "10002", end="2021-04-26")
    assert kbo.ask_functions(JAN)[0]["end"] == "2021-04-26"
    kbo.delete(f"/_mock/function/{DE_KADE}-{JAN}-10002")
    assert kbo.ask_functions(JAN) == []


def test_who_is_replaced_as_permanent_representative_acts_no_more(kbo: KboAlone) -> None:
    kbo.function(DE_KADE, CIJFERWIJS, "10002", permanent_representative=ELS)
    assert len(kbo.ask_functions(ELS)) == 1
    kbo.function(DE_KADE, CIJFERWIJS, "10002", permanent_representative=STRANGER)
    assert kbo.ask_functions(ELS) == []
    assert len(kbo.ask_functions(STRANGER)) == 1


def test_the_keys_are_published_and_the_health_is_told(kbo: KboAlone) -> None:
    assert [key["alg"] for key in kbo.get("/.well-known/jwks.json").json()["keys"]] == ["ES256"]
    assert kbo.get("/health").json()["system"] == "kbo"
