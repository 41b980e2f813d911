"""A number that gives way: two BIS numbers of one person, and a national number later."""

from __future__ import annotations

import pytest

from mocks.core.identifiers import BisNumber, Insz, NationalNumber
from mocks.core.wire.backchannel import Answer
from mocks.rijksregister.tests.conftest import Send
from mocks.rijksregister.tests.test_loket import DOCUMENT, OTHER_DOCUMENT, ask, code
from mocks.rijksregister.tests.test_openapi import DESCRIPTION


@pytest.fixture
def two(send: Send) -> tuple[str, str]:
    """Two numbers of one person, who was written down under two spellings."""
    first = ask(send, sex=None).json()["insz"]
    second = ask(send, given_name="Anne", document=OTHER_DOCUMENT).json()["insz"]
    return first, second


def merge(send: Send, old: str, new: str) -> Answer:
    return send("POST", "/api/v1/merges", {"old": old, "new": new})


def register(send: Send, number: str, **changes: object) -> Answer:
    body = {"bis_number": number, "email": "anna@post.example", **changes}
    return send("POST", "/api/v1/national-numbers", body)


def test_of_two_bis_numbers_one_stays(send: Send, two: tuple[str, str]) -> None:
    old, new = two
    answer = merge(send, old, new)
    assert (answer.status, answer.json()["insz"]) == (200, new)
    assert DESCRIPTION.errors("Person", answer.json()) == []
    gone = send("GET", f"/api/v1/persons/{old}")
    assert (gone.status, gone.json()["code"]) == (410, "number-replaced")
    assert Insz(new).display in gone.json()["detail"]
    listed = send("GET", "/api/v1/persons").json()
    assert ([one["insz"] for one in listed["persons"]], listed["total"]) == ([new], 1)


def test_nobody_is_stated_to_have_a_replaced_number(send: Send, two: tuple[str, str]) -> None:
    merge(send, *two)
    for number, known in zip(two, (False, True), strict=True):
        statement = send("GET", f"/_mock/person/{number}")
        assert (statement.json()["replaced_by"] is None) is known


def test_the_documents_go_along(send: Send, two: tuple[str, str]) -> None:
    merge(send, *two)
    again = ask(send, given_name="Anne")
    assert (again.status, again.json()["insz"]) == (200, two[1])
    assert code(send, two[1], document=DOCUMENT).status == 201


@pytest.mark.parametrize(
    ("pair", "status", "reason"),
    [
        ("same", 400, "same-number"),
        ("other-birth", 400, "births-differ"),
        ("national", 400, "no-bis-number"),
        ("unknown", 404, "unknown-person"),
    ],
)
def test_numbers_that_are_not_of_one_person_are_not_merged(
    send: Send, two: tuple[str, str], pair: str, status: int, reason: str
) -> None:
    other = ask(send, birth_date="1981-02-03", document={**DOCUMENT, "number": "THIRD"}).json()["insz"]
    send("PUT", "/_mock/person/80010199976", {"given_name": "Jan", "family_name": "Peeters"})
    old, new = {
        "same": (two[0], two[0]),
        "other-birth": (two[0], other),
        "national": ("80010199976", two[0]),
        "unknown": (two[0], "85031400028"),
    }[pair]
    answer = merge(send, old, new)
    assert (answer.status, answer.json()["code"]) == (status, reason)
    assert send("GET", f"/api/v1/persons/{two[0]}").status == 200


def test_a_number_that_gave_way_is_not_merged_again(send: Send, two: tuple[str, str]) -> None:
    merge(send, *two)
    for pair in (two, two[::-1]):
        assert merge(send, *pair).json()["code"] == "number-replaced"


def test_who_comes_to_live_in_belgium_gets_a_national_number(send: Send) -> None:
    bis = Insz(ask(send).json()["insz"])
    answer = register(send, bis)
    assert answer.status == 201
    assert DESCRIPTION.errors("Served", answer.json()) == []
    number = Insz(answer.json()["insz"])
    assert isinstance(bis, BisNumber)
    assert isinstance(number, NationalNumber)
    assert number.is_safe
    assert answer.json()["letter"]["code"] == f"code of {number}"
    assert send("GET", f"/api/v1/persons/{bis}").status == 410
    assert code(send, bis).json()["code"] == "number-replaced"


def test_a_national_number_is_given_once(send: Send) -> None:
    bis = ask(send).json()["insz"]
    number = register(send, bis).json()["insz"]
    assert register(send, bis).json()["code"] == "number-replaced"
    assert register(send, number).json()["code"] == "no-bis-number"


def test_the_sex_must_be_known_for_a_national_number(send: Send) -> None:
    bis = ask(send, sex=None).json()["insz"]
    assert register(send, bis).json()["code"] == "sex-needed"
    answer = register(send, bis, sex="F")
    assert (answer.status, answer.json()["sex"]) == (201, "F")


def test_who_died_changes_no_number(send: Send, two: tuple[str, str]) -> None:
    dead = {"given_name": "Anna", "family_name": "de Boer", "deceased_on": "2021-01-02"}
    send("PUT", f"/_mock/person/{two[0]}", dead)
    assert merge(send, *two).json()["code"] == "applicant-deceased"
    assert register(send, two[0], sex="F").json()["code"] == "applicant-deceased"
