"""What a row of checks looks at: one person at one e-loket, for himself or for one organisation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from mocks.acm.domain.eloket import Eloket
from mocks.acm.domain.facts import Facts, Function, Organisation, UserRight, WorkRelation
from mocks.acm.domain.verdict import Check

RIJKSREGISTER = "Rijksregister"
CSAM = "CSAM"
KBO = "KBO"
IDM = "Gebruikersbeheer"
BTB = "Beheer der Toegangsbeheerders"
FILE = "Integratiedossier"


@dataclass(frozen=True)
class Case:
    """What one row of checks looks at."""

    facts: Facts
    eloket: Eloket
    today: date
    key: str | None
    organisation: Organisation | None = None
    number: str | None = None

    @property
    def held(self) -> tuple[Function, ...]:
        """The functions of the person in this organisation."""
        return self.facts.functions_in(self.number or "")

    @property
    def representing(self) -> tuple[Function, ...]:
        """Those of a representing kind."""
        return tuple(function for function in self.held if function.representing)

    @property
    def begun(self) -> tuple[Function, ...]:
        """Those of them that have begun."""
        return tuple(one for one in self.representing if one.period.begun(self.today))

    @property
    def current(self) -> tuple[Function, ...]:
        """Those of them that have not ended."""
        return tuple(one for one in self.begun if not one.period.ended(self.today))

    @property
    def acting(self) -> tuple[Function, ...]:
        """Those of them whose holding enterprise, if any, is active."""
        return tuple(one for one in self.current if self._holder_active(one))

    @property
    def relations(self) -> tuple[WorkRelation, ...]:
        """The work relations of the person with this organisation."""
        return self.facts.relations_with(self.number or "")

    @property
    def begun_relations(self) -> tuple[WorkRelation, ...]:
        """Those that have begun."""
        return tuple(one for one in self.relations if one.period.begun(self.today))

    @property
    def current_relations(self) -> tuple[WorkRelation, ...]:
        """Those of them that have not ended."""
        return tuple(one for one in self.begun_relations if not one.period.ended(self.today))

    @property
    def rights(self) -> tuple[UserRight, ...]:
        """The rights for this e-loket on those relations."""
        wanted = self.eloket.right.name if self.eloket.right else None
        return tuple(right for one in self.current_relations for right in one.rights if right.name == wanted)

    @property
    def begun_rights(self) -> tuple[UserRight, ...]:
        """Those of them that have begun."""
        return tuple(one for one in self.rights if one.period.begun(self.today))

    @property
    def unended_rights(self) -> tuple[UserRight, ...]:
        """Those of them that have not ended."""
        return tuple(one for one in self.begun_rights if not one.period.ended(self.today))

    @property
    def current_rights(self) -> tuple[UserRight, ...]:
        """Those of them that were not revoked."""
        return tuple(
            one for one in self.unended_rights if one.revoked_on is None or one.revoked_on > self.today
        )

    @property
    def name(self) -> str:
        """The name of the organisation, or its number."""
        return self.organisation.name if self.organisation else (self.number or "")

    @property
    def who(self) -> str:
        """The name of the person, or the number."""
        person = self.facts.person
        return person.full_name if person else self.facts.insz.display

    def _holder_active(self, function: Function) -> bool:
        if function.through is None:
            return True
        holder = self.facts.organisations.get(function.through)
        return holder is not None and not stopped(holder, self.today)


Rule = Callable[[Case], Check]


def stopped(organisation: Organisation, today: date) -> bool:
    """Return whether an organisation has stopped: from the day on which it stopped."""
    return organisation.stopped_on is not None and organisation.stopped_on <= today
