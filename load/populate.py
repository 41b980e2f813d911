"""``proefloket populate``: a population into the default world of a folder or a database."""

from __future__ import annotations

import contextlib
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import click

from load.crowd import Crowd
from load.enterprises import Enterprises, Mixed
from load.facts import Facts
from load.open_data.organisations import Organisations
from load.people import Population
from mocks.core.brussels import BRUSSELS
from mocks.core.visit import Visit
from mocks.federation import Federation
from mocks.federation.crowd import Inhabited, inhabited, settle
from mocks.launch import Options, settings_for

CHUNK = 10_000
"""Persons in one transaction: large enough for the database, small enough for the memory."""

ANYWHERE = "http://127.0.0.1:8600"
"""The address of a federation that answers nobody: where it stands changes no fact."""


@dataclass(frozen=True)
class Settlers:
    """A population, and where its organisations come from.

    Attributes:
        population: who.
        enterprises: what the organisations are; None invents them.
        source: which extract of the KBO they are from; empty when they are invented.
        real: whether they can be real.
    """

    population: Population
    enterprises: Enterprises | None = None
    source: str = ""
    real: bool = False

    @property
    def inhabited(self) -> Inhabited:
        """What a world remembers of them."""
        one = self.population
        return Inhabited(one.seed, one.size, source=self.source, real_enterprises=self.real)


def fill(crowd: Crowd, data: Path | None, database: str | None, date: str | None) -> str:
    """Populate the default world of a folder or a database, with a bar that shows how far it is.

    Args:
        crowd: whom to put there.
        data: the folder, or None.
        database: the URL of a PostgreSQL database, or None.
        date: when the world starts, where it has to be made.

    Returns:
        What was done and how to go on, in Dutch.

    Raises:
        Refusal: when the place cannot be used, or its world has another population.
        UnusableOpenData: when the open data cannot be used.
    """
    with tempfile.TemporaryDirectory(prefix="proefloket-") as temporary, contextlib.ExitStack() as stack:
        options = Options("127.0.0.1", 0, ANYWHERE, data, database, date, allow_real_numbers=False)
        settings = settings_for(options, Path(temporary))
        them = stack.enter_context(settlers(crowd, Path(temporary) / "kbo.sqlite", _tell))
        federation = Federation(settings)
        visit = federation.visit()
        with click.progressbar(length=crowd.size, label="Personen", file=sys.stderr) as bar:
            before = populate(visit, them, bar.update)
        visit.close()
        # The command ends here, but whoever calls this goes on.
        federation.house.worlds.close()
    place = f"--data {data}" if data is not None else "--database …"
    done = "waren er al" if before.whole else "staan er"
    whence = f", organisaties uit {them.source}" if them.source else ""
    return f"{crowd.size} personen (zaad {crowd.seed}{whence}) {done}. Start met: proefloket up {place}"


@contextlib.contextmanager
def settlers(crowd: Crowd, file: Path, told: Callable[[str], object] = lambda _: None) -> Iterator[Settlers]:
    """Read where the organisations of a population come from, and keep it at hand.

    Args:
        crowd: whom to populate with.
        file: where to keep what is read, for so long; nothing is there yet.
        told: hears which file is being read.

    Raises:
        UnusableOpenData: when the open data cannot be used.
    """
    archive, register = crowd.open()
    population = Population(crowd.seed, crowd.size, register)
    if archive is None or register is None:
        yield Settlers(population)
        return
    chosen = [int(population.number_of(place)[:8]) for place in range(population.ordinary)]
    with contextlib.closing(Organisations(archive, register, chosen, file)) as kept:
        kept.read(told)
        yield Settlers(population, Mixed(population, kept), kept.source, register.could_be_real)


def _tell(name: str) -> None:
    click.echo(f"{name} lezen…", err=True)


def populate(
    visit: Visit, them: Population | Settlers, told: Callable[[int], object], most: int = CHUNK
) -> Inhabited:
    """Put a population into the world of a visit, going on where it was broken off.

    Args:
        visit: where.
        them: who; of a population alone the organisations are invented.
        told: hears how many persons were there, and after every transaction how many came.
        most: how many persons in one transaction.

    Returns:
        How far it was populated before: whole when there was nothing to do.

    Raises:
        OtherPopulation: when the world has another one.
        AlreadyThere: when a number of it is there already.
    """
    if isinstance(them, Population):
        them = Settlers(them)
    before = there = inhabited(visit, them.inhabited)
    told(there.settled)
    start = datetime.fromtimestamp(visit.state.starting_epoch, BRUSSELS).date()
    for chunk in Facts(them.population, start, them.enterprises).chunks(there.settled, most):
        came = chunk.until - there.settled
        there = settle(visit, there, chunk)
        told(came)
    return before
