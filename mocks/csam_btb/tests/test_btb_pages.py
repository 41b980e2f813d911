"""BTB in a browser without JavaScript, behind FAS."""

from __future__ import annotations

import re
from typing import Any

import pytest

from mocks.core.addresses import AddressBook
from mocks.csam_btb.tests.browser import Browser
from mocks.csam_btb.tests.btb import (
    BTB,
    FIRST,
    KADE,
    MAIN,
    appoint,
    appointed,
    code,
    csrf,
    enter,
    fill,
    nomination,
    put_appointment,
    states,
)
from mocks.csam_btb.tests.house import (
    DE_KADE,
    FATIMA,
    JAN,
    LENA,
    OLGA,
    TOM,
    Play,
    build,
)


def test_the_pages_are_behind_fas_and_come_back_to_the_one_that_was_asked(led: Play) -> None:
    browser = led.browser()
    browser.get(KADE)
    assert "U meldt zich aan bij Beheer der Toegangsbeheerders." in browser.text
    enter(browser, FATIMA, KADE)


def test_the_front_page_says_the_three_steps_and_lists_the_enterprises(led: Play, browser: Browser) -> None:
    enter(browser, JAN)
    for title in ("Een hoofdtoegangsbeheerder aanstellen", "Toegangsbeheerders aanstellen"):
        assert f"<h2>{title}</h2>" in browser.text
    assert "<h2>Toegangen beheren</h2>" in browser.text
    assert f'data-enterprise="{DE_KADE}"' in browser.text
    assert "wettelijk vertegenwoordiger" in browser.text


def test_an_outsider_has_no_enterprises_and_sees_none(led: Play, browser: Browser) -> None:
    enter(browser, TOM)
    assert "U bent bij geen enkele onderneming" in browser.text
    assert browser.get(KADE).status_code == 403
    assert code(browser) == "not-involved"


def test_a_legal_representative_appoints_another_who_signs_in(play: Play, browser: Browser) -> None:
    enter(browser, JAN)
    browser.get(FIRST)
    assert fill(browser, play, FATIMA, enterprise_number="0110.041.748") == 200
    assert "De aanstelling is gebeurd." in browser.text
    assert states(browser) == {f"{FATIMA}-{MAIN}": "waiting"}
    other = play.browser()
    enter(other, FATIMA, KADE)
    assert states(other) == {f"{FATIMA}-{MAIN}": "active"}
    assert re.findall(r'data-event="([a-z]+)"', other.text) == ["activated", "appointed", "registered"]


def test_a_legal_representative_appoints_himself_and_signs_in_again(play: Play, browser: Browser) -> None:
    enter(browser, JAN)
    browser.get(f"{FIRST}?zelf=1&onderneming={DE_KADE}")
    for shown in (JAN.display, 'value="Peeters"', 'value="Jan"', DE_KADE):
        assert shown in browser.text
    assert fill(browser, play, JAN, enterprise_number=DE_KADE) == 200
    assert states(browser) == {f"{JAN}-{MAIN}": "waiting"}
    browser.get(f"{KADE}/toegangsbeheerders")
    assert code(browser) == "own-appointment-waits"
    browser.get(f"{BTB}/aanmelden")
    browser.get(KADE)
    assert states(browser) == {f"{JAN}-{MAIN}": "active"}
    assert browser.get(f"{KADE}/toegangsbeheerders").status_code == 200


def test_a_main_access_manager_appoints_a_back_up_and_access_managers(led: Play, browser: Browser) -> None:
    enter(browser, FATIMA)
    browser.get(f"{KADE}/hoofdtoegangsbeheerders")
    assert fill(browser, led, TOM) == 200
    browser.get(f"{KADE}/toegangsbeheerders")
    for label in ("Alle domeinen", "Werkgelegenheid", "Financiën", "Mobiliteit", "Economie"):
        assert label in browser.text
    assert fill(browser, led, OLGA, domain="finance") == 200
    assert states(browser) == {
        f"{FATIMA}-{MAIN}": "active",
        f"{TOM}-{MAIN}": "waiting",
        f"{OLGA}-finance": "waiting",
    }
    assert "Mede-hoofdtoegangsbeheerder" in browser.text


def test_replacing_warns_and_asks_to_confirm(led: Play, browser: Browser) -> None:
    enter(browser, JAN)
    browser.get(FIRST)
    assert fill(browser, led, TOM, enterprise_number=DE_KADE) == 409
    assert code(browser) == "replacement-unconfirmed"
    assert "Fatima El Amrani" in browser.text
    assert appointed(led, TOM) == []
    assert browser.submit().status_code == 200
    assert states(browser) == {f"{TOM}-{MAIN}": "waiting"}
    assert appointed(led, FATIMA)[0]["end"] == "2021-04-26"
    assert 'data-event="replaced"' in browser.text


def test_a_confirmation_is_about_the_person_whom_one_saw(led: Play, browser: Browser) -> None:
    enter(browser, JAN)
    browser.get(FIRST)
    fill(browser, led, TOM, enterprise_number=DE_KADE)
    assert appoint(led, JAN, OLGA, replaces=FATIMA).status_code == 201
    assert browser.submit().status_code == 409
    assert "Olga Vandamme" in browser.text


def test_an_access_manager_is_replaced_per_domain(led: Play, browser: Browser) -> None:
    put_appointment(led, f"{DE_KADE}-{OLGA}-finance")
    enter(browser, FATIMA)
    browser.get(f"{KADE}/toegangsbeheerders?domein=finance")
    assert '<option value="finance" selected>' in browser.text
    assert fill(browser, led, TOM, domain="finance") == 409
    browser.submit()
    assert states(browser) == {f"{FATIMA}-{MAIN}": "active", f"{TOM}-finance": "waiting"}


def test_ending_asks_to_confirm_and_bites_at_once(led: Play, browser: Browser) -> None:
    enter(browser, JAN, KADE)
    assert f"/beeindigen/{FATIMA}/{MAIN}" in browser.text
    browser.get(f"{KADE}/beeindigen/{FATIMA}/{MAIN}")
    assert "Fatima El Amrani is daarna geen hoofdtoegangsbeheerder meer." in browser.text
    browser.submit()
    assert "De aanstelling is beëindigd." in browser.text
    assert "Er is niemand aangesteld." in browser.text
    assert browser.get(f"{KADE}/beeindigen/{FATIMA}/{MAIN}").status_code == 404
    other = led.browser()
    enter(other, FATIMA)
    assert other.get(KADE).status_code == 403


def test_a_back_up_who_resigns_comes_back_to_the_front_page(led: Play, browser: Browser) -> None:
    put_appointment(led, f"{DE_KADE}-{TOM}-{MAIN}")
    enter(browser, TOM)
    browser.get(f"{KADE}/beeindigen/{TOM}/{MAIN}")
    assert browser.submit().status_code == 200
    assert browser.page.request.url == BTB


@pytest.mark.parametrize("page", ["hoofdtoegangsbeheerders", "toegangsbeheerders"])
def test_who_may_not_appoint_hears_so_before_filling_in(led: Play, page: str) -> None:
    put_appointment(led, f"{DE_KADE}-{OLGA}-finance")
    for who, expected in (
        (OLGA, "access-manager-may-not-appoint"),
        (TOM, "not-appointed-here"),
        (JAN, "not-appointed-here"),
    ):
        browser = led.browser()
        enter(browser, who)
        assert browser.get(f"{KADE}/{page}").status_code == 403
        assert code(browser) == expected


def test_every_form_needs_its_token(led: Play, browser: Browser) -> None:
    enter(browser, JAN)
    fields = nomination(led, TOM, enterprise_number=DE_KADE)
    assert browser.post(FIRST, fields).status_code == 400
    assert browser.post(f"{KADE}/beeindigen/{FATIMA}/{MAIN}", {}).status_code == 400
    assert states_of(led) == [FATIMA]


def states_of(play: Play) -> list[str]:
    """Return who is appointed by the page of De Kade."""
    browser = play.browser()
    enter(browser, JAN, KADE)
    return [one.split("-")[0] for one in states(browser)]


def test_another_may_not_end_by_a_request_of_their_own(led: Play, browser: Browser) -> None:
    enter(browser, TOM)
    token: dict[str, Any] = {"csrf_token": csrf(browser)}
    assert browser.post(f"{KADE}/beeindigen/{FATIMA}/{MAIN}", token).status_code == 403
    assert code(browser) == "may-not-end"


def test_a_long_history_goes_a_page_at_a_time(led: Play, browser: Browser) -> None:
    for _ in range(12):
        for insz in (TOM, OLGA):
            holder = appoint(led, FATIMA, insz, post="finance", replaces=OLGA if insz == TOM else TOM)
            assert holder.status_code == 201
    enter(browser, FATIMA, KADE)
    assert browser.text.count("data-event=") == 20
    browser.get(f"{KADE}?offset=40")
    assert browser.text.count("data-event=") == 10
    assert "Later" in browser.text
    assert "Vroeger" not in browser.text


def test_signing_out_ends_the_pages_and_fas(play: Play, browser: Browser) -> None:
    enter(browser, JAN)
    browser.submit("/afmelden")
    assert "U bent afgemeld" in browser.text
    browser.get(BTB)
    assert "Kies een digitale sleutel" in browser.text


def test_the_pages_ask_to_sign_in_again_after_two_hours(play: Play, browser: Browser) -> None:
    enter(browser, JAN)
    play.wall.epoch += 7200
    browser.get(BTB)
    assert "Kies een digitale sleutel" in browser.text


def test_whoever_died_meanwhile_is_refused(play: Play, browser: Browser) -> None:
    enter(browser, LENA)
    play.change_person(LENA, deceased_on="2021-04-27")
    assert browser.get(BTB).status_code == 403


def test_the_pages_stand_on_one_port_and_in_another_world_too() -> None:
    play = build(addresses=AddressBook.on("http://127.0.0.1:8600"), world="proef")
    base = "http://127.0.0.1:8600/w/proef/csam/btb"
    browser = play.browser()
    enter(browser, JAN, f"{base}/hoofdtoegangsbeheerder")
    assert fill(browser, play, FATIMA, enterprise_number=DE_KADE) == 200
    assert browser.page.request.url.startswith(f"{base}/ondernemingen/{DE_KADE}")
