"""Many mandates at once, for a generated population; their history begins with the first change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mocks.core.store import Connection
from mocks.ssm import store
from mocks.ssm.domain.mandates import Mandate


def settle(connection: Connection, mandates: Sequence[Mandate]) -> None:
    """Conclude mandates, as they were on the day on which each was made.

    Raises:
        AlreadyThere: when one was concluded.
    """
    kept = [replace(one, changed_on=one.creation.at.date(), revision=1) for one in mandates]
    store.mandates.put_new(connection, kept)
