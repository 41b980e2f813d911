"""The table of persons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Date, Double, Index, Row, String, Table, and_, bindparam, select, update

from mocks.core.brussels import BRUSSELS
from mocks.core.identifiers import Insz
from mocks.core.store import Connection, insert_all, own_insert, raise_version, raise_versions
from mocks.core.store.prepared import Prepared
from mocks.core.store.schema import metadata
from mocks.core.store.versions import statement_version
from mocks.idm.domain.people import Person

SYSTEM = "idm"

person_table = Table(
    "idm_person",
    metadata,
    Column("insz", String(11), primary_key=True),
    Column("given_name", String(200), nullable=False),
    Column("family_name", String(200), nullable=False),
    Column("birth_date", Date),
    Column("sex", String(1)),
    Column("nickname", String(200)),
    Column("initials", String(200)),
    Column("reason", String(200)),
    Column("added_epoch", Double, nullable=False),
    Column("active_epoch", Double),
    Index("idm_person_active", "active_epoch", "insz"),
)
_p = person_table.c

# Made once: ACM asks these at every sign-in, and making a statement costs more than running it.
_FIND = select(person_table).where(_p.insz == bindparam("insz"))
_LOCK = select(_p.insz).where(_p.insz == bindparam("insz")).with_for_update()
_VERSION = Prepared(
    select(statement_version.c.version, _p.active_epoch)
    .select_from(statement_version)
    .join(person_table, _p.insz == statement_version.c.subject, isouter=True)
    .where(
        and_(statement_version.c.issuer == SYSTEM, statement_version.c.subject == bindparam("insz")),
    )
)


def find(connection: Connection, insz: Insz) -> Person | None:
    """Return the person with this number, or None."""
    row = connection.execute(_FIND, {"insz": str(insz)}).one_or_none()
    return person(row) if row is not None else None


def find_all(connection: Connection, numbers: Iterable[str]) -> dict[Insz, Person]:
    """Return the persons with these numbers, by number."""
    rows = connection.execute(select(person_table).where(_p.insz.in_([str(one) for one in numbers])))
    return {found.insz: found for found in map(person, rows)}


def lock(connection: Connection, insz: Insz) -> None:
    """Let no other change of this person run beside this one, which SQLite sees to by itself."""
    connection.execute(_LOCK, {"insz": str(insz)})


def version(connection: Connection, insz: str, now: float) -> int:
    """Return a number that differs whenever what is stated of a person may differ.

    Made of the number of changes and of whether a delayed workflow has ended by ``now``.
    """
    row = _VERSION.first(connection, insz=insz)
    if row is None:
        return 0
    changes, active_epoch = row
    return int(changes) * 2 + (active_epoch is not None and active_epoch <= now)


def state_anew(connection: Connection, insz: Insz) -> None:
    """Let what is stated of a person count as changed, though nothing that is kept of the person did."""
    raise_version(connection, SYSTEM, insz)


def numbers(connection: Connection) -> list[str]:
    """Return the number of every person."""
    return list(connection.execute(select(_p.insz).order_by(_p.insz)).scalars())


def waiting(connection: Connection, limit: int) -> list[Insz]:
    """Return persons whose workflow waits for a step, by number."""
    query = select(_p.insz).where(_p.active_epoch.is_(None)).order_by(_p.insz).limit(limit)
    return [Insz(number) for number in connection.execute(query).scalars()]


def add(connection: Connection, added: Person) -> bool:
    """Add a person; return whether that was not done before."""
    statement = own_insert(connection, person_table).values(_values(added)).on_conflict_do_nothing()
    if connection.execute(statement).rowcount == 0:
        return False
    raise_version(connection, SYSTEM, added.insz)
    return True


def put_new(connection: Connection, persons: Sequence[Person]) -> None:
    """Add many persons, none of whom is there.

    Raises:
        AlreadyThere: when one is.
    """
    insert_all(connection, person_table, [_values(one) for one in persons])
    raise_versions(connection, SYSTEM, (one.insz for one in persons))


def put(connection: Connection, changed: Person) -> None:
    """Replace what is kept of a person, or add the person."""
    if not add(connection, changed):
        connection.execute(update(person_table).where(_p.insz == str(changed.insz)).values(_values(changed)))
        raise_version(connection, SYSTEM, changed.insz)


def remove(connection: Connection, insz: Insz) -> bool:
    """Remove a person; return whether there was one."""
    removed = connection.execute(person_table.delete().where(_p.insz == str(insz))).rowcount > 0
    if removed:
        raise_version(connection, SYSTEM, insz)
    return removed


def _values(changed: Person) -> dict[str, Any]:
    return {
        "insz": str(changed.insz),
        "given_name": changed.given_name,
        "family_name": changed.family_name,
        "birth_date": changed.birth_date,
        "sex": changed.sex,
        "nickname": changed.nickname,
        "initials": changed.initials,
        "reason": changed.reason,
        "added_epoch": changed.added_at.timestamp(),
        "active_epoch": changed.active_from.timestamp() if changed.active_from else None,
    }


def person(row: Row[Any]) -> Person:
    """Return the person in a row with all columns of the table."""
    active = row.active_epoch
    return Person(
        insz=Insz(row.insz),
        given_name=row.given_name,
        family_name=row.family_name,
        birth_date=row.birth_date,
        sex=row.sex,
        nickname=row.nickname,
        initials=row.initials,
        reason=row.reason,
        added_at=datetime.fromtimestamp(row.added_epoch, BRUSSELS),
        active_from=datetime.fromtimestamp(active, BRUSSELS) if active is not None else None,
    )
