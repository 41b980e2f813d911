"""Tables that every world has, and the statements that go for any table.

Every ``store.py`` hangs its tables on ``metadata``, so that a world has them all.  Tables come from
``create_all`` and carry a schema number.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any, cast

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Double,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    select,
    update,
)
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import IntegrityError

from mocks.core.clock import ClockSetting
from mocks.core.errors import Refusal
from mocks.core.store.database import Database, at_the_end
from mocks.core.store.prepared import Prepared

SCHEMA_NUMBER = 11
"""Raised whenever a table changes in a way that ``create_all`` does not carry over."""

metadata = MetaData()
"""Every ``store.py`` hangs its tables here, so that a world has them all."""

world_table = Table(
    "world",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("schema_number", Integer, nullable=False),
    Column("incarnation", String(32), nullable=False),
    Column("starting_epoch", Double, nullable=False),
    Column("world_epoch", Double, nullable=False),
    Column("wall_epoch", Double, nullable=False),
    Column("running", Boolean, nullable=False),
    Column("rate", Double, nullable=False),
    Column("token_time", String(5), nullable=False),
    Column("settings", Text, nullable=False),
    Column("changes", Integer, nullable=False, default=0),
)


class WorldExists(Refusal):
    """A world of this name is there already."""

    code = "world-exists"
    status = 409


class OlderData(Refusal):
    """The stored data were written by another version of the tables."""

    code = "older-data"
    status = 409


class AlreadyThere(Refusal):
    """Something that was to be new stands in the world already."""

    code = "already-there"
    status = 409


@dataclass(frozen=True)
class WorldState:
    """What a world says of itself, read at the start of every visit.

    Attributes:
        incarnation: changes whenever the world is made or reset; what is cached hangs on it.
        starting_moment: the moment against which relative facts were resolved.
        clock: how its clock stands.
        settings: switches of the mocks by name, such as ``kbo.delay``.
        changes: how often anything changed that an authority states, or the clock, or a switch.
    """

    incarnation: str
    starting_epoch: float
    clock: ClockSetting
    settings: Mapping[str, Any]
    changes: int


def copy_rows(source: Database, target: Connection) -> None:
    """Copy every row of ``source`` into the empty tables of ``target``."""
    with source.connect() as reading:
        for table in metadata.sorted_tables:
            rows = [dict(row._mapping) for row in reading.execute(select(table))]
            if rows:
                target.execute(table.insert(), rows)


def replace_rows(source: Database, target: Connection) -> None:
    """Replace the whole content of ``target`` by that of ``source``, in its transaction."""
    for table in reversed(metadata.sorted_tables):
        target.execute(table.delete())
    copy_rows(source, target)


def own_insert(connection: Connection, table: Table) -> sqlite.Insert:
    """Return the INSERT of the connection's own dialect, which knows ON CONFLICT.

    Both dialects spell it alike; that of PostgreSQL is loaded only where it is used.
    """
    if connection.dialect.name == "postgresql":
        from sqlalchemy.dialects import postgresql  # noqa: PLC0415

        return cast(sqlite.Insert, postgresql.insert(table))
    return sqlite.insert(table)


def upsert(connection: Connection, table: Table, values: Mapping[str, Any]) -> None:
    """Insert a row, or replace the one with the same primary key."""
    insert = own_insert(connection, table).values(**values)
    key = [column.name for column in table.primary_key.columns]
    changed = {name: insert.excluded[name] for name in values if name not in key}
    if changed:
        connection.execute(insert.on_conflict_do_update(index_elements=key, set_=changed))
    else:
        connection.execute(insert.on_conflict_do_nothing())


def insert_all(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert many rows at once; every one has the same columns.

    Raises:
        AlreadyThere: when one has the primary key of a row that is there; the transaction is then of no use.
    """
    if not rows:
        return
    try:
        connection.execute(table.insert(), rows)
    except IntegrityError:
        raise AlreadyThere(
            f"Deze wereld heeft al iets met een nummer dat ook nu aan de beurt is ({table.name}). Neem een "
            "lege map, of zet de wereld terug."
        ) from None


_COUNT = Prepared(update(world_table).values(changes=world_table.c.changes + 1))


def note_change(connection: Connection) -> None:
    """Count that this write transaction changes something that an authority states.

    While the count is the same, so is all that is stated on the same day.  It is counted last, as on
    PostgreSQL the others that change something wait for it.
    """
    at_the_end(connection, _count_change)


def _count_change(connection: Connection) -> None:
    _COUNT.run(connection)


_STATE = Prepared(
    select(
        *(
            world_table.c[name]
            for name in (
                "incarnation",
                "starting_epoch",
                "settings",
                "changes",
                "world_epoch",
                "wall_epoch",
                "running",
                "rate",
                "token_time",
            )
        )
    )
)
"""Every visit asks it."""


def read_state(connection: Connection) -> WorldState:
    """Return what the world behind ``connection`` says of itself."""
    row = _STATE.first(connection)
    if row is None:
        raise LookupError("a world without its one row")
    incarnation, starting_epoch, settings, changes, *clock = row
    return WorldState(incarnation, starting_epoch, ClockSetting(*clock), _settings_in(settings), changes)


@lru_cache(maxsize=64)
def _settings_in(document: str) -> Mapping[str, Any]:
    return MappingProxyType(json.loads(document))


def write_clock(connection: Connection, clock: ClockSetting) -> None:
    """Set the clock of the world behind ``connection``."""
    connection.execute(update(world_table).values(clock_columns(clock)))
    note_change(connection)


def write_settings(connection: Connection, settings: Mapping[str, Any]) -> None:
    """Set the switches of the world behind ``connection``."""
    connection.execute(update(world_table).values(settings=json.dumps(dict(settings))))
    note_change(connection)


def clock_columns(clock: ClockSetting) -> dict[str, Any]:
    """Return the columns that hold a clock."""
    return {
        "world_epoch": clock.world_epoch,
        "wall_epoch": clock.wall_epoch,
        "running": clock.running,
        "rate": clock.rate,
        "token_time": clock.token_time,
    }


def found_world(connection: Connection, clock: ClockSetting) -> None:
    """Write the one row of a world that starts with ``clock``."""
    connection.execute(
        world_table.insert().values(
            id=1,
            schema_number=SCHEMA_NUMBER,
            incarnation="",
            starting_epoch=clock.world_epoch,
            settings="{}",
            **clock_columns(clock),
        )
    )


def incarnate(connection: Connection, wall_epoch: float) -> None:
    """Give a copied world an identity of its own and let its clock start now."""
    connection.execute(
        update(world_table).values(
            incarnation=secrets.token_hex(8),
            world_epoch=world_table.c.starting_epoch,
            wall_epoch=wall_epoch,
        )
    )


def schema_number(connection: Connection) -> int:
    """Return the number of the schema that a world was written with."""
    return int(connection.execute(select(world_table.c.schema_number)).scalar_one())
