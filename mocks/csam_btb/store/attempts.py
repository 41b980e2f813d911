"""The table of sign-ins that are under way."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from sqlalchemy import BigInteger, Column, Integer, Row, String, Table, Text, bindparam, select, update

from mocks.core.identifiers import Insz
from mocks.core.store import Connection
from mocks.core.store.schema import metadata
from mocks.csam_btb.domain.fas import ATTEMPT_LIFETIME, Attempt, AuthorizationRequest
from mocks.csam_btb.domain.kinds import Kind
from mocks.csam_btb.store.passing import expires, insert

attempt_table = Table(
    "csam_attempt",
    metadata,
    Column("attempt_id", String(43), primary_key=True),
    expires(),
    Column("request", Text, nullable=False),
    Column("kind", String(5)),
    Column("insz", String(11), index=True),
    Column("sent_at", BigInteger, nullable=False),
    Column("tries", Integer, nullable=False),
)
_a = attempt_table.c


_UNDER_WAY = select(attempt_table).where(_a.attempt_id == bindparam("asked"), _a.expires > bindparam("now"))


def begin(connection: Connection, attempt: Attempt, now: int) -> None:
    """Begin a sign-in."""
    insert(
        connection,
        attempt_table,
        now,
        {
            "attempt_id": attempt.attempt_id,
            "expires": now + ATTEMPT_LIFETIME,
            "request": json.dumps(asdict(attempt.request)),
            "kind": None,
            "insz": None,
            "sent_at": 0,
            "tries": 0,
        },
    )


def find(connection: Connection, attempt_id: str, now: int) -> Attempt | None:
    """Return a sign-in that is under way, or None."""
    row = connection.execute(_UNDER_WAY, {"asked": attempt_id, "now": now}).one_or_none()
    return _attempt(row) if row is not None else None


def of_person(connection: Connection, insz: Insz, now: int) -> list[Attempt]:
    """Return the sign-ins under way as somebody, the newest first."""
    query = select(attempt_table).where(_a.insz == str(insz), _a.expires > now)
    return [_attempt(row) for row in connection.execute(query.order_by(_a.sent_at.desc()))]


def name_holder(
    connection: Connection, attempt_id: str, kind: Kind | None, insz: Insz | None, now: int
) -> None:
    """Note who it says it is, and that a code goes out now; nobody when both are None."""
    named = update(attempt_table).where(_a.attempt_id == attempt_id)
    connection.execute(
        named.values(
            kind=kind.value if kind else None, insz=str(insz) if insz else None, sent_at=now if insz else 0
        )
    )


def count_try(connection: Connection, attempt_id: str) -> int:
    """Count a wrong proof and return how many there are now; 0 when the sign-in is over."""
    counted = update(attempt_table).where(_a.attempt_id == attempt_id)
    connection.execute(counted.values(tries=_a.tries + 1))
    return connection.execute(select(_a.tries).where(_a.attempt_id == attempt_id)).scalar() or 0


def end(connection: Connection, attempt_id: str) -> bool:
    """End a sign-in; return whether it was under way, so that only one of two requests finishes it."""
    return connection.execute(attempt_table.delete().where(_a.attempt_id == attempt_id)).rowcount > 0


def _attempt(row: Row[Any]) -> Attempt:
    request = json.loads(row.request)
    return Attempt(
        attempt_id=row.attempt_id,
        request=AuthorizationRequest(**{**request, "key": Kind(request["key"]) if request["key"] else None}),
        kind=Kind(row.kind) if row.kind else None,
        insz=Insz(row.insz) if row.insz else None,
        sent_at=row.sent_at,
        tries=row.tries,
    )
