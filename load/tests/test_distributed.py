"""Locust's own master and workers, against two servers behind nginx: everything is counted, and once.

``make peak`` runs these.  The other witness is the log of nginx, which knows every request that was answered.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from click.testing import CliRunner

from load.measurement import JOURNEY, Measurement, read
from load.shape import read_shape, read_targets
from load.tests.machines import PROJECT, Machines, free_ports, machines, started
from load.tests.test_rehearsal import PEAK
from load.verdict import breaches, exit_code
from mocks.cli import main

# Load with a verdict wants the machine for itself; make test runs beside other tests, and is the fast set.
pytestmark = pytest.mark.skipif(PEAK not in os.environ, reason="takes a minute or two; make peak runs it")

OF_THE_COMMAND = re.compile(r'"GET (/|/metrics) HTTP')
"""What ``proefloket load`` itself asks, and no visitor."""


@pytest.fixture
def stage(postgres: str) -> Iterator[Machines]:
    """Let two servers stand behind nginx."""
    with machines(postgres) as running:
        yield running


def answered(stage: Machines) -> int:
    """Return how many requests of visitors nginx has answered."""
    lines = stage.log.read_text(encoding="utf-8").splitlines()
    return sum(1 for line in lines if OF_THE_COMMAND.search(line) is None)


def requests_of(measured: Measurement) -> int:
    """Return how many requests were counted, by name."""
    return sum(one.count for name, one in measured.requests.items() if not name.startswith(f"{JOURNEY} "))


def test_a_master_counts_what_its_workers_did_once_and_all_of_it(stage: Machines, tmp_path: Path) -> None:
    before = answered(stage)
    kept, (port,) = tmp_path / "load.json", free_ports(1)
    locust = [sys.executable, "-m", "locust", "-f", "load/locustfile.py", "--loglevel", "WARNING"]
    worker = [*locust, "--worker", "--master-host", "127.0.0.1", "--master-port", str(port)]
    master = [*locust, "--master", "--master-bind-host", "127.0.0.1", "--master-bind-port", str(port)]
    master += ["--headless", "--only-summary", "--expect-workers", "2", "--expect-workers-max-wait", "60"]
    master += ["--host", stage.url, "--shape", "webinar", "--minutes", "0.2", "--scale", "0.5"]
    master += ["--stop-timeout", "15", "--measurement", str(kept)]
    with ExitStack() as running:
        workers = [
            running.enter_context(started(worker, tmp_path / f"worker-{number}.log")) for number in range(2)
        ]
        told = subprocess.run(  # noqa: S603  # our own words
            master, cwd=PROJECT, stderr=subprocess.PIPE, text=True, timeout=150, check=False
        )
        assert [one.wait(timeout=30) for one in workers] == [0, 0]
    measured = read(kept)
    assert requests_of(measured) == answered(stage) - before > 0
    assert sum(tick.requests for tick in measured.ticks) == requests_of(measured)
    assert max(tick.users for tick in measured.ticks) > 1

    # The workers were told nothing but where the master is: which shape it is they heard from there.
    shape = read_shape("webinar")
    made = {name.removeprefix(f"{JOURNEY} ") for name in measured.requests if name.startswith(JOURNEY)}
    assert made <= {journey for stretch in shape.stages for journey in stretch.mix}
    assert made
    targets = shape.targets(read_targets(), 0.5, 0.2)
    found = breaches(targets, measured.requests)
    assert [one.sentence for one in found if one.sentence not in told.stderr] == []
    assert told.returncode == exit_code(found)


def test_two_processes_of_the_command_count_together(stage: Machines, tmp_path: Path) -> None:
    before = answered(stage)
    options = ["--minutes", "0.2", "--scale", "0.5", "--processes", "2", "--report", str(tmp_path)]
    result = CliRunner().invoke(main, ["load", "go-live-morning", "--target", stage.url, *options])
    assert result.exit_code in {0, 1}, result.output
    measured, ceiling = read(tmp_path / "load.json"), read(tmp_path / "ceiling.json")
    assert requests_of(measured) + requests_of(ceiling) == answered(stage) - before
    assert requests_of(measured) > 0
    # Both servers told of themselves, whichever was asked.
    assert "van hun eigen antwoorden kwam binnen" in result.output
