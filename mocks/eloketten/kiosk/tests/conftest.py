"""What the tests of KIOSK share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mocks.core.tests.alone import leave
from mocks.core.tests.conftest import postgres, postgres_server
from mocks.eloketten.kiosk.tests.alone import Browser, KioskAlone, storage_at
from mocks.eloketten.kiosk.tests.scim_client import ScimClient

__all__ = ["postgres", "postgres_server"]


@pytest.fixture
def kiosk() -> KioskAlone:
    """Return a KIOSK without dossiers."""
    return KioskAlone()


@pytest.fixture
def browser(kiosk: KioskAlone) -> Browser:
    """Return a browser that has not been anywhere."""
    return Browser(kiosk)


@pytest.fixture
def scim(kiosk: KioskAlone) -> ScimClient:
    """Return IDM as the SCIM client of a KIOSK that heard of nobody yet."""
    return ScimClient(kiosk)


@pytest.fixture(params=["files", "postgres"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return where the worlds are kept that several can use at once."""
    return request.getfixturevalue("postgres") if request.param == "postgres" else str(tmp_path / "worlds")


@pytest.fixture
def shared(place: str) -> Iterator[KioskAlone]:
    """Give a KIOSK whose store several can use at once."""
    storage = storage_at(place)
    yield KioskAlone(storage)
    leave(storage)
