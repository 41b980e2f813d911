"""Shapes are data: the shipped ones can be played, and a faulty file says what is wrong with it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from load.journeys import JOURNEYS
from load.shape import FaultyFile, Shape, UnknownShape, names, read_shape, read_targets, shape_of
from load.verdict import Target, Targets

STAGE = {"title": "x", "share": 0.5, "arrivals": [1, 3], "mix": "m", "basis": "y", "assumed": True}
TOLD: dict[str, Any] = {
    "title": "t",
    "minutes": 2,
    "margin": 10,
    "mix": {"m": {"employee signs in": 1}},
    "stage": [STAGE, {**STAGE, "arrivals": [3, 0]}],
    "minimum": {"kiosk GET /dossiers": 100},
}


def shape(**changes: object) -> Shape:
    return shape_of("proef", {**TOLD, **changes})


def test_the_shapes_of_the_issue_are_there() -> None:
    asked = {"april-peak", "go-live-morning", "deadline-hour", "webinar", "soak", "step"}
    assert set(names()) == asked | {"ceiling"}


@pytest.mark.parametrize("name", names())
def test_a_shipped_shape_plays_journeys_that_there_are_and_asks_those_it_plays(name: str) -> None:
    shipped = read_shape(name)
    played = {journey for stage in shipped.stages for journey in stage.mix}
    assert played - JOURNEYS.keys() == set()
    assert all(stage.basis for stage in shipped.stages)
    asked = {one.removeprefix("journey ") for one in shipped.minimum if one.startswith("journey ")}
    assert asked <= played


def test_every_journey_is_in_some_shape() -> None:
    played = {one for name in names() for stage in read_shape(name).stages for one in stage.mix}
    assert played == JOURNEYS.keys()


def test_arrivals_go_from_stage_to_stage_and_are_scaled() -> None:
    assert [shape().arrivals(part) for part in (0.0, 0.25, 0.5, 0.75)] == [10.0, 20.0, 30.0, 15.0]
    assert shape().arrivals(0.25, scale=2.0) == 40.0
    assert shape().arrivals(1.0) == 0.0
    assert shape().at(1.0) is None


def test_visitors_are_as_many_as_make_the_arrivals_at_their_pace() -> None:
    assert shape(margin=1).users(0.0, 0.05) == 1
    assert shape(margin=1).users(0.0, 1.0) == 10
    assert shape(margin=1, pace=0, crowd=8).users(0.0, 1.0) == 8


def test_the_counts_that_are_asked_follow_scale_and_length() -> None:
    common = Targets({"kiosk GET /dossiers": Target({95.0: 5.0})}, Target({95.0: 9.0}, 0.1))
    targets = shape().targets(common, scale=0.5, minutes=1)
    assert targets.of("kiosk GET /dossiers") == Target({95.0: 5.0}, 0.0, 25)
    assert shape().targets(common, 0.001, 1).of("kiosk GET /dossiers").minimum == 1
    assert targets.of("kiosk GET /") == Target({95.0: 9.0}, 0.1, 0)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"stage": [STAGE]}, "samen 0.5"),
        ({"stage": [STAGE, {**STAGE, "arrivals": [-1, 0]}]}, "nooit negatief"),
        ({"stage": [STAGE, {**STAGE, "mix": "n"}]}, "'n' ontbreekt"),
        ({"stage": [STAGE, {**STAGE, "arrivals": [1]}]}, "niet te gebruiken"),
        ({"stage": [STAGE, {"title": "zonder bron"}]}, "ontbreekt"),
        ({"minimum": {}}, "die niets doet"),
        ({"minutes": 0}, "meer dan nul"),
        ({"pace": 0}, "crowd"),
        ({"crowd": 8}, "crowd"),
    ],
)
def test_a_shape_that_cannot_be_says_why(changes: dict[str, object], sentence: str) -> None:
    with pytest.raises(FaultyFile, match=sentence):
        shape(**changes)


def test_a_shape_that_is_not_there_lists_those_that_are() -> None:
    with pytest.raises(UnknownShape, match="april-peak, ceiling"):
        read_shape("piek")


def test_the_shipped_targets_can_be_read() -> None:
    targets = read_targets()
    assert targets.default.percentiles
    assert targets.of("journey employee signs in") == targets.journeys


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[default]\np97 = 100\nerrors = 0\n[journeys]\nerrors = 0", "p97"),
        ("[default]\np95 = 100\nerrors = 0\nkleur = 1\n[journeys]\nerrors = 0", "kleur"),
        ("[default]\np95 = 100\n[journeys]\nerrors = 0", "errors"),
        ("[default]\np95 = 100\nerrors = 0", "journeys"),
        ("[default", "toml"),
    ],
)
def test_targets_that_cannot_be_say_why(tmp_path: Path, text: str, sentence: str) -> None:
    file = tmp_path / "doelen.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(FaultyFile, match=sentence):
        read_targets(file)


def test_the_days_of_the_april_peak_come_in_order_and_each_once() -> None:
    clocks = [datetime.fromisoformat(stage.clock) for stage in read_shape("april-peak").stages]
    assert clocks == sorted(set(clocks))
