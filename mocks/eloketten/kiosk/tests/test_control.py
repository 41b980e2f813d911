"""KIOSK's control room."""

from __future__ import annotations

from http import HTTPStatus

import pytest

from mocks.eloketten.kiosk.tests.alone import Browser, KioskAlone
from mocks.eloketten.kiosk.tests.assessing import BART
from mocks.eloketten.kiosk.tests.said import DE_KADE, JAN, NOOR

WHOLE = {
    "applicant": DE_KADE,
    "title": "Werkingssubsidie 2021",
    "type": "subsidy",
    "phase": "submitted",
    "submitted_on": "2021-02-01",
    "contact_person": JAN,
    "email_of": None,
    "account": "BE68539007547034",
}


def test_a_dossier_is_put_read_listed_and_removed(browser: Browser) -> None:
    assert browser.tell("PUT", "/_mock/dossier/KD-2021-0001", WHOLE).status_code == HTTPStatus.OK
    assert browser.tell("GET", "/_mock/dossier/KD-2021-0001").get_json() == WHOLE
    assert browser.tell("GET", "/_mock/dossier").get_json() == {"numbers": ["KD-2021-0001"]}
    assert browser.tell("DELETE", "/_mock/dossier/KD-2021-0001").status_code == HTTPStatus.OK
    assert browser.tell("DELETE", "/_mock/dossier/KD-2021-0001").status_code == HTTPStatus.NOT_FOUND
    assert browser.tell("GET", "/_mock/dossier").get_json() == {"numbers": []}


def test_a_dossier_can_be_replaced(browser: Browser) -> None:
    browser.tell("PUT", "/_mock/dossier/KD-2021-0001", WHOLE)
    browser.tell("PUT", "/_mock/dossier/KD-2021-0001", {**WHOLE, "phase": "advice"})
    assert browser.tell("GET", "/_mock/dossier/KD-2021-0001").get_json()["phase"] == "advice"


def test_the_applicant_may_be_a_person_and_punctuated(browser: Browser) -> None:
    browser.tell("PUT", "/_mock/dossier/KD-2021-0001", {**WHOLE, "applicant": "91.07.21-000.69"})
    assert browser.tell("GET", "/_mock/dossier/KD-2021-0001").get_json()["applicant"] == NOOR


def test_a_dossier_that_says_little_is_in_preparation(browser: Browser) -> None:
    little = {name: WHOLE[name] for name in ("applicant", "title", "type")}
    browser.tell("PUT", "/_mock/dossier/KD-2021-0001", little)
    found = browser.tell("GET", "/_mock/dossier/KD-2021-0001").get_json()
    nothing = dict.fromkeys(("submitted_on", "contact_person", "email_of", "account"))
    assert found == {**little, "phase": "preparation", **nothing}


@pytest.mark.parametrize("number", ["1", "KD-2021-1", "kd-2021-0001"])
def test_another_number_than_a_kiosk_number_is_refused(browser: Browser, number: str) -> None:
    for answer in (
        browser.tell("PUT", f"/_mock/dossier/{number}", WHOLE),
        browser.tell("GET", f"/_mock/dossier/{number}"),
        browser.tell("DELETE", f"/_mock/dossier/{number}"),
    ):
        assert (answer.status_code, answer.get_json()["code"]) == (400, "malformed-kiosk-number")


@pytest.mark.parametrize(
    "change",
    [
        {"applicant": "0403.019.261"},
        {"applicant": "85.07.30-033.28"},
        {"applicant": "de-kade"},
        {"type": "subsidie"},
        {"phase": "open"},
        {"title": " "},
        {"submitted_on": "gisteren"},
        {"colour": "red"},
        {"account": "BE68539007547035"},
        {"contact_person": "85.07.30-033.28"},
        {"email_of": "els"},
    ],
)
def test_a_dossier_that_does_not_fit_is_refused(browser: Browser, change: dict[str, str]) -> None:
    answer = browser.tell("PUT", "/_mock/dossier/KD-2021-0001", {**WHOLE, **change})
    assert HTTPStatus.BAD_REQUEST <= answer.status_code < HTTPStatus.INTERNAL_SERVER_ERROR
    assert browser.tell("GET", "/_mock/dossier").get_json() == {"numbers": []}


def test_who_assesses_a_dossier_is_put_read_listed_and_removed(kiosk: KioskAlone, browser: Browser) -> None:
    kiosk.dossier("KD-2021-0001")
    path, said = "/_mock/assessment/KD-2021-0001", {"assessors": ["80.01.22-999.28", JAN, JAN]}
    assert browser.tell("PUT", path, said).status_code == HTTPStatus.OK
    assert browser.tell("GET", path).get_json() == {"assessors": sorted([JAN, BART])}
    assert browser.tell("GET", "/_mock/assessment").get_json() == {"numbers": ["KD-2021-0001"]}
    assert browser.tell("PUT", path, {"assessors": [NOOR]}).status_code == HTTPStatus.OK
    assert browser.tell("GET", path).get_json() == {"assessors": [NOOR]}
    assert browser.tell("DELETE", path).status_code == HTTPStatus.OK
    assert browser.tell("DELETE", path).status_code == HTTPStatus.NOT_FOUND
    assert browser.tell("GET", path).status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize(
    ("number", "said", "code"),
    [
        ("KD-2021-0002", {"assessors": [BART]}, "nothing-to-assess"),
        ("onzin", {"assessors": [BART]}, "malformed-kiosk-number"),
        ("KD-2021-0001", {"assessors": ["85.07.30-033.28"]}, "could-be-real"),
        ("KD-2021-0001", {"assessors": ["80012299927"]}, "wrong-check-digits"),
        ("KD-2021-0001", {"assessors": ["bart"]}, "not-only-digits"),
        ("KD-2021-0001", {"assessors": []}, "malformed-body"),
        ("KD-2021-0001", {"assessors": [BART] * 51}, "malformed-body"),
        ("KD-2021-0001", {"assessors": ["\x00"]}, "malformed-body"),
        ("KD-2021-0001", {"assessors": "80012299928"}, "malformed-body"),
        ("KD-2021-0001", {}, "malformed-body"),
        ("KD-2021-0001", {"assessors": [BART], "since": "2021-01-01"}, "malformed-body"),
    ],
)
def test_an_assignment_that_does_not_fit_is_refused(
    kiosk: KioskAlone, browser: Browser, number: str, said: dict[str, object], code: str
) -> None:
    kiosk.dossier("KD-2021-0001")
    answer = browser.tell("PUT", f"/_mock/assessment/{number}", said)
    assert (answer.status_code, answer.get_json()["code"]) == (HTTPStatus.BAD_REQUEST, code)
    assert browser.tell("GET", "/_mock/assessment").get_json() == {"numbers": []}
