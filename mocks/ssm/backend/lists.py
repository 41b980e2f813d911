"""The frames of the home screen, searching, and one mandate."""

from __future__ import annotations

from mocks.core.visit import Visit
from mocks.ssm import store
from mocks.ssm.backend.book import unknown
from mocks.ssm.domain.agents import Agent
from mocks.ssm.domain.mandates import Mandate, MandateNumber
from mocks.ssm.domain.parties import Party
from mocks.ssm.domain.views import MOST_PER_PAGE, Page, Place, Search


class Lists:
    """The mandates of a party, during one visit."""

    def __init__(self, visit: Visit) -> None:
        """Answer within ``visit``."""
        self._visit = visit

    def page(
        self, agent: Agent, search: Search | None = None, after: str | None = None, limit: int = 25
    ) -> Page[Mandate]:
        """Return a piece of the mandates of the agent's party, in the order of the search.

        *Bron*: the frames and the search fields of financien.belgium.be (domain facts §5.1).

        Raises:
            MalformedCursor: when ``after`` is not the ``next`` of a piece.
        """
        limit = max(1, min(limit, MOST_PER_PAGE))
        reading, today = self._visit.reading, self._visit.clock.today
        place = Place.read(after)
        found = store.search.of_party(reading, agent.party, search or Search(), today, place, limit + 1)
        shown = found[:limit]
        following = str(shown[-1][0]) if len(found) > limit else None
        return Page(tuple(mandate for _, mandate in shown), following)

    def by_text(self, agent: Agent, text: str, after: str | None = None, limit: int = 25) -> Page[Mandate]:
        """Return the mandate of a number, or those with the party of a number; nothing for a strange mandate.

        Raises:
            MalformedNumber, MalformedParty, IdentifierRefusal: when the text is no number of either.
            MalformedCursor: when ``after`` is not the ``next`` of a piece.
        """
        if not text.strip().upper().startswith("M"):
            return self.page(agent, Search(other=Party.read(text)), after, limit)
        found = store.mandates.find(self._visit.reading, MandateNumber.parse(text))
        mine = found is not None and found.concerns(agent.party)
        return Page((found,) if mine and found is not None else (), None)

    def find(self, agent: Agent, number: MandateNumber) -> Mandate:
        """Return a mandate of the agent's party.

        Raises:
            UnknownMandate: when there is none, or none that concerns this party.
        """
        found = store.mandates.find(self._visit.reading, number)
        if found is None or not found.concerns(agent.party):
            raise unknown(number)
        return found
