"""The table of the history; nothing in it is ever changed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Column, Double, Index, Integer, Row, Select, String, Table, Text, select

from mocks.core.brussels import BRUSSELS
from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.core.store import Connection
from mocks.core.store.schema import metadata
from mocks.idm.domain.history import Action, Entry, Event
from mocks.idm.store.sequences import next_number

history_table = Table(
    "idm_history",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at_epoch", Double, nullable=False),
    Column("action", String(30), nullable=False),
    Column("person", String(11), nullable=False),
    Column("organisation", String(10)),
    Column("actor", String(11), nullable=False),
    Column("actor_name", String(401), nullable=False),
    Column("subject", String(120)),
    Column("detail", Text, nullable=False),
    Index("idm_history_person", "person", "organisation", "number"),
    Index("idm_history_organisation", "organisation", "number"),
)
_h = history_table.c


def write(connection: Connection, event: Event, now: float) -> None:
    """Add a line, in the transaction of what it tells."""
    connection.execute(
        history_table.insert(),
        {
            "number": next_number(connection, "history"),
            "at_epoch": now,
            "action": event.action.value,
            "person": event.person,
            "organisation": event.organisation,
            "actor": event.actor,
            "actor_name": event.actor_name[:401],
            "subject": event.subject,
            "detail": event.detail,
        },
    )


def of_person(
    connection: Connection, insz: Insz, organisation: EnterpriseNumber, before: int | None, most: int
) -> list[Entry]:
    """Return lines about a person, newest first: those for one organisation, and those for none."""
    here = select(history_table).where(_h.person == str(insz), _h.organisation == str(organisation))
    nowhere = select(history_table).where(_h.person == str(insz), _h.organisation.is_(None))
    found = [*_newest(connection, here, before, most), *_newest(connection, nowhere, before, most)]
    return sorted(found, key=lambda entry: -entry.number)[:most]


def of_organisation(
    connection: Connection, organisation: EnterpriseNumber, before: int | None, most: int
) -> list[Entry]:
    """Return lines about an organisation, newest first."""
    query = select(history_table).where(_h.organisation == str(organisation))
    return _newest(connection, query, before, most)


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
            person=row.person,
            organisation=row.organisation,
            actor=row.actor,
            actor_name=row.actor_name,
            subject=row.subject,
            detail=row.detail,
        ),
    )
