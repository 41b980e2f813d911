"""Two thousand connected users, and some who are slow: nobody stalls, and who comes new is answered."""

from __future__ import annotations

import contextlib
import random
import resource
import socket
from collections import Counter
from collections.abc import Iterator

import pytest

from load.browser import Browser
from load.cast_people import CastPopulation
from load.errand import Errand, Places
from load.journeys.pageless import sign_in_without_pages
from load.plain import PlainTransport
from load.tests.workers import Server, serving

USERS = 2_000
PATHS = ("/health", "/acm/op/v1/keys")
SECONDS = 120
"""After which an answer will not come any more: two thousand at once wait for one another."""

SLOW = 50
"""More than a worker has threads."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Give a server as ``proefloket up`` has it without options: one worker."""
    with serving(tmp_path_factory.mktemp("toneel") / "toneel", count=1) as one:
        yield one


@pytest.fixture
def many_files() -> Iterator[None]:
    """Let this process have a connection per user, where the system allows that many."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = USERS + 500
    if hard != resource.RLIM_INFINITY and hard < wanted:
        pytest.skip(f"a process may have {hard} files open here, and {USERS} users need {wanted}")
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, wanted), hard))
    yield
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


@contextlib.contextmanager
def connected(server: Server, users: int) -> Iterator[list[socket.socket]]:
    """Give connections of so many users, and close them."""
    with contextlib.ExitStack() as stack:
        address = ("127.0.0.1", server.port)
        yield [stack.enter_context(socket.create_connection(address, timeout=SECONDS)) for _ in range(users)]


def ask(user: socket.socket, server: Server, path: str) -> None:
    """Send a request, and leave the connection open for the next one."""
    user.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n\r\n".encode())


def status(user: socket.socket) -> str:
    """Read one answer to its last byte; return its status, or what came instead."""
    head, body = b"", b""
    while b"\r\n\r\n" not in head:
        got = user.recv(65_536)
        if not got:
            return "closed"
        head += got
    head, _, body = head.partition(b"\r\n\r\n")
    fields = dict(line.lower().split(b": ", 1) for line in head.split(b"\r\n")[1:])
    while len(body) < int(fields[b"content-length"]):
        body += user.recv(65_536)
    return head.split(b" ")[1].decode()


def somebody_new_signs_in(server: Server) -> None:
    """Sign in without pages over a connection of one's own, each answer checked."""
    transport = PlainTransport(lambda *_: None, SECONDS)
    places = Places(server.url, server.url)
    sign_in_without_pages(
        Errand(Browser(transport, lambda: None), CastPopulation(), random.Random(1), places)
    )
    transport.close()


@pytest.mark.usefixtures("many_files")
def test_two_thousand_connected_users_are_all_answered_and_so_is_who_comes_new(server: Server) -> None:
    with connected(server, USERS) as users:
        for path in PATHS:
            for user in users:
                ask(user, server, path)
            somebody_new_signs_in(server)
            assert Counter(status(user) for user in users) == {"200": USERS}
        # And while they are connected and silent.
        somebody_new_signs_in(server)


def test_who_sends_half_a_head_keeps_nobody_waiting(server: Server) -> None:
    # Half a body does: granian waits for it without end, in a thread of its worker (its issues 177 and 728).
    with connected(server, SLOW) as slow:
        for user in slow:
            user.sendall(b"GET /health HTTP/1.1\r\nHost: 127.0.0.1")
        somebody_new_signs_in(server)
