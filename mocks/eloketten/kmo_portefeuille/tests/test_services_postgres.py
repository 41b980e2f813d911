"""Registered services on PostgreSQL, where two changes run beside each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from mocks.core.addresses import DEFAULT_WORLD, AddressBook
from mocks.core.clock import STARTING_MOMENT
from mocks.core.keys import KeyPool, MemoryVault
from mocks.core.statements import StatementCache
from mocks.core.store.postgres import PostgresStorage
from mocks.core.tests.alone import leave
from mocks.core.visit import House, Visit
from mocks.core.wire.backchannel import Backchannel
from mocks.core.worlds import Worlds
from mocks.eloketten.kmo_portefeuille import store
from mocks.eloketten.kmo_portefeuille.backend import Services
from mocks.eloketten.kmo_portefeuille.domain.services import Kind, Place, Service, read_details
from mocks.eloketten.kmo_portefeuille.domain.visitors import Visitor
from mocks.eloketten.kmo_portefeuille.errors import OutdatedService
from mocks.eloketten.kmo_portefeuille.tests.visitor import CONTACT

PLACE = Place("0110041748", Kind.TRAINING, "Campus Gent")
RIA = Visitor("Ria Goossens", PLACE.organisation, "Leerpunt nv", "", ("Campus Gent",))
FIRST = {**CONTACT, "version": "0"}


@pytest.fixture
def visit(postgres: str) -> Iterator[Visit]:
    """Enter a world on PostgreSQL."""
    storage = PostgresStorage(postgres)
    wall = STARTING_MOMENT.timestamp
    house = House(
        addresses=AddressBook.real(),
        keys=KeyPool(MemoryVault()),
        worlds=Worlds(storage, wall),
        wall=wall,
        statements=StatementCache(),
        backchannel=Backchannel(),
    )
    house.worlds.create(DEFAULT_WORLD)
    visit = Visit(house, house.worlds.open(DEFAULT_WORLD))
    yield visit
    visit.close()
    leave(storage)


def test_a_service_is_registered_changed_and_told(visit: Visit) -> None:
    services = Services(visit)
    services.change(PLACE, FIRST, RIA)
    services.change(PLACE, {**CONTACT, "name": "Bo Maes", "version": "1"}, RIA)
    with pytest.raises(OutdatedService):
        services.change(PLACE, FIRST, RIA)
    assert services.changes(PLACE)[0].what == "Contactpersoon: Nele Aerts → Bo Maes."
    assert services.of_departments(RIA)["Campus Gent", "training"].version == 2


def test_of_two_who_write_the_same_version_one_is_too_late(visit: Visit) -> None:
    service = Service(PLACE, read_details(CONTACT), 1)
    with visit.writing() as connection:
        assert store.services.put(connection, service, 0)
        assert not store.services.put(connection, service, 0)
        assert store.services.put(connection, replace(service, version=2), 1)
        assert not store.services.put(connection, replace(service, version=2), 1)
