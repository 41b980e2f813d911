"""The command says in one sentence what it cannot do, before anything starts."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from load.rehearsal import together
from mocks.cli import main


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (("piek",), "Er is geen vorm ‘piek’; wel: april-peak,"),
        (("step", "--scale", "0"), "meer dan nul"),
        (("step", "--minutes", "-1"), "meer dan nul"),
        (("step", "--target", "kiosk.test"), "http://"),
        (("step", "--compare", __file__), "geen meting"),
        (("step", "--kbo-open-data", __file__, "--people", "0"), "Zeg met --people hoeveel personen"),
        (("step", "--kbo-open-data", __file__), "is geen zip, of niet helemaal opgehaald"),
    ],
)
def test_what_cannot_be_rehearsed_is_one_sentence(
    tmp_path: Path, asked: tuple[str, ...], sentence: str
) -> None:
    result = CliRunner().invoke(main, ["load", *asked, "--report", str(tmp_path)])
    assert result.exit_code == 2
    assert sentence in result.output
    assert "Traceback" not in result.output


def test_the_help_names_every_option_and_how_it_ends() -> None:
    told = CliRunner().invoke(main, ["load", "--help"]).output
    for word in ("--target", "--scale", "--minutes", "--processes", "--compare", "0 is groen, 1 is rood"):
        assert word in told


def test_the_processes_of_locust_meet_on_loopback_and_two_runs_do_not_meet() -> None:
    one, other = together(2), together(2)
    told = dict(zip(one[::2], one[1::2], strict=True))
    assert told["--processes"] == "2"
    assert told["--master-bind-host"] == told["--master-host"] == "127.0.0.1"
    assert told["--master-bind-port"] == told["--master-port"]
    assert one != other
