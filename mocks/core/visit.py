"""A visit: one request's stay in one world, and the house that it is paid in.

The house is what a process has once: addresses, keys, worlds, the wall clock.  A visit has one
connection, one reading of the clock, reads in one snapshot and writes in short transactions.  When one
system calls another within a request, it does so in the same visit, so that a request never waits for a
second connection.
"""

from __future__ import annotations

import contextlib
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from mocks.core.addresses import AddressBook
from mocks.core.clock import Clock, Wall
from mocks.core.identifiers import CouldBeReal, require_safe
from mocks.core.keys import Algorithm, KeyPool, SigningKey
from mocks.core.store import Connection
from mocks.core.store.database import begin, undo, write_transaction
from mocks.core.store.schema import WorldState, read_state, write_settings
from mocks.core.tokens import KeySet
from mocks.core.worlds import World, Worlds

if TYPE_CHECKING:
    from prometheus_client import CollectorRegistry

    from mocks.core.mail import MailServer
    from mocks.core.statements import StatementCache
    from mocks.core.wire.backchannel import Backchannel

ENVIRON_WORLD = "proefloket.world"
"""WSGI environ key: the name of the world that a request visits, set by the server or the wire."""

ENVIRON_VISIT = "proefloket.visit"
"""WSGI environ key: the visit itself, shared with calls made within the request."""

REAL_ENTERPRISES = "real_enterprises"
"""The switch of a world that has enterprises with real numbers, by which it takes more of these."""


@dataclass
class House:
    """What a process has once, handed to every application when it is built."""

    addresses: AddressBook
    keys: KeyPool
    worlds: Worlds
    wall: Wall
    statements: StatementCache
    backchannel: Backchannel
    allow_real_numbers: bool = False
    control_token: str | None = None
    mail: MailServer | None = None
    registries: dict[str, CollectorRegistry] = field(default_factory=dict)
    key_sets: dict[tuple[str, Algorithm, int], KeySet] = field(default_factory=dict)


class Visit:
    """One request's stay in one world."""

    def __init__(self, house: House, world: World) -> None:
        """Enter ``world``; nothing is opened before it is needed."""
        self.house = house
        self.world = world
        self._connection: Connection | None = None
        self._reading = self._writing = False
        self.heard_until = math.inf
        """When the first lapses of the statements that were heard in this visit; token time."""

    @cached_property
    def state(self) -> WorldState:
        """What the world says of itself, as read in the same snapshot as the rest."""
        return read_state(self.reading)

    @cached_property
    def clock(self) -> Clock:
        """The one reading of the clock by which this visit is decided."""
        return self.state.clock.at(self.house.wall())

    @property
    def settings(self) -> Mapping[str, Any]:
        """Switches of the mocks in this world, by name."""
        return self.state.settings

    def change_setting(self, name: str, value: object) -> None:
        """Set one switch of this world; what this visit reads from now on already knows it."""
        with self.writing() as connection:
            write_settings(connection, {**read_state(connection).settings, name: value})

    @property
    def reading(self) -> Connection:
        """The visit's connection, in a transaction that sees one state of the world."""
        connection = self._open()
        if not (self._reading or self._writing):
            begin(connection)
            self._reading = True
        return connection

    @contextlib.contextmanager
    def writing(self) -> Iterator[Connection]:
        """Run one write transaction; what was read before is given up, not locked.

        A system that calls another while it holds a write transaction would make everybody wait,
        which is a mistake in our own code and raises.
        """
        if self._writing:
            raise RuntimeError("a write transaction was begun inside another one")
        connection = self._open()
        undo(connection)
        self._reading, self._writing = False, True
        try:
            with write_transaction(connection):
                yield connection
        finally:
            self._writing = False
            # What the world says of itself may be what was written.
            self.__dict__.pop("state", None)

    def close(self) -> None:
        """Leave the world: give up the connection."""
        if self._connection is not None:
            self.world.database.give_back(self._connection)
            self._connection, self._reading = None, False

    def url(self, system: str, path: str = "") -> str:
        """Return the external address of ``path`` at a system, in this world."""
        return self.house.addresses.base(system, self.world.name) + path

    def signing_key(self, system: str, alg: Algorithm) -> SigningKey:
        """Return the key with which a system signs in this world today."""
        return self.house.keys.signing_key(system, alg, self.key_generation(system))

    def signing_keys(self, system: str, alg: Algorithm) -> tuple[SigningKey, ...]:
        """Return the keys that a system publishes in this world, the active one first."""
        active = self.key_generation(system)
        return tuple(
            self.house.keys.signing_key(system, alg, generation) for generation in range(active, 0, -1)
        )

    def key_set(self, system: str, alg: Algorithm) -> KeySet:
        """Return the public keys of a system in this world."""
        wanted = (system, alg, self.key_generation(system))
        if wanted not in self.house.key_sets:
            self.house.key_sets[wanted] = KeySet.of(self.signing_keys(system, alg))
        return self.house.key_sets[wanted]

    def key_generation(self, system: str) -> int:
        """Return which generation of a system's keys is active in this world."""
        return int(self.settings.get(f"{system}.key_generation", 1))

    def require_safe(self, number: str) -> None:
        """Refuse a number that a citizen or a company could have, unless the house allows them.

        A world whose enterprises are real takes numbers that a company could have; those of a citizen only
        the house can allow.

        Raises:
            Refusal: with the ranges that are safe.
        """
        if self.house.allow_real_numbers:
            return
        try:
            require_safe(number)
        except CouldBeReal as refusal:
            if refusal.of_a_person or not self.settings.get(REAL_ENTERPRISES):
                raise

    def _open(self) -> Connection:
        if self._connection is None:
            self._connection = self.world.database.lease()
        return self._connection
