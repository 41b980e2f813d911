"""Signing in: the sign-in under way, the session of two hours, the choice of identity, the code."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any

from mocks.acm import store
from mocks.acm.backend import clients
from mocks.acm.backend.authorize import Accepted
from mocks.acm.backend.decide import Decider
from mocks.acm.domain.claims import claims_for
from mocks.acm.domain.eloket import Eloket
from mocks.acm.domain.facts import Facts
from mocks.acm.domain.means import MEANS
from mocks.acm.domain.verdict import Decision, Identity, Verdict
from mocks.acm.errors import InteractionRequired, LoginRequired, SignInGone, ToClient
from mocks.core.identifiers import Insz
from mocks.core.oauth import AccessDenied, OAuthRefusal, fingerprint, opaque
from mocks.core.visit import Visit

CODE_SECONDS = 30
"""*Bron*: the code must be exchanged within 30 seconds."""

SESSION_SECONDS = 2 * 3600
"""*Bron*: ACM's session lasts two hours after the first authentication, whatever happens since."""

SIGN_IN_SECONDS = 3600
"""How long somebody may take to sign in; our guess."""


@dataclass(frozen=True)
class Authenticated:
    """Somebody who proved who he is.

    Attributes:
        insz: who.
        key: by which kind of digital key.
        auth_time: when, in token time.
        session: the fingerprint of the session, or None without one (sign-in without pages).
        fas_id_token: what FAS gave, with which its session is ended together with ours.
    """

    insz: Insz
    key: str
    auth_time: int
    session: str | None = None
    fas_id_token: str | None = None


@dataclass(frozen=True)
class SignIn:
    """An authorization request that waits for its person.

    Attributes:
        identifier: its name in the addresses of its pages.
        request: what the e-loket asked.
        eloket: the e-loket.
        browser: the fingerprint of the mark of its browser.
        session: the fingerprint of the session that was opened for this very request, if one was.
    """

    identifier: str
    request: Accepted
    eloket: Eloket
    browser: str
    session: str | None = None

    def dump(self) -> str:
        """Return what is kept of it, as JSON."""
        return json.dumps({"request": self.request.dump(), "browser": self.browser, "session": self.session})


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
        return SignIn(identifier, request, eloket, members["browser"], members["session"])

    def authenticated(self, sign_in: SignIn, session: str) -> SignIn:
        """Return a sign-in for which its person just proved who he is, and keep that.

        However long the choice of identity then takes, ``prompt=login`` and ``max_age`` are satisfied.
        """
        own = replace(sign_in, session=fingerprint(session))
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

    def open_session(self, insz: Insz, key: str, fas_id_token: str | None) -> str:
        """Open a session of two hours and return its identifier for the cookie."""
        identifier = opaque(32)
        document = json.dumps(
            {"insz": insz, "key": key, "auth_time": self._now, "fas_id_token": fas_id_token}
        )
        with self._visit.writing() as connection:
            store.keep(
                connection,
                "session",
                fingerprint(identifier),
                document,
                self._now + SESSION_SECONDS,
                self._now,
            )
        return identifier

    def session(self, identifier: str | None) -> Authenticated | None:
        """Return who has this session, or None when it is unknown or two hours have passed."""
        if identifier is None:
            return None
        kept = store.find(self._visit.reading, "session", fingerprint(identifier))
        if kept is None or kept.expires <= self._now:
            return None
        members: dict[str, Any] = json.loads(kept.document)
        return Authenticated(
            insz=Insz(members["insz"]),
            key=members["key"],
            auth_time=members["auth_time"],
            session=fingerprint(identifier),
            fas_id_token=members["fas_id_token"],
        )

    def close_session(self, identifier: str) -> None:
        """End single sign-on; e-lokets that are open stay open."""
        with self._visit.writing() as connection:
            store.forget(connection, "session", fingerprint(identifier))

    def good_enough(self, sign_in: SignIn, who: Authenticated | None) -> bool:
        """Return whether a session spares this request a new authentication.

        Raises:
            ToClient: with ``login_required`` when it does not and ``prompt=none`` forbids pages.
        """
        request = sign_in.request
        enough = (
            who is not None
            and (who.session == sign_in.session or self._recent(request, who))
            and MEANS[who.key] in request.means(sign_in.eloket)
        )
        if not enough and "none" in request.prompt:
            raise self.to_client(request, LoginRequired("Er is geen sessie die volstaat (prompt=none)."))
        return enough

    def _recent(self, request: Accepted, who: Authenticated) -> bool:
        """Return whether an authentication for another request will do for this one."""
        young = request.max_age is None or self._now - who.auth_time <= request.max_age
        return young and "login" not in request.prompt

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

    def to_choose(self, sign_in: SignIn, offer: Offer) -> bool:
        """Return whether the person has to choose; with one identity most e-lokets skip it.

        Raises:
            ToClient: with ``access_denied`` or ``interaction_required`` when ``prompt=none`` forbids pages.
        """
        request, eloket = sign_in.request, sign_in.eloket
        if not offer.identities and "none" in request.prompt:
            raise self.denied(request, offer.refused, "De persoon kan hier voor niemand optreden.")
        named = request.hint is not None and request.hint.is_complete(eloket)
        asked = "select_account" in request.prompt
        skipped = len(offer.identities) == 1 and (named or (eloket.choice == "when_several" and not asked))
        if not skipped and "none" in request.prompt:
            raise self.to_client(request, InteractionRequired("De persoon moet kiezen (prompt=none)."))
        return not skipped

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
        "identity": {
            "route": identity.route,
            "target_group": identity.target_group,
            "code": identity.code,
            "holder": identity.holder_code,
        },
        "claims": claims_for(facts.person, identity, request.scopes),
    }
