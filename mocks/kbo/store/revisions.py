"""What the revisions of enterprises and of functions have in common."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Column, ColumnElement, Date, Table, and_, bindparam, select, tuple_, update

from mocks.core.clock import OPEN_END
from mocks.core.store import Connection
from mocks.kbo.domain import AT_ONCE

Coming = tuple[str, date, bool]
"""The number of a fact, from when others see its change, and whether it is then removed."""


def seen(table: Table) -> ColumnElement[bool]:
    """Return the condition that a revision is visible on the bound parameter ``day``."""
    day = bindparam("day", type_=Date)
    return and_(table.c.visible_from <= day, table.c.visible_until > day)


def newest(table: Table) -> ColumnElement[bool]:
    """Return the condition that a revision is the newest, whether or not it is visible yet."""
    return table.c.visible_until == OPEN_END


def strike(connection: Connection, table: Table, fact: ColumnElement[bool], day: date) -> None:
    """Let nothing of ``fact`` be seen from ``day`` on; a put then adds what is seen instead."""
    connection.execute(table.delete().where(fact, table.c.visible_from >= day))
    if day != AT_ONCE:
        connection.execute(update(table).where(fact, table.c.visible_until > day).values(visible_until=day))


def coming(connection: Connection, table: Table, day: date) -> list[Coming]:
    """Return the changes that others see only after ``day``."""
    key = _key(table)
    begin, end = table.c.visible_from, table.c.visible_until
    starts = select(*key, begin).where(begin > day)
    follows = tuple_(*key, end).in_(select(*key, begin))
    stops = select(*key, end).where(end > day, end != OPEN_END, ~follows)
    found: list[Coming] = []
    for query, removed in ((starts, False), (stops, True)):
        for *parts, alters in connection.execute(query):
            found.append(("-".join(parts), alters, removed))
    return found


def _key(table: Table) -> list[Column[str]]:
    return [column for column in table.primary_key.columns if column.name != "visible_from"]
