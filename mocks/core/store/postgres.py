"""Worlds and secrets on PostgreSQL, shared by several machines: a world is a schema.

Reads run in REPEATABLE READ, so that one request sees one state; writes in READ COMMITTED.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from threading import Lock

from sqlalchemy import (
    Column,
    Connection,
    LargeBinary,
    MetaData,
    String,
    Table,
    create_engine,
    event,
    select,
    text,
)
from sqlalchemy.dialects import postgresql
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from mocks.core.store.database import WRITES, Database
from mocks.core.store.schema import WorldExists, copy_rows, metadata


def reachable(url: str) -> str:
    """Return why a database cannot be reached, in one line, or an empty text when it can."""
    try:
        # No connection is held afterwards: the one with which it is tried is closed at once.
        engine = create_engine(url, poolclass=NullPool)
        with engine.connect():
            pass
    except (SQLAlchemyError, ModuleNotFoundError) as fault:
        return str(fault).splitlines()[0]
    return ""


class PostgresStorage:
    """Worlds as schemas of one PostgreSQL database, shared by several machines."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._admin = create_engine(url, pool_size=1)
        self._open: dict[str, Database] = {}
        self._lock = Lock()

    def create(self, name: str, image: Database) -> None:
        """Make a world's schema as a copy of ``image``."""
        schema = self._schema(name)
        with self._admin.begin() as connection:
            connection.execute(text("SELECT pg_advisory_xact_lock(8600)"))
            if self._exists(connection, name):
                raise WorldExists(f"Er is al een wereld ‘{name}’. Kies een andere naam.")
            connection.exec_driver_sql(f'CREATE SCHEMA "{schema}"')
            connection.exec_driver_sql(f'SET LOCAL search_path TO "{schema}"')
            metadata.create_all(connection, checkfirst=False)
            copy_rows(image, connection)

    def open(self, name: str) -> Database | None:
        """Return the database of a world, or None when there is no such world."""
        with self._admin.connect() as connection:
            exists = self._exists(connection, name)
        if not exists:
            self._forget(name)  # Another machine removed it; its connections here would stay open.
            return None
        with self._lock:
            if name not in self._open:
                engine = create_engine(
                    self._url,
                    connect_args={"options": f"-csearch_path={self._schema(name)}"},
                    pool_size=8,
                    max_overflow=64,
                )
                event.listen(engine, "begin", _begin_postgres)
                self._open[name] = Database(engine)
            return self._open[name]

    def drop(self, name: str) -> bool:
        """Remove a world's schema; return whether there was one."""
        self._forget(name)
        with self._admin.begin() as connection:
            existed = self._exists(connection, name)
            connection.exec_driver_sql(f'DROP SCHEMA IF EXISTS "{self._schema(name)}" CASCADE')
        return existed

    def names(self) -> Sequence[str]:
        """Return the names of all worlds."""
        found = text("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'world:%' ORDER BY 1")
        with self._admin.connect() as connection:
            return [row[0].removeprefix("world:") for row in connection.execute(found)]

    def close(self) -> None:
        """Give up every connection that is held open."""
        for name in list(self._open):
            self._forget(name)
        self._admin.dispose()

    def _forget(self, name: str) -> None:
        known = self._open.pop(name, None)
        if known is not None:
            known.close()

    @staticmethod
    def _schema(name: str) -> str:
        if re.fullmatch(r"[a-z0-9-]{1,40}", name) is None:
            raise ValueError(name)
        return f"world:{name}"

    def _exists(self, connection: Connection, name: str) -> bool:
        found = text("SELECT 1 FROM pg_namespace WHERE nspname = :schema")
        return connection.execute(found, {"schema": self._schema(name)}).first() is not None


def _begin_postgres(connection: Connection) -> None:
    if not connection.info.get(WRITES):
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")


class PostgresVault:
    """Secrets of an installation whose machines share a PostgreSQL database."""

    _table = Table(
        "vault",
        MetaData(schema="proefloket"),
        Column("name", String(80), primary_key=True),
        Column("secret", LargeBinary, nullable=False),
    )

    def __init__(self, url: str) -> None:
        # Secrets are read when a process starts; no connection is held for them afterwards.
        self._engine = create_engine(url, poolclass=NullPool)
        with self._engine.begin() as connection:
            connection.execute(text("SELECT pg_advisory_xact_lock(8600)"))
            connection.exec_driver_sql("CREATE SCHEMA IF NOT EXISTS proefloket")
            self._table.metadata.create_all(connection)

    def read(self, name: str) -> bytes | None:
        """Return what is kept under ``name``, or None."""
        query = select(self._table.c.secret).where(self._table.c.name == name)
        with self._engine.connect() as connection:
            found = connection.execute(query).scalar()
        return bytes(found) if found is not None else None

    def keep(self, name: str, secret: bytes) -> bytes:
        """Keep ``secret`` unless something is there already; return what is kept."""
        insert = postgresql.insert(self._table).values(name=name, secret=secret)
        with self._engine.begin() as connection:
            connection.execute(insert.on_conflict_do_nothing())
        return self.read(name) or secret
