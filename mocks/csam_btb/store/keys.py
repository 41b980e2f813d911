"""The table of activated digital keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Boolean, Column, Date, Row, String, Table, bindparam, select, update

from mocks.core.identifiers import Insz
from mocks.core.store import Connection, insert_all, raise_version, raise_versions, upsert
from mocks.core.store.schema import metadata
from mocks.csam_btb.domain.keys import DigitalKey
from mocks.csam_btb.domain.kinds import Kind

SYSTEM = "csam"

key_table = Table(
    "csam_key",
    metadata,
    Column("insz", String(11), primary_key=True),
    Column("kind", String(5), primary_key=True),
    Column("activated_on", Date),
    Column("valid_until", Date),
    Column("revoked_on", Date),
    Column("last_used", Date),
    Column("pending", Boolean, nullable=False),
    Column("phone", String(20)),
    Column("secret", String(64), nullable=False),
)
_k = key_table.c


_OF_PERSON = select(key_table).where(_k.insz == bindparam("asked"))
_FIND = _OF_PERSON.where(_k.kind == bindparam("of_kind"))


def of_person(connection: Connection, insz: Insz) -> Mapping[Kind, DigitalKey]:
    """Return what somebody has, by kind, the strongest first."""
    rows = connection.execute(_OF_PERSON, {"asked": str(insz)})
    found = {key.kind: key for key in map(_key, rows)}
    return {kind: found[kind] for kind in Kind if kind in found}


def find(connection: Connection, insz: Insz, kind: Kind) -> DigitalKey | None:
    """Return one key, or None."""
    row = connection.execute(_FIND, {"asked": str(insz), "of_kind": kind.value}).one_or_none()
    return _key(row) if row is not None else None


def numbers(connection: Connection) -> list[str]:
    """Return the number of every key: INSZ and kind."""
    query = select(_k.insz, _k.kind).order_by(_k.insz, _k.kind)
    return [f"{row.insz}-{row.kind}" for row in connection.execute(query)]


def put(connection: Connection, key: DigitalKey) -> None:
    """Make or replace a key."""
    upsert(connection, key_table, _values(key))
    raise_version(connection, SYSTEM, key.insz)


def put_new(connection: Connection, keys: Sequence[DigitalKey]) -> None:
    """Make many keys, none of which is there.

    Raises:
        AlreadyThere: when one is.
    """
    insert_all(connection, key_table, [_values(key) for key in keys])
    raise_versions(connection, SYSTEM, (key.insz for key in keys))


def use(connection: Connection, insz: Insz, kind: Kind, day: date) -> None:
    """Note that a key was used on ``day``; a second time on that day changes nothing."""
    used = update(key_table).where(
        _k.insz == str(insz), _k.kind == kind.value, _k.last_used.is_distinct_from(day)
    )
    if connection.execute(used.values(last_used=day)).rowcount:
        raise_version(connection, SYSTEM, insz)


def revoke(connection: Connection, insz: Insz, kind: Kind, day: date) -> bool:
    """Note that a key was removed by its holder on ``day``; return whether there was one."""
    revoked = update(key_table).where(_k.insz == str(insz), _k.kind == kind.value)
    done = connection.execute(revoked.values(revoked_on=day)).rowcount > 0
    if done:
        raise_version(connection, SYSTEM, insz)
    return done


def remove(connection: Connection, insz: Insz, kind: Kind) -> bool:
    """Remove a key without a trace; return whether there was one."""
    gone = key_table.delete().where(_k.insz == str(insz), _k.kind == kind.value)
    done = connection.execute(gone).rowcount > 0
    if done:
        raise_version(connection, SYSTEM, insz)
    return done


def _values(key: DigitalKey) -> dict[str, Any]:
    return {
        "insz": str(key.insz),
        "kind": key.kind.value,
        "activated_on": key.activated_on,
        "valid_until": key.valid_until,
        "revoked_on": key.revoked_on,
        "last_used": key.last_used,
        "pending": key.pending,
        "phone": key.phone,
        "secret": key.secret,
    }


def _key(row: Row[Any]) -> DigitalKey:
    return DigitalKey(
        insz=Insz(row.insz),
        kind=Kind(row.kind),
        activated_on=row.activated_on,
        valid_until=row.valid_until,
        revoked_on=row.revoked_on,
        last_used=row.last_used,
        pending=row.pending,
        phone=row.phone,
        secret=row.secret,
    )
