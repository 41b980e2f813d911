"""Which assessor assesses which dossier."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Column, ColumnElement, String, Table, and_, delete, func, insert, select

from mocks.core.store import Connection, insert_all
from mocks.core.store.schema import metadata
from mocks.eloketten.kiosk.domain.assessors import NOT_TO_BE_SEEN
from mocks.eloketten.kiosk.domain.dossiers import Dossier
from mocks.eloketten.kiosk.store.dossiers import dossier_of, dossier_table

assessment_table = Table(
    "kiosk_assessment",
    metadata,
    Column("dossier", String(20), primary_key=True),
    Column("assessor", String(11), primary_key=True, index=True),
)

_a, _d = assessment_table.c, dossier_table.c
_ASSIGNED = dossier_table.join(assessment_table, _a.dossier == _d.number)


def page(connection: Connection, assessor: str, offset: int, limit: int) -> Sequence[Dossier]:
    """Return what an assessor may see by number, ``limit`` from ``offset`` on."""
    query = select(dossier_table).select_from(_ASSIGNED).where(_seen_by(assessor)).order_by(_d.number)
    return [dossier_of(row) for row in connection.execute(query.offset(offset).limit(limit))]


def count(connection: Connection, assessor: str) -> int:
    """Return how many dossiers an assessor may see."""
    query = select(func.count()).select_from(_ASSIGNED).where(_seen_by(assessor))
    return connection.execute(query).scalar_one()


def find(connection: Connection, assessor: str, number: str) -> Dossier | None:
    """Return the dossier with this number when the assessor may see it, or None."""
    query = select(dossier_table).select_from(_ASSIGNED).where(_seen_by(assessor), _d.number == number)
    row = connection.execute(query).one_or_none()
    return dossier_of(row) if row is not None else None


def assessors(connection: Connection, number: str) -> list[str]:
    """Return who assesses a dossier, by number."""
    query = select(_a.assessor).where(_a.dossier == number).order_by(_a.assessor)
    return list(connection.execute(query).scalars())


def dossiers(connection: Connection) -> list[str]:
    """Return the number of every dossier that somebody assesses."""
    return list(connection.execute(select(_a.dossier).distinct().order_by(_a.dossier)).scalars())


def put(connection: Connection, number: str, who: Iterable[str]) -> bool:
    """Let these people assess a dossier, and nobody else; return whether there is such a dossier."""
    # On PostgreSQL two of these run beside each other: without the lock both lists would be kept, together.
    dossier = connection.execute(select(_d.number).where(_d.number == number).with_for_update())
    if dossier.one_or_none() is None:
        return False
    remove(connection, number)
    for assessor in sorted(set(who)):
        connection.execute(insert(assessment_table).values(dossier=number, assessor=assessor))
    return True


def put_new(connection: Connection, assigned: Sequence[tuple[str, str]]) -> None:
    """Let people assess dossiers, which are put in the same transaction: pairs of number and assessor.

    Raises:
        AlreadyThere: when one does.
    """
    insert_all(connection, assessment_table, [{"dossier": one, "assessor": who} for one, who in assigned])


def remove(connection: Connection, number: str) -> bool:
    """Let nobody assess a dossier; return whether somebody did."""
    return connection.execute(delete(assessment_table).where(_a.dossier == number)).rowcount > 0


def _seen_by(assessor: str) -> ColumnElement[bool]:
    hidden = sorted(phase.value for phase in NOT_TO_BE_SEEN)
    return and_(_a.assessor == assessor, _d.phase.not_in(hidden))
