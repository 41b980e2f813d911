"""What the tests of the kernel share: a PostgreSQL server, where one can be started."""

from __future__ import annotations

import os
import pwd
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine

_TOLD = "PROEFLOKET_TEST_DATABASE"
"""Names a database to use instead of starting a server; everything in it may be dropped."""

_RUNNING: list[str] = []
"""The server that another conftest, which borrows this fixture, started already."""


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """Start a PostgreSQL server of our own on a socket in a temporary folder, or skip."""
    told = os.environ.get(_TOLD) or next(iter(_RUNNING), None)
    if told:
        yield told
        return
    binaries = _binaries()
    if binaries is None:
        pytest.skip(f"no PostgreSQL server here: install Debian's postgresql, or set {_TOLD}")
    # A socket's path may not be longer than 107 octets, so that pytest's own folder will not do.
    folder = Path(tempfile.mkdtemp(prefix="pl-pg-"))
    user = _owner(folder)
    data = folder / "data"
    settings = f"-k {folder} -c listen_addresses='' -c fsync=off -c max_connections=200"
    try:
        _run(user, binaries / "initdb", "-D", data, "-U", "proefloket", "-A", "trust", "-E", "UTF8")
        _run(user, binaries / "pg_ctl", "-D", data, "-l", folder / "log", "-o", settings, "-w", "start")
        try:
            _RUNNING.append(f"postgresql+psycopg://proefloket@/postgres?host={folder}")
            yield _RUNNING[0]
        finally:
            _RUNNING.clear()
            _run(user, binaries / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder)


@pytest.fixture
def postgres(postgres_server: str) -> str:
    """Give the server without any world or secret of an earlier test."""
    engine = create_engine(postgres_server)
    with engine.begin() as connection:
        found = connection.exec_driver_sql(
            "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'world:%%' OR nspname = 'proefloket'"
        )
        for name in found.scalars().all():
            connection.exec_driver_sql(f'DROP SCHEMA "{name}" CASCADE')
    engine.dispose()
    return postgres_server


def _binaries() -> Path | None:
    """Return the folder of the newest server, on the path or where Debian keeps it."""
    found = shutil.which("initdb")
    if found is not None:
        return Path(found).resolve().parent
    kept = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"),
        key=lambda path: int(re.sub(r"\D", "", path.parts[-3]) or 0),
    )
    return kept[-1].parent if kept else None


def _owner(folder: Path) -> str | None:
    """Return the account that the server runs as; PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return None
    name = next((one.pw_name for one in pwd.getpwall() if one.pw_name == "postgres"), "nobody")
    shutil.chown(folder, name)
    return name


def _run(user: str | None, *command: object) -> None:
    words = [str(word) for word in command]
    subprocess.run(  # noqa: S603  # our own words
        words, user=user, check=True, cwd="/", stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, timeout=60
    )
