"""The desk in a browser of whoever works there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from mocks.core.addresses import DEFAULT_WORLD
from mocks.core.visit import ENVIRON_VISIT, House, Visit

ANNA = {
    "given_name": "Anna",
    "family_name": "de Boer",
    "birth_date": "04/03/1979",
    "sex": "F",
    "kind": "passport",
    "country": "nl",
    "document_number": "NX12 3456",
    "valid_until": "01/05/2029",
    "email": "anna@post.example",
}


@dataclass
class Clerk:
    """Somebody at the desk."""

    client: FlaskClient
    visit: Visit
    base: str

    def get(self, path: str) -> TestResponse:
        return self.client.get(self.base + path, headers={"Accept": "text/html"}, environ_base=self._world)

    def fill(self, page: str, **fields: object) -> TestResponse:
        token = re.search(r'name="csrf_token" value="([^"]+)"', self.get(f"/loket/{page}").text)
        assert token is not None
        return self.client.post(
            f"{self.base}/loket/{page}",
            data={**fields, "csrf_token": token[1]},
            headers={"Accept": "text/html", "Referer": self.base},
            environ_base=self._world,
        )

    @property
    def _world(self) -> dict[str, object]:
        return {ENVIRON_VISIT: self.visit}


@pytest.fixture
def clerk(app: Flask, house: House) -> Iterator[Clerk]:
    """Somebody at the desk of a world in which nobody is registered."""
    visit = Visit(house, house.worlds.open(DEFAULT_WORLD))
    yield Clerk(app.test_client(), visit, house.addresses.base("rijksregister"))
    visit.close()


def number_on(page: str) -> str:
    """Return the number that a letter shows."""
    found = re.search(r"[0-9]{2}\.[0-9]{2}\.[0-9]{2}-[0-9]{3}\.[0-9]{2}", page)
    assert found is not None, page
    return found[0]


def test_the_front_leads_to_the_desk_and_it_names_all_that_can_be_asked(clerk: Clerk) -> None:
    assert clerk.get("/").headers["Location"].endswith("/loket")
    front = clerk.get("/loket").text
    for name in ("bis-nummer", "activeringscode", "samenvoegen", "rijksregisternummer"):
        assert f"/loket/{name}" in front
        assert clerk.get(f"/loket/{name}").status_code == 200
    assert "+32 2 474 50 60" in front
    assert clerk.get("/loket/iets-anders").status_code == 404


def test_a_number_and_its_letter_can_be_printed(clerk: Clerk) -> None:
    assert clerk.get("/loket/brief").status_code == 404
    assert clerk.fill("bis-nummer", **ANNA).headers["Location"].endswith("/loket/brief")
    letter = clerk.get("/loket/brief").text
    assert "Anna de Boer" in letter
    assert "code of 794304" in letter
    assert "11 mei 2021" in letter
    clerk.fill("bis-nummer", **ANNA)
    again = clerk.get("/loket/brief").text
    assert number_on(again) == number_on(letter)
    assert "geen nieuwe brief" in again


def test_every_fault_stands_at_its_field_and_nothing_typed_is_lost(clerk: Clerk) -> None:
    typed = {
        **ANNA,
        "given_name": "",
        "birth_date": "31/02/1979",
        "country": "Nederland",
        "document_number": "<b>",
        "valid_until": "ooit",
        "email": "anna",
        "kind": "bibliotheekkaart",
        "sex": "X",
    }
    answer = clerk.fill("bis-nummer", **typed)
    assert answer.status_code == 400
    for name in set(typed) - {"family_name"}:
        assert f'href="#field-{name}"' in answer.text, name
    assert 'value="de Boer"' in answer.text
    assert 'value="31/02/1979"' in answer.text
    assert "<b>" not in answer.text


def test_what_the_desk_refuses_is_said_above_the_form_that_keeps_what_was_typed(clerk: Clerk) -> None:
    answer = clerk.fill("bis-nummer", **{**ANNA, "valid_until": "01/05/2019"})
    assert answer.status_code == 400
    assert 'data-code="document-refused"' in answer.text
    assert "+32 2 553 1700" in answer.text
    assert 'value="Anna"' in answer.text


def test_lost_keys_are_ticked_for_a_new_code(clerk: Clerk) -> None:
    clerk.fill("bis-nummer", **ANNA)
    number = number_on(clerk.get("/loket/brief").text)
    asked = {name: ANNA[name] for name in ("kind", "country", "document_number", "valid_until", "email")}
    clerk.fill("activeringscode", number=number, lost=["app", "eid"], **asked)
    assert "https://www.csam.be/app" in clerk.get("/loket/brief").text
    refused = clerk.fill("activeringscode", number="12", lost=["sms"], **asked)
    assert refused.status_code == 400
    assert re.search(r'value="sms"[^>]*checked', refused.text)


def test_numbers_change_on_the_pages_too(clerk: Clerk) -> None:
    clerk.fill("bis-nummer", **ANNA)
    old = number_on(clerk.get("/loket/brief").text)
    clerk.fill("rijksregisternummer", bis_number=old, sex="", email="anna@post.example")
    new = number_on(clerk.get("/loket/brief").text)
    assert new != old
    assert clerk.fill("rijksregisternummer", bis_number=old, email="anna@post.example").status_code == 410
    clerk.fill("bis-nummer", **{**ANNA, "given_name": "Ann", "document_number": "OTHER"})
    second = number_on(clerk.get("/loket/brief").text)
    clerk.fill("samenvoegen", old=second, new=new)
    assert number_on(clerk.get("/loket/brief").text) == new
    assert clerk.fill("samenvoegen", old="", new=new).status_code == 400
    assert clerk.fill("samenvoegen", old=new, new=new).status_code == 400
