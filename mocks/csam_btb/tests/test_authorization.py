"""The question of a client: what FAS refuses, and whom it tells."""

from __future__ import annotations

import pytest

from mocks.csam_btb.tests.browser import CALLBACK, LEVEL, Browser, authorization_url


@pytest.mark.parametrize(
    "changes",
    [
        {"client_id": "nobody"},
        {"client_id": ""},
        {"redirect_uri": "https://elsewhere.test/callback"},
        {"redirect_uri": f"{CALLBACK}?more=1"},
        {"redirect_uri": ""},
    ],
)
def test_an_unknown_client_or_address_gets_a_page_and_never_a_redirect(
    browser: Browser, changes: dict[str, str]
) -> None:
    page = browser.authorize(**changes)
    assert page.status_code == 400
    assert "Location" not in page.headers


def test_a_client_named_twice_gets_a_page(browser: Browser) -> None:
    assert browser.get(f"{authorization_url()}&client_id=acm").status_code == 400


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"response_type": "token"}, "unsupported_response_type"),
        ({"response_type": ""}, "unsupported_response_type"),
        ({"response_mode": "fragment"}, "invalid_request"),
        ({"scope": "profile"}, "invalid_scope"),
        ({"scope": "openid everything"}, "invalid_scope"),
        ({"code_challenge_method": "plain"}, "invalid_request"),
        ({"code_challenge": "short"}, "invalid_request"),
        ({"acr_values": f"{LEVEL}999"}, "invalid_request"),
        ({"fas_key": "rsa"}, "invalid_request"),
        ({"fas_key": "sms", "acr_values": f"{LEVEL}500"}, "invalid_request"),
        ({"prompt": "none login"}, "invalid_request"),
        ({"max_age": "soon"}, "invalid_request"),
        ({"nonce": "één"}, "invalid_request"),
    ],
)
def test_a_wrong_question_is_told_to_the_client(
    browser: Browser, changes: dict[str, str], error: str
) -> None:
    browser.authorize(**changes)
    answer = browser.answer()
    assert (answer["error"], answer["state"]) == (error, "here")
    assert answer["error_description"]


def test_a_doubled_parameter_is_told_to_the_client(browser: Browser) -> None:
    browser.get(f"{authorization_url()}&nonce=twice")
    assert browser.answer()["error"] == "invalid_request"


def test_a_doubled_state_does_not_come_back(browser: Browser) -> None:
    browser.get(f"{authorization_url()}&state=other")
    assert "state" not in browser.answer()
