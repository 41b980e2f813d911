"""Connections between visits: held on SQLite files, clean when they come again, and gone with the world."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from sqlite3 import OperationalError

import pytest

from mocks.core.store import Connection, Database, raise_version, upsert, version_of
from mocks.core.store.database import at_the_end, begin, undo, write_transaction
from mocks.core.store.sqlite import FileStorage, empty_database, memory_database
from mocks.core.store.versions import statement_version


@pytest.fixture
def database(tmp_path: Path) -> Database:
    """The database of a world in a file."""
    files = FileStorage(tmp_path)
    files.create("a", empty_database())
    found = files.open("a")
    assert found is not None
    return found


def test_the_next_visit_gets_the_connection_that_was_given_back(database: Database) -> None:
    first = database.lease()
    other = database.lease()
    database.give_back(first)
    assert database.lease() is first
    assert other is not first
    for one in (first, other):
        database.give_back(one)
    database.close()


def test_what_was_not_committed_is_undone_and_the_snapshot_given_up(database: Database) -> None:
    leased, other = database.lease(), database.lease()
    assert version_of(leased, "kbo", "1") == 0
    with write_transaction(other):
        raise_version(other, "kbo", "1")
    database.give_back(leased)
    assert database.lease() is leased
    assert version_of(leased, "kbo", "1") == 1
    undo(leased)
    begin(leased, writes=True)
    upsert(leased, statement_version, {"issuer": "kbo", "subject": "1", "version": 9})
    database.give_back(leased)
    assert version_of(other, "kbo", "1") == 1
    database.give_back(other)
    database.close()


def test_no_more_than_some_are_held(database: Database) -> None:
    leased = [database.lease() for _ in range(12)]
    for one in leased:
        database.give_back(one)
    assert [one.closed for one in leased] == [False] * 8 + [True] * 4
    database.close()
    assert all(one.closed for one in leased)


def test_one_that_is_out_when_its_world_goes_ends_when_it_comes_back(database: Database) -> None:
    leased = database.lease()
    database.close()
    assert version_of(leased, "kbo", "1") == 0
    database.give_back(leased)
    assert leased.closed


def test_elsewhere_nothing_is_held() -> None:
    database = memory_database()
    leased = database.lease()
    database.give_back(leased)
    assert leased.closed


def test_one_that_cannot_be_cleaned_is_not_held(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: Connection) -> None:
        raise OperationalError("disk I/O error")

    monkeypatch.setattr("mocks.core.store.database.undo", fail)
    leased = database.lease()
    with pytest.raises(OperationalError):
        database.give_back(leased)
    assert leased.closed
    assert database.lease() is not leased


def fail_after(connection: Connection, act: Callable[[Connection], None]) -> None:
    with write_transaction(connection):
        at_the_end(connection, act)
        raise ZeroDivisionError


def test_what_is_done_last_is_done_once_and_not_after_a_failure(database: Database) -> None:
    done: list[str] = []

    def count(_: Connection) -> None:
        done.append("counted")

    connection = database.lease()
    with write_transaction(connection):
        at_the_end(connection, count)
        at_the_end(connection, count)
        assert done == []
    assert done == ["counted"]
    with pytest.raises(ZeroDivisionError):
        fail_after(connection, count)
    assert done == ["counted"]
    with pytest.raises(RuntimeError, match="outside of a write transaction"):
        at_the_end(connection, count)
    database.give_back(connection)
    database.close()
