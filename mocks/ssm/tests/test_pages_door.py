"""Signing in to the pages of SSM, for oneself or for an organisation, another party, and signing out."""

from __future__ import annotations

from datetime import timedelta

import pytest
import requests

from mocks.pytest_plugin import FederationInTest
from mocks.ssm.tests.page_visitor import Visitor


@pytest.fixture
def visitor(federation: FederationInTest) -> Visitor:
    """A person who has not signed in."""
    return Visitor(federation)


def test_the_front_page_offers_to_sign_in(visitor: Visitor) -> None:
    visitor.open("/")
    assert "Mandatenbeheer van de Vlaamse overheid" in visitor.page.text
    visitor.browser.follow("Aanmelden")
    assert visitor.page.url.startswith(visitor.federation.url("acm"))


def test_a_mandate_manager_signs_in_over_the_pages_and_chooses_for_whom(visitor: Visitor) -> None:
    visitor.open("/aanmelden")
    visitor.browser.choose("key", "itsme")
    visitor.press("Verder", number=visitor.number("mieke"))
    visitor.press("Bevestigen")
    visitor.press("Theater De Kade vzw")
    assert visitor.page.url == visitor.url("/")
    assert "Mieke Claes namens Theater De Kade vzw Mandaatbeheerder (IDM)" in visitor.page.text


@pytest.mark.parametrize(
    ("persona", "organisation", "shown"),
    [
        ("jan", "de-kade", "namens Theater De Kade vzw Wettelijk vertegenwoordiger (KBO)"),
        ("karel", "cijferwijs", "namens Boekhoudkantoor Cijferwijs bv Wettelijk vertegenwoordiger (KBO)"),
        ("mieke", "de-kade", "namens Theater De Kade vzw Mandaatbeheerder (IDM)"),
        ("sophie", "brightwater", "namens Brightwater Training Ltd Wettelijk vertegenwoordiger (KBO)"),
        ("noor", None, "Noor Haddad Voor uzelf"),
        ("tom", None, "Tom Willems Voor uzelf"),
    ],
)
def test_persons_legal_representatives_and_mandate_managers_enter(
    visitor: Visitor, persona: str, organisation: str | None, shown: str
) -> None:
    visitor.sign_in(persona, organisation)
    assert shown in visitor.page.text
    assert "Mijn mandaten" in visitor.page.text


@pytest.mark.parametrize(
    ("persona", "organisation", "why"),
    [
        ("els", "de-kade", "SSM Mandaatbeheerder"),
        ("dirk", "de-kade", "werkrelatie"),
        ("lotte", "cijferwijs", "SSM Mandaatbeheerder"),
        ("tom", "de-kade", "De Kade"),
    ],
)
def test_who_may_conclude_nothing_for_an_organisation_is_refused_by_acm_with_the_reason(
    visitor: Visitor, persona: str, organisation: str, why: str
) -> None:
    visitor.sign_in(persona, organisation)
    assert visitor.page.status == 403
    assert visitor.codes == ["sign-in-refused"]
    assert why in visitor.page.text
    visitor.browser.follow("Opnieuw aanmelden")
    assert visitor.page.url.startswith(visitor.federation.url("acm")), "nobody was signed in"


def test_who_has_died_does_not_enter_for_himself_either(visitor: Visitor) -> None:
    visitor.open("/aanmelden", mock_persona="dora")
    assert visitor.codes == ["sign-in-refused"]
    assert "overleden" in visitor.page.text


def test_who_loses_the_function_is_refused_at_the_next_page_with_the_reason(visitor: Visitor) -> None:
    visitor.sign_in("karel", "cijferwijs")
    held = f"{visitor.number('cijferwijs')}-{visitor.number('karel')}-"
    known = requests.get(visitor.federation.url("kbo", "/_mock/function"), timeout=10).json()["numbers"]
    for number in (one for one in known if one.startswith(held)):
        visitor.put("function", number, system="kbo", end="2021-04-26")
    visitor.open("/mandaten")
    assert (visitor.page.status, visitor.codes) == (403, ["function-ended"])
    assert "geëindigd op 26 april 2021 (bron: KBO)" in visitor.page.text


def test_who_loses_the_right_cannot_send_a_form_that_was_open(visitor: Visitor) -> None:
    visitor.sign_in("mieke", "de-kade")
    visitor.fill_in(visitor.number("leerpunt"))
    right = f"{visitor.number('mieke')}-{visitor.number('de-kade')}-1-ssm-mandaatbeheerder-1"
    visitor.put("right", right, system="idm", revoked_on="2021-04-27")
    visitor.press("Ondertekenen en bevestigen", conditions="1")
    assert (visitor.page.status, visitor.codes) == (403, ["right-revoked"])
    jan = Visitor(visitor.federation).sign_in("jan", "de-kade")
    jan.open("/mandaten", zoek=jan.number("leerpunt"))
    assert jan.listed == [], "nothing was concluded"


def test_one_switches_to_another_party_without_proving_anew_who_one_is(visitor: Visitor) -> None:
    visitor.open("/aanmelden")
    visitor.browser.choose("key", "itsme")
    visitor.press("Verder", number=visitor.number("mieke"))
    visitor.press("Bevestigen")
    visitor.press("Theater De Kade vzw")
    visitor.press("Wisselen van organisatie of persoon")
    assert visitor.page.url.startswith(visitor.federation.url("acm")), "ACM asks for whom"
    visitor.press("Mieke Claes")
    assert "Mieke Claes Voor uzelf" in visitor.page.text
    assert visitor.listed == [], "her own mandates are not those of De Kade"


def test_signing_out_ends_the_session_here_and_at_acm(visitor: Visitor) -> None:
    visitor.sign_in("mieke", "de-kade")
    visitor.press("Afmelden")
    assert visitor.page.url == visitor.url("/afgemeld")
    visitor.open("/mandaten")
    assert visitor.page.marked("key"), "ACM asks for a digital key"


def test_one_comes_back_to_the_page_where_one_was_going(visitor: Visitor) -> None:
    visitor.open("/mandaten", kader="active", sinds="")
    assert visitor.page.url.startswith(visitor.federation.url("acm"))
    visitor.browser.choose("key", "itsme")
    visitor.press("Verder", number=visitor.number("mieke"))
    visitor.press("Bevestigen")
    visitor.press("Theater De Kade vzw")
    assert visitor.page.url == visitor.url("/mandaten?kader=active&sinds=")


@pytest.mark.parametrize("address", ["//kwaad.example", "https://kwaad.example", "/\\kwaad.example", "x"])
def test_nobody_is_led_to_an_address_that_somebody_made_up(visitor: Visitor, address: str) -> None:
    visitor.open("/aanmelden", mock_persona="tom", terug=address)
    assert visitor.page.url == visitor.url("/")


def test_who_was_signed_in_too_long_ago_signs_in_again(visitor: Visitor) -> None:
    visitor.sign_in("tom")
    visitor.federation.step(timedelta(hours=2))
    visitor.open("/mandaten")
    assert visitor.page.url.startswith(visitor.federation.url("acm"))


def test_an_answer_of_acm_that_nobody_asked_for_is_refused(visitor: Visitor) -> None:
    visitor.open("/aanmelden/callback", code="x", state="y")
    assert (visitor.page.status, visitor.codes) == (400, ["unknown-sign-in"])


def test_a_token_without_the_claims_that_were_agreed_is_refused(visitor: Visitor) -> None:
    address = visitor.federation.url("acm", "/_mock/clients/ssm")
    client = requests.get(address, timeout=10).json()
    right = {"name": "KIOSK Aanvrager", "token_code": "KIOSKAanvrager"}
    assert requests.put(address, json={**client, "right": right}, timeout=10).status_code == 200
    visitor.sign_in("els", "de-kade")
    assert (visitor.page.status, visitor.codes) == (403, ["claims-do-not-fit"])


def test_a_form_without_its_token_is_refused(visitor: Visitor) -> None:
    visitor.sign_in("tom")
    visitor.open("/mandaten/nieuw")
    visitor.browser.send(visitor.page.form_with("Volgende"), csrf_token="x", type="kiosk")
    assert (visitor.page.status, visitor.codes) == (400, ["form-expired"])
