"""The table of who belongs to which organisation, with the names by which they are sought.

A person belongs to an organisation once added for it or coupled to it.  The list is read along an index
from where the piece before it ended, so that a piece costs the same in a list of ten and of ten thousand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Column, Index, String, Table, bindparam, select, tuple_

from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.core.store import Connection, insert_all, upsert
from mocks.core.store.schema import metadata
from mocks.idm.domain.people import Person, search_key

# A range of texts is only a prefix where texts are compared by their signs, not as in a dictionary.
_KEY = String(401).with_variant(String(401, collation="C"), "postgresql")

roster_table = Table(
    "idm_roster",
    metadata,
    Column("organisation", String(10), primary_key=True),
    Column("person", String(11), primary_key=True),
    Column("family_key", _KEY, nullable=False),
    Column("given_key", _KEY, nullable=False),
    Index("idm_roster_family", "organisation", "family_key", "person"),
    Index("idm_roster_given", "organisation", "given_key", "person"),
    Index("idm_roster_person", "person"),
)
_r = roster_table.c

Place = tuple[str, str]
"""Where a piece of the list ended: the key by which a person was found, and the number."""

_LAST_SIGN = "\U0010ffff"

_BELONGS = select(_r.person).where(
    _r.organisation == bindparam("organisation"), _r.person == bindparam("person")
)


def belongs(connection: Connection, organisation: EnterpriseNumber, insz: Insz) -> bool:
    """Return whether a person belongs to an organisation."""
    asked = {"organisation": str(organisation), "person": str(insz)}
    return connection.execute(_BELONGS, asked).first() is not None


def organisations_of(connection: Connection, insz: Insz) -> list[str]:
    """Return the organisations that a person belongs to."""
    query = select(_r.organisation).where(_r.person == str(insz)).order_by(_r.organisation)
    return list(connection.execute(query).scalars())


def persons(connection: Connection, organisation: EnterpriseNumber) -> Iterator[str]:
    """Give everybody of an organisation, by number."""
    query = select(_r.person).where(_r.organisation == str(organisation)).order_by(_r.person)
    yield from connection.execute(query).scalars()


def piece(
    connection: Connection, organisation: EnterpriseNumber, text: str, after: Place, most: int
) -> list[Place]:
    """Return at most ``most`` persons of an organisation behind a place, by the key that was sought.

    Args:
        connection: where to read.
        organisation: whose persons.
        text: what their number, surname or first name begins with; empty for all.
        after: the place where the piece before ended; two empty texts for the first.
        most: how many at most.
    """
    digits = text.replace(".", "").replace("-", "").replace(" ", "")
    if digits.isascii() and digits.isdigit():
        return _by("person", connection, organisation, digits, after, most)
    sought = search_key(text)
    found = _by("family_key", connection, organisation, sought, after, most)
    if sought:
        found += _by("given_key", connection, organisation, sought, after, most)
    return sorted(set(found))[:most]


def _by(
    name: str, connection: Connection, organisation: EnterpriseNumber, first: str, after: Place, most: int
) -> list[Place]:
    column = roster_table.c[name]
    query = (
        select(column, _r.person)
        .where(
            _r.organisation == str(organisation),
            column >= first,
            column < first + _LAST_SIGN,
            tuple_(column, _r.person) > after,
        )
        .order_by(column, _r.person)
        .limit(most)
    )
    if name == "given_key":
        # Who is found by the surname already would otherwise be shown twice.
        query = query.where(~_r.family_key.startswith(first, autoescape=True))
    return [(row[0], row[1]) for row in connection.execute(query)]


def enrol(connection: Connection, organisation: EnterpriseNumber, person: Person) -> None:
    """Let a person belong to an organisation, under the names of now."""
    upsert(connection, roster_table, {"organisation": str(organisation), **_keys(person)})


def enrol_new(connection: Connection, members: Sequence[tuple[EnterpriseNumber, Person]]) -> None:
    """Let many persons belong to organisations to which they did not.

    Raises:
        AlreadyThere: when one did.
    """
    rows = [{"organisation": str(organisation), **_keys(person)} for organisation, person in members]
    insert_all(connection, roster_table, rows)


def rename(connection: Connection, person: Person) -> None:
    """Let a person be found under the names of now, in every organisation."""
    keys = _keys(person)
    connection.execute(roster_table.update().where(_r.person == str(person.insz)).values(keys))


def strike(connection: Connection, organisation: str, insz: Insz) -> None:
    """Let a person belong to an organisation no longer."""
    connection.execute(roster_table.delete().where(_r.organisation == organisation, _r.person == str(insz)))


def _keys(person: Person) -> dict[str, str]:
    given, family = search_key(person.given_name), search_key(person.family_name)
    return {
        "person": str(person.insz),
        "family_key": f"{family} {given}",
        "given_key": f"{given} {family}",
    }
