"""What a row of checks looks at: one person at one e-loket, for himself or for one organisation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from mocks.acm.domain.eloket import Eloket
from mocks.acm.domain.facts import (
    Facts,
    Function,
    Mandate,
    Organisation,
    UserRight,
    WorkRelation,
    names_person,
)
from mocks.acm.domain.verdict import Check

RIJKSREGISTER = "Rijksregister"
CSAM = "CSAM"
KBO = "KBO"
IDM = "Gebruikersbeheer"
BTB = "Beheer der Toegangsbeheerders"
SSM = "Mandatenbeheer"
FILE = "Integratiedossier"


@dataclass(frozen=True)
class Case:
    """What one row of checks looks at.

    Attributes:
        organisation: on whose behalf, when that is an organisation that KBO knows.
        number: on whose behalf, by enterprise number or INSZ; None for the person himself.
        holder: through whose mandate, on the route of mandates.
    """

    facts: Facts
    eloket: Eloket
    today: date
    key: str | None
    organisation: Organisation | None = None
    number: str | None = None
    holder: str | None = None

    @property
    def for_organisation(self) -> bool:
        """Whether one acts for an organisation, not for oneself or another person."""
        return self.number is not None and not names_person(self.number)

    @property
    def group(self) -> str:
        """The target group of who is acted for, or an empty text when nobody knows it."""
        if not self.for_organisation:
            return "BUR"
        return self.organisation.target_group if self.organisation else ""

    @property
    def at_holder(self) -> Case:
        """The same person and day, looked at in the organisation that holds the mandate."""
        organisation = self.facts.organisations.get(self.holder or "")
        return replace(self, number=self.holder, organisation=organisation, holder=None)

    @property
    def mandates(self) -> tuple[Mandate, ...]:
        """The mandates from the mandator to this holder."""
        return tuple(
            one for one in self.facts.mandates if (one.mandator, one.holder) == (self.number, self.holder)
        )

    @property
    def fitting_mandates(self) -> tuple[Mandate, ...]:
        """Those of the type of this e-loket."""
        return tuple(one for one in self.mandates if one.type == self.eloket.mandate_type)

    @property
    def living_mandates(self) -> tuple[Mandate, ...]:
        """Those of them that are neither over nor stopped; all of them when there is no such one.

        Whose signature is awaited is nearer to a mandate than what became of the one before.
        """
        living = tuple(
            one
            for one in self.fitting_mandates
            if not one.period.ended(self.today) and not one.stopped(self.today)
        )
        return living or self.fitting_mandates

    @property
    def signed_mandates(self) -> tuple[Mandate, ...]:
        """Those of them that both parties signed."""
        return tuple(one for one in self.living_mandates if one.signed(self.today))

    @property
    def begun_mandates(self) -> tuple[Mandate, ...]:
        """Those of them that have begun."""
        return tuple(one for one in self.signed_mandates if one.period.begun(self.today))

    @property
    def unended_mandates(self) -> tuple[Mandate, ...]:
        """Those of them that have not ended."""
        return tuple(one for one in self.begun_mandates if not one.period.ended(self.today))

    @property
    def current_mandates(self) -> tuple[Mandate, ...]:
        """Those of them that were not stopped."""
        return tuple(one for one in self.unended_mandates if not one.stopped(self.today))

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
        return self.rights_named(self.eloket.right.name) if self.eloket.right else ()

    def rights_named(self, *names: str) -> tuple[UserRight, ...]:
        """Return the rights of these names on the work relations that are valid."""
        return tuple(right for one in self.current_relations for right in one.rights if right.name in names)

    @property
    def profiled_rights(self) -> tuple[UserRight, ...]:
        """Those of them that have the profile of this e-loket, where it asks one."""
        profile = self.eloket.right.profile if self.eloket.right else None
        return tuple(one for one in self.rights if profile is None or one.profile == profile)

    @property
    def begun_rights(self) -> tuple[UserRight, ...]:
        """Those of them that have begun."""
        return tuple(one for one in self.profiled_rights if one.period.begun(self.today))

    @property
    def unended_rights(self) -> tuple[UserRight, ...]:
        """Those of them that have not ended."""
        return tuple(one for one in self.begun_rights if not one.period.ended(self.today))

    @property
    def current_rights(self) -> tuple[UserRight, ...]:
        """Those of them that were not revoked."""
        return tuple(one for one in self.unended_rights if not one.revoked(self.today))

    @property
    def activated_rights(self) -> tuple[UserRight, ...]:
        """Those of them that their owner activated for this organisation, where that is needed."""
        return tuple(one for one in self.current_rights if one.activated(self.today))

    @property
    def name(self) -> str:
        """The name of who is acted for, or the number."""
        mandator = self.facts.mandators.get(self.number or "")
        if mandator is not None:
            return mandator.full_name
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
