"""The identity that was chosen at one e-loket, and when the next one asks again (decision 14)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from mocks.acm.tests.browser import Browser, Page
from mocks.acm.tests.own_eloket import CALLBACK, ISSUER, exchange, hint, payload, put, register, sign_in
from mocks.core.tokens import Claims
from mocks.pytest_plugin import FederationInTest

SCOPE = "openid profile vo wettelijkvertegenwoordiger"
BOTH: dict[str, Any] = {
    "target_groups": ["BUR", "EA"],
    "routes": ["person", "legal_representative"],
    "scope": f"{SCOPE} ssm_mandaat",
    "post_logout_redirect_uris": [CALLBACK],
}
DE_KADE = "0110041748"
FIRST, NEXT = "eerste", "volgende"


@pytest.fixture
def jan(federation: FederationInTest) -> Browser:
    """Return a browser in which Jan chose De Kade at a first e-loket; the next one has equal rules."""
    register(client_id=FIRST, **BOTH)
    register(client_id=NEXT, **BOTH)
    return chosen(federation, "jan", "Theater De Kade vzw")


def chosen(federation: FederationInTest, persona: str, button: str, **asked: str) -> Browser:
    """Return a browser in which a personage signed in at the first e-loket and pressed a choice."""
    browser = Browser()
    browser.begin(**{"client_id": FIRST, "scope": SCOPE, **asked})
    browser.prove(federation.number(persona))
    assert "code" in browser.press(button).answer
    return browser


def go_on(browser: Browser, client_id: str = NEXT, **asked: str) -> Page:
    """Go to another e-loket in the same browser."""
    return browser.begin(**{"client_id": client_id, "scope": SCOPE, **asked})


def told(page: Page, client_id: str = NEXT) -> Claims:
    """Return what the ID token says to the e-loket at which the browser arrived."""
    answer = exchange(page.answer["code"], client=(client_id, "geheim"))
    return payload(answer.json()["id_token"])


def asks_to_choose(page: Page) -> bool:
    """Return whether a browser stands at the choice of identity."""
    return page.title == "Aanmelden namens"


def asks_for_a_key(page: Page) -> bool:
    """Return whether a browser stands at the choice of digital key."""
    return page.title.startswith("Aanmelden bij")


def switch(browser: Browser, client_id: str) -> None:
    """Leave an e-loket by ``switch``."""
    browser.go(f"{ISSUER}/v1/logout?switch&client_id={client_id}&post_logout_redirect_uri={CALLBACK}")


def test_an_eloket_with_equal_rules_gives_the_same_identity_without_asking(jan: Browser) -> None:
    claims = told(go_on(jan))
    assert (claims["vo_orgcode"], claims["wv_orgcode"]) == (DE_KADE, DE_KADE)


def test_oneself_is_remembered_like_an_organisation(jan: Browser, federation: FederationInTest) -> None:
    browser = chosen(federation, "jan", "Jan Peeters, Uzelf")
    assert told(go_on(browser))["vo_doelgroepcode"] == "BUR"
    assert told(go_on(jan))["vo_doelgroepcode"] == "EA", "another browser has a choice of its own"


def test_an_eloket_that_always_asks_asks_again(jan: Browser) -> None:
    register(client_id="altijd", choice="always", **BOTH)
    assert asks_to_choose(go_on(jan, "altijd"))


def test_select_account_asks_again(jan: Browser) -> None:
    assert asks_to_choose(go_on(jan, prompt="select_account"))


def test_the_last_choice_counts(jan: Browser) -> None:
    go_on(jan, prompt="select_account")
    assert told(jan.press("Jan Peeters, Uzelf"))["vo_doelgroepcode"] == "BUR"
    assert told(go_on(jan, FIRST), FIRST)["vo_doelgroepcode"] == "BUR"


def test_a_choice_that_is_broken_off_leaves_the_former_one(jan: Browser) -> None:
    go_on(jan, prompt="select_account")
    assert jan.press("Terug naar Proef").answer["error"] == "access_denied"
    assert told(go_on(jan))["vo_orgcode"] == DE_KADE


def test_a_choice_that_was_not_on_offer_is_not_remembered(jan: Browser) -> None:
    page = go_on(jan, prompt="select_account")
    refused = jan.go(page.url, "POST", {**page.forms[0].values, "identity": "EA:0122386185/mandate"})
    assert refused.status == 400
    assert told(go_on(jan))["vo_orgcode"] == DE_KADE


def test_the_same_organisation_by_another_way_is_asked_again(federation: FederationInTest) -> None:
    """Rik is bestuurder of De Kade, and executes its mandate at Cijferwijs."""
    register(client_id=FIRST, **BOTH)
    by_mandate = {**BOTH, "routes": ["person", "mandate"], "mandate_type": "kiosk"}
    register(client_id="mandaten", **by_mandate)
    browser = chosen(federation, "rik", "Theater De Kade vzw")
    page = go_on(browser, "mandaten", scope=f"{SCOPE} ssm_mandaat")
    assert asks_to_choose(page)
    mandated = told(browser.press("Theater De Kade vzw"), "mandaten")
    assert (mandated["ssm_mandaatgever"], mandated.get("wv_orgcode")) == (DE_KADE, None)
    # Chosen by that way, it is the other way that is asked.
    assert asks_to_choose(go_on(browser, FIRST))


def test_another_target_group_is_asked_again(jan: Browser, federation: FederationInTest) -> None:
    kapeldorp = federation.number("kapeldorp")
    put(
        federation.url("kbo", f"/_mock/function/{kapeldorp}-{federation.number('jan')}-10002"),
        {"begin": "2020-01-01"},
    )
    register(client_id="lokaal", **{**BOTH, "target_groups": ["BUR", "LB"]})
    page = go_on(jan, "lokaal")
    assert asks_to_choose(page)
    assert "Theater De Kade" not in page.words


def test_where_only_one_other_identity_is_possible_that_one_is_taken(jan: Browser) -> None:
    register(client_id="burgers", scope=SCOPE)
    assert told(go_on(jan, "burgers"), "burgers")["vo_doelgroepcode"] == "BUR"
    assert told(go_on(jan))["vo_orgcode"] == DE_KADE, "nobody chose, so nothing was forgotten"


def test_an_identity_that_the_eloket_names_goes_first(jan: Browser, federation: FederationInTest) -> None:
    browser = chosen(federation, "jan", "Jan Peeters, Uzelf")
    named = go_on(browser, login_hint=hint(cap_hint="EA", code_hint=DE_KADE))
    assert told(named)["vo_orgcode"] == DE_KADE
    assert told(go_on(browser))["vo_doelgroepcode"] == "BUR", "what an e-loket names, nobody chose"
    assert told(go_on(jan, login_hint=hint(cap_hint="BUR")))["vo_doelgroepcode"] == "BUR"


def test_a_named_identity_that_is_not_allowed_is_refused_whatever_is_remembered(
    jan: Browser, federation: FederationInTest
) -> None:
    named = hint(cap_hint="EA", code_hint=federation.number("cijferwijs"))
    assert go_on(jan, login_hint=named).title == "U kunt zich hier niet aanmelden"


def test_of_two_ways_to_a_named_organisation_the_remembered_one_is_taken(
    federation: FederationInTest,
) -> None:
    both_ways = {**BOTH, "routes": ["person", "legal_representative", "mandate"], "mandate_type": "kiosk"}
    register(client_id=FIRST, **BOTH)
    register(client_id=NEXT, **both_ways)
    named = hint(cap_hint="EA", code_hint=DE_KADE)
    browser = chosen(federation, "rik", "Rik Bogaert, Uzelf")
    assert asks_to_choose(go_on(browser, login_hint=named)), "oneself is not what was named"
    browser = chosen(federation, "rik", "Theater De Kade vzw")
    assert told(go_on(browser, login_hint=named))["wv_orgcode"] == DE_KADE


def test_a_function_that_ended_meanwhile_is_not_silently_taken(
    jan: Browser, federation: FederationInTest
) -> None:
    person, other = federation.number("jan"), federation.number("cijferwijs")
    put(federation.url("kbo", f"/_mock/function/{other}-{person}-10002"), {"begin": "2020-01-01"})
    ended = {"begin": "2015-01-01", "end": "2021-04-26"}
    put(federation.url("kbo", f"/_mock/function/{DE_KADE}-{person}-10002"), ended)
    page = go_on(jan)
    assert asks_to_choose(page)
    assert "Theater De Kade" not in page.words
    assert go_on(jan, prompt="none").answer["error"] == "interaction_required"


def test_prompt_none_takes_the_remembered_identity(jan: Browser) -> None:
    assert told(go_on(jan, prompt="none"))["vo_orgcode"] == DE_KADE


def test_prompt_none_at_an_eloket_that_always_asks_is_refused(jan: Browser) -> None:
    register(client_id="altijd", choice="always", **BOTH)
    assert go_on(jan, "altijd", prompt="none").answer["error"] == "interaction_required"


def test_a_sign_in_without_pages_neither_takes_nor_makes_a_choice(jan: Browser) -> None:
    without_pages = sign_in("jan", None, client_id=NEXT, scope=SCOPE)
    assert without_pages.json()["code"] == "mock-choice-needed"
    taken = go_on(jan, mock_persona="jan", mock_identity="BUR")
    assert told(taken)["vo_doelgroepcode"] == "BUR"
    assert told(go_on(jan))["vo_orgcode"] == DE_KADE


def test_proving_again_who_one_is_keeps_the_choice(jan: Browser, federation: FederationInTest) -> None:
    assert asks_for_a_key(go_on(jan, prompt="login"))
    assert told(jan.prove(federation.number("jan")))["vo_orgcode"] == DE_KADE


def test_of_somebody_else_in_the_same_browser_nothing_is_taken(
    jan: Browser, federation: FederationInTest
) -> None:
    go_on(jan, prompt="login")
    assert asks_to_choose(jan.prove(federation.number("rik")))
    go_on(jan, prompt="login")
    assert asks_to_choose(jan.prove(federation.number("jan")))


def test_after_two_hours_nothing_is_remembered(jan: Browser, federation: FederationInTest) -> None:
    federation.step(timedelta(minutes=119))
    assert told(go_on(jan))["vo_orgcode"] == DE_KADE
    federation.step(timedelta(minutes=1))
    assert asks_for_a_key(go_on(jan))
    assert asks_to_choose(jan.prove(federation.number("jan")))


def test_switching_forgets_the_choice_and_asks_no_key(jan: Browser) -> None:
    assert "code" in go_on(jan).answer
    switch(jan, NEXT)
    assert asks_to_choose(go_on(jan))
    assert told(jan.press("Jan Peeters, Uzelf"))["vo_doelgroepcode"] == "BUR"
    assert told(go_on(jan, FIRST), FIRST)["vo_doelgroepcode"] == "BUR"


def test_switching_at_one_eloket_lets_every_other_ask_too(jan: Browser) -> None:
    switch(jan, NEXT)
    assert asks_to_choose(go_on(jan, FIRST))


def test_switching_shows_even_a_choice_of_one_until_the_person_has_chosen(jan: Browser) -> None:
    register(client_id="burgers", **{**BOTH, "target_groups": ["BUR"]})
    assert "code" in go_on(jan, "burgers").answer
    switch(jan, "burgers")
    assert asks_to_choose(go_on(jan, "burgers"))
    assert go_on(jan, "burgers", prompt="none").answer["error"] == "interaction_required"
    go_on(jan, "burgers")
    assert "code" in jan.press("Jan Peeters, Uzelf").answer
    assert "code" in go_on(jan, "burgers").answer


def test_switching_at_one_eloket_shows_no_choice_of_one_at_another(jan: Browser) -> None:
    register(client_id="burgers", scope=SCOPE)
    switch(jan, NEXT)
    assert "code" in go_on(jan, "burgers").answer


def test_a_switch_that_is_refused_forgets_nothing(jan: Browser) -> None:
    assert jan.go(f"{ISSUER}/v1/logout?switch&client_id={NEXT}").status == 400
    assert told(go_on(jan))["vo_orgcode"] == DE_KADE


@pytest.mark.parametrize("switched", [False, True])
def test_logging_out_forgets_everything(jan: Browser, federation: FederationInTest, switched: bool) -> None:
    if switched:
        switch(jan, NEXT)
    jan.go(f"{ISSUER}/v1/logout")
    assert asks_for_a_key(go_on(jan))
    assert asks_to_choose(jan.prove(federation.number("jan")))


def test_logging_out_ends_a_sign_in_that_waits_for_its_choice(jan: Browser) -> None:
    waiting = go_on(jan, prompt="select_account")
    jan.go(f"{ISSUER}/v1/logout")
    assert asks_for_a_key(jan.go(waiting.url))
    sent = {**waiting.forms[0].values, "identity": "BUR/person"}
    assert asks_for_a_key(jan.go(waiting.url, "POST", sent))
