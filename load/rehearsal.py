"""One rehearsal: a federation where none was named, the ceiling of the mocks, and the run."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import requests

from load.blame import Ceiling, OwnTimes, ceiling_of
from load.crowd import Crowd
from load.measurement import Measurement, NoMeasurement, read
from load.shape import Shape

LOCUSTFILE = Path(__file__).resolve().parent / "locustfile.py"
STOP_SECONDS = 15
"""How long a journey that is under way may still take at the end of a run."""

GRACE_SECONDS = 60
"""After which a run that should be over is ended by force."""

ASKED, ASKED_AT_ONCE = 24, 8
"""How often the mocks are asked for their own times: with four processes hardly ever is one left out."""


class CannotRehearse(Exception):
    """The run could not be made; the message says why, in one sentence."""


@dataclass(frozen=True)
class Plan:
    """What was asked.

    Attributes:
        shape: which load.
        places: the address of the e-loket, and that of the federation.
        crowd: the population; of nobody, it is the cast.
        scale: the factor on the arrivals.
        minutes: how long.
        processes: those of Locust.
        seed: of chance.
        own: whether the federation is ours, so that its clock may be set.
    """

    shape: Shape
    places: tuple[str, str]
    crowd: Crowd
    scale: float
    minutes: float
    processes: int
    seed: str
    own: bool

    @property
    def target(self) -> str:
        """The address of the e-loket."""
        return self.places[0]

    @property
    def mocks(self) -> str:
        """The address of the federation."""
        return self.places[1]


@dataclass(frozen=True)
class Found:
    """What a rehearsal brought.

    Attributes:
        measurement: what the visitors saw.
        ceiling: what the mocks can do here.
        own: the seconds within which 95 % of the mocks' own answers came; None when they do not tell.
    """

    measurement: Measurement
    ceiling: Ceiling
    own: float | None


@dataclass(frozen=True)
class Own:
    """A federation of our own.

    Attributes:
        url: its address.
        pid: the process that its workers are children of.
        data: the folder that keeps its worlds.
    """

    url: str
    pid: int
    data: Path


@contextlib.contextmanager
def federation(date: str, log: Path, crowd: Crowd, workers: int = 1) -> Iterator[Own]:
    """Populate a world, run ``proefloket up`` on a free port of loopback, give it, and stop it.

    Args:
        date: when its world begins; empty is the usual moment.
        log: where it writes.
        crowd: who come beside the cast.
        workers: the processes that answer.

    Raises:
        CannotRehearse: when it does not answer.
    """
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="proefloket-load-") as data, log.open("ab") as output:
        begin = ["--date", date] if date else []
        _populate(crowd, ["--data", data, *begin], output)
        command = [sys.executable, "-m", "mocks", "up", "--port", str(port), "--data", data, *begin]
        command += ["--workers", str(workers)]
        process = subprocess.Popen(command, stdout=output, stderr=output, cwd=LOCUSTFILE.parents[1])  # noqa: S603
        url = f"http://127.0.0.1:{port}"
        try:
            _wait_for(url, process, log)
            yield Own(url, process.pid, Path(data))
        finally:
            process.terminate()
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(timeout=20)


def _populate(crowd: Crowd, place: list[str], output: BinaryIO) -> None:
    if not crowd.size:
        return
    command = [sys.executable, "-m", "mocks", "populate", str(crowd.size), "--seed", str(crowd.seed), *place]
    command += crowd.words
    done = subprocess.run(command, stdout=output, stderr=output, cwd=LOCUSTFILE.parents[1], check=False)  # noqa: S603
    if done.returncode:
        raise CannotRehearse(f"De bevolking kwam er niet; zie {output.name}.")


def rehearse(plan: Plan, folder: Path, ceiling: Shape) -> Found:
    """Measure the ceiling of the mocks, then let the visitors come.

    Raises:
        CannotRehearse: when the mocks or the target cannot be reached, or Locust did not run.
    """
    log = folder / "load.log"
    measured = _locust(plan, ceiling, plan.mocks, folder / "ceiling.json", log, 1)
    before = own_times(plan.mocks)
    measurement = _locust(plan, plan.shape, plan.target, folder / "load.json", log, plan.processes)
    after = own_times(plan.mocks)
    own = after.within(before, 0.95) if before is not None and after is not None else None
    return Found(measurement, ceiling_of(measured), own)


def own_times(mocks: str) -> OwnTimes | None:
    """Return how long the mocks' answers took until now; None when they do not tell.

    Which of their processes answers is not ours to choose, so that they are asked more than once.
    """
    with ThreadPoolExecutor(ASKED_AT_ONCE) as pool:
        texts = [text for text in pool.map(_exposed, [mocks] * ASKED) if text]
    return OwnTimes(*texts) if texts else None


def _exposed(mocks: str) -> str:
    """Return what one process of the mocks tells, or an empty text."""
    with contextlib.suppress(requests.RequestException):
        answer = requests.get(f"{mocks}/metrics", timeout=10)
        if answer.ok:
            return answer.text
    return ""


def answers(url: str) -> bool:
    """Return whether anything answers there."""
    with contextlib.suppress(requests.RequestException):
        requests.get(url, timeout=10, allow_redirects=False)
        return True
    return False


def _locust(plan: Plan, shape: Shape, host: str, kept: Path, log: Path, processes: int) -> Measurement:
    """Run Locust in a process of its own, and return what it measured."""
    minutes = shape.minutes if shape is not plan.shape else plan.minutes
    command = [sys.executable, "-m", "locust", "-f", str(LOCUSTFILE), "--headless", "--only-summary"]
    command += ["--host", host, "--mocks", plan.mocks, "--shape", shape.name, "--seed", plan.seed]
    command += ["--minutes", str(minutes), "--scale", str(plan.scale if shape is plan.shape else 1)]
    crowd = plan.crowd
    command += ["--people", str(crowd.size), "--people-seed", str(crowd.seed)]
    command += ["--kbo-open-data", str(crowd.open_data.resolve())] if crowd.open_data is not None else []
    command += ["--stop-timeout", str(STOP_SECONDS), "--measurement", str(kept), "--loglevel", "WARNING"]
    command += together(processes) if processes > 1 else []
    command += ["--clock"] if plan.own else []
    kept.unlink(missing_ok=True)
    limit = minutes * 60 + STOP_SECONDS + GRACE_SECONDS
    try:
        with log.open("ab") as output:
            subprocess.run(  # noqa: S603
                command, stdout=output, stderr=output, timeout=limit, check=False, env=_environment()
            )
        return read(kept)
    except subprocess.TimeoutExpired:
        raise CannotRehearse(f"Locust stopte niet na {limit:.0f} seconden; zie {log}.") from None
    except NoMeasurement:
        raise CannotRehearse(f"Locust heeft niets gemeten; zie {log}.") from None


def together(processes: int) -> list[str]:
    """Return what makes Locust a master with so many workers, who meet on loopback at a port of their own.

    By itself it listens on every address of the machine, and always at the same port.
    """
    port = str(free_port())
    here = ["--master-bind-host", "127.0.0.1", "--master-host", "127.0.0.1"]
    return ["--processes", str(processes), *here, "--master-bind-port", port, "--master-port", port]


def free_port() -> int:
    """Return a port of loopback that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _environment() -> dict[str, str]:
    """Return the environment without what would change Locust's own settings."""
    return {name: value for name, value in os.environ.items() if not name.startswith("LOCUST_")}


def _wait_for(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + 60
    while not answers(f"{url}/health"):
        if process.poll() is not None or time.monotonic() > until:
            raise CannotRehearse(f"De federatie start niet; zie {log}.")
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=0.05)
