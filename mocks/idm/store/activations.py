"""The table of activations: which right its owner activated for which organisation, with which contexts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import JSON, Column, Date, Row, Select, String, Table, select

from mocks.core.clock import Period
from mocks.core.store import Connection, upsert
from mocks.core.store.schema import metadata
from mocks.idm.domain.rights import Activation, Activations, UserRight

activation_table = Table(
    "idm_activation",
    metadata,
    Column("organisation", String(10), primary_key=True),
    Column("right_key", String(120), primary_key=True),
    Column("contexts", JSON, nullable=False),
    Column("begin_on", Date, nullable=False),
    Column("end_on", Date),
)
_a = activation_table.c


def of(connection: Connection, organisation: str) -> dict[str, Activation]:
    """Return what was activated for an organisation, by right."""
    rows = connection.execute(select(activation_table).where(_a.organisation == str(organisation)))
    return {row.right_key: _activation(row) for row in rows}


def behind(connection: Connection, rights: Iterable[UserRight]) -> Activations:
    """Return the activations that some granted rights lean on; nothing is asked where none needs one."""
    organisations = {str(one.number.relation.organisation) for one in rights if one.right.needs_activation}
    if not organisations:
        return {}
    rows = connection.execute(select(activation_table).where(_a.organisation.in_(sorted(organisations))))
    return {(row.organisation, row.right_key): _activation(row) for row in rows}


def find(connection: Connection, organisation: str, key: str) -> Activation | None:
    """Return one activation, or None."""
    row = connection.execute(_one(organisation, key)).one_or_none()
    return _activation(row) if row is not None else None


def find_to_change(connection: Connection, organisation: str, key: str) -> Activation | None:
    """Return one activation, which nobody else changes until this is done, or None.

    SQLite sees to that by itself.
    """
    row = connection.execute(_one(organisation, key).with_for_update()).one_or_none()
    return _activation(row) if row is not None else None


def organisations(connection: Connection, key: str, most: int) -> list[str]:
    """Return the organisations for which a right is activated, by number."""
    query = select(_a.organisation).where(_a.right_key == key).order_by(_a.organisation).limit(most)
    return list(connection.execute(query).scalars())


def numbers(connection: Connection) -> list[str]:
    """Return the number of every activation: organisation and right."""
    query = select(_a.organisation, _a.right_key).order_by(_a.organisation, _a.right_key)
    return [f"{row.organisation}-{row.right_key}" for row in connection.execute(query)]


def put(connection: Connection, activation: Activation) -> None:
    """Make or replace an activation."""
    upsert(
        connection,
        activation_table,
        {
            "organisation": activation.organisation,
            "right_key": activation.right,
            "contexts": list(activation.contexts),
            "begin_on": activation.period.begin,
            "end_on": activation.period.end,
        },
    )


def remove(connection: Connection, organisation: str, key: str) -> bool:
    """Remove an activation; return whether there was one."""
    gone = activation_table.delete().where(_a.organisation == str(organisation), _a.right_key == key)
    return connection.execute(gone).rowcount > 0


def _one(organisation: str, key: str) -> Select[Any]:
    return select(activation_table).where(_a.organisation == str(organisation), _a.right_key == key)


def _activation(row: Row[Any]) -> Activation:
    return Activation(
        organisation=row.organisation,
        right=row.right_key,
        contexts=tuple(row.contexts),
        period=Period(row.begin_on, row.end_on),
    )
