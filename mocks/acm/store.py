"""ACM's tables: clients, sign-ins under way, sessions, codes and tokens.

Codes, tokens and session identifiers are stored as fingerprints.  Moments are token time, in seconds.
What has lapsed is swept away a little at a time, whenever something is added.
"""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Column, Float, Integer, String, Table, Text, bindparam, delete, insert, select, update

from mocks.core.store import Connection, upsert
from mocks.core.store.prepared import Prepared
from mocks.core.store.schema import metadata

_SWEPT_BY = "0"
"""First digit of the identifiers whose addition sweeps: fingerprints are even, so that is one in sixteen."""

_SWEEP = 320
"""Lapsed rows that such an addition removes at the most: twenty for each of the sixteen."""

REMEMBERED = 600
"""Seconds that a lapsed row is kept, so that a used code is still known as used."""

client_table = Table(
    "acm_client",
    metadata,
    Column("client_id", String(100), primary_key=True),
    Column("document", Text, nullable=False),
)

_of_its_own = {"session": (Column("chosen", Text), Column("switching", String(100)))}
"""What a session remembers besides: the identity that was chosen, and the e-loket that is to ask anew."""

_kept = {
    name: Table(
        f"acm_{name}",
        metadata,
        Column("id", String(64), primary_key=True),
        Column("document", Text, nullable=False),
        Column("expires", Float, nullable=False, index=True),
        Column("family", String(64), index=name == "token"),
        Column("spent", Integer, nullable=False, default=0),
        *_of_its_own.get(name, ()),
    )
    for name in ("sign_in", "session", "code", "token")
}


_FIND_CLIENT = Prepared(select(client_table.c.document).where(client_table.c.client_id == bindparam("asked")))
_FIND = {
    name: Prepared(
        select(table.c.document, table.c.expires, table.c.spent, table.c.family).where(
            table.c.id == bindparam("asked")
        )
    )
    for name, table in _kept.items()
}
_FIND_SESSION = select(
    *(_kept["session"].c[name] for name in ("document", "expires", "family", "chosen", "switching"))
).where(_kept["session"].c.id == bindparam("asked"))
_SPEND = {
    name: Prepared(update(table).where(table.c.id == bindparam("asked"), table.c.spent == 0).values(spent=1))
    for name, table in _kept.items()
}
_SWEEP_AWAY = {
    name: Prepared(
        delete(table).where(
            table.c.id.in_(
                select(table.c.id)
                .where(table.c.expires < bindparam("long_ago"))
                .limit(_SWEEP)
                .scalar_subquery()
            )
        )
    )
    for name, table in _kept.items()
}
_KEEP = {
    name: Prepared(
        insert(table).values(
            {column: bindparam(column) for column in ("id", "document", "expires", "family", "spent")}
        )
    )
    for name, table in _kept.items()
}


class Kept(NamedTuple):
    """Something with a lifetime: its document, when it lapses, and whether it was spent."""

    document: str
    expires: float
    spent: bool
    family: str | None


class KeptSession(NamedTuple):
    """A session: its document, when it lapses, what was chosen in it, and which client is to ask anew."""

    document: str
    expires: float
    family: str
    chosen: str | None
    switching: str | None


def find_client(connection: Connection, client_id: str) -> str | None:
    """Return the integration file of a client as JSON, or None."""
    row = _FIND_CLIENT.first(connection, asked=client_id)
    return str(row[0]) if row is not None else None


def client_ids(connection: Connection) -> list[str]:
    """Return the names of all clients."""
    query = select(client_table.c.client_id).order_by(client_table.c.client_id)
    return list(connection.execute(query).scalars())


def put_client(connection: Connection, client_id: str, document: str) -> None:
    """Make or replace a client."""
    upsert(connection, client_table, {"client_id": client_id, "document": document})


def remove_client(connection: Connection, client_id: str) -> bool:
    """Remove a client; return whether there was one."""
    return connection.execute(delete(client_table).where(client_table.c.client_id == client_id)).rowcount > 0


def keep(
    connection: Connection,
    kind: str,
    identifier: str,
    document: str,
    expires: float,
    now: float,
    family: str | None = None,
) -> None:
    """Keep something until it lapses, and sweep away some of what lapsed long ago."""
    if identifier.startswith(_SWEPT_BY):
        _SWEEP_AWAY[kind].run(connection, long_ago=now - REMEMBERED)
    _KEEP[kind].run(connection, id=identifier, document=document, expires=expires, family=family, spent=0)


def find(connection: Connection, kind: str, identifier: str) -> Kept | None:
    """Return what is kept under an identifier, lapsed or spent or not, or None."""
    row = _FIND[kind].first(connection, asked=identifier)
    return Kept(row[0], row[1], bool(row[2]), row[3]) if row is not None else None


def amend(connection: Connection, kind: str, identifier: str, document: str) -> None:
    """Write another document for something that is kept; when it lapses stays the same."""
    table = _kept[kind]
    connection.execute(update(table).where(table.c.id == identifier).values(document=document))


def find_session(connection: Connection, identifier: str) -> KeptSession | None:
    """Return a session with what it remembers, lapsed or not, or None."""
    row = connection.execute(_FIND_SESSION, {"asked": identifier}).one_or_none()
    return KeptSession(*row) if row is not None else None


def remember(connection: Connection, identifier: str, chosen: str | None, switching: str | None) -> None:
    """Let a session remember a choice as JSON and the client that is to ask anew, or let it forget them."""
    table = _kept["session"]
    connection.execute(
        update(table).where(table.c.id == identifier).values(chosen=chosen, switching=switching)
    )


def spend(connection: Connection, kind: str, identifier: str) -> bool:
    """Mark something as spent; return False when somebody else was first."""
    return _SPEND[kind].run(connection, asked=identifier) == 1


def forget(connection: Connection, kind: str, identifier: str) -> bool:
    """Remove something; return whether it was there."""
    table = _kept[kind]
    return connection.execute(delete(table).where(table.c.id == identifier)).rowcount > 0


def forget_family(connection: Connection, family: str) -> None:
    """Remove every token that came from one code."""
    table = _kept["token"]
    connection.execute(delete(table).where(table.c.family == family))
