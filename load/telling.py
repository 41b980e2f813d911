"""Carries out what was asked on the command line, and tells how it goes."""

from __future__ import annotations

import contextlib
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

from load.blame import Case, blame
from load.crowd import Crowd, people_of
from load.measurement import Measurement, NoMeasurement, read
from load.rehearsal import CannotRehearse, Plan, answers, federation, rehearse
from load.report import Story, page
from load.shape import Shape, read_shape, read_targets
from load.verdict import breaches, exit_code
from mocks.core.addresses import AddressBook, MalformedUrl

USUAL_PEOPLE = 1_000
"""How many persons a federation of our own gets, when nobody said how many."""


@dataclass(frozen=True)
class Asked:
    """What was asked on the command line."""

    shape: Shape
    target: str | None
    mocks: str | None
    scale: float
    minutes: float | None
    processes: int
    people: int | None
    people_seed: int
    kbo_open_data: Path | None
    allow_real_numbers: bool
    seed: str
    report: Path
    compare: Path | None

    @property
    def crowd(self) -> Crowd:
        """The population; of nobody, it is the cast."""
        usual = USUAL_PEOPLE if self.target is None else 0
        size = usual if self.people is None else self.people
        return Crowd(size, self.people_seed, self.kbo_open_data, self.allow_real_numbers)

    @property
    def length(self) -> float:
        """How many minutes it lasts."""
        return self.minutes or self.shape.minutes


@dataclass(frozen=True)
class Told:
    """A line for the reader, and with what the command would end after it."""

    text: str
    exit_code: int = 0


def carry_out(asked: Asked) -> Generator[Told]:
    """Rehearse, write the report, and give the lines that tell about it.

    Raises:
        CannotRehearse: when nothing could be measured.
        UnusableOpenData: when the open data of the population cannot be used.
    """
    asked.report.mkdir(parents=True, exist_ok=True)
    if asked.kbo_open_data is not None and not asked.crowd.size:
        raise CannotRehearse(
            "--kbo-open-data hoort bij een bevolking. Zeg met --people hoeveel personen er staan, zoals bij "
            "populate, of laat het weg."
        )
    # What is wrong with the open data is said before anything starts, and not in a log.
    people_of(asked.crowd)
    earlier = _earlier(asked)
    with contextlib.ExitStack() as stack:
        if asked.target is None:
            first = asked.shape.stages[0].clock
            yield Told("Een eigen federatie start…")
            log = asked.report / "load.log"
            target = stack.enter_context(federation(first, log, asked.crowd)).url
        else:
            target = _address(asked.target)
        mocks = _address(asked.mocks) if asked.mocks is not None else target
        for url in (target, mocks):
            if not answers(url):
                raise CannotRehearse(f"Op {url} antwoordt niets.")
        own = asked.target is None
        plan = Plan(
            asked.shape,
            (target, mocks),
            asked.crowd,
            asked.scale,
            asked.length,
            asked.processes,
            asked.seed,
            own,
        )
        yield Told(f"{asked.shape.title}: {asked.length:g} minuten tegen {target}.")
        found = rehearse(plan, asked.report, read_shape("ceiling"))
    targets = asked.shape.targets(read_targets(), asked.scale, asked.length)
    breached = breaches(targets, found.measurement.requests)
    party = blame(Case(breached, found.measurement.busiest, found.ceiling, found.own))
    story = Story(asked.shape, found.measurement, targets, breached, party, found.ceiling, earlier)
    (asked.report / "load.html").write_text(page(story), encoding="utf-8")
    for breach in breached:
        yield Told(f"  {breach.sentence}")
    yield Told(f"Verslag: {asked.report / 'load.html'}")
    yield Told(story.verdict, exit_code(breached))


def _earlier(asked: Asked) -> Measurement | None:
    """Return the run to compare with: the one that was named, or the last one of this shape.

    Raises:
        CannotRehearse: when the file that was named is no measurement.
    """
    if asked.compare is not None:
        try:
            return read(asked.compare)
        except NoMeasurement as fault:
            raise CannotRehearse(str(fault)) from None
    with contextlib.suppress(NoMeasurement):
        last = read(asked.report / "load.json")
        return last if last.shape == asked.shape.name else None
    return None


def _address(url: str) -> str:
    """Return an address without its last slash.

    Raises:
        CannotRehearse: when no server can stand there.
    """
    try:
        AddressBook.on(url)
    except MalformedUrl as refusal:
        raise CannotRehearse(refusal.sentence) from None
    return url.rstrip("/")
