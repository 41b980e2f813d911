"""Choosing a language: KIOSK speaks it on every page, and everything that is no page goes on in Dutch."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from mocks.eloketten.kiosk.tests.alone import Browser, words
from mocks.eloketten.kiosk.tests.forms import open_form
from mocks.eloketten.kiosk.tests.said import claims

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

TITLES = {"nl": "Welkom bij KIOSK", "fr": "Bienvenue", "de": "Willkommen", "en": "Welcome"}


def choose(browser: Browser, language: str, back: str = "/") -> TestResponse:
    """Press the button of a language on the start page."""
    token = re.findall(r'name="csrf_token" value="([^"]+)"', browser.get("/").text)[0]
    return browser.post("/taal", csrf_token=token, taal=language, terug=back)


def test_without_a_choice_the_pages_are_dutch_whatever_the_browser_prefers(browser: Browser) -> None:
    page = browser.get("/")
    assert '<html lang="nl">' in page.text
    assert "Welkom bij KIOSK" in words(page)


@pytest.mark.parametrize("language", TITLES)
def test_the_start_page_speaks_the_language_that_was_chosen(browser: Browser, language: str) -> None:
    answer = choose(browser, language)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/kiosk/")
    page = browser.get("/")
    assert f'<html lang="{language}">' in page.text
    assert TITLES[language] in words(page)
    assert re.findall(r'lang="(\w\w)" aria-current="true"', page.text) == [language]


def test_one_comes_back_to_where_one_was(browser: Browser) -> None:
    browser.sign_in(claims())
    assert choose(browser, "fr", "/dossiers?offset=20").headers["Location"] == "/kiosk/dossiers?offset=20"


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example", "/\\evil", "javascript:1"])
def test_nobody_is_led_elsewhere(browser: Browser, elsewhere: str) -> None:
    assert choose(browser, "fr", elsewhere).headers["Location"] == "/kiosk/"


@pytest.mark.parametrize("language", ["", "NL", "it", "fr ", "../../fr", "x" * 5000])
def test_a_language_that_no_page_speaks_is_refused(browser: Browser, language: str) -> None:
    answer = choose(browser, language)
    assert answer.status_code == 400
    assert "is geen taal van deze pagina's. Kies nl, fr, de, en." in words(answer)
    assert '<html lang="nl">' in browser.get("/").text


def test_a_form_of_another_site_chooses_nothing(browser: Browser) -> None:
    assert browser.post("/taal", taal="fr").status_code == 400
    assert '<html lang="nl">' in browser.get("/").text


def test_the_choice_outlasts_signing_in_and_out(browser: Browser) -> None:
    choose(browser, "fr")
    browser.sign_in(claims())
    page = browser.get("/contactgegevens")
    assert "Coordonnées du demandeur" in words(page)
    assert "Représentant : Jan Peeters, représentant légal" in words(page)
    token = re.findall(r'name="csrf_token" value="([^"]+)"', page.text)[0]
    browser.post("/afmelden", csrf_token=token)
    assert "Vous êtes déconnecté" in words(browser.get("/afgemeld"))


def test_what_is_wrong_with_a_field_is_said_in_the_language(browser: Browser) -> None:
    choose(browser, "fr")
    browser.sign_in(claims())
    answer = open_form(browser, "/contactgegevens").send(browser, email="nergens", phone="12")
    assert answer.status_code == 400
    assert "« nergens » n'est pas une adresse e-mail." in words(answer)
    assert "« 12 » n'est pas un numéro de téléphone." in words(answer)


def test_a_history_is_a_record_and_stays_dutch(browser: Browser) -> None:
    choose(browser, "fr")
    browser.sign_in(claims())
    form = open_form(browser, "/contactgegevens")
    form.send(browser, email="info@de-kade.example", phone="09 234 56 78")
    page = browser.get("/contactgegevens")
    assert '<span lang="nl">E-mailadres: niets → info@de-kade.example.' in page.text
    assert '<span lang="nl">Jan Peeters, wettelijk vertegenwoordiger</span>' in page.text


def test_a_program_hears_dutch_whatever_was_chosen(browser: Browser) -> None:
    choose(browser, "fr")
    browser.sign_in(claims())
    answer = browser.client.get("/dossiers/KD-2021-9999", base_url="https://kiosk.vlaanderen.be/kiosk")
    assert "heeft geen dossier met KIOSK-nummer" in answer.get_json()["detail"]


@pytest.mark.parametrize(("language", "mark"), [("fr", ' lang="nl"'), ("nl", "")])
def test_what_acm_says_of_a_refusal_is_marked_as_dutch(browser: Browser, language: str, mark: str) -> None:
    choose(browser, language)
    asked = browser.begin()
    reason = "De werkrelatie is afgelopen."
    page = browser.get(
        "/aanmelden/callback", state=asked["state"], error="access_denied", error_description=reason
    )
    assert f'<p class="lead"{mark}>{reason}</p>' in page.text


def test_what_kiosk_says_of_a_refusal_is_in_the_language_of_the_page(browser: Browser) -> None:
    choose(browser, "fr")
    browser.sign_in(claims())
    assert '<p class="lead">' in browser.get("/dossiers/KD-2021-9999").text
