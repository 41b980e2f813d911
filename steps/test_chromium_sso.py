"""One sign-in for several e-lokets in a real browser: what is asked again, on screen and in the tokens."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import requests

from mocks.cast import load_cast
from steps.chromium import go, look, needs_chromium

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

CAST = load_cast()
JAN, DE_KADE = CAST.people["jan"], CAST.organisations["de-kade"]
EXAMPLE = (Path(__file__).resolve().parent.parent / "docs" / "examples" / "mijn-eloket.yaml").read_text(
    encoding="utf-8"
)
SECOND = (
    EXAMPLE.replace("mijn-eloket", "tweede-eloket")
    .replace("Mijn e-loket", "Tweede e-loket")
    .replace("keys: [eid]", "keys: [eid, itsme, app, sms]")
)
URN = "urn:be:vlaanderen:authmech:"
EID, ITSME = f"{URN}eid", f"{URN}itsme"
TELLING = f"acr_values={EID}+{ITSME}&max_age=7200"
"""Asks ACM to tell by which means and when somebody proved who he is."""

TOO_WEAK = (
    "U bent aangemeld met ‘itsme’, maar dat volstaat hier niet: "
    "Mijn e-loket vraagt een sterkere digitale sleutel."
)

pytestmark = needs_chromium


@pytest.fixture
def browser(new_page: Callable[[], Page], live_server: str) -> Page:
    """Give a browser; two e-lokets of one's own are registered, one of which takes the card only."""
    page = new_page()
    for file in (EXAMPLE, SECOND):
        registered = requests.post(
            f"{live_server}/acm/_mock/clients",
            data=file.encode(),
            headers={"Content-Type": "application/yaml"},
            timeout=30,
        )
        assert registered.status_code == 201, registered.text
    return page


def prove(page: Page, key: str) -> None:
    """Let Jan prove who he is with the eID or itsme, where ACM lets him choose a key."""
    go(page.locator(f"[data-key={key}] button"))
    page.fill("[name=number]", JAN.number.display)
    go(page.get_by_role("button", name="Verder"))
    if key == "eid":
        page.fill("[name=pin]", "1234")
    go(page.get_by_role("button", name="Aanmelden" if key == "eid" else "Bevestigen"))


def claims(page: Page) -> dict[str, Any]:
    """Return what the token says, as the page of an e-loket shows it."""
    assert page.url.endswith("/binnen"), page.inner_text("main")
    rows = page.locator("table tbody tr").all()
    return {
        row.locator("th").inner_text().strip(): json.loads(row.locator("td").inner_text()) for row in rows
    }


def standing(page: Page) -> dict[str, Any]:
    """Return who is signed in there and for whom, by the token."""
    told = claims(page)
    return {name: told.get(name) for name in ("sub", "vo_doelgroepcode", "vo_orgcode", "wv_orgcode", "acr")}


def keys_on(page: Page) -> set[str | None]:
    """Return the keys that a page offers."""
    return {key.get_attribute("data-key") for key in page.locator("[data-key]").all()}


def choices_on(page: Page) -> list[str | None]:
    """Return the identities that a page offers."""
    return [one.get_attribute("data-choice") for one in page.locator("[data-choice]").all()]


def test_one_browser_goes_from_eloket_to_eloket(browser: Page) -> None:
    page = browser
    as_director = {"vo_doelgroepcode": "EA", "vo_orgcode": DE_KADE.number, "wv_orgcode": DE_KADE.number}

    # Once with itsme, at KIOSK, which always lets one choose.
    page.goto("/kiosk/aanmelden")
    assert "U bent aangemeld" not in page.inner_text("main")
    prove(page, "itsme")
    assert choices_on(page) == [JAN.name, DE_KADE.name]
    go(page.get_by_role("button", name=DE_KADE.name))
    assert f"Aanvrager: {DE_KADE.name}" in page.inner_text("main")

    # The second opens at once, without a key and without a choice.
    page.goto(f"/eloket/tweede-eloket/aanmelden?{TELLING}")
    look(page, "sso-tweede-eloket")
    second = claims(page)
    sub = second["sub"]
    assert standing(page) == {"sub": sub, **as_director, "acr": ITSME}

    # The third takes the card only, and says why the key in use will not do.
    page.goto("/eloket/mijn-eloket/")
    go(page.get_by_role("link", name="Aanmelden").first)
    look(page, "sso-sterkere-sleutel")
    assert keys_on(page) == {"eid"}
    assert TOO_WEAK in page.inner_text("main")
    page.goto(f"/eloket/mijn-eloket/aanmelden?{TELLING}")
    prove(page, "eid")
    assert standing(page) == {"sub": sub, **as_director, "acr": EID}
    stronger = claims(page)
    assert stronger["auth_time"] >= second["auth_time"]

    # The stronger proof serves where a weaker one would do.
    page.goto(f"/eloket/wse-loket/aanmelden?acr_values={ITSME}&max_age=7200")
    assert standing(page) == {"sub": sub, **as_director, "acr": EID}
    assert claims(page)["auth_time"] == stronger["auth_time"]

    # Switching shows the choice that had been skipped, and asks no key.
    page.goto("/eloket/tweede-eloket/binnen")
    go(page.get_by_role("button", name="Wisselen van organisatie of persoon"))
    look(page, "sso-wisselen")
    assert keys_on(page) == set()
    assert choices_on(page) == [JAN.name, DE_KADE.name]
    go(page.get_by_role("button", name=JAN.name))
    assert standing(page) == {
        "sub": sub,
        "vo_doelgroepcode": "BUR",
        "vo_orgcode": None,
        "wv_orgcode": None,
        "acr": None,
    }
    page.goto("/eloket/mijn-eloket/binnen")
    assert standing(page) == {"sub": sub, **as_director, "acr": EID}, (
        "only the e-loket that switched was left"
    )

    # Logging out at one leaves the others open, and a new sign-in asks a key.
    page.goto("/eloket/tweede-eloket/binnen")
    go(page.get_by_role("button", name="Afmelden"))
    look(page, "sso-afgemeld")
    assert "U bent afgemeld" in page.inner_text("main")
    for name in ("mijn-eloket", "wse-loket"):
        page.goto(f"/eloket/{name}/binnen")
        assert standing(page) == {"sub": sub, **as_director, "acr": EID}
    page.goto("/kiosk/dossiers")
    assert f"Aanvrager: {DE_KADE.name}" in page.inner_text("main")
    page.goto("/eloket/tweede-eloket/binnen")
    assert keys_on(page) == {"eid", "itsme", "app", "sms"}
    assert "U bent aangemeld" not in page.inner_text("main")
