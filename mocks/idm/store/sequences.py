"""Numbers in the order of commits, also on PostgreSQL and in a copied world."""

from __future__ import annotations

from sqlalchemy import Column, Integer, String, Table, text

from mocks.core.store import Connection
from mocks.core.store.schema import metadata

sequence_table = Table(
    "idm_sequence",
    metadata,
    Column("name", String(20), primary_key=True),
    Column("last", Integer, nullable=False),
)

_NEXT = text(
    "INSERT INTO idm_sequence (name, last) VALUES (:name, 1) "
    "ON CONFLICT (name) DO UPDATE SET last = idm_sequence.last + 1 RETURNING last"
)


def next_number(connection: Connection, name: str) -> int:
    """Return the next number of a sequence; who asks it later commits later."""
    return int(connection.execute(_NEXT, {"name": name}).scalar_one())
