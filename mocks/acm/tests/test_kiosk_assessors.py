"""The door of KIOSK for assessors: who comes in by it, why somebody does not, and when it shuts again."""

from __future__ import annotations

from datetime import timedelta
from http import HTTPStatus

import pytest
import requests

from mocks.acm.tests.test_kmo_portefeuille import explained, grant, refusals, ways
from mocks.pytest_plugin import FederationInTest

AT, RIGHT = "kiosk-beoordelaar", "kiosk-beoordelaar"
RIGHT_CHECK = "De persoon heeft het gebruikersrecht van het e-loket"
SECONDS = 10


def enter(
    federation: FederationInTest, who: str, organisation: str, group: str = "EA"
) -> tuple[requests.Session, requests.Response]:
    """Come to the door without pages; return the browser and the page that one sees then."""
    browser = requests.Session()
    browser.headers["Accept"] = "text/html"
    asked = {"mock_persona": who, "mock_identity": f"{group}:{federation.number(organisation)}"}
    address = federation.url("kiosk", "/beoordelen/aanmelden")
    return browser, browser.get(address, params=asked, timeout=SECONDS)


def test_bart_comes_in_by_his_right_and_sees_what_the_cast_assigns(federation: FederationInTest) -> None:
    assert ways(explained(federation, "bart", "de-linde", AT)) == ["work_relation"]
    _, page = enter(federation, "bart", "de-linde")
    assert page.url == federation.url("kiosk", "/beoordelen/")
    assert "Voorstellingenreeks De stille souffleur" in page.text
    assert "Theater De Kade vzw" in page.text
    assert "Noor Haddad" in page.text
    assert "Restauratie van het orgel" not in page.text


def test_what_the_token_says_of_him_is_the_right_and_nothing_of_an_applicant(
    federation: FederationInTest,
) -> None:
    (told,) = explained(federation, "bart", "de-linde", AT)["claims"]
    claims, de_linde = told["claims"], federation.number("de-linde")
    assert claims["kiosk_beoordelaar_rol_3d"] == [f"KIOSKBeoordelaar:{de_linde}"]
    assert claims["vo_orgcode"] == de_linde
    assert not {"kiosk_rol_3d", "wv_orgcode", "ssm_mandaatgever"} & set(claims)


@pytest.mark.parametrize(
    ("who", "organisation", "check"),
    [
        ("els", "de-kade", RIGHT_CHECK),
        ("greet", "kapeldorp", RIGHT_CHECK),
        ("mieke", "de-kade", RIGHT_CHECK),
        ("an", "de-linde", "De persoon heeft een werkrelatie met de organisatie"),
        ("tom", "de-linde", "De persoon heeft een werkrelatie met de organisatie"),
    ],
)
def test_nobody_else_does(federation: FederationInTest, who: str, organisation: str, check: str) -> None:
    said = explained(federation, who, organisation, AT)
    assert not said["allowed"]
    assert refusals(said)["work_relation"] == check


def test_no_function_no_mandate_and_no_person_comes_in_by_this_door(federation: FederationInTest) -> None:
    said = explained(federation, "jan", "de-kade", AT)
    assert (said["allowed"], list(refusals(said))) == (False, ["work_relation"])
    assert not explained(federation, "bart", "self", AT)["allowed"]


def test_the_right_of_an_assessor_opens_nothing_at_the_door_of_applicants(
    federation: FederationInTest,
) -> None:
    said = explained(federation, "bart", "de-linde", "kiosk")
    assert not said["allowed"]
    assert refusals(said)["work_relation"] == RIGHT_CHECK


def test_who_has_both_rights_comes_in_by_both_doors_each_with_its_own(federation: FederationInTest) -> None:
    grant(federation, "els", "de-kade", RIGHT)
    for at, claim, code in (
        (AT, "kiosk_beoordelaar_rol_3d", "KIOSKBeoordelaar"),
        ("kiosk", "kiosk_rol_3d", "KIOSKAanvrager"),
    ):
        (told,) = explained(federation, "els", "de-kade", at)["claims"]
        assert told["claims"][claim] == [f"{code}:{federation.number('de-kade')}"]


def test_without_a_belgian_eid_an_assessor_does_not_come_in(federation: FederationInTest) -> None:
    grant(federation, "ines", "de-kade", RIGHT)
    said = explained(federation, "ines", "de-kade", AT)
    assert refusals(said)["work_relation"] == "De persoon heeft een Belgische eID"


def test_a_local_government_has_assessors_too(federation: FederationInTest) -> None:
    grant(federation, "greet", "kapeldorp", RIGHT)
    _, page = enter(federation, "greet", "kapeldorp", "LB")
    assert "Beoordelaar: Greet Lambrecht, voor Gemeente Kapeldorp" in page.text


def test_the_refusal_at_the_door_is_the_reason_of_acm(federation: FederationInTest) -> None:
    _, page = enter(federation, "els", "de-kade")
    assert page.status_code == HTTPStatus.FORBIDDEN
    assert 'data-code="sign-in-refused"' in page.text
    assert "Els Maes heeft bij Theater De Kade vzw niet het recht ‘KIOSK Beoordelaar’" in page.text
    assert 'href="/kiosk/beoordelen/aanmelden"' in page.text


def test_when_the_right_ends_the_session_ends_at_the_next_renewal(federation: FederationInTest) -> None:
    browser, _ = enter(federation, "bart", "de-linde")
    yesterday = (federation.now.date() - timedelta(days=1)).isoformat()
    grant(federation, "bart", "de-linde", RIGHT, begin="2021-04-01", end=yesterday)
    address = federation.url("kiosk", "/beoordelen/")
    assert browser.get(address, timeout=SECONDS).status_code == HTTPStatus.OK
    federation.set_clock(federation.now + timedelta(minutes=16))
    page = browser.get(address, timeout=SECONDS)
    assert page.status_code == HTTPStatus.FORBIDDEN
    assert 'data-code="session-ended"' in page.text
    assert "KIOSK Beoordelaar" in page.text


def test_the_door_is_shut_on_the_day_of_the_migration(federation: FederationInTest) -> None:
    assert explained(federation, "bart", "de-linde", AT)["open"]
    federation.set_clock(federation.now - timedelta(days=1))
    said = explained(federation, "bart", "de-linde", AT)
    assert (said["allowed"], said["open"]) == (True, False)


def test_readiness_knows_the_door_and_what_kiosk_is_on_a_day(federation: FederationInTest) -> None:
    url = federation.url("stage", "/_mock/readiness")
    asked = {"for": "de-linde", "at": AT, "date": "2021-04-20"}
    said = requests.get(url, params=asked, timeout=SECONDS).json()
    assert "oefenomgeving" in said["notice"]
    (de_linde,) = said["organisations"]
    assert de_linde["ways"] == {"work_relation": 1}


def test_the_dashboard_signs_an_assessor_in_with_one_click(federation: FederationInTest) -> None:
    page = requests.get(federation.url("stage", "/"), headers={"Accept": "text/html"}, timeout=SECONDS)
    assert page.text.count("KIOSK als beoordelaar namens") == 1
    assert "/kiosk/beoordelen/aanmelden?mock_persona=bart" in page.text
