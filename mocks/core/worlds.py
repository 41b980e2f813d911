"""Worlds: each holds all state, the clock and the settings of one rehearsal.

The default world lives at ``/…`` and world ``x`` at ``/w/x/…``, with its own issuers and cookies.  A world
is copied from an image seeded once per starting date, so that making one takes milliseconds.
"""

from __future__ import annotations

import contextlib
import re
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from threading import Lock
from typing import Any

from mocks.core.addresses import DEFAULT_WORLD
from mocks.core.brussels import BRUSSELS
from mocks.core.clock import STARTING_MOMENT, ClockSetting, Wall
from mocks.core.errors import BadRequest, NotFound
from mocks.core.store import Database, Storage
from mocks.core.store.database import write_transaction
from mocks.core.store.schema import (
    SCHEMA_NUMBER,
    OlderData,
    WorldExists,
    copy_rows,
    found_world,
    incarnate,
    read_state,
    replace_rows,
    schema_number,
)
from mocks.core.store.sqlite import empty_database, memory_database, serialized

_NAME = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?")

_MOST_IMAGES = 16
"""Starting dates whose image is kept; a suite with a date per scenario must not fill the memory."""


class UnknownWorld(NotFound):
    """There is no world of this name."""

    code = "unknown-world"


class MalformedWorldName(BadRequest):
    """A name that a world cannot have."""

    code = "malformed-world-name"


@dataclass(frozen=True)
class World:
    """A world that exists: its name and its database."""

    name: str
    database: Database


def copied(world: World) -> World:
    """Return a world of the same name and content in memory, for trying a change."""
    database = empty_database()
    with database.connect() as connection, write_transaction(connection):
        copy_rows(world.database, connection)
    return World(world.name, database)


Seeder = Callable[[Database, datetime, bool], None]
"""Fills a database that holds only its world row, with or without the cast; the composition root has it."""


class Worlds:
    """The worlds of an installation."""

    def __init__(
        self,
        storage: Storage,
        wall: Wall,
        starting_moment: datetime = STARTING_MOMENT,
        clock_defaults: Mapping[str, Any] | None = None,
    ) -> None:
        """Keep the worlds in ``storage``; new ones start at ``starting_moment``.

        ``clock_defaults`` are members of :class:`ClockSetting` that new worlds start with.
        """
        self._storage = storage
        self._wall = wall
        self._starting_moment = starting_moment
        self._clock_defaults = dict(clock_defaults or {})
        self._images: OrderedDict[tuple[float, bool], Database] = OrderedDict()
        self._lock = Lock()
        self._copying = Lock()  # An image is one connection, for one thread at a time.
        self.seeder: Seeder | None = None

    def open(self, name: str) -> World:
        """Return the world of this name.

        Raises:
            UnknownWorld: when there is none.
        """
        database = self._storage.open(name) if _NAME.fullmatch(name) else None
        if database is None:
            raise UnknownWorld(
                f'Er is geen wereld ‘{name[:40]}’. Maak ze met POST /_mock/worlds {{"name": "{name[:40]}"}}.'
            )
        return World(name, database)

    def ensure_default(self) -> World:
        """Return the default world, making it with the cast when it is not there.

        Raises:
            OlderData: when it was written by another version of the tables.
        """
        if self._storage.open(DEFAULT_WORLD) is None:
            with contextlib.suppress(WorldExists):  # Another worker was first.
                self.create(DEFAULT_WORLD)
        world = self.open(DEFAULT_WORLD)
        check_schema(world.database)
        return world

    def create(self, name: str, *, cast: bool = True, moment: datetime | None = None) -> World:
        """Make a world, with the cast or empty.

        Raises:
            MalformedWorldName: when the name has other characters than a-z, 0-9 and inner dashes.
            WorldExists: when the name is taken.
        """
        if _NAME.fullmatch(name) is None:
            raise MalformedWorldName(
                f"‘{name[:40]}’ kan geen naam van een wereld zijn: gebruik 1 tot 40 kleine letters, "
                "cijfers en koppeltekens, zoals ‘proef-1’."
            )
        image = self._image(moment or self._starting_moment, cast)
        # It is made whole before others can open it.
        with self._copying:
            fresh = memory_database(serialized(image))
        with fresh.connect() as connection, write_transaction(connection):
            incarnate(connection, self._wall())
        self._storage.create(name, fresh)
        fresh.close()
        return self.open(name)

    def reset(self, world: World, *, cast: bool = True) -> None:
        """Put a world back to its cast and starting date, as one change."""
        with world.database.connect() as connection:
            state = read_state(connection)
            connection.rollback()
            moment = datetime.fromtimestamp(state.starting_epoch, BRUSSELS)
            image = self._image(moment, cast)
            with write_transaction(connection):
                with self._copying:
                    replace_rows(image, connection)
                incarnate(connection, self._wall())

    def delete(self, name: str) -> None:
        """Remove a world.

        Raises:
            BadRequest: for the default world, which is always there.
            UnknownWorld: when there is none of this name.
        """
        if name == DEFAULT_WORLD:
            raise BadRequest("De standaardwereld blijft bestaan; zet ze terug met POST /_mock/reset.")
        self.open(name)
        self._storage.drop(name)

    def names(self) -> Sequence[str]:
        """Return the names of all worlds, the default one included."""
        return self._storage.names()

    def close(self) -> None:
        """Give up every connection that is held open; what is kept stays."""
        self._storage.close()

    def _image(self, moment: datetime, cast: bool) -> Database:
        wanted = (moment.timestamp(), cast)
        with self._lock:
            if wanted not in self._images:
                image = empty_database()
                with image.connect() as connection, write_transaction(connection):
                    found_world(connection, self._first_clock(moment))
                if self.seeder is not None:
                    self.seeder(image, moment, cast)
                self._images[wanted] = image
                if len(self._images) > _MOST_IMAGES:
                    self._images.popitem(last=False)
            self._images.move_to_end(wanted)
            return self._images[wanted]

    def _first_clock(self, moment: datetime) -> ClockSetting:
        return replace(
            ClockSetting(world_epoch=moment.timestamp(), wall_epoch=self._wall()),
            **self._clock_defaults,
        )


def check_schema(database: Database) -> None:
    """Check that a world was written with the tables of this program.

    Raises:
        OlderData: with the way to take its facts along.
    """
    with database.connect() as connection:
        schema = schema_number(connection)
    if schema != SCHEMA_NUMBER:
        raise OlderData(
            f"Deze gegevens zijn van schema {schema}, dit programma gebruikt {SCHEMA_NUMBER}. "
            "Start de versie die ze maakte, bewaar GET /_mock/facts, en laad dat met "
            "PUT /_mock/facts in een nieuwe map."
        )
