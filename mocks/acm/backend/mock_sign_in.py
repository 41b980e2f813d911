"""Sign-in without pages, for automation and load: the same checks, the same tokens, one redirect.

Ours, not ACM's.  It always authenticates afresh and leaves an ordinary session alone.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import get_args

from mocks.acm.backend.authorize import Accepted, Parameters
from mocks.acm.backend.decide import Decider
from mocks.acm.backend.explain import person_number
from mocks.acm.backend.sessions import Authenticated
from mocks.acm.backend.sign_in import SignIns
from mocks.acm.domain.eloket import Eloket, Route
from mocks.acm.domain.facts import Facts
from mocks.acm.domain.means import MEANS
from mocks.acm.domain.verdict import Decision, Identity
from mocks.acm.errors import MockChoiceNeeded, UnknownMockValue, UnknownWho, listed
from mocks.core.errors import Refusal
from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.core.oauth import single
from mocks.core.visit import Visit

_ROUTES = get_args(Route)
_PREFIX = "mock_"
_GROUPS = ("EA", "LB", "OV")
_NAMES = ("mock_persona", "mock_key", "mock_identity", "mock_route", "mock_holder")


@dataclass(frozen=True)
class MockSignIn:
    """Decides a request that carries ``mock_persona``."""

    visit: Visit
    decider: Decider

    def answer(self, request: Accepted, eloket: Eloket, parameters: Parameters) -> dict[str, str]:
        """Return the parameters of the answer to the client.

        Raises:
            UnknownMockValue: 400, for a value that nobody has.
            MockChoiceNeeded: 400, listing the choices.
            ToClient: ``access_denied`` with the reasons.
        """
        _check_names(parameters)
        insz = self._person(parameters)
        wanted = _identity(parameters, eloket)
        route = self._route(parameters)
        key = self._key(parameters)
        number = wanted[1] if wanted else (request.hint.code if request.hint else None)
        facts = self.decider.facts(insz, number, narrow=number is not None)
        _require_known(facts, wanted)
        accepted = tuple(means.key for means in request.means(eloket))
        used = key or self.decider.strongest_key(facts, eloket, accepted)
        if used is not None and used not in accepted:
            eloket = eloket.model_copy(update={"keys": accepted})
        facts = self.decider.after_sign_in(facts, eloket, used, number)
        decision = self.decider.decide(facts, eloket, used, number)
        holder = _holder(parameters)
        identity = self._choice(request, decision, wanted, route, holder)
        who = Authenticated(insz, used or "eid", self.visit.clock.token_now)
        return SignIns(self.visit, self.decider).code(request, who, facts, identity)

    def _person(self, parameters: Parameters) -> Insz:
        try:
            return person_number(self.decider.peers, single(parameters, "mock_persona") or "")
        except UnknownWho as unknown:
            raise UnknownMockValue(f"mock_persona: {unknown.sentence}") from None

    @staticmethod
    def _key(parameters: Parameters) -> str | None:
        key = single(parameters, "mock_key")
        if key is not None and key not in MEANS:
            raise UnknownMockValue(f"mock_key: ‘{key[:40]}’ is geen digitale sleutel; wel: {listed(MEANS)}.")
        return key

    @staticmethod
    def _route(parameters: Parameters) -> str | None:
        route = single(parameters, "mock_route")
        if route is not None and route not in _ROUTES:
            raise UnknownMockValue(f"mock_route: ‘{route[:40]}’ is geen weg; wel: {listed(_ROUTES)}.")
        return route

    @staticmethod
    def _choice(
        request: Accepted,
        decision: Decision,
        wanted: tuple[str, str | None] | None,
        route: str | None,
        holder: str | None,
    ) -> Identity:
        if wanted is None and request.hint is not None:
            wanted = request.hint.target_group, request.hint.code
        looked_at = tuple(
            one
            for one in (decision.concerning(*wanted) if wanted else decision.verdicts)
            if (route is None or one.route == route)
            and (holder is None or one.identity.holder_code == holder)
        )
        fitting = decision.offered(looked_at)
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            choices = listed(f"{one.key} ({_by(one)})" for one in fitting)
            by_holder = " of mock_holder" if any(one.holder for one in fitting) else ""
            raise MockChoiceNeeded(
                f"Er is meer dan één identiteit mogelijk: {choices}. Kies met mock_identity, en zo nodig "
                f"met mock_route{by_holder}."
            )
        raise SignIns.denied(
            request, looked_at, "Langs deze weg kan deze persoon hier voor niemand optreden."
        )


def _by(identity: Identity) -> str:
    return f"{identity.route}, {identity.holder_code}" if identity.holder else identity.route


def asked_for(parameters: Parameters) -> bool:
    """Return whether a request wants no pages: any ``mock_…`` parameter says so."""
    return any(name.startswith(_PREFIX) for name in parameters)


def _check_names(parameters: Parameters) -> None:
    """Refuse a name that nobody reads: a typo must not pass for a choice."""
    for name in parameters:
        if name.startswith(_PREFIX) and name not in _NAMES:
            raise UnknownMockValue(f"‘{name[:40]}’ is geen parameter; wel: {listed(_NAMES)}.")
        if name in _NAMES and len(parameters.getlist(name)) > 1:
            raise UnknownMockValue(f"‘{name}’ komt meer dan één keer voor.")
    if "mock_persona" not in parameters:
        raise UnknownMockValue("Zeg met mock_persona wie zich aanmeldt.")


def _identity(parameters: Parameters, eloket: Eloket) -> tuple[str, str | None] | None:
    """Read ``mock_identity``: ``BUR``, or a target group and a number; at its level, a target group alone."""
    text = single(parameters, "mock_identity")
    if text is None:
        return None
    group, _, code = text.partition(":")
    if group == "BUR" and not code:
        return group, None
    if group == "BUR":
        try:
            return group, Insz(code)
        except Refusal as refusal:
            raise UnknownMockValue(f"mock_identity: {refusal.sentence}") from None
    if eloket.choice_level == "target_group" and group in _GROUPS:
        if not code:
            return group, None
        raise UnknownMockValue(
            f"mock_identity: bij {eloket.client_name} kiest men een doelgroep, geen organisatie. Schrijf "
            f"{group}."
        )
    if group in _GROUPS and code:
        try:
            return group, EnterpriseNumber(code)
        except Refusal as refusal:
            raise UnknownMockValue(f"mock_identity: {refusal.sentence}") from None
    raise UnknownMockValue(
        f"mock_identity: ‘{text[:40]}’ is geen identiteit. Schrijf BUR, of een doelgroep en een nummer zoals "
        f"EA:0110041748 (doelgroepen: {', '.join(_GROUPS)})."
    )


def _holder(parameters: Parameters) -> str | None:
    """Read ``mock_holder``: the number of the organisation, or of the person, that holds the mandate."""
    text = single(parameters, "mock_holder")
    if text is None:
        return None
    for kind in (EnterpriseNumber, Insz):
        with suppress(Refusal):
            return kind(text)
    raise UnknownMockValue(
        f"mock_holder: ‘{text[:40]}’ is geen ondernemingsnummer en geen nummer van een persoon. Schrijf het "
        "nummer van de mandaatnemer."
    )


def _require_known(facts: Facts, wanted: tuple[str, str | None] | None) -> None:
    if wanted is None or wanted[1] is None:
        return
    if wanted[0] == "BUR":
        if wanted[1] not in facts.mandators:
            raise UnknownMockValue(f"mock_identity: niemand heeft in deze wereld nummer {wanted[1]}.")
        return
    organisation = facts.organisations.get(wanted[1])
    if organisation is None:
        raise UnknownMockValue(f"mock_identity: KBO kent in deze wereld geen onderneming {wanted[1]}.")
    if organisation.target_group != wanted[0]:
        raise UnknownMockValue(
            f"mock_identity: {organisation.name} valt onder doelgroep {organisation.target_group}, "
            f"niet {wanted[0]}."
        )
