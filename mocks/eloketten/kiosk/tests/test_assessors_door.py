"""The door of the assessors: who comes in by it, how long it stays open, and that it is no other door."""

from __future__ import annotations

import re
from dataclasses import asdict
from datetime import datetime
from http import HTTPStatus
from urllib.parse import urlsplit

import pytest
from werkzeug.test import TestResponse

from mocks.core.brussels import BRUSSELS
from mocks.core.oauth import fingerprint
from mocks.eloketten.kiosk.backend import ASSESSORS_CLIENT_ID, CLIENT_ID, AssessorsDoor, Kiosk
from mocks.eloketten.kiosk.domain.applicants import applicant_of
from mocks.eloketten.kiosk.domain.assessors import assessor_of
from mocks.eloketten.kiosk.errors import NotSignedIn
from mocks.eloketten.kiosk.store.sessions import SESSIONS
from mocks.eloketten.kiosk.tests.alone import Browser, KioskAlone, names_of, query_of, words
from mocks.eloketten.kiosk.tests.assessing import DE_LINDE, HOME, assessor, assign, enter
from mocks.eloketten.kiosk.tests.said import DE_KADE, claims, employee

ENDED = "Het gebruikersrecht is verlopen op 26 april 2021."
LOST = [None, [], ["KIOSKAanvrager:0175234656"], [f"KIOSKBeoordelaar:{DE_KADE}"]]


def leads_to(answer: TestResponse) -> str:
    """Return the path to which an answer leads, or an empty text."""
    return urlsplit(answer.headers.get("Location", "")).path


def code_of(page: TestResponse) -> tuple[int, str]:
    """Return with which status and code a page refuses."""
    found = re.search(r'data-code="([^"]+)"', page.text)
    return page.status_code, found[1] if found is not None else ""


def test_the_start_page_has_a_door_for_assessors(browser: Browser) -> None:
    page = browser.get("/")
    assert "Aanmelden als beoordelaar" in words(page)
    assert 'href="/kiosk/beoordelen/aanmelden"' in page.text
    enter(browser)
    assert "Naar de dossiers die u beoordeelt" in words(browser.get("/"))


def test_what_is_asked_of_acm_is_what_the_integration_file_has(browser: Browser) -> None:
    asked = query_of(browser.get("/beoordelen/aanmelden", mock_persona="bart"))
    assert asked["client_id"] == "kiosk-beoordelaar"
    assert asked["scope"] == "openid profile vo rrn kiosk_beoordelaar offline_access"
    assert asked["redirect_uri"] == "https://kiosk.vlaanderen.be/kiosk/beoordelen/aanmelden/callback"
    assert asked["code_challenge_method"] == "S256"
    assert asked["mock_persona"] == "bart"


def test_whoever_has_the_right_comes_in(browser: Browser) -> None:
    assert leads_to(enter(browser)) == "/kiosk/beoordelen/"
    page = words(browser.get(HOME))
    assert "Bart Nijs" in page
    assert "Scholengroep De Linde vzw" in page


@pytest.mark.parametrize("roles", LOST, ids=["none", "empty", "applicant", "elsewhere"])
def test_without_the_right_where_one_comes_from_nobody_comes_in(browser: Browser, roles: object) -> None:
    page = enter(browser, assessor(kiosk_beoordelaar_rol_3d=roles))
    assert code_of(page) == (HTTPStatus.FORBIDDEN, "no-assessor")
    assert "heeft bij Scholengroep De Linde vzw het recht “KIOSK Beoordelaar” niet" in words(page)
    assert leads_to(browser.get(HOME)) == "/kiosk/beoordelen/aanmelden"


def test_the_right_of_an_applicant_and_a_function_open_nothing_here(browser: Browser) -> None:
    for about in (employee(), claims()):
        assert code_of(enter(browser, about)) == (HTTPStatus.FORBIDDEN, "no-assessor")


@pytest.mark.parametrize(
    "change",
    [
        {"rrn": None},
        {"rrn": "onzin"},
        {"given_name": None},
        {"vo_orgcode": None},
        {"vo_orgcode": "0"},
        {"vo_orgnaam": ""},
        {"vo_doelgroepcode": None},
        {"kiosk_beoordelaar_rol_3d": "KIOSKBeoordelaar"},
        {"kiosk_beoordelaar_rol_3d": [1]},
    ],
    ids=str,
)
def test_a_token_that_cannot_be_read_opens_nothing(browser: Browser, change: dict[str, object]) -> None:
    page = enter(browser, assessor(**change))
    assert code_of(page) == (HTTPStatus.FORBIDDEN, "unreadable-claim")


def test_a_right_at_several_organisations_is_one_at_the_chosen_one(browser: Browser) -> None:
    both = [f"KIOSKBeoordelaar:{DE_KADE}", f"KIOSKBeoordelaar:{DE_LINDE}"]
    assert leads_to(enter(browser, assessor(kiosk_beoordelaar_rol_3d=both))) == "/kiosk/beoordelen/"


def test_what_acm_refuses_is_shown_with_its_reason(browser: Browser) -> None:
    asked = query_of(browser.get("/beoordelen/aanmelden", terug="/beoordelen/dossiers/KD-2020-0212"))
    refusal = {"error": "access_denied", "error_description": ENDED, "state": asked["state"]}
    page = browser.get("/beoordelen/aanmelden/callback", **refusal)
    assert page.status_code == HTTPStatus.FORBIDDEN
    assert ENDED in words(page)
    assert "/kiosk/beoordelen/aanmelden?terug=/beoordelen/dossiers/KD-2020-0212" in page.text


def test_an_answer_that_nobody_asked_for_is_refused(browser: Browser) -> None:
    page = browser.get("/beoordelen/aanmelden/callback", code="x", state="x")
    assert code_of(page) == (HTTPStatus.BAD_REQUEST, "unknown-sign-in")
    assert "Opnieuw aanmelden als beoordelaar" in words(page)


def test_a_session_of_an_applicant_opens_nothing_of_the_assessors(
    kiosk: KioskAlone, browser: Browser
) -> None:
    kiosk.dossier("KD-2020-0212", phase="advice")
    assign(kiosk, "KD-2020-0212", "68112399910")
    browser.sign_in(claims())
    for path in (HOME, "/beoordelen/dossiers/KD-2020-0212"):
        assert leads_to(browser.get(path)) == "/kiosk/beoordelen/aanmelden"


@pytest.mark.parametrize("path", ["/dossiers", "/dossiers/KD-2020-0212", "/contactgegevens", "/profiel"])
def test_a_session_of_an_assessor_opens_nothing_of_the_applicants(
    kiosk: KioskAlone, browser: Browser, path: str
) -> None:
    kiosk.dossier("KD-2020-0212", applicant=DE_LINDE, phase="submitted")
    assign(kiosk, "KD-2020-0212")
    enter(browser)
    assert leads_to(browser.get(path)) == "/kiosk/aanmelden"


@pytest.mark.parametrize(
    "path",
    [
        "/dossiers",
        "/dossiers/KD-2020-0212/rekeningnummer",
        "/dossiers/KD-2020-0212/contactpersoon",
        "/contactgegevens",
        "/contactgegevens/correspondentieadres/verwijderen",
        "/profiel",
        "/aanvragers",
    ],
)
def test_a_session_of_an_assessor_sends_no_form_of_an_applicant(
    kiosk: KioskAlone, browser: Browser, path: str
) -> None:
    kiosk.dossier("KD-2020-0212", applicant=DE_LINDE, phase="submitted")
    assign(kiosk, "KD-2020-0212")
    enter(browser)
    token = re.search(r'name="csrf_token" value="([^"]+)"', browser.get(HOME).text)
    assert token is not None
    sent = {"titel": "X", "soort": "subsidy", "account": "BE68539007547034", "version": "1", "mark": ""}
    answer = browser.post(path, csrf_token=token[1], **sent)
    # What was typed is told of before one signs in; where nothing is typed, one is sent there at once.
    told = answer.status_code == 403 and 'data-code="not-signed-in"' in answer.text
    assert told or leads_to(answer) == "/kiosk/aanmelden"
    assert browser.tell("GET", "/_mock/dossier").get_json() == {"numbers": ["KD-2020-0212"]}
    assert browser.tell("GET", "/_mock/dossier/KD-2020-0212").get_json()["account"] is None


def test_a_session_at_one_door_is_none_at_the_other(kiosk: KioskAlone) -> None:
    with kiosk.visit() as visit:
        now = visit.clock.token_now
        for door in (CLIENT_ID, ASSESSORS_CLIENT_ID):
            who = asdict(assessor_of(assessor()) if door == ASSESSORS_CLIENT_ID else applicant_of(claims()))
            with visit.writing() as connection:
                SESSIONS.begin(connection, fingerprint(door), door, who, None, now)
        assert AssessorsDoor(visit).assessor(ASSESSORS_CLIENT_ID).name == "Bart Nijs"
        assert Kiosk(visit, names_of(visit)).applicant(CLIENT_ID).name == "Theater De Kade vzw"
        with pytest.raises(NotSignedIn):
            AssessorsDoor(visit).assessor(CLIENT_ID)
        with pytest.raises(NotSignedIn):
            Kiosk(visit, names_of(visit)).applicant(ASSESSORS_CLIENT_ID)


def test_one_browser_may_be_in_by_both_doors_and_leave_by_one(browser: Browser) -> None:
    browser.sign_in(claims())
    enter(browser)
    assert "Aanvrager: Theater De Kade vzw" in words(browser.get("/dossiers"))
    page = browser.get(HOME)
    assert browser.press("/beoordelen/afmelden", page).status_code == HTTPStatus.SEE_OTHER
    assert leads_to(browser.get(HOME)) == "/kiosk/beoordelen/aanmelden"
    assert "Aanvrager: Theater De Kade vzw" in words(browser.get("/dossiers"))


@pytest.mark.parametrize(
    ("path", "back"), [("/beoordelen/afmelden", "/afgemeld"), ("/beoordelen/wisselen", "/aanmelden")]
)
def test_leaving_ends_the_session_and_leads_to_acm(browser: Browser, path: str, back: str) -> None:
    enter(browser)
    answer = browser.press(path, browser.get(HOME))
    asked = query_of(answer)
    assert asked["client_id"] == "kiosk-beoordelaar"
    assert asked["post_logout_redirect_uri"] == f"https://kiosk.vlaanderen.be/kiosk/beoordelen{back}"
    assert ("switch" in asked) == (path == "/beoordelen/wisselen")
    assert leads_to(browser.get(HOME)) == "/kiosk/beoordelen/aanmelden"


def test_who_is_signed_out_is_told_so(browser: Browser) -> None:
    assert "U bent als beoordelaar afgemeld" in words(browser.get("/beoordelen/afgemeld"))


def test_leaving_without_the_token_of_a_form_is_refused(browser: Browser) -> None:
    enter(browser)
    assert browser.post("/beoordelen/afmelden").status_code == HTTPStatus.BAD_REQUEST
    assert browser.get(HOME).status_code == HTTPStatus.OK


def test_after_a_quarter_of_an_hour_acm_decides_anew_and_the_session_goes_on(
    kiosk: KioskAlone, browser: Browser
) -> None:
    enter(browser)
    kiosk.acm.next = assessor()
    kiosk.wall.pass_minutes(14.9)
    assert browser.get(HOME).status_code == HTTPStatus.OK
    assert kiosk.acm.renewals == []
    kiosk.wall.pass_minutes(0.1)
    assert browser.get(HOME).status_code == HTTPStatus.OK
    assert kiosk.acm.renewals == ["refresh-0"]


def test_when_the_right_ended_the_session_ends_with_the_reason_of_acm(
    kiosk: KioskAlone, browser: Browser
) -> None:
    enter(browser)
    kiosk.acm.next = ENDED
    kiosk.wall.pass_minutes(15)
    page = browser.get("/beoordelen/dossiers/KD-2020-0212")
    assert code_of(page) == (HTTPStatus.FORBIDDEN, "session-ended")
    assert ENDED in words(page)
    assert "/kiosk/beoordelen/aanmelden?terug=/beoordelen/dossiers/KD-2020-0212" in page.text
    assert "Afmelden" not in page.text


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"rrn": "91072100069"}, "een andere beoordelaar"),
        (
            {"vo_orgcode": DE_KADE, "kiosk_beoordelaar_rol_3d": [f"KIOSKBeoordelaar:{DE_KADE}"]},
            "een andere beoordelaar",
        ),
        ({"kiosk_beoordelaar_rol_3d": None}, "het recht “KIOSK Beoordelaar” niet"),
    ],
    ids=["person", "organisation", "right"],
)
def test_a_renewal_for_somebody_else_or_without_the_right_ends_the_session(
    kiosk: KioskAlone, browser: Browser, change: dict[str, object], told: str
) -> None:
    enter(browser)
    kiosk.acm.next = assessor(**change)
    kiosk.wall.pass_minutes(15)
    page = browser.get(HOME)
    assert page.status_code == HTTPStatus.FORBIDDEN
    assert told in words(page)


@pytest.mark.parametrize(
    ("asked", "back"),
    [
        ("/beoordelen/dossiers/KD-2020-0212", "/kiosk/beoordelen/dossiers/KD-2020-0212"),
        ("/beoordelen/?offset=20", "/kiosk/beoordelen/"),
        ("https://evil.example/", "/kiosk/beoordelen/"),
        ("//evil.example", "/kiosk/beoordelen/"),
        ("/dossiers", "/kiosk/beoordelen/"),
        ("/beoordelen/afmelden", "/kiosk/beoordelen/"),
    ],
)
def test_one_comes_back_to_a_page_of_the_assessors_and_to_nothing_else(
    browser: Browser, asked: str, back: str
) -> None:
    assert leads_to(enter(browser, terug=asked)) == back


def test_on_the_day_of_the_migration_the_door_is_closed(kiosk: KioskAlone, browser: Browser) -> None:
    enter(browser)
    kiosk.wall.now = datetime(2021, 4, 26, 12, 0, tzinfo=BRUSSELS).timestamp()
    for path in (HOME, "/beoordelen/aanmelden", "/beoordelen/dossiers/KD-2020-0212"):
        answer = browser.get(path)
        assert (answer.status_code, answer.headers["Retry-After"]) == (503, "43200")


def test_before_the_launch_one_looks_and_leaves(kiosk: KioskAlone, browser: Browser) -> None:
    kiosk.wall.now = datetime(2021, 4, 20, 12, 0, tzinfo=BRUSSELS).timestamp()
    kiosk.dossier("KD-2020-0212", phase="advice")
    assign(kiosk, "KD-2020-0212")
    enter(browser)
    assert "KD-2020-0212" in words(browser.get(HOME))
    assert browser.press("/beoordelen/afmelden", browser.get(HOME)).status_code == HTTPStatus.SEE_OTHER
