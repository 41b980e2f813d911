"""FAS as an OpenID provider: code for tokens, userinfo, introspection, signing out.

*Bron*: RFC 6749, RFC 7636, RFC 7662, OpenID Connect Core and RP-Initiated Logout; the claims from the
domain facts §2.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from mocks.core.oauth import (
    Credentials,
    InvalidClient,
    InvalidGrant,
    InvalidRequest,
    InvalidToken,
    UnsupportedGrantType,
    check_verifier,
    fingerprint,
    opaque,
    same_secret,
    single,
)
from mocks.core.tokens import Claims, sign, unverified, verify
from mocks.core.visit import Visit
from mocks.csam_btb import store
from mocks.csam_btb.backend.authorization import addresses, client_of
from mocks.csam_btb.backend.keys import KeyRing
from mocks.csam_btb.domain.fas import CLIENTS, SCOPES, TOKEN_LIFETIME, Grant, fedid
from mocks.csam_btb.domain.kinds import KEY_KINDS, LEVELS
from mocks.csam_btb.domain.proofs import username_of
from mocks.csam_btb.errors import SignOutElsewhere
from mocks.csam_btb.peers import Peers
from mocks.csam_btb.store.grants import IssuedToken

if TYPE_CHECKING:
    from werkzeug.datastructures import MultiDict

METHODS = ("client_secret_basic", "client_secret_post")


def client_secret(visit: Visit, client_id: str) -> str:
    """Return the secret of a client: drawn once per installation, never committed."""
    return visit.house.keys.secret(f"fas-client-{client_id}").hex()


class Fas:
    """The provider during one visit."""

    def __init__(self, visit: Visit) -> None:
        """Answer within ``visit``."""
        self._visit = visit

    @property
    def issuer(self) -> str:
        """The issuer of this world (newer clients use this form of it: likely)."""
        return self._visit.url("fas", "/fas/oauth2")

    def discovery(self) -> dict[str, Any]:
        """Return the metadata of OpenID Connect Discovery §3."""
        at = self.issuer
        return {
            "issuer": at,
            "authorization_endpoint": f"{at}/authorize",
            "token_endpoint": f"{at}/access_token",
            "userinfo_endpoint": f"{at}/userinfo",
            "introspection_endpoint": f"{at}/introspect",
            "jwks_uri": f"{at}/connect/jwk_uri",
            "end_session_endpoint": f"{at}/connect/endSession",
            "response_types_supported": ["code"],
            "response_modes_supported": ["query"],
            "grant_types_supported": ["authorization_code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "userinfo_signing_alg_values_supported": ["RS256"],
            "token_endpoint_auth_methods_supported": list(METHODS),
            "introspection_endpoint_auth_methods_supported": list(METHODS),
            "code_challenge_methods_supported": ["S256"],
            "scopes_supported": list(SCOPES),
            "acr_values_supported": list(LEVELS),
            "claims_supported": [
                "sub", "surname", "givenName", "mail", "prefLanguage", "egovNRN", "fedid", "roles",
                "assurance_level", "amr", "acr",
            ],
            "claims_parameter_supported": False,
            "request_parameter_supported": False,
            "request_uri_parameter_supported": False,
        }  # fmt: skip

    def keys(self) -> list[dict[str, str]]:
        """Return the public keys with which FAS signs (RFC 7517)."""
        return [dict(key.jwk) for key in self._visit.signing_keys("fas", "RS256")]

    def exchange(self, credentials: Credentials, form: MultiDict[str, str]) -> dict[str, Any]:
        """Return the tokens for a code.

        Raises:
            OAuthRefusal: one subclass per reason.
        """
        client_id = self._authenticated(credentials)
        grant_type = single(form, "grant_type")
        if grant_type is None:
            raise InvalidRequest("grant_type ontbreekt: authorization_code.")
        if grant_type != "authorization_code":
            raise UnsupportedGrantType("FAS kent hier alleen grant_type=authorization_code.")
        code = fingerprint(single(form, "code") or "")
        grant = self._granted(code, client_id, form)
        now, access_token = self._visit.clock.token_now, opaque()
        with self._visit.writing() as connection:
            first = store.grants.use_code(connection, code)
            if first:
                store.grants.keep_token(connection, fingerprint(access_token), code, grant, now)
        if not first:
            raise InvalidGrant(
                "Deze code is al gebruikt. Wat ermee verkregen was, is ingetrokken: meld opnieuw aan."
            )
        return {
            "access_token": access_token,
            "token_type": "Bearer",
            "expires_in": TOKEN_LIFETIME,
            "scope": grant.scope,
            "id_token": self._id_token(grant, now),
        }

    def userinfo(self, access_token: str, peers: Peers) -> str:
        """Return who signed in, as a signed JWT for the client.

        Raises:
            InvalidToken: when the token is unknown, has lapsed or was revoked, or its person is gone.
        """
        issued = self._issued(access_token)
        holder = KeyRing(self._visit, peers).holder(issued.grant.session.insz) if issued else None
        if issued is None or holder is None:
            raise InvalidToken("Het token is onbekend, vervallen of ingetrokken. Meld opnieuw aan.")
        grant, now = issued.grant, self._visit.clock.token_now
        session, scopes = grant.session, grant.scope.split()
        kind = KEY_KINDS[session.kind]
        claims: Claims = {
            "iss": self.issuer,
            "sub": fedid(session.insz),
            "aud": grant.client_id,
            "iat": now,
            "exp": now + TOKEN_LIFETIME,
            "fedid": fedid(session.insz),
            # The form of the next one has no source: a guess.
            "assurance_level": str(kind.fas_level),
            "acr": kind.acr,
            "amr": kind.amr,
        }
        if "profile" in scopes:
            claims |= {
                "surname": holder.family_name,
                "givenName": holder.given_name,
                "mail": f"{username_of(holder)}@post.example",
                "prefLanguage": "nl",
            }
        if "egovnrn" in scopes:
            claims["egovNRN"] = str(session.insz)
        if "roles" in scopes:
            claims["roles"] = []
        return sign(claims, self._visit.signing_key("fas", "RS256"))

    def introspect(self, credentials: Credentials, form: MultiDict[str, str]) -> dict[str, Any]:
        """Return what a token is good for (RFC 7662); another client's is not active for the asker.

        Raises:
            InvalidClient: when the asker does not prove who it is.
            InvalidRequest: when no token is sent.
        """
        client_id = self._authenticated(credentials)
        token = single(form, "token")
        if token is None:
            raise InvalidRequest("token ontbreekt: stuur het access token mee.")
        issued = self._issued(token)
        if issued is None or issued.grant.client_id != client_id:
            return {"active": False}
        return {
            "active": True,
            "client_id": client_id,
            "aud": client_id,
            "iss": self.issuer,
            "sub": fedid(issued.grant.session.insz),
            "scope": issued.grant.scope,
            "token_type": "Bearer",
            "iat": issued.issued_at,
            "exp": issued.expires,
        }

    def sign_out(self, id_token: str, target: str | None) -> tuple[str, str | None]:
        """End the session of an ID token; return its ``sid`` and where the browser may go.

        An ID token that has lapsed is still a hint (OpenID Connect RP-Initiated Logout §2).

        Raises:
            TokenRefused: when it is no ID token of FAS.
            SignOutElsewhere: when ``target`` is not one of its client's addresses.
        """
        claims = self._hinted(id_token)
        after = addresses(self._visit, client_of(str(claims["aud"])).after_sign_out)
        if target is not None and target not in after:
            raise SignOutElsewhere(f"post_logout_redirect_uri moet letterlijk {' of '.join(after)} zijn.")
        sid = str(claims.get("sid", ""))
        self.end_session(sid)
        return sid, target

    def end_session(self, sid: str) -> None:
        """End a session, and what was issued on it."""
        with self._visit.writing() as connection:
            store.grants.close_session(connection, sid)

    def _authenticated(self, credentials: Credentials) -> str:
        if credentials.method not in METHODS:
            raise InvalidClient(f"FAS aanvaardt hier alleen {' en '.join(METHODS)}.")
        client_id = credentials.client_id
        if client_id is None or client_id not in CLIENTS:
            raise InvalidClient(f"FAS kent deze client niet; wel: {', '.join(CLIENTS)}.")
        if not same_secret(credentials.secret, client_secret(self._visit, client_id)):
            raise InvalidClient("client_secret is verkeerd.")
        return client_id

    def _granted(self, code: str, client_id: str, form: MultiDict[str, str]) -> Grant:
        """Return what a code stands for, whether it was used before or not."""
        issued = store.grants.find_code(self._visit.reading, code)
        if issued is None or issued.grant.client_id != client_id:
            raise InvalidGrant("FAS kent deze code niet voor deze client.")
        if not issued.used and self._visit.clock.token_now >= issued.good_until:
            raise InvalidGrant("Deze code is vervallen: wissel ze binnen 60 seconden in.")
        if single(form, "redirect_uri") != issued.grant.redirect_uri:
            raise InvalidGrant("redirect_uri is een andere dan in de aanvraag.")
        challenge = issued.grant.challenge
        check_verifier((challenge, "S256") if challenge else None, single(form, "code_verifier"))
        return issued.grant

    def _issued(self, access_token: str) -> IssuedToken | None:
        now = self._visit.clock.token_now
        return store.grants.find_token(self._visit.reading, fingerprint(access_token), now)

    def _id_token(self, grant: Grant, now: int) -> str:
        session, kind = grant.session, KEY_KINDS[grant.session.kind]
        claims: Claims = {
            "iss": self.issuer,
            "sub": fedid(session.insz),
            "aud": grant.client_id,
            "azp": grant.client_id,
            "iat": now,
            "exp": now + TOKEN_LIFETIME,
            "auth_time": session.auth_time,
            "acr": kind.acr,
            "amr": kind.amr,
            "sid": session.sid,
        }
        if grant.nonce is not None:
            claims["nonce"] = grant.nonce
        return sign(claims, self._visit.signing_key("fas", "RS256"))

    def _hinted(self, id_token: str) -> Mapping[str, Any]:
        """Verify an ID token at the moment of its own issue: a hint may be old."""
        _, claims = unverified(id_token)
        issued_at = claims.get("iat")
        return verify(
            id_token,
            self._visit.key_set("fas", "RS256"),
            issuer=self.issuer,
            audience=str(claims.get("aud")),
            now=issued_at if isinstance(issued_at, int) else 0,
        )
