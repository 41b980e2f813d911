"""What the tests of IDM share."""

from __future__ import annotations

import pytest

from mocks.core.tests.conftest import postgres, postgres_server
from mocks.idm.tests.alone import IdmAlone

__all__ = ["idm", "postgres", "postgres_server"]


@pytest.fixture
def idm() -> IdmAlone:
    """Return an IDM that knows nobody yet."""
    return IdmAlone()
