"""The table of appointments in BTB."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Date,
    Index,
    Row,
    String,
    Table,
    and_,
    func,
    or_,
    select,
    true,
    update,
)

from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.core.store import Connection, insert_all, raise_version, raise_versions, upsert
from mocks.core.store.schema import metadata
from mocks.csam_btb.domain.appointments import (
    MAIN_POST,
    POSTS,
    Action,
    Appointment,
    AppointmentNumber,
    Event,
    Post,
)
from mocks.csam_btb.store import registrations
from mocks.csam_btb.store.registrations import insz_of, text

SYSTEM = "csam.appointments"
"""Under which name the versions are kept: a digital key that changes is no other appointment."""

appointment_table = Table(
    "btb_appointment",
    metadata,
    Column("enterprise", String(10), primary_key=True),
    Column("insz", String(11), primary_key=True),
    Column("post", String(24), primary_key=True),
    Column("backup", Boolean, nullable=False),
    Column("appointed_on", Date, nullable=False),
    Column("appointed_by", String(11)),
    Column("begin", Date),
    Column("end", Date),
    Column("email", String(254)),
    Column("phone", String(20)),
    Index("btb_appointment_of_person", "insz"),
    Index("btb_appointment_to_post", "enterprise", "post", "end"),
)

_a = appointment_table.c


def find(connection: Connection, number: AppointmentNumber) -> Appointment | None:
    """Return an appointment, ended or not, or None."""
    row = connection.execute(select(appointment_table).where(_named(number))).one_or_none()
    return _appointment(row) if row is not None else None


def concerning(
    connection: Connection,
    enterprise: EnterpriseNumber,
    persons: Iterable[Insz],
    post: Post | None,
    day: date,
) -> tuple[Appointment, ...]:
    """Return what these persons were appointed to in an enterprise, and who alone has a post there."""
    concerned: ColumnElement[bool] = _a.insz.in_([str(one) for one in persons])
    if post is not None:
        has_it = and_(_a.post == post.code, _a.backup.is_(False), _not_ended(day))
        concerned = or_(concerned, has_it)
    query = select(appointment_table).where(_a.enterprise == str(enterprise), concerned)
    return tuple(_appointment(row) for row in connection.execute(query))


def of_person(connection: Connection, insz: Insz) -> list[Appointment]:
    """Return what somebody was ever appointed to, everywhere."""
    query = select(appointment_table).where(_a.insz == str(insz)).order_by(_a.enterprise, _a.post)
    return [_appointment(row) for row in connection.execute(query)]


def in_enterprise(
    connection: Connection, enterprise: EnterpriseNumber, living_on: date | None, offset: int, limit: int
) -> tuple[list[Appointment], int]:
    """Return a page of the appointments in an enterprise, and how many there are.

    Main access managers come first, the first one before its back-ups.  With ``living_on`` those that ended
    before that day are left out.
    """
    living = _not_ended(living_on) if living_on is not None else true()
    there = and_(_a.enterprise == str(enterprise), living)
    order = (_a.post != MAIN_POST.code, _a.backup, _a.post, _a.appointed_on, _a.insz)
    query = select(appointment_table).where(there).order_by(*order).offset(offset).limit(limit)
    total = connection.execute(select(func.count()).select_from(appointment_table).where(there)).scalar_one()
    return [_appointment(row) for row in connection.execute(query)], total


def numbers(connection: Connection) -> list[str]:
    """Return the number of every appointment."""
    query = select(_a.enterprise, _a.insz, _a.post).order_by(_a.enterprise, _a.insz, _a.post)
    return [f"{row.enterprise}-{row.insz}-{row.post}" for row in connection.execute(query)]


def put(connection: Connection, appointment: Appointment) -> None:
    """Make or replace an appointment; the enterprise is held."""
    upsert(connection, appointment_table, _values(appointment))
    raise_version(connection, SYSTEM, appointment.insz)


def put_new(connection: Connection, appointments: Sequence[Appointment]) -> None:
    """Make many appointments, none of which is there.

    Raises:
        AlreadyThere: when one is.
    """
    insert_all(connection, appointment_table, [_values(one) for one in appointments])
    raise_versions(connection, SYSTEM, (one.insz for one in appointments))


def activate(connection: Connection, insz: Insz, day: date) -> list[AppointmentNumber]:
    """Let what waits for somebody's sign-in begin on ``day``; return what that was."""
    waits = and_(_a.insz == str(insz), _a.begin.is_(None), _not_ended(day), _a.appointed_on <= day)
    query = select(_a.enterprise, _a.post, _a.backup).where(waits).order_by(_a.enterprise, _a.post)
    waiting = connection.execute(query).all()
    # All are held before anything else is touched, so that nobody waits in a circle.
    for enterprise in sorted({row.enterprise for row in waiting}):
        registrations.count(connection, EnterpriseNumber(enterprise), day)
    activated = []
    for row in waiting:
        number = AppointmentNumber(EnterpriseNumber(row.enterprise), insz, POSTS[row.post])
        begins = update(appointment_table).where(waits, _named(number)).values(begin=day)
        if connection.execute(begins).rowcount:
            event = Event(day, Action.ACTIVATED, insz, number.post, row.backup, insz)
            registrations.record(connection, number.enterprise, event)
            activated.append(number)
    if activated:
        raise_version(connection, SYSTEM, insz)
    return activated


def end(connection: Connection, number: AppointmentNumber, last_day: date) -> None:
    """Let an appointment end; the enterprise is held."""
    connection.execute(update(appointment_table).where(_named(number)).values(end=last_day))
    raise_version(connection, SYSTEM, number.insz)


def forget(connection: Connection, number: AppointmentNumber) -> bool:
    """Remove an appointment and its lines of the history; return whether it was there.

    With the last appointment of an enterprise its registration goes too.
    """
    enterprise = str(number.enterprise)
    there = connection.execute(appointment_table.delete().where(_named(number))).rowcount > 0
    registrations.untell(connection, number)
    left = select(_a.insz).where(_a.enterprise == enterprise).limit(1)
    if connection.execute(left).first() is None:
        registrations.forget(connection, number.enterprise)
    if there:
        raise_version(connection, SYSTEM, number.insz)
    return there


def _values(appointment: Appointment) -> dict[str, Any]:
    return {
        "enterprise": str(appointment.enterprise),
        "insz": str(appointment.insz),
        "post": appointment.post.code,
        "backup": appointment.backup,
        "appointed_on": appointment.appointed_on,
        "appointed_by": text(appointment.appointed_by),
        "begin": appointment.begin,
        "end": appointment.end,
        "email": appointment.email,
        "phone": appointment.phone,
    }


def _named(number: AppointmentNumber) -> ColumnElement[bool]:
    enterprise, insz = str(number.enterprise), str(number.insz)
    return and_(_a.enterprise == enterprise, _a.insz == insz, _a.post == number.post.code)


def _not_ended(day: date) -> ColumnElement[bool]:
    return or_(_a.end.is_(None), _a.end >= day)


def _appointment(row: Row[Any]) -> Appointment:
    return Appointment(
        number=AppointmentNumber(EnterpriseNumber(row.enterprise), Insz(row.insz), POSTS[row.post]),
        backup=row.backup,
        appointed_on=row.appointed_on,
        appointed_by=insz_of(row.appointed_by),
        begin=row.begin,
        end=row.end,
        email=row.email,
        phone=row.phone,
    )
