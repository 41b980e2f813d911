"""Statements of the hot path, handed straight to the driver.

SQLAlchemy compiles a statement once, but at every execution makes a context and a result, which costs many
times what SQLite needs for a row by its key.  A statement that every sign-in runs is :class:`Prepared`;
every other one stays Core's own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import Connection, Dialect, Select
from sqlalchemy.sql import Executable
from sqlalchemy.sql.compiler import SQLCompiler

from mocks.core.store.database import under_way

Process = Callable[[Any], Any]


@dataclass(frozen=True)
class _Plan:
    """A statement in one dialect.

    Attributes:
        text: the statement, as the driver takes it.
        order: the names of its parameters where the driver counts them; empty where it names them.
        fixed: the values that stand in the statement itself.
        binds: what becomes of a value on its way in, by name.
        results: what becomes of each column on its way out; empty when nothing does.
    """

    text: str
    order: tuple[str, ...]
    fixed: Mapping[str, Any]
    binds: Mapping[str, Process]
    results: tuple[Process | None, ...]


class Prepared:
    """A Core statement that is compiled once per dialect; types keep their meaning."""

    def __init__(self, statement: Executable) -> None:
        """Prepare a statement whose ``bindparam`` have names; nothing is compiled before it is used."""
        self._statement = statement
        self._plans: dict[str, _Plan] = {}

    def run(self, connection: Connection, **values: Any) -> int:  # noqa: ANN401  # whatever its columns take
        """Run it in the connection's transaction, begun if need be; return how many rows it changed."""
        return int(self._cursor(connection, self._plan(connection), values).rowcount)

    def first(self, connection: Connection, **values: Any) -> tuple[Any, ...] | None:  # noqa: ANN401  # likewise
        """Run a query likewise; return its first row, or None."""
        plan = self._plan(connection)
        row: Sequence[Any] | None = self._cursor(connection, plan, values).fetchone()
        if row is None:
            return None
        if not plan.results:
            return tuple(row)
        return tuple(
            value if process is None else process(value)
            for value, process in zip(row, plan.results, strict=True)
        )

    @staticmethod
    def _cursor(connection: Connection, plan: _Plan, values: dict[str, Any]) -> Any:  # noqa: ANN401  # a driver's
        for name, process in plan.binds.items():
            values[name] = process(values[name])
        given = {**plan.fixed, **values} if plan.fixed else values
        # Both drivers, sqlite3 and psycopg, execute on the connection itself and give a cursor.
        driver = cast(Any, connection.connection.driver_connection)
        if not under_way(connection, driver):
            connection.begin()
        return driver.execute(plan.text, [given[name] for name in plan.order] if plan.order else given)

    def _plan(self, connection: Connection) -> _Plan:
        name = connection.dialect.name
        plan = self._plans.get(name)
        if plan is None:
            plan = self._plans[name] = _plan_of(self._statement, connection.dialect)
        return plan


def _plan_of(statement: Executable, dialect: Dialect) -> _Plan:
    compiled = cast(SQLCompiler, cast(Any, statement).compile(dialect=dialect))
    binds = {
        name: process
        for name, bind in compiled.binds.items()
        if (process := bind.type.dialect_impl(dialect).bind_processor(dialect)) is not None
    }
    fixed = {name: bind.effective_value for name, bind in compiled.binds.items() if not bind.required}
    for name in binds.keys() & fixed.keys():
        fixed[name] = binds.pop(name)(fixed[name])
    results: tuple[Process | None, ...] = ()
    # PostgreSQL tells of each column what it is, and psycopg gives it as that; SQLite has texts and numbers.
    if isinstance(statement, Select) and dialect.name == "sqlite":
        results = tuple(
            column.type.dialect_impl(dialect).result_processor(dialect, None)
            for column in statement.selected_columns
        )
    order = tuple(compiled.positiontup or ())
    return _Plan(compiled.string, order, fixed, binds, results if any(results) else ())
