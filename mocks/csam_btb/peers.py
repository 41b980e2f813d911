"""Whom CSAM asks: the Rijksregister who somebody is, and the KBO for whom somebody may decide in BTB."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from mocks.core.clock import Period
from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.core.statements import Authority, Inquiry, Question
from mocks.core.visit import Visit
from mocks.csam_btb.domain.representing import Enterprise, Function

IDENTITY = Question("rijksregister", "identity")
"""Who is this, alive, and holding a Belgian eID?"""

FUNCTIONS = Question("kbo", "functions")
"""By which functions does this person act, and where?"""

EXTRACT = Question("kbo", "extract")
"""What is this enterprise, and does it exist still?"""

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
        functions: the KBO's desk for ``FUNCTIONS``.
        extract: the KBO's desk for ``EXTRACT``.
        directory: the cards in the drawer.
    """

    identity: Authority
    functions: Authority
    extract: Authority
    directory: Directory


PeersOf = Callable[[Visit], Peers]


class Functions:
    """Which functions does this person hold, and where? (asked of the KBO)."""

    def __init__(self, visit: Visit, peers: Peers) -> None:
        """Ask within ``visit``."""
        self._inquiry = Inquiry(visit, FUNCTIONS, "csam", peers.functions)

    def held_by(self, insz: Insz) -> tuple[Function, ...]:
        """Return the functions of a person, ended and coming ones included."""
        facts = self._inquiry.ask(insz) or {"functions": []}
        return tuple(
            Function(
                enterprise=one["enterprise_number"],
                label=one["label"],
                representing=one["representing"],
                period=Period(
                    date.fromisoformat(one["begin"]),
                    date.fromisoformat(one["end"]) if one["end"] is not None else None,
                ),
                through=one["through"],
            )
            for one in facts["functions"]
        )


class Extracts:
    """What is this enterprise? (asked of the KBO)."""

    def __init__(self, visit: Visit, peers: Peers) -> None:
        """Ask within ``visit``."""
        self._inquiry = Inquiry(visit, EXTRACT, "csam", peers.extract)

    def enterprise(self, number: str) -> Enterprise | None:
        """Return the enterprise with this number, or None when the KBO knows none."""
        facts = self._inquiry.ask(number)
        if facts is None:
            return None
        stopped_on = facts["stopped_on"]
        return Enterprise(
            number=EnterpriseNumber(number),
            name=facts["name"],
            stopped_on=date.fromisoformat(stopped_on) if stopped_on is not None else None,
        )
