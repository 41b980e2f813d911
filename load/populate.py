"""``proefloket populate``: a population into the default world of a folder or a database."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import click

from load.facts import Facts
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


def fill(size: int, seed: int, data: Path | None, database: str | None, date: str | None) -> str:
    """Populate the default world of a folder or a database, with a bar that shows how far it is.

    Args:
        size: how many persons.
        seed: who they are.
        data: the folder, or None.
        database: the URL of a PostgreSQL database, or None.
        date: when the world starts, where it has to be made.

    Returns:
        What was done and how to go on, in Dutch.

    Raises:
        Refusal: when the place cannot be used, or its world has another population.
    """
    with tempfile.TemporaryDirectory(prefix="proefloket-") as temporary:
        options = Options("127.0.0.1", 0, ANYWHERE, data, database, date, allow_real_numbers=False)
        visit = Federation(settings_for(options, Path(temporary))).visit()
        with click.progressbar(length=size, label="Personen", file=sys.stderr) as bar:
            before = populate(visit, Population(seed, size), bar.update)
        visit.close()
    place = f"--data {data}" if data is not None else "--database …"
    done = "waren er al" if before.whole else "staan er"
    return f"{size} personen (zaad {seed}) {done}. Start met: proefloket up {place}"


def populate(
    visit: Visit, population: Population, told: Callable[[int], object], most: int = CHUNK
) -> Inhabited:
    """Put a population into the world of a visit, going on where it was broken off.

    Args:
        visit: where.
        population: who.
        told: hears how many persons were there, and after every transaction how many came.
        most: how many persons in one transaction.

    Returns:
        How far it was populated before: whole when there was nothing to do.

    Raises:
        OtherPopulation: when the world has another one.
        AlreadyThere: when a number of it is there already.
    """
    before = there = inhabited(visit, population.seed, population.size)
    told(there.settled)
    start = datetime.fromtimestamp(visit.state.starting_epoch, BRUSSELS).date()
    for chunk in Facts(population, start).chunks(there.settled, most):
        came = chunk.until - there.settled
        there = settle(visit, there, chunk)
        told(came)
    return before
