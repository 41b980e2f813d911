"""What lists are asked and given: one search at a time, in pieces."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from mocks.ssm.domain.mandates import Frame, Mandate, MandateNumber, Side
from mocks.ssm.domain.parties import Party
from mocks.ssm.errors import MalformedCursor, MalformedNumber, OneSearchAtATime

ItemT = TypeVar("ItemT")

MOST_PER_PAGE = 100
MOST_AT_ONCE = 100
"""Mandates that are signed or stopped in one go (a limit of ours)."""


@dataclass(frozen=True)
class Page(Generic[ItemT]):
    """A piece of a list.

    There is no total and no page number: counting or skipping would grow with the list.

    Attributes:
        items: what is shown.
        next: give it back as ``after`` for the following piece; None at the end.
    """

    items: tuple[ItemT, ...]
    next: str | None


@dataclass(frozen=True)
class Search:
    """Which mandates of a party are asked; without anything, all of them, the newest first.

    Attributes:
        side: only those in which the party is this; None for both.
        frame: only those in this frame, the one that ends first in front (``passed``: the last one).
        other: only those with this other party, the one that counts longest in front.
        changed_since: only those changed on this day or later, the last change in front.
    """

    side: Side | None = None
    frame: Frame | None = None
    other: Party | None = None
    changed_since: date | None = None

    def __post_init__(self) -> None:
        """Refuse what no index leads to.

        Raises:
            OneSearchAtATime: when more than one of frame, other party and "changed since" is asked.
        """
        if sum(one is not None for one in (self.frame, self.other, self.changed_since)) > 1:
            raise OneSearchAtATime(
                "Zoek op één ding tegelijk: een kader, een nummer of ‘gewijzigd sinds’. Laat de andere weg."
            )

    @property
    def ascending(self) -> bool:
        """Whether the earliest day comes first."""
        return self.frame not in {None, Frame.PASSED}


@dataclass(frozen=True, order=True)
class Place:
    """A place in a list: the day by which it is ordered, and the number of the mandate."""

    day: date
    number: str

    @classmethod
    def read(cls, after: str | None) -> Place | None:
        """Read the ``next`` of a piece, or None for the first piece.

        Raises:
            MalformedCursor: when it is none.
        """
        if not after:
            return None
        day, _, number = after.partition("~")
        try:
            if not (day.isascii() and len(day) == 10):
                raise ValueError(day)
            found = cls(date.fromisoformat(day), str(MandateNumber.parse(number)))
        except (ValueError, MalformedNumber):
            raise MalformedCursor(
                "Deze plaats in de lijst bestaat niet. Begin opnieuw bij het begin."
            ) from None
        return found

    def __str__(self) -> str:
        return f"{self.day.isoformat()}~{self.number}"


@dataclass(frozen=True)
class Chosen:
    """One of several mandates that are signed or stopped at once; ``seen`` is its revision then."""

    number: MandateNumber
    seen: int | None = None


@dataclass(frozen=True)
class Outcome:
    """What came of one of several: the mandate, or why it was refused."""

    number: MandateNumber
    mandate: Mandate | None
    code: str = ""
    sentence: str = ""
