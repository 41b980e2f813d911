"""Debian's Chromium for tests: pages at the width of a phone and of a desk, without JavaScript.

Whoever needs it is skipped with a reason where it is not installed.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import requests

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Locator, Page

CHROMIUM = Path("/usr/bin/chromium")
SCREENS = Path("report/screens")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

needs_chromium = pytest.mark.skipif(
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
def width(request: pytest.FixtureRequest) -> int:
    """Give the width of the window, in pixels."""
    return int(request.param)


@pytest.fixture
def new_page(chromium: Browser, live_server: str, width: int) -> Iterator[Callable[[], Page]]:
    """Give what opens a browser of somebody else: a fresh profile, in a world as it was made."""
    assert requests.post(f"{live_server}/_mock/reset", timeout=30).status_code == 200
    opened = []

    def open_page() -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": 800}, java_script_enabled=False, base_url=live_server
        )
        opened.append(context)
        return context.new_page()

    yield open_page
    for context in opened:
        context.close()


@pytest.fixture
def page(new_page: Callable[[], Page]) -> Page:
    """Give an empty page."""
    return new_page()


def go(way: Locator) -> None:
    """Press what leads to another page, and wait until that page is whole.

    A click returns once the new page has begun to come, and what is then read may miss its end.
    """
    with way.page.expect_navigation():
        way.click()


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
