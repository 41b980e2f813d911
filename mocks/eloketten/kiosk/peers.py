"""Whom KIOSK asks: the authentic sources of the name of an applicant.

*Bron*: contact data of the applicant come from the KBO and the Rijksregister (webinar).  By mandate the token
names the mandator by number only, so that the name is asked as well.
"""

from __future__ import annotations

from dataclasses import dataclass

from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.core.statements import Authority, Inquiry, Question
from mocks.core.visit import Visit

AUDIENCE = "kiosk"


class Extracts:
    """What is this organisation called? (asked of KBO)."""

    question = Question("kbo", "extract")

    def __init__(self, visit: Visit, authority: Authority) -> None:
        self._inquiry = Inquiry(visit, self.question, AUDIENCE, authority)

    def name(self, number: EnterpriseNumber) -> str | None:
        """Return the name of an organisation, or None when KBO knows none by this number."""
        facts = self._inquiry.ask(number)
        return str(facts["name"]) if facts is not None else None


class Identities:
    """What is this person called? (asked of the Rijksregister)."""

    question = Question("rijksregister", "identity")

    def __init__(self, visit: Visit, authority: Authority) -> None:
        self._inquiry = Inquiry(visit, self.question, AUDIENCE, authority)

    def name(self, insz: Insz) -> str | None:
        """Return the name of a person, or None when the register knows nobody by this number."""
        facts = self._inquiry.ask(insz)
        return f"{facts['given_name']} {facts['family_name']}" if facts is not None else None


@dataclass(frozen=True)
class Peers:
    """Everybody whom KIOSK asks during one visit."""

    extracts: Extracts
    identities: Identities

    @classmethod
    def of(cls, visit: Visit, *, identity: Authority, extract: Authority) -> Peers:
        """Connect each question to the authority that answers it."""
        return cls(Extracts(visit, extract), Identities(visit, identity))
