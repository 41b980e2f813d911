"""Which population is meant: how many persons, which ones, and where their organisations come from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from load.actors import People
from load.cast_people import CastPopulation
from load.open_data.archive import Archive
from load.open_data.register import Register, read_register
from load.people import Population


@dataclass(frozen=True)
class Crowd:
    """A population as it is asked for.

    Attributes:
        size: how many persons; 0 is the cast.
        seed: who they are.
        open_data: the zip or folder of KBO Open Data that the organisations are from; None invents them.
        real: whether numbers of real enterprises are allowed in it.
    """

    size: int
    seed: int
    open_data: Path | None = None
    real: bool = False

    def open(self) -> tuple[Archive | None, Register | None]:
        """Return the open data and the enterprises in it, or neither.

        Raises:
            UnusableOpenData: when it cannot be used, or its numbers are not allowed.
        """
        if self.open_data is None:
            return None, None
        archive = Archive(self.open_data)
        register = read_register(archive)
        register.require_allowed(real=self.real)
        return archive, register

    @property
    def words(self) -> Sequence[str]:
        """The options of ``proefloket populate`` that ask for its organisations."""
        if self.open_data is None:
            return ()
        return (
            "--kbo-open-data",
            str(self.open_data.resolve()),
            *(("--allow-real-numbers",) if self.real else ()),
        )


@cache
def people_of(crowd: Crowd) -> People:
    """Return whom journeys are about.

    Raises:
        UnusableOpenData: when the open data cannot be used, or has too few enterprises.
    """
    return Population(crowd.seed, crowd.size, crowd.open()[1]) if crowd.size else CastPopulation()
