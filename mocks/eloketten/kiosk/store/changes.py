"""The histories of dossiers and contact data, and writing a row that still is the version that was seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import Column, Double, Index, Integer, String, Table, Text, and_, delete, select, update

from mocks.core.brussels import BRUSSELS
from mocks.core.store import Connection, own_insert
from mocks.core.store.schema import metadata
from mocks.eloketten.kiosk.domain.changes import Change

change_table = Table(
    "kiosk_change",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("subject", String(60), nullable=False),
    Column("epoch", Double, nullable=False),
    Column("who", Text, nullable=False),
    Column("for_whom", Text, nullable=False),
    Column("what", Text, nullable=False),
    Index("kiosk_change_subject", "subject", "id"),
)
_h = change_table.c


def record(connection: Connection, subject: str, change: Change) -> None:
    """Add a line to the history of a subject, such as ``dossier/KD-2021-0001``."""
    connection.execute(
        change_table.insert().values(
            subject=subject,
            epoch=change.at.timestamp(),
            who=change.who,
            for_whom=change.for_whom,
            what=change.what,
        )
    )


def of(connection: Connection, subject: str, most: int) -> Sequence[Change]:
    """Return the latest changes of a subject, newest first."""
    query = select(change_table).where(_h.subject == subject).order_by(_h.id.desc()).limit(most)
    return [
        Change(datetime.fromtimestamp(row.epoch, BRUSSELS), row.who, row.for_whom, row.what)
        for row in connection.execute(query)
    ]


def forget(connection: Connection, subject: str) -> None:
    """Remove the history of a subject."""
    connection.execute(delete(change_table).where(_h.subject == subject))


def write(
    connection: Connection, table: Table, named: Mapping[str, object], values: Mapping[str, object], seen: int
) -> bool:
    """Make a row with a version, or replace it while it still is the one that was seen.

    Args:
        connection: where to write.
        table: one with a column ``version``.
        named: its primary key.
        values: all its other columns but ``version``, which rises by one.
        seen: the version that is replaced; 0 for a row that is not there yet.

    Returns:
        Whether it was written.
    """
    content = {**values, "version": seen + 1}
    if seen:
        same = and_(*(table.c[name] == value for name, value in named.items()), table.c.version == seen)
        return connection.execute(update(table).where(same).values(content)).rowcount == 1
    making = own_insert(connection, table).values({**named, **content}).on_conflict_do_nothing()
    # Of an INSERT the drivers do not all count the rows.
    return connection.execute(making.returning(table.c.version)).first() is not None
