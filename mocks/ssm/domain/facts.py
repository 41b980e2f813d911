"""What SSM knows from others: organisations and functions (KBO), persons, work relations and rights (IDM)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mocks.core.clock import Period
from mocks.core.identifiers import Insz


@dataclass(frozen=True)
class Organisation:
    """An organisation with an enterprise number (*Bron*: KBO)."""

    number: str
    name: str
    target_group: str
    stopped_on: date | None

    def stopped(self, today: date) -> bool:
        """Whether it has stopped by ``today``: from the day on which it stopped."""
        return self.stopped_on is not None and self.stopped_on <= today


@dataclass(frozen=True)
class Registered:
    """A person (*Bron*: Rijksregister)."""

    insz: Insz
    given_name: str
    family_name: str
    deceased_on: date | None

    @property
    def full_name(self) -> str:
        """First name and surname."""
        return f"{self.given_name} {self.family_name}"

    def deceased(self, today: date) -> bool:
        """Whether the person has died by ``today``."""
        return self.deceased_on is not None and self.deceased_on <= today


@dataclass(frozen=True)
class Function:
    """A function of a person in an organisation (*Bron*: KBO)."""

    organisation: str
    label: str
    representing: bool
    period: Period
    through: str | None = None


@dataclass(frozen=True)
class UserRight:
    """A right on a work relation (*Bron*: IDM)."""

    name: str
    period: Period
    revoked_on: date | None = None

    def revoked(self, today: date) -> bool:
        """Whether it was revoked by ``today``: from the day on which that was done."""
        return self.revoked_on is not None and self.revoked_on <= today


@dataclass(frozen=True)
class WorkRelation:
    """A work relation of a person with an organisation, and the rights on it (*Bron*: IDM)."""

    organisation: str
    period: Period
    rights: tuple[UserRight, ...] = ()


@dataclass(frozen=True)
class Employment:
    """A person in IDM: whether the workflow has ended ("Actief"), and every work relation."""

    active: bool
    relations: tuple[WorkRelation, ...] = ()
