"""The databases of the worlds: SQLAlchemy Core on SQLite (memory or files) or PostgreSQL.

A world is a database of its own, so that no table carries a world's name.  A new world is copied from
an *image*, a seeded database in memory: as bytes on SQLite, as rows on PostgreSQL.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from sqlalchemy import Connection

from mocks.core.store.database import Database
from mocks.core.store.schema import insert_all, own_insert, upsert
from mocks.core.store.versions import raise_version, raise_versions, version_of

__all__ = [
    "Connection",
    "Database",
    "Storage",
    "insert_all",
    "own_insert",
    "raise_version",
    "raise_versions",
    "upsert",
    "version_of",
]


class Storage(Protocol):
    """Where the databases of the worlds live."""

    def create(self, name: str, image: Database) -> None:
        """Make a world's database as a copy of ``image``.

        Raises:
            WorldExists: when the name is taken.
        """

    def open(self, name: str) -> Database | None:
        """Return the database of a world, or None when there is no such world."""

    def drop(self, name: str) -> bool:
        """Remove a world's database; return whether there was one."""

    def names(self) -> Sequence[str]:
        """Return the names of all worlds."""

    def close(self) -> None:
        """Give up every connection that is held open; what is kept stays."""
