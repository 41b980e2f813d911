"""The table of federal roles."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Column, ColumnElement, Date, Index, Row, String, Table, and_, func, or_, select, true

from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.core.store import Connection, upsert
from mocks.core.store.schema import metadata
from mocks.csam_btb.domain.roles import ROLES, FederalRole, GrantedRole, RoleNumber
from mocks.csam_btb.store.registrations import insz_of, text

role_table = Table(
    "csam_federal_role",
    metadata,
    Column("enterprise", String(10), primary_key=True),
    Column("insz", String(11), primary_key=True),
    Column("role", String(40), primary_key=True),
    Column("begin", Date, nullable=False),
    Column("end", Date),
    Column("granted_by", String(11)),
    Column("revoked_on", Date),
    Index("csam_federal_role_of_person", "insz"),
)

_r = role_table.c


def find(connection: Connection, number: RoleNumber) -> GrantedRole | None:
    """Return a role, past or not, or None."""
    row = connection.execute(select(role_table).where(_named(number))).one_or_none()
    return _granted(row) if row is not None else None


def of_person(connection: Connection, insz: Insz) -> list[GrantedRole]:
    """Return the roles that somebody was ever granted and has not been granted anew, everywhere."""
    query = select(role_table).where(_r.insz == str(insz)).order_by(_r.enterprise, _r.role)
    return [_granted(row) for row in connection.execute(query)]


def in_enterprise(
    connection: Connection,
    enterprise: EnterpriseNumber,
    roles: Iterable[FederalRole],
    living_on: date | None,
    offset: int,
    limit: int,
) -> tuple[list[GrantedRole], int]:
    """Return a page of those ``roles`` in an enterprise, and how many; with ``living_on`` no past ones."""
    there = and_(
        _r.enterprise == str(enterprise),
        _r.role.in_([role.code for role in roles]),
        _living(living_on) if living_on is not None else true(),
    )
    query = select(role_table).where(there).order_by(_r.role, _r.insz).offset(offset).limit(limit)
    total = connection.execute(select(func.count()).select_from(role_table).where(there)).scalar_one()
    return [_granted(row) for row in connection.execute(query)], total


def numbers(connection: Connection) -> list[str]:
    """Return the number of every role that was granted."""
    query = select(_r.enterprise, _r.insz, _r.role).order_by(_r.enterprise, _r.insz, _r.role)
    return [f"{row.enterprise}-{row.insz}-{row.role}" for row in connection.execute(query)]


def put(connection: Connection, granted: GrantedRole) -> None:
    """Grant a role, or replace what stands under its number."""
    upsert(
        connection,
        role_table,
        {
            "enterprise": str(granted.number.enterprise),
            "insz": str(granted.number.insz),
            "role": granted.number.role.code,
            "begin": granted.begin,
            "end": granted.end,
            "granted_by": text(granted.granted_by),
            "revoked_on": granted.revoked_on,
        },
    )


def forget(connection: Connection, number: RoleNumber) -> bool:
    """Remove a role without a trace; return whether it was there."""
    return connection.execute(role_table.delete().where(_named(number))).rowcount > 0


def _named(number: RoleNumber) -> ColumnElement[bool]:
    enterprise, insz = str(number.enterprise), str(number.insz)
    return and_(_r.enterprise == enterprise, _r.insz == insz, _r.role == number.role.code)


def _living(day: date) -> ColumnElement[bool]:
    return and_(or_(_r.end.is_(None), _r.end >= day), or_(_r.revoked_on.is_(None), _r.revoked_on > day))


def _granted(row: Row[Any]) -> GrantedRole:
    return GrantedRole(
        number=RoleNumber(EnterpriseNumber(row.enterprise), Insz(row.insz), ROLES[row.role]),
        begin=row.begin,
        end=row.end,
        granted_by=insz_of(row.granted_by),
        revoked_on=row.revoked_on,
    )
