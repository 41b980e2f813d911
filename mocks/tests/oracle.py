"""Who can sign in, by what a test put into a world: written from the design (§6) and the domain facts alone.

It knows nothing of ACM's rules.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from mocks.core.identifiers import Sex
from mocks.core.identifiers.makers import make_enterprise_number, make_national_number

START = date(2021, 4, 27)
DAY = timedelta(days=1)
PEOPLE = tuple(str(make_national_number(date(1970 + 5 * n, 3, 4), Sex.WOMAN)) for n in range(5))
FIRM, BUREAU, TOWN, CLOSED = ORGANISATIONS = tuple(str(make_enterprise_number(700_000 + n)) for n in range(4))
GROUPS = {FIRM: "EA", BUREAU: "EA", TOWN: "LB", CLOSED: "EA"}
REPRESENTING, NOT_REPRESENTING = "10002", "10008"
OPENING = {"kiosk": "kiosk-aanvrager", "eigen-eloket": "eigen-eloket-gebruiker"}
EXECUTOR = "ssm-mandaatuitvoerder"
NEEDS_CARD = {"kiosk"}

Way = tuple[str, str, str | None, str | None]
"""Route, target group, on whose behalf, and through which holder."""


@dataclass(frozen=True)
class Span:
    """First and last valid day; no end is an open one.  A loss works from its own day on."""

    begin: date
    end: date | None = None
    lost: date | None = None

    def holds(self, today: date) -> bool:
        """Whether it is valid on a day."""
        last = self.end is None or today <= self.end
        return self.begin <= today and last and (self.lost is None or today < self.lost)


@dataclass
class Human:
    """What the test put of a person."""

    card: bool = True
    app: bool = True
    died: date | None = None
    active: bool = True
    functions: dict[tuple[str, str], Span] = field(default_factory=dict)
    relations: dict[str, Span] = field(default_factory=dict)
    rights: dict[tuple[str, str], Span] = field(default_factory=dict)


@dataclass(frozen=True)
class Paper:
    """A mandate that the test put: its span, and which parties signed."""

    span: Span
    given: bool = True
    taken: bool = True


@dataclass
class Oracle:
    """Who can sign in, by what was put."""

    today: date = START
    people: dict[str, Human] = field(default_factory=lambda: {one: Human() for one in PEOPLE})
    stopped: dict[str, date | None] = field(default_factory=lambda: dict.fromkeys(ORGANISATIONS))
    papers: dict[tuple[str, str, str], Paper] = field(default_factory=dict)

    def ways(self, number: str, eloket: str) -> set[Way]:
        """Return every way in for a person at an e-loket."""
        person = self.people[number]
        dead = person.died is not None and person.died <= self.today
        if dead or not (person.card or person.app):
            return set()
        found: set[Way] = {("person", "BUR", None, None)}
        carded = person.card or eloket not in NEEDS_CARD
        for organisation in ORGANISATIONS if carded else ():
            if not self._lives(organisation):
                continue
            group = GROUPS[organisation]
            if self._represents(person, organisation):
                found.add(("legal_representative", group, organisation, None))
            if self._has_right(person, organisation, OPENING[eloket]):
                found.add(("work_relation", group, organisation, None))
        for (kind, giver, holder), paper in self.papers.items():
            for_person = giver in self.people
            if kind != eloket or not (carded or for_person) or GROUPS.get(giver) == "LB":
                continue
            valid = paper.given and paper.taken and paper.span.holds(self.today)
            if valid and self._lives(giver) and self._lives(holder) and self._executes(number, holder):
                found.add(("mandate", "BUR" if for_person else GROUPS[giver], giver, holder))
        return found

    def _lives(self, party: str) -> bool:
        ended = self.people[party].died if party in self.people else self.stopped[party]
        return ended is None or self.today < ended

    def _represents(self, person: Human, organisation: str) -> bool:
        span = person.functions.get((organisation, REPRESENTING))
        return span is not None and span.holds(self.today)

    def _has_right(self, person: Human, organisation: str, right: str) -> bool:
        relation, granted = person.relations.get(organisation), person.rights.get((organisation, right))
        if relation is None or granted is None or not person.active:
            return False
        return relation.holds(self.today) and granted.holds(self.today)

    def _executes(self, number: str, holder: str) -> bool:
        if holder in self.people:
            return holder == number
        person = self.people[number]
        return self._represents(person, holder) or self._has_right(person, holder, EXECUTOR)
