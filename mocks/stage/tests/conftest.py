"""What the tests of the stage share: a world of each test's own, on one port."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from mocks.core.clock import STARTING_MOMENT
from mocks.core.wire.backchannel import Answer
from mocks.federation import Federation
from mocks.settings import Settings
from mocks.tests.door import knock

_numbers = itertools.count(1)


@dataclass
class HandWall:
    """A wall clock that stands still until a test moves it."""

    epoch: float = STARTING_MOMENT.timestamp()

    def __call__(self) -> float:
        """Return what it shows."""
        return self.epoch


@dataclass(frozen=True)
class Room:
    """The control API in one world."""

    federation: Federation
    world: str
    wall: HandWall

    def ask(self, path: str, method: str = "GET", body: object = None) -> Answer:
        """Send a request to this world."""
        return knock(self.federation, f"/w/{self.world}{path}", method, body=body)

    def get(self, path: str) -> Any:  # noqa: ANN401  # JSON is of any type
        """Return what a GET that must succeed gives."""
        answer = self.ask(path)
        assert answer.status == 200, answer.body
        return answer.json()

    def refused(self, path: str, method: str = "GET", body: object = None) -> tuple[int, str, str]:
        """Return status, code and sentence of a request that must be refused."""
        answer = self.ask(path, method, body)
        assert answer.header("Content-Type") == "application/problem+json", answer.body
        said = answer.json()
        return answer.status, said["code"], said["detail"]


@pytest.fixture(scope="session")
def _wall() -> HandWall:
    return HandWall()


@pytest.fixture(scope="session")
def _federation(_wall: HandWall) -> Federation:
    return Federation(Settings(url="http://127.0.0.1:8600", wall=_wall))


@pytest.fixture
def room(_federation: Federation, _wall: HandWall) -> Iterator[Room]:
    """Give a fresh world with the cast; what the test makes more, it leaves."""
    worlds = _federation.house.worlds
    name = f"room-{next(_numbers)}"
    worlds.create(name)
    yield Room(_federation, name, _wall)
    for left in worlds.names():
        if left != "default":
            worlds.delete(left)
