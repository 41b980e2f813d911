"""What BTB learns from the KBO: the functions of a person, and what an enterprise is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mocks.core.clock import Period
from mocks.core.identifiers import EnterpriseNumber


@dataclass(frozen=True)
class Function:
    """A function that a person holds in an enterprise.

    Attributes:
        enterprise: the enterprise number.
        label: what the KBO calls it.
        representing: whether this kind of function represents the enterprise.
        period: from when to when; the end date is the last valid day.
        through: the enterprise that holds it, when the person is its permanent representative.
    """

    enterprise: str
    label: str
    representing: bool
    period: Period
    through: str | None = None


@dataclass(frozen=True)
class Enterprise:
    """An enterprise as its extract says it.

    Attributes:
        number: the enterprise number.
        name: the name that it goes by.
        stopped_on: the day on which it stopped, or None while it is active.
    """

    number: EnterpriseNumber
    name: str
    stopped_on: date | None = None

    def stopped(self, day: date) -> bool:
        """Return whether it has stopped: from the day on which it stopped."""
        return self.stopped_on is not None and self.stopped_on <= day
