"""Transferring a mandate to another holder: a new mandate that takes the place of the old one once signed.

*Bron*: transfer to a new mandate holder (domain facts §5.1).  How it goes is a guess: the old mandate goes on
until the new holder, and the mandator, have signed.
"""

from __future__ import annotations

from dataclasses import replace

from mocks.core.clock import Period
from mocks.core.visit import Visit
from mocks.ssm.backend.book import Actor, booking
from mocks.ssm.backend.lists import Lists
from mocks.ssm.backend.mandates import Mandates, check_there, made_lines
from mocks.ssm.domain import changing, granting
from mocks.ssm.domain.agents import Agent
from mocks.ssm.domain.history import Action
from mocks.ssm.domain.mandates import Creation, Mandate, MandateNumber, Side, Signature
from mocks.ssm.domain.parties import Party
from mocks.ssm.peers import Peers


class Transfers:
    """Transfers that a party proposes, during one visit; they are signed and stopped as any mandate."""

    def __init__(self, visit: Visit, peers: Peers) -> None:
        """Answer within ``visit``."""
        self._visit = visit
        self._mandates = Mandates(visit, peers)
        self._lists = Lists(visit)

    def propose(self, agent: Agent, number: MandateNumber, holder: Party, seen: int | None = None) -> Mandate:
        """Propose another holder; return the new mandate, which waits for its signatures.

        The mandator signs by proposing, so that only the new holder must sign.  When the holder proposes it,
        the mandator must sign as well (guess: nobody gets a holder whom he did not choose).

        Raises:
            UnknownMandate, NotAParty, ChangedMeanwhile: when there is nothing to transfer.
            MandateStopped, MandateEnded, NotYetConcluded, TransferUnderWay, TransferToSameHolder: by what it
                is now.
            MandateExists, TooManyMandates: by what the new holder has.
            Refusal: every reason of ``granting.PARTIES``.
        """
        glimpsed, today = self._lists.find(agent, number), self._visit.clock.today
        side = glimpsed.side_of(agent.party)
        asked = changing.Case(glimpsed, agent.party, today, holder=holder)
        changing.check(asked, changing.TRANSFERRING)
        made = Mandate(
            number=MandateNumber(today.year, 0),
            type=glimpsed.type,
            mandator=glimpsed.mandator,
            holder=holder,
            # The first day is set anew with the last signature.
            period=Period(max(today, glimpsed.period.begin), glimpsed.end),
            creation=Creation(agent.insz, self._visit.clock.now, agent.party),
            mandator_signature=Signature(agent.insz, today) if side is Side.MANDATOR else None,
            replaces=number,
        )
        case = self._mandates.case(made)
        granting.check(case, (granting.type_is_available, *granting.PARTIES))
        self._visit.require_safe(holder.number)
        with booking(self._visit, Actor.of(agent)) as book:
            old = book.mandate(number, seen)
            changing.check(replace(asked, mandate=old), changing.TRANSFERRING)
            made = replace(made, number=book.next_number(), period=Period(made.period.begin, old.end))
            check_there(book, case, made)
            told = f"Wacht op overdracht aan {case.holder.name} met {made.number}."
            book.put(replace(old, successor=made.number), (Action.TRANSFER, told))
            lines = made_lines(made, side if side is Side.MANDATOR else None)
            return book.put(made, (Action.TRANSFER, f"In de plaats van {number}."), *lines)
