"""Signing in: the sign-in under way, what it takes of the session, the choice of identity, the code."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from typing import Any

from mocks.acm import store
from mocks.acm.backend import clients
from mocks.acm.backend.authorize import Accepted
from mocks.acm.backend.decide import Decider
from mocks.acm.backend.sessions import Authenticated, Sessions
from mocks.acm.domain.choice import Choice, taken_unasked
from mocks.acm.domain.claims import claims_for
from mocks.acm.domain.eloket import Eloket
from mocks.acm.domain.facts import Facts
from mocks.acm.domain.means import MEANS, suffices, why_insufficient
from mocks.acm.domain.verdict import Decision, Identity, Verdict
from mocks.acm.errors import InteractionRequired, LoginRequired, SignInGone, ToClient
from mocks.core.oauth import AccessDenied, OAuthRefusal, fingerprint, opaque
from mocks.core.visit import Visit

CODE_SECONDS = 30
"""*Bron*: the code must be exchanged within 30 seconds."""

SIGN_IN_SECONDS = 3600
"""How long somebody may take to sign in; our guess."""


@dataclass(frozen=True)
class OwnProof:
    """The proof that was given for one sign-in, which may be by a weaker key than that of the session.

    Attributes:
        session: the family of the session in which it was given; it counts while that lasts.
        key: by which kind of digital key.
        auth_time: when, in token time.
    """

    session: str
    key: str
    auth_time: int


@dataclass(frozen=True)
class SignIn:
    """An authorization request that waits for its person.

    Attributes:
        identifier: its name in the addresses of its pages.
        request: what the e-loket asked.
        eloket: the e-loket.
        browser: the fingerprint of the mark of its browser.
        proof: what its person proved for this very request, if he did.
    """

    identifier: str
    request: Accepted
    eloket: Eloket
    browser: str
    proof: OwnProof | None = None

    def dump(self) -> str:
        """Return what is kept of it, as JSON."""
        proof = asdict(self.proof) if self.proof is not None else None
        return json.dumps({"request": self.request.dump(), "browser": self.browser, "proof": proof})


@dataclass(frozen=True)
class Offer:
    """What a person can choose, everything behind it, and why there may be nothing to choose."""

    decision: Decision
    facts: Facts
    identities: tuple[Identity, ...]
    refused: tuple[Verdict, ...]


class SignIns:
    """Signing in during one visit."""

    def __init__(self, visit: Visit, decider: Decider) -> None:
        self._visit = visit
        self._decider = decider
        self._sessions = Sessions(visit)

    @property
    def _now(self) -> int:
        return self._visit.clock.token_now

    def start(self, request: Accepted, eloket: Eloket, browser: str) -> SignIn:
        """Keep an accepted request until its person has signed in, for this browser only."""
        sign_in = SignIn(opaque(16), request, eloket, fingerprint(browser))
        with self._visit.writing() as connection:
            store.keep(
                connection,
                "sign_in",
                fingerprint(sign_in.identifier),
                sign_in.dump(),
                self._now + SIGN_IN_SECONDS,
                self._now,
            )
        return sign_in

    def resume(self, identifier: str, browser: str) -> SignIn:
        """Return a sign-in that is under way in this browser.

        Raises:
            SignInGone: when it is finished, lapsed, or another browser's.
        """
        kept = store.find(self._visit.reading, "sign_in", fingerprint(identifier))
        if kept is None or kept.spent or kept.expires <= self._now:
            raise SignInGone
        members = json.loads(kept.document)
        request = Accepted.read(members["request"])
        eloket = clients.find(self._visit, request.client_id)
        if members["browser"] != fingerprint(browser) or eloket is None:
            raise SignInGone
        proof = OwnProof(**members["proof"]) if members["proof"] is not None else None
        return SignIn(identifier, request, eloket, members["browser"], proof)

    def authenticated(self, sign_in: SignIn, key: str, session: str) -> SignIn:
        """Return a sign-in for which its person just proved by a key who he is, and keep that.

        However long the choice of identity then takes, ``prompt=login`` and ``max_age`` are satisfied.
        """
        known = self._sessions.find(session)
        if known is None or known.family is None:
            raise SignInGone
        own = replace(sign_in, proof=OwnProof(known.family, key, self._now))
        with self._visit.writing() as connection:
            store.amend(connection, "sign_in", fingerprint(sign_in.identifier), own.dump())
        return own

    def finish(self, sign_in: SignIn) -> None:
        """Let a sign-in be over, so that going back in the browser gives no second code.

        Raises:
            SignInGone: when it was over already.
        """
        with self._visit.writing() as connection:
            if not store.spend(connection, "sign_in", fingerprint(sign_in.identifier)):
                raise SignInGone

    def who(self, sign_in: SignIn, session: str | None) -> Authenticated | None:
        """Return who signs in, or None when he has to prove it first, for this request or at all.

        Raises:
            ToClient: with ``login_required`` when he has to and ``prompt=none`` forbids pages.
        """
        known = self._sessions.find(session)
        who = self._as_proved(sign_in, known) if known is not None else None
        if who is None and "none" in sign_in.request.prompt:
            raise self.to_client(
                sign_in.request, LoginRequired("Er is geen sessie die volstaat (prompt=none).")
            )
        return who

    def why_prove(self, sign_in: SignIn, session: str | None) -> str | None:
        """Return in one sentence why the session of this browser does not do here, or None."""
        known, eloket = self._sessions.find(session), sign_in.eloket
        if known is None or self._as_proved(sign_in, known) is not None:
            return None
        asked = sign_in.request.acr_values
        return why_insufficient(MEANS[known.key], eloket.keys, asked, eloket.client_name)

    def _as_proved(self, sign_in: SignIn, known: Authenticated) -> Authenticated | None:
        """Return the session of the browser as it counts for this request, or None where it does not do."""
        request, proof = sign_in.request, sign_in.proof
        if proof is not None and proof.session == known.family:
            return replace(known, key=proof.key, auth_time=proof.auth_time)
        young = request.max_age is None or self._now - known.auth_time <= request.max_age
        strong = suffices(MEANS[known.key], sign_in.eloket.keys, request.acr_values)
        return known if strong and young and "login" not in request.prompt else None

    def offer(self, sign_in: SignIn, who: Authenticated, about: str | None = None) -> Offer:
        """Return the identities that a person may take, narrowed to what the client names."""
        hint = sign_in.request.hint
        number = about or (hint.code if hint else None)
        narrow = about is None and hint is not None and hint.code is not None
        facts = self._decider.facts(who.insz, number, narrow=narrow)
        decision = self._decider.decide(facts, sign_in.eloket, who.key, number)
        looked_at = decision.concerning(hint.target_group, hint.code) if hint else decision.verdicts
        return Offer(
            decision,
            facts,
            identities=decision.offered(looked_at),
            refused=tuple(one for one in looked_at if not one.allowed),
        )

    def unasked(self, sign_in: SignIn, who: Authenticated, offer: Offer) -> Identity | None:
        """Return the identity that the person gets without choosing, or None when he has to choose.

        Raises:
            ToClient: with ``access_denied`` or ``interaction_required`` when ``prompt=none`` forbids pages.
        """
        request, eloket = sign_in.request, sign_in.eloket
        if not offer.identities and "none" in request.prompt:
            raise self.denied(request, offer.refused, "De persoon kan hier voor niemand optreden.")
        taken = taken_unasked(
            offer.identities,
            eloket,
            named=request.hint is not None and request.hint.is_complete(eloket),
            ask="select_account" in request.prompt or who.switching == eloket.client_id,
            remembered=who.chosen,
        )
        if taken is None and "none" in request.prompt:
            raise self.to_client(request, InteractionRequired("De persoon moet kiezen (prompt=none)."))
        return taken

    def code(self, request: Accepted, who: Authenticated, facts: Facts, identity: Identity) -> dict[str, str]:
        """Return the parameters of the answer with a code for this identity."""
        code = opaque(16)
        document = json.dumps(grant_of(request, who, facts, identity))
        with self._visit.writing() as connection:
            store.keep(connection, "code", fingerprint(code), document, self._now + CODE_SECONDS, self._now)
        return {"code": code, **({"state": request.state} if request.state is not None else {})}

    @staticmethod
    def to_client(request: Accepted, refusal: OAuthRefusal) -> ToClient:
        """Return a refusal that travels to the client."""
        return ToClient(refusal, request.redirect_uri, request.mode, request.state)

    @classmethod
    def denied(
        cls,
        request: Accepted,
        verdicts: tuple[Verdict, ...],
        otherwise: str = "De persoon brak de aanmelding af.",
    ) -> ToClient:
        """Return ``access_denied`` with the reasons, or with ``otherwise``, for the client."""
        # One reason may close several doors, and is told once.
        told = dict.fromkeys(verdict.reason for verdict in verdicts if not verdict.allowed)
        reasons = " ".join(told)
        return cls.to_client(request, AccessDenied(reasons or otherwise))


def grant_of(request: Accepted, who: Authenticated, facts: Facts, identity: Identity) -> dict[str, Any]:
    """Return what a code stands for: who, as whom, and what the tokens will say."""
    if facts.person is None:
        raise SignInGone
    return {
        "client_id": request.client_id,
        "redirect_uri": request.redirect_uri,
        "challenge": request.challenge,
        "scopes": request.scopes,
        "nonce": request.nonce,
        "acr": MEANS[who.key].urn if request.acr_values else None,
        "auth_time": who.auth_time if request.max_age is not None else None,
        "insz": who.insz,
        "key": who.key,
        "identity": Choice.of(identity).dump(),
        "claims": claims_for(facts.person, identity, request.scopes),
    }
