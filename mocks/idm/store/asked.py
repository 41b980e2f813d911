"""The table of rights that e-lokets ask; one whose e-loket went stays, for what was granted of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import JSON, Boolean, Column, Row, String, Table, Text, select, update

from mocks.core.store import Connection, raise_version, upsert
from mocks.core.store.schema import metadata
from mocks.idm.domain.asked import AskedRight
from mocks.idm.domain.catalogue import CATALOGUE, Right
from mocks.idm.store.people import SYSTEM

asked_table = Table(
    "idm_asked_right",
    metadata,
    Column("eloket", String(100), primary_key=True),
    Column("eloket_name", Text, nullable=False),
    Column("name", String(200), nullable=False),
    Column("token_code", String(100), nullable=False),
    Column("profile", String(100)),
    Column("target_groups", JSON, nullable=False),
    Column("registered", Boolean, nullable=False),
)
_a = asked_table.c
_ALL = select(asked_table).order_by(_a.eloket)


def every(connection: Connection) -> tuple[AskedRight, ...]:
    """Return what registered e-lokets ask, by e-loket."""
    return tuple(one for one in map(_asked, connection.execute(_ALL)) if one.registered)


def entries(connection: Connection, keys: Iterable[str | None]) -> dict[str, Right]:
    """Return the entries of these keys that are not always there; nothing is read where there are none."""
    if all(key is None or key in CATALOGUE for key in keys):
        return {}
    return {one.key: one.entry for one in map(_asked, connection.execute(_ALL))}


def find(connection: Connection, eloket: str) -> AskedRight | None:
    """Return what an e-loket asks, or asked before it went, or None."""
    row = connection.execute(select(asked_table).where(_a.eloket == eloket)).one_or_none()
    return _asked(row) if row is not None else None


def put(connection: Connection, asked: AskedRight) -> None:
    """Write what an e-loket asks."""
    upsert(
        connection,
        asked_table,
        {
            "eloket": asked.eloket,
            "eloket_name": asked.eloket_name,
            "name": asked.name,
            "token_code": asked.token_code,
            "profile": asked.profile,
            "target_groups": list(asked.target_groups),
            "registered": asked.registered,
        },
    )


def withdraw(connection: Connection, eloket: str) -> None:
    """Note that an e-loket went, or asks nothing any more."""
    connection.execute(update(asked_table).where(_a.eloket == eloket).values(registered=False))


def raise_versions(connection: Connection, holders: Iterable[str]) -> None:
    """Raise the version of what is stated of who holds a right that changed, always in the same order."""
    for holder in sorted(set(holders)):
        raise_version(connection, SYSTEM, holder)


def _asked(row: Row[Any]) -> AskedRight:
    return AskedRight(
        eloket=row.eloket,
        eloket_name=row.eloket_name,
        name=row.name,
        token_code=row.token_code,
        profile=row.profile,
        target_groups=tuple(row.target_groups),
        registered=row.registered,
    )
