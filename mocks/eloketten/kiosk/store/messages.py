"""The outbox: the messages about dossiers, as they were sent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Double,
    Index,
    Integer,
    Row,
    String,
    Table,
    Text,
    delete,
    func,
    select,
    update,
)

from mocks.core.brussels import BRUSSELS
from mocks.core.store import Connection
from mocks.core.store.schema import metadata
from mocks.eloketten.kiosk.domain.messages import Choice, Letter, Message, Receiver

message_table = Table(
    "kiosk_message",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("dossier", String(20), nullable=False),
    Column("epoch", Double, nullable=False),
    Column("name", Text, nullable=False),
    Column("email", String(200)),
    Column("reason", Text),
    Column("subject", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("fault", Text),
    Index("kiosk_message_dossier", "dossier", "id"),
    Index("kiosk_message_email", "email", "id"),
)
_m = message_table.c


def record(connection: Connection, dossier: str, at: datetime, receiver: Receiver, letter: Letter) -> Message:
    """Put a message in the outbox."""
    making = message_table.insert().values(
        dossier=dossier,
        epoch=at.timestamp(),
        name=receiver.name,
        email=receiver.email,
        reason=receiver.reason,
        subject=letter.subject,
        body=letter.text,
    )
    made = connection.execute(making.returning(_m.id)).scalar_one()
    return Message(made, dossier, at, receiver, letter)


def page(connection: Connection, choice: Choice, offset: int, limit: int) -> Sequence[Message]:
    """Return messages, the newest first, ``limit`` from ``offset`` on."""
    query = select(message_table).where(*_chosen(choice)).order_by(_m.id.desc())
    return [_message(row) for row in connection.execute(query.offset(offset).limit(limit))]


def count(connection: Connection, choice: Choice) -> int:
    """Return how many messages there are."""
    query = select(func.count()).select_from(message_table).where(*_chosen(choice))
    return connection.execute(query).scalar_one()


def tell_fault(connection: Connection, number: int, fault: str) -> None:
    """Keep why a mail server did not take a message."""
    connection.execute(update(message_table).where(_m.id == number).values(fault=fault))


def forget(connection: Connection, choice: Choice) -> int:
    """Remove messages; return how many."""
    return connection.execute(delete(message_table).where(*_chosen(choice))).rowcount


def _chosen(choice: Choice) -> list[ColumnElement[bool]]:
    wanted = ((_m.dossier, choice.dossier), (_m.email, choice.email))
    return [column == value for column, value in wanted if value is not None]


def _message(row: Row[Any]) -> Message:
    return Message(
        id=row.id,
        dossier=row.dossier,
        at=datetime.fromtimestamp(row.epoch, BRUSSELS),
        receiver=Receiver(row.name, row.email, row.reason),
        letter=Letter(row.subject, row.body),
        fault=row.fault,
    )
