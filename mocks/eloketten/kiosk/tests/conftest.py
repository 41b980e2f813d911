"""What the tests of KIOSK share."""

from __future__ import annotations

import pytest

from mocks.eloketten.kiosk.tests.alone import Browser, KioskAlone


@pytest.fixture
def kiosk() -> KioskAlone:
    """Return a KIOSK without dossiers."""
    return KioskAlone()


@pytest.fixture
def browser(kiosk: KioskAlone) -> Browser:
    """Return a browser that has not been anywhere."""
    return Browser(kiosk)
