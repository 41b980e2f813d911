"""What was typed in forms that were sent too late, by the browser in which that was.

The browser is known by the fingerprint of an identifier in KIOSK's own cookie.  What was typed stands there
as JSON in ASCII, because PostgreSQL takes no NUL and no half surrogate.  Moments are token time, in seconds.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, Integer, Row, Select, String, Table, Text, and_, delete, or_, select
from sqlalchemy.sql import ColumnElement

from mocks.core.store import Connection, upsert
from mocks.core.store.schema import metadata
from mocks.eloketten.kiosk.domain.drafts import KEPT_SECONDS, MOST, Draft

draft_table = Table(
    "kiosk_draft",
    metadata,
    Column("browser", String(64), primary_key=True),
    Column("mark", String(64), primary_key=True),
    Column("action", String(120), primary_key=True),
    Column("endpoint", String(80), nullable=False),
    Column("page", String(120), nullable=False),
    Column("version", Text, nullable=False),
    Column("fields", Text, nullable=False),
    Column("kept", Integer, nullable=False, index=True),
)
_d = draft_table.c
_SWEEP = 20
"""How many of others, whose time is over, one that is kept removes at the most."""


def keep(connection: Connection, browser: str, draft: Draft, now: int) -> None:
    """Keep what was typed in place of what was typed there before, and sweep away what waited too long."""
    _remove(connection, select(draft_table).where(_is_over(now)).limit(_SWEEP))
    content = {
        "endpoint": draft.endpoint,
        "page": draft.page,
        "version": json.dumps(draft.version),
        "fields": json.dumps(dict(draft.fields)),
        "kept": now,
    }
    named = {"browser": browser, "mark": draft.mark, "action": draft.action}
    upsert(connection, draft_table, {**named, **content})
    others = select(draft_table).where(_d.browser == browser, ~_is(browser, draft.mark, draft.action))
    _remove(connection, others.order_by(_d.kept.desc(), _d.action).offset(MOST - 1).limit(_SWEEP))


def of(connection: Connection, browser: str, now: int) -> Sequence[Draft]:
    """Return what waits in a browser, whosesoever, the latest first."""
    query = select(draft_table).where(_d.browser == browser, ~_is_over(now))
    return [_draft(row) for row in connection.execute(query.order_by(_d.kept.desc(), _d.action))]


def forget(connection: Connection, browser: str, mark: str, action: str) -> None:
    """Remove what was typed in one form by one person for one applicant."""
    connection.execute(delete(draft_table).where(_is(browser, mark, action)))


def _is_over(now: int) -> ColumnElement[bool]:
    # Also when the clock was set back since, so that nothing waits for ever.
    return or_(_d.kept <= now - KEPT_SECONDS, _d.kept >= now + KEPT_SECONDS)


def _is(browser: str, mark: str, action: str) -> ColumnElement[bool]:
    return and_(_d.browser == browser, _d.mark == mark, _d.action == action)


def _remove(connection: Connection, found: Select[Any]) -> None:
    for row in connection.execute(found).all():
        connection.execute(delete(draft_table).where(_is(row.browser, row.mark, row.action)))


def _draft(row: Row[Any]) -> Draft:
    return Draft(
        mark=row.mark,
        action=row.action,
        endpoint=row.endpoint,
        page=row.page,
        version=json.loads(row.version),
        fields=json.loads(row.fields),
    )
