"""The tables of the sessions that an e-loket keeps and ACM confirms anew.

A session is found by the fingerprint of the identifier in the cookie.  Its refresh token stands there as it
is, because the e-loket has to send it; it opens nothing without the secret of the e-loket.  Moments are token
time, in seconds.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Integer, String, Table, Text, bindparam, delete, or_, select, update

from mocks.core.store import Connection
from mocks.core.store.schema import metadata

_FORGET_AFTER = 24 * 3600
_SWEEP = 20
"""Forgotten sessions that one new session removes at the most."""


@dataclass(frozen=True)
class KeptSession:
    """A session as it is kept.

    Attributes:
        who: who is there and for whom, as JSON members.
        refresh_token: good for one renewal at ACM; None when ACM gave none.
        refreshed: when ACM last said yes.
        claimed: since when somebody is renewing it, or None.
        ended: why it ended, or None while it lasts.
        picked: what was picked under whom ACM names, or None.
    """

    who: Mapping[str, Any]
    refresh_token: str | None
    refreshed: int
    claimed: int | None
    ended: str | None
    picked: str | None


class ConfirmedSessions:
    """The sessions of one e-loket, each at one of its doors."""

    def __init__(self, table: str) -> None:
        """Keep them in a table of this name."""
        self._table = Table(
            table,
            metadata,
            Column("id", String(64), primary_key=True),
            Column("door", String(40), nullable=False),
            Column("who", Text, nullable=False),
            Column("refresh_token", Text),
            Column("refreshed", Integer, nullable=False, index=True),
            Column("claimed", Integer),
            Column("ended", Text),
            Column("picked", String(40)),
        )
        self._c = self._table.c
        self._find = select(self._table).where(
            self._c.id == bindparam("asked"), self._c.door == bindparam("at_door")
        )

    def begin(  # the members of a session
        self,
        connection: Connection,
        identifier: str,
        door: str,
        who: Mapping[str, Any],
        refresh_token: str | None,
        now: int,
    ) -> None:
        """Keep a new session, and sweep away some that nobody came back to."""
        old = select(self._c.id).where(self._c.refreshed < now - _FORGET_AFTER).limit(_SWEEP)
        connection.execute(delete(self._table).where(self._c.id.in_(old.scalar_subquery())))
        connection.execute(
            self._table.insert().values(
                id=identifier,
                door=door,
                who=json.dumps(who),
                refresh_token=refresh_token,
                refreshed=now,
            )
        )

    def find(self, connection: Connection, identifier: str, door: str) -> KeptSession | None:
        """Return a session at a door, ended or not, or None."""
        row = connection.execute(self._find, {"asked": identifier, "at_door": door}).one_or_none()
        if row is None:
            return None
        return KeptSession(
            json.loads(row.who), row.refresh_token, row.refreshed, row.claimed, row.ended, row.picked
        )

    def claim(
        self, connection: Connection, identifier: str, refreshed: int, now: int, claim_seconds: int
    ) -> bool:
        """Take it upon oneself to renew a session; return False when somebody else does, or did.

        A claim lapses, so that a process that died while renewing does not block the session for ever.
        """
        claiming = (
            update(self._table)
            .where(
                self._c.id == identifier,
                self._c.refreshed == refreshed,
                self._c.ended.is_(None),
                or_(self._c.claimed.is_(None), self._c.claimed <= now - claim_seconds),
            )
            .values(claimed=now)
        )
        return connection.execute(claiming).rowcount == 1

    def renew(
        self,
        connection: Connection,
        identifier: str,
        who: Mapping[str, Any],
        refresh_token: str | None,
        now: int,
    ) -> bool:
        """Keep what a renewal brought; return False when the session was left meanwhile."""
        renewing = (
            update(self._table)
            .where(self._c.id == identifier)
            .values(who=json.dumps(who), refresh_token=refresh_token, refreshed=now, claimed=None)
        )
        return connection.execute(renewing).rowcount == 1

    def pick(self, connection: Connection, identifier: str, picked: str | None) -> None:
        """Note what was picked under whom ACM names, or that nothing is."""
        connection.execute(update(self._table).where(self._c.id == identifier).values(picked=picked))

    def end(self, connection: Connection, identifier: str, reason: str) -> None:
        """End a session; the reason stays to be shown."""
        ending = update(self._table).where(self._c.id == identifier)
        connection.execute(ending.values(refresh_token=None, claimed=None, ended=reason))

    def forget(self, connection: Connection, identifier: str) -> None:
        """Remove a session."""
        connection.execute(delete(self._table).where(self._c.id == identifier))
