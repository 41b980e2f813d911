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
        page = self.browser.open(self.wire.url("eloket", f"/{self.name}/aanmelden"), **parameters)
        offered = tuple(mark.data["choice"] for mark in page.marked("choice"))
        return Outcome(page, page.text if page.status >= 400 else "", offered)

    def inside(self) -> Outcome:
        """Go straight to what is inside."""
        return Outcome(self.browser.open(self.wire.url("eloket", f"/{self.name}/binnen")))
