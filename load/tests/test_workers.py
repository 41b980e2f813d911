"""Several workers on one store are one federation: what may happen once happens once, what ended is over."""

from __future__ import annotations

import json
import os
import random
import signal
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from http.client import HTTPConnection
from pathlib import Path
from subprocess import PIPE, Popen
from threading import Barrier
from urllib.parse import urlencode

import pytest

from load.actors import Role
from load.browser import Browser, Request
from load.cast_people import CastPopulation
from load.errand import Errand, Places, answer_of
from load.journeys.pageless import CALLBACK, CLIENT, SECRET
from load.journeys.signing_in import enter, leave
from load.tests.workers import ByTurns, Server, lives, serving
from steps.wires import wait_until

AT_ONCE, ROUNDS = 8, 5
SCOPE = "openid vo offline_access"
WHO = {"client_id": CLIENT, "client_secret": SECRET}


@pytest.fixture(scope="module", params=["folder", "postgres"])
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Give a server with two workers, on SQLite and on PostgreSQL."""
    options: tuple[str, ...] = ()
    if request.param == "postgres":
        options = ("--database", request.getfixturevalue("postgres_server"))
    with serving(tmp_path_factory.mktemp("toneel") / "toneel", *options) as one:
        yield one


@pytest.fixture
def connections(server: Server) -> Iterator[list[HTTPConnection]]:
    """Give connections to both workers by turns."""
    opened = [server.connection(server.workers[place % 2]) for place in range(AT_ONCE)]
    yield opened
    for one in opened:
        one.close()


def ask(connection: HTTPConnection, server: Server, path: str, **form: str) -> tuple[int, dict[str, str]]:
    """Post a form to ACM over a connection, or get the path without one; return what is told."""
    method = "POST" if form else "GET"
    request = Request(method, f"{server.url}/acm/op/v1/{path}", path, form=form or None)
    page = ByTurns([connection]).send_over(connection, request)
    told = answer_of(page.location) if page.location else json.loads(page.text)
    return page.status, {str(name): str(value) for name, value in told.items()}


def answers(server: Server, worker: int) -> bool:
    """Return whether a worker answers, once what waited at one that was killed has been cut off."""
    told: list[int] = []

    def answered() -> bool:
        with suppress(OSError), closing(server.connection(worker)) as connection:
            told.append(ask(connection, server, "keys")[0])
        return bool(told)

    wait_until(answered, "an answer")
    return told == [200]


def code_of(server: Server, connection: HTTPConnection) -> str:
    """Sign Jan in without pages; return the code."""
    asked = {"client_id": CLIENT, "redirect_uri": CALLBACK, "response_type": "code", "scope": SCOPE}
    asked |= {"mock_persona": "jan", "mock_identity": "BUR"}
    return ask(connection, server, f"auth?{urlencode(asked)}")[1]["code"]


def redeemed(code: str) -> dict[str, str]:
    """Return the form that exchanges a code."""
    return {"grant_type": "authorization_code", "code": code, "redirect_uri": CALLBACK, **WHO}


def refreshed(token: str) -> dict[str, str]:
    """Return the form that renews with a refresh token."""
    return {"grant_type": "refresh_token", "refresh_token": token, **WHO}


def at_once(
    server: Server, connections: list[HTTPConnection], form: dict[str, str]
) -> list[tuple[int, dict[str, str]]]:
    """Post the same form to the token endpoint over all connections at the same moment."""
    ready = Barrier(len(connections))

    def one(connection: HTTPConnection) -> tuple[int, dict[str, str]]:
        ready.wait(30)
        return ask(connection, server, "token", **form)

    with ThreadPoolExecutor(len(connections)) as pool:
        return list(pool.map(one, connections))


def test_a_code_that_many_redeem_at_once_is_honoured_exactly_once(
    server: Server, connections: list[HTTPConnection]
) -> None:
    for _ in range(ROUNDS):
        code = code_of(server, connections[0])
        answers = at_once(server, connections, redeemed(code))
        assert Counter(status for status, _ in answers) == {200: 1, 400: AT_ONCE - 1}
        assert {told["error"] for status, told in answers if status == 400} == {"invalid_grant"}


def test_a_code_that_was_used_is_refused_by_every_worker_and_its_tokens_end(
    server: Server, connections: list[HTTPConnection]
) -> None:
    one, other = connections[:2]
    status, tokens = ask(other, server, "token", **redeemed(code := code_of(server, one)))
    assert status == 200
    for connection in (one, other):
        assert ask(connection, server, "token", **redeemed(code))[0] == 400
        # *Bron*: RFC 6749 §4.1.2: who uses a code again may have stolen it.
        assert ask(connection, server, "token", **refreshed(tokens["refresh_token"]))[0] == 400


def test_a_refresh_token_that_many_use_at_once_is_honoured_exactly_once(
    server: Server, connections: list[HTTPConnection]
) -> None:
    token = ask(connections[0], server, "token", **redeemed(code_of(server, connections[1])))[1]
    for _ in range(ROUNDS):
        answers = at_once(server, connections, refreshed(token["refresh_token"]))
        assert Counter(status for status, _ in answers) == {200: 1, 400: AT_ONCE - 1}
        # *Bron*: ACM's page on tokens: ``invalid_request`` for a refresh token that was used.
        assert {told["error"] for status, told in answers if status == 400} == {"invalid_request"}
        token = ask(connections[0], server, "token", **redeemed(code_of(server, connections[1])))[1]


def test_a_sign_in_whose_every_page_another_worker_gives_arrives_and_ends_everywhere(
    server: Server, connections: list[HTTPConnection]
) -> None:
    visitor = ByTurns(connections[:2])
    places = Places(server.url, server.url)
    errand = Errand(Browser(visitor, lambda: None), CastPopulation(), random.Random(1), places)
    actor = errand.draw(Role.LEGAL_REPRESENTATIVE)
    enter(errand, actor, actor.identities[0])
    dossiers = Request("GET", places.kiosk("/dossiers"), "kiosk GET /dossiers")
    assert [visitor.send_over(one, dossiers).status for one in connections] == [200] * AT_ONCE
    before = dict(visitor.cookies)
    leave(errand)
    for one in connections:
        # Also for who kept the cookies: what ended is over in the store, and not in one browser.
        visitor.cookies = dict(before)
        answer = visitor.send_over(one, dossiers)
        assert (answer.status, answer.text.count("data-applicant")) == (302, 0)


def test_a_worker_that_dies_is_replaced_and_the_server_goes_on(tmp_path: Path) -> None:
    with serving(tmp_path / "toneel") as server:
        one, other = server.workers
        assert server.kill_worker() == one
        assert answers(server, other)
        server.wait()
        (new,) = set(server.workers) - {other}
        assert answers(server, new)


def test_the_workers_of_a_server_that_was_killed_end_too(tmp_path: Path) -> None:
    with serving(tmp_path / "toneel") as server:
        workers = server.workers
        os.kill(server.pid, signal.SIGKILL)
        wait_until(lambda: not any(lives(one) for one in workers), "the workers to end")
        server.kill()
        server.start()  # At the same port, which somebody would still hold otherwise.
        assert answers(server, server.workers[0])


_FIRST_THREAD_ENDS = """
import ctypes, os, sys, threading
def stay():
    sys.stdin.readline()
    os._exit(0)
threading.Thread(target=stay).start()
ctypes.CDLL(None).pthread_exit(None)
"""


def test_a_process_lives_until_its_last_thread_is_dead() -> None:
    # As the kernel takes a killed worker apart: until then it holds its sockets, and resets who waits there.
    with Popen([sys.executable, "-c", _FIRST_THREAD_ENDS], stdin=PIPE) as process:  # noqa: S603  # our own text
        stat = Path(f"/proc/{process.pid}/stat")
        wait_until(lambda: ") Z " in stat.read_text(encoding="ascii"), "the first thread to end")
        assert lives(process.pid)
        assert process.stdin is not None
        process.stdin.close()
        wait_until(lambda: not lives(process.pid), "the other to end")
