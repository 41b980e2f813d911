"""The driver of ``make bench``: a process that signs in over some connections and prints what it saw.

It runs on a core of its own, beside the server that it drives; how busy it was is told as well, since a
driver that has no time left measures itself.  What it is to do comes as JSON on its standard input.
"""

from __future__ import annotations

import json
import os
import random
import selectors
import socket
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field

from bench.exchange import take
from bench.flows import FLOWS, Flow, Kept, Person

_SAMPLE = 97
"""One ID token of so many is kept, to be verified."""

_STALLED = 30
"""Seconds without any answer after which a server counts as hanging."""


@dataclass(frozen=True)
class Task:
    """What to drive.

    Attributes:
        flow: the name of the sign-in.
        port: where the server listens, on loopback.
        people: who signs in.
        seconds: how long; 0 for as long as it takes.
        sign_ins: how many at the most; 0 for as many as go.
        connections: how many at once.
        core: the processor core to run on; None for any.
        shuffle: people come in an order drawn from this seed.
    """

    flow: str
    port: int
    people: Sequence[Person]
    seconds: float
    sign_ins: int
    connections: int
    core: int | None
    shuffle: int


@dataclass
class Seen:
    """What was seen.

    Attributes:
        sign_ins: how many were whole.
        seconds: how long it took.
        busy: the share of that time that the driver itself was computing.
        milliseconds: how long each sign-in took.
        tokens: ID tokens, some of them.
    """

    sign_ins: int = 0
    seconds: float = 0.0
    busy: float = 0.0
    milliseconds: list[float] = field(default_factory=list)
    tokens: list[str] = field(default_factory=list)


class Stalled(Exception):
    """The server has not answered for too long."""


class Connection:
    """One connection on which people sign in one after the other."""

    def __init__(self, port: int) -> None:
        """Connect."""
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.kept: Kept = {}
        self.flow: Flow | None = None
        self.begun = 0.0
        self._received = bytearray()

    def begin(self, flow: Flow) -> None:
        """Send the first request of a sign-in."""
        self.flow, self.begun = flow, time.perf_counter()
        self.socket.sendall(next(flow))

    def go_on(self) -> str | None:
        """Read, and send what comes next; return the ID token once the sign-in is whole."""
        part = self.socket.recv(65536)
        if not part:
            raise ConnectionError("the server closed a connection")
        self._received += part
        answer = take(self._received)
        if answer is None or self.flow is None:
            return None
        try:
            self.socket.sendall(self.flow.send(answer))
        except StopIteration as whole:
            self.flow = None
            return str(whole.value)
        return None


def drive(task: Task) -> Seen:
    """Let people sign in until the time is over or the number reached; sign-ins under way are finished."""
    order = list(task.people)
    random.Random(task.shuffle).shuffle(order)  # an order, not a secret
    flow, host = FLOWS[task.flow], f"127.0.0.1:{task.port}"
    seen, started = Seen(), 0
    selector = selectors.DefaultSelector()
    begun, worked = time.perf_counter(), time.process_time()
    until = begun + task.seconds if task.seconds else float("inf")
    most = task.sign_ins or sys.maxsize

    def next_on(connection: Connection) -> None:
        nonlocal started
        if started < most and time.perf_counter() < until:
            connection.begin(flow(host, connection.kept, order[started % len(order)]))
            started += 1
        else:
            selector.unregister(connection.socket)
            connection.socket.close()

    for _ in range(task.connections):
        connection = Connection(task.port)
        selector.register(connection.socket, selectors.EVENT_READ, connection)
        next_on(connection)
    while selector.get_map():
        ready = selector.select(_STALLED)
        if not ready:
            raise Stalled(f"{task.flow}: no answer in {_STALLED} s")
        for key, _ in ready:
            connection = key.data
            token = connection.go_on()
            if token is not None:
                seen.milliseconds.append((time.perf_counter() - connection.begun) * 1000)
                if len(seen.milliseconds) % _SAMPLE == 1:
                    seen.tokens.append(token)
                next_on(connection)
    seen.seconds = time.perf_counter() - begun
    seen.busy = (time.process_time() - worked) / seen.seconds
    seen.sign_ins = len(seen.milliseconds)
    return seen


def main() -> None:
    """Read a task, drive, and print what was seen."""
    task = Task(**json.load(sys.stdin))
    if task.core is not None:
        os.sched_setaffinity(0, {task.core})
    json.dump(asdict(drive(task)), sys.stdout)


if __name__ == "__main__":
    main()
