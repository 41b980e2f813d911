"""KIOSK's calendar: nothing changes until 25 April 2021, it is closed on the 26th, and open from the 27th."""

from __future__ import annotations

import re
from datetime import datetime
from http import HTTPStatus

import pytest
from werkzeug.test import TestResponse

from mocks.core.brussels import BRUSSELS
from mocks.eloketten.kiosk.domain.calendar import check_changes_allowed, check_reachable
from mocks.eloketten.kiosk.errors import ChangesNotYet, Closed
from mocks.eloketten.kiosk.tests.alone import Browser, KioskAlone, words
from mocks.eloketten.kiosk.tests.said import DE_KADE, claims
from mocks.eloketten.kiosk.tests.scim_client import ScimClient, user

LAST_MINUTE = datetime(2021, 4, 25, 23, 59, tzinfo=BRUSSELS)
CLOSING = datetime(2021, 4, 26, 0, 0, tzinfo=BRUSSELS)
LAST_CLOSED = datetime(2021, 4, 26, 23, 59, tzinfo=BRUSSELS)
LAUNCH = datetime(2021, 4, 27, 0, 0, tzinfo=BRUSSELS)


def at(kiosk: KioskAlone, moment: datetime) -> None:
    kiosk.wall.now = moment.timestamp()


def make(browser: Browser, page: TestResponse, **form: str) -> TestResponse:
    filled = {"titel": "Zomer op de kade", "soort": "subsidy", **form}
    return browser.post("/dossiers", csrf_token=token_on(page), mark=mark_on(page), **filled)


def mark_on(page: TestResponse) -> str:
    """Return what says under which sign-in a form was opened; nothing where there is no such form."""
    found = re.search(r'name="mark" value="([^"]+)"', page.text)
    return found[1] if found is not None else ""


def token_on(page: TestResponse) -> str:
    found = re.search(r'name="csrf_token" value="([^"]+)"', page.text)
    assert found is not None
    return found[1]


@pytest.mark.parametrize("moment", [LAST_MINUTE, LAUNCH])
def test_the_days_around_the_migration_are_open(moment: datetime) -> None:
    check_reachable(moment)


@pytest.mark.parametrize(("moment", "seconds"), [(CLOSING, 86_400), (LAST_CLOSED, 60)])
def test_the_day_of_the_migration_is_closed_until_midnight_in_brussels(
    moment: datetime, seconds: int
) -> None:
    with pytest.raises(Closed, match="27 april 2021") as refused:
        check_reachable(moment)
    assert refused.value.seconds == seconds


def test_who_waits_a_part_of_a_second_too_long_is_not_too_early() -> None:
    with pytest.raises(Closed) as refused:
        check_reachable(LAST_CLOSED.replace(second=59, microsecond=500_000))
    assert refused.value.seconds == 1


def test_the_midnight_is_that_of_summer_time() -> None:
    with pytest.raises(Closed):
        check_reachable(datetime.fromisoformat("2021-04-25T22:00:00+00:00").astimezone(BRUSSELS))
    check_reachable(datetime.fromisoformat("2021-04-26T22:00:00+00:00").astimezone(BRUSSELS))


@pytest.mark.parametrize("moment", [LAST_MINUTE, CLOSING, LAST_CLOSED])
def test_before_the_launch_nothing_is_changed(moment: datetime) -> None:
    with pytest.raises(ChangesNotYet, match="het oude KIOSK"):
        check_changes_allowed(moment.date())


def test_from_the_launch_on_changes_are_allowed() -> None:
    check_changes_allowed(LAUNCH.date())


def test_in_the_last_minute_before_the_migration_one_looks_and_changes_nothing(
    kiosk: KioskAlone, browser: Browser
) -> None:
    at(kiosk, LAST_MINUTE)
    kiosk.dossier("KD-2021-0001")
    browser.sign_in(claims())
    page = browser.get("/dossiers")
    assert "KD-2021-0001" in words(page)
    assert "Dossier maken" not in words(page), "no form that only refuses"
    refused = make(browser, page)
    assert refused.status_code == HTTPStatus.FORBIDDEN
    assert 'data-code="changes-not-yet"' in refused.text
    assert "in het oude KIOSK; vanaf 27 april 2021 doet u het hier" in words(refused)
    assert browser.tell("GET", "/_mock/dossier").get_json()["numbers"] == ["KD-2021-0001"]


def test_before_the_launch_one_still_picks_switches_and_signs_out(
    kiosk: KioskAlone, browser: Browser
) -> None:
    at(kiosk, LAST_MINUTE)
    for path in ("/aanvragers", "/wisselen", "/afmelden"):
        browser.sign_in(claims())
        token = token_on(browser.get("/dossiers"))
        assert browser.post(path, csrf_token=token).status_code == HTTPStatus.SEE_OTHER


@pytest.mark.parametrize(
    "path", ["/", "/aanmelden", "/aanmelden/callback", "/dossiers", "/afgemeld", "/onzin"]
)
@pytest.mark.parametrize(("moment", "seconds"), [(CLOSING, "86400"), (LAST_CLOSED, "60")])
def test_on_the_day_of_the_migration_no_page_is_there(
    kiosk: KioskAlone, browser: Browser, moment: datetime, seconds: str, path: str
) -> None:
    at(kiosk, moment)
    page = browser.get(path)
    assert (page.status_code, page.headers["Retry-After"]) == (HTTPStatus.SERVICE_UNAVAILABLE, seconds)
    assert "Kom terug vanaf 27 april 2021, 0 uur" in words(page)


def test_on_the_day_of_the_migration_a_form_is_not_taken(kiosk: KioskAlone, browser: Browser) -> None:
    at(kiosk, LAST_MINUTE)
    browser.sign_in(claims())
    page = browser.get("/dossiers")
    at(kiosk, CLOSING)
    assert make(browser, page).status_code == HTTPStatus.SERVICE_UNAVAILABLE
    assert browser.tell("GET", "/_mock/dossier").get_json()["numbers"] == []


def test_on_the_day_of_the_migration_a_program_is_told_when_to_come_back(
    kiosk: KioskAlone, scim: ScimClient
) -> None:
    at(kiosk, LAST_CLOSED)
    answer = scim.put(user())
    assert (answer.status_code, answer.headers["Retry-After"]) == (HTTPStatus.SERVICE_UNAVAILABLE, "60")
    assert answer.get_json()["status"] == "503"
    problem = Browser(kiosk).client.get("/dossiers", headers={"Accept": "application/json"})
    assert problem.get_json()["code"] == "closed"
    assert problem.headers["Retry-After"] == "60"


@pytest.mark.parametrize("path", ["/health", "/metrics", "/static/proefloket.css", "/_mock/dossier"])
def test_what_is_no_part_of_kiosk_answers_all_the_same(
    kiosk: KioskAlone, browser: Browser, path: str
) -> None:
    at(kiosk, CLOSING)
    assert browser.get(path).status_code == HTTPStatus.OK


def test_a_session_survives_the_day_of_the_migration(kiosk: KioskAlone, browser: Browser) -> None:
    at(kiosk, LAST_MINUTE)
    browser.sign_in(claims())
    at(kiosk, CLOSING)
    assert browser.get("/dossiers").status_code == HTTPStatus.SERVICE_UNAVAILABLE
    at(kiosk, LAUNCH)
    assert "Aanvrager: Theater De Kade vzw" in words(browser.get("/dossiers"))
    assert kiosk.acm.renewals == ["refresh-0"], "ACM is asked anew, once, when KIOSK is open again"


def test_a_session_that_acm_let_go_meanwhile_ends_with_the_reason(
    kiosk: KioskAlone, browser: Browser
) -> None:
    at(kiosk, LAST_MINUTE)
    browser.sign_in(claims())
    kiosk.acm.next = "Uw aanmelding is verlopen. Meld opnieuw aan."
    at(kiosk, LAUNCH)
    page = browser.get("/dossiers")
    assert page.status_code == HTTPStatus.FORBIDDEN
    assert "Uw aanmelding is verlopen" in words(page)


def test_from_the_launch_on_a_dossier_is_made(kiosk: KioskAlone, browser: Browser) -> None:
    at(kiosk, LAUNCH)
    kiosk.dossier("KD-2021-0041")
    browser.sign_in(claims())
    page = browser.get("/dossiers")
    made = make(browser, page)
    assert made.status_code == HTTPStatus.SEE_OTHER
    assert made.headers["Location"].endswith("/kiosk/dossiers/KD-2021-0042")
    assert browser.tell("GET", "/_mock/dossier/KD-2021-0042").get_json() == {
        "applicant": DE_KADE,
        "title": "Zomer op de kade",
        "type": "subsidy",
        "phase": "preparation",
        "submitted_on": None,
        "contact_person": None,
        "email_of": None,
        "account": None,
    }


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ({"titel": "  "}, "field-missing"),
        ({"titel": "x" * 201}, "unreadable-text"),
        ({"titel": "a\0b"}, "unreadable-text"),
        ({"soort": "lening"}, "unknown-dossier-type"),
        ({"soort": ""}, "unknown-dossier-type"),
    ],
)
def test_a_dossier_without_a_title_or_a_type_is_not_made(
    browser: Browser, form: dict[str, str], code: str
) -> None:
    browser.sign_in(claims())
    refused = make(browser, browser.get("/dossiers"), **form)
    assert refused.status_code == HTTPStatus.BAD_REQUEST
    assert f'data-code="{code}"' in refused.text
    assert browser.tell("GET", "/_mock/dossier").get_json()["numbers"] == []


def test_what_was_typed_for_a_dossier_that_is_not_made_still_stands_there(browser: Browser) -> None:
    browser.sign_in(claims())
    wrong_type = make(browser, browser.get("/dossiers"), titel="Zomer <b>", soort="lening")
    assert 'value="Zomer &lt;b&gt;"' in wrong_type.text
    assert 'href="#field-soort"' in wrong_type.text
    wrong_title = make(browser, browser.get("/dossiers"), titel=" ", soort="permit")
    assert 'href="#field-titel"' in wrong_title.text
    assert '<option value="permit" selected>' in wrong_title.text


def test_a_year_without_free_numbers_makes_no_dossier(kiosk: KioskAlone, browser: Browser) -> None:
    kiosk.dossier("KD-2021-999999")
    browser.sign_in(claims())
    refused = make(browser, browser.get("/dossiers"))
    assert refused.status_code == HTTPStatus.CONFLICT
    assert "geen KIOSK-nummer meer vrij voor 2021" in words(refused)


def test_a_number_that_is_taken_is_passed_over(kiosk: KioskAlone, browser: Browser) -> None:
    kiosk.dossier("KD-2021-0042")
    kiosk.dossier("KD-2021-000041")
    browser.sign_in(claims())
    made = make(browser, browser.get("/dossiers"))
    assert made.headers["Location"].endswith("KD-2021-0043")
