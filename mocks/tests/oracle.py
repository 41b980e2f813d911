"""Who can sign in, by what was put into a world: written from the design (§6) and the domain facts alone.

It knows nothing of ACM's rules, nor of the integration files: what each e-loket asks stands in ``asked``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from mocks.core.identifiers import Sex
from mocks.core.identifiers.makers import make_enterprise_number, make_national_number
from mocks.tests.asked import DOORS, Door

START = date(2021, 4, 27)
DAY = timedelta(days=1)
PEOPLE = tuple(str(make_national_number(date(1970 + 5 * n, 3, 4), Sex.WOMAN)) for n in range(5))
FIRM, BUREAU, TOWN, CLOSED = ORGANISATIONS = tuple(str(make_enterprise_number(700_000 + n)) for n in range(4))
GROUPS = {FIRM: "EA", BUREAU: "EA", TOWN: "LB", CLOSED: "EA"}
REPRESENTING, NOT_REPRESENTING = "10002", "10008"
REPRESENTING_CODES = frozenset({REPRESENTING, "10004", "10006", "10007", "10010", "10011", "10012", "90001"})
"""*Bron*: design §6; a permanent representative counts for what the enterprise is."""

EXECUTOR = "ssm-mandaatuitvoerder"
MAIN, ALL, ECONOMY = "main_access_manager", "all", "economy"
"""Posts in BTB: the main access manager, and access managers of all domains and of one."""

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
    profiles: dict[tuple[str, str], str] = field(default_factory=dict)
    departments: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    granted: dict[tuple[str, str], dict[str, Span]] = field(default_factory=dict)
    """What an administrator granted beside, by the number of the right."""

    def all_of(self, organisation: str, right: str) -> list[Span]:
        """Return every right of a kind at an organisation."""
        put = self.rights.get((organisation, right))
        beside = self.granted.get((organisation, right), {}).values()
        return [*([put] if put is not None else []), *beside]


@dataclass
class Post:
    """An appointment in BTB; without a begin it waits for the first sign-in of the appointee."""

    begin: date | None = None
    end: date | None = None
    backup: bool = False

    def living(self, today: date) -> bool:
        """Whether it has not ended."""
        return self.end is None or today <= self.end

    def active(self, today: date) -> bool:
        """Whether it lets the appointee act."""
        return self.begin is not None and self.begin <= today and self.living(today)


@dataclass
class House:
    """What was put of an organisation."""

    group: str
    stopped: date | None = None
    natural: bool = False
    vzw: bool = False
    activated: frozenset[str] = frozenset()
    activation: Span | None = None
    """Since when, and until when, these departments are activated."""


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
    posts: dict[tuple[str, str, str], Post] = field(default_factory=dict)
    """Appointments by organisation, person and post."""

    def ways(self, number: str, eloket: str, key: str | None = None) -> set[Way]:
        """Return every way in for a person at an e-loket, with one key or with any of his."""
        person, door = self.people[number], DOORS[eloket]
        proofs = door.keys if key is None else door.keys & {key}
        if self._died(person) or not any(self._proves(person, one) for one in proofs):
            return set()
        found: set[Way] = {("person", "BUR", None, None)} if "BUR" in door.groups else set()
        carded = person.card or not door.card
        for organisation, house in self.houses.items() if carded else ():
            served = house.group in door.groups and (door.vzw or not house.vzw)
            if not served or not self._lives(organisation):
                continue
            by_kbo = door.by_kbo and (door.persons_by_kbo or not house.natural)
            if by_kbo and self._represents(person, organisation):
                found.add(("legal_representative", house.group, organisation, None))
            if self._fits(person, organisation, door):
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

    def _fits(self, person: Human, organisation: str, door: Door) -> bool:
        """Whether an employee has the right of an e-loket, with its profile and an activated department."""
        place = (organisation, str(door.right))
        if door.right is None or not self._has_right(person, organisation, door.right):
            return False
        if door.profile is not None and person.profiles.get(place) != door.profile:
            return False
        house = self.houses[organisation]
        activated = house.activation is not None and house.activation.holds(self.today)
        own = person.departments.get(place, frozenset()) & house.activated
        return not door.activated or (activated and bool(own))

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
        relation = person.relations.get(organisation)
        if relation is None or not person.active:
            return False
        return relation.holds(self.today) and any(
            one.holds(self.today) for one in person.all_of(organisation, right)
        )

    def _executes(self, number: str, holder: str) -> bool:
        if holder in self.people:
            return holder == number
        person = self.people[number]
        return self._represents(person, holder) or self._has_right(person, holder, EXECUTOR)

    def administers(self, number: str, organisation: str) -> bool:
        """Whether a person administers an organisation in IDM: by KBO, or by an appointment in BTB."""
        posts = [post for (at, who, _), post in self.posts.items() if (at, who) == (organisation, number)]
        return self._decides(number, organisation) and (
            self._represents(self.people[number], organisation)
            or any(one.active(self.today) for one in posts)
        )

    def may_appoint(self, by: str, who: str, organisation: str, post: str, *, backup: bool) -> bool:
        """Whether somebody may appoint a person: the first by the legal representative, others by that one.

        *Bron*: domain facts §3; one person a domain, and one first main access manager.
        """
        first = post == MAIN and not backup
        allowed = self._represents(self.people[by], organisation) if first else self._leads(by, organisation)
        taken = any(
            (at, held) == (organisation, post)
            and one.living(self.today)
            and (who == holder or not (backup or one.backup))
            for (at, holder, held), one in self.posts.items()
        )
        return self._decides(by, organisation) and allowed and not taken and self._lives(who)

    def may_end(self, by: str, who: str, organisation: str, post: str) -> bool:
        """Whether somebody may end an appointment; that main access managers end others is our guess."""
        one = self.posts.get((organisation, who, post))
        if one is None or not one.living(self.today) or not self._lives(by):
            return False
        first = post == MAIN and not one.backup
        by_kbo = self._represents(self.people[by], organisation)
        return by_kbo or (not first and self._leads(by, organisation))

    def may_grant(self, by: str, organisation: str) -> bool:
        """Whether somebody may grant the right of KIOSK: only the manager of all domains beside the top."""
        all_domains = self.posts.get((organisation, by, ALL))
        return self._decides(by, organisation) and (
            self._represents(self.people[by], organisation)
            or self._leads(by, organisation)
            or (all_domains is not None and all_domains.active(self.today))
        )

    def can_have(self, who: str, organisation: str, right: str) -> bool:
        """Whether a person can be granted the right of KIOSK now: alive, with a card, and not twice."""
        person, relation = self.people[who], self.people[who].relations.get(organisation)
        if relation is None or relation.end is None or relation.end < self.today:
            return False
        begin = max(self.today, relation.begin)
        overlapping = any(
            one.begin <= relation.end
            and (one.end is None or begin <= one.end)
            and (one.lost is None or self.today < one.lost)
            for one in person.all_of(organisation, right)
        )
        return self._lives(who) and person.card and person.active and not overlapping

    def _decides(self, by: str, organisation: str) -> bool:
        return self._lives(by) and self._lives(organisation)

    def _leads(self, by: str, organisation: str) -> bool:
        one = self.posts.get((organisation, by, MAIN))
        return one is not None and one.active(self.today)
