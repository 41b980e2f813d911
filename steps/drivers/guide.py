"""The driver of the guide, which leads an applicant to his steps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from steps.drivers.browser import Browser, Page
    from steps.wires import Wire


@dataclass(frozen=True)
class Guidance:
    """What the guide answers."""

    page: Page

    @property
    def refused(self) -> bool:
        """Whether the question was refused, with a sentence."""
        return 400 <= self.page.status < 500 and bool(self.page.marked("code"))

    def state(self, step: str) -> str | None:
        """Return how far the step is whose title begins so, or None when it is not shown."""
        found = [
            mark.data["state"] for mark in self.page.marked("step") if mark.data["step"].startswith(step)
        ]
        return found[0] if found else None


@dataclass
class Guide:
    """Follows the guide as anybody can."""

    wire: Wire
    browser: Browser

    def follow(self, kind: str, whom: str, way: str = "") -> Guidance:
        """Say who the applicant is and what he has, over the forms."""
        self.browser.open(self.wire.url("stage", "/leidraad"))
        self.browser.press("Verder", wie=kind)
        return Guidance(self.browser.press("Toon de stappen", nummer=whom, weg=way))
