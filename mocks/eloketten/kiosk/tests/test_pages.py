"""KIOSK's pages, as a browser sees them."""

from __future__ import annotations

import base64
import json
from http import HTTPStatus

import pytest

from mocks.core.store.schema import write_clock
from mocks.core.visit import Visit
from mocks.eloketten.kiosk.tests.alone import Browser, KioskAlone, query_of, words
from mocks.eloketten.kiosk.tests.said import (
    CIJFERWIJS,
    DE_KADE,
    KAPELDORP,
    NOOR,
    Claims,
    citizen,
    claims,
    employee,
    mandated,
)

HINT = base64.b64encode(json.dumps({"cap_hint": "EA", "code_hint": DE_KADE}).encode()).decode()


def test_the_start_page_says_what_kiosk_is_and_lets_one_sign_in(browser: Browser) -> None:
    page = browser.get("/")
    assert page.status_code == HTTPStatus.OK
    assert "subsidies, erkenningen, vergunningen en attesten" in words(page)
    assert 'href="/kiosk/aanmelden">Aanmelden</a>' in page.text
    assert "Afmelden" not in page.text


def test_the_start_page_leads_whoever_is_signed_in_to_the_dossiers(browser: Browser) -> None:
    browser.sign_in(claims())
    assert "Naar het dossieroverzicht" in words(browser.get("/"))


def test_before_the_launch_the_start_page_says_so(kiosk: KioskAlone, browser: Browser) -> None:
    assert "oefenomgeving" not in words(browser.get("/"))
    visit = Visit(kiosk.house, kiosk.house.worlds.open("default"))
    clock = visit.state.clock.anchored(kiosk.wall(), world_epoch=kiosk.wall() - 5 * 86400)
    with visit.writing() as connection:
        write_clock(connection, clock)
    visit.close()
    assert "oefenomgeving" in words(browser.get("/"))


def test_signing_in_asks_acm_for_the_code_flow_with_pkce(browser: Browser) -> None:
    answer = browser.get("/aanmelden")
    assert answer.headers["Location"].startswith("https://authenticatie.vlaanderen.be/op/v1/auth?")
    asked = query_of(answer)
    assert {name: asked[name] for name in asked if name not in {"state", "nonce", "code_challenge"}} == {
        "client_id": "kiosk",
        "redirect_uri": "https://kiosk.vlaanderen.be/kiosk/aanmelden/callback",
        "response_type": "code",
        "scope": "openid profile vo rrn wettelijkvertegenwoordiger ssm_mandaat kiosk offline_access",
        "code_challenge_method": "S256",
    }
    assert all(len(asked[name]) > 20 for name in ("state", "nonce", "code_challenge"))


def test_a_login_hint_is_passed_on(browser: Browser) -> None:
    assert browser.begin(login_hint=HINT)["login_hint"] == HINT


def test_other_parameters_are_not_passed_on(browser: Browser) -> None:
    assert "prompt" not in browser.begin(prompt="none")


@pytest.mark.parametrize(
    ("about", "applicant", "representative"),
    [
        (
            claims(),
            "Aanvrager: Theater De Kade vzw",
            "Vertegenwoordiger: Jan Peeters, wettelijk vertegenwoordiger",
        ),
        (
            employee(given_name="Els", family_name="Maes"),
            "Aanvrager: Theater De Kade vzw",
            "Vertegenwoordiger: Els Maes, persoon met werkrelatie",
        ),
        (
            mandated(),
            "Aanvrager: Theater De Kade vzw (0110.041.748)",
            "Vertegenwoordiger: Karel Dubois, voor mandaatnemer Boekhoudkantoor Cijferwijs bv",
        ),
        (
            mandated(ssm_mandaatgever=KAPELDORP),
            "Aanvrager: organisatie met ondernemingsnummer 0164.190.316",
            "Vertegenwoordiger: Karel Dubois, voor mandaatnemer Boekhoudkantoor Cijferwijs bv",
        ),
        (
            mandated(ssm_mandaatgever=NOOR),
            "Aanvrager: Noor Haddad",
            "Vertegenwoordiger: Karel Dubois, voor mandaatnemer Boekhoudkantoor Cijferwijs bv",
        ),
        (
            citizen(ssm_mandaatgever=DE_KADE),
            "Aanvrager: Theater De Kade vzw (0110.041.748)",
            "Vertegenwoordiger: Noor Haddad, als mandaatnemer",
        ),
        (citizen(), "Aanvrager: Noor Haddad", "Vertegenwoordiger: Noor Haddad, in eigen naam"),
    ],
)
def test_each_way_leads_to_the_dossiers_of_the_applicant(
    browser: Browser, about: Claims, applicant: str, representative: str
) -> None:
    assert browser.sign_in(about).headers["Location"] == "/kiosk/dossiers"
    page = browser.get("/dossiers")
    assert page.status_code == HTTPStatus.OK
    assert applicant in words(page)
    assert representative in words(page)


@pytest.mark.parametrize(
    ("about", "code"),
    [
        (employee(kiosk_rol_3d=None), "no-way"),
        (claims(wv_orgcode=CIJFERWIJS), "contradictory-claims"),
        (claims(rrn=None), "unreadable-claim"),
        (claims(vo_doelgroepcode="GID"), "target-group-not-served"),
    ],
)
def test_a_token_that_opens_nothing_opens_no_session(browser: Browser, about: Claims, code: str) -> None:
    page = browser.sign_in(about)
    assert page.status_code == HTTPStatus.FORBIDDEN
    assert f'data-code="{code}"' in page.text
    assert "Opnieuw aanmelden" in words(page)
    assert "1700" in words(page)
    assert browser.get("/dossiers").status_code == HTTPStatus.FOUND


def test_a_refusal_of_acm_is_shown_with_its_reason_and_a_way_on(browser: Browser) -> None:
    asked = browser.begin(terug="/dossiers/KD-2021-0001", login_hint=HINT)
    reason = "Dirk Aerts is geen functiehouder meer."
    page = browser.get(
        "/aanmelden/callback", state=asked["state"], error="access_denied", error_description=reason
    )
    assert page.status_code == HTTPStatus.FORBIDDEN
    assert reason in words(page)
    assert 'href="/kiosk/aanmelden?terug=/dossiers/KD-2021-0001"' in page.text
    assert "1700" in words(page)


def test_a_refused_sign_in_leaves_the_session_that_was_there(browser: Browser) -> None:
    browser.sign_in(claims())
    asked = browser.begin()
    browser.get("/aanmelden/callback", state=asked["state"], error="access_denied")
    assert browser.get("/dossiers").status_code == HTTPStatus.OK


@pytest.mark.parametrize(
    "answer", [{}, {"state": "x", "code": "y"}, {"state": "x", "error": "access_denied"}]
)
def test_an_answer_that_nobody_asked_for_is_refused(browser: Browser, answer: dict[str, str]) -> None:
    browser.begin()
    page = browser.get("/aanmelden/callback", **answer)
    assert page.status_code == HTTPStatus.BAD_REQUEST
    assert "Opnieuw aanmelden" in words(page)


def test_an_answer_is_taken_once(browser: Browser) -> None:
    answer = browser.answered(browser.begin(), claims())
    assert browser.get("/aanmelden/callback", **answer).status_code == HTTPStatus.FOUND
    assert browser.get("/aanmelden/callback", **answer).status_code == HTTPStatus.BAD_REQUEST


@pytest.mark.parametrize(
    "change", [{"nonce": "another"}, {"aud": "eigen-eloket"}, {"iss": "https://elders.test"}, {"exp": 1}]
)
def test_an_id_token_that_is_not_for_this_sign_in_is_refused(browser: Browser, change: Claims) -> None:
    asked = browser.begin()
    nonce = change.pop("nonce", asked["nonce"])
    page = browser.get("/aanmelden/callback", **browser.answered({**asked, "nonce": nonce}, claims(**change)))
    assert page.status_code == HTTPStatus.BAD_REQUEST
    assert browser.get("/dossiers").status_code == HTTPStatus.FOUND


def test_two_tabs_do_not_spoil_each_other(browser: Browser) -> None:
    first, second = browser.begin(), browser.begin()
    assert browser.get("/aanmelden/callback", **browser.answered(first, claims())).status_code == 302
    assert browser.get("/aanmelden/callback", **browser.answered(second, citizen())).status_code == 302
    assert "Aanvrager: Noor Haddad" in words(browser.get("/dossiers"))


def test_whoever_is_not_signed_in_does_that_first_and_comes_back(kiosk: KioskAlone, browser: Browser) -> None:
    kiosk.dossier("KD-2021-0001")
    answer = browser.get("/dossiers/KD-2021-0001")
    assert answer.headers["Location"] == "/kiosk/aanmelden?terug=/dossiers/KD-2021-0001"
    assert browser.sign_in(claims(), **query_of(answer)).headers["Location"] == "/kiosk/dossiers/KD-2021-0001"


@pytest.mark.parametrize(
    "elsewhere",
    ["https://elders.test/", "//elders.test", "/\\elders.test", "/dossiers/../afmelden", "/dossiers\n"],
)
def test_nobody_is_led_elsewhere_after_signing_in(browser: Browser, elsewhere: str) -> None:
    assert browser.sign_in(claims(), terug=elsewhere).headers["Location"] == "/kiosk/dossiers"


def test_switching_ends_the_session_and_keeps_the_authentication(browser: Browser) -> None:
    browser.sign_in(claims())
    page = browser.get("/dossiers")
    assert "Wisselen van organisatie of persoon" in words(page)
    answer = browser.press("/wisselen", page)
    assert answer.status_code == HTTPStatus.SEE_OTHER
    assert answer.headers["Location"].startswith("https://authenticatie.vlaanderen.be/op/v1/logout?switch&")
    assert query_of(answer) == {
        "switch": "",
        "client_id": "kiosk",
        "post_logout_redirect_uri": "https://kiosk.vlaanderen.be/kiosk/aanmelden",
    }
    assert browser.get("/dossiers").status_code == HTTPStatus.FOUND


def test_signing_out_ends_the_session_here_and_at_acm(browser: Browser) -> None:
    browser.sign_in(claims())
    answer = browser.press("/afmelden", browser.get("/dossiers"))
    assert answer.status_code == HTTPStatus.SEE_OTHER
    assert query_of(answer) == {
        "client_id": "kiosk",
        "post_logout_redirect_uri": "https://kiosk.vlaanderen.be/kiosk/afgemeld",
    }
    assert browser.get("/dossiers").status_code == HTTPStatus.FOUND
    assert "U bent afgemeld" in words(browser.get("/afgemeld"))


@pytest.mark.parametrize("path", ["/afmelden", "/wisselen"])
def test_another_site_cannot_end_the_session(browser: Browser, path: str) -> None:
    browser.sign_in(claims())
    assert browser.post(path).status_code == HTTPStatus.BAD_REQUEST
    assert browser.get(path).status_code == HTTPStatus.METHOD_NOT_ALLOWED
    assert browser.get("/dossiers").status_code == HTTPStatus.OK


def test_a_session_that_was_left_cannot_be_taken_up_with_an_old_cookie(browser: Browser) -> None:
    browser.sign_in(claims())
    cookie = browser.client.get_cookie("pl_443_kiosk", "kiosk.vlaanderen.be", "/kiosk")
    assert cookie is not None
    browser.press("/afmelden", browser.get("/dossiers"))
    browser.client.set_cookie("pl_443_kiosk", cookie.value, domain="kiosk.vlaanderen.be", path="/kiosk")
    assert browser.get("/dossiers").status_code == HTTPStatus.FOUND
