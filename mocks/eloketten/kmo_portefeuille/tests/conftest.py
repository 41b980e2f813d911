"""What the tests of the kmo-portefeuille share."""

from __future__ import annotations

import pytest

from mocks.core.tests.conftest import postgres, postgres_server
from mocks.eloketten.kmo_portefeuille.tests.visitor import Visitor
from mocks.pytest_plugin import FederationInTest

__all__ = ["postgres", "postgres_server"]


@pytest.fixture
def visitor(federation: FederationInTest) -> Visitor:
    """Give a browser in which nobody is signed in."""
    return Visitor(federation)
