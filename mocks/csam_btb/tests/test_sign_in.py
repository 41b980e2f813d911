"""Signing in over the pages of FAS, with each of the five keys, and how it is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from mocks.core.identifiers import Insz
from mocks.core.store import Connection
from mocks.csam_btb import store
from mocks.csam_btb.domain.kinds import Kind
from mocks.csam_btb.tests.browser import CALLBACK, FAS, LEVEL, Browser
from mocks.csam_btb.tests.house import (
    DIRK,
    DORA,
    FATIMA,
    JAN,
    LENA,
    NOBODY,
    OLGA,
    SOPHIE,
    Play,
    build,
)

EACH_KEY = [(JAN, "eid"), (JAN, "itsme"), (FATIMA, "app"), (DIRK, "sms"), (LENA, "token")]


@pytest.mark.parametrize(("insz", "kind"), EACH_KEY)
def test_each_key_signs_in_over_its_pages(play: Play, browser: Browser, insz: Insz, kind: str) -> None:
    answer = browser.sign_in(insz, kind)
    assert set(answer) == {"code", "state"}
    assert answer["state"] == "here"
    told = play.verified(play.exchange(answer["code"]).get_json()["id_token"])
    level = {"eid": 500, "itsme": 450, "app": 400, "sms": 400, "token": 300}[kind]
    assert told["acr"] == f"{LEVEL}{level}"
    assert told["amr"][0] == {"itsme": "bmid", "app": "totp"}.get(kind, kind)


@pytest.mark.parametrize(("insz", "kind"), EACH_KEY[1:])
def test_signing_in_is_noted_with_the_key(play: Play, browser: Browser, insz: Insz, kind: str) -> None:
    browser.sign_in(insz, kind)
    assert play.key(insz, kind)["last_used"] == "2021-04-27"


def test_the_key_is_chosen_at_fas_when_the_client_did_not(browser: Browser) -> None:
    browser.authorize()
    for label in ("eID en aangesloten kaartlezer", "itsme", "Beveiligingscode via SMS", "Federaal token"):
        assert label in browser.text
    browser.submit(key="itsme")
    assert "code" in browser.pass_pages(JAN, "itsme")


def test_a_key_below_the_level_that_is_asked_cannot_be_chosen(browser: Browser) -> None:
    browser.authorize(acr_values=f"{LEVEL}450 {LEVEL}500")
    assert browser.text.count("De toepassing vraagt een sterkere sleutel.") == 3
    browser.submit(key="sms")
    assert browser.page.status_code == 403
    assert "aanvaardt ‘Beveiligingscode via SMS’ niet" in browser.text


def test_a_key_that_the_client_did_not_ask_cannot_be_used(browser: Browser) -> None:
    browser.authorize(fas_key="eid")
    assert browser.get(browser.page.request.url.replace("/eid", "/itsme")).status_code == 403


def test_an_unknown_choice_shows_the_choice_again(browser: Browser) -> None:
    browser.authorize()
    browser.submit(key="rsa")
    assert "Kies een digitale sleutel" in browser.text


def test_the_card_is_chosen_from_a_list_that_can_be_searched(browser: Browser) -> None:
    browser.authorize(fas_key="eid")
    assert "Fatima El Amrani" in browser.text
    browser.get(f"{browser.page.request.url}?zoek=peet")
    assert "Jan Peeters" in browser.text
    assert "Fatima El Amrani" not in browser.text
    browser.submit("/persoon", person=JAN)
    assert "Elke proefkaart heeft pincode 1234." in browser.text


def test_a_number_may_be_typed_as_on_the_card(browser: Browser) -> None:
    browser.authorize(fas_key="eid")
    browser.submit("/persoon", number="68.11.23-999.10")
    assert "68.11.23-999.10" in browser.text


def test_another_card_can_be_taken(browser: Browser) -> None:
    browser.authorize(fas_key="eid")
    browser.submit("/persoon", number=JAN)
    browser.submit("/persoon", forget="1")
    assert "Welke kaart?" in browser.text
    assert "code" in browser.pass_pages(OLGA, "eid")


@pytest.mark.parametrize("typed", ["", "12345", "68.11.23-999.11"])
def test_what_is_no_number_is_refused_on_the_spot(browser: Browser, typed: str) -> None:
    browser.authorize(fas_key="eid")
    assert browser.submit("/persoon", number=typed).status_code == 400
    assert 'id="field-number-error"' in browser.text


@pytest.mark.parametrize(
    ("insz", "kind", "reason"),
    [
        (OLGA, "itsme", "not-activated"),
        (SOPHIE, "eid", "no-card"),
        (DORA, "eid", "deceased"),
        (NOBODY, "eid", "unknown-person"),
    ],
)
def test_a_key_that_does_not_work_is_refused_with_the_reason(
    browser: Browser, insz: Insz, kind: str, reason: str
) -> None:
    browser.authorize(fas_key=kind)
    assert browser.submit("/persoon", number=insz).status_code == 403
    assert f'data-reason="{reason}"' in browser.text


def test_whoever_did_not_activate_a_key_is_shown_where_to(browser: Browser) -> None:
    browser.authorize(fas_key="app")
    browser.submit("/persoon", number=OLGA)
    assert "heeft ‘Beveiligingscode via mobiele app’ niet geactiveerd" in browser.text
    assert 'href="https://www.csam.be/sleutels"' in browser.text


@pytest.mark.parametrize(
    ("members", "reason"),
    [
        ({"active": False}, "pending"),
        ({"valid_until": "2021-04-26"}, "expired"),
        ({"activated_on": "2020-01-01", "revoked_on": "2021-04-01"}, "revoked"),
    ],
)
def test_a_key_that_stopped_is_refused(
    play: Play, browser: Browser, members: dict[str, object], reason: str
) -> None:
    assert play.put_key(OLGA, "sms", **members).status_code == 200
    browser.authorize(fas_key="sms")
    browser.submit("/persoon", number=OLGA)
    assert f'data-reason="{reason}"' in browser.text


def test_a_token_that_was_not_used_for_a_year_is_refused(play: Play, browser: Browser) -> None:
    play.set_date(date(2022, 3, 12))
    browser.authorize(fas_key="token")
    browser.submit("/persoon", number=LENA)
    assert 'data-reason="token-unused"' in browser.text


def test_from_31_january_2024_the_token_is_not_offered() -> None:
    play = build(date(2024, 1, 30))
    play.put_key(LENA, "token", activated_on="2018-05-14", last_used="2024-01-02")
    assert "code" in play.browser().sign_in(LENA, "token")
    play.set_date(date(2024, 1, 31))
    late = play.browser()
    late.authorize()
    assert "Federaal token" not in late.text
    late.authorize(fas_key="token")
    late.submit("/persoon", number=LENA)
    assert 'data-reason="token-gone"' in late.text


def test_a_key_that_stops_between_naming_and_proving_does_not_sign_in(play: Play, browser: Browser) -> None:
    browser.authorize(fas_key="itsme")
    browser.submit("/persoon", number=JAN)
    play.put_key(JAN, "itsme", activated_on="2019-04-27", revoked_on="2021-04-27")
    assert browser.submit(decision="confirm").status_code == 403
    assert 'data-reason="revoked"' in browser.text


def test_a_key_that_stops_while_a_wrong_code_is_counted_shows_the_page_again(
    play: Play, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    count = store.attempts.count_try

    def count_as_the_key_stops(connection: Connection, attempt_id: str) -> int:
        key = store.keys.find(connection, DIRK, Kind.SMS)
        assert key is not None
        store.keys.put(connection, replace(key, revoked_on=date(2021, 4, 27)))
        return count(connection, attempt_id)

    browser.authorize(fas_key="sms")
    browser.submit("/persoon", number=DIRK)
    monkeypatch.setattr(store.attempts, "count_try", count_as_the_key_stops)
    assert browser.submit(code="000000").status_code == 403
    assert "U hebt nog 2 pogingen." in browser.text
    assert browser.submit(code="000000").status_code == 403
    assert 'data-reason="revoked"' in browser.text


def test_a_wrong_pin_says_how_many_tries_are_left_and_the_right_one_still_works(browser: Browser) -> None:
    browser.authorize(fas_key="eid")
    browser.submit("/persoon", number=JAN)
    assert browser.submit(pin="0000").status_code == 403
    assert "De pincode is verkeerd. U hebt nog 2 pogingen." in browser.text
    browser.submit(pin="1234")
    assert "code" in browser.answer()


def test_the_third_wrong_pin_ends_the_sign_in(browser: Browser) -> None:
    browser.authorize(fas_key="eid")
    browser.submit("/persoon", number=JAN)
    page = browser.page.request.url
    for _ in range(3):
        browser.submit(pin="0000")
    answer = browser.answer()
    assert answer["error"] == "access_denied"
    assert answer["state"] == "here"
    assert "de derde keer" in answer["error_description"]
    assert browser.get(page).status_code == 400


def test_taking_another_card_does_not_give_new_tries(browser: Browser) -> None:
    browser.authorize(fas_key="eid")
    for insz in (JAN, OLGA):
        browser.submit("/persoon", number=insz)
        browser.submit(pin="0000")
        browser.submit("/persoon", forget="1")
    browser.submit("/persoon", number=JAN)
    browser.submit(pin="0000")
    assert browser.answer()["error"] == "access_denied"


@pytest.mark.parametrize(("insz", "kind"), EACH_KEY[2:])
def test_a_wrong_code_is_refused(browser: Browser, insz: Insz, kind: str) -> None:
    browser.authorize(fas_key=kind)
    browser.submit("/persoon", number=insz)
    proof = browser.right_proof(kind)
    wrong = f"{(int(proof['code']) + 1) % 1_000_000:06}"
    assert browser.submit(**{**proof, "code": wrong}).status_code == 403
    assert "U hebt nog 2 pogingen." in browser.text


def test_a_code_by_sms_lapses_and_a_new_one_can_be_asked(play: Play, browser: Browser) -> None:
    browser.authorize(fas_key="sms")
    browser.submit("/persoon", number=DIRK)
    old = browser.shown_code()
    play.wall.epoch += 300
    browser.submit(code=old)
    assert "De code is verkeerd of te oud." in browser.text
    browser.submit("/persoon", number=DIRK)
    assert browser.shown_code() != old
    browser.submit(code=browser.shown_code())
    assert "code" in browser.answer()


def test_refusing_on_the_phone_is_told_to_the_client(browser: Browser) -> None:
    browser.authorize(fas_key="itsme")
    browser.submit("/persoon", number=JAN)
    browser.submit(decision="refuse")
    assert browser.answer() == {
        "error": "access_denied",
        "error_description": "De aanmelding is op de telefoon geweigerd.",
        "state": "here",
    }


@pytest.mark.parametrize("asked", [{}, {"fas_key": "eid"}])
def test_cancelling_is_told_to_the_client(browser: Browser, asked: dict[str, str]) -> None:
    browser.authorize(**asked)
    browser.submit("/annuleren")
    assert browser.answer()["error"] == "access_denied"
    assert browser.answer()["error_description"] == "De aanmelding is geannuleerd."


def test_an_authorization_request_may_be_posted(browser: Browser) -> None:
    form = {
        "client_id": "acm",
        "redirect_uri": CALLBACK,
        "response_type": "code",
        "scope": "openid",
        "fas_key": "eid",
    }
    assert browser.post(f"{FAS}/authorize", form).status_code == 200
    assert "Welke kaart?" in browser.text


def test_fas_pages_name_the_client(browser: Browser) -> None:
    browser.authorize()
    assert "U meldt zich aan bij Toegangsbeheer van de Vlaamse overheid." in browser.text
