"""The driver of FAS, as the pages of CSAM send people there: prove who one is, and come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mocks.cast import Personage
    from steps.drivers.browser import Browser

RIGHT_PIN = "1234"


def prove(browser: Browser, person: Personage) -> None:
    """Prove who one is, with the eID or else the app, in a browser that stands at FAS."""
    browser.choose("key", "eid" if person.belgian_eid else "app")
    page = browser.press("Verder", number=str(person.number))
    if person.belgian_eid:
        browser.press("Aanmelden", pin=RIGHT_PIN)
    else:
        browser.press("Aanmelden", code=page.marked("digits")[0].data["digits"])
