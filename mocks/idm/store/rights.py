"""The table of granted user rights."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import (
    JSON,
    Column,
    ColumnElement,
    Date,
    Index,
    Integer,
    Row,
    String,
    Table,
    and_,
    bindparam,
    func,
    select,
    tuple_,
)

from mocks.core.clock import Period
from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.core.store import Connection, insert_all, raise_version, upsert
from mocks.core.store.schema import metadata
from mocks.idm.domain.catalogue import Right
from mocks.idm.domain.relations import RelationNumber
from mocks.idm.domain.rights import RightNumber, UserRight
from mocks.idm.store.asked import entries
from mocks.idm.store.people import SYSTEM

right_table = Table(
    "idm_right",
    metadata,
    Column("person", String(11), primary_key=True),
    Column("organisation", String(10), primary_key=True),
    Column("relation", Integer, primary_key=True),
    Column("right_key", String(120), primary_key=True),
    Column("counter", Integer, primary_key=True),
    Column("profile", String(100)),
    Column("contexts", JSON, nullable=False),
    Column("begin_on", Date, nullable=False),
    Column("end_on", Date, nullable=False),
    Column("revoked_on", Date),
    Column("revision", Integer, nullable=False),
    Index("idm_right_organisation", "organisation", "person", "relation", "right_key", "counter"),
    Index("idm_right_kind", "organisation", "right_key", "person"),
)
_g = right_table.c
_ORDER = (_g.relation, _g.right_key, _g.counter)

# Made once: ACM asks this at every sign-in.
_OF_PERSON = select(right_table).where(_g.person == bindparam("person")).order_by(_g.organisation, *_ORDER)
_OF_PERSON_IN = _OF_PERSON.where(_g.organisation == bindparam("organisation"))


def of_person(connection: Connection, insz: Insz) -> list[UserRight]:
    """Return every right of a person, passed and revoked ones included."""
    return _rights(connection, connection.execute(_OF_PERSON, {"person": str(insz)}))


def of_person_in(connection: Connection, insz: Insz, organisation: EnterpriseNumber | str) -> list[UserRight]:
    """Return the rights of a person at one organisation."""
    asked = {"person": str(insz), "organisation": str(organisation)}
    return _rights(connection, connection.execute(_OF_PERSON_IN, asked))


def of_persons_in(
    connection: Connection, persons: Iterable[Insz], organisation: EnterpriseNumber
) -> list[UserRight]:
    """Return the rights of several persons at one organisation."""
    query = (
        select(right_table)
        .where(_g.organisation == str(organisation), _g.person.in_([str(one) for one in persons]))
        .order_by(_g.person, *_ORDER)
    )
    return _rights(connection, connection.execute(query))


def holders(connection: Connection, organisation: EnterpriseNumber, keys: Iterable[str]) -> Iterator[Insz]:
    """Give who has, or had, one of these rights at an organisation."""
    query = (
        select(_g.person).distinct().where(_g.organisation == str(organisation), _g.right_key.in_(list(keys)))
    )
    for number in connection.execute(query.order_by(_g.person)).scalars():
        yield Insz(number)


def of_organisation(
    connection: Connection, organisation: EnterpriseNumber, after: RightNumber | None, most: int
) -> list[UserRight]:
    """Return at most ``most`` rights at an organisation behind another one, by person."""
    query = select(right_table).where(_g.organisation == str(organisation))
    if after is not None:
        query = query.where(
            tuple_(_g.person, *_ORDER)
            > (str(after.relation.person), after.relation.counter, after.right, after.counter)
        )
    rows = connection.execute(query.order_by(_g.person, *_ORDER).limit(most))
    return _rights(connection, rows)


def find(connection: Connection, number: RightNumber) -> UserRight | None:
    """Return one right, or None."""
    return next(iter(_rights(connection, connection.execute(select(right_table).where(_is(number))))), None)


def everybody_with(connection: Connection, key: str) -> list[str]:
    """Return the number of everybody who has, or had, a right, wherever."""
    query = select(_g.person).distinct().where(_g.right_key == key)
    return list(connection.execute(query).scalars())


def next_counter(connection: Connection, relation: RelationNumber, key: str) -> int:
    """Return the counter of the next right of a kind on a work relation."""
    query = select(func.max(_g.counter)).where(_on(relation), _g.right_key == key)
    return (connection.execute(query).scalar() or 0) + 1


def numbers(connection: Connection, keys: Container[str]) -> list[str]:
    """Return the number of everything that was granted of these rights."""
    query = select(_g.person, _g.organisation, *_ORDER).order_by(_g.person, _g.organisation, *_ORDER)
    rows = connection.execute(query)
    return ["-".join(str(part) for part in row) for row in rows if row.right_key in keys]


def put(connection: Connection, right: UserRight) -> None:
    """Make or replace a right."""
    upsert(connection, right_table, _values(right))
    raise_version(connection, SYSTEM, right.number.relation.person)


def put_new(connection: Connection, rights: Sequence[UserRight]) -> None:
    """Make many rights, none of which is there; their persons are put in the same transaction.

    Raises:
        AlreadyThere: when one is.
    """
    insert_all(connection, right_table, [_values(one) for one in rights])


def remove(connection: Connection, number: RightNumber) -> bool:
    """Remove a right as if it had never been; return whether there was one."""
    removed = connection.execute(right_table.delete().where(_is(number))).rowcount > 0
    if removed:
        raise_version(connection, SYSTEM, number.relation.person)
    return removed


def remove_all(connection: Connection, relation: RelationNumber) -> None:
    """Remove every right on a work relation that is removed itself."""
    connection.execute(right_table.delete().where(_on(relation)))


def _values(right: UserRight) -> dict[str, Any]:
    number = right.number
    return {
        "person": str(number.relation.person),
        "organisation": str(number.relation.organisation),
        "relation": number.relation.counter,
        "right_key": number.right,
        "counter": number.counter,
        "profile": right.profile,
        "contexts": list(right.contexts),
        "begin_on": right.period.begin,
        "end_on": right.end,
        "revoked_on": right.revoked_on,
        "revision": right.revision,
    }


def _on(relation: RelationNumber) -> ColumnElement[bool]:
    return and_(
        _g.person == str(relation.person),
        _g.organisation == str(relation.organisation),
        _g.relation == relation.counter,
    )


def _is(number: RightNumber) -> ColumnElement[bool]:
    return and_(_on(number.relation), _g.right_key == number.right, _g.counter == number.counter)


def _rights(connection: Connection, rows: Iterable[Row[Any]]) -> list[UserRight]:
    found = list(rows)
    asked = entries(connection, (row.right_key for row in found))
    return [_right(row, asked.get(row.right_key)) for row in found]


def _right(row: Row[Any], asked: Right | None) -> UserRight:
    relation = RelationNumber(Insz(row.person), EnterpriseNumber(row.organisation), row.relation)
    return UserRight(
        number=RightNumber(relation, row.right_key, row.counter),
        profile=row.profile,
        contexts=tuple(row.contexts),
        period=Period(row.begin_on, row.end_on),
        revoked_on=row.revoked_on,
        revision=row.revision,
        asked=asked,
    )
