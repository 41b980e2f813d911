"""Who acts for a party, on which ground, and what the checks of it look at.

*Bron*: natural persons and legal representatives reach SSM directly; others need the right "SSM
Mandaatbeheerder" of IDM (csam.be, domain facts §5.1; webinar, seed 000).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mocks.core.identifiers import Insz
from mocks.ssm.domain.facts import Employment, Function, Organisation, Registered, UserRight, WorkRelation
from mocks.ssm.domain.parties import Party, PartyFile

MANAGER_RIGHT = "SSM Mandaatbeheerder"
"""The right in IDM of a mandate_manager, to the letter."""


class Ground(StrEnum):
    """Why somebody may conclude mandates for a party."""

    ONESELF = "oneself"
    LEGAL_REPRESENTATIVE = "legal_representative"
    MANDATE_MANAGER = "mandate_manager"

    @property
    def label(self) -> str:
        """What the pages call it."""
        return _LABELS[self]


_LABELS = {
    Ground.ONESELF: "Voor uzelf",
    Ground.LEGAL_REPRESENTATIVE: "Wettelijk vertegenwoordiger (KBO)",
    Ground.MANDATE_MANAGER: "Mandaatbeheerder (IDM)",
}


@dataclass(frozen=True)
class Agent:
    """Somebody who was found able to conclude mandates for a party: every use case asks for one.

    Attributes:
        insz: who.
        name: first name and surname.
        file: for which party, as the KBO or the Rijksregister knows it.
        ground: why.
    """

    insz: Insz
    name: str
    file: PartyFile
    ground: Ground

    @property
    def party(self) -> Party:
        """For which party."""
        return self.file.party


@dataclass(frozen=True)
class Case:
    """What the checks look at: one person and one party.

    Attributes:
        functions: those of the person in the organisation.
        holders: the enterprises that hold a function by which the person acts.
        employment: the person in IDM, with the work relations at this organisation only; None elsewhere.
    """

    insz: Insz
    person: Registered | None
    file: PartyFile
    functions: tuple[Function, ...]
    holders: Mapping[str, Organisation | None]
    employment: Employment | None
    today: date

    @property
    def who(self) -> str:
        """The name of the person, or the number."""
        return self.person.full_name if self.person else self.insz.display

    @property
    def representing(self) -> list[Function]:
        """The functions of a representing kind."""
        return [one for one in self.functions if one.representing]

    @property
    def current(self) -> list[Function]:
        """Those of them that hold today."""
        return [one for one in self.representing if one.period.holds_on(self.today)]

    @property
    def relations(self) -> tuple[WorkRelation, ...]:
        """The work relations of the person with the organisation."""
        return self.employment.relations if self.employment is not None else ()

    @property
    def rights(self) -> list[tuple[WorkRelation, UserRight]]:
        """The rights "SSM Mandaatbeheerder" of the person at the organisation."""
        return [(one, right) for one in self.relations for right in one.rights if right.name == MANAGER_RIGHT]

    @property
    def valid_rights(self) -> list[tuple[WorkRelation, UserRight]]:
        """Those of them that hold today."""
        return [
            (one, right)
            for one, right in self.rights
            if not right.revoked(self.today) and right.period.holds_on(self.today)
        ]
