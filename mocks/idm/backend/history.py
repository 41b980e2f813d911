"""The history of persons and of organisations, in pieces, newest first."""

from __future__ import annotations

from collections.abc import Sequence

from mocks.core.identifiers import Insz
from mocks.core.visit import Visit
from mocks.idm import store
from mocks.idm.domain.administrator import Administrator
from mocks.idm.domain.history import Entry
from mocks.idm.domain.views import MOST_PER_PAGE, Page
from mocks.idm.errors import MalformedCursor


class History:
    """The history, during one visit."""

    def __init__(self, visit: Visit) -> None:
        """Answer within ``visit``."""
        self._visit = visit

    def of_person(
        self, administrator: Administrator, insz: Insz, after: str | None = None, limit: int = 25
    ) -> Page[Entry]:
        """Return what happened to a person at the administrator's organisation ("Historiek").

        What concerns the person alone, such as becoming Actief, is told to every organisation.

        Raises:
            MalformedCursor: when ``after`` is not the ``next`` of a piece.
        """
        limit = max(1, min(limit, MOST_PER_PAGE))
        number = administrator.organisation.number
        found = store.history.of_person(self._visit.reading, insz, number, read_number(after), limit + 1)
        return _page(found, limit)

    def of_organisation(
        self, administrator: Administrator, after: str | None = None, limit: int = 25
    ) -> Page[Entry]:
        """Return what happened at the administrator's organisation.

        Raises:
            MalformedCursor: when ``after`` is not the ``next`` of a piece.
        """
        limit = max(1, min(limit, MOST_PER_PAGE))
        number = administrator.organisation.number
        found = store.history.of_organisation(self._visit.reading, number, read_number(after), limit + 1)
        return _page(found, limit)


def read_number(after: str | None) -> int | None:
    """Return the number in a cursor, or None for the first piece.

    Raises:
        MalformedCursor: when it is none.
    """
    if not after:
        return None
    if not (after.isascii() and after.isdigit() and len(after) < 10):
        raise MalformedCursor("Deze plaats in de lijst bestaat niet. Begin opnieuw bij het begin.")
    return int(after)


def _page(found: Sequence[Entry], limit: int) -> Page[Entry]:
    shown = found[:limit]
    return Page(tuple(shown), str(shown[-1].number) if len(found) > limit else None)
