"""The table of activation codes that offices gave out."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Column, Date, Integer, Row, String, Table, select, update

from mocks.core.identifiers import Insz
from mocks.core.store import Connection, raise_version
from mocks.core.store.schema import metadata
from mocks.csam_btb.domain.activation_codes import ActivationCode
from mocks.csam_btb.store.keys import SYSTEM

code_table = Table(
    "csam_activation_code",
    metadata,
    Column("link", String(43), primary_key=True),
    Column("insz", String(11), nullable=False, index=True),
    Column("code", String(40), nullable=False),
    Column("email", String(254), nullable=False),
    Column("issued_on", Date, nullable=False),
    Column("used_on", Date),
    Column("replaced_on", Date),
    Column("mistakes", Integer, nullable=False),
)
_c = code_table.c


def issue(connection: Connection, code: ActivationCode) -> None:
    """Add a code; whatever the person has and did not use is replaced by it."""
    # The version goes first: on PostgreSQL two offices that serve one person wait for each other there.
    raise_version(connection, SYSTEM, code.insz)
    open_still = update(code_table).where(
        _c.insz == str(code.insz), _c.used_on.is_(None), _c.replaced_on.is_(None)
    )
    connection.execute(open_still.values(replaced_on=code.issued_on))
    put(connection, code)


def put(connection: Connection, code: ActivationCode) -> None:
    """Add a code as it is."""
    connection.execute(
        code_table.insert(),
        {
            "link": code.link,
            "insz": str(code.insz),
            "code": code.code,
            "email": code.email,
            "issued_on": code.issued_on,
            "used_on": code.used_on,
            "replaced_on": code.replaced_on,
            "mistakes": code.mistakes,
        },
    )


def find(connection: Connection, link: str) -> ActivationCode | None:
    """Return the code that belongs to a link, or None."""
    row = connection.execute(select(code_table).where(_c.link == link)).one_or_none()
    return _code(row) if row is not None else None


def of_person(connection: Connection, insz: Insz) -> list[ActivationCode]:
    """Return the codes of somebody, the newest first."""
    query = select(code_table).where(_c.insz == str(insz))
    # Of two codes of one day the one that no other replaced is the newest.
    newest = query.order_by(_c.issued_on.desc(), _c.replaced_on.is_not(None), _c.link)
    return [_code(row) for row in connection.execute(newest)]


def numbers(connection: Connection) -> list[str]:
    """Return the number of everybody who was given a code."""
    return list(connection.execute(select(_c.insz).distinct().order_by(_c.insz)).scalars())


def use(connection: Connection, link: str, day: date) -> bool:
    """Note that a key was activated; return whether the code was still there to be used."""
    used = update(code_table).where(_c.link == link, _c.used_on.is_(None), _c.replaced_on.is_(None))
    return connection.execute(used.values(used_on=day)).rowcount > 0


def count_mistake(connection: Connection, link: str) -> int:
    """Count a wrong code and return how many there are now."""
    connection.execute(update(code_table).where(_c.link == link).values(mistakes=_c.mistakes + 1))
    return connection.execute(select(_c.mistakes).where(_c.link == link)).scalar() or 0


def remove(connection: Connection, insz: Insz) -> bool:
    """Remove the codes of somebody without a trace; return whether there were any."""
    return connection.execute(code_table.delete().where(_c.insz == str(insz))).rowcount > 0


def _code(row: Row[Any]) -> ActivationCode:
    return ActivationCode(
        link=row.link,
        insz=Insz(row.insz),
        code=row.code,
        email=row.email,
        issued_on=row.issued_on,
        used_on=row.used_on,
        replaced_on=row.replaced_on,
        mistakes=row.mistakes,
    )
