"""What the organisations of a population are: invented, or those of KBO Open Data."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from load.names import names_of
from load.numbers import mixed
from load.people import Population
from mocks.kbo.domain import (
    LEGAL_FORMS,
    Address,
    Coded,
    Contact,
    Denomination,
    Enterprise,
    ForeignRegistration,
    Kind,
    TargetGroup,
)

BANKRUPT = "050"
"""*Bron*: domain facts §6.3, where the code is likely."""


class Enterprises(Protocol):
    """Where organisations come from."""

    def enterprise(self, organisation: int) -> Enterprise:
        """Return the enterprise that the organisation at a place is."""


class Invented:
    """Organisations that do not exist, in numbers that none can have."""

    def __init__(self, population: Population) -> None:
        """Invent those of a population."""
        self._all = population
        self._names = names_of(population.seed)

    def enterprise(self, organisation: int) -> Enterprise:
        """Return the enterprise that the organisation at a place is."""
        local = self._all.target_group(organisation) == TargetGroup.LOCAL_GOVERNMENT
        abroad = organisation >= self._all.ordinary + self._all.local_governments
        natural = self._all.natural_person(organisation)
        form = "411" if local else "030" if abroad else "017"
        street, house, postcode, municipality = self._names.address(organisation)
        title = self._names.organisation(organisation, "" if natural else "Ltd" if abroad else "vzw")
        return Enterprise(
            number=self._all.number_of(organisation),
            names=(Denomination(f"Gemeente {title.split()[1]} {organisation + 1}" if local else title),),
            start_date=date(1995 + mixed(self._all.seed, "founded", organisation) % 25, 3, 1),
            target_group=TargetGroup.LOCAL_GOVERNMENT if local else TargetGroup.ENTERPRISE,
            kind=Kind.NATURAL_PERSON if natural else Kind.LEGAL_PERSON,
            legal_form=None if natural else Coded(form, LEGAL_FORMS[form]),
            address=Address("Brightwater Quay", house, "T12", "Cork", country="IE")
            if abroad
            else Address(street, house, postcode, municipality),
            contact=Contact(email=f"info@organisatie-{organisation + 1}.example"),
            foreign_registration=ForeignRegistration("IE", f"IE-{organisation + 1:07}") if abroad else None,
        )


class Mixed:
    """The ordinary organisations as the KBO has them, and invented ones for the others."""

    def __init__(self, population: Population, registered: Enterprises) -> None:
        """Take the ordinary ones from ``registered``."""
        self._ordinary = population.ordinary
        self._registered, self._invented = registered, Invented(population)

    def enterprise(self, organisation: int) -> Enterprise:
        """Return the enterprise that the organisation at a place is."""
        own = self._registered if organisation < self._ordinary else self._invented
        return own.enterprise(organisation)


def representing(enterprise: Enterprise) -> str:
    """Return the code of a function by which somebody represents an enterprise."""
    if enterprise.target_group is TargetGroup.LOCAL_GOVERNMENT:
        return "10010"
    if enterprise.kind is Kind.NATURAL_PERSON:
        return "10012"
    # After a bankruptcy the court's curator acts in the place of the directors.
    return "90001" if enterprise.legal_situation.code == BANKRUPT else "10002"
