"""Worlds on SQLite: in memory for one thread, or as files for the workers of one machine.

All worlds of a process share one dialect and one cache of compiled statements, so that a fresh world
costs no compilation.  Reads run in a deferred transaction (a snapshot), writes in BEGIN IMMEDIATE.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import Any, cast

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool, StaticPool

from mocks.core.store.database import WRITERS, Database, begin, under_way
from mocks.core.store.schema import WorldExists, metadata

_BUSY_MILLISECONDS = 10_000


class _SqliteEngines:
    """Makes engines that share one dialect and one cache of compiled statements."""

    def __init__(self) -> None:
        self._first = create_engine("sqlite://", poolclass=StaticPool)
        with self._first.connect():
            pass  # The dialect asks the driver what it can, once for all engines.
        self._compiled: dict[Any, Any] = {}

    def on(self, pool: QueuePool | StaticPool) -> Engine:
        engine = Engine(
            pool,
            self._first.dialect,
            self._first.url,
            execution_options={"compiled_cache": self._compiled, WRITERS: Lock()},
        )
        event.listen(engine, "begin", _begin)
        return engine


def _begin(connection: Connection) -> None:
    """Begin where nobody did: the driver itself would only begin at a write."""
    if not under_way(connection, connection.connection.driver_connection):
        begin(connection)


_ENGINES = _SqliteEngines()


def _connect(target: str) -> sqlite3.Connection:
    connection = sqlite3.connect(target, isolation_level=None, check_same_thread=False)
    connection.execute(f"PRAGMA busy_timeout={_BUSY_MILLISECONDS}")
    connection.execute("PRAGMA foreign_keys=ON")
    return connection


def memory_database(content: bytes | None = None) -> Database:
    """Return a database in memory on one held connection, for one thread at a time."""
    connection = _connect(":memory:")
    if content is not None:
        connection.deserialize(content)
    return Database(_ENGINES.on(StaticPool(cast(Any, lambda: connection))))


def empty_database() -> Database:
    """Return a database in memory with every table and no row."""
    database = memory_database()
    with database.connect() as connection, connection.begin():
        metadata.create_all(connection)
    return database


def serialized(database: Database) -> bytes:
    """Return a SQLite database in memory as bytes."""
    with database.connect() as connection:
        driver = connection.connection.driver_connection
        if not isinstance(driver, sqlite3.Connection):
            raise TypeError("only a SQLite database can be taken as bytes")
        return driver.serialize()


class MemoryStorage:
    """Worlds of one thread, gone with the process."""

    def __init__(self) -> None:
        self._worlds: dict[str, Database] = {}

    def create(self, name: str, image: Database) -> None:
        """Make a world's database as a copy of ``image``."""
        if name in self._worlds:
            raise WorldExists(f"Er is al een wereld ‘{name}’. Kies een andere naam.")
        self._worlds[name] = memory_database(serialized(image))

    def open(self, name: str) -> Database | None:
        """Return the database of a world, or None when there is no such world."""
        return self._worlds.get(name)

    def drop(self, name: str) -> bool:
        """Remove a world's database; return whether there was one."""
        dropped = self._worlds.pop(name, None)
        if dropped is not None:
            dropped.close()
        return dropped is not None

    def names(self) -> Sequence[str]:
        """Return the names of all worlds."""
        return sorted(self._worlds)

    def close(self) -> None:
        """Give up every world, as none lasts longer than its connection."""
        for name in self.names():
            self.drop(name)


class _Opened:
    """A world that was opened: its database, and its pointer, held open to see when it is removed.

    Every request looks.  Reading the pointer anew would cost three times as much, and its inode alone would
    not do: a pointer made right after another was removed often gets the same, unless that is held open.
    """

    def __init__(self, pointer: int, database: Database) -> None:
        self._pointer = pointer
        self.database = database

    def __del__(self) -> None:
        """Let go of the pointer once no request looks at it any more."""
        os.close(self._pointer)

    def is_there(self) -> bool:
        """Return whether nobody removed the world, in this process or another."""
        return os.fstat(self._pointer).st_nlink > 0


class FileStorage:
    """Worlds as SQLite files in a folder, shared by the workers of one machine.

    Each world has a pointer ``<name>.world`` that names its database file.  The file's own name is
    never used twice: SQLite removes a ``-wal`` file by name when its last user leaves, which would
    otherwise strike a new world of the same name.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._folder = folder
        self._open: dict[str, _Opened] = {}
        self._lock = Lock()

    def create(self, name: str, image: Database) -> None:
        """Make a world's database as a copy of ``image``."""
        file = self._folder / f"{name}.{secrets.token_hex(8)}.sqlite"
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as handle:
            handle.write(serialized(image))
        draft = file.with_suffix(".draft")
        draft.write_text(file.name, encoding="utf-8")
        try:
            os.link(draft, self._pointer(name))
        except FileExistsError:
            file.unlink()
            raise WorldExists(f"Er is al een wereld ‘{name}’. Kies een andere naam.") from None
        finally:
            draft.unlink()

    def open(self, name: str) -> Database | None:
        """Return the database of a world, or None when there is no such world."""
        known = self._open.get(name)
        if known is not None and known.is_there():
            return known.database
        with self._lock:
            known = self._open.get(name)
            if known is not None and known.is_there():
                return known.database
            self._forget(name)
            try:
                pointer = os.open(self._pointer(name), os.O_RDONLY)
            except FileNotFoundError:
                return None
            file = self._folder / os.read(pointer, 200).decode()
            known = _Opened(pointer, Database(_ENGINES.on(_file_pool(file)), holds=True))
            self._open[name] = known
            return known.database

    def drop(self, name: str) -> bool:
        """Remove a world's database; return whether there was one."""
        try:
            file = self._pointer(name).read_text(encoding="utf-8")
            self._pointer(name).unlink()
        except FileNotFoundError:
            return False
        with self._lock:
            self._forget(name)
        for suffix in ("", "-wal", "-shm"):
            with contextlib.suppress(FileNotFoundError):
                (self._folder / f"{file}{suffix}").unlink()
        return True

    def names(self) -> Sequence[str]:
        """Return the names of all worlds."""
        return sorted(pointer.stem for pointer in self._folder.glob("*.world"))

    def close(self) -> None:
        """Give up every connection that is held open."""
        with self._lock:
            for name in list(self._open):
                self._forget(name)

    def _pointer(self, name: str) -> Path:
        return self._folder / f"{name}.world"

    def _forget(self, name: str) -> None:
        known = self._open.pop(name, None)
        if known is not None:
            known.database.close()


def _file_pool(file: Path) -> QueuePool:
    def connect() -> sqlite3.Connection:
        connection = _connect(str(file))
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")
        return connection

    return QueuePool(cast(Any, connect), pool_size=8, max_overflow=64, timeout=10)
