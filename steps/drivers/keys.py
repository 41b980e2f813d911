"""The driver of "Mijn digitale sleutels": activate and remove keys, over its pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mocks.cast import Personage
    from steps.drivers.browser import Browser, Page
    from steps.wires import Wire

PHONE = "+32 470 00 00 01"


@dataclass
class MyKeys:
    """Manages the keys of one person, in one browser."""

    wire: Wire
    browser: Browser

    def open(self, person: Personage) -> Page:
        """Go to the page of one's own keys, signing in with the eID."""
        self.browser.open(self.wire.url("csam", "/sleutels"))
        self.browser.choose("key", "eid")
        self.browser.press("Verder", number=str(person.number))
        return self.browser.press("Aanmelden", pin="1234")

    def activate(self, person: Personage, key: str) -> Page:
        """Activate a key, confirming it with what the simulated phone shows."""
        self.open(person)
        self.browser.open(self.wire.url("csam", f"/sleutels/activeren/{key}"))
        page = self.browser.press("Activeren", **({"phone": PHONE} if key == "sms" else {}))
        if key == "itsme":
            return self.browser.press("Bevestigen")
        return self.browser.press("Bevestigen", code=page.marked("digits")[0].data["digits"])

    def remove(self, person: Personage, key: str) -> Page:
        """Remove a key and confirm that."""
        page = self.open(person)
        form = next(form for form in page.forms if form.action.endswith(f"/verwijderen/{key}"))
        return self.browser.send(form)
