"""Explaining who may act for whom, before anybody signs in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from mocks.acm.backend import clients
from mocks.acm.backend.decide import Decider
from mocks.acm.domain.case import IDM
from mocks.acm.domain.claims import claims_for
from mocks.acm.domain.eloket import ROUTE_TITLES, Eloket
from mocks.acm.domain.facts import Facts
from mocks.acm.domain.means import MEANS
from mocks.acm.domain.verdict import Decision, Identity, Verdict
from mocks.acm.errors import UnknownMockValue, UnknownWho, listed
from mocks.acm.peers import Institution, Peers
from mocks.core.errors import Refusal
from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.core.visit import Visit


@dataclass(frozen=True)
class Grantor:
    """Somebody who could grant the right in IDM, and on which ground."""

    name: str
    ground: str


@dataclass(frozen=True)
class InToken:
    """What the ID token would say of an identity, by every scope of the e-loket."""

    identity: Identity
    claims: Mapping[str, Any]


@dataclass(frozen=True)
class Explanation:
    """Why somebody may or may not act for somebody at an e-loket.

    Attributes:
        who: the name of the person.
        eloket: the e-loket.
        verdicts: one per route that was looked at.
        open: whether the e-loket is reachable on this day.
        grantors: who could grant the right of the e-loket in the organisation that is asked about.
        tokens: what would be told of each identity that the person may take.
        notice: what is to be known beforehand, when who was asked about has no number of its own.
    """

    who: str
    eloket: Eloket
    verdicts: tuple[Verdict, ...]
    open: bool
    grantors: tuple[Grantor, ...] = ()
    tokens: tuple[InToken, ...] = ()
    notice: str | None = None

    @property
    def allowed(self) -> bool:
        """Whether one of the routes is allowed."""
        return any(verdict.allowed for verdict in self.verdicts)

    def members(self) -> dict[str, Any]:
        """Return the explanation as the control API gives it."""
        return {
            "allowed": self.allowed,
            "open": self.open,
            "notice": self.notice,
            "routes": [route(one) for one in self.verdicts],
            "grantors": [{"name": one.name, "ground": one.ground} for one in self.grantors],
            "claims": [
                {"route": one.identity.route, "identity": one.identity.key, "claims": dict(one.claims)}
                for one in self.tokens
            ],
        }

    def lines(self) -> list[str]:
        """Return the explanation in Dutch: the chain, the first failed check, the smallest repair."""
        lines = [self.notice] if self.notice else []
        lines += [line for verdict in self.verdicts for line in self._chain(verdict)]
        title = self.eloket.client_name
        if not self.verdicts:
            lines.append(f"{self.who} kan bij {title} op geen enkele weg namens deze persoon optreden.")
        if not self.open:
            lines.append(f"{title} is op deze dag niet bereikbaar.")
        return lines

    def _chain(self, verdict: Verdict) -> Iterator[str]:
        name = "" if verdict.identity.code is None else f" namens {verdict.identity.name}"
        answer = "ja" if verdict.allowed else "nee"
        yield f"{self.who} bij {self.eloket.client_name}{name}, {ROUTE_TITLES[verdict.route]}: {answer}"
        grantors = self._who_could_grant() if verdict.route == "work_relation" else None
        for one in verdict.checks:
            if grantors is not None and one.source == IDM:
                yield grantors
                grantors = None
            yield f"  {'✓' if one.holds else '✗'} {one.check}: {one.fact} [{one.source}]"
        if verdict.failed is not None:
            yield f"  Wat helpt: {verdict.failed.repair}"
        for token in self.tokens if verdict.offered else ():
            if token.identity.route == verdict.route:
                said = ", ".join(f"{claim} = {value}" for claim, value in token.claims.items())
                yield f"  In het token: {said}"

    def _who_could_grant(self) -> str | None:
        right = self.eloket.right
        if right is None:
            return None
        named = "; ".join(f"{one.name} ({one.ground})" for one in self.grantors) or "niemand"
        return f"  · Wie het recht ‘{right.name}’ kan toekennen: {named} [{IDM}]"


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
    eloket = clients.require(visit, at)
    if key is not None and key not in MEANS:
        raise UnknownMockValue(f"Er is geen digitale sleutel ‘{key[:40]}’; wel: {listed(MEANS)}.")
    insz = person_number(peers, who)
    institution = peers.institutions.get(on_behalf_of)
    number = institution.acting if institution is not None else _subject(peers, on_behalf_of, insz)
    decider = Decider(visit, peers)
    facts = decider.facts(insz, number)
    used = key or decider.strongest_key(facts, eloket)
    decision = decider.decide(facts, eloket, used, number)
    verdicts = decision.about(number)
    return Explanation(
        who=facts.person.full_name if facts.person else insz.display,
        eloket=eloket,
        verdicts=verdicts,
        open=visit.clock.today not in eloket.closed_on,
        grantors=_grantors(peers, eloket, facts, number),
        tokens=_tokens(eloket, facts, decision, verdicts),
        notice=_notice(institution) if institution is not None else None,
    )


def _notice(institution: Institution) -> str:
    return (
        f"{institution.name} heeft geen ondernemingsnummer. Men meldt zich aan namens de inrichtende macht, "
        f"{institution.acting_name}, en kiest de instelling daarna in KIOSK."
    )


def _grantors(peers: Peers, eloket: Eloket, facts: Facts, number: str | None) -> tuple[Grantor, ...]:
    if number is None or number not in facts.organisations:
        return ()
    if eloket.right is None or "work_relation" not in eloket.routes:
        return ()
    return tuple(Grantor(name, ground) for name, ground in peers.grantors(number, eloket.right.name))


def _tokens(
    eloket: Eloket, facts: Facts, decision: Decision, verdicts: tuple[Verdict, ...]
) -> tuple[InToken, ...]:
    """Return what the tokens would say; at the level of a target group, of that whole group."""
    if facts.person is None:
        return ()
    looked_at = verdicts
    if decision.level == "target_group":
        groups = {one.identity.target_group for one in verdicts if one.offered}
        looked_at = tuple(one for one in decision.verdicts if one.identity.target_group in groups)
    return tuple(
        InToken(identity, claims_for(facts.person, identity, eloket.scopes))
        for identity in decision.offered(looked_at)
    )


def identities(visit: Visit, peers: Peers, number: str, at: str) -> tuple[Identity, ...]:
    """Return the identities that a person can take at an e-loket, with his strongest key.

    Raises:
        UnknownEloket: naming what is known.
    """
    eloket = clients.require(visit, at)
    decider = Decider(visit, peers)
    facts = decider.facts(Insz(number))
    return decider.decide(facts, eloket, decider.strongest_key(facts, eloket)).identities


@dataclass(frozen=True)
class Attempt:
    """A person at the door of one e-loket with one kind of key, and all that is decided of it."""

    eloket: Eloket
    key: str
    decision: Decision


def attempts(visit: Visit, peers: Peers, number: str) -> Iterator[Attempt]:
    """Give what becomes of a person at every e-loket with every kind of key, today; asks each fact once."""
    decider = Decider(visit, peers)
    facts = decider.facts(Insz(number))
    for eloket in clients.every(visit):
        for key in MEANS:
            yield Attempt(eloket, key, decider.decide(facts, eloket, key))


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


def _subject(peers: Peers, on_behalf_of: str, insz: Insz) -> str | None:
    """Return the number of the organisation or of the other person, or None for the person himself."""
    if on_behalf_of == "self":
        return None
    number = party_number(peers, on_behalf_of)
    return None if number == insz else number


def party_number(peers: Peers, on_behalf_of: str) -> str:
    """Return the number of an organisation or person of the cast, or the number that was given.

    Raises:
        UnknownWho: when it is neither.
    """
    known = peers.organisations.get(on_behalf_of) or peers.personas.get(on_behalf_of)
    if known is not None:
        return known
    with suppress(Refusal):
        return EnterpriseNumber(on_behalf_of)
    with suppress(Refusal):
        return Insz(on_behalf_of)
    raise UnknownWho(
        f"‘{on_behalf_of[:40]}’ is geen organisatie, ondernemingsnummer, personage of nummer van een "
        f"persoon. Organisaties: {listed(peers.organisations)}; of ‘self’."
    )
