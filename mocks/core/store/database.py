"""Connections to the database of a world, and the transactions that we begin on them ourselves."""

from __future__ import annotations

import contextlib
from collections import deque
from collections.abc import Iterator

from sqlalchemy import Connection, Engine

WRITES = "proefloket.writes"
"""Where a connection says whether the transaction that it begins will write."""

_IDLE = 8
"""Connections that are held for the next visit; more than that are open only while they are used."""


class Database:
    """One world's database: hands out connections whose transactions we begin ourselves."""

    def __init__(self, engine: Engine, *, holds: bool = False) -> None:
        """Hand out connections of an engine.

        Args:
            engine: where they come from.
            holds: whether what is given back is kept open as it is; else it goes back to the engine's pool,
                which notices when the server at the other end has gone.
        """
        self.engine = engine
        self._holds = holds
        self._idle: deque[Connection] = deque()

    def connect(self) -> Connection:
        """Return a connection; the caller closes it."""
        return self.engine.connect()

    def lease(self) -> Connection:
        """Return a connection for one visit; the caller gives it back."""
        try:
            return self._idle.pop()
        except IndexError:
            return self.connect()

    def give_back(self, connection: Connection) -> None:
        """Take a leased connection back; what it did not commit is undone."""
        if not self._holds or len(self._idle) >= _IDLE:
            connection.close()
            return
        connection.rollback()
        self._idle.append(connection)

    def close(self) -> None:
        """Give up every connection; one that is leased ends when it is given back."""
        self._holds = False
        while self._idle:
            self._idle.pop().close()
        self.engine.dispose()


@contextlib.contextmanager
def write_transaction(connection: Connection) -> Iterator[Connection]:
    """Run one write transaction on ``connection``, taking the lock before the first statement."""
    connection.info[WRITES] = True
    try:
        with connection.begin():
            yield connection
    finally:
        connection.info[WRITES] = False
