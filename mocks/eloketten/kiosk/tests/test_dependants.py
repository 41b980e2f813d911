"""Applicants without an enterprise number: picked inside KIOSK, under whoever acts for them."""

from __future__ import annotations

from http import HTTPStatus

import pytest

from mocks.eloketten.kiosk.tests.alone import Browser, KioskAlone, words
from mocks.eloketten.kiosk.tests.said import (
    CIJFERWIJS,
    DE_KADE,
    NOOR,
    Claims,
    citizen,
    claims,
    employee,
    mandated,
)

SCHOOL, CIRCLE = "999001", "ZN-000001"


@pytest.fixture
def school(kiosk: KioskAlone) -> str:
    """Put a school under De Kade with one dossier, and a dossier of De Kade itself."""
    kiosk.dependant(SCHOOL, DE_KADE)
    kiosk.dossier("KD-2021-0001", applicant=SCHOOL)
    kiosk.dossier("KD-2021-0002", applicant=DE_KADE)
    return SCHOOL


def pick(browser: Browser, code: str) -> str:
    """Press an applicant on the page of the choice; return where that leads."""
    page = browser.get("/aanvragers")
    token = page.text.split('name="csrf_token" value="')[1].split('"')[0]
    answer = browser.post("/aanvragers", csrf_token=token, aanvrager=code)
    return answer.headers.get("Location", "") or words(answer)


@pytest.mark.usefixtures("school")
def test_who_can_pick_is_told_so_and_led_to_the_choice(browser: Browser) -> None:
    browser.sign_in(claims())
    assert "U kunt hier ook de dossiers beheren van Naam 999001" in words(browser.get("/dossiers"))
    page = words(browser.get("/aanvragers"))
    assert "U bent aangemeld namens Theater De Kade vzw" in page
    assert "Naam 999001" in page
    assert "school of instelling met een inrichtende macht" in page


def test_who_has_nobody_to_pick_hears_nothing_of_it(browser: Browser) -> None:
    browser.sign_in(claims())
    assert "Kies een andere aanvrager" not in words(browser.get("/dossiers"))


@pytest.mark.parametrize("about", [claims(), employee(), mandated()], ids=["function", "right", "mandate"])
def test_each_way_to_act_for_the_inrichtende_macht_reaches_the_school(
    browser: Browser, school: str, about: Claims
) -> None:
    browser.sign_in(about)
    assert pick(browser, school) == "/kiosk/dossiers"
    page = words(browser.get("/dossiers"))
    assert "Aanvrager: Naam 999001" in page
    assert "beheerd onder" in page
    assert "KD-2021-0001" in page
    assert "KD-2021-0002" not in page


def test_the_dossiers_of_the_school_are_not_there_until_it_is_picked(browser: Browser, school: str) -> None:
    browser.sign_in(claims())
    assert browser.get("/dossiers/KD-2021-0001").status_code == HTTPStatus.NOT_FOUND
    pick(browser, school)
    assert browser.get("/dossiers/KD-2021-0001").status_code == HTTPStatus.OK
    assert browser.get("/dossiers/KD-2021-0002").status_code == HTTPStatus.NOT_FOUND
    pick(browser, "")
    assert browser.get("/dossiers/KD-2021-0002").status_code == HTTPStatus.OK


@pytest.mark.parametrize(
    "code", ["999002", "999001", "ZN-000001", "0110041748", "\x00", "x" * 300, "' or 1=1"]
)
def test_nobody_picks_an_applicant_of_somebody_else(kiosk: KioskAlone, browser: Browser, code: str) -> None:
    kiosk.dependant(SCHOOL, CIJFERWIJS)
    kiosk.dependant(CIRCLE, NOOR, "association")
    browser.sign_in(claims())
    assert "treedt in KIOSK niet op voor deze aanvrager" in pick(browser, code)
    assert "Aanvrager: Theater De Kade vzw" in words(browser.get("/dossiers"))


def test_whoever_signs_in_as_himself_handles_who_has_no_number(kiosk: KioskAlone, browser: Browser) -> None:
    kiosk.dependant(CIRCLE, NOOR, "association")
    browser.sign_in(citizen())
    assert pick(browser, CIRCLE) == "/kiosk/dossiers"
    assert "Naam ZN-000001" in words(browser.get("/dossiers"))


def test_a_mandate_of_a_person_is_none_of_who_stands_under_that_person(
    kiosk: KioskAlone, browser: Browser
) -> None:
    kiosk.dependant(CIRCLE, NOOR, "association")
    browser.sign_in(mandated(ssm_mandaatgever=NOOR))
    assert "treedt in KIOSK niet op voor deze aanvrager" in pick(browser, CIRCLE)


def test_what_was_picked_ends_when_it_stands_under_somebody_else(
    kiosk: KioskAlone, browser: Browser, school: str
) -> None:
    browser.sign_in(claims())
    pick(browser, school)
    kiosk.dependant(school, CIJFERWIJS)
    answer = browser.get("/dossiers")
    assert answer.status_code == HTTPStatus.NOT_FOUND
    assert "Naar de aanvragers" in words(answer)
    assert browser.get("/aanvragers").status_code == HTTPStatus.OK


def test_a_new_sign_in_begins_without_a_pick(browser: Browser, school: str) -> None:
    browser.sign_in(claims())
    pick(browser, school)
    browser.sign_in(claims())
    assert "Aanvrager: Theater De Kade vzw" in words(browser.get("/dossiers"))


def test_who_is_not_signed_in_picks_nobody(browser: Browser) -> None:
    answer = browser.get("/aanvragers")
    assert answer.status_code == HTTPStatus.FOUND
    assert "/kiosk/aanmelden" in answer.headers["Location"]


@pytest.mark.parametrize(
    ("code", "sort", "acting", "told"),
    [
        ("999001", "association", NOOR, "ZN-000001"),
        ("ZN-000001", "institution", DE_KADE, "999001"),
        ("ZN-000001", "association", DE_KADE, "beheerd onder een persoon"),
        ("999001", "institution", NOOR, "ondernemingsnummer"),
        ("onzin", "association", NOOR, "ZN-000001"),
        ("ZN-000001", "vereniging", NOOR, "association"),
        ("999001", "institution", "0400000086", "0100.000.000"),
    ],
)
def test_an_applicant_that_does_not_fit_is_refused(
    browser: Browser, code: str, sort: str, acting: str, told: str
) -> None:
    body = {"name": "Proef", "sort": sort, "acting": acting}
    answer = browser.tell("PUT", f"/_mock/dependant/{code}", body)
    assert answer.status_code == HTTPStatus.BAD_REQUEST
    assert told in answer.text
    assert browser.tell("GET", "/_mock/dependant").get_json() == {"numbers": []}


def test_an_applicant_is_removed(kiosk: KioskAlone, browser: Browser) -> None:
    kiosk.dependant(SCHOOL, DE_KADE)
    assert browser.tell("DELETE", f"/_mock/dependant/{SCHOOL}").status_code == HTTPStatus.OK
    assert browser.tell("DELETE", f"/_mock/dependant/{SCHOOL}").status_code == HTTPStatus.NOT_FOUND
