"""The dossiers of applicants."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Column, Date, Integer, Row, String, Table, delete, func, select

from mocks.core.identifiers import AccountNumber
from mocks.core.store import Connection
from mocks.core.store.schema import metadata
from mocks.eloketten.kiosk.domain.dossiers import Dossier, DossierType, Phase
from mocks.eloketten.kiosk.store import changes

dossier_table = Table(
    "kiosk_dossier",
    metadata,
    Column("number", String(20), primary_key=True),
    Column("applicant", String(11), nullable=False, index=True),
    Column("title", String(200), nullable=False),
    Column("type", String(20), nullable=False),
    Column("phase", String(20), nullable=False),
    Column("submitted_on", Date),
    Column("contact_person", String(11)),
    Column("email_of", String(11)),
    Column("account", String(34)),
    Column("version", Integer, nullable=False),
)


def of_applicant(connection: Connection, applicant: str, offset: int, limit: int) -> Sequence[Dossier]:
    """Return dossiers of an applicant by number, ``limit`` from ``offset`` on."""
    columns = dossier_table.c
    query = select(dossier_table).where(columns.applicant == applicant).order_by(columns.number)
    return [dossier_of(row) for row in connection.execute(query.offset(offset).limit(limit))]


def count(connection: Connection, applicant: str) -> int:
    """Return how many dossiers an applicant has."""
    query = select(func.count()).select_from(dossier_table).where(dossier_table.c.applicant == applicant)
    return connection.execute(query).scalar_one()


def find(connection: Connection, number: str) -> Dossier | None:
    """Return the dossier with this number, whosesoever, or None."""
    row = connection.execute(select(dossier_table).where(dossier_table.c.number == number)).one_or_none()
    return dossier_of(row) if row is not None else None


def numbers(connection: Connection) -> list[str]:
    """Return the number of every dossier."""
    query = select(dossier_table.c.number).order_by(dossier_table.c.number)
    return list(connection.execute(query).scalars())


def highest(connection: Connection, year: int) -> str | None:
    """Return the highest number of a year, or None when it has none."""
    number = dossier_table.c.number
    query = select(number).where(number.like(f"KD-{year:04}-%"))
    return connection.execute(query.order_by(func.length(number).desc(), number.desc()).limit(1)).scalar()


def put(connection: Connection, dossier: Dossier, seen: int) -> bool:
    """Keep a dossier in place of the version that was seen; return whether it still was that one."""
    values = {
        "applicant": dossier.applicant,
        "title": dossier.title,
        "type": dossier.type.value,
        "phase": dossier.phase.value,
        "submitted_on": dossier.submitted_on,
        "contact_person": dossier.contact_person,
        "email_of": dossier.email_of,
        "account": dossier.account,
    }
    return changes.write(connection, dossier_table, {"number": dossier.number}, values, seen)


def remove(connection: Connection, number: str) -> bool:
    """Remove a dossier; return whether there was one."""
    return connection.execute(delete(dossier_table).where(dossier_table.c.number == number)).rowcount > 0


def dossier_of(row: Row[tuple[object, ...]]) -> Dossier:
    """Return the dossier of a row."""
    return Dossier(
        number=row.number,
        applicant=row.applicant,
        title=row.title,
        type=DossierType(row.type),
        phase=Phase(row.phase),
        submitted_on=row.submitted_on,
        contact_person=row.contact_person,
        email_of=row.email_of,
        account=AccountNumber(row.account) if row.account is not None else None,
        version=row.version,
    )
