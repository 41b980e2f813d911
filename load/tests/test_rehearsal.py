"""Whole rehearsals by the command, on loopback and bounded: ``make peak`` runs them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from load.measurement import read
from load.tests.open_data_sample import sample
from load.tests.slow_proxy import slow_kiosk
from mocks.cli import main
from steps.wires import free_port, served

PEAK = "PROEFLOKET_PEAK"

# Load with a verdict wants the machine for itself; make test runs beside other tests, and is the fast set.
pytestmark = pytest.mark.skipif(PEAK not in os.environ, reason="takes minutes; make peak runs it")


def load(folder: Path, shape: str, *options: str) -> Result:
    return CliRunner().invoke(main, ["load", shape, "--report", str(folder / "report"), *options])


def test_the_morning_of_go_live_is_green_and_has_its_report(tmp_path: Path) -> None:
    result = load(tmp_path, "go-live-morning", "--minutes", "0.5")
    assert result.exit_code == 0, result.output
    assert "GROEN: alle doelen gehaald." in result.output
    page = (tmp_path / "report" / "load.html").read_text(encoding="utf-8")
    assert page.count("<figure>") == 3
    measured = read(tmp_path / "report" / "load.json")
    assert measured.requests["journey legal representative signs in"].failures == 0


def test_a_slow_kiosk_is_red_with_the_right_breach_and_the_mocks_acquitted(tmp_path: Path) -> None:
    port = free_port()
    (tmp_path / "toneel").mkdir()
    with (
        served(tmp_path / "toneel", "--url", f"http://127.0.0.1:{port}") as behind,
        slow_kiosk(port, int(behind.rpartition(":")[2]), seconds=1.2) as target,
    ):
        result = load(tmp_path, "go-live-morning", "--minutes", "0.5", "--target", target)
    assert result.exit_code == 1, result.output
    assert "Schuldig: KIOSK. De mocks gaan vrijuit." in result.output
    breaches = [line for line in result.output.splitlines() if line.startswith("  ")]
    assert any("kiosk GET /dossiers: p95 is" in breach for breach in breaches)
    assert [one for one in breaches if one.split()[0] not in {"kiosk", "journey"}] == []


def test_a_morning_with_organisations_of_open_data_has_no_wrong_answer(tmp_path: Path) -> None:
    kbo = sample(270).zip(tmp_path / "KboOpenData_0087_2021_04_Full.zip")
    result = load(tmp_path, "go-live-morning", "--minutes", "0.5", "--kbo-open-data", str(kbo))
    # How fast they were does not matter here, and on a busy machine the verdict may be red for that.
    assert result.exit_code in {0, 1}, result.output
    measured = read(tmp_path / "report" / "load.json")
    assert measured.requests["journey legal representative signs in"].count > 0
    assert {name: one.failures for name, one in measured.requests.items() if one.failures} == {}


def test_a_run_that_made_no_request_fails(tmp_path: Path) -> None:
    result = load(tmp_path, "go-live-morning", "--minutes", "0.005", "--scale", "0.001")
    assert result.exit_code == 1, result.output
    assert "geen enkele aanvraag" in result.output
    assert "Schuldig: de proef zelf." in result.output


def test_a_target_that_does_not_answer_is_one_sentence(tmp_path: Path) -> None:
    target = f"http://127.0.0.1:{free_port()}"
    result = load(tmp_path, "go-live-morning", "--target", target)
    assert (result.exit_code, result.output) == (2, f"Op {target} antwoordt niets.\n")
