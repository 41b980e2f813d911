"""The lists of mandates, each in pieces along an index of the table."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Date, Row, Select, and_, or_, select
from sqlalchemy.sql.elements import KeyedColumnElement

from mocks.core.store import Connection
from mocks.ssm.domain.mandates import Frame, Mandate, Side
from mocks.ssm.domain.parties import Party
from mocks.ssm.domain.views import Place, Search
from mocks.ssm.store.mandates import mandate_table, mandates

_m = mandate_table.c


def of_party(
    connection: Connection, party: Party, search: Search, today: date, after: Place | None, most: int
) -> list[tuple[Place, Mandate]]:
    """Return mandates of a party in the order of a search, each with its place in the list.

    For both sides at once two lists are read as far as needed and laid together.
    """
    found = [
        (Place(day, row.number), row)
        for side in ([search.side] if search.side is not None else Side)
        for day, row in _of_side(connection, side, party, search, today, after, most)
    ]
    found.sort(key=lambda one: one[0], reverse=not search.ascending)
    listed = found[:most]
    read = mandates(connection, [row for _, row in listed])
    return [(place, one) for (place, _), one in zip(listed, read, strict=True)]


def _of_side(
    connection: Connection,
    side: Side,
    party: Party,
    search: Search,
    today: date,
    after: Place | None,
    most: int,
) -> list[tuple[date, Row[Any]]]:
    own, their = (_m.mandator, _m.holder) if side is Side.MANDATOR else (_m.holder, _m.mandator)
    query = select(mandate_table).where(own == str(party))
    key = _m.until_on
    if search.frame is Frame.PASSED:
        query = query.where(key < today)
    elif search.frame is not None:
        frame = _m.mandator_frame if side is Side.MANDATOR else _m.holder_frame
        query = query.where(frame == search.frame.value, key >= today)
    elif search.other is not None:
        query = query.where(their == str(search.other))
    elif search.changed_since is not None:
        key = _m.changed_on
        query = query.where(key >= search.changed_since)
    else:
        key = _m.created_on
    rows = connection.execute(_from(query, key, after, ascending=search.ascending).limit(most))
    return [(row._mapping[key.name], row) for row in rows]


def _from(
    query: Select[Any], key: KeyedColumnElement[Date], after: Place | None, *, ascending: bool
) -> Select[Any]:
    """Order a query, and let it go on behind a place."""
    if after is not None:
        query = query.where(_behind(key, after, ascending=ascending))
    if ascending:
        return query.order_by(key, _m.number)
    return query.order_by(key.desc(), _m.number.desc())


def _behind(key: ColumnElement[Any], after: Place, *, ascending: bool) -> ColumnElement[bool]:
    # The first half lets the index begin at the right day; the second one passes over that day's first part.
    if ascending:
        return and_(key >= after.day, or_(key > after.day, _m.number > after.number))
    return and_(key <= after.day, or_(key < after.day, _m.number < after.number))
