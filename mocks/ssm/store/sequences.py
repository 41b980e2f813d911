"""Numbers in the order of commits, also on PostgreSQL and in a copied world."""

from __future__ import annotations

from sqlalchemy import Column, Integer, String, Table, text

from mocks.core.store import Connection
from mocks.core.store.schema import metadata

sequence_table = Table(
    "ssm_sequence",
    metadata,
    Column("name", String(20), primary_key=True),
    Column("last", Integer, nullable=False),
)

_NEXT = text(
    "INSERT INTO ssm_sequence (name, last) VALUES (:name, 1) "
    "ON CONFLICT (name) DO UPDATE SET last = ssm_sequence.last + 1 RETURNING last"
)
_AT_LEAST = text(
    "INSERT INTO ssm_sequence (name, last) VALUES (:name, :least) "
    "ON CONFLICT (name) DO UPDATE SET last = :least WHERE ssm_sequence.last < :least"
)


def next_number(connection: Connection, name: str) -> int:
    """Return the next number of a sequence; who asks it later commits later."""
    return int(connection.execute(_NEXT, {"name": name}).scalar_one())


def at_least(connection: Connection, name: str, least: int) -> None:
    """Let a sequence go on behind a number that was given out beside it, and hold it in any case.

    PostgreSQL holds the row also where the WHERE of DO UPDATE does not let it change.
    """
    connection.execute(_AT_LEAST, {"name": name, "least": least})
