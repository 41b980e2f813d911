"""Signing in once: what the session of FAS spares, and what it does not."""

from __future__ import annotations

import pytest

from mocks.csam_btb.domain.kinds import KEY_KINDS, KeyKind
from mocks.csam_btb.tests.browser import LEVEL, Browser
from mocks.csam_btb.tests.house import JAN, Play


def test_signing_in_once_is_enough_for_the_next_question(play: Play, browser: Browser) -> None:
    browser.sign_in(JAN, "itsme")
    browser.authorize(state="again")
    first = browser.answer()
    assert first["state"] == "again"
    assert play.verified(play.exchange(first["code"]).get_json()["id_token"])["amr"][0] == "bmid"


@pytest.mark.parametrize(
    "asked",
    [
        {"prompt": "login"},
        {"acr_values": f"{LEVEL}500"},
        {"fas_key": "eid"},
        {"max_age": "0"},
    ],
)
def test_a_session_does_not_answer_what_asks_more(
    play: Play, browser: Browser, asked: dict[str, str]
) -> None:
    browser.sign_in(JAN, "itsme")
    play.wall.epoch += 1
    assert browser.authorize(**asked).status_code == 200
    assert "Aanmelden met" in browser.text or "Kies een digitale sleutel" in browser.text


@pytest.mark.parametrize("asked", KEY_KINDS.values(), ids=KEY_KINDS)
@pytest.mark.parametrize("used", KEY_KINDS.values(), ids=KEY_KINDS)
def test_a_session_answers_no_higher_level_and_tells_its_own(
    play: Play, browser: Browser, used: KeyKind, asked: KeyKind
) -> None:
    play.put_key(JAN, used.kind.value, activated_on="2019-04-27", last_used="2021-03-11")
    browser.sign_in(JAN, used.kind.value)
    page = browser.authorize(acr_values=asked.acr)
    assert (page.status_code == 302) is (used.fas_level >= asked.fas_level)
    if page.status_code == 302:
        told = play.verified(play.exchange(browser.answer()["code"]).get_json()["id_token"])
        assert (told["acr"], told["amr"]) == (used.acr, used.amr)


def test_a_session_ends_after_two_hours(play: Play, browser: Browser) -> None:
    browser.sign_in(JAN, "eid")
    play.wall.epoch += 7199
    assert browser.authorize().status_code == 302
    play.wall.epoch += 1
    assert browser.authorize().status_code == 200


def test_a_session_ends_with_the_key_that_opened_it(play: Play, browser: Browser) -> None:
    browser.sign_in(JAN, "itsme")
    play.put_key(JAN, "itsme", activated_on="2019-04-27", revoked_on="2021-04-27")
    assert browser.authorize().status_code == 200


def test_a_session_ends_with_the_life_of_its_person(play: Play, browser: Browser) -> None:
    browser.sign_in(JAN, "eid")
    play.change_person(JAN, deceased_on="2021-04-27")
    assert browser.authorize().status_code == 200


def test_another_browser_has_no_session(play: Play, browser: Browser) -> None:
    browser.sign_in(JAN, "eid")
    assert play.browser().authorize().status_code == 200


def test_prompt_none_answers_from_a_session_or_not_at_all(browser: Browser) -> None:
    browser.authorize(prompt="none")
    assert browser.answer()["error"] == "login_required"
    browser.sign_in(JAN, "eid")
    browser.authorize(prompt="none")
    assert "code" in browser.answer()
