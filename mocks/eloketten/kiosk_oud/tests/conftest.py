"""What the tests of the old KIOSK share."""

from __future__ import annotations

import pytest

from mocks.eloketten.kiosk_oud.tests.visitor import LAST_MINUTE, Visitor
from mocks.pytest_plugin import FederationInTest


@pytest.fixture
def visitor(federation: FederationInTest) -> Visitor:
    """Return a browser in the last minute of the old KIOSK."""
    federation.set_clock(LAST_MINUTE)
    return Visitor(federation)
