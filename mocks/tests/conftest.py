"""What the tests of the whole share: the federation on one port, built once."""

from __future__ import annotations

import pytest

from mocks.core.tests.conftest import postgres, postgres_server
from mocks.federation import Federation
from mocks.settings import Settings

__all__ = ["one_port", "postgres", "postgres_server"]


@pytest.fixture(scope="session")
def one_port() -> Federation:
    """Build the federation as ``proefloket up`` does, without the server; leave its default world alone."""
    federation = Federation(Settings(url="http://127.0.0.1:8600"))
    federation.house.worlds.create("a")
    return federation
