"""The tables of the push: e-lokets that receive, how each user stands there, and every attempt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Double,
    Index,
    Integer,
    Row,
    String,
    Table,
    and_,
    literal,
    or_,
    select,
    update,
)

from mocks.core.identifiers import Insz
from mocks.core.store import Connection, own_insert, upsert
from mocks.core.store.schema import metadata
from mocks.idm.domain.scim import Delivery, Format, State, Target, When
from mocks.idm.store.relations import relation_table
from mocks.idm.store.rights import right_table
from mocks.idm.store.sequences import next_number

target_table = Table(
    "idm_scim_target",
    metadata,
    Column("eloket", String(60), primary_key=True),
    Column("system", String(40), nullable=False),
    Column("path", String(200), nullable=False),
    Column("token", String(200)),
    Column("format", String(20), nullable=False),
    Column("when_sent", String(10), nullable=False),
    Column("enabled", Boolean, nullable=False),
)

user_table = Table(
    "idm_scim_user",
    metadata,
    Column("eloket", String(60), primary_key=True),
    Column("person", String(11), primary_key=True),
    Column("target_group", String(3), primary_key=True),
    Column("state", String(10), nullable=False),
    Column("changes", Integer, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("due_epoch", Double),
    Column("recheck_on", Date),
    Index("idm_scim_user_due", "eloket", "due_epoch"),
    Index("idm_scim_user_recheck", "eloket", "recheck_on"),
    Index("idm_scim_user_person", "person", "eloket", "target_group"),
)

delivery_table = Table(
    "idm_scim_delivery",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at_epoch", Double, nullable=False),
    Column("eloket", String(60), nullable=False),
    Column("external_id", String(36), nullable=False),
    Column("person", String(11), nullable=False),
    Column("target_group", String(3), nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("status", Integer, nullable=False),
    Column("outcome", String(10), nullable=False),
)
_t, _u, _d, _g = target_table.c, user_table.c, delivery_table.c, right_table.c


@dataclass(frozen=True)
class Due:
    """A user of whom an e-loket is to be told; ``changes`` tells whether more came meanwhile."""

    eloket: str
    person: Insz
    target_group: str
    changes: int
    attempts: int
    state: State


def targets(connection: Connection) -> list[Target]:
    """Return every e-loket that receives."""
    return [_target(row) for row in connection.execute(select(target_table).order_by(_t.eloket))]


def find_target(connection: Connection, eloket: str) -> Target | None:
    """Return how an e-loket receives, or None."""
    row = connection.execute(select(target_table).where(_t.eloket == eloket)).one_or_none()
    return _target(row) if row is not None else None


def put_target(connection: Connection, target: Target) -> None:
    """Make or replace how an e-loket receives."""
    upsert(
        connection,
        target_table,
        {
            "eloket": target.eloket,
            "system": target.system,
            "path": target.path,
            "token": target.token,
            "format": target.format.value,
            "when_sent": target.when.value,
            "enabled": target.enabled,
        },
    )


def remove_target(connection: Connection, eloket: str) -> bool:
    """Tell an e-loket nothing any more; return whether it was told."""
    connection.execute(user_table.delete().where(_u.eloket == eloket))
    return connection.execute(target_table.delete().where(_t.eloket == eloket)).rowcount > 0


def users_of(connection: Connection, person: Insz) -> list[Due]:
    """Return how a person stands at each e-loket."""
    query = select(user_table).where(_u.person == str(person)).order_by(_u.eloket, _u.target_group)
    return [_due(row) for row in connection.execute(query)]


def changed(connection: Connection, eloket: str, person: Insz, group: str, now: float) -> None:
    """Note that an e-loket is to be told of a person, in the transaction of the change."""
    known = and_(_u.eloket == eloket, _u.person == str(person), _u.target_group == group)
    noted = {"state": State.WAITING.value, "changes": _u.changes + 1, "attempts": 0, "due_epoch": now}
    if connection.execute(update(user_table).where(known).values(noted)).rowcount == 0:
        connection.execute(
            user_table.insert(),
            {
                "eloket": eloket,
                "person": str(person),
                "target_group": group,
                "state": State.WAITING.value,
                "changes": 1,
                "attempts": 0,
                "due_epoch": now,
            },
        )


def enrol_all(connection: Connection, eloket: str, keys: Sequence[str], now: float) -> None:
    """Note that an e-loket is to be told of everybody who has, or had, one of these rights."""
    relation = relation_table.c
    holders = (
        select(
            literal(eloket),
            _g.person,
            relation.target_group,
            literal(State.WAITING.value),
            literal(1),
            literal(0),
            literal(now),
        )
        .distinct()
        .join(
            relation_table,
            and_(
                relation.person == _g.person,
                relation.organisation == _g.organisation,
                relation.counter == _g.relation,
            ),
        )
        .where(_g.right_key.in_(keys))
    )
    columns = ["eloket", "person", "target_group", "state", "changes", "attempts", "due_epoch"]
    connection.execute(
        own_insert(connection, user_table).from_select(columns, holders).on_conflict_do_nothing()
    )


def due(connection: Connection, eloket: str, now: float, today: date, most: int) -> list[Due]:
    """Return users of whom an e-loket is to be told now, the longest waiting first."""
    waiting = (
        select(user_table)
        .where(_u.eloket == eloket, _u.due_epoch <= now)
        .order_by(_u.due_epoch, _u.person)
        .limit(most)
    )
    found = [_due(row) for row in connection.execute(waiting)]
    passed = (
        select(user_table)
        .where(_u.eloket == eloket, _u.recheck_on <= today)
        .order_by(_u.recheck_on, _u.person)
        .limit(most)
    )
    known = {(one.person, one.target_group) for one in found}
    for one in map(_due, connection.execute(passed)):
        if (one.person, one.target_group) not in known:
            found.append(one)
    return found[:most]


def claim(connection: Connection, one: Due, now: float, today: date, until: float) -> bool:
    """Take the telling of one user upon oneself for a while; return False when a neighbour was first."""
    statement = update(user_table).where(
        _is(one), _u.changes == one.changes, or_(_u.due_epoch <= now, _u.recheck_on <= today)
    )
    return connection.execute(statement.values(due_epoch=until, recheck_on=None)).rowcount > 0


def settle(
    connection: Connection,
    one: Due,
    state: State,
    attempts: int,
    due_epoch: float | None,
    recheck: date | None,
    now: float,
) -> None:
    """Write how a telling went; if something changed meanwhile the user is due again as it now stands."""
    settled = update(user_table).where(_is(one), _u.changes == one.changes)
    kept = settled.values(state=state.value, attempts=attempts, due_epoch=due_epoch, recheck_on=recheck)
    if connection.execute(kept).rowcount == 0:
        connection.execute(update(user_table).where(_is(one)).values(due_epoch=now))


def log(connection: Connection, delivery: Delivery) -> None:
    """Add an attempt; its number is given here."""
    connection.execute(
        delivery_table.insert(),
        {
            "number": next_number(connection, "delivery"),
            "at_epoch": delivery.at,
            "eloket": delivery.eloket,
            "external_id": delivery.external_id,
            "person": delivery.person,
            "target_group": delivery.target_group,
            "attempt": delivery.attempt,
            "active": delivery.active,
            "status": delivery.status,
            "outcome": delivery.outcome.value,
        },
    )


def deliveries(connection: Connection, before: int | None, most: int) -> list[Delivery]:
    """Return attempts, newest first."""
    query = select(delivery_table)
    if before is not None:
        query = query.where(_d.number < before)
    return [_delivery(row) for row in connection.execute(query.order_by(_d.number.desc()).limit(most))]


def _is(one: Due) -> Any:  # noqa: ANN401  # SQLAlchemy's own type of a condition
    return and_(_u.eloket == one.eloket, _u.person == str(one.person), _u.target_group == one.target_group)


def _target(row: Row[Any]) -> Target:
    return Target(
        row.eloket, row.system, row.path, row.token, Format(row.format), When(row.when_sent), row.enabled
    )


def _due(row: Row[Any]) -> Due:
    return Due(row.eloket, Insz(row.person), row.target_group, row.changes, row.attempts, State(row.state))


def _delivery(row: Row[Any]) -> Delivery:
    return Delivery(
        number=row.number,
        at=row.at_epoch,
        eloket=row.eloket,
        external_id=row.external_id,
        person=row.person,
        target_group=row.target_group,
        attempt=row.attempt,
        active=row.active,
        status=row.status,
        outcome=State(row.outcome),
    )
