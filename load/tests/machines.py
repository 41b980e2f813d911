"""Several servers of mocks behind nginx on loopback, with the very configuration that compose.yaml uses."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import requests

from steps.wires import wait_until

PROJECT = Path(__file__).resolve().parents[2]
DEPLOY = PROJECT / "deploy" / "nginx"


@dataclass(frozen=True)
class Machines:
    """Servers that share a database, and the balancer before them.

    Attributes:
        url: the address of the balancer, which is also their ``--url``.
        servers: each process, by the address at which nginx finds it.
        log: a line for every request that the balancer answered.
        folder: where everybody writes.
    """

    url: str
    servers: dict[str, subprocess.Popen[bytes]]
    log: Path
    folder: Path

    def kill(self, server: str) -> None:
        """End a server as a power cut would: it closes nothing and tells nobody."""
        os.killpg(self.servers[server].pid, signal.SIGKILL)
        self.servers[server].wait(timeout=20)
        # Its worker dies a moment later, and what was posted to it just then is lost: nginx repeats no POST.
        host, _, port = server.partition(":")
        wait_until(lambda: not _listens(host, int(port)), f"{server} to be gone")


def nginx_here() -> str:
    """Return the program, on the path or where Debian keeps it; skip where there is none."""
    found = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    if found is None:
        pytest.skip("no nginx here: install Debian's nginx")
    return found


def lay_out(folder: Path, servers: list[str], door: int, log: Path) -> Path:
    """Put the configuration in a folder, with these servers and this door, and return its file."""
    shutil.copy(DEPLOY / "nginx.conf", folder)
    lines = "".join(f"server {server} max_fails=3 fail_timeout=5s;\n" for server in servers)
    (folder / "mocks.conf").write_text(lines, encoding="utf-8")
    (folder / "door.conf").write_text(f"listen 127.0.0.1:{door};\naccess_log {log};\n", encoding="utf-8")
    return folder / "nginx.conf"


def nginx_command(folder: Path, configuration: Path) -> list[str]:
    """Return the command line that keeps nginx in the foreground, and everything of it in a folder."""
    own = f"daemon off; pid {folder}/nginx.pid;"
    return [nginx_here(), "-p", str(folder), "-e", "stderr", "-c", str(configuration), "-g", own]


@contextlib.contextmanager
def machines(database: str, count: int = 2, *options: str) -> Iterator[Machines]:
    """Start servers on one database, all at the same moment, and nginx before them; stop them at the end."""
    nginx_here()
    # A folder of its own that everybody may enter: started by root, the processes of nginx are nobody's.
    folder = Path(tempfile.mkdtemp(prefix="pl-machines-"))
    folder.chmod(0o755)
    ports = free_ports(count + 1)
    url = f"http://127.0.0.1:{ports[-1]}"
    addresses = [f"127.0.0.1:{port}" for port in ports[:-1]]
    command = [sys.executable, "-m", "mocks", "up", "--database", database, "--url", url, *options]
    with contextlib.ExitStack() as running:
        running.callback(shutil.rmtree, folder, ignore_errors=True)
        servers = {
            address: running.enter_context(
                started([*command, "--port", address.rpartition(":")[2]], folder / f"{address[10:]}.log")
            )
            for address in addresses
        }
        for address, process in servers.items():
            wait_for(f"http://{address}/health", process, folder / f"{address[10:]}.log")
        log = folder / "access.log"
        configuration = lay_out(folder, addresses, ports[-1], log)
        balancer = running.enter_context(started(nginx_command(folder, configuration), folder / "nginx.log"))
        wait_for(f"{url}/health", balancer, folder / "nginx.log")
        yield Machines(url, servers, log, folder)


def free_ports(count: int) -> list[int]:
    """Return ports of loopback that nobody listens on, all different."""
    with contextlib.ExitStack() as probes:
        found = [probes.enter_context(socket.socket()) for _ in range(count)]
        for probe in found:
            probe.bind(("127.0.0.1", 0))
        return [int(probe.getsockname()[1]) for probe in found]


def _listens(host: str, port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex((host, port)) == 0


@contextlib.contextmanager
def started(command: list[str], log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Run a process of our own, and end it; by force when it does not hear."""
    with log.open("ab") as output:
        # In a session of its own, so that a test can end it with all that it started.
        process = subprocess.Popen(  # noqa: S603  # our own words
            command, stdout=output, stderr=output, cwd=PROJECT, start_new_session=True
        )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(timeout=20)


def wait_for(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Ask until it answers."""

    def answered() -> bool:
        assert process.poll() is None, log.read_text(encoding="utf-8")
        with contextlib.suppress(requests.ConnectionError):
            return requests.get(url, timeout=5).status_code == 200
        return False

    wait_until(answered, f"{url} to answer")
