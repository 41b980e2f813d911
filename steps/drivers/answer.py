"""How the pages of an authority answer to what somebody did there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from steps.drivers.browser import Page


@dataclass(frozen=True)
class Answer:
    """The page that a person saw after an act."""

    page: Page

    @property
    def code(self) -> str:
        """Why the act was refused, as the page marks it; empty when nothing was."""
        return next((mark.data["code"] for mark in self.page.marked("code")), "")

    def accepted(self) -> Self:
        """Return this answer, for an act that has to succeed before the scenario can begin.

        Raises:
            AssertionError: when it was refused; the message shows the page.
        """
        assert self.code == "", f"{self.code}: {self.page.text[:1500]}"
        return self
