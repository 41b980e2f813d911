"""The relying party of our own pages: code flow with PKCE, state, nonce and full verification.

Used by the e-lokets (at ACM), by ACM itself (at FAS) and by the pages of CSAM (at FAS).  What is pending
is kept in the system's own session, a few at a time, so that two tabs do not spoil each other.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote_plus, urlencode

from mocks.core.errors import Refusal
from mocks.core.languages import say
from mocks.core.oauth import opaque, s256, same_secret
from mocks.core.tokens import Claims, MalformedToken, TokenRefused, verify
from mocks.core.visit import Visit
from mocks.core.wire.backchannel import Answer

Session = MutableMapping[str, Any]
_PENDING = "pending_sign_ins"
_MOST_PENDING = 5


class SignInRefused(Refusal):
    """The provider did not let the person in; ``error`` and the sentence are the provider's."""

    code = "sign-in-refused"
    status = 403
    title = say("U bent niet aangemeld")

    def __init__(self, error: str, sentence: str, kept: Mapping[str, Any] | None = None) -> None:
        """Keep the provider's error, and what was handed to :meth:`RelyingParty.begin`."""
        super().__init__(sentence)
        self.error = error
        self.kept = kept or {}


class UnknownSignIn(Refusal):
    """A callback that answers no question of this browser (state)."""

    code = "unknown-sign-in"
    status = 400
    title = say("Deze aanmelding is niet (meer) bekend")


@dataclass(frozen=True)
class Provider:
    """Where a provider has its endpoints and with which key it signs.

    Attributes:
        system: its key in the address book.
        issuer: path of the issuer below its base.
        authorization: path of the authorization endpoint.
        token: path of the token endpoint.
        userinfo: path of the userinfo endpoint.
    """

    system: str
    issuer: str
    authorization: str
    token: str
    userinfo: str


ACM = Provider("acm", "/op", "/op/v1/auth", "/op/v1/token", "/op/v1/userinfo")
FAS = Provider(
    "fas",
    "/fas/oauth2",
    "/fas/oauth2/authorize",
    "/fas/oauth2/access_token",
    "/fas/oauth2/userinfo",
)


@dataclass(frozen=True)
class SignedIn:
    """What a finished sign-in gives.

    Attributes:
        claims: the verified claims of the ID token.
        access_token: opaque.
        refresh_token: only with scope ``offline_access``.
        id_token: the ID token itself.
        kept: what was handed to :meth:`RelyingParty.begin` to come back with.
    """

    claims: Claims
    access_token: str
    refresh_token: str | None
    id_token: str
    kept: Mapping[str, Any]


@dataclass(frozen=True)
class RelyingParty:
    """One client of one provider, during one visit."""

    visit: Visit
    provider: Provider
    client_id: str
    secret: str
    redirect_uri: str
    scope: str

    def begin(self, session: Session, parameters: Mapping[str, str], kept: Mapping[str, Any]) -> str:
        """Return the address to send the browser to, and remember what was asked.

        Args:
            session: the system's own session.
            parameters: more for the authorization request, such as ``acr_values``.
            kept: small JSON values that come back with the sign-in.
        """
        state, nonce, verifier = opaque(16), opaque(16), opaque(32)
        pending = dict(session.get(_PENDING, {}))
        while len(pending) >= _MOST_PENDING:
            del pending[next(iter(pending))]
        pending[state] = {"nonce": nonce, "verifier": verifier, "kept": dict(kept)}
        session[_PENDING] = pending
        query = {
            "client_id": self.client_id,
            "redirect_uri": self.redirect_uri,
            "response_type": "code",
            "scope": self.scope,
            "state": state,
            "nonce": nonce,
            "code_challenge": s256(verifier),
            "code_challenge_method": "S256",
            **parameters,
        }
        return f"{self._url(self.provider.authorization)}?{urlencode(query)}"

    def finish(self, session: Session, answer: Mapping[str, str]) -> SignedIn:
        """Return the sign-in that the provider answered to, verified.

        Raises:
            UnknownSignIn: when this browser did not ask for it, or a second time.
            SignInRefused: when the provider said no.
            TokenRefused: when the ID token must not be trusted.
        """
        pending = dict(session.get(_PENDING, {}))
        asked = pending.pop(answer.get("state", ""), None)
        if asked is None:
            raise UnknownSignIn(say("Begin opnieuw met aanmelden: deze stap hoort niet bij uw sessie."))
        session[_PENDING] = pending
        if "error" in answer:
            raise SignInRefused(
                answer["error"], answer.get("error_description", answer["error"]), asked["kept"]
            )
        tokens = self._tokens(
            {
                "grant_type": "authorization_code",
                "code": answer.get("code", ""),
                "redirect_uri": self.redirect_uri,
                "code_verifier": asked["verifier"],
            }
        )
        claims = self._verified(tokens["id_token"])
        if not same_secret(str(claims.get("nonce", "")), asked["nonce"]):
            raise MalformedToken(say("Het ID-token hoort niet bij deze aanmelding (nonce)."))
        return self._signed_in(tokens, claims, asked["kept"])

    def refresh(self, refresh_token: str) -> SignedIn:
        """Return the sign-in anew; the refresh token that was used is spent.

        Raises:
            SignInRefused: when the provider refuses, with its reason.
        """
        tokens = self._tokens({"grant_type": "refresh_token", "refresh_token": refresh_token})
        return self._signed_in(tokens, self._verified(tokens["id_token"]), {})

    def userinfo(self, access_token: str) -> Answer:
        """Return the provider's userinfo answer as it came."""
        return self.visit.house.backchannel.get(
            self.visit, self._url(self.provider.userinfo), {"Authorization": f"Bearer {access_token}"}
        )

    def way_out(self, back: str, *, switch: bool = False) -> str:
        """Return where ACM ends single sign-on and sends the browser on to ``back``.

        With ``switch`` it lets go of this identity alone and keeps the authentication.  *Bron*: domain facts
        §1.6: the same endpoint, with a bare parameter and without an ``id_token_hint``.
        """
        query = urlencode({"client_id": self.client_id, "post_logout_redirect_uri": back})
        return self._url(f"/op/v1/logout?{'switch&' if switch else ''}{query}")

    def _tokens(self, form: Mapping[str, str]) -> dict[str, Any]:
        # RFC 6749 §2.3.1: both halves are form-encoded before they are joined.
        joined = f"{quote_plus(self.client_id)}:{quote_plus(self.secret)}"
        credentials = base64.b64encode(joined.encode()).decode()
        answer = self.visit.house.backchannel.post_form(
            self.visit,
            self._url(self.provider.token),
            form,
            {"Authorization": f"Basic {credentials}"},
        )
        body = answer.json()
        if answer.status != 200:
            raise SignInRefused(body["error"], body.get("error_description", body["error"]))
        return dict(body)

    def _verified(self, id_token: str) -> Claims:
        claims = verify(
            id_token,
            self.visit.key_set(self.provider.system, "RS256"),
            issuer=self._url(self.provider.issuer),
            audience=self.client_id,
            now=self.visit.clock.token_now,
        )
        if claims.get("azp", self.client_id) != self.client_id:
            raise TokenRefused(say("Het ID-token is voor een andere client bestemd (azp)."))
        return claims

    @staticmethod
    def _signed_in(tokens: Mapping[str, Any], claims: Claims, kept: Mapping[str, Any]) -> SignedIn:
        return SignedIn(
            claims=claims,
            access_token=tokens["access_token"],
            refresh_token=tokens.get("refresh_token"),
            id_token=tokens["id_token"],
            kept=kept,
        )

    def _url(self, path: str) -> str:
        return self.visit.url(self.provider.system, path)
