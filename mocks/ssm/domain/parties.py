"""The parties of a mandate: an organisation by its enterprise number, or a person by INSZ.

*Bron*: each side can be an organisation or a natural person (domain facts §5.1).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mocks.core.forms import shown
from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.ssm.domain.catalogue import BUR
from mocks.ssm.domain.facts import Organisation, Registered
from mocks.ssm.errors import MalformedParty, NoEnterpriseNumber


class Kind(StrEnum):
    """What a party is."""

    ORGANISATION = "organisation"
    PERSON = "person"


@dataclass(frozen=True)
class Party:
    """A mandator or a mandate holder, by its number."""

    number: EnterpriseNumber | Insz

    @classmethod
    def read(cls, text: str) -> Party:
        """Read a number, which tells by its length of what it is.

        Raises:
            MalformedParty: when it has the length of neither.
            NoEnterpriseNumber: for the number of an institution (six digits) or an OVO code.
            IdentifierRefusal: when the digits are wrong.
        """
        stripped = text.strip()
        digits = sum(sign.isascii() and sign.isdigit() for sign in stripped)
        if digits == 6:
            raise NoEnterpriseNumber(
                f"‘{shown(stripped)}’ is geen ondernemingsnummer. Een organisatie zonder ondernemingsnummer "
                "kan geen mandaat geven of krijgen; haar inrichtende macht doet dat voor haar."
            )
        if digits not in {9, 10, 11}:
            raise MalformedParty(
                f"‘{shown(stripped)}’ is geen ondernemingsnummer (10 cijfers) en geen rijksregister- of "
                "BIS-nummer (11 cijfers). Kijk het nummer na."
            )
        return cls(Insz(stripped) if digits == 11 else EnterpriseNumber(stripped))

    @property
    def kind(self) -> Kind:
        """What it is."""
        return Kind.PERSON if isinstance(self.number, Insz) else Kind.ORGANISATION

    @property
    def display(self) -> str:
        """The number as the screens show it."""
        return self.number.display

    def __str__(self) -> str:
        return str(self.number)


@dataclass(frozen=True)
class PartyFile:
    """A party as the KBO or the Rijksregister knows it; neither, when nobody has the number."""

    party: Party
    organisation: Organisation | None = None
    person: Registered | None = None

    @property
    def known(self) -> bool:
        """Whether somebody has the number."""
        return self.organisation is not None or self.person is not None

    @property
    def name(self) -> str:
        """The name, or the number when nobody has it."""
        if self.organisation is not None:
            return self.organisation.name
        return self.person.full_name if self.person is not None else self.party.display

    @property
    def target_group(self) -> str:
        """The target group; every person belongs to the citizens."""
        return self.organisation.target_group if self.organisation is not None else BUR

    def stopped_on(self, today: date) -> date | None:
        """Return since when an organisation has stopped, or None while it goes on."""
        found = self.organisation
        return found.stopped_on if found is not None and found.stopped(today) else None

    def deceased_on(self, today: date) -> date | None:
        """Return when a person has died, or None for who lives."""
        found = self.person
        return found.deceased_on if found is not None and found.deceased(today) else None
