"""What the tests of the whole share: the federation on one port, built once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mocks.core.tests.conftest import postgres, postgres_server
from mocks.federation import Federation
from mocks.settings import Settings
from mocks.tests.door import HOST

__all__ = ["Pair", "one_port", "pair", "postgres", "postgres_server"]

Pair = tuple[Federation, Federation]


@pytest.fixture(scope="session")
def one_port() -> Federation:
    """Build the federation as ``proefloket up`` does, without the server; leave its default world alone."""
    federation = Federation(Settings(url="http://127.0.0.1:8600"))
    federation.house.worlds.create("a")
    return federation


@pytest.fixture(params=["postgres", "folder"])
def pair(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Pair]:
    """Give two machines on one PostgreSQL database, or two workers on one folder."""
    where: dict[str, Any] = (
        {"database": request.getfixturevalue("postgres")}
        if request.param == "postgres"
        else {"data": tmp_path}
    )
    settings = Settings(url=f"http://{HOST}", **where)
    both = Federation(settings), Federation(settings)
    yield both
    for name in ("default", "a", "empty"):
        for one in both:
            one.house.worlds._storage.drop(name)
    for one in both:
        one.house.worlds.close()
