"""What lapsed is swept away: not at every addition, but as fast as it comes, and never what still counts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, text

from mocks.acm import store
from mocks.core.oauth import fingerprint
from mocks.core.store.sqlite import empty_database

NOW = 1_000_000


@pytest.fixture
def connection() -> Iterator[Connection]:
    """A connection to a world with nothing in it."""
    with empty_database().connect() as opened:
        yield opened


def count(connection: Connection) -> int:
    """Return how many codes are kept."""
    return int(connection.execute(text("SELECT count(*) FROM acm_code")).scalar_one())


def add(connection: Connection, number: int, now: float) -> None:
    """Keep a code for thirty seconds, under a fingerprint as codes have."""
    store.keep(connection, "code", fingerprint(f"code {number}"), "{}", now + 30, now)


def test_whatever_the_number_of_additions_the_table_stays_small(connection: Connection) -> None:
    for number in range(4_000):
        add(connection, number, NOW + number)  # One in a second, so that some six hundred are remembered.
    assert store.REMEMBERED <= count(connection) < store.REMEMBERED + 200


def test_an_addition_in_sixteen_sweeps_and_removes_as_many_as_came_since(connection: Connection) -> None:
    for number in range(1_000):
        store.keep(connection, "code", f"f{number}", "{}", NOW, NOW)
    late = NOW + store.REMEMBERED + 1
    store.keep(connection, "code", "1 does not sweep", "{}", late, late)
    assert count(connection) == 1_001
    store.keep(connection, "code", "0 does", "{}", late, late)
    assert count(connection) == 1_002 - 320


def test_what_still_counts_or_is_remembered_is_not_swept_away(connection: Connection) -> None:
    store.keep(connection, "code", "f", "{}", NOW, NOW)
    store.keep(connection, "code", "0 early", "{}", NOW, NOW + store.REMEMBERED - 1)
    assert count(connection) == 2
    assert store.find(connection, "code", "f") is not None
