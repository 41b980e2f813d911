"""The desk where a BIS number is asked."""

from __future__ import annotations

from typing import Any

import pytest

from mocks.core.identifiers import Insz
from mocks.core.wire.backchannel import Answer
from mocks.rijksregister.tests.test_openapi import DESCRIPTION, Send, app, house, send

__all__ = ["app", "house", "send"]

DOCUMENT = {"kind": "passport", "country": "NL", "number": "NX12 3456", "valid_until": "2029-05-01"}
ASKED: dict[str, Any] = {
    "given_name": "Anna",
    "family_name": "de Boer",
    "birth_date": "1979-03-04",
    "sex": "F",
    "document": DOCUMENT,
}
OTHER_DOCUMENT = {**DOCUMENT, "number": "OTHER1"}


def ask(send: Send, **changes: object) -> Answer:
    return send("POST", "/api/v1/bis-numbers", {**ASKED, **changes})


def test_who_has_no_number_gets_one_that_the_register_knows_at_once(send: Send) -> None:
    answer = ask(send)
    assert answer.status == 201
    assert DESCRIPTION.errors("Person", answer.json()) == []
    number = Insz(answer.json()["insz"])
    assert number[2:4] == "43"
    assert number.is_safe
    assert not answer.json()["belgian_eid"]
    assert send("GET", f"/api/v1/persons/{number}").json() == answer.json()


def test_an_unknown_sex_adds_twenty_to_the_month(send: Send) -> None:
    assert ask(send, sex=None).json()["insz"][2:4] == "23"


@pytest.mark.parametrize(
    "changes", [{}, {"given_name": "ANNA"}, {"document": OTHER_DOCUMENT}, {"another_person": True}]
)
def test_who_asks_twice_is_told_the_number_that_exists(send: Send, changes: dict[str, Any]) -> None:
    first = ask(send)
    again = ask(send, **changes)
    assert again.status == 200
    assert again.json() == first.json()


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
