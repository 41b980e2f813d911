"""The desk where a BIS number is asked."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mocks.core.identifiers import Insz, Sex, make_national_number
from mocks.core.wire.backchannel import Answer
from mocks.rijksregister.tests.conftest import Send
from mocks.rijksregister.tests.test_openapi import DESCRIPTION

DOCUMENT = {"kind": "passport", "country": "NL", "number": "NX12 3456", "valid_until": "2029-05-01"}
ASKED: dict[str, Any] = {
    "given_name": "Anna",
    "family_name": "de Boer",
    "birth_date": "1979-03-04",
    "sex": "F",
    "document": DOCUMENT,
    "email": "anna@post.example",
}
OTHER_DOCUMENT = {**DOCUMENT, "number": "OTHER1"}


def ask(send: Send, **changes: object) -> Answer:
    return send("POST", "/api/v1/bis-numbers", {**ASKED, **changes})


def test_who_has_no_number_gets_one_that_the_register_knows_at_once(send: Send) -> None:
    answer = ask(send)
    assert answer.status == 201
    assert DESCRIPTION.errors("Served", answer.json()) == []
    number = Insz(answer.json()["insz"])
    assert number[2:4] == "43"
    assert number.is_safe
    assert not answer.json()["belgian_eid"]
    person = {name: value for name, value in answer.json().items() if name != "letter"}
    assert send("GET", f"/api/v1/persons/{number}").json() == person


def test_an_unknown_sex_adds_twenty_to_the_month(send: Send) -> None:
    assert ask(send, sex=None).json()["insz"][2:4] == "23"


@pytest.mark.parametrize(
    "changes", [{}, {"given_name": "ANNA"}, {"document": OTHER_DOCUMENT}, {"another_person": True}]
)
def test_who_asks_twice_is_told_the_number_that_exists(send: Send, changes: dict[str, Any]) -> None:
    first = ask(send)
    again = ask(send, **changes)
    assert again.status == 200
    assert again.json() == {**first.json(), "letter": None}


def test_a_letter_with_an_activation_code_comes_with_a_new_number(send: Send) -> None:
    answer = ask(send).json()
    assert answer["letter"]["code"] == f"code of {answer['insz']}"
    assert answer["letter"]["email"] == "anna@post.example"


def test_a_national_number_is_not_told_to_who_knows_names_and_birth(send: Send) -> None:
    number = make_national_number(date(1979, 3, 4), Sex.WOMAN)
    send("PUT", f"/_mock/person/{number}", {"given_name": "Anna", "family_name": "de Boer"})
    answer = ask(send)
    assert (answer.status, answer.json()["code"]) == (400, "national-number-exists")
    assert number not in answer.json()["detail"]
    assert number.display not in answer.json()["detail"]
    assert ask(send, another_person=True).status == 201


def test_a_look_alike_with_a_document_of_their_own_gets_a_number_of_their_own(send: Send) -> None:
    first = ask(send)
    twin = ask(send, document=OTHER_DOCUMENT, another_person=True)
    assert twin.status == 201
    assert twin.json()["insz"] != first.json()["insz"]
    assert twin.json()["insz"][2:4] == "63"
    assert Insz(twin.json()["insz"]).is_safe


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"document": {**DOCUMENT, "valid_until": "2021-01-31"}}, "document-refused"),
        ({"birth_date": "1899-12-31"}, "birth-refused"),
        ({"birth_date": "2090-01-01"}, "birth-refused"),
        ({"birth_date": "2021-02-31"}, "malformed-body"),
        ({"given_name": "  "}, "malformed-body"),
        ({"email": "anna"}, "malformed-email"),
        ({"given_name": "x" * 10_000}, "malformed-body"),
        ({"document": {**DOCUMENT, "number": "<script>"}}, "malformed-body"),
        ({"document": {**DOCUMENT, "country": "Nederland"}}, "malformed-body"),
    ],
)
def test_what_cannot_be_is_refused(send: Send, changes: dict[str, Any], code: str) -> None:
    answer = ask(send, **changes)
    assert answer.status == 400
    assert answer.json()["code"] == code


def test_the_document_of_somebody_else_is_refused(send: Send) -> None:
    ask(send)
    answer = ask(send, given_name="Bert")
    assert (answer.status, answer.json()["code"]) == (400, "document-of-another")
    assert "+32 2 553 1700" in answer.json()["detail"]


def test_somebody_who_died_is_refused(send: Send) -> None:
    number = ask(send).json()["insz"]
    dead = {"given_name": "Anna", "family_name": "de Boer", "deceased_on": "2021-01-02"}
    send("PUT", f"/_mock/person/{number}", dead)
    answer = ask(send)
    assert (answer.status, answer.json()["code"]) == (400, "applicant-deceased")


def code(send: Send, number: str, **changes: object) -> Answer:
    body = {"insz": number, "document": DOCUMENT, "email": "anna@post.example", **changes}
    return send("POST", "/api/v1/activation-codes", body)


def test_who_has_a_number_gets_a_new_code_and_says_which_keys_are_lost(send: Send) -> None:
    number = ask(send).json()["insz"]
    answer = code(send, number, lost=["app", "sms"])
    assert answer.status == 201
    assert DESCRIPTION.errors("Served", answer.json()) == []
    assert answer.json()["letter"]["link"].endswith("/app,sms")


@pytest.mark.parametrize(
    ("changes", "status", "reason"),
    [
        ({"document": {**DOCUMENT, "valid_until": "2021-01-31"}}, 400, "document-refused"),
        ({"insz": "85031400028"}, 404, "unknown-person"),
        ({"insz": "onzin"}, 400, "not-only-digits"),
        ({"lost": ["eid"]}, 400, "malformed-body"),
        ({"email": "a@b"}, 400, "malformed-email"),
    ],
)
def test_a_code_is_refused(send: Send, changes: dict[str, Any], status: int, reason: str) -> None:
    answer = code(send, ask(send).json()["insz"], **changes)
    assert (answer.status, answer.json()["code"]) == (status, reason)


def test_a_code_is_not_given_on_the_document_of_somebody_else(send: Send) -> None:
    ask(send)
    other = ask(send, given_name="Bert", sex="M", document=OTHER_DOCUMENT).json()["insz"]
    assert code(send, other).json()["code"] == "document-of-another"
