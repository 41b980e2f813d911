"""Who is measured: how each provider is started, asked whether it is ready, and stopped.

A server and all its processes run on one processor core.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psutil
import requests

from load.rehearsal import free_port

PROJECT = Path(__file__).resolve().parent.parent
PEERS = Path(__file__).resolve().parent / "peers"
PEER_PYTHON = PROJECT / ".peers" / "bin"
"""The environment of peers in Python: their libraries must not meet ours."""

_PATIENCE = 60
"""Seconds after which a server that is not ready is given up."""


class NotReady(Exception):
    """A server that did not come up."""


@dataclass(frozen=True)
class Contestant:
    """A provider in one of its ways to sign in.

    Attributes:
        name: as the table says it.
        flow: its sign-in, see :mod:`bench.flows`.
        command: gives the command that starts it on a port.
        ready: a path that answers once it is ready.
        keys: the path of its key set; empty when it has none to verify by.
        algorithm: with which it signs.
        peer: whether it counts as one to be compared with.
    """

    name: str
    flow: str
    command: Callable[[int], Sequence[str]]
    ready: str
    keys: str
    algorithm: str = "RS256"
    peer: bool = True


@dataclass
class Running:
    """A server that runs.

    Attributes:
        contestant: what it is.
        port: where it listens.
        seconds: how long it took from its start until it was ready.
        process: its first process.
    """

    contestant: Contestant
    port: int
    seconds: float
    process: psutil.Process

    def processor_seconds(self) -> float:
        """Return the processor time that it has used, all its processes together."""
        spent = [one.cpu_times() for one in self._family()]
        return float(sum(one.user + one.system for one in spent))

    def megabytes(self) -> float:
        """Return the memory that it holds; what its processes share counts once."""
        return sum(float(one.memory_full_info().pss) for one in self._family()) / 1e6

    def key_set(self) -> dict[str, object]:
        """Return its public keys."""
        found: dict[str, object] = requests.get(self.url(self.contestant.keys), timeout=10).json()
        return found

    def url(self, path: str) -> str:
        """Return the address of a path."""
        return f"http://127.0.0.1:{self.port}{path}"

    def _family(self) -> list[psutil.Process]:
        return [self.process, *self.process.children(recursive=True)]


@contextmanager
def running(contestant: Contestant, cores: Sequence[int], log: Path) -> Iterator[Running]:
    """Start a provider on some cores, wait until it answers, and stop it in the end.

    Raises:
        NotReady: when it ends or does not answer.
    """
    port = free_port()
    with log.open("ab") as told:
        begun = time.perf_counter()
        with _on(cores):
            started = subprocess.Popen(  # noqa: S603  # our own list
                contestant.command(port), cwd=PROJECT, stdout=told, stderr=told, start_new_session=True
            )
        process = psutil.Process(started.pid)
        try:
            _await(contestant, port, started, log)
            yield Running(contestant, port, time.perf_counter() - begun, process)
        finally:
            _stop(started, process)


@contextmanager
def _on(cores: Sequence[int]) -> Iterator[None]:
    """Run on some cores for a moment: who is started then stays there."""
    own = os.sched_getaffinity(0)
    os.sched_setaffinity(0, cores)
    try:
        yield
    finally:
        os.sched_setaffinity(0, own)


def _await(contestant: Contestant, port: int, started: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        if started.poll() is not None:
            raise NotReady(f"{contestant.name} ended with {started.returncode}; see {log}.")
        with suppress(requests.ConnectionError):
            if requests.get(f"http://127.0.0.1:{port}{contestant.ready}", timeout=5).status_code < 500:
                return
        with suppress(subprocess.TimeoutExpired):
            started.wait(timeout=0.01)
    raise NotReady(f"{contestant.name} did not answer within {_PATIENCE} s; see {log}.")


def _stop(started: subprocess.Popen[bytes], process: psutil.Process) -> None:
    family = [process, *process.children(recursive=True)] if started.poll() is None else []
    started.terminate()
    _, left = psutil.wait_procs(family, timeout=10)
    for one in left:
        with suppress(psutil.NoSuchProcess):
            one.kill()
    started.wait()


def ours(data: Path, name: str = "proefloket", workers: int = 1) -> Contestant:
    """Return our own ACM, on the world in a folder."""

    def command(port: int) -> Sequence[str]:
        words = ["up", "--port", str(port), "--data", str(data), "--workers", str(workers)]
        return [sys.executable, "-m", "mocks", *words]

    return Contestant(name, "proefloket", command, "/acm/health", "/acm/op/v1/keys", peer=False)


def floor() -> Contestant:
    """Return what no provider on granian and Flask can be faster than."""
    return Contestant(
        "floor",
        "floor",
        _granian(Path(sys.executable).parent, "bench.floor:create_app()"),
        "/auth",
        "",
        peer=False,
    )


def peers() -> list[Contestant]:
    """Return the peers that are installed here."""
    found = []
    node = shutil.which("node")
    if node is not None and (PEERS / "node_modules").is_dir():

        def script(name: str, algorithm: str) -> Callable[[int], Sequence[str]]:
            return lambda port: [node, str(PEERS / name), str(port), algorithm]

        for algorithm in ("RS256", "ES256"):
            mark = "" if algorithm == "RS256" else f" {algorithm}"
            for way in ("session", "form"):
                found.append(
                    Contestant(
                        f"oidc-provider by {way}{mark}",
                        f"oidc_provider_by_{way}",
                        script("oidc_provider.mjs", algorithm),
                        "/jwks",
                        "/jwks",
                        algorithm,
                    )
                )
            found.append(
                Contestant(
                    f"oauth2-mock-server{mark}",
                    "oauth2_mock_server",
                    script("oauth2_mock_server.mjs", algorithm),
                    "/jwks",
                    "/jwks",
                    algorithm,
                )
            )
    if (PEER_PYTHON / "granian").exists():
        command = _granian(PEER_PYTHON, "bench.peers.oidc_provider_mock_app:application")
        found.append(Contestant("oidc-provider-mock", "oidc_provider_mock", command, "/jwks", "/jwks"))
    return found


def _granian(folder: Path, target: str) -> Callable[[int], Sequence[str]]:
    factory = ["--factory"] if target.endswith("()") else []
    return lambda port: [
        str(folder / "granian"),
        "--interface=wsgi",
        f"--port={port}",
        "--blocking-threads=1",
        "--no-ws",
        "--log-level=error",
        *factory,
        target.removesuffix("()"),
    ]
