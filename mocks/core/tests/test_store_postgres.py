"""Worlds and secrets on PostgreSQL; skipped with a reason where no server can be started."""

from __future__ import annotations

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select
from sqlalchemy.exc import InternalError

from mocks.core.clock import ClockSetting
from mocks.core.keys import KeyPool
from mocks.core.store import Database, raise_version, version_of
from mocks.core.store.database import write_transaction
from mocks.core.store.postgres import PostgresStorage, PostgresVault
from mocks.core.store.schema import WorldExists, found_world, read_state, upsert, world_table
from mocks.core.store.sqlite import empty_database
from mocks.core.store.versions import statement_version
from mocks.core.tests.alone import START, build_house, enter, leave
from mocks.core.worlds import UnknownWorld


def image_with(subject: str) -> Database:
    database = empty_database()
    with database.connect() as connection, write_transaction(connection):
        raise_version(connection, "kbo", subject)
    return database


@pytest.fixture
def storage(postgres: str) -> Iterator[PostgresStorage]:
    made = PostgresStorage(postgres)
    yield made
    leave(made)


@pytest.fixture
def database(storage: PostgresStorage) -> Database:
    storage.create("a", image_with("1"))
    return opened(storage, "a")


def opened(storage: PostgresStorage, name: str) -> Database:
    database = storage.open(name)
    assert database is not None
    return database


def test_a_world_is_a_schema_copied_from_its_image(storage: PostgresStorage, database: Database) -> None:
    assert list(storage.names()) == ["a"]
    with database.connect() as connection:
        assert version_of(connection, "kbo", "1") == 1


def test_what_changes_in_one_schema_stays_in_it(storage: PostgresStorage, database: Database) -> None:
    storage.create("b-2", image_with("2"))
    with database.connect() as connection, write_transaction(connection):
        raise_version(connection, "kbo", "1")
    with opened(storage, "b-2").connect() as connection:
        assert list(connection.execute(select(statement_version.c.subject)).scalars()) == ["2"]


def test_a_name_that_is_taken_is_refused(storage: PostgresStorage, database: Database) -> None:
    del database
    with pytest.raises(WorldExists):
        storage.create("a", empty_database())


@pytest.mark.parametrize("name", ["", "A", 'a"; DROP SCHEMA public', "a" * 41])
def test_a_name_that_could_mean_something_to_sql_is_refused(storage: PostgresStorage, name: str) -> None:
    for act in (storage.open, storage.drop):
        with pytest.raises(ValueError, match=f"^{re.escape(name)}$"):
            act(name)


def test_a_dropped_world_is_gone_and_its_name_is_free(storage: PostgresStorage, database: Database) -> None:
    del database
    assert (storage.drop("a"), storage.drop("a"), storage.open("a")) == (True, False, None)
    storage.create("a", image_with("2"))
    with opened(storage, "a").connect() as connection:
        assert version_of(connection, "kbo", "1") == 0


def test_a_world_made_anew_elsewhere_is_the_new_one_here(storage: PostgresStorage, postgres: str) -> None:
    other = PostgresStorage(postgres)
    storage.create("a", image_with("1"))
    with opened(other, "a").connect() as connection:
        for _ in range(8):  # psycopg prepares a statement at its sixth use.
            assert version_of(connection, "kbo", "1") == 1
            connection.rollback()
        storage.drop("a")
        storage.create("a", image_with("2"))
        assert [version_of(connection, "kbo", subject) for subject in "12"] == [0, 1]
    other.drop("a")
    other.close()


def test_a_world_dropped_elsewhere_is_gone_here_with_its_connections(
    storage: PostgresStorage, postgres: str
) -> None:
    other = PostgresStorage(postgres)
    storage.create("a", image_with("1"))
    with opened(other, "a").connect() as connection:
        assert version_of(connection, "kbo", "1") == 1
    pool = opened(other, "a").engine.pool
    assert "Connections in pool: 1" in pool.status()
    storage.drop("a")
    assert other.open("a") is None
    assert "Connections in pool: 0" in pool.status()
    other.close()


def test_a_reader_keeps_its_snapshot_while_a_writer_commits(database: Database) -> None:
    with database.connect() as reader, database.connect() as writer:
        assert version_of(reader, "kbo", "1") == 1
        with write_transaction(writer):
            raise_version(writer, "kbo", "1")
        assert version_of(reader, "kbo", "1") == 1
        reader.rollback()
        assert version_of(reader, "kbo", "1") == 2


def test_a_reading_transaction_cannot_write(database: Database) -> None:
    with database.connect() as connection:
        version_of(connection, "kbo", "1")
        with pytest.raises(InternalError, match="read-only"):
            upsert(connection, statement_version, {"issuer": "kbo", "subject": "1", "version": 2})


def test_a_connection_writes_after_reading_and_reads_after_writing(database: Database) -> None:
    with database.connect() as connection:
        for version in range(1, 4):
            assert version_of(connection, "kbo", "1") == version
            connection.rollback()
            with write_transaction(connection):
                raise_version(connection, "kbo", "1")


def test_writers_at_once_lose_nothing(database: Database) -> None:
    def write(_: int) -> None:
        with database.connect() as connection:
            for _ in range(10):
                with write_transaction(connection):
                    raise_version(connection, "kbo", "busy")

    with database.connect() as connection, write_transaction(connection):
        found_world(connection, ClockSetting(world_epoch=0.0, wall_epoch=0.0))
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(4)))
    with database.connect() as connection:
        assert version_of(connection, "kbo", "busy") == 40
        assert read_state(connection).changes == 40


def test_a_row_is_inserted_or_replaced_by_its_key(database: Database) -> None:
    with database.connect() as connection, write_transaction(connection):
        for version in (7, 9):
            upsert(connection, statement_version, {"issuer": "idm", "subject": "x", "version": version})
        assert version_of(connection, "idm", "x") == 9


def test_a_storage_that_is_closed_holds_nothing_open_and_keeps_its_worlds(storage: PostgresStorage) -> None:
    storage.create("a", image_with("1"))
    pool = opened(storage, "a").engine.pool
    with opened(storage, "a").connect() as connection:
        assert version_of(connection, "kbo", "1") == 1
    assert "Connections in pool: 1" in pool.status()
    storage.close()
    assert "Connections in pool: 0" in pool.status()
    assert list(storage.names()) == ["a"]


def test_two_machines_that_make_the_same_world_at_once_make_one(postgres: str) -> None:
    def make(_: int) -> str:
        storage = PostgresStorage(postgres)
        try:
            storage.create("a", image_with("1"))
        except WorldExists:
            return "exists"
        finally:
            storage.close()
        return "made"

    with ThreadPoolExecutor(3) as pool:
        assert sorted(pool.map(make, range(3))) == ["exists", "exists", "made"]


def test_a_vault_keeps_the_first_secret_of_a_name(postgres: str) -> None:
    vault, other = PostgresVault(postgres), PostgresVault(postgres)
    assert vault.read("a") is None
    assert vault.keep("a", b"\x00first") == b"\x00first"
    assert other.keep("a", b"second") == b"\x00first"
    assert KeyPool(vault).signing_key("kbo", "ES256").kid == KeyPool(other).signing_key("kbo", "ES256").kid


def test_worlds_are_made_reset_and_deleted_as_on_sqlite(storage: PostgresStorage) -> None:
    house = build_house(storage)
    world = house.worlds.create("a")
    visit = enter(house, "a")
    incarnation = visit.state.incarnation
    visit.change_setting("kbo.delay", True)
    assert visit.settings == {"kbo.delay": True}
    visit.close()
    house.worlds.reset(world)
    again = enter(house, "a")
    assert again.state.incarnation != incarnation
    assert (again.settings, again.clock.world_epoch) == ({}, START)
    with again.reading.begin_nested():
        assert again.reading.execute(select(world_table.c.id)).scalars().all() == [1]
    again.close()
    house.worlds.delete("a")
    with pytest.raises(UnknownWorld):
        house.worlds.open("a")
