"""Explaining who may act for whom, before anybody signs in."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from mocks.acm import store
from mocks.acm.backend import clients
from mocks.acm.backend.decide import Decider
from mocks.acm.domain.eloket import Eloket
from mocks.acm.domain.means import MEANS
from mocks.acm.domain.verdict import Identity, Verdict
from mocks.acm.errors import UnknownEloket, UnknownMockValue, UnknownWho, listed
from mocks.acm.peers import Peers
from mocks.core.errors import Refusal
from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.core.visit import Visit


@dataclass(frozen=True)
class Explanation:
    """Why somebody may or may not act for somebody at an e-loket.

    Attributes:
        who: the name of the person.
        eloket: the name of the e-loket.
        verdicts: one per route that was looked at.
        open: whether the e-loket is reachable on this day.
    """

    who: str
    eloket: str
    verdicts: tuple[Verdict, ...]
    open: bool

    @property
    def allowed(self) -> bool:
        """Whether one of the routes is allowed."""
        return any(verdict.allowed for verdict in self.verdicts)

    def members(self) -> dict[str, Any]:
        """Return the explanation as the control API gives it."""
        return {"allowed": self.allowed, "open": self.open, "routes": [route(one) for one in self.verdicts]}

    def lines(self) -> list[str]:
        """Return the explanation in Dutch: the chain, the first failed check, the smallest repair."""
        lines = []
        for verdict in self.verdicts:
            name = "" if verdict.identity.code is None else f" namens {verdict.identity.name}"
            answer = "ja" if verdict.allowed else "nee"
            lines.append(f"{self.who} bij {self.eloket}{name}, {_TITLES[verdict.route]}: {answer}")
            lines += [
                f"  {'✓' if one.holds else '✗'} {one.check}: {one.fact} [{one.source}]"
                for one in verdict.checks
            ]
            if verdict.failed is not None:
                lines.append(f"  Wat helpt: {verdict.failed.repair}")
        if not self.verdicts:
            lines.append(f"{self.who} kan bij {self.eloket} op geen enkele weg namens deze persoon optreden.")
        if not self.open:
            lines.append(f"{self.eloket} is op deze dag niet bereikbaar.")
        return lines


_TITLES = {
    "person": "als zichzelf",
    "legal_representative": "als wettelijk vertegenwoordiger",
    "work_relation": "door een werkrelatie met een recht",
    "mandate": "door een mandaat",
    "administrator": "als beheerder",
}


def route(verdict: Verdict) -> dict[str, Any]:
    """Return a verdict as the control API gives it."""
    failed = verdict.failed
    return {
        "route": verdict.route,
        "identity": verdict.identity.key,
        "allowed": verdict.allowed,
        "checks": [
            {"check": one.check, "holds": one.holds, "fact": one.fact, "source": one.source}
            for one in verdict.checks
        ],
        "repair": failed.repair if failed else "",
    }


def explain(
    visit: Visit, peers: Peers, who: str, on_behalf_of: str, at: str, key: str | None = None
) -> Explanation:
    """Say why a person may or may not act for somebody at an e-loket, today.

    Args:
        visit: where and when.
        peers: whom to ask.
        who: a personage of the cast or an INSZ.
        on_behalf_of: an organisation of the cast, an enterprise number, a person, or ``self``.
        at: the client_id of the e-loket.
        key: the kind of digital key; by default the strongest that works.

    Raises:
        UnknownEloket, UnknownWho, UnknownMockValue: naming what is known.
    """
    eloket = _eloket(visit, at)
    if key is not None and key not in MEANS:
        raise UnknownMockValue(f"Er is geen digitale sleutel ‘{key[:40]}’; wel: {listed(MEANS)}.")
    insz = person_number(peers, who)
    subject = _subject(peers, on_behalf_of, insz)
    decider = Decider(visit, peers)
    facts = decider.facts(insz, subject.organisation)
    used = key or decider.strongest_key(facts, eloket)
    decision = decider.decide(facts, eloket, used, subject.organisation)
    nobody_else = subject.organisation is not None or subject.person == insz
    verdicts = decision.about(subject.organisation) if nobody_else else ()
    name = facts.person.full_name if facts.person else insz.display
    return Explanation(name, eloket.client_name, verdicts, visit.clock.today not in eloket.closed_on)


def identities(visit: Visit, peers: Peers, number: str, at: str) -> tuple[Identity, ...]:
    """Return the identities that a person can take at an e-loket, with his strongest key.

    Raises:
        UnknownEloket: naming what is known.
    """
    eloket = _eloket(visit, at)
    decider = Decider(visit, peers)
    facts = decider.facts(Insz(number))
    return decider.decide(facts, eloket, decider.strongest_key(facts, eloket)).identities


@dataclass(frozen=True)
class Subject:
    """On whose behalf: an organisation, or a person, who may be somebody else.

    Nobody represents another person but by a mandate, which no route knows yet.
    """

    organisation: str | None = None
    person: Insz | None = None


def _eloket(visit: Visit, at: str) -> Eloket:
    eloket = clients.find(visit, at)
    if eloket is None:
        known = listed(store.client_ids(visit.reading))
        raise UnknownEloket(f"Er is geen e-loket ‘{at[:60]}’; wel: {known}.")
    return eloket


def person_number(peers: Peers, who: str) -> Insz:
    """Return the number of a personage, or the INSZ that was given.

    Raises:
        UnknownWho: when it is neither.
    """
    named = peers.personas.get(who)
    if named is not None:
        return Insz(named)
    try:
        return Insz(who)
    except Refusal:
        raise UnknownWho(
            f"‘{who[:40]}’ is geen personage en geen rijksregister- of BIS-nummer. "
            f"Personages: {listed(peers.personas)}."
        ) from None


def _subject(peers: Peers, on_behalf_of: str, insz: Insz) -> Subject:
    if on_behalf_of == "self":
        return Subject(person=insz)
    if on_behalf_of in peers.organisations:
        return Subject(organisation=peers.organisations[on_behalf_of])
    if on_behalf_of in peers.personas:
        return Subject(person=Insz(peers.personas[on_behalf_of]))
    with suppress(Refusal):
        return Subject(organisation=EnterpriseNumber(on_behalf_of))
    with suppress(Refusal):
        return Subject(person=Insz(on_behalf_of))
    raise UnknownWho(
        f"‘{on_behalf_of[:40]}’ is geen organisatie, ondernemingsnummer, personage of nummer van een "
        f"persoon. Organisaties: {listed(peers.organisations)}; of ‘self’."
    )
