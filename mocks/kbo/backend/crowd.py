"""Many enterprises and functions at once, for a generated population."""

from __future__ import annotations

from collections.abc import Sequence

from mocks.core.store import Connection
from mocks.kbo import store
from mocks.kbo.domain import AT_ONCE, Enterprise, Function


def settle(connection: Connection, enterprises: Sequence[Enterprise], functions: Sequence[Function]) -> None:
    """Register enterprises with the functions in them, as others have seen them ever since.

    Raises:
        AlreadyThere: when one was registered.
    """
    store.publication.write_alone(connection)
    store.enterprises.put_new(connection, enterprises, AT_ONCE)
    store.functions.put_new(connection, functions, AT_ONCE)
    persons = [one.person for one in functions if one.person is not None]
    store.publication.publish(connection, [*(one.number for one in enterprises), *persons], [AT_ONCE])
