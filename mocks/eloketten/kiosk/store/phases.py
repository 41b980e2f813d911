"""Since when dossiers are, or were, in each phase, as far as KIOSK saw them enter it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import Column, Double, String, Table, delete, select

from mocks.core.brussels import BRUSSELS
from mocks.core.store import Connection, upsert
from mocks.core.store.schema import metadata
from mocks.eloketten.kiosk.domain.dossiers import Phase

phase_table = Table(
    "kiosk_phase",
    metadata,
    Column("dossier", String(20), primary_key=True),
    Column("phase", String(20), primary_key=True),
    Column("epoch", Double, nullable=False),
)
_p = phase_table.c


def record(connection: Connection, dossier: str, phase: Phase, at: datetime) -> None:
    """Keep since when a dossier is in a phase."""
    upsert(connection, phase_table, {"dossier": dossier, "phase": phase.value, "epoch": at.timestamp()})


def of(connection: Connection, dossier: str) -> Mapping[Phase, datetime]:
    """Return since when a dossier is, or was, in each phase."""
    rows = connection.execute(select(_p.phase, _p.epoch).where(_p.dossier == dossier))
    return {Phase(row.phase): datetime.fromtimestamp(row.epoch, BRUSSELS) for row in rows}


def forget(connection: Connection, dossier: str, phases: Iterable[Phase] = tuple(Phase)) -> None:
    """Remove what is kept of some phases of a dossier."""
    gone = [one.value for one in phases]
    connection.execute(delete(phase_table).where(_p.dossier == dossier, _p.phase.in_(gone)))
