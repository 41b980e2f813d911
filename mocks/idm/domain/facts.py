"""What IDM knows from others: organisations and functions (KBO), appointments (BTB)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mocks.core.clock import Period
from mocks.core.identifiers import EnterpriseNumber


@dataclass(frozen=True)
class Organisation:
    """An organisation with an enterprise number (*Bron*: KBO)."""

    number: EnterpriseNumber
    name: str
    target_group: str
    stopped_on: date | None

    def stopped(self, today: date) -> bool:
        """Whether it has stopped by ``today``: from the day on which it stopped."""
        return self.stopped_on is not None and self.stopped_on <= today


@dataclass(frozen=True)
class Function:
    """A function of a person in an organisation (*Bron*: KBO)."""

    organisation: str
    label: str
    representing: bool
    period: Period
    through: str | None = None


class Role(StrEnum):
    """What somebody is appointed as in BTB."""

    MAIN_ACCESS_MANAGER = "main_access_manager"
    ACCESS_MANAGER = "access_manager"


@dataclass(frozen=True)
class Appointment:
    """An appointment in BTB (*Bron*: CSAM).

    Attributes:
        organisation: enterprise number.
        role: main access manager, or access manager of one domain.
        domain: the code of the domain; ``all`` for every domain.
        period: from when to when.
        waiting: whether the appointee has not signed in yet, so that it gives nothing.
    """

    organisation: str
    role: Role
    domain: str | None
    period: Period
    waiting: bool
