"""The table of mandate types that e-lokets ask; one whose e-loket went stays, for what was given of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import JSON, Boolean, Column, Row, String, Table, Text, select, update

from mocks.core.store import Connection, upsert
from mocks.core.store.schema import metadata
from mocks.ssm.domain.asked import AskedType
from mocks.ssm.domain.catalogue import CATALOGUE, MandateType

asked_table = Table(
    "ssm_asked_type",
    metadata,
    Column("eloket", String(100), primary_key=True),
    Column("type", String(40), primary_key=True),
    Column("eloket_name", Text, nullable=False),
    Column("target_groups", JSON, nullable=False),
    Column("registered", Boolean, nullable=False),
)
_a = asked_table.c
_ALL = select(asked_table).order_by(_a.registered, _a.eloket, _a.type)
"""Of one type that several asked one after the other, what counts today comes last."""


def every(connection: Connection) -> tuple[AskedType, ...]:
    """Return what registered e-lokets ask, by e-loket."""
    return tuple(one for one in map(_asked, connection.execute(_ALL)) if one.registered)


def entries(connection: Connection, keys: Iterable[str]) -> dict[str, MandateType]:
    """Return the entries of these keys, and of others; nothing is read where all are always there."""
    if all(key in CATALOGUE for key in keys):
        return dict(CATALOGUE)
    return {**{one.key: one.entry for one in map(_asked, connection.execute(_ALL))}, **CATALOGUE}


def put(connection: Connection, asked: AskedType) -> None:
    """Write what an e-loket asks."""
    upsert(
        connection,
        asked_table,
        {
            "eloket": asked.eloket,
            "type": asked.key,
            "eloket_name": asked.eloket_name,
            "target_groups": list(asked.target_groups),
            "registered": asked.registered,
        },
    )


def withdraw(connection: Connection, eloket: str) -> None:
    """Note that an e-loket went, or asks nothing any more."""
    connection.execute(update(asked_table).where(_a.eloket == eloket).values(registered=False))


def _asked(row: Row[Any]) -> AskedType:
    return AskedType(
        eloket=row.eloket,
        eloket_name=row.eloket_name,
        key=row.type,
        target_groups=tuple(row.target_groups),
        registered=row.registered,
    )
