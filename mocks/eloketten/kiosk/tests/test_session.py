"""KIOSK's session: renewed at ACM every quarter of an hour, and ended with the reason when ACM refuses."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from pathlib import Path

import pytest
from werkzeug.test import TestResponse

from mocks.core import confirmed
from mocks.core.store.sqlite import FileStorage
from mocks.eloketten.kiosk.tests.alone import Browser, KioskAlone, words
from mocks.eloketten.kiosk.tests.said import CIJFERWIJS, citizen, claims

ENDED = "Jan Peeters is sinds gisteren geen bestuurder meer."


def test_within_a_quarter_of_an_hour_acm_is_not_asked_again(kiosk: KioskAlone, browser: Browser) -> None:
    browser.sign_in(claims())
    kiosk.wall.pass_minutes(14.9)
    assert browser.get("/dossiers").status_code == HTTPStatus.OK
    assert kiosk.acm.renewals == []


def test_after_a_quarter_of_an_hour_acm_decides_anew(kiosk: KioskAlone, browser: Browser) -> None:
    browser.sign_in(claims())
    kiosk.wall.pass_minutes(15)
    assert browser.get("/dossiers").status_code == HTTPStatus.OK
    assert browser.get("/dossiers").status_code == HTTPStatus.OK
    assert kiosk.acm.renewals == ["refresh-0"]


def test_each_renewal_uses_the_token_of_the_one_before(kiosk: KioskAlone, browser: Browser) -> None:
    browser.sign_in(claims())
    for _ in range(3):
        kiosk.wall.pass_minutes(15)
        browser.get("/dossiers")
    assert kiosk.acm.renewals == ["refresh-0", "refresh-1", "refresh-2"]


def test_a_new_name_is_shown_after_the_renewal(kiosk: KioskAlone, browser: Browser) -> None:
    browser.sign_in(claims())
    kiosk.acm.next = claims(vo_orgnaam="Theater De Nieuwe Kade vzw")
    kiosk.wall.pass_minutes(15)
    assert "Aanvrager: Theater De Nieuwe Kade vzw" in words(browser.get("/dossiers"))


def test_the_session_ends_with_the_reason_when_acm_refuses(kiosk: KioskAlone, browser: Browser) -> None:
    browser.sign_in(claims())
    kiosk.acm.next = ENDED
    kiosk.wall.pass_minutes(15)
    page = browser.get("/dossiers/KD-2021-0001")
    assert page.status_code == HTTPStatus.FORBIDDEN
    assert "Uw sessie is beëindigd" in words(page)
    assert ENDED in words(page)
    assert 'href="/kiosk/aanmelden?terug=/dossiers/KD-2021-0001"' in page.text
    assert "Afmelden" not in page.text


def test_an_ended_session_stays_ended_and_keeps_its_reason(kiosk: KioskAlone, browser: Browser) -> None:
    browser.sign_in(claims())
    kiosk.acm.next = ENDED
    kiosk.wall.pass_minutes(15)
    browser.get("/dossiers")
    kiosk.acm.next = claims()
    assert ENDED in words(browser.get("/dossiers"))
    assert kiosk.acm.renewals == ["refresh-0"]


def test_after_an_ended_session_one_can_sign_in_again(kiosk: KioskAlone, browser: Browser) -> None:
    browser.sign_in(claims())
    kiosk.acm.next = ENDED
    kiosk.wall.pass_minutes(15)
    browser.get("/dossiers")
    browser.sign_in(citizen())
    assert "Aanvrager: Noor Haddad" in words(browser.get("/dossiers"))


def test_a_renewal_for_another_applicant_ends_the_session(kiosk: KioskAlone, browser: Browser) -> None:
    browser.sign_in(claims())
    kiosk.acm.next = claims(vo_orgcode=CIJFERWIJS, wv_orgcode=CIJFERWIJS)
    kiosk.wall.pass_minutes(15)
    page = browser.get("/dossiers")
    assert page.status_code == HTTPStatus.FORBIDDEN
    assert "een andere aanvrager" in words(page)


def test_a_renewal_that_opens_nothing_ends_the_session(kiosk: KioskAlone, browser: Browser) -> None:
    browser.sign_in(claims())
    kiosk.acm.next = claims(wv_orgcode=None)
    kiosk.wall.pass_minutes(15)
    assert "mag in KIOSK niet optreden" in words(browser.get("/dossiers"))


def test_a_clock_that_is_set_back_gives_no_longer_session(kiosk: KioskAlone, browser: Browser) -> None:
    browser.sign_in(claims())
    kiosk.wall.pass_minutes(-300)
    assert browser.get("/dossiers").status_code == HTTPStatus.OK
    assert kiosk.acm.renewals == ["refresh-0"]


def test_the_start_page_shows_nobody_whom_acm_did_not_confirm_lately(
    kiosk: KioskAlone, browser: Browser
) -> None:
    browser.sign_in(claims())
    assert "Jan Peeters" in words(browser.get("/"))
    kiosk.wall.pass_minutes(15)
    assert "Jan Peeters" not in words(browser.get("/"))


def test_signing_out_during_a_renewal_wins(kiosk: KioskAlone, browser: Browser) -> None:
    browser.sign_in(claims())
    page = browser.get("/dossiers")
    other_tab = Browser(kiosk)
    other_tab.client = browser.client
    kiosk.wall.pass_minutes(15)
    kiosk.acm.before_renewal = lambda: other_tab.press("/afmelden", page)
    assert browser.get("/dossiers").status_code == HTTPStatus.FOUND
    assert browser.get("/dossiers").status_code == HTTPStatus.FOUND


def test_a_neighbour_waits_for_the_renewal_and_says_so_when_it_lasts_too_long(
    kiosk: KioskAlone, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(confirmed, "_PATIENCE", 2)
    monkeypatch.setattr(confirmed, "_PAUSE", 0)
    browser.sign_in(claims())
    kiosk.wall.pass_minutes(15)
    neighbours: list[TestResponse] = []
    kiosk.acm.before_renewal = lambda: neighbours.append(tab_of(browser).get("/dossiers"))
    assert browser.get("/dossiers").status_code == HTTPStatus.OK
    assert [page.status_code for page in neighbours] == [HTTPStatus.CONFLICT]
    assert kiosk.acm.renewals == ["refresh-0"]


def test_a_renewal_that_broke_off_does_not_block_the_session_for_ever(
    kiosk: KioskAlone, browser: Browser
) -> None:
    browser.sign_in(claims())
    kiosk.wall.pass_minutes(15)
    kiosk.acm.before_renewal = break_off
    assert browser.get("/dossiers").status_code == HTTPStatus.INTERNAL_SERVER_ERROR
    kiosk.acm.before_renewal = nothing
    kiosk.wall.pass_minutes(1)
    assert browser.get("/dossiers").status_code == HTTPStatus.OK


def test_requests_at_the_same_time_renew_once(tmp_path: Path) -> None:
    kiosk = KioskAlone(FileStorage(tmp_path))
    browser = Browser(kiosk)
    browser.sign_in(claims())
    kiosk.wall.pass_minutes(15)
    tabs = [tab_of(browser) for _ in range(32)]
    with ThreadPoolExecutor(16) as threads:
        pages = list(threads.map(lambda tab: words(tab.get("/dossiers")), tabs))
    assert all("Aanvrager: Theater De Kade vzw" in page for page in pages)
    assert kiosk.acm.renewals == ["refresh-0"]


def test_acm_is_asked_while_others_can_write(tmp_path: Path) -> None:
    kiosk = KioskAlone(FileStorage(tmp_path))
    browser = Browser(kiosk)
    browser.sign_in(claims())
    kiosk.wall.pass_minutes(15)
    kiosk.acm.before_renewal = lambda: kiosk.dossier("KD-2021-0001")
    assert "KD-2021-0001" in browser.get("/dossiers").text


def test_many_sign_ins_at_the_same_time_all_end_well(tmp_path: Path) -> None:
    kiosk = KioskAlone(FileStorage(tmp_path))
    browsers = [Browser(kiosk) for _ in range(64)]
    answers = [browser.answered(browser.begin(), claims()) for browser in browsers]

    def come_back(place: int) -> str:
        browsers[place].get("/aanmelden/callback", **answers[place])
        return words(browsers[place].get("/dossiers"))

    with ThreadPoolExecutor(64) as threads:
        pages = list(threads.map(come_back, range(64)))
    assert all("Aanvrager: Theater De Kade vzw" in page for page in pages)


def tab_of(browser: Browser) -> Browser:
    """Return another tab: a client of its own with the same cookie."""
    tab = Browser(browser.kiosk)
    cookie = browser.client.get_cookie("pl_443_kiosk", "kiosk.vlaanderen.be", "/kiosk")
    assert cookie is not None
    tab.client.set_cookie("pl_443_kiosk", cookie.value, domain="kiosk.vlaanderen.be", path="/kiosk")
    return tab


def break_off() -> None:
    raise RuntimeError("the process dies here")


def nothing() -> None:
    return
