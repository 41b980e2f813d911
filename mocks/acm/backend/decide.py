"""Gathering the facts about a person and deciding on them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from mocks.acm.domain.decision import decide, proves, strongest_key
from mocks.acm.domain.eloket import Eloket
from mocks.acm.domain.facts import Facts, names_person
from mocks.acm.domain.means import MEANS
from mocks.acm.domain.verdict import Decision
from mocks.acm.peers import Peers
from mocks.core.clock import Period
from mocks.core.identifiers import Insz
from mocks.core.statements import Gathered
from mocks.core.visit import Visit


@dataclass(frozen=True)
class Decider:
    """Decides during one visit, on what the peers state.

    Attributes:
        visit: where, and when: its day is the day that counts, unless another one is asked about.
        peers: whom to ask.
        day: the day that is asked about, with the facts as they stand in the visit; None for today.
    """

    visit: Visit
    peers: Peers
    day: date | None = None

    @property
    def today(self) -> date:
        """The day for which is decided."""
        return self.day or self.visit.clock.today

    def facts(self, insz: Insz, about: str | None = None, *, narrow: bool = False) -> Facts:
        """Return everything that is stated about a person, and about one organisation or person more.

        With ``narrow`` only the mandates of that one are looked at: a holder may have a thousand others.
        Who signs in again while nothing changed in the whole world is not asked about again.
        """
        visit = self.visit
        changes, now = visit.state.changes, visit.clock.token_now
        key = (visit.state.incarnation, visit.clock.today, insz, about, narrow)
        kept = visit.house.statements.get(key, changes, now)
        if isinstance(kept, Gathered):
            return cast(Facts, kept.whole)
        facts = self._gathered(insz, about, narrow)
        if facts.settled:
            visit.house.statements.put(key, Gathered(changes, visit.heard_until, facts))
        return facts

    def _gathered(self, insz: Insz, about: str | None, narrow: bool) -> Facts:
        functions = self.peers.functions.held_by(insz)
        employment = self.peers.work_relations.of(insz)
        appointments = self.peers.appointments.of(insz)
        known = Facts(insz, None, functions=functions, employment=employment, appointments=appointments)
        mandates = tuple(
            one
            for holder in sorted(known.holders())
            for one in self.peers.mandates.held_by(holder)
            if not narrow or one.mandator == about
        )
        numbers = set(known.numbers()) | {one.through for one in functions if one.through}
        numbers |= {one.mandator for one in mandates} | ({about} if about is not None else set())
        persons = {number for number in numbers if names_person(number)}
        found = {number: self.peers.extracts.organisation(number) for number in sorted(numbers - persons)}
        mandators = {number: self.peers.identities.person(Insz(number)) for number in sorted(persons)}
        return replace(
            known,
            mandates=mandates,
            mandators={number: one for number, one in mandators.items() if one is not None},
            person=self.peers.identities.person(insz),
            keys=self.peers.digital_keys.keys(insz),
            organisations={number: one for number, one in found.items() if one is not None},
        )

    def after_sign_in(self, facts: Facts, eloket: Eloket, key: str | None, about: str | None) -> Facts:
        """Return the facts as they stand once this person signed in with a key, without passing FAS.

        An appointment in BTB begins at the appointee's first sign-in; FAS tells BTB so, and here we do.
        Whether the e-loket then lets the person in does not matter to that.
        """
        if not facts.awaits_sign_in or not proves(facts, eloket, self.today, key):
            return facts
        self.peers.signed_in(facts.insz)
        return self.facts(facts.insz, about, narrow=about is not None)

    def foreseen(self, facts: Facts, eloket: Eloket, key: str | None) -> Facts:
        """Return the facts as :meth:`after_sign_in` would leave them, and change nothing."""
        if not facts.awaits_sign_in or not proves(facts, eloket, self.today, key):
            return facts
        began = Period(self.today)
        return replace(
            facts,
            appointments=tuple(
                one if one.period is not None else replace(one, period=began) for one in facts.appointments
            ),
        )

    def decide(self, facts: Facts, eloket: Eloket, key: str | None, about: str | None = None) -> Decision:
        """Return every verdict about a person at an e-loket, today."""
        return decide(facts, eloket, self.today, key, about)

    def strongest_key(
        self, facts: Facts, eloket: Eloket, allowed: tuple[str, ...] = tuple(MEANS)
    ) -> str | None:
        """Return the person's strongest key that works today and that the e-loket accepts."""
        return strongest_key(facts, eloket, self.today, allowed)
