"""The driver of a simple e-loket: going there in a browser that may be signed in elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from steps.drivers.sign_in import Outcome

if TYPE_CHECKING:
    from steps.drivers.browser import Browser
    from steps.wires import Wire


@dataclass(frozen=True)
class Eloket:
    """One e-loket, in one browser."""

    wire: Wire
    browser: Browser
    name: str

    def enter(self, **parameters: str) -> Outcome:
        """Press the button to sign in, and see how far that leads; ``parameters`` go along to ACM."""
        self.browser.open(self.wire.url("eloket", f"/{self.name}/aanmelden"), **parameters)
        return self._arrived()

    def switch(self) -> Outcome:
        """Press the button to act for somebody else, where one is signed in."""
        self.inside()
        self.browser.press("Wisselen van organisatie of persoon")
        return self._arrived()

    def inside(self) -> Outcome:
        """Go straight to what is inside."""
        return Outcome(self.browser.open(self.wire.url("eloket", f"/{self.name}/binnen")))

    def _arrived(self) -> Outcome:
        page = self.browser.page
        offered = tuple(mark.data["choice"] for mark in page.marked("choice"))
        # Where nothing can be chosen, ACM's page tells the failed checks.
        stopped = page.status >= 400 or (page.marked("check") and not offered)
        return Outcome(page, page.text if stopped else "", offered)
