"""What the composition root hands to the stage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from mocks.cast import Cast
from mocks.core.visit import Visit


class Explanation(Protocol):
    """Why somebody may or may not act at an e-loket."""

    def members(self) -> dict[str, Any]:
        """Return it as the control API gives it."""


class Explain(Protocol):
    """Explains who may act for whom."""

    def __call__(self, visit: Visit, who: str, on_behalf_of: str, at: str, key: str | None) -> Explanation:
        """Say why ``who`` may or may not act ``on_behalf_of`` somebody at an e-loket."""


class FactBook(Protocol):
    """Every fact of a world, out and in."""

    def export(self, visit: Visit) -> dict[str, Any]:
        """Return all facts by system, kind and number."""

    def load(self, visit: Visit, facts: Mapping[str, Any]) -> int:
        """Put facts as exported; return how many."""


@dataclass(frozen=True)
class Company:
    """Everything that the stage shows and did not make itself."""

    cast: Cast
    explain: Explain
    facts: FactBook
