"""Signing and stopping several mandates at once.

One transaction per mandate, and a result for each: every mandate is an agreement of its own between its own
two parties, so that one that cannot be signed is no reason to leave the others unsigned.

*Bron*: bulk actions (domain facts §5.1); how the real one reports them is not public.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mocks.core.errors import Refusal
from mocks.core.forms import read_line
from mocks.core.visit import Visit
from mocks.ssm.backend.mandates import Mandates
from mocks.ssm.domain.agents import Agent
from mocks.ssm.domain.mandates import Mandate
from mocks.ssm.domain.views import MOST_AT_ONCE, Chosen, Outcome
from mocks.ssm.errors import ConditionsNotRead, NothingChosen
from mocks.ssm.peers import Peers


class Bulk:
    """Several mandates of a party at once, during one visit."""

    def __init__(self, visit: Visit, peers: Peers) -> None:
        """Answer within ``visit``."""
        self._mandates = Mandates(visit, peers)

    def sign(self, agent: Agent, chosen: Sequence[Chosen]) -> tuple[Outcome, ...]:
        """Sign mandates for the agent's party; return what came of each, in the order asked.

        Raises:
            NothingChosen: when none, or more than ``MOST_AT_ONCE``, are named.
        """
        return _each(chosen, lambda one: self._mandates.sign(agent, one.number, one.seen))

    def stop(
        self, agent: Agent, chosen: Sequence[Chosen], *, conditions_read: bool, reason: str | None = None
    ) -> tuple[Outcome, ...]:
        """Stop mandates of the agent's party; return what came of each, in the order asked.

        Raises:
            NothingChosen: when none, or more than ``MOST_AT_ONCE``, are named.
            ConditionsNotRead: when it was not confirmed that they were.
            UnreadableText: when the reason cannot be kept.
        """
        read_line(reason, "De reden")
        if not conditions_read:
            raise ConditionsNotRead("Bevestig dat u de voorwaarden van het stopzetten gelezen hebt.")
        return _each(
            chosen,
            lambda one: self._mandates.stop(
                agent, one.number, conditions_read=True, reason=reason, seen=one.seen
            ),
        )


def _each(chosen: Sequence[Chosen], change: Callable[[Chosen], Mandate]) -> tuple[Outcome, ...]:
    if not 1 <= len(chosen) <= MOST_AT_ONCE:
        raise NothingChosen(f"Kies 1 tot {MOST_AT_ONCE} mandaten; dit zijn er {len(chosen)}.")
    return tuple(_outcome(one, change) for one in chosen)


def _outcome(one: Chosen, change: Callable[[Chosen], Mandate]) -> Outcome:
    try:
        return Outcome(one.number, change(one))
    except Refusal as refusal:
        return Outcome(one.number, None, refusal.code, refusal.sentence)
