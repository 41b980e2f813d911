"""The days on which what is stated about a subject may alter, and how often it was changed for each.

What is stated depends on the changes so far and on the day.  A subject has few rows here, so that its
version is read from a handful of neighbours on the primary key.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Column, Date, Integer, String, Table, bindparam, case, func, select, text

from mocks.core.clock import OPEN_END
from mocks.core.store import Connection, own_insert
from mocks.core.store.prepared import Prepared
from mocks.core.store.schema import metadata, note_change

publication_table = Table(
    "kbo_publication",
    metadata,
    Column("subject", String(11), primary_key=True),
    Column("visible_from", Date, primary_key=True),
    Column("changes", Integer, nullable=False),
)

_p = publication_table.c

# Made once: making a statement costs more than running this one.
_VERSION = Prepared(
    select(
        func.sum(_p.changes), func.max(case((_p.visible_from <= bindparam("day"), _p.visible_from)))
    ).where(_p.subject == bindparam("subject"))
)


def write_alone(connection: Connection) -> None:
    """Let no other change of the KBO run beside this one, which SQLite sees to by itself.

    Two changes of one fact for different days, each blind to the other, would leave two newest revisions.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("LOCK TABLE kbo_publication IN SHARE ROW EXCLUSIVE MODE"))


def version(connection: Connection, subject: str, day: date) -> int:
    """Return a number that differs whenever what is seen of ``subject`` on ``day`` may differ.

    It is made of the number of changes so far and the last day of publication: a change alters the
    first, the passing of days the second.  The highest number of a visible change would not do: of two
    changes about one person the later can become visible first.
    """
    changes, published = _VERSION.first(connection, subject=subject, day=day) or (None, None)
    return int(changes or 0) * OPEN_END.toordinal() + (published.toordinal() if published else 0)


def publish(connection: Connection, subjects: Iterable[str], days: Iterable[date]) -> None:
    """Note that what is seen of each subject may alter on each of the days."""
    statement = own_insert(connection, publication_table).on_conflict_do_update(
        index_elements=["subject", "visible_from"], set_={"changes": _p.changes + 1}
    )
    connection.execute(
        statement,
        [
            {"subject": str(subject), "visible_from": day, "changes": 1}
            for subject in set(subjects)
            for day in set(days)
        ],
    )
    note_change(connection)
