"""The whole federation inside pytest, without a socket, on the real host names.

    def test_my_loket(federation):
        answer = requests.get("https://authenticatie.vlaanderen.be/op/.well-known/openid-configuration")

Every test has a world of its own, frozen on the starting moment, with token time following it; step it
with ``federation.step(timedelta(days=1))`` or ``federation.set_clock(moment)``.
"""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from mocks.federation import Federation


class FederationInTest:
    """A federation whose world belongs to one test.

    Attributes:
        world: the name of the world.
    """

    def __init__(self, federation: Federation, world: str) -> None:
        self._federation = federation
        self.world = world

    def url(self, system: str, path: str = "") -> str:
        """Return the address of ``path`` at a system."""
        return self._federation.house.addresses.base(system) + path

    def number(self, key: str) -> str:
        """Return the number of a personage or an organisation."""
        cast = self._federation.cast
        return str(cast.people[key].number) if key in cast.people else cast.organisations[key].code

    @property
    def now(self) -> datetime:
        """The moment of this world."""
        visit = self._federation.visit(self.world)
        try:
            return visit.clock.now
        finally:
            visit.close()

    def step(self, span: timedelta) -> None:
        """Let the clock of this world jump ahead."""
        self.set_clock(self.now + span)

    def set_clock(self, moment: datetime) -> None:
        """Put the clock of this world to a moment."""
        from mocks.core.store.schema import write_clock  # noqa: PLC0415  # see federation_application

        visit = self._federation.visit(self.world)
        clock = visit.state.clock.anchored(visit.house.wall(), world_epoch=moment.timestamp())
        with visit.writing() as connection:
            write_clock(connection, clock)
        visit.close()


@pytest.fixture(scope="session")
def federation_application() -> Federation:
    """Build the federation once per process, in memory, its clocks frozen.

    The import stands here, so that a suite that does not use the fixture does not pay for it.
    """
    from mocks.federation import Federation  # noqa: PLC0415
    from mocks.settings import Settings  # noqa: PLC0415

    federation = Federation(Settings(clock={"running": False, "token_time": "world"}))
    gc.freeze()  # What lives as long as the process need not be looked through at every collection.
    return federation


@pytest.fixture
def federation(federation_application: Federation) -> Iterator[FederationInTest]:
    """Give a fresh world with the cast, reached by ``requests`` on the real host names."""
    from mocks.core.visit import ENVIRON_WORLD  # noqa: PLC0415
    from mocks.core.wire.process import hosts_in_process  # noqa: PLC0415
    from mocks.core.worlds import UnknownWorld  # noqa: PLC0415

    worlds = federation_application.house.worlds
    name = f"test-{len(worlds.names())}"
    worlds.create(name)
    hosts = federation_application.house.addresses.origin_hosts
    with hosts_in_process(federation_application, hosts, {ENVIRON_WORLD: name}):
        yield FederationInTest(federation_application, name)
    with contextlib.suppress(UnknownWorld):  # The test itself may have removed it.
        worlds.delete(name)
