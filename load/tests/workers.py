"""A live server with several workers: who they are, connections to a worker of one's choice, and kills.

*Bron*: proc(5) for what belongs to which process.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

from bench.watched import workers_of
from load.browser import Judge, Request
from load.page import Page
from load.plain import encoded
from steps.wires import start, wait_until

MOST_CONNECTIONS = 500
"""How often a connection is tried until one lands at the worker that is wanted: the kernel chooses."""


_STATE, _THREADS, _BEGUN = 0, 17, 19
"""Where proc(5) tells it, counted from the state on."""


def lives(pid: int) -> bool:
    """Return whether a process still runs: one that nobody has buried yet does not.

    Its first thread may be dead while others of it are not yet, and then it still holds its sockets.
    """
    told = _stat(pid)
    return bool(told) and (told[_STATE] not in ("Z", "X") or int(told[_THREADS]) > 1)


def _begun(pid: int) -> int:
    told = _stat(pid)
    return int(told[_BEGUN]) if told else 0


def _stat(pid: int) -> list[str]:
    """Return what the kernel tells of a process from its state on; nothing of one that is gone."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return []


@dataclass
class Server:
    """``proefloket up`` with its workers.

    Attributes:
        folder: what ``--data`` names.
        options: the others.
        count: how many workers it has.
    """

    folder: Path
    options: tuple[str, ...] = ()
    count: int = 2
    url: str = ""

    def start(self) -> None:
        """Start it; once more it stands at the same port, so that nobody has to look for it."""
        port = urlsplit(self.url).port if self.url else None
        workers = ("--workers", str(self.count))
        self.url, self._process = start(self.folder, *self.options, *workers, port=port)
        self.wait()

    def wait(self) -> None:
        """Wait until every worker is there and listens; one that still loads its modules does not."""
        wait_until(
            lambda: (
                len(found := self.workers) == self.count and all(_listens(one, self.port) for one in found)
            ),
            f"{self.count} workers",
        )

    @property
    def port(self) -> int:
        """Where it stands on loopback."""
        return urlsplit(self.url).port or 0

    @property
    def pid(self) -> int:
        """The process that the workers are children of."""
        return self._process.pid

    @property
    def workers(self) -> list[int]:
        """The workers, the oldest first."""
        return sorted((one for one in workers_of(self.pid) if lives(one)), key=_begun)

    def kill_worker(self) -> int:
        """Kill the oldest worker, and return once it is gone; another will take its place."""
        oldest = self.workers[0]
        os.kill(oldest, signal.SIGKILL)
        wait_until(lambda: not lives(oldest), f"process {oldest} to be gone")
        return oldest

    def kill(self) -> None:
        """Kill the server and every worker at once, and return once they are gone."""
        everyone = [self.pid, *self.workers]
        for one in everyone:
            with contextlib.suppress(ProcessLookupError):
                os.kill(one, signal.SIGKILL)
        self._process.wait(timeout=30)
        wait_until(lambda: not any(lives(one) for one in everyone), "every process to be gone")

    def stop(self) -> None:
        """Stop it as Ctrl-C does, or by force when it does not."""
        self._process.terminate()
        try:
            self._process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            self.kill()

    def connection(self, worker: int) -> HTTPConnection:
        """Return a connection that one worker holds the other end of."""
        kept: list[HTTPConnection] = []
        try:
            for _ in range(MOST_CONNECTIONS):
                tried = HTTPConnection("127.0.0.1", self.port, timeout=30)
                kept.append(tried)
                # A connection belongs to whoever accepted it, and that is sure once it was answered on.
                tried.request("GET", "/health")
                tried.getresponse().read()
                if _holds(worker, _inode(self.port, tried.sock.getsockname()[1])):
                    return kept.pop()
        finally:
            for other in kept:
                other.close()
        raise TimeoutError(f"of {MOST_CONNECTIONS} connections none landed at process {worker}")


@contextlib.contextmanager
def serving(folder: Path, *options: str, count: int = 2) -> Iterator[Server]:
    """Start a server with workers on a free port of loopback, and stop it."""
    folder.mkdir(exist_ok=True)
    server = Server(folder, options, count)
    server.start()
    try:
        yield server
    finally:
        server.stop()


def _listens(pid: int, port: int) -> bool:
    """Return whether a process listens on a port of IPv4; each worker does so on a socket of its own."""
    return any(_holds(pid, inode) for inode in _inodes(port, 0))


def _inode(port: int, other: int) -> str:
    """Return the socket at a port whose other end is another port."""
    return next(iter(_inodes(port, other)), "")


def _inodes(port: int, other: int) -> list[str]:
    lines = Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()[1:]
    sockets = (line.split() for line in lines)
    return [one[9] for one in sockets if one[1][8:] == f":{port:04X}" and one[2][8:] == f":{other:04X}"]


def _holds(pid: int, inode: str) -> bool:
    """Return whether a process has a socket open."""
    try:
        return any(_target(one) == f"socket:[{inode}]" for one in Path(f"/proc/{pid}/fd").iterdir())
    except (FileNotFoundError, ProcessLookupError):
        return False


def _target(link: Path) -> str:
    with contextlib.suppress(FileNotFoundError):
        return str(link.readlink())
    return ""


class ByTurns:
    """Sends every request of one visitor to the next worker, with the cookies that were set."""

    def __init__(self, connections: list[HTTPConnection]) -> None:
        """Send over these connections, one after the other."""
        self._connections = connections
        self._turn = 0
        self.cookies: dict[str, str] = {}

    def send(self, request: Request, judge: Judge) -> Page:
        """Send a request without following a redirect, and insist on its answer."""
        connection = self._connections[self._turn % len(self._connections)]
        self._turn += 1
        page = self.send_over(connection, request)
        wrong = judge(page)
        assert not wrong, f"{request.name}: {wrong}"
        return page

    def send_over(self, connection: HTTPConnection, request: Request) -> Page:
        """Send a request over one connection, whatever its answer."""
        body, headers = encoded(request)
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        place = urlsplit(request.url)
        target = f"{place.path}?{place.query}" if place.query else place.path
        connection.request(request.method, target, body, headers)
        answer = connection.getresponse()
        for told in answer.msg.get_all("Set-Cookie") or []:
            name, _, value = told.partition(";")[0].partition("=")
            self.cookies[name] = value
        text = answer.read().decode("utf-8", "replace")
        return Page(request.url, answer.status, text, answer.headers.get("Location", ""))

    def forget(self) -> None:
        """Become a browser without cookies."""
        self.cookies.clear()
