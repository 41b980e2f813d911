"""The page flow and the page-less flow end in the same ID token, for the whole cast."""

from __future__ import annotations

import re

import pytest

from mocks.acm.domain.means import MEANS
from mocks.acm.tests.browser import Browser, Page
from mocks.acm.tests.own_eloket import ALL_SCOPES, ask, exchange, payload, sign_in
from mocks.cast import load_cast
from mocks.core.tokens import Claims
from mocks.pytest_plugin import FederationInTest

CAST = load_cast()
ASKED = {
    "scope": ALL_SCOPES,
    "nonce": "een-nonce",
    "max_age": "60",
    "acr_values": " ".join(means.urn for means in MEANS.values()),
}
WITHOUT_ACCESS = ("hugo", "dora")
"""Who cannot sign in at all: no active key, and deceased."""


def strongest_key(persona: str) -> str:
    """Return the strongest key that a personage has."""
    held = {key.kind for key in CAST.people[persona].digital_keys if key.active}
    return next(kind for kind in MEANS if kind in held)


def on_the_page(page: Page) -> dict[str, tuple[str, str]]:
    """Return the identities on the choice page, ``<identity> (<route>)``, with their buttons."""
    found = {}
    for form in page.forms:
        for text, pressed in form.buttons.items():
            if pressed is not None and pressed[0] == "identity":
                identity, _, route = pressed[1].rpartition("/")
                found[f"{identity} ({route})"] = (identity, text)
    return found


def without_pages(persona: str) -> list[str]:
    """Return the identities that a 400 lists when none was chosen."""
    sentence = ask({"mock_persona": persona}).json()["detail"]
    return re.findall(r"[A-Z]+(?::[0-9]+)? \([a-z_]+\)", sentence)


def id_token(code: str) -> Claims:
    """Return the ID token of a code, without the hash of the access token that came with it."""
    claims = payload(exchange(code).json()["id_token"])
    del claims["at_hash"]
    return claims


@pytest.mark.parametrize("persona", [key for key in CAST.people if key not in WITHOUT_ACCESS])
def test_both_flows_offer_the_same_and_end_in_the_same_id_token(
    federation: FederationInTest, persona: str
) -> None:
    browser = Browser()
    browser.begin(prompt="select_account", **ASKED)
    page = browser.prove(federation.number(persona), strongest_key(persona))
    offered = on_the_page(page)
    assert offered
    if len(offered) > 1:
        assert list(offered) == without_pages(persona)
    for identity, button in offered.values():
        browser.begin(prompt="select_account", **ASKED)
        by_pages = id_token(browser.press(button).answer["code"])
        answered = sign_in(persona, identity, **ASKED)
        by_itself = id_token(re.split("[=&]", answered.headers["Location"])[1])
        assert by_pages == by_itself


@pytest.mark.parametrize("persona", [key for key in CAST.people if key not in WITHOUT_ACCESS])
def test_the_only_identity_is_taken_by_both_flows_without_a_choice(
    federation: FederationInTest, persona: str
) -> None:
    browser = Browser()
    browser.begin(**ASKED)
    page = browser.prove(federation.number(persona), strongest_key(persona))
    alone = sign_in(persona, None, **ASKED)
    assert (page.title == "Aanmelden namens") is (alone.status_code == 400)
    if alone.status_code == 302:
        assert id_token(page.answer["code"]) == id_token(re.split("[=&]", alone.headers["Location"])[1])


@pytest.mark.parametrize("persona", WITHOUT_ACCESS)
def test_who_cannot_sign_in_gets_no_code_by_either_flow(federation: FederationInTest, persona: str) -> None:
    key = CAST.people[persona].digital_keys[0].kind
    assert "error=access_denied" in sign_in(persona, None).headers["Location"]
    browser = Browser()
    browser.begin()
    browser.press({"eid": "Aanmelden met eID", "app": "Aanmelden met Beveiligingscode via mobiele app"}[key])
    browser.press("Verder", number=federation.number(persona))
    assert browser.page is not None
    assert "/op/v1/fas/callback" not in " ".join(browser.passed)
    assert browser.page.url.startswith("https://idp.iamfas.belgium.be/")
