"""What the tests of SSM share."""

from __future__ import annotations

import pytest

from mocks.core.tests.conftest import postgres, postgres_server
from mocks.ssm.tests.alone import SsmAlone

__all__ = ["postgres", "postgres_server", "ssm"]


@pytest.fixture
def ssm() -> SsmAlone:
    """Return an SSM without any mandate."""
    return SsmAlone()
