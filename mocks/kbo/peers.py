"""Whom the KBO asks: the Rijksregister, for the names of the persons who hold a function.

*Bron*: the KBO shows name and first name of function holders, which it takes from the Rijksregister.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mocks.core.identifiers import Insz
from mocks.core.statements import Authority, Inquiry, Question
from mocks.core.visit import Visit

IDENTITY = Question("rijksregister", "identity")


@dataclass(frozen=True)
class Peers:
    """The answering ends of what the KBO asks, handed in by the composition root."""

    identity: Authority


@dataclass(frozen=True)
class PersonName:
    """The name of a person, as the Rijksregister states it."""

    given_name: str
    family_name: str


class Identities:
    """Asks who somebody is."""

    def __init__(self, visit: Visit, peers: Peers) -> None:
        """Ask within ``visit``."""
        self._inquiry = Inquiry(visit, IDENTITY, "kbo", peers.identity)

    def lives(self, person: Insz, day: date) -> bool | None:
        """Return whether somebody lives on ``day``, or None when the Rijksregister knows nobody."""
        facts = self._inquiry.ask(person)
        if facts is None:
            return None
        deceased_on = facts.get("deceased_on")
        return deceased_on is None or date.fromisoformat(deceased_on) > day

    def name(self, person: Insz) -> PersonName | None:
        """Return the name of a person, or None when the Rijksregister knows nobody by this number."""
        facts = self._inquiry.ask(person)
        return PersonName(facts["given_name"], facts["family_name"]) if facts is not None else None
