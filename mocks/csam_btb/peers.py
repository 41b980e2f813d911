"""Whom CSAM asks: the Rijksregister."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from mocks.core.statements import Authority, Question
from mocks.core.visit import Visit

IDENTITY = Question("rijksregister", "identity")
"""Who is this, alive, and holding a Belgian eID?"""

Card = tuple[str, str, str]
"""Somebody whose card or phone lies in the drawer: INSZ, name, and a trait or nothing."""


class Directory(Protocol):
    """The cards in the drawer: who can be chosen on a sign-in page.

    A convenience that only a mock has; in reality a person brings the card or the phone along.
    """

    def __call__(self, search: str, /) -> Sequence[Card]:
        """Return at most 60 persons whose name or number holds ``search``; all when it is empty."""


@dataclass(frozen=True)
class Peers:
    """The answering ends that the composition root hands in.

    Attributes:
        identity: the Rijksregister's desk for ``IDENTITY``.
        directory: the cards in the drawer.
    """

    identity: Authority
    directory: Directory


PeersOf = Callable[[Visit], Peers]
