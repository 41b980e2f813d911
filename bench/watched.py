"""A federation that is watched: the memory of its processes, and the rows and bytes of its store."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

PASSING = (
    "acm_sign_in",
    "acm_session",
    "acm_code",
    "acm_token",
    "csam_attempt",
    "csam_session",
    "csam_code",
    "csam_access_token",
    "eloket_session",
    "kiosk_session",
    "kmo_session",
)
"""The tables of what a sign-in leaves behind, which has a lifetime."""

_PAGE = os.sysconf("SC_PAGE_SIZE")


def workers_of(server: int) -> list[int]:
    """Return the processes that answer for a server.

    *Bron*: proc(5); the children of a process are those of its threads.
    """
    found: list[int] = []
    for task in Path(f"/proc/{server}/task").glob("*/children"):
        found += [int(word) for word in task.read_text(encoding="ascii").split()]
    return sorted(found)


def resident(pids: list[int]) -> float:
    """Return the memory that processes hold together, in MiB: what is resident, shared pages counted each."""
    pages = sum(int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]) for pid in pids)
    return pages * _PAGE / 2**20


class Store:
    """The SQLite file of the default world in a folder of ``proefloket up --data``, only read."""

    def __init__(self, data: Path) -> None:
        """Watch the default world in ``data``."""
        worlds = data / "worlds"
        self._file = worlds / (worlds / "default.world").read_text(encoding="utf-8")

    @property
    def octets(self) -> int:
        """How large it is, what waits in its log included."""
        beside = (self._file, self._file.with_name(f"{self._file.name}-wal"))
        return sum(one.stat().st_size for one in beside if one.exists())

    def rows(self) -> Mapping[str, int]:
        """Return how many rows each table has."""
        with closing(self._connect()) as connection:
            found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            names = [str(name) for (name,) in found]
            counts = (connection.execute(f'SELECT count(*) FROM "{name}"').fetchone() for name in names)  # noqa: S608  # names of our own tables
            return dict(zip(names, (int(count) for (count,) in counts), strict=True))

    def passing(self) -> frozenset[tuple[str, str]]:
        """Return the key of everything that sign-ins left behind, with its table."""
        found: set[tuple[str, str]] = set()
        with closing(self._connect()) as connection:
            for table in PASSING:
                (key,) = (row[1] for row in connection.execute(f"PRAGMA table_info({table})") if row[5] == 1)
                rows = connection.execute(f'SELECT "{key}" FROM {table}')  # noqa: S608  # names of our own
                found |= {(table, str(one)) for (one,) in rows}
        return frozenset(found)

    def _connect(self) -> sqlite3.Connection:
        return sqlite3.connect(f"file:{self._file}?mode=ro", uri=True, timeout=30)


def grown(before: Mapping[str, int], after: Mapping[str, int]) -> dict[str, int]:
    """Return by how many rows each table changed, those left out that did not."""
    return {name: after[name] - before.get(name, 0) for name in after if after[name] != before.get(name, 0)}
