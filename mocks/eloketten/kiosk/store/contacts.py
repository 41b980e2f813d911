"""Contact data of applicants, and the profiles of their representatives."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Column, Integer, Row, String, Table, Text, delete, select

from mocks.core.store import Connection, insert_all
from mocks.core.store.schema import metadata
from mocks.eloketten.kiosk.domain.changes import Kept
from mocks.eloketten.kiosk.domain.contacts import Address, Contact, Profile
from mocks.eloketten.kiosk.store import changes

contact_table = Table(
    "kiosk_contact",
    metadata,
    Column("applicant", String(11), primary_key=True),
    Column("email", String(200), nullable=False),
    Column("phone", String(20), nullable=False),
    Column("address", Text),
    Column("version", Integer, nullable=False),
)
profile_table = Table(
    "kiosk_profile",
    metadata,
    Column("applicant", String(11), primary_key=True),
    Column("insz", String(11), primary_key=True),
    Column("name", Text, nullable=False),
    Column("email", String(200), nullable=False),
    Column("phone", String(20)),
    Column("mobile", String(20)),
    Column("version", Integer, nullable=False),
)
_c, _p = contact_table.c, profile_table.c


def contact(connection: Connection, applicant: str) -> Kept[Contact] | None:
    """Return the contact data of an applicant, or None."""
    row = connection.execute(select(contact_table).where(_c.applicant == applicant)).one_or_none()
    if row is None:
        return None
    address = Address(**json.loads(row.address)) if row.address is not None else None
    return Kept(Contact(row.email, row.phone, address), row.version)


def put_contact(connection: Connection, applicant: str, content: Contact, seen: int) -> bool:
    """Keep contact data in place of the version that was seen; return whether it still was that one."""
    return changes.write(connection, contact_table, {"applicant": applicant}, _values(content), seen)


def put_new_contacts(connection: Connection, found: Mapping[str, Contact]) -> None:
    """Keep the contact data of many applicants, of whom there are none.

    Raises:
        AlreadyThere: when there are of one.
    """
    rows = [{"applicant": one, **_values(content), "version": 1} for one, content in found.items()]
    insert_all(connection, contact_table, rows)


def remove_contact(connection: Connection, applicant: str) -> bool:
    """Remove the contact data of an applicant; return whether there were any."""
    return connection.execute(delete(contact_table).where(_c.applicant == applicant)).rowcount > 0


def contacts(connection: Connection) -> list[str]:
    """Return every applicant of whom there are contact data."""
    return list(connection.execute(select(_c.applicant).order_by(_c.applicant)).scalars())


def profile(connection: Connection, applicant: str, insz: str) -> Kept[Profile] | None:
    """Return the profile of a representative at an applicant, or None."""
    query = select(profile_table).where(_p.applicant == applicant, _p.insz == insz)
    row = connection.execute(query).one_or_none()
    return Kept(_profile(row), row.version) if row is not None else None


def profiles_of(connection: Connection, applicant: str, most: int) -> Sequence[tuple[str, Profile]]:
    """Return INSZ and profile of the representatives of an applicant by name, ``most`` of them."""
    query = select(profile_table).where(_p.applicant == applicant).order_by(_p.name, _p.insz).limit(most)
    return [(row.insz, _profile(row)) for row in connection.execute(query)]


def put_profile(connection: Connection, applicant: str, insz: str, content: Profile, seen: int) -> bool:
    """Keep a profile in place of the version that was seen; return whether it still was that one."""
    named = {"applicant": applicant, "insz": insz}
    return changes.write(connection, profile_table, named, asdict(content), seen)


def remove_profile(connection: Connection, applicant: str, insz: str) -> bool:
    """Remove a profile; return whether there was one."""
    removing = delete(profile_table).where(_p.applicant == applicant, _p.insz == insz)
    return connection.execute(removing).rowcount > 0


def profiles(connection: Connection) -> list[tuple[str, str]]:
    """Return applicant and INSZ of every profile."""
    query = select(_p.applicant, _p.insz).order_by(_p.applicant, _p.insz)
    return [(row.applicant, row.insz) for row in connection.execute(query)]


def _values(content: Contact) -> dict[str, object]:
    address = json.dumps(asdict(content.address)) if content.address is not None else None
    return {"email": content.email, "phone": content.phone, "address": address}


def _profile(row: Row[Any]) -> Profile:
    return Profile(row.name, row.email, row.phone, row.mobile)
