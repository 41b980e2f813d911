"""The users of whom IDM told KIOSK, and at which organisations they have a right.

A user is one row, so that of two who write him at once the last one wins whole; the rows by which an
organisation finds its users are replaced in the same transaction, while the row of the user is held.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Boolean, Column, Double, Integer, Row, String, Table, Text, delete, func, select

from mocks.core.brussels import BRUSSELS
from mocks.core.identifiers import EnterpriseNumber
from mocks.core.store import Connection, own_insert
from mocks.core.store.schema import metadata
from mocks.eloketten.kiosk.domain.users import Context, Email, KeptUser, Right, User

user_table = Table(
    "kiosk_user",
    metadata,
    Column("vo_id", String(36), primary_key=True),
    Column("given_name", String(200), nullable=False),
    Column("family_name", String(200), nullable=False),
    Column("active", Boolean, nullable=False),
    Column("attached", Text, nullable=False),
    Column("writes", Integer, nullable=False),
    Column("created_epoch", Double, nullable=False),
    Column("modified_epoch", Double, nullable=False),
)

place_table = Table(
    "kiosk_user_place",
    metadata,
    Column("organisation", String(10), primary_key=True),
    Column("vo_id", String(36), primary_key=True, index=True),
)

_u, _p = user_table.c, place_table.c


def find(connection: Connection, vo_id: str) -> KeptUser | None:
    """Return a user, or None."""
    row = connection.execute(select(user_table).where(_u.vo_id == vo_id)).one_or_none()
    return _kept(row) if row is not None else None


def held(connection: Connection, vo_id: str) -> KeptUser | None:
    """Return a user, or None, and keep others from changing him until the end of the transaction."""
    query = select(user_table).where(_u.vo_id == vo_id).with_for_update()
    row = connection.execute(query).one_or_none()
    return _kept(row) if row is not None else None


def page(connection: Connection, offset: int, limit: int) -> Sequence[KeptUser]:
    """Return users by VO-id, ``limit`` from ``offset`` on."""
    query = select(user_table).order_by(_u.vo_id).offset(offset).limit(limit)
    return [_kept(row) for row in connection.execute(query)]


def count(connection: Connection) -> int:
    """Return how many users there are."""
    return connection.execute(select(func.count()).select_from(user_table)).scalar_one()


def ids(connection: Connection) -> list[str]:
    """Return the VO-id of every user."""
    return list(connection.execute(select(_u.vo_id).order_by(_u.vo_id)).scalars())


def at(connection: Connection, organisation: EnterpriseNumber, most: int) -> Sequence[User]:
    """Return the active users with a right at an organisation, by name, ``most`` of them."""
    query = (
        select(user_table)
        .join(place_table, _p.vo_id == _u.vo_id)
        .where(_p.organisation == str(organisation), _u.active)
        .order_by(_u.family_name, _u.given_name, _u.vo_id)
        .limit(most)
    )
    return [_kept(row).user for row in connection.execute(query)]


def put(connection: Connection, user: User, now: float) -> tuple[KeptUser, bool]:
    """Make or replace a user; return him as kept, and whether he is new."""
    content = {
        "given_name": user.given_name,
        "family_name": user.family_name,
        "active": user.active,
        "attached": _dump(user),
        "modified_epoch": now,
    }
    new = own_insert(connection, user_table).values(vo_id=user.vo_id, writes=1, created_epoch=now, **content)
    writing = new.on_conflict_do_update(index_elements=["vo_id"], set_={**content, "writes": _u.writes + 1})
    written = connection.execute(writing.returning(_u.writes, _u.created_epoch)).one()
    connection.execute(delete(place_table).where(_p.vo_id == user.vo_id))
    places = [{"organisation": str(one), "vo_id": user.vo_id} for one in user.organisations]
    if places:
        connection.execute(place_table.insert(), places)
    return KeptUser(user, _moment(written.created_epoch), _moment(now)), written.writes == 1


def remove(connection: Connection, vo_id: str) -> bool:
    """Remove a user; return whether there was one."""
    # The user goes first: his row is what whoever writes him at the same time waits for.
    removed = connection.execute(delete(user_table).where(_u.vo_id == vo_id)).rowcount > 0
    connection.execute(delete(place_table).where(_p.vo_id == vo_id))
    return removed


def _moment(epoch: float) -> datetime:
    return datetime.fromtimestamp(epoch, BRUSSELS)


def _dump(user: User) -> str:
    return json.dumps({name: asdict(user)[name] for name in ("emails", "rights", "contexts")})


def _kept(row: Row[Any]) -> KeptUser:
    attached = json.loads(row.attached)
    return KeptUser(
        User(
            vo_id=row.vo_id,
            given_name=row.given_name,
            family_name=row.family_name,
            active=row.active,
            emails=tuple(Email(**_read(one)) for one in attached["emails"]),
            rights=tuple(Right(**_read(one)) for one in attached["rights"]),
            contexts=tuple(Context(**_read(one)) for one in attached["contexts"]),
        ),
        created=_moment(row.created_epoch),
        modified=_moment(row.modified_epoch),
    )


def _read(members: dict[str, Any]) -> dict[str, Any]:
    """Return the members with the number of the organisation parsed anew."""
    number = members["organisation"]
    return {**members, "organisation": EnterpriseNumber(number) if number is not None else None}
