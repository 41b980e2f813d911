"""The verdict: what was measured against what is good enough, every breach told.

A request that was never made, or too rarely, is a breach: a run that did nothing must not pass.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from load.measurement import JOURNEY, PERCENTILES, Measured

PASSED, FAILED = 0, 1
"""Exit codes."""


@dataclass(frozen=True)
class Target:
    """What is good enough for one named request.

    Attributes:
        percentiles: the milliseconds within which each percentage of the answers has to come.
        errors: the share of answers that may be wrong, 0 to 1.
        minimum: how often it has to be made at least.
    """

    percentiles: Mapping[float, float] = field(default_factory=dict)
    errors: float = 0.0
    minimum: int = 0


@dataclass(frozen=True)
class Targets:
    """What is good enough: by name, and for every request or journey that has no target of its own."""

    named: Mapping[str, Target]
    default: Target
    journeys: Target = field(default_factory=Target)

    def of(self, request: str) -> Target:
        """Return what is good enough for a request."""
        common = self.journeys if request.startswith(f"{JOURNEY} ") else self.default
        return self.named.get(request, replace(common, minimum=0))

    def names(self) -> tuple[str, ...]:
        """Return the requests with a target of their own."""
        return tuple(self.named)


@dataclass(frozen=True)
class Breach:
    """One thing that was not good enough.

    Attributes:
        request: the named request, or empty for the run as a whole.
        what: ``count``, ``errors`` or ``p<percentage>``.
        asked: what is good enough: a number, a share or milliseconds.
        found: what was measured, in the same unit.
    """

    request: str
    what: str
    asked: float
    found: float

    @property
    def sentence(self) -> str:
        """What is wrong, in Dutch."""
        if not self.request:
            return "Er is geen enkele aanvraag gedaan: deze proef bewijst niets."
        if self.what == "count":
            made = f"{self.found:.0f} keer gedaan" if self.found else "nooit gedaan"
            return f"{self.request}: {made}, gevraagd minstens {self.asked:.0f}."
        if self.what == "errors":
            return f"{self.request}: {_share(self.found)} fout, gevraagd hoogstens {_share(self.asked)}."
        return f"{self.request}: {self.what} is {self.found:.0f} ms, gevraagd hoogstens {self.asked:.0f} ms."


def breaches(targets: Targets, measured: Mapping[str, Measured]) -> tuple[Breach, ...]:
    """Return everything that is not good enough, in the order of the requests' names."""
    found: list[Breach] = []
    if not any(one.count for one in measured.values()):
        found.append(Breach("", "count", 1, 0))
    for request in sorted({*targets.names(), *measured}):
        found += _of_one(request, targets.of(request), measured.get(request, Measured(0, 0)))
    return tuple(found)


def exit_code(found: tuple[Breach, ...]) -> int:
    """Return what the process ends with."""
    return FAILED if found else PASSED


def _of_one(request: str, target: Target, measured: Measured) -> list[Breach]:
    found = []
    if measured.count < target.minimum:
        found.append(Breach(request, "count", target.minimum, measured.count))
    if measured.error_share > target.errors:
        found.append(Breach(request, "errors", target.errors, measured.error_share))
    if measured.count:
        # What was made has its times; a target for a percentage that is not kept was refused when read.
        for percentage, milliseconds in sorted(target.percentiles.items()):
            if measured.milliseconds[percentage] > milliseconds:
                what = f"p{percentage:g}"
                found.append(Breach(request, what, milliseconds, measured.milliseconds[percentage]))
    return found


def is_kept(percentage: float) -> bool:
    """Return whether a target can be held against this percentage."""
    return percentage in PERCENTILES


def _share(share: float) -> str:
    return f"{share * 100:.2f} %".replace(".", ",")
