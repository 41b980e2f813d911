"""What the tests of SSM share."""

from __future__ import annotations

import pytest

from mocks.core.tests.conftest import postgres, postgres_server
from mocks.pytest_plugin import FederationInTest
from mocks.ssm.tests.alone import SsmAlone
from mocks.ssm.tests.page_visitor import Visitor

__all__ = ["postgres", "postgres_server", "ssm"]


@pytest.fixture
def ssm() -> SsmAlone:
    """Return an SSM without any mandate."""
    return SsmAlone()


@pytest.fixture
def mieke(federation: FederationInTest) -> Visitor:
    """A mandate manager of De Kade, at the home page."""
    return Visitor(federation).sign_in("mieke", "de-kade")


@pytest.fixture
def karel(federation: FederationInTest) -> Visitor:
    """The legal representative of Cijferwijs, with two mandates to sign and one that works."""
    return Visitor(federation).sign_in("karel", "cijferwijs")
