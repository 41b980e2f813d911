"""The databases of worlds on SQLite: copies, snapshots, one writer, names used again."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from sqlite3 import OperationalError

import pytest
from sqlalchemy import Connection, select

from mocks.core.store import Database, raise_version, upsert, version_of
from mocks.core.store.database import write_transaction
from mocks.core.store.schema import WorldExists
from mocks.core.store.sqlite import (
    FileStorage,
    MemoryStorage,
    empty_database,
    memory_database,
    serialized,
)
from mocks.core.store.versions import statement_version


def image_with(subject: str) -> Database:
    database = empty_database()
    with database.connect() as connection, write_transaction(connection):
        raise_version(connection, "kbo", subject)
    return database


def opened(storage: FileStorage | MemoryStorage, name: str) -> Database:
    database = storage.open(name)
    assert database is not None
    return database


@pytest.fixture
def files(tmp_path: Path) -> FileStorage:
    storage = FileStorage(tmp_path)
    storage.create("a", image_with("1"))
    return storage


def test_a_database_in_memory_survives_as_bytes() -> None:
    copy = memory_database(serialized(image_with("1")))
    with copy.connect() as connection:
        assert version_of(connection, "kbo", "1") == 1


def test_an_image_becomes_a_file(files: FileStorage) -> None:
    with opened(files, "a").connect() as connection:
        assert version_of(connection, "kbo", "1") == 1


@pytest.mark.parametrize("kind", ["memory", "files"])
def test_a_copy_shares_nothing_with_its_image(kind: str, tmp_path: Path) -> None:
    storage = MemoryStorage() if kind == "memory" else FileStorage(tmp_path)
    image = image_with("1")
    storage.create("a", image)
    for database, subject in ((opened(storage, "a"), "2"), (image, "3")):
        with database.connect() as connection, write_transaction(connection):
            raise_version(connection, "kbo", subject)
    with opened(storage, "a").connect() as connection:
        found = connection.execute(select(statement_version.c.subject)).scalars()
        assert sorted(found) == ["1", "2"]


@pytest.mark.parametrize("kind", ["memory", "files"])
def test_names_open_and_drop(kind: str, tmp_path: Path) -> None:
    storage = MemoryStorage() if kind == "memory" else FileStorage(tmp_path)
    for name in ("b", "a"):
        storage.create(name, empty_database())
    assert list(storage.names()) == ["a", "b"]
    with pytest.raises(WorldExists):
        storage.create("a", empty_database())
    assert (storage.drop("a"), storage.drop("a")) == (True, False)
    assert (storage.open("a"), list(storage.names())) == (None, ["b"])


def test_a_name_that_is_taken_leaves_no_file_behind(files: FileStorage, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    with pytest.raises(WorldExists):
        files.create("a", empty_database())
    assert sorted(tmp_path.iterdir()) == before


def test_a_dropped_world_leaves_no_file_behind(files: FileStorage, tmp_path: Path) -> None:
    with opened(files, "a").connect() as connection, write_transaction(connection):
        raise_version(connection, "kbo", "1")
    assert files.drop("a")
    assert list(tmp_path.iterdir()) == []


def test_only_the_owner_may_read_a_world(files: FileStorage, tmp_path: Path) -> None:
    del files
    assert [oct(file.stat().st_mode)[-3:] for file in tmp_path.glob("*.sqlite")] == ["600"]


def test_a_reader_keeps_its_snapshot_while_a_writer_commits(files: FileStorage) -> None:
    database = opened(files, "a")
    with database.connect() as reader, database.connect() as writer:
        assert version_of(reader, "kbo", "1") == 1
        with write_transaction(writer):
            raise_version(writer, "kbo", "1")
        assert version_of(reader, "kbo", "1") == 1
        reader.rollback()
        assert version_of(reader, "kbo", "1") == 2


def test_of_writers_in_two_processes_the_second_waits_before_its_first_statement(
    files: FileStorage, tmp_path: Path
) -> None:
    here, there = opened(files, "a"), opened(FileStorage(tmp_path), "a")
    with here.connect() as first, there.connect() as second, write_transaction(first):
        _impatient(second)
        with pytest.raises(OperationalError, match="locked"), write_transaction(second):
            pytest.fail("BEGIN IMMEDIATE let a second writer in")


def test_writers_of_one_process_wait_for_one_another_and_not_for_sqlite(files: FileStorage) -> None:
    database = opened(files, "a")

    def write(_: int) -> None:
        with database.connect() as connection:
            _impatient(connection)
            for _ in range(50):
                with write_transaction(connection):
                    raise_version(connection, "kbo", "busy")

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(4)))
    with database.connect() as connection:
        assert version_of(connection, "kbo", "busy") == 200


def test_a_snapshot_that_was_read_first_does_not_write(files: FileStorage) -> None:
    database = opened(files, "a")
    with database.connect() as connection, database.connect() as other:
        assert version_of(connection, "kbo", "1") == 1
        with pytest.raises(OperationalError, match="within a transaction"), write_transaction(connection):
            pytest.fail("a write began inside a read")
        connection.rollback()
        for writer in (other, connection):
            with write_transaction(writer):
                raise_version(writer, "kbo", "1")
        assert version_of(connection, "kbo", "1") == 3


def test_a_refused_write_leaves_the_connection_usable(files: FileStorage) -> None:
    with opened(files, "a").connect() as connection:
        with pytest.raises(ZeroDivisionError), write_transaction(connection):
            _fail_after_writing(connection)
        assert version_of(connection, "kbo", "1") == 1


def test_files_are_in_wal_mode_and_wait_for_each_other(files: FileStorage) -> None:
    with opened(files, "a").connect() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert pragmas == {"journal_mode": "wal", "synchronous": 1, "foreign_keys": 1, "busy_timeout": 10_000}


def test_a_world_made_anew_is_not_the_old_one_for_anybody(files: FileStorage, tmp_path: Path) -> None:
    """Another process, here another storage, had the old world open."""
    other = FileStorage(tmp_path)
    with opened(other, "a").connect() as old:
        assert version_of(old, "kbo", "1") == 1
        files.drop("a")
        files.create("a", image_with("2"))
        with opened(other, "a").connect() as new, write_transaction(new):
            assert (version_of(new, "kbo", "1"), version_of(new, "kbo", "2")) == (0, 1)
            raise_version(new, "kbo", "2")
        assert version_of(old, "kbo", "1") == 1, "who came in before still stands in the old world"
    with opened(files, "a").connect() as connection:
        assert version_of(connection, "kbo", "2") == 2, "and leaving it struck nothing of the new one"


def test_a_world_made_anew_is_not_mistaken_for_the_old_one_by_its_inode(
    files: FileStorage, tmp_path: Path
) -> None:
    other = FileStorage(tmp_path)
    old = opened(other, "a")
    assert opened(other, "a") is old
    files.drop("a")
    files.create("a", image_with("2"))
    assert opened(other, "a") is not old


def test_a_world_dropped_elsewhere_is_gone_here(files: FileStorage, tmp_path: Path) -> None:
    other = FileStorage(tmp_path)
    opened(other, "a")
    files.drop("a")
    assert other.open("a") is None
    assert not other.drop("a")


def test_a_storage_that_is_closed_holds_nothing_open_and_keeps_its_worlds(files: FileStorage) -> None:
    pool = opened(files, "a").engine.pool
    with opened(files, "a").connect() as connection:
        assert version_of(connection, "kbo", "1") == 1
    assert "Connections in pool: 1" in pool.status()
    files.close()
    assert "Connections in pool: 0" in pool.status()
    with opened(files, "a").connect() as connection:
        assert version_of(connection, "kbo", "1") == 1


def test_a_storage_in_memory_that_is_closed_has_no_world_left() -> None:
    memory = MemoryStorage()
    memory.create("a", image_with("1"))
    memory.close()
    assert (memory.names(), memory.open("a")) == ([], None)


def test_a_row_is_inserted_or_replaced_by_its_key(files: FileStorage) -> None:
    with opened(files, "a").connect() as connection, write_transaction(connection):
        for version in (7, 9):
            upsert(connection, statement_version, {"issuer": "idm", "subject": "x", "version": version})
        assert version_of(connection, "idm", "x") == 9
        raise_version(connection, "idm", "x")
        assert version_of(connection, "idm", "x") == 10
        assert version_of(connection, "idm", "y") == 0


def _impatient(connection: Connection) -> None:
    connection.exec_driver_sql("PRAGMA busy_timeout=0")
    connection.rollback()


def _fail_after_writing(connection: Connection) -> None:
    raise_version(connection, "kbo", "1")
    raise ZeroDivisionError
