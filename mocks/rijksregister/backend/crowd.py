"""Many persons at once, for a generated population."""

from __future__ import annotations

from collections.abc import Sequence

from mocks.core.store import Connection
from mocks.rijksregister import store
from mocks.rijksregister.domain import Person


def settle(connection: Connection, persons: Sequence[Person]) -> None:
    """Register persons who were not there before.

    Raises:
        AlreadyThere: when one of them was.
    """
    store.put_new(connection, persons)
