"""Worlds: each has its own state, clock and settings."""

from __future__ import annotations

import contextlib
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from mocks.core.brussels import BRUSSELS
from mocks.core.clock import STARTING_MOMENT, ClockSetting, stopwatch
from mocks.core.errors import BadRequest
from mocks.core.store import Database, Storage, raise_version, version_of
from mocks.core.store.database import write_transaction
from mocks.core.store.schema import (
    SCHEMA_NUMBER,
    OlderData,
    WorldExists,
    world_table,
    write_clock,
)
from mocks.core.store.sqlite import FileStorage, MemoryStorage
from mocks.core.store.versions import statement_version
from mocks.core.tests.alone import START, HandWall
from mocks.core.worlds import MalformedWorldName, UnknownWorld, World, Worlds

ROWS = 500


def seed(database: Database, moment: datetime, cast: bool) -> None:
    """Fill a world that has a cast with rows that tell for which moment it was seeded."""
    if not cast:
        return
    with database.connect() as connection, write_transaction(connection):
        rows = [{"issuer": "seed", "subject": str(row), "version": row} for row in range(ROWS)]
        connection.execute(statement_version.insert(), rows)
        connection.execute(
            statement_version.insert(),
            [{"issuer": "start", "subject": moment.date().isoformat(), "version": 1}],
        )


@pytest.fixture(params=["memory", "files"])
def storage(request: pytest.FixtureRequest, tmp_path: Path) -> Storage:
    return MemoryStorage() if request.param == "memory" else FileStorage(tmp_path / "worlds")


@pytest.fixture
def worlds(storage: Storage) -> Worlds:
    made = Worlds(storage, HandWall())
    made.seeder = seed
    made.ensure_default()
    return made


def rows(world: World) -> set[tuple[str, str, int]]:
    with world.database.connect() as connection:
        return {(row[0], row[1], row[2]) for row in connection.execute(select(statement_version))}


def row_of(world: World) -> dict[str, object]:
    with world.database.connect() as connection:
        return dict(connection.execute(select(world_table)).one()._mapping)


def test_what_changes_in_one_world_stays_in_it(worlds: Worlds) -> None:
    a, b = worlds.create("a"), worlds.create("b")
    before = (rows(b), row_of(b))
    with a.database.connect() as connection, write_transaction(connection):
        raise_version(connection, "kbo", "1")
        connection.execute(update(world_table).values(settings='{"kbo.delay": true}', rate=9.0))
    with a.database.connect() as connection:
        assert version_of(connection, "kbo", "1") == 1
    assert (rows(b), row_of(b)) == before
    assert rows(worlds.create("c")) == before[0], "nor does it show in worlds made later"


@pytest.mark.parametrize(
    "name",
    ["", "A", "a b", "-a", "a-", "a/b", "..", "a.b", "é", "a" * 41, "a\n", "a\x00", "w_1", "%61", "\ud800"],
    ids=ascii,
)
def test_a_name_with_other_signs_is_refused_with_an_example(worlds: Worlds, name: str) -> None:
    with pytest.raises(MalformedWorldName, match="‘proef-1’"):
        worlds.create(name)
    with pytest.raises(UnknownWorld):
        worlds.open(name)


@pytest.mark.parametrize("name", ["a", "7", "a-b", "a" * 40, "proef-1"])
def test_a_name_of_small_letters_digits_and_inner_dashes_is_taken(worlds: Worlds, name: str) -> None:
    assert worlds.create(name).name == name
    assert worlds.open(name).name == name
    assert list(worlds.names()) == sorted(["default", name])


def test_a_name_that_is_taken_is_refused_and_the_world_stays(worlds: Worlds) -> None:
    world = worlds.create("a")
    before = row_of(world)
    for name in ("a", "default"):
        with pytest.raises(WorldExists):
            worlds.create(name)
    assert row_of(worlds.open("a")) == before


def test_a_world_that_was_never_made_is_unknown(worlds: Worlds) -> None:
    with pytest.raises(UnknownWorld, match="POST /_mock/worlds"):
        worlds.open("nergens")
    with pytest.raises(UnknownWorld):
        worlds.delete("nergens")


def test_the_default_world_cannot_be_deleted(worlds: Worlds) -> None:
    with pytest.raises(BadRequest, match="POST /_mock/reset"):
        worlds.delete("default")
    assert worlds.open("default").name == "default"


def test_a_deleted_world_is_gone_and_its_name_is_free_again(worlds: Worlds) -> None:
    with worlds.create("a").database.connect() as connection, write_transaction(connection):
        raise_version(connection, "kbo", "1")
    first = row_of(worlds.open("a"))["incarnation"]
    worlds.delete("a")
    with pytest.raises(UnknownWorld):
        worlds.open("a")
    again = worlds.create("a")
    assert row_of(again)["incarnation"] != first
    assert ("kbo", "1", 1) not in rows(again)


def test_a_reset_keeps_the_starting_date_and_gives_a_new_incarnation(worlds: Worlds) -> None:
    moment = datetime(2020, 3, 15, 8, tzinfo=BRUSSELS)
    world = worlds.create("a", moment=moment)
    before, seeded = row_of(world), rows(world)
    with world.database.connect() as connection, write_transaction(connection):
        raise_version(connection, "kbo", "1")
        connection.execute(update(world_table).values(world_epoch=START, settings='{"x": 1}'))
    worlds.reset(world)
    after = row_of(world)
    assert after["incarnation"] != before["incarnation"]
    assert {**after, "incarnation": ""} == {**before, "incarnation": ""}
    assert rows(world) == seeded
    assert ("start", "2020-03-15", 1) in seeded


def test_a_reset_to_an_empty_stage_leaves_no_fact(worlds: Worlds) -> None:
    world = worlds.create("a")
    worlds.reset(world, cast=False)
    assert rows(world) == set()
    worlds.reset(world)
    assert len(rows(world)) == ROWS + 1


def test_an_empty_world_has_a_clock_and_no_facts(worlds: Worlds) -> None:
    empty = worlds.create("a", cast=False)
    assert rows(empty) == set()
    assert row_of(empty)["world_epoch"] == STARTING_MOMENT.timestamp()


def test_a_world_starts_now_however_long_ago_its_image_was_made(storage: Storage) -> None:
    wall = HandWall()
    worlds = Worlds(storage, wall)
    worlds.create("a")
    wall.epoch += 5000
    assert row_of(worlds.create("b"))["wall_epoch"] == wall.epoch


def test_an_older_schema_is_refused_with_how_to_export_and_load(storage: Storage) -> None:
    worlds = Worlds(storage, HandWall())
    with worlds.ensure_default().database.connect() as connection, write_transaction(connection):
        connection.execute(update(world_table).values(schema_number=SCHEMA_NUMBER - 1))
    with pytest.raises(OlderData, match=r"schema \d+, .*GET /_mock/facts.*PUT /_mock/facts"):
        worlds.ensure_default()


def test_a_world_costs_a_fraction_of_its_image(worlds: Worlds) -> None:
    moment = STARTING_MOMENT + timedelta(days=1)
    seconds = []
    for number in range(20):
        begun = stopwatch()
        worlds.create(f"copy-{number}", moment=moment)
        seconds.append(stopwatch() - begun)
    image, copy = seconds[0], min(seconds)
    print(f"the first with its image {image * 1000:.1f} ms, another {copy * 1000:.2f} ms")
    assert copy < image


def test_images_of_many_starting_dates_do_not_pile_up(worlds: Worlds) -> None:
    for day in range(100):
        moment = STARTING_MOMENT + timedelta(days=day)
        world = worlds.create("a", moment=moment)
        assert ("start", moment.date().isoformat(), 1) in rows(world)
        worlds.delete("a")
    assert len(worlds._images) <= 16


def test_worlds_that_are_reset_and_made_at_once_all_come_out_whole(tmp_path: Path) -> None:
    worlds = Worlds(FileStorage(tmp_path), HandWall())
    worlds.seeder = seed
    worlds.ensure_default()
    for number in range(8):
        worlds.create(f"w-{number}")

    def play(number: int) -> int:
        for round_number in range(5):
            worlds.reset(worlds.open(f"w-{number}"))
            name = f"new-{number}-{round_number}"
            worlds.create(name)
            with contextlib.suppress(UnknownWorld):
                worlds.delete(name)
        return len(rows(worlds.open(f"w-{number}")))

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(play, range(8))) == [ROWS + 1] * 8


def test_a_clock_set_in_a_world_moves_no_other(worlds: Worlds) -> None:
    a, b = worlds.create("a"), worlds.create("b")
    with a.database.connect() as connection, write_transaction(connection):
        write_clock(connection, ClockSetting(1.0, 2.0, running=False, rate=3.0, token_time="world"))
    assert row_of(a)["rate"] == 3.0
    assert row_of(b)["rate"] == 1.0
