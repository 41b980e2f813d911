"""Concluding, signing, lengthening and stopping mandates.

*Bron*: domain facts §5.1.  The KBO, the Rijksregister and IDM are asked first; what follows from the mandates
themselves is looked at again in the transaction of the change, so that of two who change one at once one is
refused and told.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from mocks.core.clock import Period
from mocks.core.forms import read_line
from mocks.core.visit import Visit
from mocks.ssm import store
from mocks.ssm.backend.book import Actor, Book, booking
from mocks.ssm.backend.lists import Lists
from mocks.ssm.backend.parties import Parties
from mocks.ssm.domain import changing, granting
from mocks.ssm.domain.agents import Agent
from mocks.ssm.domain.forms import date_text
from mocks.ssm.domain.granting import MOST_HELD, Wish
from mocks.ssm.domain.history import Action
from mocks.ssm.domain.mandates import Creation, Mandate, MandateNumber, Side, Signature, Stop
from mocks.ssm.peers import Peers


class Mandates:
    """The mandates that a party gives and holds, during one visit."""

    def __init__(self, visit: Visit, peers: Peers) -> None:
        """Answer within ``visit``."""
        self._visit = visit
        self._parties = Parties(visit, peers)
        self._lists = Lists(visit)

    def conclude(self, agent: Agent, wish: Wish) -> Mandate:
        """Make a mandate on behalf of one of its parties, which signs it by that.

        Raises:
            NotAParty: when the agent acts for neither of them.
            Refusal: every reason of ``granting.CONCLUDING``.
            CouldBeReal: when a number could be real and the house does not allow that.
        """
        today = self._visit.clock.today
        made = Mandate(
            number=MandateNumber(today.year, 0),
            type=wish.type,
            mandator=wish.mandator,
            holder=wish.holder,
            period=wish.period(today),
            creation=Creation(agent.insz, self._visit.clock.now, agent.party),
        )
        if wish.mandator != wish.holder:
            made = made.signed_by(made.side_of(agent.party), Signature(agent.insz, today))
        case = self.case(made)
        granting.check(case, (granting.type_is_available, *granting.PARTIES, *granting.DAYS))
        for party in (wish.mandator, wish.holder):
            self._visit.require_safe(party.number)
        with booking(self._visit, Actor.of(agent)) as book:
            made = replace(made, number=book.next_number())
            check_there(book, case, made)
            return book.put(made, *made_lines(made, made.side_of(agent.party)))

    def sign(self, agent: Agent, number: MandateNumber, seen: int | None = None) -> Mandate:
        """Sign a mandate for the agent's party; with the last signature it starts, on its begin or at once.

        Raises:
            UnknownMandate, NotAParty, ChangedMeanwhile: when there is nothing to sign.
            MandateStopped, MandateEnded, AlreadySigned: by what the mandate is now.
            Refusal: every reason of ``granting.PARTIES``.
        """
        glimpsed = self._lists.find(agent, number)
        side, today = glimpsed.side_of(agent.party), self._visit.clock.today
        changing.check(changing.Case(glimpsed, agent.party, today), changing.SIGNING)
        granting.check(self.case(glimpsed), (granting.type_is_available, *granting.PARTIES))
        with booking(self._visit, Actor.of(agent)) as book:
            mandate = book.mandate(number, seen)
            changing.check(changing.Case(mandate, agent.party, today), changing.SIGNING)
            signed = mandate.signed_by(side, Signature(agent.insz, today))
            line = (Action.SIGNED, f"Door de {side.label}.")
            if not signed.signed:
                return book.put(signed, line)
            old = book.related(signed.replaces)
            if old is not None:
                begin = max(today, old.period.begin)
                signed = replace(signed, period=Period(begin, signed.end))
                _hand_over(book, old, signed, agent)
            return book.put(signed, line, (Action.STARTED, f"Werkt vanaf {date_text(signed.works_from)}."))

    def lengthen(
        self, agent: Agent, number: MandateNumber, end: date | None, seen: int | None = None
    ) -> Mandate:
        """Give a mandate a later end, or none; the other party need not consent.

        Raises:
            UnknownMandate, NotAParty, ChangedMeanwhile: when there is nothing to lengthen.
            MandateStopped, MandateEnded, NotYetConcluded, TransferUnderWay, NotLonger: by what it is now.
            MandateExists: when the same two have another one on the days that come with it.
            Refusal: every reason of ``granting.PARTIES``.
        """
        glimpsed = self._lists.find(agent, number)
        glimpsed.side_of(agent.party)
        asked = changing.Case(glimpsed, agent.party, self._visit.clock.today, end=end)
        changing.check(asked, changing.LENGTHENING)
        case = self.case(glimpsed)
        granting.check(case, granting.PARTIES)
        with booking(self._visit, Actor.of(agent)) as book:
            mandate = book.mandate(number, seen)
            changing.check(replace(asked, mandate=mandate), changing.LENGTHENING)
            longer = replace(mandate, period=Period(mandate.period.begin, end))
            book.hold_numbers()
            between = store.mandates.between(
                book.connection, longer.mandator, longer.holder, longer.period.begin
            )
            others = tuple(one for one in between if one.number != number)
            granting.check(
                replace(case, period=longer.period, between=others), (granting.is_not_there_already,)
            )
            told = f"Einde van {date_text(mandate.end)} naar {date_text(end)}."
            return book.put(longer, (Action.CHANGED, told))

    def stop(
        self,
        agent: Agent,
        number: MandateNumber,
        *,
        conditions_read: bool,
        reason: str | None = None,
        seen: int | None = None,
    ) -> Mandate:
        """Stop a mandate, signed or not: from today on it does not work; the other party need not consent.

        A transfer that it waits for lapses; when it is itself the transfer, the old mandate simply goes on.

        Raises:
            UnknownMandate, ChangedMeanwhile: when there is nothing to stop.
            MandateStopped, MandateEnded, ConditionsNotRead: by what it is now.
            UnreadableText: when the reason cannot be kept.
        """
        told = read_line(reason, "De reden")
        glimpsed, today = self._lists.find(agent, number), self._visit.clock.today
        asked = changing.Case(glimpsed, agent.party, today, conditions_read=conditions_read)
        changing.check(asked, changing.STOPPING)
        with booking(self._visit, Actor.of(agent)) as book:
            mandate = book.mandate(number, seen)
            changing.check(replace(asked, mandate=mandate), changing.STOPPING)
            stop = Stop(agent.insz, today, told)
            successor = book.related(mandate.successor)
            if successor is not None:
                lapsed = Stop(agent.insz, today, f"{number} is stopgezet voor de overdracht.")
                book.put(replace(successor, stop=lapsed), (Action.STOPPED, lapsed.reason or ""))
            old = book.related(mandate.replaces) if not mandate.signed else None
            if old is not None and old.successor == number:
                book.put(replace(old, successor=None), (Action.CHANGED, "De overdracht gaat niet door."))
            detail = told or "Zonder reden."
            return book.put(replace(mandate, stop=stop, successor=None), (Action.STOPPED, detail))

    def case(self, mandate: Mandate) -> granting.Case:
        """Return what the checks of a mandate look at, as the other authorities state it."""
        return granting.Case(
            type=mandate.type,
            mandator=self._parties.file(mandate.mandator),
            holder=self._parties.file(mandate.holder),
            period=mandate.period,
            today=self._visit.clock.today,
        )


def check_there(book: Book, case: granting.Case, made: Mandate) -> None:
    """Check a new mandate against those that are there, within its transaction.

    Raises:
        MandateExists: when the same is there already.
        TooManyMandates: when the holder has as many as a statement can carry.
    """
    between = store.mandates.between(book.connection, made.mandator, made.holder, made.period.begin)
    room = store.mandates.has_room(book.connection, made.holder, book.today, MOST_HELD)
    granting.check(replace(case, between=between, room=room), granting.THERE)


def made_lines(made: Mandate, side: Side | None) -> list[tuple[Action, str]]:
    """Return what the history tells of a mandate that one side, or nobody yet, has signed."""
    period = f"{made.type.name}, van {date_text(made.period.begin)} tot {date_text(made.end)}."
    signed = [(Action.SIGNED, f"Door de {side.label}.")] if side is not None else []
    missing = [one for one in Side if one is not side]
    waits = (Action.AWAITS, f"Door de {' en de '.join(one.label for one in missing)}.")
    return [(Action.CREATED, period), *signed, waits]


def _hand_over(book: Book, old: Mandate, new: Mandate, agent: Agent) -> None:
    """Stop the mandate whose place another one takes, on the day on which that starts."""
    if old.stop is not None:
        return
    reason = f"Overgedragen aan {new.holder.display} met {new.number}."
    stopped = replace(old, stop=Stop(agent.insz, book.today, reason))
    book.put(stopped, (Action.TRANSFER, reason), (Action.STOPPED, reason))
