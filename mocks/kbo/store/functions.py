"""The table of functions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Column, ColumnElement, Date, Index, Row, String, Table, and_, bindparam, select

from mocks.core.clock import OPEN_END, Period
from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.core.store import Connection, insert_all
from mocks.core.store.schema import metadata
from mocks.kbo.domain import Function, FunctionNumber, Held, Kind, Revision, TargetGroup
from mocks.kbo.store import revisions
from mocks.kbo.store.enterprises import enterprise_table

function_table = Table(
    "kbo_function",
    metadata,
    Column("enterprise", String(10), primary_key=True),
    Column("holder", String(11), primary_key=True),
    Column("code", String(5), primary_key=True),
    Column("visible_from", Date, primary_key=True),
    Column("visible_until", Date, nullable=False),
    Column("begin_on", Date, nullable=False),
    Column("end_on", Date),
    Column("permanent_representative", String(11)),
    Column("person", String(11)),
    Index("kbo_function_person", "person"),
    Index("kbo_function_holder", "holder"),
)

_f, _e = function_table.c, enterprise_table.c

# Made once: making a statement costs more than running these.
_HELD = (
    select(function_table, _e.kind, _e.target_group)
    .join(enterprise_table, and_(_e.number == _f.enterprise, revisions.seen(enterprise_table)))
    .where(revisions.seen(function_table))
    .order_by(_f.enterprise, _f.code, _f.begin_on, _f.holder)
)
_HELD_BY = _HELD.where(_f.person == bindparam("person"))
_HELD_IN = _HELD.where(_f.enterprise == bindparam("enterprise"))


def held_by(connection: Connection, person: Insz, day: date) -> list[Held]:
    """Return the functions by which a person acts, as others see them on ``day``."""
    return [_held(row) for row in connection.execute(_HELD_BY, {"person": person, "day": day})]


def held_in(connection: Connection, enterprise: EnterpriseNumber, day: date) -> list[Held]:
    """Return the functions in an enterprise, as others see them on ``day``."""
    return [_held(row) for row in connection.execute(_HELD_IN, {"enterprise": enterprise, "day": day})]


def newest(connection: Connection, number: FunctionNumber) -> Revision[Function] | None:
    """Return a function as it was registered last, whether or not others see it yet."""
    query = select(function_table).where(_is(number), revisions.newest(function_table))
    row = connection.execute(query).one_or_none()
    return Revision(_function(row), row.visible_from) if row is not None else None


def newest_in(connection: Connection, enterprise: EnterpriseNumber) -> list[Function]:
    """Return the functions in an enterprise as they were registered last."""
    there = and_(_f.enterprise == str(enterprise), revisions.newest(function_table))
    query = select(function_table).where(there).order_by(_f.code, _f.begin_on, _f.holder)
    return [_function(row) for row in connection.execute(query)]


def numbers(connection: Connection, touching: EnterpriseNumber | None = None) -> list[FunctionNumber]:
    """Return every registered function, or only those in or held by one enterprise."""
    query = (
        select(_f.enterprise, _f.holder, _f.code)
        .where(revisions.newest(function_table))
        .order_by(_f.enterprise, _f.holder, _f.code)
    )
    if touching is not None:
        query = query.where((_f.enterprise == touching) | (_f.holder == touching))
    return [_number(*row) for row in connection.execute(query)]


def persons_of(connection: Connection, number: FunctionNumber) -> list[str]:
    """Return who acts, or acted, by a function in any of its revisions."""
    return _persons(connection, _is(number))


def persons_in(connection: Connection, enterprise: EnterpriseNumber) -> list[str]:
    """Return who acts, or acted, by a function in an enterprise in any revision."""
    return _persons(connection, _f.enterprise == enterprise)


def put(connection: Connection, function: Function, day: date) -> None:
    """Register a function; others see it so from ``day`` on."""
    revisions.strike(connection, function_table, _is(function.number), day)
    connection.execute(function_table.insert(), _values(function, day))


def put_new(connection: Connection, functions: Sequence[Function], day: date) -> None:
    """Register many functions, none of which is there; others see them from ``day`` on.

    Raises:
        AlreadyThere: when one is.
    """
    insert_all(connection, function_table, [_values(one, day) for one in functions])


def remove(connection: Connection, number: FunctionNumber, day: date) -> None:
    """Strike a function; others see nothing of it from ``day`` on."""
    revisions.strike(connection, function_table, _is(number), day)


def coming(connection: Connection, day: date) -> list[revisions.Coming]:
    """Return the changes of functions that others see only after ``day``."""
    return revisions.coming(connection, function_table, day)


def _is(number: FunctionNumber) -> ColumnElement[bool]:
    return and_(_f.enterprise == number.enterprise, _f.holder == str(number.holder), _f.code == number.code)


def _persons(connection: Connection, wanted: ColumnElement[bool]) -> list[str]:
    query = select(_f.person).distinct().where(wanted, _f.person.is_not(None))
    return [str(person) for person in connection.execute(query).scalars()]


def _values(function: Function, day: date) -> dict[str, Any]:
    representative, person = function.permanent_representative, function.person
    return {
        "enterprise": str(function.number.enterprise),
        "holder": str(function.number.holder),
        "code": function.number.code,
        "visible_from": day,
        "visible_until": OPEN_END,
        "begin_on": function.period.begin,
        "end_on": function.period.end,
        "permanent_representative": str(representative) if representative else None,
        "person": str(person) if person else None,
    }


def _number(enterprise: str, holder: str, code: str) -> FunctionNumber:
    held_by = Insz(holder) if len(holder) == 11 else EnterpriseNumber(holder)
    return FunctionNumber(EnterpriseNumber(enterprise), held_by, code)


def _function(row: Row[Any]) -> Function:
    representative = row.permanent_representative
    return Function(
        number=_number(row.enterprise, row.holder, row.code),
        period=Period(row.begin_on, row.end_on),
        permanent_representative=Insz(representative) if representative else None,
    )


def _held(row: Row[Any]) -> Held:
    return Held(_function(row), Kind(row.kind), TargetGroup(row.target_group))
