"""The dossiers of applicants."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Date,
    Index,
    Integer,
    Row,
    String,
    Table,
    Text,
    case,
    delete,
    func,
    or_,
    select,
)

from mocks.core.identifiers import AccountNumber
from mocks.core.store import Connection, insert_all
from mocks.core.store.schema import metadata
from mocks.eloketten.kiosk.domain.dossiers import Dossier, DossierType, Phase
from mocks.eloketten.kiosk.domain.overview import Direction, Order, Wish, folded, place_of
from mocks.eloketten.kiosk.store import changes

dossier_table = Table(
    "kiosk_dossier",
    metadata,
    Column("number", String(20), primary_key=True),
    Column("place", BigInteger, nullable=False),
    Column("applicant", String(11), nullable=False),
    Column("title", String(200), nullable=False),
    # Databases sort in their own order; these letters have the same one everywhere.
    Column("folded", Text().with_variant(Text(collation="C"), "postgresql"), nullable=False),
    Column("type", String(20), nullable=False),
    Column("phase", String(20), nullable=False),
    Column("submitted_on", Date),
    Column("contact_person", String(11)),
    Column("email_of", String(11)),
    Column("account", String(34)),
    Column("version", Integer, nullable=False),
    Index("kiosk_dossier_applicant", "applicant", "place"),
)
_d = dossier_table.c

_ORDERS: dict[Order, ColumnElement[object]] = {
    Order.NUMBER: _d.place,
    Order.TITLE: _d.folded,
    Order.TYPE: case(
        {one.value: place for place, one in enumerate(sorted(DossierType, key=lambda kind: kind.label))},
        value=_d.type,
    ),
    Order.PHASE: case({one.value: place for place, one in enumerate(Phase)}, value=_d.phase),
    Order.SUBMITTED: _d.submitted_on,
}
"""By what the overview sorts: types by their Dutch names, phases in the order in which they are passed."""


def of_applicant(
    connection: Connection, applicant: str, wish: Wish, offset: int, limit: int
) -> Sequence[Dossier]:
    """Return the dossiers of an applicant that are wanted, ``limit`` from ``offset`` on."""
    column = _ORDERS[wish.order]
    directed = column.desc() if wish.direction is Direction.DOWN else column
    # Where a database puts what is nothing is its own; ours is always last.
    never = [column.is_(None)] if wish.order is Order.SUBMITTED else []
    query = select(dossier_table).where(*_wanted(applicant, wish))
    query = query.order_by(*never, directed, _d.place, _d.number).offset(offset).limit(limit)
    return [dossier_of(row) for row in connection.execute(query)]


def count(connection: Connection, applicant: str, wish: Wish) -> int:
    """Return how many dossiers of an applicant are wanted."""
    query = select(func.count()).select_from(dossier_table).where(*_wanted(applicant, wish))
    return connection.execute(query).scalar_one()


def _wanted(applicant: str, wish: Wish) -> list[ColumnElement[bool]]:
    wanted = [_d.applicant == applicant]
    if wish.type is not None:
        wanted.append(_d.type == wish.type.value)
    if wish.phase is not None:
        wanted.append(_d.phase == wish.phase.value)
    if wish.text:
        text = folded(wish.text)
        in_title, in_number = (
            column.contains(text, autoescape=True) for column in (_d.folded, func.lower(_d.number))
        )
        wanted.append(or_(in_title, in_number))
    return wanted


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
    return changes.write(connection, dossier_table, {"number": dossier.number}, _values(dossier), seen)


def put_new(connection: Connection, dossiers: Sequence[Dossier]) -> None:
    """Keep many dossiers, none of which is there.

    Raises:
        AlreadyThere: when one is.
    """
    rows = [{"number": one.number, **_values(one), "version": one.version} for one in dossiers]
    insert_all(connection, dossier_table, rows)


def remove(connection: Connection, number: str) -> bool:
    """Remove a dossier; return whether there was one."""
    return connection.execute(delete(dossier_table).where(dossier_table.c.number == number)).rowcount > 0


def _values(dossier: Dossier) -> dict[str, object]:
    return {
        "place": place_of(dossier.number),
        "applicant": dossier.applicant,
        "title": dossier.title,
        "folded": folded(dossier.title),
        "type": dossier.type.value,
        "phase": dossier.phase.value,
        "submitted_on": dossier.submitted_on,
        "contact_person": dossier.contact_person,
        "email_of": dossier.email_of,
        "account": dossier.account,
    }


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
