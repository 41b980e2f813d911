"""The tables of what a sign-in leaves behind: sessions, codes and access tokens.

Codes and tokens are stored as fingerprints, so that a copy of the database opens nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import BigInteger, Boolean, Column, Row, String, Table, Text, bindparam, select, update

from mocks.core.identifiers import Insz
from mocks.core.store import Connection
from mocks.core.store.schema import metadata
from mocks.csam_btb.domain.fas import (
    CODE_LIFETIME,
    SESSION_LIFETIME,
    TOKEN_LIFETIME,
    FasSession,
    Grant,
)
from mocks.csam_btb.domain.kinds import Kind
from mocks.csam_btb.store.passing import expires, insert


def _session_columns() -> tuple[Column[Any], ...]:
    return (
        Column("sid", String(43), nullable=False, index=True),
        Column("insz", String(11), nullable=False),
        Column("kind", String(5), nullable=False),
        Column("auth_time", BigInteger, nullable=False),
    )


session_table = Table(
    "csam_session",
    metadata,
    Column("sid", String(43), primary_key=True),
    expires(),
    *_session_columns()[1:],
)

code_table = Table(
    "csam_code",
    metadata,
    Column("code", String(64), primary_key=True),
    expires(),
    Column("good_until", BigInteger, nullable=False),
    Column("used", Boolean, nullable=False),
    Column("client_id", String(80), nullable=False),
    Column("redirect_uri", Text, nullable=False),
    Column("scope", Text, nullable=False),
    Column("nonce", Text),
    Column("challenge", String(128)),
    *_session_columns(),
)

token_table = Table(
    "csam_access_token",
    metadata,
    Column("token", String(64), primary_key=True),
    expires(),
    Column("code", String(64), nullable=False, index=True),
    Column("client_id", String(80), nullable=False),
    Column("scope", Text, nullable=False),
    *_session_columns(),
)


# Statements of every sign-in are built once: building one costs as much as running it.
_FIND_SESSION = select(session_table).where(session_table.c.sid == bindparam("asked"))
_FIND_CODE = select(code_table).where(code_table.c.code == bindparam("asked"))
_FIND_TOKEN = select(token_table).where(
    token_table.c.token == bindparam("asked"), token_table.c.expires > bindparam("now")
)
_USE_CODE = (
    update(code_table)
    .where(code_table.c.code == bindparam("asked"), code_table.c.used.is_(False))
    .values(used=True)
)


@dataclass(frozen=True)
class IssuedCode:
    """A code as it is kept."""

    grant: Grant
    good_until: int
    used: bool


@dataclass(frozen=True)
class IssuedToken:
    """An access token as it is kept."""

    grant: Grant
    issued_at: int
    expires: int


def open_session(connection: Connection, session: FasSession, now: int) -> None:
    """Keep a sign-in."""
    values = {**_session_values(session), "expires": session.auth_time + SESSION_LIFETIME}
    insert(connection, session_table, now, values)


def find_session(connection: Connection, sid: str) -> FasSession | None:
    """Return a sign-in that was kept, or None."""
    row = connection.execute(_FIND_SESSION, {"asked": sid}).one_or_none()
    return _session(row) if row is not None else None


def close_session(connection: Connection, sid: str) -> None:
    """End a sign-in, and what was issued on it."""
    connection.execute(session_table.delete().where(session_table.c.sid == sid))
    connection.execute(code_table.delete().where(code_table.c.sid == sid))
    connection.execute(token_table.delete().where(token_table.c.sid == sid))


def keep_code(connection: Connection, code: str, grant: Grant, now: int) -> None:
    """Keep the fingerprint of a code, past its use: a second use must be seen."""
    insert(
        connection,
        code_table,
        now,
        {
            "code": code,
            "expires": now + CODE_LIFETIME + TOKEN_LIFETIME,
            "good_until": now + CODE_LIFETIME,
            "used": False,
            "client_id": grant.client_id,
            "redirect_uri": grant.redirect_uri,
            "scope": grant.scope,
            "nonce": grant.nonce,
            "challenge": grant.challenge,
            **_session_values(grant.session),
        },
    )


def find_code(connection: Connection, code: str) -> IssuedCode | None:
    """Return a code that was issued, used or not, or None."""
    row = connection.execute(_FIND_CODE, {"asked": code}).one_or_none()
    if row is None:
        return None
    grant = Grant(_session(row), row.client_id, row.scope, row.redirect_uri, row.nonce, row.challenge)
    return IssuedCode(grant, row.good_until, row.used)


def use_code(connection: Connection, code: str) -> bool:
    """Use a code; return False when it was used before, and then revoke what was issued on it.

    *Bron*: RFC 6749 §4.1.2.
    """
    if connection.execute(_USE_CODE, {"asked": code}).rowcount:
        return True
    connection.execute(token_table.delete().where(token_table.c.code == code))
    return False


def keep_token(connection: Connection, token: str, code: str, grant: Grant, now: int) -> None:
    """Keep the fingerprint of an access token."""
    insert(
        connection,
        token_table,
        now,
        {
            "token": token,
            "expires": now + TOKEN_LIFETIME,
            "code": code,
            "client_id": grant.client_id,
            "scope": grant.scope,
            **_session_values(grant.session),
        },
    )


def find_token(connection: Connection, token: str, now: int) -> IssuedToken | None:
    """Return an access token that is still good, or None."""
    row = connection.execute(_FIND_TOKEN, {"asked": token, "now": now}).one_or_none()
    if row is None:
        return None
    grant = Grant(_session(row), row.client_id, row.scope)
    return IssuedToken(grant, row.expires - TOKEN_LIFETIME, row.expires)


def _session_values(session: FasSession) -> dict[str, object]:
    return {
        "sid": session.sid,
        "insz": str(session.insz),
        "kind": session.kind.value,
        "auth_time": session.auth_time,
    }


def _session(row: Row[Any]) -> FasSession:
    return FasSession(sid=row.sid, insz=Insz(row.insz), kind=Kind(row.kind), auth_time=row.auth_time)
