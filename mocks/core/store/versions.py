"""The versions of what each authority states, by subject: raised in the transaction of every change."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Column, Connection, Integer, String, Table, bindparam, select, text

from mocks.core.store.prepared import Prepared
from mocks.core.store.schema import metadata, note_change

statement_version = Table(
    "statement_version",
    metadata,
    Column("issuer", String(40), primary_key=True),
    Column("subject", String(80), primary_key=True),
    Column("version", Integer, nullable=False),
)

_RAISE = text(
    "INSERT INTO statement_version (issuer, subject, version) "
    "VALUES (:issuer, :subject, 1) ON CONFLICT (issuer, subject) "
    "DO UPDATE SET version = statement_version.version + 1"
)


def raise_version(connection: Connection, issuer: str, subject: str) -> None:
    """Raise the version of what ``issuer`` states about ``subject``, in the change's transaction."""
    connection.execute(_RAISE, {"issuer": issuer, "subject": subject})
    note_change(connection)


def raise_versions(connection: Connection, issuer: str, subjects: Iterable[str]) -> None:
    """Raise the versions of what ``issuer`` states about many subjects, each once."""
    raised = [{"issuer": issuer, "subject": str(subject)} for subject in dict.fromkeys(subjects)]
    if raised:
        connection.execute(_RAISE, raised)
        note_change(connection)


_VERSION = Prepared(
    select(statement_version.c.version).where(
        statement_version.c.issuer == bindparam("issuer"),
        statement_version.c.subject == bindparam("subject"),
    )
)


def version_of(connection: Connection, issuer: str, subject: str) -> int:
    """Return the version of what ``issuer`` states about ``subject``; 0 before any change."""
    found = _VERSION.first(connection, issuer=issuer, subject=subject)
    return int(found[0]) if found is not None else 0
