"""The applicants without an enterprise number, by whom they are handled under."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Column, Row, String, Table, delete, select

from mocks.core.store import Connection, upsert
from mocks.core.store.schema import metadata
from mocks.eloketten.kiosk.domain.dependants import Dependant, Sort

dependant_table = Table(
    "kiosk_dependant",
    metadata,
    Column("code", String(11), primary_key=True),
    Column("name", String(200), nullable=False),
    Column("sort", String(20), nullable=False),
    Column("acting", String(11), nullable=False, index=True),
)

_d = dependant_table.c


def find(connection: Connection, code: str) -> Dependant | None:
    """Return the applicant of this code, or None."""
    row = connection.execute(select(dependant_table).where(_d.code == code)).one_or_none()
    return _dependant(row) if row is not None else None


def under(connection: Connection, acting: str, most: int) -> Sequence[Dependant]:
    """Return the applicants under a party by name, ``most`` of them."""
    query = select(dependant_table).where(_d.acting == acting).order_by(_d.name, _d.code).limit(most)
    return [_dependant(row) for row in connection.execute(query)]


def codes(connection: Connection) -> list[str]:
    """Return the code of every one."""
    return list(connection.execute(select(_d.code).order_by(_d.code)).scalars())


def put(connection: Connection, one: Dependant) -> None:
    """Make or replace one."""
    upsert(
        connection,
        dependant_table,
        {"code": one.code, "name": one.name, "sort": one.sort.value, "acting": str(one.acting)},
    )


def remove(connection: Connection, code: str) -> bool:
    """Remove one; return whether there was one."""
    return connection.execute(delete(dependant_table).where(_d.code == code)).rowcount > 0


def _dependant(row: Row[tuple[object, ...]]) -> Dependant:
    return Dependant(code=row.code, name=row.name, sort=Sort(row.sort), acting=row.acting)
