"""From when others see a change.

*Bron*: domain facts §6.5, changes are visible the next day and those of a weekend on Tuesday.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from mocks.core.clock import next_publication_day

AT_ONCE = date.min
"""A change that others see at once is visible on every day, also when the clock is set back."""


class Delay(StrEnum):
    """How long a change takes before others see it (``kbo.delay``)."""

    NONE = "none"
    REAL = "real"


FactT = TypeVar("FactT")


@dataclass(frozen=True)
class Revision(Generic[FactT]):
    """A fact as registered, and from when others see it so."""

    fact: FactT
    visible_from: date

    def pending(self, today: date) -> bool:
        """Whether others do not see it yet."""
        return self.visible_from > today


def visible_from(delay: Delay, today: date) -> date:
    """Return the first day on which others see a change that is made today."""
    return next_publication_day(today) if delay is Delay.REAL else AT_ONCE


@dataclass(frozen=True)
class Coming:
    """A change that others do not see yet.

    Attributes:
        kind: enterprise or function.
        number: the number of the fact.
        visible_from: from when others see it.
        removed: whether the fact is then gone.
    """

    kind: str
    number: str
    visible_from: date
    removed: bool
