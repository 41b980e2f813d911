"""The table of work relations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Column, Date, Index, Integer, Row, String, Table, bindparam, func, select

from mocks.core.clock import Period
from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.core.store import Connection, insert_all, raise_version, upsert
from mocks.core.store.schema import metadata
from mocks.idm.domain.relations import Category, RelationNumber, WorkRelation
from mocks.idm.store.people import SYSTEM

relation_table = Table(
    "idm_work_relation",
    metadata,
    Column("person", String(11), primary_key=True),
    Column("organisation", String(10), primary_key=True),
    Column("counter", Integer, primary_key=True),
    Column("target_group", String(3), nullable=False),
    Column("category", String(30), nullable=False),
    Column("begin_on", Date, nullable=False),
    Column("end_on", Date, nullable=False),
    Column("phone", String(20)),
    Column("email", String(200)),
    Column("revision", Integer, nullable=False),
    Index("idm_work_relation_organisation", "organisation", "person", "counter"),
)
_w = relation_table.c

# Made once: ACM asks this at every sign-in.
_OF_PERSON = (
    select(relation_table).where(_w.person == bindparam("person")).order_by(_w.organisation, _w.counter)
)
_OF_PERSON_IN = _OF_PERSON.where(_w.organisation == bindparam("organisation"))


def of_person(connection: Connection, insz: Insz) -> list[WorkRelation]:
    """Return every work relation of a person, by organisation."""
    return [_relation(row) for row in connection.execute(_OF_PERSON, {"person": str(insz)})]


def of_person_in(
    connection: Connection, insz: Insz, organisation: EnterpriseNumber | str
) -> list[WorkRelation]:
    """Return the work relations of a person with one organisation, in the order in which they were made."""
    asked = {"person": str(insz), "organisation": str(organisation)}
    return [_relation(row) for row in connection.execute(_OF_PERSON_IN, asked)]


def of_persons_in(
    connection: Connection, persons: Iterable[Insz], organisation: EnterpriseNumber
) -> list[WorkRelation]:
    """Return the work relations of several persons with one organisation, by person."""
    query = (
        select(relation_table)
        .where(_w.organisation == str(organisation), _w.person.in_([str(one) for one in persons]))
        .order_by(_w.person, _w.counter)
    )
    return [_relation(row) for row in connection.execute(query)]


def find(connection: Connection, number: RelationNumber) -> WorkRelation | None:
    """Return one work relation, or None."""
    query = select(relation_table).where(
        _w.person == str(number.person),
        _w.organisation == str(number.organisation),
        _w.counter == number.counter,
    )
    row = connection.execute(query).one_or_none()
    return _relation(row) if row is not None else None


def next_counter(connection: Connection, insz: Insz, organisation: EnterpriseNumber) -> int:
    """Return the counter of a person's next work relation with an organisation."""
    query = select(func.max(_w.counter)).where(_w.person == str(insz), _w.organisation == str(organisation))
    return (connection.execute(query).scalar() or 0) + 1


def numbers(connection: Connection) -> list[str]:
    """Return the number of every work relation."""
    query = select(_w.person, _w.organisation, _w.counter).order_by(_w.person, _w.organisation, _w.counter)
    return [f"{row.person}-{row.organisation}-{row.counter}" for row in connection.execute(query)]


def put(connection: Connection, relation: WorkRelation) -> None:
    """Make or replace a work relation."""
    upsert(connection, relation_table, _values(relation))
    raise_version(connection, SYSTEM, relation.number.person)


def put_new(connection: Connection, relations: Sequence[WorkRelation]) -> None:
    """Make many work relations, none of which is there; their persons are put in the same transaction.

    Raises:
        AlreadyThere: when one is.
    """
    insert_all(connection, relation_table, [_values(one) for one in relations])


def remove(connection: Connection, number: RelationNumber) -> bool:
    """Remove a work relation; return whether there was one."""
    gone = relation_table.delete().where(
        _w.person == str(number.person),
        _w.organisation == str(number.organisation),
        _w.counter == number.counter,
    )
    removed = connection.execute(gone).rowcount > 0
    if removed:
        raise_version(connection, SYSTEM, number.person)
    return removed


def _values(relation: WorkRelation) -> dict[str, Any]:
    number = relation.number
    return {
        "person": str(number.person),
        "organisation": str(number.organisation),
        "counter": number.counter,
        "target_group": relation.target_group,
        "category": relation.category.value,
        "begin_on": relation.period.begin,
        "end_on": relation.end,
        "phone": relation.phone,
        "email": relation.email,
        "revision": relation.revision,
    }


def _relation(row: Row[Any]) -> WorkRelation:
    return WorkRelation(
        number=RelationNumber(Insz(row.person), EnterpriseNumber(row.organisation), row.counter),
        target_group=row.target_group,
        category=Category(row.category),
        period=Period(row.begin_on, row.end_on),
        phone=row.phone,
        email=row.email,
        revision=row.revision,
    )
