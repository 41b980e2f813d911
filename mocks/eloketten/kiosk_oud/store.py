"""The table of the old KIOSK: its users, with the rights of each."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sqlalchemy import Column, Row, String, Table, Text, delete, select

from mocks.core.identifiers import Insz
from mocks.core.store import Connection, upsert
from mocks.core.store.schema import metadata
from mocks.eloketten.kiosk_oud.domain.users import Right, User

user_table = Table(
    "kiosk_oud_user",
    metadata,
    Column("login", String(40), primary_key=True),
    Column("name", String(200), nullable=False),
    Column("security_code", String(36), nullable=False),
    Column("rights", Text, nullable=False),
    Column("person", String(11), index=True),
)
_c = user_table.c


def find(connection: Connection, login: str) -> User | None:
    """Return the user with this login, or None."""
    row = connection.execute(select(user_table).where(_c.login == login)).one_or_none()
    return _user(row) if row is not None else None


def of_person(connection: Connection, person: str) -> Sequence[User]:
    """Return the users that are this person, by login."""
    query = select(user_table).where(_c.person == person).order_by(_c.login)
    return [_user(row) for row in connection.execute(query)]


def first(connection: Connection, limit: int) -> Sequence[User]:
    """Return users by login, ``limit`` at the most."""
    return [_user(row) for row in connection.execute(select(user_table).order_by(_c.login).limit(limit))]


def logins(connection: Connection) -> list[str]:
    """Return the login of every user."""
    return list(connection.execute(select(_c.login).order_by(_c.login)).scalars())


def put(connection: Connection, user: User) -> None:
    """Make or replace a user."""
    upsert(
        connection,
        user_table,
        {
            "login": user.login,
            "name": user.name,
            "security_code": user.security_code,
            "rights": json.dumps([[right.applicant, right.name] for right in user.rights]),
            "person": user.person,
        },
    )


def remove(connection: Connection, login: str) -> bool:
    """Remove a user; return whether there was one."""
    return connection.execute(delete(user_table).where(_c.login == login)).rowcount > 0


def _user(row: Row[tuple[object, ...]]) -> User:
    return User(
        login=row.login,
        name=row.name,
        security_code=row.security_code,
        rights=tuple(Right(*one) for one in json.loads(row.rights)),
        person=Insz(row.person) if row.person is not None else None,
    )
