"""Connections to the database of a world, and the transactions that we begin on them ourselves.

SQLAlchemy begins a transaction at the first statement, whatever that is.  Ours begin as a snapshot that is
only read, or as one that writes and says so before its first statement.  On SQLite they begin and end at the
driver: by way of SQLAlchemy that costs several times what SQLite does, five times in every sign-in.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections import deque
from collections.abc import Callable, Iterator

from sqlalchemy import Connection, Engine

WRITES = "proefloket.writes"
"""Where a connection says whether the transaction that it begins will write."""

WRITERS = "proefloket_writers"
"""Where an engine keeps the lock by which the writers of this process wait for one another.

Of two that write at once SQLite lets the other sleep, a millisecond and ever longer, and look again.
"""

_NOBODY = contextlib.nullcontext()

_LAST = "proefloket.last"
"""Where a connection keeps what its write transaction is still to do before it ends."""

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
        try:
            undo(connection)
        except BaseException:
            connection.close()
            raise
        self._idle.append(connection)

    def close(self) -> None:
        """Give up every connection; one that is leased ends when it is given back."""
        self._holds = False
        while self._idle:
            self._idle.pop().close()
        self.engine.dispose()


def under_way(connection: Connection, driver: object) -> bool:
    """Return whether a transaction has begun on a connection with this driver's, whoever began it."""
    return driver.in_transaction if isinstance(driver, sqlite3.Connection) else connection.in_transaction()


def begin(connection: Connection, *, writes: bool = False) -> None:
    """Begin a transaction: a snapshot, or one that writes and takes its lock at once."""
    driver = connection.connection.driver_connection
    if isinstance(driver, sqlite3.Connection):
        driver.execute("BEGIN IMMEDIATE" if writes else "BEGIN")
        return
    connection.info[WRITES] = writes
    try:
        connection.begin()
    finally:
        connection.info[WRITES] = False


def commit(connection: Connection) -> None:
    """Keep what was written; when that fails the transaction is still under way."""
    if connection.in_transaction():  # A statement of Core's ran in it, so that SQLAlchemy takes part.
        connection.commit()
    else:
        connection.connection.commit()


def undo(connection: Connection) -> None:
    """Give up what was read or written, if anything was."""
    if connection.in_transaction():
        connection.rollback()
    else:
        connection.connection.rollback()


@contextlib.contextmanager
def write_transaction(connection: Connection) -> Iterator[Connection]:
    """Run one write transaction on ``connection``, taking the lock before the first statement."""
    last: dict[Callable[[Connection], None], None] = {}
    with connection.get_execution_options().get(WRITERS, _NOBODY):
        begin(connection, writes=True)
        info = connection.info
        info[_LAST] = last
        try:
            yield connection
            for act in last:
                act(connection)
            commit(connection)
        except BaseException:
            undo(connection)
            raise
        finally:
            del info[_LAST]


def at_the_end(connection: Connection, act: Callable[[Connection], None]) -> None:
    """Let a write transaction do something once, as its last: what it locks then, others wait for shortest.

    Raises:
        RuntimeError: when no :func:`write_transaction` is under way.
    """
    last = connection.info.get(_LAST)
    if last is None:
        raise RuntimeError("a fact was changed outside of a write transaction")
    last[act] = None
