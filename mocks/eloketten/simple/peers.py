"""Whom the e-lokets ask: what they agreed with ACM, each for itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from mocks.eloketten.simple.domain import Agreement


@dataclass(frozen=True)
class Peers:
    """Everybody whom the e-lokets ask during one visit.

    Attributes:
        agreement: what the e-loket of this client_id agreed with ACM, or None when there is none.
        agreements: all of them, by client_id.
    """

    agreement: Callable[[str], Agreement | None]
    agreements: Callable[[], Sequence[Agreement]]
