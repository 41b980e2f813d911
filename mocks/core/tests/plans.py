"""What SQLite runs during a use case, and how it would go about each query."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from typing import cast

from mocks.core.visit import Visit


def statements_of(visit: Visit, use: Callable[[], object]) -> list[str]:
    """Return every statement that a use case runs in a visit, its values written out."""
    seen: list[str] = []
    driver = cast(sqlite3.Connection, visit.reading.connection.driver_connection)
    driver.set_trace_callback(seen.append)
    try:
        use()
    finally:
        driver.set_trace_callback(None)
    return seen


def plans_of(visit: Visit, statements: Iterable[str], tables: str) -> Iterator[tuple[str, str]]:
    """Give each step of SQLite's plan of each query on tables whose names begin with ``tables``."""
    for text in statements:
        if text.startswith(("SELECT", "UPDATE", "DELETE")) and tables in text:
            for row in visit.reading.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}"):
                yield text, str(row.detail)
