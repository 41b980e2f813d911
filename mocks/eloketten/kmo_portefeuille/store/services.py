"""The registered services and the history of each.

The name of a department is part of what names a service; that of the seat is empty, so that a primary key can
hold it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Double,
    Index,
    Integer,
    Row,
    String,
    Table,
    Text,
    and_,
    select,
    update,
)

from mocks.core.brussels import BRUSSELS
from mocks.core.store import Connection, own_insert
from mocks.core.store.schema import metadata
from mocks.eloketten.kmo_portefeuille.domain.services import Change, Details, Kind, Place, Service

service_table = Table(
    "kmo_service",
    metadata,
    Column("organisation", String(10), primary_key=True),
    Column("department", String(200), primary_key=True),
    Column("kind", String(10), primary_key=True),
    Column("name", String(100), nullable=False),
    Column("email", String(200), nullable=False),
    Column("phone", String(20), nullable=False),
    Column("account", String(34), nullable=False),
    Column("version", Integer, nullable=False),
)
change_table = Table(
    "kmo_service_change",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("organisation", String(10), nullable=False),
    Column("department", String(200), nullable=False),
    Column("kind", String(10), nullable=False),
    Column("epoch", Double, nullable=False),
    Column("who", String(500), nullable=False),
    Column("what", Text, nullable=False),
    Index("kmo_service_change_place", "organisation", "department", "kind", "id"),
)
_s, _h = service_table.c, change_table.c


def find(connection: Connection, place: Place) -> Service | None:
    """Return a service, or None when it is not registered."""
    row = connection.execute(select(service_table).where(_is(place))).one_or_none()
    return _service(row) if row is not None else None


def of(connection: Connection, organisation: str, departments: Iterable[str]) -> Sequence[Service]:
    """Return what an organisation registered for some of its departments; "" is the seat."""
    query = select(service_table).where(_s.organisation == organisation, _s.department.in_(list(departments)))
    return [_service(row) for row in connection.execute(query)]


def numbers(connection: Connection) -> list[str]:
    """Return the number of every service."""
    query = select(service_table).order_by(_s.organisation, _s.department, _s.kind)
    return [str(_service(row).place) for row in connection.execute(query)]


def put(connection: Connection, service: Service, seen: int) -> bool:
    """Make a service, or replace it while it still is the version that was ``seen``; return whether it was.

    Args:
        connection: where to write.
        service: what is to stand there.
        seen: the version that is replaced; 0 for a service that is not registered yet.
    """
    values = {
        "name": service.details.name,
        "email": service.details.email,
        "phone": service.details.phone,
        "account": service.details.account,
        "version": service.version,
    }
    if seen:
        replacing = update(service_table).where(_is(service.place), _s.version == seen).values(values)
        return connection.execute(replacing).rowcount == 1
    place = service.place
    named = {"organisation": place.organisation, "department": place.department, "kind": place.kind.value}
    making = own_insert(connection, service_table).values({**named, **values}).on_conflict_do_nothing()
    # Of an INSERT the drivers do not all count the rows.
    return connection.execute(making.returning(_s.version)).first() is not None


def remove(connection: Connection, place: Place) -> bool:
    """Remove a service with its history; return whether there was one."""
    connection.execute(
        change_table.delete().where(
            _h.organisation == place.organisation,
            _h.department == place.department,
            _h.kind == place.kind.value,
        )
    )
    return connection.execute(service_table.delete().where(_is(place))).rowcount > 0


def record(connection: Connection, place: Place, change: Change) -> None:
    """Add a line to the history of a service."""
    connection.execute(
        change_table.insert().values(
            organisation=place.organisation,
            department=place.department,
            kind=place.kind.value,
            epoch=change.at.timestamp(),
            who=change.who,
            what=change.what,
        )
    )


def changes(connection: Connection, place: Place, most: int) -> Sequence[Change]:
    """Return the latest changes of a service, newest first."""
    query = (
        select(change_table)
        .where(
            _h.organisation == place.organisation,
            _h.department == place.department,
            _h.kind == place.kind.value,
        )
        .order_by(_h.id.desc())
        .limit(most)
    )
    return [
        Change(datetime.fromtimestamp(row.epoch, BRUSSELS), row.who, row.what)
        for row in connection.execute(query)
    ]


def _is(place: Place) -> ColumnElement[bool]:
    return and_(
        _s.organisation == place.organisation,
        _s.department == place.department,
        _s.kind == place.kind.value,
    )


def _service(row: Row[Any]) -> Service:
    return Service(
        Place(row.organisation, Kind(row.kind), row.department),
        Details(row.name, row.email, row.phone, row.account),
        row.version,
    )
