"""The book of a run: every scenario that was played, in the order of the features, and the cases."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Any

from steps.cases import project_cases
from steps.report.records import FeatureRecord, Result, RuleRecord, ScenarioRecord

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from steps.cases import Case

SOURCE_PREFIX = "Bron:"


@dataclass
class Played:
    """One scenario of the run, gathered from the reports of its phases."""

    nodeid: str
    record: ScenarioRecord | None = None
    result: Result = Result.NOT_REACHED
    milliseconds: float = 0.0
    messages: list[str] = field(default_factory=list)
    properties: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Entry:
    """One scenario of the book."""

    record: ScenarioRecord
    result: Result
    milliseconds: float
    message: str
    wire: str


@dataclass(frozen=True)
class RuleEntry:
    """A rule with the scenarios that were played of it."""

    rule: RuleRecord | None
    scenarios: tuple[Entry, ...]


@dataclass(frozen=True)
class FeatureEntry:
    """A feature with its why, its source and its rules."""

    feature: FeatureRecord
    why: tuple[str, ...]
    sources: str
    rules: tuple[RuleEntry, ...]

    @property
    def result(self) -> Result:
        return overall(entry.result for rule in self.rules for entry in rule.scenarios)


@dataclass(frozen=True)
class CaseEntry:
    """A case with the scenarios that play it and what came of them."""

    case: Case
    scenarios: tuple[Entry, ...]

    @property
    def result(self) -> Result:
        """A case is passed only if every one of its scenarios is."""
        if self.scenarios:
            return overall(entry.result for entry in self.scenarios)
        return Result.NOT_PLAYED if self.case.played else Result.LATER


@dataclass(frozen=True)
class Fault:
    """Something outside the scenarios that went wrong, such as a feature that cannot be read."""

    place: str
    message: str


@dataclass(frozen=True)
class Book:
    """Everything that the page shows."""

    features: tuple[FeatureEntry, ...]
    cases: tuple[CaseEntry, ...]
    faults: tuple[Fault, ...]
    elapsed_seconds: float
    begun: float
    wires: tuple[str, ...]
    world_dates: tuple[str, ...]
    versions: tuple[tuple[str, str], ...]
    sign_ins: Mapping[str, Any] | None = None
    """The matrix of sign-ins, when the run played it."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Return all scenarios, in the order of the features."""
        return tuple(entry for feature in self.features for rule in feature.rules for entry in rule.scenarios)

    def count(self, result: Result) -> int:
        """Return how many scenarios fared so."""
        return sum(entry.result is result for entry in self.entries)

    @property
    def average_milliseconds(self) -> float:
        """Return the average time of a scenario that was played, with its setup and teardown."""
        times = [entry.milliseconds for entry in self.entries if entry.result != Result.SKIPPED]
        return sum(times) / len(times) if times else 0.0


def overall(results: Iterable[Result]) -> Result:
    """Return the result of a whole: one failure fails it, and a skip keeps it from passing."""
    found = set(results)
    for result in (Result.FAILED, Result.NOT_REACHED, Result.SKIPPED, Result.PASSED):
        if result in found:
            # A scenario whose steps were never reached has not shown that its case holds.
            return Result.FAILED if result is Result.NOT_REACHED else result
    return Result.NOT_PLAYED


def compose(
    played: Iterable[Played],
    faults: Iterable[Fault],
    *,
    begun: float,
    ended: float,
    versions: tuple[tuple[str, str], ...],
    sign_ins: Mapping[str, Any] | None = None,
) -> Book:
    """Put the scenarios of a run, in whatever order they came in, in the order of the features."""
    gathered = list(played)
    entries = [
        (
            each.nodeid,
            Entry(
                record=each.record,
                result=each.result,
                milliseconds=each.milliseconds,
                message="\n\n".join(each.messages),
                wire=each.properties.get("wire", ""),
            ),
        )
        for each in gathered
        if each.record is not None
    ]
    # One scenario may be played over several wires; the node id tells those apart.
    entries.sort(key=lambda pair: (*_place(pair[1]), pair[0]))
    ordered = [entry for _, entry in entries]
    return Book(
        features=_features(ordered),
        cases=_cases(ordered),
        faults=tuple(faults),
        elapsed_seconds=max(0.0, ended - begun),
        begun=begun,
        wires=_values(gathered, "wire"),
        world_dates=_values(gathered, "world_date"),
        versions=versions,
        sign_ins=sign_ins,
    )


def _place(entry: Entry) -> tuple[str, int, int]:
    return entry.record.feature.file, entry.record.line, entry.record.row


def _features(entries: list[Entry]) -> tuple[FeatureEntry, ...]:
    features = []
    for feature, of_feature in groupby(entries, key=lambda entry: entry.record.feature):
        rules = tuple(
            RuleEntry(rule, tuple(of_rule))
            for rule, of_rule in groupby(of_feature, key=lambda entry: entry.record.rule)
        )
        lines = [line.strip() for line in feature.description.splitlines() if line.strip()]
        sources = [line for line in lines if line.startswith(SOURCE_PREFIX)]
        features.append(
            FeatureEntry(
                feature=feature,
                why=tuple(line for line in lines if line not in sources),
                sources=", ".join(line.removeprefix(SOURCE_PREFIX).strip() for line in sources),
                rules=rules,
            )
        )
    return tuple(features)


def _cases(entries: list[Entry]) -> tuple[CaseEntry, ...]:
    return tuple(
        CaseEntry(case, tuple(entry for entry in entries if case.number in entry.record.tags))
        for case in project_cases().cases
    )


def _values(played: list[Played], name: str) -> tuple[str, ...]:
    return tuple(sorted({each.properties[name] for each in played if name in each.properties}))
