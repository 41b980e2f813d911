"""A stronger key in the same session: what asks for it, what the page says, what it leaves."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from urllib.parse import urljoin, urlsplit

import pytest

from mocks.acm.domain.means import MEANS, suffices, why_insufficient
from mocks.acm.tests.browser import LABELS, Browser, Page
from mocks.acm.tests.own_eloket import CALLBACK, ISSUER, exchange, payload, register
from mocks.core.tokens import Claims
from mocks.pytest_plugin import FederationInTest

CARD = "enkel-eid"
EVERY = " ".join(means.urn for means in MEANS.values())
FELL_SHORT = "CSAM bevestigt niet dat u zich daarnet met de gekozen digitale sleutel bekendmaakte"


@pytest.fixture
def browser(federation: FederationInTest) -> Browser:
    """Return a browser; one e-loket takes the card only, another one itsme only."""
    del federation
    register(client_id=CARD, client_name="Kaartloket", keys=["eid"])
    register(client_id="enkel-itsme", client_name="Telefoonloket", keys=["itsme"])
    return Browser()


def signed_in(browser: Browser, federation: FederationInTest, key: str, persona: str = "jan") -> Browser:
    """Let a personage sign in with a key at an e-loket where nobody chooses."""
    register(client_id="burgers")
    browser.begin(client_id="burgers")
    assert "code" in browser.prove(federation.number(persona), key).answer
    return browser


def claims(page: Page, client_id: str) -> Claims:
    """Return what the ID token says to the e-loket at which the browser arrived."""
    return payload(exchange(page.answer["code"], client=(client_id, "geheim")).json()["id_token"])


def keys_on(page: Page) -> set[str]:
    """Return the keys that a page offers."""
    assert page.title.startswith("Aanmelden bij"), page.words
    buttons = {text.removeprefix("Aanmelden met ") for form in page.forms for text in form.buttons}
    return {key for key, label in LABELS.items() if label in buttons}


def test_a_key_that_is_too_weak_is_told_with_the_reason_and_only_the_accepted_ones_are_offered(
    browser: Browser, federation: FederationInTest
) -> None:
    page = signed_in(browser, federation, "itsme").begin(client_id=CARD)
    assert keys_on(page) == {"eid"}
    assert (
        "U bent aangemeld met ‘itsme’, maar dat volstaat hier niet: Kaartloket vraagt een sterkere digitale "
        "sleutel." in page.words
    )


def test_a_higher_level_that_the_request_asks_is_told_in_the_same_way(
    browser: Browser, federation: FederationInTest
) -> None:
    page = signed_in(browser, federation, "itsme").begin(acr_values=MEANS["eid"].urn)
    assert keys_on(page) == {"eid"}
    assert "‘itsme’, maar dat volstaat hier niet: Eigen e-loket vraagt een sterkere" in page.words


def test_a_key_that_is_not_weaker_but_not_accepted_is_told_as_such(
    browser: Browser, federation: FederationInTest
) -> None:
    page = signed_in(browser, federation, "eid").begin(client_id="enkel-itsme")
    assert keys_on(page) == {"itsme"}
    assert f"met ‘{LABELS['eid']}’, maar Telefoonloket aanvaardt die digitale sleutel niet." in page.words


@pytest.mark.parametrize("asked", [{"prompt": "login"}, {"max_age": "0"}])
def test_an_eloket_that_wants_the_proof_anew_is_told_as_such(
    browser: Browser, federation: FederationInTest, asked: dict[str, str]
) -> None:
    signed_in(browser, federation, "itsme")
    federation.step(timedelta(seconds=1))
    page = browser.begin(**asked)
    assert "‘itsme’, maar Eigen e-loket vraagt dat u opnieuw bevestigt wie u bent." in page.words


def test_who_is_not_signed_in_is_told_nothing_of_a_key(browser: Browser) -> None:
    page = browser.begin(client_id=CARD)
    assert keys_on(page) == {"eid"}
    assert "U bent aangemeld" not in page.words


def test_prompt_none_with_a_key_that_is_too_weak_is_refused(
    browser: Browser, federation: FederationInTest
) -> None:
    signed_in(browser, federation, "itsme")
    assert browser.begin(client_id=CARD, prompt="none").answer["error"] == "login_required"
    assert browser.begin(acr_values=MEANS["eid"].urn, prompt="none").answer["error"] == "login_required"


def test_no_session_goes_to_a_higher_level_and_every_session_to_the_same_or_a_lower_one() -> None:
    for used in MEANS.values():
        for asked in MEANS.values():
            assert suffices(used, MEANS, [asked.urn]) is (used.level >= asked.level)
            assert suffices(used, [asked.key], []) is (used is asked)


def test_the_sentence_says_what_is_wrong() -> None:
    app, accepted = MEANS["app"], ("eid", "itsme", "app")
    assert "vraagt een sterkere" in why_insufficient(app, ("eid", "itsme"), (), "X")
    assert "vraagt een sterkere" in why_insufficient(app, accepted, (MEANS["itsme"].urn,), "X")
    assert "aanvaardt die digitale sleutel niet" in why_insufficient(app, ("eid", "sms"), (), "X")
    assert "vraagt dat u opnieuw bevestigt" in why_insufficient(app, accepted, (), "X")


def test_after_a_stronger_proof_the_choice_stays_and_weaker_elokets_open_without_a_key(
    browser: Browser, federation: FederationInTest
) -> None:
    scope = "openid vo wettelijkvertegenwoordiger"
    file = {
        "target_groups": ["BUR", "EA"],
        "routes": ["person", "legal_representative"],
        "scope": scope,
    }
    register(client_id="kaart-ea", keys=["eid"], **file)
    browser.begin(scope=scope)
    browser.prove(federation.number("jan"), "itsme")
    browser.press("Theater De Kade vzw")
    assert keys_on(browser.begin(client_id="kaart-ea", scope=scope)) == {"eid"}
    assert claims(browser.prove(federation.number("jan")), "kaart-ea")["vo_orgcode"] == "0110041748"
    lower = browser.begin(scope=scope, acr_values=MEANS["itsme"].urn)
    told = payload(exchange(lower.answer["code"]).json()["id_token"])
    assert (told["acr"], told["vo_orgcode"]) == (MEANS["eid"].urn, "0110041748")


def test_a_weaker_proof_serves_its_own_eloket_and_leaves_the_session_as_strong_as_it_was(
    browser: Browser, federation: FederationInTest
) -> None:
    signed_in(browser, federation, "eid")
    began = int(federation.now.timestamp())
    federation.step(timedelta(minutes=5))
    browser.begin(client_id="enkel-itsme", acr_values=EVERY, max_age="7200")
    weak = claims(browser.prove(federation.number("jan"), "itsme"), "enkel-itsme")
    assert (weak["acr"], weak["auth_time"]) == (MEANS["itsme"].urn, began + 300)
    strong = claims(browser.begin(client_id=CARD, acr_values=EVERY, max_age="7200"), CARD)
    assert (strong["acr"], strong["auth_time"]) == (MEANS["eid"].urn, began)


def test_a_weaker_proof_of_somebody_else_ends_the_session_of_the_former_person(
    browser: Browser, federation: FederationInTest
) -> None:
    signed_in(browser, federation, "eid")
    browser.begin(client_id="burgers", prompt="login")
    browser.prove(federation.number("tom"), "app")
    assert keys_on(browser.begin(client_id=CARD)) == {"eid"}


def test_a_stronger_proof_does_not_prolong_the_two_hours(
    browser: Browser, federation: FederationInTest
) -> None:
    signed_in(browser, federation, "itsme")
    federation.step(timedelta(minutes=119))
    browser.begin(client_id=CARD)
    assert "code" in browser.prove(federation.number("jan")).answer
    assert "code" in browser.begin(client_id="burgers").answer
    federation.step(timedelta(minutes=1))
    assert "U bent aangemeld" not in browser.begin(client_id="burgers").words
    assert keys_on(browser.begin(client_id="burgers"))


def test_breaking_off_a_stronger_proof_leaves_the_session(
    browser: Browser, federation: FederationInTest
) -> None:
    signed_in(browser, federation, "itsme").begin(client_id=CARD)
    assert browser.press("Annuleren").answer["error"] == "access_denied"
    assert "code" in browser.begin(client_id="burgers").answer
    assert keys_on(browser.begin(client_id=CARD)) == {"eid"}


def copy_of(browser: Browser) -> Browser:
    """Return another browser with the cookies that this one has now."""
    copy = Browser()
    copy.session.cookies.update(browser.session.cookies.copy())
    return copy


def signed_in_at_csam(browser: Browser) -> bool:
    """Return whether FAS lets this browser into Mijn digitale sleutels without a key."""
    return browser.go("https://www.csam.be/sleutels").url.startswith("https://www.csam.be/")


@pytest.mark.parametrize(("first", "then", "at"), [("itsme", "eid", CARD), ("eid", "itsme", "enkel-itsme")])
def test_logging_out_after_a_second_proof_leaves_no_session_at_csam(
    browser: Browser, federation: FederationInTest, first: str, then: str, at: str
) -> None:
    signed_in(browser, federation, first).begin(client_id=at)
    before, after = copy_of(browser), copy_of(browser)
    assert signed_in_at_csam(before)
    browser.prove(federation.number("jan"), then)
    assert not signed_in_at_csam(after), "the former session of CSAM ended with the second proof"
    assert signed_in_at_csam(copy_of(browser))
    browser.go(f"{ISSUER}/v1/logout")
    assert not signed_in_at_csam(browser)
    assert keys_on(browser.begin(client_id="burgers"))


def altered(browser: Browser, change: Callable[[str], str]) -> Page:
    """Choose the card, and change the question to FAS on its way through the browser."""
    page = browser.page
    assert page is not None
    (form,) = (one for one in page.forms if f"Aanmelden met {LABELS['eid']}" in one.buttons)
    pressed = form.buttons[f"Aanmelden met {LABELS['eid']}"]
    sent = {**form.values, **dict([pressed] if pressed is not None else [])}
    answer = browser.session.post(
        urljoin(page.url, form.action), data=sent, allow_redirects=False, timeout=10
    )
    asked = answer.headers["Location"]
    assert urlsplit(asked).netloc == "idp.iamfas.belgium.be"
    assert change(asked) != asked
    return browser.go(change(asked))


def as_weak(asked: str) -> str:
    """Ask FAS for itsme where the card was asked."""
    return asked.replace("fas_key=eid", "fas_key=itsme").replace("Level500", "Level450")


def test_a_weaker_key_that_the_browser_asked_of_fas_does_not_pass_for_the_card(
    browser: Browser, federation: FederationInTest
) -> None:
    browser.begin(client_id=CARD)
    altered(browser, as_weak)
    browser.press("Verder", number=federation.number("jan"))
    page = browser.press("Bevestigen")
    assert FELL_SHORT in page.words
    assert keys_on(page) == {"eid"}
    assert keys_on(browser.begin(client_id=CARD)) == {"eid"}, "no session was opened"
    assert "code" in browser.prove(federation.number("jan")).answer


def test_a_session_of_fas_does_not_pass_for_a_stronger_key_or_a_new_proof(
    browser: Browser, federation: FederationInTest
) -> None:
    signed_in(browser, federation, "itsme").begin(client_id=CARD)
    assert FELL_SHORT in altered(browser, lambda asked: as_weak(asked).replace("&prompt=login", "")).words
    fresh = browser.begin(client_id=CARD)
    assert keys_on(fresh) == {"eid"}
    # Without the demand for a new proof FAS still asks the card: its session is of itsme.
    page = altered(browser, lambda asked: asked.replace("&prompt=login", ""))
    assert urlsplit(page.url).netloc == "idp.iamfas.belgium.be"


def test_a_proof_of_before_the_question_does_not_pass_for_a_new_one(
    browser: Browser, federation: FederationInTest
) -> None:
    signed_in(browser, federation, "eid")
    federation.step(timedelta(minutes=1))
    browser.begin(client_id=CARD, prompt="login")
    page = altered(browser, lambda asked: asked.replace("&prompt=login", ""))
    assert FELL_SHORT in page.words
    assert browser.press("Annuleren").answer["error"] == "access_denied"


def test_the_way_back_is_that_of_the_eloket_after_a_stronger_proof(
    browser: Browser, federation: FederationInTest
) -> None:
    signed_in(browser, federation, "itsme").begin(client_id=CARD)
    assert browser.prove(federation.number("jan")).url.startswith(f"{CALLBACK}?")


def test_going_back_to_the_keys_when_the_session_will_do_tells_of_no_lack(
    browser: Browser, federation: FederationInTest
) -> None:
    page = signed_in(browser, federation, "eid").begin(prompt="select_account")
    back = browser.go(page.url.replace("/namens/", "/aanmelden/"))
    assert keys_on(back)
    assert "U bent aangemeld" not in back.words
