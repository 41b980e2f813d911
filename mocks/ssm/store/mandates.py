"""The table of mandates: one by its number, and what a change needs to see."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, Date, Double, Index, Integer, Row, String, Table, bindparam, select

from mocks.core.brussels import BRUSSELS
from mocks.core.clock import Period
from mocks.core.identifiers import Insz
from mocks.core.store import Connection, insert_all, raise_version, upsert
from mocks.core.store.schema import metadata
from mocks.ssm.domain.catalogue import MandateType
from mocks.ssm.domain.mandates import Creation, Mandate, MandateNumber, Side, Signature, Stop
from mocks.ssm.domain.parties import Party
from mocks.ssm.store import sequences
from mocks.ssm.store.asked import entries

SYSTEM = "ssm"

_KEYS = ("created_on", "changed_on", "until_on")

mandate_table = Table(
    "ssm_mandate",
    metadata,
    Column("number", String(16), primary_key=True),
    Column("type", String(40), nullable=False),
    Column("mandator", String(11), nullable=False),
    Column("holder", String(11), nullable=False),
    Column("begin_on", Date, nullable=False),
    Column("end_on", Date),
    Column("created_epoch", Double, nullable=False),
    Column("created_by", String(11)),
    Column("created_for", String(11), nullable=False),
    Column("mandator_signed_on", Date),
    Column("mandator_signed_by", String(11)),
    Column("holder_signed_on", Date),
    Column("holder_signed_by", String(11)),
    Column("stopped_on", Date),
    Column("stopped_by", String(11)),
    Column("stop_reason", String(200)),
    Column("successor", String(16)),
    Column("replaces", String(16)),
    Column("revision", Integer, nullable=False),
    # What follows from the columns above, so that the lists run along an index.
    Column("created_on", Date, nullable=False),
    Column("changed_on", Date, nullable=False),
    Column("until_on", Date, nullable=False),
    Column("mandator_frame", String(10), nullable=False),
    Column("holder_frame", String(10), nullable=False),
    *(
        Index(f"ssm_mandate_{side}_{key}", side, key, "number")
        for side in ("mandator", "holder")
        for key in _KEYS
    ),
    Index("ssm_mandate_mandator_frame", "mandator", "mandator_frame", "until_on", "number"),
    Index("ssm_mandate_holder_frame", "holder", "holder_frame", "until_on", "number"),
    Index("ssm_mandate_pair", "mandator", "holder", "until_on", "number"),
)
_m = mandate_table.c

# Made once: ACM asks a statement at every sign-in.
_FIND = select(mandate_table).where(_m.number == bindparam("wanted"))
_LOCK = select(_m.number).where(_m.number == bindparam("wanted")).with_for_update()
_HELD = (
    select(mandate_table)
    .where(_m.holder == bindparam("wanted"))
    .order_by(_m.until_on.desc(), _m.number.desc())
    .limit(bindparam("most"))
)
_BETWEEN = select(mandate_table).where(
    _m.mandator == bindparam("giver"), _m.holder == bindparam("taker"), _m.until_on >= bindparam("day")
)
_LAST_ROOM = (
    select(_m.number)
    .where(_m.holder == bindparam("wanted"), _m.until_on >= bindparam("day"))
    .order_by(_m.until_on, _m.number)
    .offset(bindparam("most"))
    .limit(1)
)


def find(connection: Connection, number: MandateNumber) -> Mandate | None:
    """Return one mandate, or None."""
    return next(iter(mandates(connection, connection.execute(_FIND, {"wanted": str(number)}))), None)


def lock(connection: Connection, number: MandateNumber) -> None:
    """Let no other change of this mandate run beside this one, which SQLite sees to by itself."""
    connection.execute(_LOCK, {"wanted": str(number)})


def held_by(connection: Connection, holder: str, most: int) -> list[Mandate]:
    """Return what somebody holds and held, what counts longest first."""
    return mandates(connection, connection.execute(_HELD, {"wanted": holder, "most": most}))


def holders_of(connection: Connection, mandator: str, most: int) -> list[str]:
    """Return to whom a party gave a mandate, ended and pending ones included, each once."""
    query = select(_m.holder).where(_m.mandator == mandator).distinct().order_by(_m.holder).limit(most)
    return list(connection.execute(query).scalars())


def between(connection: Connection, mandator: Party, holder: Party, day: date) -> tuple[Mandate, ...]:
    """Return the mandates of one party to another that count on a day or later."""
    asked = {"giver": str(mandator), "taker": str(holder), "day": day}
    return tuple(mandates(connection, connection.execute(_BETWEEN, asked)))


def has_room(connection: Connection, holder: Party, day: date, most: int) -> bool:
    """Return whether a holder has fewer than ``most`` mandates that count on a day or later."""
    asked = {"wanted": str(holder), "day": day, "most": most - 1}
    return connection.execute(_LAST_ROOM, asked).first() is None


def everybody_with(connection: Connection, keys: Iterable[str]) -> list[str]:
    """Return the number of everybody who holds, or held, a mandate of one of these types."""
    return list(connection.execute(select(_m.holder).distinct().where(_m.type.in_(list(keys)))).scalars())


def numbers(connection: Connection, keys: Iterable[str]) -> list[str]:
    """Return the number of every mandate of one of these types."""
    query = select(_m.number).where(_m.type.in_(list(keys)))
    return list(connection.execute(query.order_by(_m.number)).scalars())


def next_serial(connection: Connection, year: int) -> int:
    """Return the serial of the next mandate of a year; nobody else concludes until this is done."""
    return sequences.next_number(connection, f"mandate-{year}")


def hold_numbers(connection: Connection, year: int) -> None:
    """Let nobody conclude until this is done, without taking a number."""
    sequences.at_least(connection, f"mandate-{year}", 0)


def give_out(connection: Connection, number: MandateNumber) -> None:
    """Let the next mandate of a year have a later number than this one."""
    sequences.at_least(connection, f"mandate-{number.year}", number.serial)


def put(connection: Connection, one: Mandate) -> None:
    """Make or replace a mandate."""
    upsert(connection, mandate_table, _values(one))


def put_new(connection: Connection, concluded: Sequence[Mandate]) -> None:
    """Make many mandates, none of which is there; what is stated of their holders is stated anew.

    Raises:
        AlreadyThere: when one is.
    """
    insert_all(connection, mandate_table, [_values(one) for one in concluded])
    highest: dict[int, MandateNumber] = {}
    for one in concluded:
        highest[one.number.year] = max(one.number, highest.get(one.number.year, one.number))
    for number in highest.values():
        give_out(connection, number)
    raise_versions(connection, (str(one.holder) for one in concluded))


def remove(connection: Connection, number: MandateNumber) -> bool:
    """Remove a mandate; return whether there was one."""
    return connection.execute(mandate_table.delete().where(_m.number == str(number))).rowcount > 0


def raise_versions(connection: Connection, holders: Iterable[str]) -> None:
    """Raise the version of what is stated of these holders, always in the same order."""
    for holder in sorted(set(holders)):
        raise_version(connection, SYSTEM, holder)


def _values(one: Mandate) -> dict[str, Any]:
    given, taken, stop = one.mandator_signature, one.holder_signature, one.stop
    return {
        "number": str(one.number),
        "type": one.type.key,
        "mandator": str(one.mandator),
        "holder": str(one.holder),
        "begin_on": one.period.begin,
        "end_on": one.end,
        "created_epoch": one.creation.at.timestamp(),
        "created_by": _text(one.creation.by),
        "created_for": str(one.creation.party),
        "mandator_signed_on": given.day if given else None,
        "mandator_signed_by": _text(given.by if given else None),
        "holder_signed_on": taken.day if taken else None,
        "holder_signed_by": _text(taken.by if taken else None),
        "stopped_on": stop.day if stop else None,
        "stopped_by": _text(stop.by if stop else None),
        "stop_reason": stop.reason if stop else None,
        "successor": _text(one.successor),
        "replaces": _text(one.replaces),
        "revision": one.revision,
        "created_on": one.creation.at.date(),
        "changed_on": one.changed_on,
        "until_on": one.until,
        "mandator_frame": one.standing(Side.MANDATOR).value,
        "holder_frame": one.standing(Side.HOLDER).value,
    }


def mandates(connection: Connection, rows: Iterable[Row[Any]]) -> list[Mandate]:
    """Return the mandates in rows with all columns of the table."""
    found = list(rows)
    types = entries(connection, {row.type for row in found})
    return [_mandate(row, types[row.type]) for row in found]


def _mandate(row: Row[Any], type_: MandateType) -> Mandate:
    return Mandate(
        number=MandateNumber.parse(row.number),
        type=type_,
        mandator=Party.read(row.mandator),
        holder=Party.read(row.holder),
        period=Period(row.begin_on, row.end_on),
        creation=Creation(
            by=_insz(row.created_by),
            at=datetime.fromtimestamp(row.created_epoch, BRUSSELS),
            party=Party.read(row.created_for),
        ),
        mandator_signature=_signature(row.mandator_signed_by, row.mandator_signed_on),
        holder_signature=_signature(row.holder_signed_by, row.holder_signed_on),
        stop=Stop(_insz(row.stopped_by), row.stopped_on, row.stop_reason) if row.stopped_on else None,
        successor=MandateNumber.parse(row.successor) if row.successor else None,
        replaces=MandateNumber.parse(row.replaces) if row.replaces else None,
        changed_on=row.changed_on,
        revision=row.revision,
    )


def _signature(by: str | None, day: date | None) -> Signature | None:
    return Signature(_insz(by), day) if day is not None else None


def _insz(text: str | None) -> Insz | None:
    return Insz(text) if text is not None else None


def _text(value: object) -> str | None:
    return str(value) if value is not None else None
