"""Work relations: who works for which organisation, in which category, from when to when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from mocks.core.clock import Period
from mocks.core.forms import date_text, shown
from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.idm.errors import (
    EndBeforeBegin,
    EndInThePast,
    MalformedNumber,
    NotLonger,
    NotShorter,
    UnknownCategory,
    WorkRelationEnded,
    WorkRelationOverlaps,
    WorkRelationTooLong,
)

MOST_YEARS = 10
"""*Bron*: "Maximumperiode = 10 jaar" (seed 004): 26/06/2018–26/06/2028 is allowed, a day more is not."""


class Category(StrEnum):
    """The kind of user.  *Bron*: "Vaste Medewerker" (seed 004); the others: domain facts §4."""

    CIVIL_SERVANT = "Ambtenaar"
    PERMANENT = "Vaste Medewerker"
    EXTERNAL = "Externe medewerker"
    OCCASIONAL = "Occasionele medewerker"

    @classmethod
    def read(cls, text: str) -> Category:
        """Return the category with this label, in any capitals.

        Raises:
            UnknownCategory: when there is none.
        """
        for category in cls:
            if category.value.casefold() == text.strip().casefold():
                return category
        raise UnknownCategory(
            f"‘{shown(text)}’ is geen categorie. Kies {', '.join(one.value for one in cls)}."
        )


@dataclass(frozen=True, order=True)
class RelationNumber:
    """What names one work relation: the person, the organisation, and which of theirs, from 1 on."""

    person: Insz
    organisation: EnterpriseNumber
    counter: int

    @classmethod
    def of(cls, person: str, organisation: str, counter: int) -> RelationNumber:
        """Return the number made of these texts."""
        return cls(Insz(person), EnterpriseNumber(organisation), counter)

    @classmethod
    def parse(cls, text: str) -> RelationNumber:
        """Read ``<INSZ>-<enterprise number>-<counter>``; without a counter it is the first.

        Raises:
            MalformedNumber: when these parts are not there.
            IdentifierRefusal: when a number is none.
        """
        parts = text.split("-")
        if len(parts) == 2:
            parts.append("1")
        if len(parts) != 3 or not is_counter(parts[2]):
            raise MalformedNumber(
                f"‘{shown(text)}’ noemt geen werkrelatie. Schrijf rijksregisternummer-ondernemingsnummer-"
                "volgnummer, zoals 85031900072-0110041748-1."
            )
        return cls(Insz(parts[0]), EnterpriseNumber(parts[1]), int(parts[2]))

    def __str__(self) -> str:
        return f"{self.person}-{self.organisation}-{self.counter}"


@dataclass(frozen=True)
class WorkRelation:
    """A person's relation with an organisation, inside one target group.

    Attributes:
        number: which one.
        target_group: of the organisation when it was coupled.
        category: the kind of user.
        period: from when to when; the end date is the last valid day.
        phone: in the format +3212345678, or None for one that was put without.
        email: or None likewise.
        revision: raised by every change; give it back as ``seen`` to notice that somebody else was first.
    """

    number: RelationNumber
    target_group: str
    category: Category
    period: Period
    phone: str | None
    email: str | None
    revision: int = 1

    @property
    def end(self) -> date:
        """The last valid day; a work relation always has one."""
        assert self.period.end is not None, "IDM writes no open end"
        return self.period.end

    def holds_on(self, day: date) -> bool:
        """Whether the relation is valid on a day."""
        return self.period.holds_on(day)


def is_counter(text: str) -> bool:
    """Return whether a text is a counter in the number of a work relation or right."""
    return text.isascii() and text.isdigit() and len(text) <= 6 and int(text) > 0


def years_later(day: date, years: int) -> date:
    """Return the same day so many years later; 28 February for a 29th that is not there."""
    year = min(day.year + years, 9999)
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)


def default_end(begin: date) -> date:
    """Return the end that the screen proposes: ten years later.  *Bron*: seed 004."""
    return years_later(begin, MOST_YEARS)


def require_order(begin: date, end: date) -> None:
    """Check that a period has a day.

    Raises:
        EndBeforeBegin: when the end lies before the begin.
    """
    if end < begin:
        raise EndBeforeBegin(
            f"De einddatum {date_text(end)} valt voor de begindatum {date_text(begin)}. Kijk beide datums na."
        )


def require_not_past(end: date, today: date) -> None:
    """Check that an end date has not passed.

    Raises:
        EndInThePast: when it has.
    """
    if end < today:
        raise EndInThePast(
            f"De einddatum {date_text(end)} is voorbij. Kies vandaag ({date_text(today)}) of later."
        )


def require_ten_years(begin: date, end: date) -> None:
    """Check that a work relation is not too long.

    Raises:
        WorkRelationTooLong: beyond ten years; exactly ten years is allowed.
    """
    latest = default_end(begin)
    if end > latest:
        raise WorkRelationTooLong(
            f"Een werkrelatie duurt hoogstens {MOST_YEARS} jaar: vanaf {date_text(begin)} tot en met "
            f"{date_text(latest)}. Kies een vroegere einddatum."
        )


def check_new(period: Period, others: Iterable[WorkRelation], today: date) -> None:
    """Check a work relation before it is made.

    Raises:
        EndBeforeBegin, WorkRelationTooLong, EndInThePast: by its dates.
        WorkRelationOverlaps: when the person works there on some of these days already.
    """
    end = period.end or default_end(period.begin)
    require_order(period.begin, end)
    require_ten_years(period.begin, end)
    require_not_past(end, today)
    for other in others:
        if other.period.begin <= end and period.begin <= other.end:
            raise WorkRelationOverlaps(
                "Deze persoon heeft al een werkrelatie met deze organisatie van "
                f"{date_text(other.period.begin)} tot en met {date_text(other.end)}. Verleng die, of laat de "
                "nieuwe erna beginnen."
            )


def check_longer(relation: WorkRelation, end: date, others: Iterable[WorkRelation], today: date) -> None:
    """Check a later end of a work relation.

    The ten years then count from today: else a relation of ten years could never be extended (ours).

    Raises:
        WorkRelationEnded: when it has ended already.
        NotLonger: when the end is not later than it was.
        WorkRelationTooLong: beyond ten years from today.
        WorkRelationOverlaps: with a later work relation.
    """
    if relation.period.ended(today):
        raise WorkRelationEnded(
            f"Deze werkrelatie is afgelopen op {date_text(relation.end)}. Koppel de persoon opnieuw."
        )
    if end <= relation.end:
        raise NotLonger(
            f"De werkrelatie loopt al tot en met {date_text(relation.end)}. Kies een latere einddatum."
        )
    require_ten_years(max(relation.period.begin, today), end)
    check_new(
        Period(relation.end + timedelta(days=1), end),
        (one for one in others if one.number != relation.number),
        today,
    )


def check_shorter(relation: WorkRelation, end: date, today: date) -> None:
    """Check an earlier end of a work relation.

    Raises:
        WorkRelationEnded: when it has ended already.
        EndBeforeBegin, EndInThePast: by the date.
        NotShorter: when the end is later than it was.
    """
    if relation.period.ended(today):
        raise WorkRelationEnded(f"Deze werkrelatie is al afgelopen op {date_text(relation.end)}.")
    require_order(relation.period.begin, end)
    require_not_past(end, today)
    if end > relation.end:
        raise NotShorter(
            f"De werkrelatie eindigt al op {date_text(relation.end)}. Gebruik ‘Verleng werkrelatie en "
            "gebruikersrechten’ voor een latere einddatum."
        )
