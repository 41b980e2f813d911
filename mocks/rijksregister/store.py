"""The table of persons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Boolean, Column, Date, Row, String, Table, bindparam, func, or_, select

from mocks.core.identifiers import Insz, Sex
from mocks.core.store import Connection, insert_all, raise_version, raise_versions, upsert
from mocks.core.store.schema import metadata
from mocks.rijksregister.domain import Document, Person

SYSTEM = "rijksregister"

person_table = Table(
    "rijksregister_person",
    metadata,
    Column("insz", String(11), primary_key=True),
    Column("given_name", String(200), nullable=False),
    Column("family_name", String(200), nullable=False),
    Column("birth_date", Date, index=True),
    Column("sex", String(1)),
    Column("belgian_eid", Boolean, nullable=False),
    Column("deceased_on", Date),
    Column("replaced_by", String(11)),
)

document_table = Table(
    "rijksregister_document",
    metadata,
    Column("kind", String(20), primary_key=True),
    Column("country", String(2), primary_key=True),
    Column("number", String(40), primary_key=True),
    Column("insz", String(11), nullable=False),
    Column("valid_until", Date, nullable=False),
)


_FIND = select(person_table).where(person_table.c.insz == bindparam("asked"))


def find(connection: Connection, insz: Insz) -> Person | None:
    """Return the person with this number, or None."""
    row = connection.execute(_FIND, {"asked": insz}).one_or_none()
    return _person(row) if row is not None else None


def search(connection: Connection, text: str, limit: int) -> list[Person]:
    """Return at most ``limit`` persons whose number or name begins with ``text``, by number.

    Who got another number is found by that one only.
    """
    columns = person_table.c
    digits = "".join(sign for sign in text if sign.isdigit())
    wanted = or_(
        *([columns.insz.startswith(digits)] if digits else []),
        func.lower(columns.family_name).startswith(text.lower(), autoescape=True),
        func.lower(columns.given_name).startswith(text.lower(), autoescape=True),
        func.lower(columns.given_name + " " + columns.family_name).startswith(text.lower(), autoescape=True),
    )
    query = select(person_table).where(wanted, columns.replaced_by.is_(None))
    query = query.order_by(columns.insz).limit(limit)
    return [_person(row) for row in connection.execute(query)]


def page(connection: Connection, offset: int, limit: int) -> list[Person]:
    """Return persons by number, ``limit`` from ``offset`` on; replaced numbers are passed over."""
    columns = person_table.c
    query = select(person_table).where(columns.replaced_by.is_(None)).order_by(columns.insz)
    query = query.offset(offset).limit(limit)
    return [_person(row) for row in connection.execute(query)]


def count(connection: Connection) -> int:
    """Return how many persons there are, replaced numbers not counted."""
    counted = select(func.count()).where(person_table.c.replaced_by.is_(None))
    return connection.execute(counted).scalar_one()


def numbers(connection: Connection) -> list[str]:
    """Return every number."""
    return list(connection.execute(select(person_table.c.insz).order_by(person_table.c.insz)).scalars())


def put(connection: Connection, person: Person) -> None:
    """Make or replace a person."""
    upsert(connection, person_table, _values(person))
    raise_version(connection, SYSTEM, person.insz)


def put_new(connection: Connection, persons: Sequence[Person]) -> None:
    """Make many persons, none of whom is there.

    Raises:
        AlreadyThere: when one is.
    """
    insert_all(connection, person_table, [_values(person) for person in persons])
    raise_versions(connection, SYSTEM, (person.insz for person in persons))


def remove(connection: Connection, insz: Insz) -> bool:
    """Remove a person; return whether there was one."""
    removed = connection.execute(person_table.delete().where(person_table.c.insz == insz)).rowcount > 0
    if removed:
        raise_version(connection, SYSTEM, insz)
    return removed


def born_on(connection: Connection, birth: date) -> list[Person]:
    """Return who was born on a day, by number; replaced numbers are passed over."""
    columns = person_table.c
    query = select(person_table).where(columns.birth_date == birth, columns.replaced_by.is_(None))
    return [_person(row) for row in connection.execute(query.order_by(columns.insz))]


def replace_number(connection: Connection, old: Person, new: Insz) -> None:
    """Let ``new`` take the place of the number of ``old``; the documents go along."""
    put(connection, replace(old, replaced_by=new))
    theirs = document_table.c.insz == str(old.insz)
    connection.execute(document_table.update().where(theirs).values(insz=str(new)))


def holder_of(connection: Connection, document: Document) -> Person | None:
    """Return who showed this document before, or None."""
    columns = document_table.c
    query = (
        select(person_table)
        .join(document_table, columns.insz == person_table.c.insz)
        .where(
            columns.kind == document.kind.value,
            columns.country == document.country,
            columns.number == document.number,
        )
    )
    row = connection.execute(query).one_or_none()
    return _person(row) if row is not None else None


def show(connection: Connection, document: Document, insz: Insz) -> None:
    """Note that somebody showed a document."""
    upsert(
        connection,
        document_table,
        {
            "kind": document.kind.value,
            "country": document.country,
            "number": document.number,
            "insz": str(insz),
            "valid_until": document.valid_until,
        },
    )


def _values(person: Person) -> dict[str, Any]:
    return {
        "insz": str(person.insz),
        "given_name": person.given_name,
        "family_name": person.family_name,
        "birth_date": person.birth_date,
        "sex": person.sex.value if person.sex else None,
        "belgian_eid": person.belgian_eid,
        "deceased_on": person.deceased_on,
        "replaced_by": person.replaced_by,
    }


def _person(row: Row[tuple[object, ...]]) -> Person:
    return Person(
        insz=Insz(row.insz),
        given_name=row.given_name,
        family_name=row.family_name,
        birth_date=row.birth_date,
        sex=Sex(row.sex) if row.sex else None,
        belgian_eid=row.belgian_eid,
        deceased_on=row.deceased_on,
        replaced_by=Insz(row.replaced_by) if row.replaced_by else None,
    )
