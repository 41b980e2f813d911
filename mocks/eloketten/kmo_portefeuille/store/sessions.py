"""The sessions of the kmo-portefeuille, each at one door.

A session is found by the fingerprint of the identifier in the cookie.  Its refresh token stands there as it
is, because the e-loket has to send it; it opens nothing without the secret of the door.  Moments are token
time, in seconds.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from sqlalchemy import Column, Integer, String, Table, Text, bindparam, delete, or_, select, update

from mocks.core.store import Connection
from mocks.core.store.schema import metadata
from mocks.eloketten.kmo_portefeuille.domain.visitors import Visitor

_FORGET_AFTER = 24 * 3600
_SWEEP = 20
"""Forgotten sessions that one new session removes at the most."""

session_table = Table(
    "kmo_session",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("door", String(40), nullable=False),
    Column("visitor", Text, nullable=False),
    Column("refresh_token", Text),
    Column("refreshed", Integer, nullable=False, index=True),
    Column("claimed", Integer),
    Column("ended", Text),
)
_c = session_table.c
_FIND = select(session_table).where(_c.id == bindparam("asked"), _c.door == bindparam("at_door"))


@dataclass(frozen=True)
class KeptSession:
    """A session as it is kept.

    Attributes:
        visitor: who, and for whom.
        refresh_token: good for one renewal at ACM; None when ACM gave none.
        refreshed: when ACM last said yes.
        claimed: when somebody took it upon himself to renew it, or None.
        ended: why it ended, or None while it lasts.
    """

    visitor: Visitor
    refresh_token: str | None
    refreshed: int
    claimed: int | None
    ended: str | None


def begin(
    connection: Connection, identifier: str, door: str, visitor: Visitor, refresh_token: str | None, now: int
) -> None:
    """Keep a new session, and sweep away some that nobody came back to."""
    old = select(_c.id).where(_c.refreshed < now - _FORGET_AFTER).limit(_SWEEP)
    connection.execute(delete(session_table).where(_c.id.in_(old.scalar_subquery())))
    connection.execute(
        session_table.insert().values(
            id=identifier, door=door, visitor=_dump(visitor), refresh_token=refresh_token, refreshed=now
        )
    )


def find(connection: Connection, identifier: str, door: str) -> KeptSession | None:
    """Return a session at a door, ended or not, or None."""
    row = connection.execute(_FIND, {"asked": identifier, "at_door": door}).one_or_none()
    if row is None:
        return None
    return KeptSession(_load(row.visitor), row.refresh_token, row.refreshed, row.claimed, row.ended)


def claim(connection: Connection, identifier: str, refreshed: int, now: int, claim_seconds: int) -> bool:
    """Take it upon oneself to renew a session; return False when somebody else does, or did.

    A claim lapses, so that a process that died while renewing does not block the session for ever.
    """
    claiming = (
        update(session_table)
        .where(
            _c.id == identifier,
            _c.refreshed == refreshed,
            _c.ended.is_(None),
            or_(_c.claimed.is_(None), _c.claimed <= now - claim_seconds),
        )
        .values(claimed=now)
    )
    return connection.execute(claiming).rowcount == 1


def renew(
    connection: Connection, identifier: str, visitor: Visitor, refresh_token: str | None, now: int
) -> bool:
    """Keep what a renewal brought; return False when the session was left meanwhile."""
    renewing = (
        update(session_table)
        .where(_c.id == identifier)
        .values(visitor=_dump(visitor), refresh_token=refresh_token, refreshed=now, claimed=None)
    )
    return connection.execute(renewing).rowcount == 1


def end(connection: Connection, identifier: str, reason: str) -> None:
    """End a session; the reason stays to be shown."""
    ending = update(session_table).where(_c.id == identifier)
    connection.execute(ending.values(refresh_token=None, claimed=None, ended=reason))


def forget(connection: Connection, identifier: str) -> None:
    """Remove a session."""
    connection.execute(delete(session_table).where(_c.id == identifier))


def _dump(visitor: Visitor) -> str:
    return json.dumps(asdict(visitor))


def _load(document: str) -> Visitor:
    members = json.loads(document)
    return Visitor(**{**members, "departments": tuple(members["departments"])})
