"""Prepared statements mean what Core's own mean, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from sqlite3 import OperationalError

import pytest
from psycopg import ProgrammingError
from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Date,
    Double,
    MetaData,
    String,
    Table,
    bindparam,
    create_engine,
    insert,
    select,
    update,
)

from mocks.core.store.prepared import Prepared
from mocks.core.store.sqlite import memory_database

TABLE = Table(
    "thing",
    MetaData(),
    Column("name", String(20), primary_key=True),
    Column("day", Date),
    Column("open", Boolean),
    Column("weight", Double),
)
ADD = Prepared(insert(TABLE).values({name: bindparam(name) for name in ("name", "day", "open", "weight")}))
FIND = Prepared(select(TABLE).where(TABLE.c.name == bindparam("asked")))
SINCE = Prepared(select(TABLE.c.name).where(TABLE.c.day >= bindparam("since")).limit(1))
CLOSE = Prepared(
    update(TABLE).where(TABLE.c.name == bindparam("asked"), TABLE.c.open.is_(True)).values(open=False)
)
ROW = {"name": "één", "day": date(2021, 4, 27), "open": True, "weight": 1.5}


@pytest.fixture(params=["sqlite", "postgres"])
def connection(request: pytest.FixtureRequest) -> Iterator[Connection]:
    """A connection to a database with one thing in it."""
    if request.param == "sqlite":
        engine = memory_database().engine
    else:
        engine = create_engine(request.getfixturevalue("postgres"))
    with engine.connect() as opened:
        TABLE.metadata.create_all(opened)
        ADD.run(opened, **ROW)
        yield opened
        opened.rollback()
    engine.dispose()


def test_a_row_comes_back_in_the_types_of_its_columns(connection: Connection) -> None:
    found = FIND.first(connection, asked="één")
    assert found == ("één", date(2021, 4, 27), True, 1.5)
    assert found is not None
    assert [type(value) for value in found] == [str, date, bool, float]
    assert found == tuple(connection.execute(select(TABLE)).one())


def test_what_is_not_there_is_none(connection: Connection) -> None:
    assert FIND.first(connection, asked="twee") is None
    ADD.run(connection, name="leeg", day=None, open=None, weight=None)
    assert FIND.first(connection, asked="leeg") == ("leeg", None, None, None)


def test_a_value_of_its_own_type_goes_in(connection: Connection) -> None:
    assert SINCE.first(connection, since=date(2021, 4, 27)) == ("één",)
    assert SINCE.first(connection, since=date(2021, 4, 28)) is None


def test_what_it_changed_is_counted_and_seen_by_core(connection: Connection) -> None:
    assert CLOSE.run(connection, asked="één") == 1
    assert CLOSE.run(connection, asked="één") == 0
    assert connection.execute(select(TABLE.c.open)).scalar_one() is False


def test_it_runs_in_the_transaction_of_its_connection(connection: Connection) -> None:
    assert connection.in_transaction()
    connection.commit()
    ADD.run(connection, **{**ROW, "name": "twee"})
    assert connection.in_transaction()
    connection.rollback()
    assert FIND.first(connection, asked="twee") is None
    assert FIND.first(connection, asked="één") is not None
    connection.execute(TABLE.delete())
    connection.commit()


def test_a_value_that_is_missing_is_a_mistake(connection: Connection) -> None:
    with pytest.raises((KeyError, ProgrammingError)):
        SINCE.first(connection)


def test_a_statement_that_fails_says_so_as_the_driver_does() -> None:
    with memory_database().connect() as empty, pytest.raises(OperationalError, match="no such table"):
        FIND.first(empty, asked="één")
