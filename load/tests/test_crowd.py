"""A population is handed on as it was asked for: to the command that fills, and to who draws."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from load.cast_people import CastPopulation
from load.crowd import Crowd, people_of
from load.people import Population
from load.tests.open_data_sample import sample
from mocks.cli import main


def test_nobody_is_the_cast_and_somebody_a_population() -> None:
    assert isinstance(people_of(Crowd(0, 1)), CastPopulation)
    found = people_of(Crowd(1_000, 3))
    assert isinstance(found, Population)
    assert (found.size, found.seed) == (1_000, 3)


@pytest.mark.parametrize(
    ("real", "words"), [(False, ["--kbo-open-data"]), (True, ["--kbo-open-data", "--allow-real-numbers"])]
)
def test_what_is_handed_on_fills_the_same_world(tmp_path: Path, real: bool, words: list[str]) -> None:
    crowd = Crowd(1_000, 3, sample(270).folder(tmp_path / "kbo"), real=real)
    assert [word for word in crowd.words if word.startswith("--")] == words
    place = ["--data", str(tmp_path / "toneel")]
    asked = CliRunner().invoke(main, ["populate", "1000", "--seed", "3", *place, *crowd.words])
    assert asked.exit_code == 0, asked.output
    assert "organisaties uit KBO-uittreksel 87" in asked.output


def test_without_open_data_nothing_is_handed_on() -> None:
    assert Crowd(1_000, 3).words == ()


@pytest.mark.parametrize("command", ["populate", "load"])
def test_the_help_names_the_file_and_what_allows_its_numbers(command: str) -> None:
    told = CliRunner().invoke(main, [command, "--help"]).output
    assert "--kbo-open-data" in told
    assert "--allow-real-numbers" in told
