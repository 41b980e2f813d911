"""The list of dossiers and each of them, as a browser sees them."""

from __future__ import annotations

from http import HTTPStatus

import pytest

from mocks.eloketten.kiosk.tests.alone import Browser, KioskAlone, words
from mocks.eloketten.kiosk.tests.said import (
    CIJFERWIJS,
    NOOR,
    claims,
)


def test_the_list_shows_number_title_type_and_phase_in_dutch(kiosk: KioskAlone, browser: Browser) -> None:
    kiosk.dossier("KD-2021-0001", title="Een <b>titel</b>", type="recognition", phase="advice")
    browser.sign_in(claims())
    page = browser.get("/dossiers")
    assert "KD-2021-0001 Een <b>titel</b> Erkenning Adviesfase" in words(page)
    assert 'href="/kiosk/dossiers/KD-2021-0001"' in page.text


def test_the_list_shows_no_dossier_of_another_applicant(kiosk: KioskAlone, browser: Browser) -> None:
    kiosk.dossier("KD-2021-0002", applicant=CIJFERWIJS)
    kiosk.dossier("KD-2021-0003", applicant=NOOR)
    browser.sign_in(claims())
    assert "Deze aanvrager heeft geen dossiers." in words(browser.get("/dossiers"))


def test_a_long_list_comes_in_pages(kiosk: KioskAlone, browser: Browser) -> None:
    for place in range(5):
        kiosk.dossier(f"KD-2021-000{place}")
    browser.sign_in(claims())
    page = browser.get("/dossiers", offset="2", limit="2")
    assert "KD-2021-0002" in page.text
    assert "KD-2021-0001" not in page.text
    assert "KD-2021-0004" not in page.text
    assert "3 tot en met 4 van 5." in words(page)
    assert 'href="/kiosk/dossiers?offset=0&amp;limit=2">Vorige' in page.text
    assert 'href="/kiosk/dossiers?offset=4&amp;limit=2">Volgende' in page.text


def test_a_page_that_is_no_number_is_refused(browser: Browser) -> None:
    browser.sign_in(claims())
    assert browser.get("/dossiers", offset="-1").status_code == HTTPStatus.BAD_REQUEST


def test_one_dossier_is_shown_whole(kiosk: KioskAlone, browser: Browser) -> None:
    kiosk.dossier("KD-2021-0001", type="permit", phase="submitted", submitted_on="2021-02-08")
    browser.sign_in(claims())
    page = words(browser.get("/dossiers/KD-2021-0001"))
    assert "Vergunning" in page
    assert "Ingediend op 8 februari 2021" in page
    assert "Aanvrager: Theater De Kade vzw" in page


@pytest.mark.parametrize("number", ["KD-2021-0002", "KD-2021-9999", "%00", "x" * 300])
def test_the_dossier_of_another_applicant_is_not_there(
    kiosk: KioskAlone, browser: Browser, number: str
) -> None:
    kiosk.dossier("KD-2021-0002", applicant=CIJFERWIJS)
    browser.sign_in(claims())
    page = browser.get(f"/dossiers/{number}")
    assert page.status_code == HTTPStatus.NOT_FOUND
    assert "Theater De Kade vzw heeft geen dossier met KIOSK-nummer" in words(page)
    assert "kiosk@vlaanderen.be" in words(page)
