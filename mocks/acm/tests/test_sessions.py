"""Single sign-on, prompt and max_age, logging out and switching."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mocks.acm.tests.browser import Browser, Page
from mocks.acm.tests.own_eloket import (
    AUTH,
    CALLBACK,
    ISSUER,
    exchange,
    payload,
    refresh,
    register,
    userinfo,
)
from mocks.pytest_plugin import FederationInTest

LOGOUT = f"{ISSUER}/v1/logout"
BACK = {"client_id": "eigen-eloket", "post_logout_redirect_uri": CALLBACK}


@pytest.fixture
def browser(federation: FederationInTest) -> Browser:
    """Return a browser in which Tom, who can only be himself, has signed in."""
    browser = Browser()
    browser.begin()
    browser.prove(federation.number("tom"))
    return browser


@pytest.fixture
def jan(federation: FederationInTest) -> Browser:
    """Return a browser in which Jan, who can choose and has not yet, has signed in."""
    browser = Browser()
    browser.begin()
    browser.prove(federation.number("jan"))
    return browser


def asks_for_a_key(page: Page) -> bool:
    """Return whether a browser stands at the choice of digital key."""
    return page.title.startswith("Aanmelden bij")


def test_within_two_hours_no_key_is_asked_again(browser: Browser) -> None:
    assert "code" in browser.begin().answer


@pytest.mark.parametrize(("seconds", "again"), [(0, False), (7199, False), (7200, True), (7201, True)])
def test_a_session_lasts_two_hours(
    browser: Browser, federation: FederationInTest, seconds: int, again: bool
) -> None:
    federation.step(timedelta(seconds=seconds))
    page = browser.begin()
    assert (page.status == 200 and asks_for_a_key(page)) if again else "code" in page.answer


def test_using_a_session_does_not_prolong_it(browser: Browser, federation: FederationInTest) -> None:
    for _ in range(3):
        federation.step(timedelta(minutes=39))
        assert "code" in browser.begin().answer
    federation.step(timedelta(minutes=3))
    assert asks_for_a_key(browser.begin())


def test_another_browser_has_no_part_in_a_session(browser: Browser) -> None:
    assert "code" in browser.begin().answer
    assert asks_for_a_key(Browser().begin())


def test_a_session_serves_another_eloket_with_its_own_choice(jan: Browser) -> None:
    register(client_id="ander", redirect_uris=[CALLBACK])
    assert "code" in jan.begin(client_id="ander").answer
    assert jan.begin().title == "Aanmelden namens"


def test_a_session_by_a_key_that_another_eloket_refuses_does_not_open_it(
    federation: FederationInTest,
) -> None:
    register(client_id="enkel-eid", keys=["eid"])
    browser = Browser()
    browser.begin()
    browser.prove(federation.number("jan"), "itsme")
    assert asks_for_a_key(browser.begin(client_id="enkel-eid"))
    assert "code" in browser.prove(federation.number("jan")).answer


def test_a_sign_in_without_pages_leaves_the_session_alone(jan: Browser) -> None:
    taken = jan.begin(mock_persona="tom")
    assert "code" in taken.answer
    assert "Jan Peeters" in jan.begin().words


def test_prompt_none_uses_the_session_and_shows_nothing(browser: Browser) -> None:
    assert "code" in browser.begin(prompt="none").answer


def test_prompt_none_where_a_choice_is_needed_is_refused(jan: Browser) -> None:
    assert jan.begin(prompt="none").answer["error"] == "interaction_required"


def test_prompt_none_where_nothing_can_be_chosen_is_denied_with_the_reason(browser: Browser) -> None:
    register(client_id="bedrijven", target_groups=["EA"], routes=["legal_representative"])
    answer = browser.begin(client_id="bedrijven", prompt="none").answer
    assert answer["error"] == "access_denied"
    assert "staat niet open voor burgers (bron: Integratiedossier)" in answer["error_description"]


def test_prompt_none_after_two_hours_is_refused(browser: Browser, federation: FederationInTest) -> None:
    federation.step(timedelta(hours=2))
    assert browser.begin(prompt="none").answer["error"] == "login_required"


@pytest.mark.parametrize("asked", [{"prompt": "login"}, {"max_age": "0"}, {"max_age": "59"}])
def test_a_new_authentication_can_be_asked_and_then_suffices_however_long_the_choice_takes(
    jan: Browser, federation: FederationInTest, asked: dict[str, str]
) -> None:
    federation.step(timedelta(minutes=1))
    assert asks_for_a_key(jan.begin(**asked))
    moment = int(federation.now.timestamp())
    assert jan.prove(federation.number("jan")).title == "Aanmelden namens"
    federation.step(timedelta(minutes=5))
    page = jan.press("Theater De Kade vzw")
    claims = payload(exchange(page.answer["code"]).json()["id_token"])
    assert claims.get("auth_time", moment) == moment
    assert ("auth_time" in claims) is ("max_age" in asked)


def test_a_young_enough_session_satisfies_max_age(browser: Browser, federation: FederationInTest) -> None:
    began = int(federation.now.timestamp())
    federation.step(timedelta(seconds=60))
    page = browser.begin(max_age="60")
    assert payload(exchange(page.answer["code"]).json()["id_token"])["auth_time"] == began
    assert asks_for_a_key(browser.begin(max_age="59"))


def test_select_account_shows_even_a_single_choice(browser: Browser) -> None:
    assert browser.begin(prompt="select_account").title == "Aanmelden namens"


def test_a_second_person_may_sign_in_in_the_same_browser(
    browser: Browser, federation: FederationInTest
) -> None:
    browser.begin(prompt="login", scope="openid rrn")
    page = browser.prove(federation.number("olga"))
    assert payload(exchange(page.answer["code"]).json()["id_token"])["rrn"] == federation.number("olga")


def signed_in_at_csam(browser: Browser) -> bool:
    """Return whether FAS lets this browser into Mijn digitale sleutels without a key."""
    page = browser.go("https://www.csam.be/sleutels")
    return page.url.startswith("https://www.csam.be/")


def test_signing_in_at_acm_is_signing_in_at_csam(browser: Browser) -> None:
    assert signed_in_at_csam(browser)


def test_logging_out_ends_on_a_message_and_ends_the_session_here_and_at_csam(browser: Browser) -> None:
    assert browser.go(LOGOUT).title == "U bent afgemeld"
    assert not signed_in_at_csam(browser)
    assert asks_for_a_key(browser.begin())


def test_logging_out_with_a_registered_way_back_goes_there_with_the_state(browser: Browser) -> None:
    page = browser.go(LOGOUT, values={**BACK, "state": "a b&c"})
    assert page.url == f"{CALLBACK}?state=a+b%26c"
    assert browser.go(LOGOUT, values=BACK).url == CALLBACK
    assert asks_for_a_key(browser.begin())


def test_logging_out_with_only_a_client_ends_on_the_message(browser: Browser) -> None:
    assert browser.go(LOGOUT, values={"client_id": "eigen-eloket"}).title == "U bent afgemeld"


@pytest.mark.parametrize(
    "changes",
    [
        {"client_id": ""},
        {"client_id": "onbekend"},
        {"post_logout_redirect_uri": "https://evil.example/"},
        {"post_logout_redirect_uri": f"{CALLBACK}/"},
        {"post_logout_redirect_uri": f"{CALLBACK}?x=1"},
        {"post_logout_redirect_uri": "http://127.0.0.1:9999@evil.example/callback"},
        {"post_logout_redirect_uri": "\0"},
    ],
)
@pytest.mark.parametrize("switch", [{}, {"switch": ""}])
def test_a_way_back_that_is_not_registered_is_never_followed_and_ends_nothing(
    browser: Browser, changes: dict[str, str], switch: dict[str, str]
) -> None:
    page = browser.go(LOGOUT, values={**BACK, **changes, **switch})
    assert (page.status, browser.passed) == (400, [LOGOUT])
    assert "code" in browser.begin().answer


def test_logging_out_without_a_session_is_no_error(federation: FederationInTest) -> None:
    del federation
    assert Browser().go(LOGOUT).title == "U bent afgemeld"


def test_an_eloket_that_is_open_stays_open_after_logging_out(
    browser: Browser, federation: FederationInTest
) -> None:
    del federation
    answer = browser.begin(scope="openid offline_access").answer
    open_eloket = exchange(answer["code"]).json()
    browser.go(LOGOUT)
    assert userinfo(open_eloket["access_token"]).status_code == 200
    assert refresh(open_eloket["refresh_token"]).status_code == 200


@pytest.mark.parametrize("switch", ["switch", "switch=", "switch=ja"])
def test_switching_leaves_the_eloket_and_asks_no_key_again(jan: Browser, switch: str) -> None:
    page = jan.go(f"{LOGOUT}?{switch}&client_id=eigen-eloket&post_logout_redirect_uri={CALLBACK}&state=x")
    assert page.url == f"{CALLBACK}?state=x"
    assert jan.begin().title == "Aanmelden namens"


@pytest.mark.parametrize(
    "query", ["", "&client_id=eigen-eloket", f"&post_logout_redirect_uri={CALLBACK}", "&client_id=&x=1"]
)
def test_switching_needs_both_the_client_and_the_way_back(browser: Browser, query: str) -> None:
    page = browser.go(f"{LOGOUT}?switch{query}")
    assert (page.status, page.title) == (400, "Dat gaat niet")
    assert "code" in browser.begin().answer


def test_the_cookie_is_kept_from_scripts_other_systems_and_plain_http(browser: Browser) -> None:
    response = browser.session.get(
        AUTH,
        params={
            "client_id": "eigen-eloket",
            "redirect_uri": CALLBACK,
            "response_type": "code",
            "prompt": "login",
        },
        headers={"Cookie": ""},
        allow_redirects=False,
        timeout=10,
    )
    cookie = response.headers["Set-Cookie"]
    assert cookie.startswith("pl_443_acm=")
    assert {"Secure", "HttpOnly", "SameSite=Lax"} <= {part.strip() for part in cookie.split(";")}
