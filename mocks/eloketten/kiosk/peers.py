"""Whom KIOSK asks: the authentic sources of the name of an applicant.

*Bron*: contact data of the applicant come from the KBO and the Rijksregister (webinar).  By mandate the token
names the mandator by number only, so that the name is asked as well.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.core.languages import dated, say
from mocks.core.statements import Authority, Inquiry, Question
from mocks.core.visit import Visit
from mocks.eloketten.kiosk.domain.contacts import Authentic

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

    def authentic(self, number: EnterpriseNumber) -> Authentic | None:
        """Return what KBO says of an organisation today, or None when it knows none by this number."""
        facts = self._inquiry.ask(number)
        if facts is None:
            return None
        form, seat = facts["legal_form"], facts["address"]
        return Authentic(
            say("Kruispuntbank van Ondernemingen"),
            (
                (say("Naam"), str(facts["name"])),
                (say("Ondernemingsnummer"), number.display),
                (say("Rechtsvorm"), str(form["label"]) if form is not None else None),
                (say("Maatschappelijke zetel"), _line(seat) if seat is not None else None),
            ),
        )


class Identities:
    """What is this person called? (asked of the Rijksregister)."""

    question = Question("rijksregister", "identity")

    def __init__(self, visit: Visit, authority: Authority) -> None:
        self._inquiry = Inquiry(visit, self.question, AUDIENCE, authority)

    def name(self, insz: Insz) -> str | None:
        """Return the name of a person, or None when the register knows nobody by this number."""
        facts = self._inquiry.ask(insz)
        return f"{facts['given_name']} {facts['family_name']}" if facts is not None else None

    def authentic(self, insz: Insz) -> Authentic | None:
        """Return what the register says of a person today, or None when it knows nobody by this number.

        In reality it has the address as well; ours does not.
        """
        facts = self._inquiry.ask(insz)
        if facts is None:
            return None
        born = facts["birth_date"]
        return Authentic(
            say("Rijksregister"),
            (
                (say("Voornaam"), str(facts["given_name"])),
                (say("Naam"), str(facts["family_name"])),
                (say("Geboortedatum"), dated(date.fromisoformat(born)) if born is not None else None),
            ),
        )


def _line(seat: Mapping[str, Any]) -> str:
    box = f" bus {seat['box']}" if seat["box"] else ""
    abroad = f", {seat['country']}" if seat["country"] != "BE" else ""
    return f"{seat['street']} {seat['house_number']}{box}, {seat['postcode']} {seat['municipality']}{abroad}"


@dataclass(frozen=True)
class Peers:
    """Everybody whom KIOSK asks during one visit."""

    extracts: Extracts
    identities: Identities

    @classmethod
    def of(cls, visit: Visit, *, identity: Authority, extract: Authority) -> Peers:
        """Connect each question to the authority that answers it."""
        return cls(Extracts(visit, extract), Identities(visit, identity))
