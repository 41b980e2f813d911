"""A shape: how many journeys of which kind begin per second, stage by stage; read from TOML."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from load.verdict import Target, Targets, is_kept

SHAPES = Path(__file__).resolve().parent / "shapes"
TARGETS = Path(__file__).resolve().parent / "targets.toml"


PACE = 10.0
"""Seconds between two journeys of one visitor, so long that a journey is over by then."""


class FaultyFile(ValueError):
    """A shape or a file of targets cannot be used; the message says what to repair."""


class UnknownShape(FaultyFile):
    """There is no shape of this name."""


@dataclass(frozen=True)
class Stage:
    """A stretch of a shape.

    Attributes:
        title: what happens in it, in Dutch.
        share: its part of the length of the run, 0 to 1.
        arrivals: the journeys that begin per second, at its beginning and at its end.
        mix: how much each journey weighs.
        basis: where the figure comes from, or why it is assumed.
        assumed: whether it is an assumption.
        clock: what the clock of the mocks' world is set to when it begins; empty leaves it alone.
    """

    title: str
    share: float
    arrivals: tuple[float, float]
    mix: Mapping[str, float]
    basis: str
    assumed: bool
    clock: str = ""


@dataclass(frozen=True)
class Shape:
    """How the load goes up and down.

    Attributes:
        name: that of its file.
        title: what it plays, in Dutch.
        minutes: how long it lasts when nothing else is asked.
        margin: the factor by which it surpasses the figures, so that a yes is a yes with a margin.
        stages: its stretches, in order; their shares add up to 1.
        minimum: how often each named request has to be made at least, at scale 1 and in its own length.
        pace: the seconds between two journeys of one visitor on the average; 0 is without a pause.
        crowd: the visitors of a shape without a pace, who then make as many journeys as they can.
    """

    name: str
    title: str
    minutes: float
    margin: float
    stages: tuple[Stage, ...]
    minimum: Mapping[str, int]
    pace: float = PACE
    crowd: int = 0

    def at(self, part: float) -> tuple[Stage, float] | None:
        """Return the stage at a part of the run (0 to 1), and the part of that stage; None after the end."""
        begun = 0.0
        for stage in self.stages:
            if part < begun + stage.share:
                return stage, (part - begun) / stage.share
            begun += stage.share
        return None

    def arrivals(self, part: float, scale: float = 1.0) -> float:
        """Return the journeys that begin per second at a part of the run; none after its end."""
        found = self.at(part)
        if found is None:
            return 0.0
        stage, within = found
        first, last = stage.arrivals
        return (first + (last - first) * within) * self.margin * scale

    def users(self, part: float, scale: float) -> int:
        """Return how many visitors, who each begin a journey every ``pace`` seconds, make these arrivals."""
        return math.ceil(self.arrivals(part, scale) * self.pace) if self.pace else self.crowd

    def targets(self, common: Targets, scale: float, minutes: float) -> Targets:
        """Return the targets with the counts that a run of this scale and length has to reach.

        A count never becomes less than one: what the shape asks must have happened.
        """
        factor = scale * minutes / self.minutes
        named = {
            request: replace(common.of(request), minimum=max(1, math.floor(count * factor)))
            for request, count in self.minimum.items()
        }
        # Of the others no count is asked: not every shape makes them.
        return replace(common, named={**common.named, **named})


def names() -> tuple[str, ...]:
    """Return the shapes that there are."""
    return tuple(sorted(path.stem for path in SHAPES.glob("*.toml")))


def read_shape(name: str) -> Shape:
    """Return a shape by its name.

    Raises:
        UnknownShape: when there is none.
        FaultyFile: when its file says something that cannot be.
    """
    if name not in names():
        raise UnknownShape(f"Er is geen vorm ‘{name}’; wel: {', '.join(names())}.")
    return shape_of(name, _toml(SHAPES / f"{name}.toml"))


def shape_of(name: str, told: Mapping[str, Any]) -> Shape:
    """Return the shape that the members of a file describe.

    Raises:
        FaultyFile: when they say something that cannot be.
    """
    try:
        mixes = told["mix"]
        stages = tuple(
            Stage(
                title=str(one["title"]),
                share=float(one["share"]),
                arrivals=(float(one["arrivals"][0]), float(one["arrivals"][1])),
                mix=mixes[one["mix"]],
                basis=str(one["basis"]),
                assumed=bool(one["assumed"]),
                clock=str(one.get("clock", "")),
            )
            for one in told["stage"]
        )
        shape = Shape(
            name,
            str(told["title"]),
            float(told["minutes"]),
            float(told["margin"]),
            stages,
            {str(request): int(count) for request, count in told["minimum"].items()},
            float(told.get("pace", PACE)),
            int(told.get("crowd", 0)),
        )
    except (KeyError, IndexError, TypeError, ValueError) as fault:
        raise FaultyFile(f"{name}.toml: {fault} ontbreekt of is niet te gebruiken.") from None
    _check(shape)
    return shape


def _check(shape: Shape) -> None:
    total = sum(stage.share for stage in shape.stages)
    if not math.isclose(total, 1.0, abs_tol=1e-6) or any(stage.share <= 0 for stage in shape.stages):
        raise FaultyFile(f"{shape.name}.toml: de delen (share) zijn samen {total:g}, en dat moet 1 zijn.")
    if any(arrivals < 0 for stage in shape.stages for arrivals in stage.arrivals):
        raise FaultyFile(f"{shape.name}.toml: aankomsten (arrivals) zijn nooit negatief.")
    if not shape.minimum:
        raise FaultyFile(f"{shape.name}.toml: zonder minimum slaagt ook een proef die niets doet.")
    if shape.pace < 0 or (shape.pace == 0) != (shape.crowd > 0):
        raise FaultyFile(f"{shape.name}.toml: wie geen tempo heeft (pace = 0), heeft een aantal (crowd).")
    if shape.minutes <= 0 or shape.margin <= 0:
        raise FaultyFile(f"{shape.name}.toml: minutes en margin zijn meer dan nul.")


def read_targets(path: Path = TARGETS) -> Targets:
    """Return the targets that a file holds.

    Raises:
        FaultyFile: when it asks a percentage that is not kept, or something that cannot be.
    """
    told = _toml(path)
    try:
        default, journeys = _target(told.pop("default")), _target(told.pop("journeys"))
        return Targets({name: _target(one) for name, one in told.items()}, default, journeys)
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        raise FaultyFile(f"{path.name}: {fault}") from None


def _target(told: Mapping[str, Any]) -> Target:
    """Return one target: ``p95 = 800`` in milliseconds, ``errors`` as a share, ``minimum``."""
    percentiles = {float(name[1:]): float(value) for name, value in told.items() if name[0] == "p"}
    unknown = {name for name in told if name[0] != "p"} - {"errors", "minimum", "basis"}
    unknown |= {f"p{percentage:g}" for percentage in percentiles if not is_kept(percentage)}
    if unknown:
        raise ValueError(f"onbekend: {', '.join(sorted(unknown))}")
    return Target(percentiles, float(told["errors"]), int(told.get("minimum", 0)))


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as fault:
        raise FaultyFile(f"{path.name}: {fault}") from None
