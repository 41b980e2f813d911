"""The table of keys that somebody is activating online."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import BigInteger, Column, Integer, Row, String, Table, select, update

from mocks.core.identifiers import Insz
from mocks.core.store import Connection
from mocks.core.store.schema import metadata
from mocks.csam_btb.domain.fas import ATTEMPT_LIFETIME
from mocks.csam_btb.domain.kinds import Kind
from mocks.csam_btb.store.passing import expires, insert

activation_table = Table(
    "csam_activation",
    metadata,
    Column("activation_id", String(43), primary_key=True),
    expires(),
    Column("insz", String(11), nullable=False, index=True),
    Column("kind", String(5), nullable=False),
    Column("phone", String(20)),
    Column("secret", String(64), nullable=False),
    Column("sent_at", BigInteger, nullable=False),
    Column("tries", Integer, nullable=False),
)
_a = activation_table.c


@dataclass(frozen=True)
class Activation:
    """A key on its way.

    Attributes:
        activation_id: the occasion that its code follows from.
        insz: whose.
        kind: which.
        phone: where a text message goes.
        secret: becomes the secret of the key.
        sent_at: token time at which it began, in seconds.
        tries: wrong codes so far.
    """

    activation_id: str
    insz: Insz
    kind: Kind
    phone: str | None
    secret: str = field(repr=False)
    sent_at: int
    tries: int = 0


def begin(connection: Connection, activation: Activation, now: int) -> None:
    """Begin an activation in place of any earlier one of the same key."""
    end(connection, activation.insz, activation.kind)
    insert(
        connection,
        activation_table,
        now,
        {
            "activation_id": activation.activation_id,
            "expires": now + ATTEMPT_LIFETIME,
            "insz": str(activation.insz),
            "kind": activation.kind.value,
            "phone": activation.phone,
            "secret": activation.secret,
            "sent_at": activation.sent_at,
            "tries": activation.tries,
        },
    )


def find(connection: Connection, insz: Insz, kind: Kind, now: int) -> Activation | None:
    """Return the activation of a key that is under way, or None."""
    return next((one for one in of_person(connection, insz, now) if one.kind is kind), None)


def of_person(connection: Connection, insz: Insz, now: int) -> list[Activation]:
    """Return the activations of somebody that are under way, the newest first."""
    query = select(activation_table).where(_a.insz == str(insz), _a.expires > now)
    return [_activation(row) for row in connection.execute(query.order_by(_a.sent_at.desc()))]


def count_try(connection: Connection, activation_id: str) -> int:
    """Count a wrong code and return how many there are now; 0 when the activation is over."""
    counted = update(activation_table).where(_a.activation_id == activation_id)
    connection.execute(counted.values(tries=_a.tries + 1))
    query = select(_a.tries).where(_a.activation_id == activation_id)
    return connection.execute(query).scalar() or 0


def end(connection: Connection, insz: Insz, kind: Kind) -> bool:
    """End an activation; return whether it was under way."""
    gone = activation_table.delete().where(_a.insz == str(insz), _a.kind == kind.value)
    return connection.execute(gone).rowcount > 0


def _activation(row: Row[Any]) -> Activation:
    return Activation(
        activation_id=row.activation_id,
        insz=Insz(row.insz),
        kind=Kind(row.kind),
        phone=row.phone,
        secret=row.secret,
        sent_at=row.sent_at,
        tries=row.tries,
    )
