"""What a run tells about one scenario; it travels on the test report, also between xdist workers."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class Result(StrEnum):
    """How a step, a scenario or a case fared."""

    PASSED = "passed"
    FAILED = "failed"
    SKIPPED = "skipped"
    NOT_REACHED = "not_reached"
    NOT_PLAYED = "not_played"
    LATER = "later"


@dataclass(frozen=True)
class StepRecord:
    """One step as it was played."""

    keyword: str
    text: str
    background: bool
    table: tuple[tuple[str, ...], ...]
    docstring: str
    result: Result
    milliseconds: float


@dataclass(frozen=True)
class RuleRecord:
    """The rule that a scenario is an example of."""

    name: str
    description: str


@dataclass(frozen=True)
class FeatureRecord:
    """The feature that a scenario stands in."""

    file: str
    name: str
    description: str


@dataclass(frozen=True)
class ScenarioRecord:
    """One scenario, or one row of an abstract scenario, up to the end of its steps."""

    feature: FeatureRecord
    rule: RuleRecord | None
    name: str
    line: int
    row: int
    example: tuple[tuple[str, str], ...]
    tags: tuple[str, ...]
    steps: tuple[StepRecord, ...]

    def to_plain(self) -> dict[str, Any]:
        """Return the record as what xdist can carry: dicts, lists, texts and numbers."""
        plain: dict[str, Any] = _plain(asdict(self))
        return plain

    @classmethod
    def from_plain(cls, plain: dict[str, Any]) -> ScenarioRecord:
        """Return the record that `to_plain` wrote."""
        steps = tuple(
            StepRecord(
                **{
                    **step,
                    "table": tuple(tuple(row) for row in step["table"]),
                    "result": Result(step["result"]),
                }
            )
            for step in plain["steps"]
        )
        return cls(
            feature=FeatureRecord(**plain["feature"]),
            rule=RuleRecord(**plain["rule"]) if plain["rule"] else None,
            name=plain["name"],
            line=plain["line"],
            row=plain["row"],
            example=tuple((name, value) for name, value in plain["example"]),
            tags=tuple(plain["tags"]),
            steps=steps,
        )


def _plain(value: Any) -> Any:  # noqa: ANN401 - it walks whatever asdict returns
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    # execnet refuses subclasses of str.
    return str(value) if isinstance(value, StrEnum) else value
