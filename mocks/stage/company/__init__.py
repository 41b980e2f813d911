"""What the composition root hands to the stage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from mocks.cast import Cast
from mocks.core.visit import Visit
from mocks.stage.company.readiness import AskReadiness
from mocks.stage.domain.elokets import OwnEloket


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


class Identity(Protocol):
    """In which capacity somebody can be at an e-loket."""

    @property
    def key(self) -> str:
        """How ``mock_identity`` names it."""

    @property
    def code(self) -> str | None:
        """The number of the organisation, or None for the person himself."""

    @property
    def name(self) -> str:
        """The name of whom the person acts for."""

    @property
    def route(self) -> str:
        """The way by which."""


class Identities(Protocol):
    """Says which identities a person can take at an e-loket, today."""

    def __call__(self, visit: Visit, number: str, at: str) -> Sequence[Identity]:
        """Return them, the person himself first."""


class OwnElokets(Protocol):
    """The e-lokets that did not come with Proefloket: listed, registered and removed."""

    def every(self, visit: Visit) -> Sequence[OwnEloket]:
        """Return them, by client_id."""

    def register(self, visit: Visit, text: str) -> str:
        """Register an integration file in YAML; return the client_id.

        Raises:
            Refusal: naming the field that is wrong and the repair.
        """

    def remove(self, visit: Visit, client_id: str) -> None:
        """Remove one; nothing happens when it went already."""


@dataclass(frozen=True)
class Company:
    """Everything that the stage shows and did not make itself."""

    cast: Cast
    explain: Explain
    identities: Identities
    readiness: AskReadiness
    facts: FactBook
    elokets: OwnElokets
