"""How a scenario is recorded where it is played: by pytest-bdd's hooks, onto the pytest item.

pytest-bdd's own scenario report is not enough: it calls the steps behind a failure failed, leaves a
step without definition out, and is absent where a fixture failed before the first step.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pytest_bdd.scenario import scenario_wrapper_template_registry
from pytest_bdd.utils import registry_get_safe

from steps.cases import project_cases
from steps.report.records import FeatureRecord, Result, RuleRecord, ScenarioRecord, StepRecord

if TYPE_CHECKING:
    from pytest_bdd.parser import Scenario, ScenarioTemplate, Step


class Recording:
    """The results of the steps of one scenario so far."""

    def __init__(self) -> None:
        self.results: list[tuple[Result, float]] = []
        self._begun: float | None = None

    def begin_step(self) -> None:
        self._begun = time.perf_counter()

    def end_step(self, result: Result) -> None:
        begun = time.perf_counter() if self._begun is None else self._begun
        self.results.append((result, (time.perf_counter() - begun) * 1000))
        self._begun = None

    def close(self, result: Result) -> None:
        """Give a step that was begun and never ended, such as a skipped one, its result."""
        if self._begun is not None:
            self.end_step(result)

    def result_of(self, number: int) -> tuple[Result, float]:
        """Return result and milliseconds of a step; what was never begun was not reached."""
        return self.results[number] if number < len(self.results) else (Result.NOT_REACHED, 0.0)


RECORDING = pytest.StashKey[Recording]()


def template_of(item: pytest.Item) -> ScenarioTemplate | None:
    """Return the scenario that an item plays, or None for a plain test."""
    function = getattr(item, "function", None)
    return registry_get_safe(scenario_wrapper_template_registry, function)


def record_of(item: pytest.Item, template: ScenarioTemplate) -> ScenarioRecord:
    """Return what is known of a scenario at this moment, whether its steps began or not."""
    callspec = getattr(item, "callspec", None)
    values: dict[str, str] = callspec.params.get("_pytest_bdd_example", {}) if callspec else {}
    scenario = template.render(values)
    feature = FeatureRecord(
        file=_shown_path(template.feature.filename, item.config.rootpath),
        name=template.feature.name,
        description=template.feature.description.strip(),
    )
    rule = template.rule
    return ScenarioRecord(
        feature=feature,
        rule=RuleRecord(rule.name, rule.description.strip()) if rule else None,
        name=scenario.name,
        line=template.line_number,
        row=_row_of(template, values),
        example=tuple(values.items()),
        tags=_tags_of(item, template),
        steps=_steps_of(scenario, len(template.all_background_steps), _recording(item)),
    )


def _recording(item: pytest.Item) -> Recording:
    return item.stash.get(RECORDING, Recording())


def _shown_path(filename: str, root: Path) -> str:
    path = Path(filename)
    if path.is_relative_to(root):
        return path.relative_to(root).as_posix()
    return f"{path.parent.name}/{path.name}"


def _row_of(template: ScenarioTemplate, values: dict[str, str]) -> int:
    rows = [row for examples in template.examples for row in examples.as_contexts()]
    return rows.index(values) + 1 if values in rows else 0


def _tags_of(item: pytest.Item, template: ScenarioTemplate) -> tuple[str, ...]:
    """Return the tags of scenario, rule and feature, and the cases tagged on its Voorbeelden."""
    tags = set(template.tags) | set(template.feature.tags)
    if template.rule:
        tags |= set(template.rule.tags)
    cases = project_cases().by_number()
    tags |= {mark.name for mark in item.iter_markers() if mark.name in cases}
    return tuple(sorted(tags))


def _steps_of(scenario: Scenario, background: int, recording: Recording) -> tuple[StepRecord, ...]:
    steps = []
    for number, step in enumerate(scenario.steps):
        result, milliseconds = recording.result_of(number)
        steps.append(
            StepRecord(
                keyword=step.keyword,
                text=step.name,
                background=number < background,
                table=_table_of(step),
                docstring=step.docstring or "",
                result=result,
                milliseconds=milliseconds,
            )
        )
    return tuple(steps)


def _table_of(step: Step) -> tuple[tuple[str, ...], ...]:
    if step.datatable is None:
        return ()
    return tuple(tuple(str(cell) for cell in row) for row in step.datatable.raw())
