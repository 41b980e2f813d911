"""What the tests of the register start from."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import date

import pytest
from flask import Flask

from mocks.core.addresses import DEFAULT_WORLD, AddressBook
from mocks.core.identifiers import Insz
from mocks.core.keys import KeyPool, MemoryVault
from mocks.core.statements import StatementCache
from mocks.core.store.sqlite import MemoryStorage
from mocks.core.tests.alone import HandWall
from mocks.core.visit import ENVIRON_VISIT, House, Visit
from mocks.core.wire.backchannel import Answer, Backchannel, environ_of, run
from mocks.core.worlds import Worlds
from mocks.rijksregister.app import create_app
from mocks.rijksregister.peers import Letter, Peers

Send = Callable[..., Answer]


def a_letter(insz: Insz, email: str, lost: Sequence[str]) -> Letter:
    """Be CSAM: give a letter that tells what it was asked."""
    return Letter(f"code of {insz}", f"https://www.csam.be/{','.join(lost)}", email, date(2021, 5, 11))


WALL = HandWall()


@pytest.fixture
def house() -> House:
    """Return a house with one empty world."""
    house = House(
        addresses=AddressBook.real(),
        keys=KeyPool(MemoryVault()),
        worlds=Worlds(MemoryStorage(), WALL),
        wall=WALL,
        statements=StatementCache(),
        backchannel=Backchannel(),
    )
    house.worlds.create(DEFAULT_WORLD)
    return house


@pytest.fixture
def app(house: House) -> Flask:
    """Return the register's application."""
    return create_app(house, lambda visit: Peers(a_letter))


@pytest.fixture
def send(house: House, app: Flask) -> Iterator[Send]:
    """Return a function that sends a request and returns the answer."""
    visit = Visit(house, house.worlds.open(DEFAULT_WORLD))

    def request(method: str, path: str, members: object = None) -> Answer:
        body = b"" if members is None else json.dumps(members).encode()
        headers = {"Accept": "application/json", "Content-Type": "application/json"}
        url = house.addresses.base("rijksregister") + path
        return run(app, {**environ_of(method, url, headers, body), ENVIRON_VISIT: visit})

    yield request
    visit.close()
