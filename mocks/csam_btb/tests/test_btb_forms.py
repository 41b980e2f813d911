"""The forms of BTB: what is refused stands at its field, and nonsense breaks nothing."""

from __future__ import annotations

import re

import pytest

from mocks.core.identifiers import Insz
from mocks.csam_btb.domain.nominations import LABELS
from mocks.csam_btb.tests.browser import Browser
from mocks.csam_btb.tests.btb import BTB, FIRST, KADE, MAIN, appointed, code, enter, fill, nomination
from mocks.csam_btb.tests.house import DE_KADE, DORA, FATIMA, JAN, NOBODY, OLGA, STILTE, TOM, Play, a_function

NASTY = ("", " ", "\0", "x" * 10_000, "<script>alert(1)</script>", "31/02/2021", "-1", "é\u202e\U0001f600")


def error_of(browser: Browser, name: str) -> str:
    """Return the error that the page ties to a field."""
    field = re.search(rf'<(?:input|select)[^>]* id="field-{name}"[^>]*>', browser.page.text)
    assert field is not None, browser.text
    assert 'aria-invalid="true"' in field[0], field[0]
    assert f"field-{name}-error" in field[0]
    assert f'href="#field-{name}"' in browser.text, "the summary leads to the field"
    told = re.search(rf'id="field-{name}-error">(.*?)</p>', browser.text)
    assert told is not None
    return told[1]


@pytest.mark.parametrize(
    ("who", "fields", "name", "sentence"),
    [
        (NOBODY, {}, "number", "kent niemand"),
        (DORA, {}, "number", "is overleden"),
        (OLGA, {"family_name": "Van Damme-Nijs"}, "family_name", "past niet bij het nummer"),
        (OLGA, {"given_name": "Olga Maria"}, "given_name", "past niet bij het nummer"),
        (OLGA, {"enterprise_number": "0100000070"}, "enterprise_number", "kent geen onderneming"),
        (OLGA, {"enterprise_number": "x"}, "enterprise_number", "is geen ondernemingsnummer"),
        (OLGA, {"email": "<b>"}, "email", "is geen e-mailadres"),
        (OLGA, {"phone": "bel mij"}, "phone", "is geen telefoonnummer"),
        (OLGA, {"family_name": ""}, "family_name", "Vul het veld ‘Naam’ in."),
    ],
)
def test_what_is_refused_stands_at_its_field_and_what_was_typed_stays(
    play: Play, browser: Browser, who: Insz, fields: dict[str, str], name: str, sentence: str
) -> None:
    enter(browser, JAN)
    browser.get(FIRST)
    assert fill(browser, play, who, **{"enterprise_number": DE_KADE, **fields}) >= 400
    assert sentence in error_of(browser, name)
    assert f'value="{who}"' in browser.text
    assert appointed(play, who) == []


def test_who_has_no_valid_function_is_told_above_the_form(play: Play, browser: Browser) -> None:
    play.functions[TOM] = [a_function(DE_KADE, end="2021-04-26"), a_function(STILTE)]
    enter(browser, TOM)
    for enterprise, expected in ((DE_KADE, "function-ended"), (STILTE, "enterprise-stopped")):
        browser.get(FIRST)
        assert fill(browser, play, OLGA, enterprise_number=enterprise) in {403, 409}
        assert code(browser) == expected


def test_an_appointment_for_no_domain_says_so_at_the_field(led: Play, browser: Browser) -> None:
    enter(browser, FATIMA)
    for domain in ("", "onzin", MAIN):
        browser.get(f"{KADE}/toegangsbeheerders")
        assert fill(browser, led, TOM, domain=domain) == 400
        assert "Domein" in error_of(browser, "domain")


@pytest.mark.parametrize("nasty", NASTY)
@pytest.mark.parametrize("name", [*LABELS, "domain", "replaces"])
def test_the_forms_survive_nonsense(led: Play, name: str, nasty: str) -> None:
    browser, who = led.browser(), {"": JAN, "/toegangsbeheerders": FATIMA}
    for page, actor in who.items():
        enter(browser, actor)
        browser.get(KADE + page if page else FIRST)
        fields = nomination(led, TOM, enterprise_number=DE_KADE, domain="finance", replaces="")
        status = browser.submit(**{**fields, name: nasty}).status_code
        assert status < 500
        assert "<script>" not in browser.page.text
        browser.get(BTB)
        browser.submit("/afmelden")


@pytest.mark.parametrize("nasty", [one for one in NASTY if one.strip()])
def test_no_address_of_a_page_breaks_it(led: Play, nasty: str) -> None:
    browser = led.browser()
    browser.get(BTB)
    for url in (f"{BTB}/ondernemingen/{nasty}", f"{KADE}/beeindigen/{nasty}/{nasty}"):
        assert browser.client.get(url, headers={"Accept": "text/html"}).status_code < 500
    enter(browser, FATIMA)
    for url in (
        f"{BTB}/ondernemingen/{nasty}",
        f"{KADE}/beeindigen/{nasty}/{nasty}",
        f"{KADE}?offset={nasty}",
        f"{FIRST}?onderneming={nasty}&zelf={nasty}",
        f"{KADE}/toegangsbeheerders?domein={nasty}",
    ):
        assert browser.client.get(url, headers={"Accept": "text/html"}).status_code < 500
