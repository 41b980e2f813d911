"""Signing out of FAS."""

from __future__ import annotations

import pytest

from mocks.csam_btb.tests.browser import FAS, Browser
from mocks.csam_btb.tests.house import JAN, Play, userinfo


def test_signing_out_ends_the_session_and_what_it_gave(play: Play, browser: Browser) -> None:
    tokens = play.exchange(browser.sign_in(JAN, "eid")["code"]).get_json()
    play.wall.epoch += 4000  # An ID token that has lapsed is still a hint.
    after = "https://authenticatie.vlaanderen.be/op/v1/fas/logout"
    page = browser.get(
        f"{FAS}/connect/endSession?id_token_hint={tokens['id_token']}"
        f"&post_logout_redirect_uri={after}&state=bye"
    )
    assert page.headers["Location"] == f"{after}?state=bye"
    assert userinfo(play, tokens["access_token"]).status_code == 401
    assert browser.authorize().status_code == 200


def test_signing_out_without_address_says_so(play: Play, browser: Browser) -> None:
    tokens = play.exchange(browser.sign_in(JAN, "eid")["code"]).get_json()
    browser.get(f"{FAS}/connect/endSession?id_token_hint={tokens['id_token']}")
    assert "U bent afgemeld" in browser.text


def test_signing_out_to_another_address_is_refused_and_ends_nothing(play: Play, browser: Browser) -> None:
    tokens = play.exchange(browser.sign_in(JAN, "eid")["code"]).get_json()
    page = browser.get(
        f"{FAS}/connect/endSession?id_token_hint={tokens['id_token']}"
        "&post_logout_redirect_uri=https://elsewhere.test"
    )
    assert page.status_code == 400
    assert browser.authorize().status_code == 302


@pytest.mark.parametrize("hint", ["nothing", "a.b.c"])
def test_a_hint_that_is_no_id_token_of_ours_ends_nothing(browser: Browser, hint: str) -> None:
    browser.sign_in(JAN, "eid")
    assert browser.get(f"{FAS}/connect/endSession?id_token_hint={hint}").status_code == 400
    assert browser.authorize().status_code == 302


def test_without_a_hint_the_person_is_asked(browser: Browser) -> None:
    browser.sign_in(JAN, "eid")
    browser.get(f"{FAS}/connect/endSession")
    assert "Wilt u zich afmelden" in browser.text
    browser.submit()
    assert "U bent afgemeld" in browser.text
    assert browser.authorize().status_code == 200
