"""The history of mandates and of parties, in pieces, newest first."""

from __future__ import annotations

from collections.abc import Sequence

from mocks.core.visit import Visit
from mocks.ssm import store
from mocks.ssm.backend.lists import Lists
from mocks.ssm.domain.agents import Agent
from mocks.ssm.domain.history import Entry
from mocks.ssm.domain.mandates import MandateNumber
from mocks.ssm.domain.views import MOST_PER_PAGE, Page
from mocks.ssm.errors import MalformedCursor


class History:
    """The history, during one visit."""

    def __init__(self, visit: Visit) -> None:
        """Answer within ``visit``."""
        self._visit = visit

    def of_mandate(
        self, agent: Agent, number: MandateNumber, after: str | None = None, limit: int = 25
    ) -> Page[Entry]:
        """Return what happened to a mandate of the agent's party.

        Raises:
            UnknownMandate: when there is none that concerns this party.
            MalformedCursor: when ``after`` is not the ``next`` of a piece.
        """
        limit = max(1, min(limit, MOST_PER_PAGE))
        Lists(self._visit).find(agent, number)
        return _page(store.history.of_mandate(self._visit.reading, number, _before(after), limit + 1), limit)

    def of_party(self, agent: Agent, after: str | None = None, limit: int = 25) -> Page[Entry]:
        """Return what happened to the mandates that the agent's party gives and holds.

        Raises:
            MalformedCursor: when ``after`` is not the ``next`` of a piece.
        """
        limit = max(1, min(limit, MOST_PER_PAGE))
        found = store.history.of_party(self._visit.reading, agent.party, _before(after), limit + 1)
        return _page(found, limit)


def _before(after: str | None) -> int | None:
    if not after:
        return None
    if not (after.isascii() and after.isdigit() and len(after) < 10):
        raise MalformedCursor("Deze plaats in de lijst bestaat niet. Begin opnieuw bij het begin.")
    return int(after)


def _page(found: Sequence[Entry], limit: int) -> Page[Entry]:
    shown = found[:limit]
    return Page(tuple(shown), str(shown[-1].number) if len(found) > limit else None)
