"""What the tests of KIOSK share."""

from __future__ import annotations

import pytest

from mocks.core.tests.conftest import postgres, postgres_server
from mocks.eloketten.kiosk.tests.alone import Browser, KioskAlone
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
