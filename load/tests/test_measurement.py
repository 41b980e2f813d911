"""What a run measured is kept whole, and percentiles are those of the answers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from load.measurement import (
    Failure,
    Measured,
    Measurement,
    NoMeasurement,
    Tick,
    percentile,
    percentiles,
    read,
)

WHOLE = Measurement(
    shape="step",
    scale=2.0,
    minutes=1.0,
    target="http://127.0.0.1:8600",
    requests={"kiosk GET /": Measured(3, 1, {50.0: 4.0, 95.0: 9.0})},
    ticks=(Tick(2.0, 2.0, 5, 1.5, 4, 30, 1, {50.0: 4.0}), Tick(3.0, 1.0, 5, 1.5, 3, 30, 1)),
    failures=(Failure("kiosk GET /", "503", 1),),
)


def test_a_measurement_is_read_as_it_was_written(tmp_path: Path) -> None:
    WHOLE.write(tmp_path / "report" / "load.json")
    assert read(tmp_path / "report" / "load.json") == WHOLE


@pytest.mark.parametrize("text", [None, "", "[]", "{}", '{"shape": "step", "requests": {}, "ticks": []}'])
def test_another_file_is_no_measurement(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / "load.json").write_text(text, encoding="utf-8")
    with pytest.raises(NoMeasurement, match="is geen meting"):
        read(tmp_path / "load.json")


@pytest.mark.parametrize(
    ("wanted", "time"), [(50.0, 1.0), (90.0, 1.0), (91.0, 7.0), (99.0, 7.0), (100.0, 30.0)]
)
def test_a_percentile_is_the_time_of_that_rank(wanted: float, time: float) -> None:
    assert percentile({30.0: 1, 1.0: 90, 7.0: 9}, wanted) == time


def test_of_nothing_there_is_no_percentile() -> None:
    assert percentiles({}) == {}
    with pytest.raises(ValueError, match="nothing"):
        percentile({}, 50.0)


def ticks(*stretches: tuple[float, int]) -> Measurement:
    """Return a run of stretches of so many seconds and requests."""
    return replace(
        WHOLE, ticks=tuple(Tick(0.0, seconds, 5, 1.5, 0, requests, 0) for seconds, requests in stretches)
    )


def test_the_busiest_moments_are_those_of_some_seconds() -> None:
    assert ticks((2, 10), (2, 20), (2, 60), (2, 60), (2, 10)).busiest == 30.0
    assert ticks((6, 60), (6, 120)).busiest == 20.0


def test_a_remainder_of_a_stretch_is_no_peak() -> None:
    assert ticks((2, 20), (2, 20), (0.01, 6)).busiest < 12
    assert ticks((1, 50)).busiest == 0.0
    assert ticks().busiest == 0.0
