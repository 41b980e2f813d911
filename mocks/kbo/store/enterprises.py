"""The table of enterprises."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from sqlalchemy import (
    JSON,
    Column,
    Date,
    Index,
    Integer,
    Row,
    String,
    Table,
    Text,
    and_,
    bindparam,
    cast,
    func,
    literal,
    or_,
    select,
    union,
)

from mocks.core.clock import OPEN_END
from mocks.core.identifiers import EnterpriseNumber
from mocks.core.store import Connection, insert_all
from mocks.core.store.schema import metadata
from mocks.kbo.domain import (
    Address,
    Coded,
    Contact,
    Denomination,
    Enterprise,
    ForeignRegistration,
    Kind,
    Language,
    NameType,
    Revision,
    Status,
    TargetGroup,
    register_key,
    search_key,
)
from mocks.kbo.store import revisions

enterprise_table = Table(
    "kbo_enterprise",
    metadata,
    Column("number", String(10), primary_key=True),
    Column("visible_from", Date, primary_key=True),
    Column("visible_until", Date, nullable=False),
    Column("search_key", Text, nullable=False),
    Column("kind", String(1), nullable=False),
    Column("status", String(2), nullable=False),
    Column("stopped_on", Date),
    Column("start_date", Date, nullable=False),
    Column("target_group", String(3), nullable=False),
    Column("country", Text),
    Column("register_key", Text),
    Column("details", JSON, nullable=False),
    Index("kbo_enterprise_register", "country", "register_key"),
)

_e = enterprise_table.c

# Made once: making a statement costs more than running this one.
_VISIBLE = select(enterprise_table).where(_e.number == bindparam("number"), revisions.seen(enterprise_table))


def find(connection: Connection, number: EnterpriseNumber, day: date) -> Enterprise | None:
    """Return an enterprise as others see it on ``day``."""
    row = connection.execute(_VISIBLE, {"number": number, "day": day}).one_or_none()
    return _enterprise(row) if row is not None else None


def newest(connection: Connection, number: EnterpriseNumber) -> Revision[Enterprise] | None:
    """Return an enterprise as it was registered last, whether or not others see it yet."""
    query = select(enterprise_table).where(_e.number == number, revisions.newest(enterprise_table))
    row = connection.execute(query).one_or_none()
    return Revision(_enterprise(row), row.visible_from) if row is not None else None


def page(
    connection: Connection, day: date, words: Sequence[str], offset: int, limit: int
) -> tuple[list[Enterprise], int]:
    """Return a page of enterprises by number whose names hold every word, and how many there are."""
    named = (_e.search_key.contains(word, autoescape=True) for word in words)
    wanted = and_(revisions.seen(enterprise_table), *named)
    query = select(enterprise_table).where(wanted).order_by(_e.number).offset(offset).limit(limit)
    count = select(func.count()).select_from(enterprise_table).where(wanted)
    found = [_enterprise(row) for row in connection.execute(query, {"day": day})]
    return found, connection.execute(count, {"day": day}).scalar_one()


def numbers(connection: Connection) -> list[str]:
    """Return the number of every registered enterprise."""
    query = select(_e.number).where(revisions.newest(enterprise_table)).order_by(_e.number)
    return list(connection.execute(query).scalars())


def registered_abroad(
    connection: Connection, abroad: ForeignRegistration, name: str
) -> EnterpriseNumber | None:
    """Return the number of a foreign enterprise, also when others do not see it yet, or None.

    The number in the register of its country tells it; where either has none, its name does.
    """
    key, named = register_key(abroad.number or ""), search_key(name)
    first_name = or_(_e.search_key == named, _e.search_key.startswith(f"{named}\n", autoescape=True))
    unnumbered = [first_name, _e.register_key.is_(None)] if key else [first_name]
    same = or_(_e.register_key == key, and_(*unnumbered))
    there = and_(revisions.newest(enterprise_table), _e.country == abroad.country, same)
    by_register_first = (_e.register_key.is_(None), _e.number)
    query = select(_e.number).where(there).order_by(*by_register_first).limit(1)
    found = connection.execute(query).scalar()
    return EnterpriseNumber(found) if found is not None else None


def first_free(connection: Connection, start: EnterpriseNumber, end: EnterpriseNumber) -> int | None:
    """Return the first eight digits from ``start`` to ``end`` under which nothing is or was seen, or None.

    A number is free when no revision has it, so that what others see still is not taken over.
    """
    first, last = int(start[:8]), int(end[:8])
    place = cast(func.substr(_e.number, 1, 8), Integer).label("place")
    taken = select(place).where(_e.number.between(str(start), str(end)))
    before = select(literal(first - 1).label("place"))
    places = union(taken, before).subquery()
    following = func.lead(places.c.place).over(order_by=places.c.place).label("following")
    steps = select(places.c.place, following).subquery()
    gaps = or_(steps.c.following.is_(None), steps.c.following > steps.c.place + 1)
    found = connection.execute(select(func.min(steps.c.place)).where(gaps)).scalar_one() + 1
    return int(found) if found <= last else None


def days(connection: Connection, number: EnterpriseNumber) -> set[date]:
    """Return the days on which what is seen of an enterprise alters."""
    rows = connection.execute(select(_e.visible_from, _e.visible_until).where(_e.number == number))
    return {day for row in rows for day in row} - {OPEN_END}


def put(connection: Connection, enterprise: Enterprise, day: date) -> None:
    """Register an enterprise; others see it so from ``day`` on."""
    revisions.strike(connection, enterprise_table, _e.number == enterprise.number, day)
    connection.execute(enterprise_table.insert(), _values(enterprise, day))


def put_new(connection: Connection, enterprises: Sequence[Enterprise], day: date) -> None:
    """Register many enterprises, none of which is there; others see them from ``day`` on.

    Raises:
        AlreadyThere: when one is.
    """
    insert_all(connection, enterprise_table, [_values(one, day) for one in enterprises])


def remove(connection: Connection, number: EnterpriseNumber, day: date) -> None:
    """Strike an enterprise; others see nothing of it from ``day`` on."""
    revisions.strike(connection, enterprise_table, _e.number == number, day)


def coming(connection: Connection, day: date) -> list[revisions.Coming]:
    """Return the changes of enterprises that others see only after ``day``."""
    return revisions.coming(connection, enterprise_table, day)


def _values(enterprise: Enterprise, day: date) -> dict[str, Any]:
    abroad = enterprise.foreign_registration
    return {
        "number": str(enterprise.number),
        "visible_from": day,
        "visible_until": OPEN_END,
        "search_key": "\n".join(search_key(name.text) for name in enterprise.names),
        "kind": enterprise.kind.value,
        "status": enterprise.status.value,
        "stopped_on": enterprise.stopped_on,
        "start_date": enterprise.start_date,
        "target_group": enterprise.target_group.value,
        "country": enterprise.country,
        "register_key": register_key(abroad.number) if abroad and abroad.number else None,
        "details": {
            "names": [asdict(name) for name in enterprise.names],
            "legal_situation": asdict(enterprise.legal_situation),
            "legal_form": asdict(enterprise.legal_form) if enterprise.legal_form else None,
            "address": asdict(enterprise.address) if enterprise.address else None,
            "contact": asdict(enterprise.contact),
            "foreign_registration": asdict(abroad) if abroad else None,
        },
    }


def _enterprise(row: Row[Any]) -> Enterprise:
    details = row.details
    abroad = details["foreign_registration"]
    return Enterprise(
        number=EnterpriseNumber(row.number),
        names=tuple(
            Denomination(name["text"], Language(name["language"]), NameType(name["type"]))
            for name in details["names"]
        ),
        start_date=row.start_date,
        target_group=TargetGroup(row.target_group),
        kind=Kind(row.kind),
        status=Status(row.status),
        stopped_on=row.stopped_on,
        legal_situation=Coded(**details["legal_situation"]),
        legal_form=Coded(**details["legal_form"]) if details["legal_form"] else None,
        address=Address(**details["address"]) if details["address"] else None,
        contact=Contact(**details["contact"]),
        foreign_registration=ForeignRegistration(**abroad) if abroad else None,
    )
