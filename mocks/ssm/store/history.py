"""The table of the history; nothing in it is ever changed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Column, Double, Index, Integer, Row, Select, String, Table, Text, select

from mocks.core.brussels import BRUSSELS
from mocks.core.store import Connection
from mocks.core.store.schema import metadata
from mocks.ssm.domain.history import Action, Entry, Event
from mocks.ssm.domain.mandates import MandateNumber
from mocks.ssm.domain.parties import Party
from mocks.ssm.store.sequences import next_number

history_table = Table(
    "ssm_history",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at_epoch", Double, nullable=False),
    Column("action", String(40), nullable=False),
    Column("mandate", String(16), nullable=False),
    Column("mandator", String(11), nullable=False),
    Column("holder", String(11), nullable=False),
    Column("actor", String(11), nullable=False),
    Column("actor_name", String(401), nullable=False),
    Column("party", String(11), nullable=False),
    Column("detail", Text, nullable=False),
    Index("ssm_history_mandate", "mandate", "number"),
    Index("ssm_history_mandator", "mandator", "number"),
    Index("ssm_history_holder", "holder", "number"),
)
_h = history_table.c


def write(connection: Connection, event: Event, at: datetime) -> None:
    """Add a line, in the transaction of what it tells."""
    connection.execute(
        history_table.insert(),
        {
            "number": next_number(connection, "history"),
            "at_epoch": at.timestamp(),
            "action": event.action.value,
            "mandate": str(event.mandate),
            "mandator": event.mandator,
            "holder": event.holder,
            "actor": event.actor,
            "actor_name": event.actor_name[:401],
            "party": event.party,
            "detail": event.detail,
        },
    )


def of_mandate(connection: Connection, number: MandateNumber, before: int | None, most: int) -> list[Entry]:
    """Return lines about a mandate, newest first."""
    return _newest(connection, select(history_table).where(_h.mandate == str(number)), before, most)


def of_party(connection: Connection, party: Party, before: int | None, most: int) -> list[Entry]:
    """Return lines about the mandates that a party gives and holds, newest first."""
    given = select(history_table).where(_h.mandator == str(party))
    held = select(history_table).where(_h.holder == str(party))
    found = [*_newest(connection, given, before, most), *_newest(connection, held, before, most)]
    return sorted(found, key=lambda entry: -entry.number)[:most]


def remove(connection: Connection, number: MandateNumber) -> None:
    """Remove what is told of a mandate that never was."""
    connection.execute(history_table.delete().where(_h.mandate == str(number)))


def _newest(connection: Connection, query: Select[Any], before: int | None, most: int) -> list[Entry]:
    if before is not None:
        query = query.where(_h.number < before)
    return [_entry(row) for row in connection.execute(query.order_by(_h.number.desc()).limit(most))]


def _entry(row: Row[Any]) -> Entry:
    return Entry(
        number=row.number,
        at=datetime.fromtimestamp(row.at_epoch, BRUSSELS),
        event=Event(
            action=Action(row.action),
            mandate=MandateNumber.parse(row.mandate),
            mandator=row.mandator,
            holder=row.holder,
            actor=row.actor,
            actor_name=row.actor_name,
            party=row.party,
            detail=row.detail,
        ),
    )
