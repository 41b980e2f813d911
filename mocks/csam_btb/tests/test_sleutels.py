"""Mijn digitale sleutels: seeing, activating and removing keys of one's own."""

from __future__ import annotations

import re
from datetime import date

import pytest

from mocks.core.identifiers import Insz
from mocks.csam_btb.tests.browser import SLEUTELS, Browser
from mocks.csam_btb.tests.house import DIRK, FATIMA, JAN, LENA, OLGA, Play, build


def _enter(browser: Browser, insz: Insz, kind: str = "eid") -> None:
    """Sign in to Mijn digitale sleutels over the pages of FAS."""
    browser.get(SLEUTELS)
    browser.submit(key=kind)
    browser.submit("/persoon", number=insz)
    browser.submit(**browser.right_proof(kind))
    assert browser.page.request.url == SLEUTELS, browser.text


def _states(browser: Browser) -> dict[str, str]:
    """Return how each key stands on the page."""
    return dict(re.findall(r'data-key="([a-z]+)" data-reason="([a-z-]+)"', browser.text))


def _activate(browser: Browser, kind: str, **fields: str) -> None:
    browser.get(f"{SLEUTELS}/activeren/{kind}")
    browser.submit(**fields)


def test_the_page_is_behind_fas(browser: Browser) -> None:
    browser.get(SLEUTELS)
    assert "U meldt zich aan bij Mijn digitale sleutels." in browser.text


def test_the_page_shows_every_key_and_how_it_stands(browser: Browser) -> None:
    _enter(browser, JAN)
    assert "Jan Peeters" in browser.text
    assert _states(browser) == {
        "eid": "active",
        "itsme": "active",
        "app": "not-activated",
        "sms": "not-activated",
        "token": "not-activated",
    }
    assert "27 april 2019" in browser.text
    assert "27 april 2029" in browser.text
    assert "Kan niet meer geactiveerd worden sinds 25 september 2020." in browser.text


def test_the_front_of_either_host_leads_here(browser: Browser) -> None:
    for host in ("www.csam.be", "idp.iamfas.belgium.be"):
        browser.get(f"https://{host}/")
        assert "U meldt zich aan bij Mijn digitale sleutels." in browser.text


def test_the_stylesheet_of_a_page_is_there(browser: Browser) -> None:
    browser.get(SLEUTELS)
    sheet = re.search(r'rel="stylesheet" href="([^"]*)"', browser.text)
    assert sheet is not None
    assert browser.get(f"https://www.csam.be{sheet[1]}").mimetype == "text/css"


def test_whoever_gives_up_at_fas_is_told(browser: Browser) -> None:
    browser.get(SLEUTELS)
    browser.submit("/annuleren")
    assert browser.page.status_code == 403
    assert "De aanmelding is geannuleerd." in browser.text


def test_a_callback_that_nobody_asked_for_is_refused(browser: Browser) -> None:
    assert browser.get(f"{SLEUTELS}/callback?code=x&state=y").status_code == 400


@pytest.mark.parametrize(("kind", "fields"), [("app", {}), ("sms", {"phone": "+32 400 12 34 56"})])
def test_a_key_is_activated_with_a_code_from_the_phone(
    play: Play, browser: Browser, kind: str, fields: dict[str, str]
) -> None:
    _enter(browser, OLGA)
    _activate(browser, kind, **fields)
    browser.submit("/bevestigen", code=browser.shown_code())
    assert _states(browser)[kind] == "active"
    key = play.key(OLGA, kind)
    assert (key["activated_on"], key["valid_until"]) == ("2021-04-27", "2031-04-27")
    assert key["phone"] == fields.get("phone")
    assert "code" in play.browser().sign_in(OLGA, kind)


def test_itsme_is_activated_by_confirming_on_the_phone(play: Play, browser: Browser) -> None:
    _enter(browser, OLGA)
    _activate(browser, "itsme")
    browser.submit("/bevestigen", decision="confirm")
    assert _states(browser)["itsme"] == "active"


def test_itsme_is_not_activated_by_refusing_on_the_phone(browser: Browser) -> None:
    _enter(browser, OLGA)
    _activate(browser, "itsme")
    assert browser.submit("/bevestigen", decision="refuse").status_code == 409
    browser.get(SLEUTELS)
    assert _states(browser)["itsme"] == "not-activated"


def test_a_wrong_code_activates_nothing_and_the_third_ends_it(play: Play, browser: Browser) -> None:
    _enter(browser, OLGA)
    _activate(browser, "app")
    for left in ("2 pogingen", "1 poging"):
        assert browser.submit("/bevestigen", code="x").status_code == 403
        assert f"U hebt nog {left}." in browser.text
    assert browser.submit("/bevestigen", code="x").status_code == 409
    assert play.app.test_client().get(f"https://www.csam.be/_mock/key/{OLGA}-app").status_code == 404


def test_an_activation_lapses(play: Play, browser: Browser) -> None:
    _enter(browser, OLGA)
    _activate(browser, "itsme")
    play.wall.epoch += 900
    assert browser.submit("/bevestigen", decision="confirm").status_code == 409
    assert "niet (meer) bezig" in browser.text


def test_a_text_message_needs_a_telephone_number(browser: Browser) -> None:
    _enter(browser, OLGA)
    _activate(browser, "sms", phone="bel mij")
    assert browser.page.status_code == 400
    assert "Typ een telefoonnummer" in browser.text


def test_a_new_text_message_can_be_asked(play: Play, browser: Browser) -> None:
    _enter(browser, OLGA)
    _activate(browser, "sms", phone="+32 400 12 34 56")
    play.wall.epoch += 300
    browser.get(f"{SLEUTELS}/activeren/sms")
    assert "Geen bericht dat nog bruikbaar is." in browser.text
    browser.submit(phone="+32 400 12 34 56")
    browser.submit("/bevestigen", code=browser.shown_code())
    assert _states(browser)["sms"] == "active"


def test_activating_takes_a_sign_in_with_eid_or_itsme(play: Play, browser: Browser) -> None:
    _enter(browser, FATIMA, "app")
    assert "Een sleutel activeren kan alleen wie zich met eID of itsme heeft aangemeld." in browser.text
    assert browser.get(f"{SLEUTELS}/activeren/itsme").status_code == 403
    browser.get(f"{SLEUTELS}/aanmelden")
    assert browser.text.count("De toepassing vraagt een sterkere sleutel.") == 3
    browser.submit(key="eid")
    browser.submit("/persoon", number=FATIMA)
    browser.submit(pin="1234")
    assert browser.get(f"{SLEUTELS}/activeren/itsme").status_code == 200


def test_itsme_is_strong_enough_to_activate(browser: Browser) -> None:
    _enter(browser, JAN, "itsme")
    assert browser.get(f"{SLEUTELS}/activeren/app").status_code == 200


def test_a_key_that_works_is_not_activated_again(browser: Browser) -> None:
    _enter(browser, JAN)
    assert browser.get(f"{SLEUTELS}/activeren/itsme").status_code == 409


@pytest.mark.parametrize("kind", ["eid", "token"])
def test_eid_and_token_are_not_activated(browser: Browser, kind: str) -> None:
    _enter(browser, OLGA)
    assert browser.get(f"{SLEUTELS}/activeren/{kind}").status_code == 409


def test_on_24_september_2020_a_token_can_still_be_activated() -> None:
    play = build(date(2020, 9, 24))
    browser = play.browser()
    _enter(browser, OLGA)
    _activate(browser, "token")
    user_name = re.search(r"Uw gebruikersnaam is (\S+) en elk wachtwoord is (\S+)\.", browser.text)
    code = re.search(r'data-wanted="([0-9]{6})"', browser.text)
    assert user_name is not None
    assert code is not None
    browser.submit("/bevestigen", username=user_name[1], password=user_name[2], code=code[1])
    assert _states(browser)["token"] == "active"
    play.set_date(date(2020, 9, 25))
    assert "code" in play.browser().sign_in(OLGA, "token")


def test_a_removed_key_works_no_more_and_can_be_activated_again(play: Play, browser: Browser) -> None:
    _enter(browser, DIRK)
    browser.submit("/verwijderen/sms")
    assert _states(browser)["sms"] == "revoked"
    other = play.browser()
    other.authorize(fas_key="sms")
    other.submit("/persoon", number=DIRK)
    assert 'data-reason="revoked"' in other.text
    _activate(browser, "sms", phone="+32 400 12 34 56")
    browser.submit("/bevestigen", code=browser.shown_code())
    assert _states(browser)["sms"] == "active"


@pytest.mark.parametrize(("insz", "kind"), [(JAN, "eid"), (OLGA, "itsme")])
def test_an_eid_and_a_key_that_is_not_there_are_not_removed(browser: Browser, insz: Insz, kind: str) -> None:
    _enter(browser, insz)
    token = browser.text.split('name="csrf_token" value="')[1].split('"')[0]
    page = browser.post(f"{SLEUTELS}/verwijderen/{kind}", {"csrf_token": token})
    assert page.status_code == 409


def test_a_token_shows_until_when_it_works_unused(browser: Browser) -> None:
    _enter(browser, LENA)
    assert "11 maart 2022" in browser.text


def test_signing_out_ends_the_page_and_fas(browser: Browser) -> None:
    _enter(browser, JAN)
    browser.submit("/afmelden")
    assert "U bent afgemeld" in browser.text
    browser.get(SLEUTELS)
    assert "Kies een digitale sleutel" in browser.text


def test_the_page_asks_to_sign_in_again_after_two_hours(play: Play, browser: Browser) -> None:
    _enter(browser, JAN)
    play.wall.epoch += 7200
    browser.get(SLEUTELS)
    assert "Kies een digitale sleutel" in browser.text


def test_whoever_died_meanwhile_is_refused(play: Play, browser: Browser) -> None:
    _enter(browser, JAN)
    play.change_person(JAN, deceased_on="2021-04-27")
    assert browser.get(SLEUTELS).status_code == 403
    assert "is overleden" in browser.text
