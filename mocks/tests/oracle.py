"""Who can sign in, by what was put into a world: written from the design (§6) and the domain facts alone.

It knows nothing of ACM's rules, nor of the integration files: what each e-loket asks stands here anew.
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
REPRESENTING_CODES = frozenset({REPRESENTING, "10004", "10006", "10007", "10010", "10011", "10012", "90001"})
"""*Bron*: design §6; a permanent representative counts for what the enterprise is."""

EXECUTOR = "ssm-mandaatuitvoerder"

Way = tuple[str, str, str | None, str | None]
"""Route, target group, on whose behalf, and through which holder."""


@dataclass(frozen=True)
class Door:
    """What an e-loket asks of whoever comes to it.

    Attributes:
        groups: the target groups that it serves; BUR lets one come as oneself.
        right: the right of IDM by which an employee enters.
        by_kbo: whether a legal representative enters without a right.
        by_mandate: whether one enters by a mandate of its type.
        card: whether who acts for an organisation needs a Belgian eID.
        keys: the digital keys that it accepts.
    """

    groups: frozenset[str]
    right: str | None = None
    by_kbo: bool = True
    by_mandate: bool = False
    card: bool = False
    keys: frozenset[str] = frozenset({"eid", "itsme", "app", "sms", "token"})


EVERYBODY = frozenset({"BUR", "EA", "LB", "OV"})
DOORS = {
    "kiosk": Door(EVERYBODY, "kiosk-aanvrager", by_mandate=True, card=True),
    "eigen-eloket": Door(EVERYBODY, "eigen-eloket-gebruiker", by_mandate=True),
    "ssm": Door(frozenset({"BUR", "EA", "LB"}), "ssm-mandaatbeheerder"),
    "idm": Door(frozenset({"BUR"}), by_kbo=False),
}
OPENING = {eloket: str(DOORS[eloket].right) for eloket in ("kiosk", "eigen-eloket")}
"""The e-lokets that have every way, and the right by which an employee enters there."""


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


def _app() -> dict[str, Span]:
    return {"app": Span(date(2018, 1, 1))}


@dataclass
class Human:
    """What was put of a person; of the keys only those that had to be activated."""

    card: bool = True
    keys: dict[str, Span] = field(default_factory=_app)
    died: date | None = None
    active: bool = True
    functions: dict[tuple[str, str], Span] = field(default_factory=dict)
    relations: dict[str, Span] = field(default_factory=dict)
    rights: dict[tuple[str, str], Span] = field(default_factory=dict)


@dataclass
class House:
    """What was put of an organisation."""

    group: str
    stopped: date | None = None


@dataclass(frozen=True)
class Paper:
    """A mandate that was put: its span, and which parties signed."""

    span: Span
    given: bool = True
    taken: bool = True


def _people() -> dict[str, Human]:
    return {one: Human() for one in PEOPLE}


def _houses() -> dict[str, House]:
    return {one: House(GROUPS[one]) for one in ORGANISATIONS}


@dataclass
class Oracle:
    """Who can sign in, by what was put."""

    today: date = START
    people: dict[str, Human] = field(default_factory=_people)
    houses: dict[str, House] = field(default_factory=_houses)
    papers: dict[tuple[str, str, str], Paper] = field(default_factory=dict)

    def ways(self, number: str, eloket: str, key: str | None = None) -> set[Way]:
        """Return every way in for a person at an e-loket, with one key or with any of his."""
        person, door = self.people[number], DOORS[eloket]
        proofs = door.keys if key is None else door.keys & {key}
        if self._died(person) or not any(self._proves(person, one) for one in proofs):
            return set()
        found: set[Way] = {("person", "BUR", None, None)} if "BUR" in door.groups else set()
        carded = person.card or not door.card
        for organisation, house in self.houses.items() if carded else ():
            if house.group not in door.groups or not self._lives(organisation):
                continue
            if door.by_kbo and self._represents(person, organisation):
                found.add(("legal_representative", house.group, organisation, None))
            if door.right is not None and self._has_right(person, organisation, door.right):
                found.add(("work_relation", house.group, organisation, None))
        for (kind, giver, holder), paper in self.papers.items():
            for_person = giver in self.people
            group = "BUR" if for_person else self.houses[giver].group
            if kind != eloket or not door.by_mandate or not (carded or for_person) or group == "LB":
                continue
            valid = paper.given and paper.taken and paper.span.holds(self.today)
            if valid and self._lives(giver) and self._lives(holder) and self._executes(number, holder):
                found.add(("mandate", group, giver, holder))
        return found

    def _died(self, person: Human) -> bool:
        return person.died is not None and person.died <= self.today

    def _proves(self, person: Human, key: str) -> bool:
        if key == "eid":
            return person.card
        span = person.keys.get(key)
        return span is not None and span.holds(self.today)

    def _lives(self, party: str) -> bool:
        ended = self.people[party].died if party in self.people else self.houses[party].stopped
        return ended is None or self.today < ended

    def _represents(self, person: Human, organisation: str) -> bool:
        return any(
            span.holds(self.today)
            for (at, code), span in person.functions.items()
            if at == organisation and code in REPRESENTING_CODES
        )

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
