"""Signing in to the pages of IDM, choosing an organisation and another one, and signing out."""

from __future__ import annotations

from datetime import timedelta

import pytest
import requests

from mocks.idm.tests.page_visitor import Visitor
from mocks.pytest_plugin import FederationInTest


@pytest.fixture
def visitor(federation: FederationInTest) -> Visitor:
    """A person who has not signed in."""
    return Visitor(federation)


def test_the_front_page_offers_to_sign_in(visitor: Visitor) -> None:
    visitor.open("/")
    assert "Gebruikersbeheer van de Vlaamse overheid" in visitor.page.text
    visitor.browser.follow("Aanmelden")
    assert visitor.page.url.startswith(visitor.federation.url("acm"))


def test_the_legal_representative_signs_in_over_the_pages_and_sees_the_tiles(visitor: Visitor) -> None:
    visitor.open("/aanmelden")
    visitor.browser.choose("key", "eid")
    visitor.press("Verder", number=visitor.number("jan"))
    visitor.press("Aanmelden", pin="1234")
    assert "Kies een organisatie" in visitor.page.text
    assert "Wettelijk vertegenwoordiger (KBO)" in visitor.page.text
    visitor.browser.choose("organisatie", visitor.number("de-kade"))
    for label in (
        "Mijn Taken",
        "Snel recht toekennen",
        "Nieuw recht toekennen",
        "Nieuwe persoon toevoegen",
        "Toon alle personen",
        "Vergelijk meerdere personen",
    ):
        assert label in visitor.page.text


@pytest.mark.parametrize(
    ("persona", "organisation", "why"),
    [
        ("jan", "de-kade", "Wettelijk vertegenwoordiger (KBO)"),
        ("fatima", "de-kade", "Hoofdtoegangsbeheerder (BTB)"),
        ("wim", "leerpunt", "Hoofd Lokale beheerder"),
        ("luc", "kapeldorp", "Wettelijk vertegenwoordiger (KBO)"),
    ],
)
def test_the_choice_says_why_one_is_local_administrator(
    visitor: Visitor, persona: str, organisation: str, why: str
) -> None:
    visitor.sign_in(persona)
    names = [mark.text for mark in visitor.page.marked("choice")]
    assert any(why in name for name in names)
    visitor.browser.choose("organisatie", visitor.number(organisation))
    assert visitor.page.url == visitor.url("/")


@pytest.mark.parametrize("persona", ["tom", "els", "dirk", "piet"])
def test_who_administers_nothing_is_told_so(visitor: Visitor, persona: str) -> None:
    visitor.sign_in(persona)
    assert visitor.codes == ["administers-nothing"]
    assert "wettelijk vertegenwoordiger" in visitor.page.text


@pytest.mark.parametrize(
    ("persona", "organisation", "failed"),
    [
        ("dirk", "de-kade", "De functie is vandaag geldig"),
        ("piet", "stilte", "De organisatie is actief"),
        ("els", "de-kade", "De persoon vertegenwoordigt de organisatie"),
    ],
)
def test_the_choice_tells_why_an_organisation_is_not_there(
    visitor: Visitor, persona: str, organisation: str, failed: str
) -> None:
    visitor.sign_in(persona)
    visitor.press("Toon waarom", nummer=visitor.number(organisation))
    wrong = [mark.data["check"] for mark in visitor.page.marked("check") if mark.data["holds"] == "no"]
    assert wrong[0] == failed
    assert len(wrong) == 5, "each of the five grounds says what is missing"


def test_a_number_that_is_none_is_refused_at_its_field(visitor: Visitor) -> None:
    visitor.sign_in("jan")
    visitor.press("Toon waarom", nummer="0110.041.749")
    assert visitor.page.status == 400
    assert visitor.codes == ["wrong-check-digits"]
    assert 'aria-describedby="field-nummer-error"' in visitor.page.html


def test_an_organisation_that_is_not_on_offer_cannot_be_taken(visitor: Visitor) -> None:
    visitor.sign_in("jan")
    form = visitor.page.form_with("Theater De Kade vzw")
    visitor.browser.send(form, organisatie=visitor.number("cijferwijs"))
    assert visitor.page.status == 403
    assert visitor.codes == ["administers-other-organisation"]
    visitor.open("/personen")
    assert visitor.page.url.startswith(visitor.url("/organisatie")), "nothing was chosen"


def test_one_takes_another_organisation_without_signing_in_again(visitor: Visitor) -> None:
    function = f"{visitor.number('cijferwijs')}-{visitor.number('jan')}-10002"
    visitor.put("function", function, system="kbo", begin="2020-01-01")
    visitor.sign_in("jan", "de-kade")
    visitor.browser.follow("Andere organisatie")
    visitor.browser.choose("organisatie", visitor.number("cijferwijs"))
    assert "namens Boekhoudkantoor Cijferwijs bv" in visitor.page.text
    visitor.browser.follow("Toon alle personen")
    assert "Lotte Janssens" in visitor.page.text
    assert "Els Maes" not in visitor.page.text


def test_who_loses_the_function_is_refused_at_the_next_page(visitor: Visitor) -> None:
    visitor.sign_in("jan", "de-kade")
    held = f"{visitor.number('de-kade')}-{visitor.number('jan')}-"
    known = requests.get(visitor.federation.url("kbo", "/_mock/function"), timeout=10).json()["numbers"]
    for number in known:
        if number.startswith(held):
            visitor.put("function", number, system="kbo", end="2021-04-26")
    visitor.open("/personen")
    assert visitor.page.status == 403
    assert visitor.codes == ["not-local-administrator"]


def test_one_comes_back_to_the_page_where_one_was_going(visitor: Visitor) -> None:
    visitor.open("/personen", zoek="maes")
    assert visitor.page.url.startswith(visitor.federation.url("acm"))
    visitor.browser.choose("key", "itsme")
    visitor.press("Verder", number=visitor.number("jan"))
    visitor.press("Bevestigen")
    visitor.browser.choose("organisatie", visitor.number("de-kade"))
    assert visitor.page.url == visitor.url("/personen?zoek=maes")


@pytest.mark.parametrize("address", ["//kwaad.example", "https://kwaad.example", "/\\kwaad.example", "x"])
def test_nobody_is_led_to_an_address_that_somebody_made_up(visitor: Visitor, address: str) -> None:
    visitor.open("/aanmelden", mock_persona="jan", terug=address)
    assert visitor.page.url == visitor.url("/organisatie")


def test_who_was_signed_in_too_long_ago_signs_in_again(visitor: Visitor) -> None:
    visitor.sign_in("jan", "de-kade")
    visitor.federation.step(timedelta(hours=2))
    visitor.open("/personen")
    assert visitor.page.url.startswith(visitor.federation.url("acm"))


def test_signing_out_ends_the_session_here_and_at_acm(visitor: Visitor) -> None:
    visitor.sign_in("jan", "de-kade")
    visitor.press("Afmelden")
    assert visitor.page.url == visitor.url("/afgemeld")
    visitor.open("/personen")
    assert visitor.page.marked("key"), "ACM asks for a digital key"


def test_who_is_refused_by_acm_reads_why(visitor: Visitor) -> None:
    visitor.open("/aanmelden", mock_persona="dora")
    assert visitor.page.status == 403
    assert visitor.codes == ["sign-in-refused"]
    assert "overleden" in visitor.page.text


def test_an_answer_of_acm_that_nobody_asked_for_is_refused(visitor: Visitor) -> None:
    visitor.open("/aanmelden/callback", code="x", state="y")
    assert visitor.page.status == 400
    assert visitor.codes == ["unknown-sign-in"]


def test_a_form_without_its_token_is_refused(visitor: Visitor) -> None:
    visitor.sign_in("jan", "de-kade")
    visitor.open("/personen/nieuw")
    form = visitor.page.form_with("Volgende")
    visitor.browser.send(form, csrf_token="x", number=visitor.number("tom"))
    assert visitor.page.status == 400
    assert visitor.codes == ["form-expired"]


def test_the_help_page_says_who_helps(visitor: Visitor) -> None:
    visitor.sign_in("jan", "de-kade")
    visitor.browser.follow("Help")
    assert "+32 2 553 1700" in visitor.page.text
