"""The first case in a real browser, at the width of a phone and of a desk, without JavaScript.

Skipped with a reason where Debian's Chromium is not installed.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import requests

from mocks.cast import load_cast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

CHROMIUM = Path("/usr/bin/chromium")
SCREENS = Path("report/screens")
CAST = load_cast()
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

pytestmark = pytest.mark.skipif(
    not CHROMIUM.exists(), reason="Debian's chromium is not installed; .ci/run installs it"
)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Give Debian's Chromium, without a window."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  # only where Chromium is

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(params=[360, 1280], ids=["phone", "desk"])
def page(request: pytest.FixtureRequest, chromium: Browser, live_server: str) -> Iterator[Page]:
    """Give an empty page in a fresh profile, in a world as it was made."""
    assert requests.post(f"{live_server}/_mock/reset", timeout=30).status_code == 200
    context = chromium.new_context(
        viewport={"width": request.param, "height": 800}, java_script_enabled=False, base_url=live_server
    )
    yield context.new_page()
    context.close()


def look(page: Page, name: str) -> None:
    """Keep a picture of the page; nothing on it may stick out sideways."""
    width = page.viewport_size["width"] if page.viewport_size else 0
    SCREENS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SCREENS / f"{name}-{width}.png", full_page=True)
    sticking_out = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    assert sticking_out == 0, f"{name} is {sticking_out} pixels too wide at {width}"
    assert "Dit is een testomgeving" in page.inner_text("body")


def prove_by_eid(page: Page, persona: str) -> None:
    """Sign in at KIOSK with the eID of a personage, up to the choice of identity."""
    page.goto("/kiosk/")
    look(page, "kiosk-start")
    page.get_by_role("link", name="Aanmelden").first.click()
    look(page, "acm-sleutels")
    page.locator("[data-key=eid] button").click()
    look(page, "fas-kaart")
    page.fill("[name=number]", CAST.people[persona].number.display)
    page.get_by_role("button", name="Verder").click()
    look(page, "fas-pincode")
    page.fill("[name=pin]", "1234")
    page.get_by_role("button", name="Aanmelden").click()
    look(page, f"acm-namens-{persona}")


def test_the_director_of_de_kade_reaches_its_dossiers(page: Page) -> None:
    prove_by_eid(page, "jan")
    assert page.locator("[data-choice]").count() == 2
    page.get_by_role("button", name="Theater De Kade vzw").click()
    look(page, "kiosk-dossiers")
    assert "Aanvrager: Theater De Kade vzw" in page.inner_text("main")
    assert "KD-2020-0212" in page.inner_text("main")
    page.get_by_role("button", name="Wisselen van organisatie of persoon").click()
    page.get_by_role("button", name="Jan Peeters").click()
    assert "Aanvrager: Jan Peeters" in page.inner_text("main")
    page.get_by_role("button", name="Afmelden").click()
    look(page, "kiosk-afgemeld")
    page.goto("/kiosk/dossiers")
    assert page.locator("[data-key=eid]").count() == 1


@pytest.mark.parametrize(
    ("persona", "organisation", "failed"),
    [
        ("dirk", "de-kade", "De functie is niet beëindigd"),
        ("piet", "stilte", "De organisatie is actief"),
        ("tom", "de-kade", "De persoon heeft een functie in de organisatie"),
    ],
)
def test_who_represents_nobody_is_offered_himself_and_told_why(
    page: Page, persona: str, organisation: str, failed: str
) -> None:
    prove_by_eid(page, persona)
    offered = [choice.get_attribute("data-choice") for choice in page.locator("[data-choice]").all()]
    assert offered == [CAST.people[persona].name]
    number = CAST.organisations[organisation].number
    assert number is not None
    page.fill("[name=organisatie]", number.display)
    page.get_by_role("button", name="Toon waarom").click()
    look(page, f"acm-waarom-{persona}")
    assert page.locator("[data-holds=no]").first.get_attribute("data-check") == failed
    assert "1700" in page.inner_text("main")


def test_a_choice_of_one_key_leads_through_the_app(page: Page) -> None:
    page.goto("/kiosk/aanmelden")
    page.locator("[data-key=itsme] button").click()
    page.fill("[name=number]", CAST.people["jan"].number.display)
    page.get_by_role("button", name="Verder").click()
    look(page, "fas-itsme")
    page.get_by_role("button", name="Bevestigen").click()
    assert page.locator("[data-choice]").count() == 2


def test_the_stage_signs_a_personage_in_with_one_click(page: Page) -> None:
    page.goto("/")
    look(page, "toneel")
    page.get_by_role("link", name="KIOSK namens Theater De Kade vzw").first.click()
    assert "Vertegenwoordiger: Jan Peeters" in page.inner_text("main")
