"""The tables of the enterprises that are registered in BTB, and of what happened in each.

Who changes something of an enterprise holds its row first, so that two changes of one enterprise follow
one another, also on PostgreSQL; its count of changes numbers the lines of the history.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Boolean, Column, Date, Integer, Row, String, Table, and_, func, select, update

from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.core.store import Connection, insert_all, own_insert
from mocks.core.store.schema import metadata
from mocks.csam_btb.domain.appointments import POSTS, Action, AppointmentNumber, Event

enterprise_table = Table(
    "btb_enterprise",
    metadata,
    Column("enterprise", String(10), primary_key=True),
    Column("registered_on", Date, nullable=False),
    Column("changes", Integer, nullable=False),
)

history_table = Table(
    "btb_history",
    metadata,
    Column("enterprise", String(10), primary_key=True),
    Column("serial", Integer, primary_key=True),
    Column("day", Date, nullable=False),
    Column("action", String(10), nullable=False),
    Column("insz", String(11)),
    Column("post", String(24)),
    Column("backup", Boolean, nullable=False),
    Column("by", String(11)),
)

_e, _h = enterprise_table.c, history_table.c


def hold(connection: Connection, enterprise: EnterpriseNumber, day: date, by: Insz | None) -> None:
    """Keep others from changing something of an enterprise, and register it when it is new."""
    if count(connection, enterprise, day) == 1:
        record(connection, enterprise, Event(day, Action.REGISTERED, by))


def registered_earlier(
    connection: Connection, enterprise: EnterpriseNumber, day: date, by: Insz | None
) -> None:
    """Let an enterprise be registered on ``day`` unless it was before; the enterprise is held."""
    later = and_(_e.enterprise == str(enterprise), _e.registered_on >= day)
    if connection.execute(update(enterprise_table).where(later).values(registered_on=day)).rowcount:
        told = and_(_h.enterprise == str(enterprise), _h.action == Action.REGISTERED.value)
        connection.execute(update(history_table).where(told).values(day=day, insz=text(by)))


def registered_on(connection: Connection, enterprise: EnterpriseNumber) -> date | None:
    """Return the day on which an enterprise was registered, or None."""
    query = select(_e.registered_on).where(_e.enterprise == str(enterprise))
    return connection.execute(query).scalar()


def history(
    connection: Connection, enterprise: EnterpriseNumber, offset: int, limit: int
) -> tuple[list[Event], int]:
    """Return a page of what happened in an enterprise, the latest first, and how many lines there are."""
    there = _h.enterprise == str(enterprise)
    newest_first = (_h.day.desc(), _h.serial.desc())
    query = select(history_table).where(there).order_by(*newest_first).offset(offset).limit(limit)
    total = connection.execute(select(func.count()).select_from(history_table).where(there)).scalar_one()
    return [_event(row) for row in connection.execute(query)], total


def record(connection: Connection, enterprise: EnterpriseNumber, event: Event) -> None:
    """Add a line to the history of an enterprise; the enterprise is held."""
    serial = count(connection, enterprise, event.day)
    connection.execute(history_table.insert(), _line(enterprise, serial, event))


def put_new(connection: Connection, told: Mapping[EnterpriseNumber, Sequence[Event]]) -> None:
    """Register many enterprises, none of which is, each with its history; that begins with its registration.

    Raises:
        AlreadyThere: when one is registered.
    """
    registered = [
        {"enterprise": str(one), "registered_on": events[0].day, "changes": len(events) + 1}
        for one, events in told.items()
    ]
    insert_all(connection, enterprise_table, registered)
    lines = [
        # The first change is counted before its line is told, as `hold` does.
        _line(one, serial, event)
        for one, events in told.items()
        for serial, event in enumerate(events, start=2)
    ]
    insert_all(connection, history_table, lines)


def untell(connection: Connection, number: AppointmentNumber) -> None:
    """Remove the lines of the history about an appointment."""
    enterprise = _h.enterprise == str(number.enterprise)
    told = and_(enterprise, _h.insz == str(number.insz), _h.post == number.post.code)
    connection.execute(history_table.delete().where(told))


def forget(connection: Connection, enterprise: EnterpriseNumber) -> None:
    """Remove the registration of an enterprise and its history."""
    for table in (history_table, enterprise_table):
        connection.execute(table.delete().where(table.c.enterprise == str(enterprise)))


def count(connection: Connection, enterprise: EnterpriseNumber, day: date) -> int:
    """Count a change of an enterprise, which holds it, and return how many there are now."""
    new = own_insert(connection, enterprise_table).values(
        enterprise=str(enterprise), registered_on=day, changes=1
    )
    counted = new.on_conflict_do_update(index_elements=["enterprise"], set_={"changes": _e.changes + 1})
    return int(connection.execute(counted.returning(_e.changes)).scalar_one())


def text(number: Insz | None) -> str | None:
    """Return a number as it is kept."""
    return str(number) if number is not None else None


def insz_of(kept: str | None) -> Insz | None:
    """Return a number that was kept."""
    return Insz(kept) if kept is not None else None


def _line(enterprise: EnterpriseNumber, serial: int, event: Event) -> dict[str, Any]:
    return {
        "enterprise": str(enterprise),
        "serial": serial,
        "day": event.day,
        "action": event.action.value,
        "insz": text(event.insz),
        "post": event.post.code if event.post else None,
        "backup": event.backup,
        "by": text(event.by),
    }


def _event(row: Row[Any]) -> Event:
    return Event(
        day=row.day,
        action=Action(row.action),
        insz=insz_of(row.insz),
        post=POSTS[row.post] if row.post is not None else None,
        backup=row.backup,
        by=insz_of(row.by),
    )
