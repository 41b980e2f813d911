"""The sessions of the e-lokets: the claims of the token, until it lapses.

A session is found by the fingerprint of the identifier in the cookie.  Moments are token time, in seconds.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Column, Integer, String, Table, Text, bindparam, delete, select

from mocks.core.store import Connection
from mocks.core.store.schema import metadata

_SWEEP = 20
"""Lapsed sessions that one new session removes at the most."""

session_table = Table(
    "eloket_session",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("eloket", String(100), nullable=False),
    Column("claims", Text, nullable=False),
    Column("expires", Integer, nullable=False, index=True),
)

_FIND = select(session_table.c.claims).where(
    session_table.c.id == bindparam("asked"),
    session_table.c.eloket == bindparam("at"),
    session_table.c.expires > bindparam("now"),
)


def begin(
    connection: Connection, identifier: str, eloket: str, claims: Mapping[str, Any], expires: int, now: int
) -> None:
    """Keep a new session, and sweep away some that lapsed."""
    columns = session_table.c
    old = select(columns.id).where(columns.expires <= now).limit(_SWEEP)
    connection.execute(delete(session_table).where(columns.id.in_(old.scalar_subquery())))
    document = json.dumps(dict(claims))
    connection.execute(
        session_table.insert().values(id=identifier, eloket=eloket, claims=document, expires=expires)
    )


def find(connection: Connection, identifier: str, eloket: str, now: int) -> dict[str, Any] | None:
    """Return the claims of a session of this e-loket that lasts, or None."""
    document = connection.execute(_FIND, {"asked": identifier, "at": eloket, "now": now}).scalar()
    return dict(json.loads(document)) if document is not None else None


def forget(connection: Connection, identifier: str) -> None:
    """Remove a session."""
    connection.execute(delete(session_table).where(session_table.c.id == identifier))
