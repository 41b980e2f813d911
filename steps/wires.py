"""The wires: how the drivers reach the federation, and a fresh world for each scenario.

``process``: WSGI in process through ``responses``, on the real host names.  ``socket``: a live server that is
started once, each scenario in ``/w/<name>``.  The same scenarios pass on each.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
import requests

from mocks.core.addresses import AddressBook
from mocks.core.visit import ENVIRON_WORLD
from mocks.core.wire.process import hosts_in_process

# Imported here, so that no scenario is charged for it.
from mocks.federation import Federation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

FROZEN = {"running": False, "token_time": "world"}
_numbers = itertools.count(1)


@dataclass(frozen=True)
class Wire:
    """A world that is reachable.

    Attributes:
        name: ``process`` or ``socket``.
        world: the name of the scenario's world.
        addresses: where each system stands.
    """

    name: str
    world: str
    addresses: AddressBook

    def url(self, system: str, path: str = "") -> str:
        """Return the address of ``path`` at a system, in the scenario's world."""
        return self.addresses.base(system, self.world) + path


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the wire be chosen."""
    parser.addoption(
        "--wire", choices=["process", "socket"], default="process", help="How to reach the mocks."
    )


@pytest.fixture(scope="session")
def live_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start ``proefloket up`` on a free port of loopback, for as long as the tests last."""
    with served(tmp_path_factory.mktemp("toneel")) as url:
        yield url


@contextlib.contextmanager
def served(folder: Path, *options: str) -> Iterator[str]:
    """Run ``proefloket up`` in a process of its own and give its address."""
    url, process = start(folder, *options)
    try:
        yield url
    finally:
        process.terminate()
        process.wait(timeout=20)


def start(folder: Path, *options: str, port: int | None = None) -> tuple[str, subprocess.Popen[bytes]]:
    """Start ``proefloket up --data folder`` on a free port and wait until it answers."""
    port = port or free_port()
    command = [sys.executable, "-m", "mocks", "up", "--port", str(port), "--data", str(folder), *options]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with (folder.parent / f"{folder.name}-{port}.log").open("ab") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, env=environment)  # noqa: S603
    url = f"http://127.0.0.1:{port}"
    wait_until(lambda: _answers(url, process), f"{url} to answer; see {log.name}")
    return url, process


def free_port() -> int:
    """Return a port of loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until(ready: Callable[[], bool], what: str, seconds: float = 30) -> None:
    """Ask again and again, a bounded number of times, until something is ready.

    Raises:
        TimeoutError: when it is not ready in time.
    """
    until = time.monotonic() + seconds
    while not ready():
        if time.monotonic() > until:
            raise TimeoutError(f"waited {seconds} s for {what}")
        # Not a sleep in a test: another process is starting, and nothing tells us when it has.
        time.sleep(0.02)


def _answers(url: str, process: subprocess.Popen[bytes]) -> bool:
    if process.poll() is not None:
        raise RuntimeError(f"the server stopped with exit code {process.returncode}")
    with contextlib.suppress(requests.ConnectionError):
        return requests.get(f"{url}/health", timeout=5).status_code == 200
    return False


@pytest.fixture
def wire(request: pytest.FixtureRequest, record_property: Callable[[str, Any], None]) -> Iterator[Wire]:
    """Give the scenario a world of its own, frozen on the morning of the go-live."""
    chosen = request.config.getoption("--wire")
    world = f"s-{os.getpid()}-{next(_numbers)}"
    record_property("wire", chosen)
    record_property("world_date", "2021-04-27T09:00:00+02:00")
    if chosen == "process":
        yield from _in_process(request.getfixturevalue("federation_application"), world)
    else:
        yield from _on_socket(request.getfixturevalue("live_server"), world)


def _in_process(application: Federation, world: str) -> Iterator[Wire]:
    application.house.worlds.create(world)
    addresses = application.house.addresses
    with hosts_in_process(application, addresses.origin_hosts, {ENVIRON_WORLD: world}):
        yield Wire("process", world, addresses)
    application.house.worlds.delete(world)


def _on_socket(url: str, world: str) -> Iterator[Wire]:
    created = requests.post(f"{url}/_mock/worlds", json={"name": world}, timeout=10)
    assert created.status_code == 201, created.text
    addresses = AddressBook.on(url)
    wire = Wire("socket", world, addresses)
    stopped = requests.put(wire.url("stage", "/_mock/clock"), json=FROZEN, timeout=10)
    assert stopped.status_code == 200, stopped.text
    yield wire
    requests.delete(f"{url}/_mock/worlds/{world}", timeout=10)
