"""Who could act for an organisation on a day, by which way, and what is missing for who cannot.

Nothing is decided here: what :func:`~mocks.acm.domain.decision.decide` said of each person is counted.
*Bron*: the minister's answer on KIOSK 2.0: rights and mandates are set up beforehand, so that on the first
day nobody stands before a closed door.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from mocks.acm.domain.eloket import Route
from mocks.acm.domain.facts import Organisation
from mocks.acm.domain.verdict import Check, Verdict
from mocks.core.identifiers import Insz


@dataclass(frozen=True)
class Standing:
    """How one person stands towards an organisation, or towards himself, at an e-loket.

    Attributes:
        number: national or BIS number.
        name: the full name, or the number of whom the Rijksregister does not know.
        known_by: the authorities by which the person has anything with the organisation.
        key: the strongest kind of key that works and that the e-loket accepts, or None.
        verdicts: what ACM decides, one per way.
        leaning: the way by which the person has something there, if any.
    """

    number: Insz
    name: str
    known_by: tuple[str, ...]
    key: str | None
    verdicts: tuple[Verdict, ...]
    leaning: Route | None = None

    @property
    def ways(self) -> tuple[Verdict, ...]:
        """The ways that are open."""
        return tuple(one for one in self.verdicts if one.allowed)

    @property
    def ready(self) -> bool:
        """Whether one of the ways is."""
        return bool(self.ways)

    @property
    def nearest(self) -> Verdict:
        """The most promising way: of which most checks hold.

        Of two that come as far it is the one by which the person has something there, else the last one: a
        right is granted sooner than KBO registers a function.  Where there is no mandate at all, that way is
        as far as any, and not looked at.
        """
        begun = [one for one in self.verdicts if one.route != "mandate" or one.identity.holder is not None]
        return max(
            reversed(begun or self.verdicts),
            key=lambda one: (_checks_that_hold(one), one.route == self.leaning),
        )

    @property
    def missing(self) -> Check | None:
        """The check that fails on the most promising way; None for who is ready."""
        return None if self.ready else self.nearest.failed


@dataclass(frozen=True)
class Gap:
    """What is missing, and for how many people of the organisation."""

    check: Check
    people: int


@dataclass(frozen=True)
class OrganisationReadiness:
    """Whether somebody could act for an organisation, by which ways, and what is missing.

    Attributes:
        organisation: as KBO states it.
        people: one page of those who have anything with it, by number.
        total: how many there are.
        ways: how many people each way is open to; no way that is open to nobody.
        gaps: what is missing, the nearest first; of each check its first fact.
    """

    organisation: Organisation
    people: tuple[Standing, ...]
    total: int
    ways: Mapping[Route, int]
    gaps: tuple[Gap, ...]

    @property
    def ready(self) -> bool:
        """Whether somebody can act for it."""
        return bool(self.ways)


class Tally:
    """Counts the people of one organisation, and keeps of them no more than a page."""

    def __init__(self, offset: int, limit: int) -> None:
        """Keep ``limit`` people behind the first ``offset`` ones."""
        self._page = range(offset, offset + limit)
        self._kept: list[Standing] = []
        self._total = 0
        self._ways: Counter[Route] = Counter()
        self._gaps: dict[str, tuple[int, Gap]] = {}

    def add(self, standing: Standing) -> None:
        """Count a person."""
        if self._total in self._page:
            self._kept.append(standing)
        self._total += 1
        self._ways.update(way.route for way in standing.ways)
        missing = standing.missing
        if missing is not None:
            far = _checks_that_hold(standing.nearest)
            furthest, gap = self._gaps.get(missing.check, (far, Gap(missing, 0)))
            self._gaps[missing.check] = (max(far, furthest), Gap(gap.check, gap.people + 1))

    def result(self, organisation: Organisation, nobody: Check) -> OrganisationReadiness:
        """Return what was counted; ``nobody`` is what is missing where there was no one to count."""
        ranked = sorted(self._gaps.values(), key=lambda one: -one[0])
        gaps = tuple(gap for _, gap in ranked) if self._total else (Gap(nobody, 0),)
        return OrganisationReadiness(organisation, tuple(self._kept), self._total, dict(self._ways), gaps)


@dataclass
class Summary:
    """How many organisations are ready, by which ways, and what the others lack first.

    Attributes:
        organisations: how many were counted.
        ready: for how many of them somebody can act.
        ways: for how many somebody can by each way; an organisation may count for several.
        reasons: of the others, for how many each check is the nearest one that fails.
    """

    organisations: int = 0
    ready: int = 0
    ways: Counter[Route] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)

    def add(self, found: OrganisationReadiness) -> None:
        """Count an organisation."""
        self.organisations += 1
        self.ready += found.ready
        self.ways.update(found.ways.keys())
        if not found.ready:
            self.reasons[found.gaps[0].check.check] += 1


def _checks_that_hold(verdict: Verdict) -> int:
    return sum(check.holds for check in verdict.checks)
