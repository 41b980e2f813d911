"""What the tables of passing things have in common: rows that lapse, and are swept a few at a time."""

from __future__ import annotations

from functools import cache

from sqlalchemy import BigInteger, Column, Delete, Table, bindparam, select

from mocks.core.store import Connection

_SWEPT_AT_ONCE = 50
"""Rows that one insert removes at most, so that no request pays for the whole past."""


def expires() -> Column[int]:
    """Return the column with the token time, in seconds, from which a row is of no use."""
    return Column("expires", BigInteger, nullable=False, index=True)


def insert(connection: Connection, table: Table, now: int, values: dict[str, object]) -> None:
    """Insert a row, after removing some that have lapsed."""
    connection.execute(_sweep(table), {"now": now})
    connection.execute(table.insert(), values)


@cache
def _sweep(table: Table) -> Delete:
    """Return what removes some lapsed rows; built once, as building costs as much as running."""
    key = next(iter(table.primary_key.columns))
    # On PostgreSQL two sweepers leave each other's rows alone; SQLite has one writer and ignores this.
    lapsed = select(key).where(table.c.expires <= bindparam("now")).limit(_SWEPT_AT_ONCE)
    return table.delete().where(key.in_(lapsed.with_for_update(skip_locked=True)))
