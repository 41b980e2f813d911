"""What the tests of IDM share."""

from __future__ import annotations

import pytest

from mocks.idm.tests.alone import IdmAlone


@pytest.fixture
def idm() -> IdmAlone:
    """Return an IDM that knows nobody yet."""
    return IdmAlone()
