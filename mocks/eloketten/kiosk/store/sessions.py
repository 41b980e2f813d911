"""The sessions of KIOSK.

A session is found by the fingerprint of the identifier in the cookie.  Its refresh token stands there as it
is, because KIOSK has to send it; it opens nothing without KIOSK's own secret.  Moments are token time, in
seconds.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from sqlalchemy import Column, Integer, String, Table, Text, bindparam, delete, or_, select, update

from mocks.core.store import Connection
from mocks.core.store.schema import metadata
from mocks.eloketten.kiosk.domain.applicants import Applicant, Kind, Way

_FORGET_AFTER = 24 * 3600
_SWEEP = 20
"""Forgotten sessions that one new session removes at the most."""

session_table = Table(
    "kiosk_session",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("applicant", Text, nullable=False),
    Column("refresh_token", Text),
    Column("refreshed", Integer, nullable=False, index=True),
    Column("claimed", Integer),
    Column("ended", Text),
    Column("picked", String(11)),
)

_FIND_SESSION = select(session_table).where(session_table.c.id == bindparam("asked"))


@dataclass(frozen=True)
class KeptSession:
    """A session as it is kept.

    Attributes:
        applicant: for whom, and by whom.
        refresh_token: good for one renewal at ACM; None when ACM gave none.
        refreshed: when ACM last said yes.
        ended: why it ended, or None while it lasts.
        claimed: since when somebody is renewing it, or None.
        picked: the code of the applicant under whom ACM names, or None for that one itself.
    """

    applicant: Applicant
    refresh_token: str | None
    refreshed: int
    ended: str | None
    claimed: int | None = None
    picked: str | None = None


def begin(
    connection: Connection, identifier: str, applicant: Applicant, refresh_token: str | None, now: int
) -> None:
    """Keep a new session, and sweep away some that nobody came back to."""
    columns = session_table.c
    old = select(columns.id).where(columns.refreshed < now - _FORGET_AFTER).limit(_SWEEP)
    connection.execute(delete(session_table).where(columns.id.in_(old.scalar_subquery())))
    connection.execute(
        session_table.insert().values(
            id=identifier, applicant=_dump(applicant), refresh_token=refresh_token, refreshed=now
        )
    )


def find(connection: Connection, identifier: str) -> KeptSession | None:
    """Return a session, ended or not, or None."""
    row = connection.execute(_FIND_SESSION, {"asked": identifier}).one_or_none()
    if row is None:
        return None
    return KeptSession(
        _load(row.applicant), row.refresh_token, row.refreshed, row.ended, row.claimed, row.picked
    )


def claim(connection: Connection, identifier: str, refreshed: int, now: int, claim_seconds: int) -> bool:
    """Take it upon oneself to renew a session; return False when somebody else does, or did.

    A claim lapses, so that a process that died while renewing does not block the session for ever.
    """
    columns = session_table.c
    claiming = (
        update(session_table)
        .where(
            columns.id == identifier,
            columns.refreshed == refreshed,
            columns.ended.is_(None),
            or_(columns.claimed.is_(None), columns.claimed <= now - claim_seconds),
        )
        .values(claimed=now)
    )
    return connection.execute(claiming).rowcount == 1


def renew(
    connection: Connection, identifier: str, applicant: Applicant, refresh_token: str | None, now: int
) -> bool:
    """Keep what a renewal brought; return False when the session was left meanwhile."""
    renewing = (
        update(session_table)
        .where(session_table.c.id == identifier)
        .values(applicant=_dump(applicant), refresh_token=refresh_token, refreshed=now, claimed=None)
    )
    return connection.execute(renewing).rowcount == 1


def pick(connection: Connection, identifier: str, code: str | None) -> None:
    """Let the session act for an applicant under the one that ACM names, or for that one itself."""
    connection.execute(update(session_table).where(session_table.c.id == identifier).values(picked=code))


def end(connection: Connection, identifier: str, reason: str) -> None:
    """End a session; the reason stays to be shown."""
    ending = update(session_table).where(session_table.c.id == identifier)
    connection.execute(ending.values(refresh_token=None, claimed=None, ended=reason))


def forget(connection: Connection, identifier: str) -> None:
    """Remove a session."""
    connection.execute(delete(session_table).where(session_table.c.id == identifier))


def _dump(applicant: Applicant) -> str:
    return json.dumps(asdict(applicant))


def _load(document: str) -> Applicant:
    members = json.loads(document)
    return Applicant(**{**members, "kind": Kind(members["kind"]), "way": Way(members["way"])})
