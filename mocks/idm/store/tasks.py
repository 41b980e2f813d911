"""The table of tasks of local administrators."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, Double, Index, Integer, Row, Select, String, Table, select, update

from mocks.core.brussels import BRUSSELS
from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.core.store import Connection
from mocks.core.store.schema import metadata
from mocks.idm.domain.catalogue import Right
from mocks.idm.domain.tasks import Decision, Task
from mocks.idm.store.asked import entries
from mocks.idm.store.sequences import next_number

task_table = Table(
    "idm_task",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("organisation", String(10), nullable=False),
    Column("person", String(11), nullable=False),
    Column("person_name", String(401), nullable=False),
    Column("right_key", String(120)),
    Column("contexts", JSON, nullable=False),
    Column("phone", String(20), nullable=False),
    Column("email", String(200), nullable=False),
    Column("reason", String(200)),
    Column("asked_epoch", Double, nullable=False),
    Column("decision", String(10), nullable=False),
    Column("decided_by", String(401)),
    Column("decided_epoch", Double),
    Column("answer", String(200)),
    Index("idm_task_open", "organisation", "decision", "number"),
    Index("idm_task_person", "person", "organisation", "decision"),
)
_t = task_table.c


def next_task_number(connection: Connection) -> int:
    """Return the number of the next task."""
    return next_number(connection, "task")


def find(connection: Connection, number: int) -> Task | None:
    """Return one task, or None."""
    return next(iter(_tasks(connection, select(task_table).where(_t.number == number))), None)


def open_at(
    connection: Connection, organisation: EnterpriseNumber, after: int | None, most: int
) -> list[Task]:
    """Return open tasks of an organisation, the oldest first."""
    query = select(task_table).where(
        _t.organisation == str(organisation), _t.decision == Decision.OPEN.value, _t.number > (after or 0)
    )
    return _tasks(connection, query.order_by(_t.number).limit(most))


def open_of(connection: Connection, insz: Insz, organisation: EnterpriseNumber) -> list[Task]:
    """Return what a person asked of an organisation and is not decided."""
    query = select(task_table).where(
        _t.person == str(insz), _t.organisation == str(organisation), _t.decision == Decision.OPEN.value
    )
    return _tasks(connection, query.order_by(_t.number))


def add(connection: Connection, task: Task) -> None:
    """Add a task."""
    connection.execute(task_table.insert(), _values(task))


def decide(connection: Connection, task: Task) -> bool:
    """Write the decision on an open task; return False when another one was first."""
    statement = update(task_table).where(_t.number == task.number, _t.decision == Decision.OPEN.value)
    return connection.execute(statement.values(_values(task))).rowcount > 0


def _values(task: Task) -> dict[str, Any]:
    return {
        "number": task.number,
        "organisation": str(task.organisation),
        "person": str(task.person),
        "person_name": task.person_name,
        "right_key": task.right_key,
        "contexts": list(task.contexts),
        "phone": task.phone,
        "email": task.email,
        "reason": task.reason,
        "asked_epoch": task.asked_at.timestamp(),
        "decision": task.decision.value,
        "decided_by": task.decided_by,
        "decided_epoch": task.decided_at.timestamp() if task.decided_at else None,
        "answer": task.answer,
    }


def _tasks(connection: Connection, query: Select[Any]) -> list[Task]:
    found = list(connection.execute(query))
    asked = entries(connection, (row.right_key for row in found))
    return [_task(row, asked.get(row.right_key)) for row in found]


def _task(row: Row[Any], asked: Right | None) -> Task:
    decided = row.decided_epoch
    return Task(
        number=row.number,
        organisation=EnterpriseNumber(row.organisation),
        person=Insz(row.person),
        person_name=row.person_name,
        right_key=row.right_key,
        contexts=tuple(row.contexts),
        phone=row.phone,
        email=row.email,
        reason=row.reason,
        asked_at=datetime.fromtimestamp(row.asked_epoch, BRUSSELS),
        decision=Decision(row.decision),
        decided_by=row.decided_by,
        decided_at=datetime.fromtimestamp(decided, BRUSSELS) if decided is not None else None,
        answer=row.answer,
        asked=asked,
    )
