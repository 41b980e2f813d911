"""A sign-in under way at FAS: how long, in which browser, and what becomes of it meanwhile."""

from __future__ import annotations

import pytest

from mocks.csam_btb.backend import SignIn
from mocks.csam_btb.domain.fas import Attempt
from mocks.csam_btb.domain.kinds import Kind
from mocks.csam_btb.errors import UnknownAttempt
from mocks.csam_btb.tests.browser import Browser
from mocks.csam_btb.tests.house import JAN, Play


def test_a_sign_in_lapses_after_a_quarter_of_an_hour(play: Play, browser: Browser) -> None:
    browser.authorize(fas_key="eid")
    page = browser.page.request.url
    play.wall.epoch += 899
    assert browser.get(page).status_code == 200
    play.wall.epoch += 1
    assert browser.get(page).status_code == 400


def test_a_sign_in_belongs_to_the_browser_that_began_it(play: Play, browser: Browser) -> None:
    browser.authorize(fas_key="eid")
    assert play.browser().get(browser.page.request.url).status_code == 400


def test_a_form_without_its_token_is_refused(browser: Browser) -> None:
    browser.authorize(fas_key="eid")
    assert browser.post(f"{browser.page.request.url}/persoon", {"number": JAN}).status_code == 400
    assert "Dit formulier is niet meer geldig" in browser.text


def test_proving_before_anybody_was_named_asks_who_it_is(browser: Browser) -> None:
    browser.authorize(fas_key="eid")
    browser.submit("/persoon", forget="1")
    browser.submit("/persoon", number=JAN)
    page, form = browser.page.request.url, {"pin": "1234"}
    token = browser.text.split('name="csrf_token" value="')[1].split('"')[0]
    browser.submit("/persoon", forget="1")
    browser.post(page, {**form, "csrf_token": token})
    assert "Welke kaart?" in browser.text


def test_a_sign_in_that_ends_elsewhere_while_a_number_is_refused_still_says_what_is_wrong(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser.authorize(fas_key="eid")
    named = SignIn.name_holder

    def name_holder(desk: SignIn, attempt: Attempt, kind: Kind, text: str) -> None:
        def ended(*_: object) -> Attempt:
            raise UnknownAttempt

        monkeypatch.setattr(SignIn, "attempt", ended)
        named(desk, attempt, kind, text)

    monkeypatch.setattr(SignIn, "name_holder", name_holder)
    assert browser.submit("/persoon", number="12345").status_code == 400
    assert 'id="field-number-error"' in browser.text
