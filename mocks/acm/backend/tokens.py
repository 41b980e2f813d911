"""The token endpoint and what comes after it: exchange, refresh, userinfo, introspection, revocation.

*Bron*: ACM's pages on tokens (domain facts §1.3): access token 1 hour and opaque, ID token 1 hour,
refresh token only with ``offline_access`` and once, ``invalid_request`` for a spent one.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mocks.acm import store
from mocks.acm.backend.decide import Decider
from mocks.acm.domain.claims import claims_for
from mocks.acm.domain.eloket import Eloket
from mocks.acm.domain.verdict import Verdict
from mocks.acm.errors import RefreshSpent
from mocks.core import oauth
from mocks.core.identifiers import Insz, subject_of
from mocks.core.oauth import AccessDenied, InvalidGrant, InvalidRequest, InvalidToken, fingerprint, opaque
from mocks.core.store import Connection
from mocks.core.tokens import Claims, sign
from mocks.core.visit import Visit

ACCESS_SECONDS = 3600
ID_SECONDS = 3600
REFRESH_SECONDS = 8 * 3600
"""The total period of refreshing is not published; a working day is our guess."""

Grant = dict[str, Any]


@dataclass(frozen=True)
class _Minted:
    """Tokens that were made and are yet to be kept: the answer, and fingerprint, document and end of each."""

    answer: Claims
    rows: list[tuple[str, str, int]]


@dataclass(frozen=True)
class Tokens:
    """Tokens during one visit."""

    visit: Visit

    @property
    def issuer(self) -> str:
        """ACM's issuer in this world."""
        return self.visit.url("acm", "/op")

    @property
    def _now(self) -> int:
        return self.visit.clock.token_now

    def exchange(self, eloket: Eloket, form: Mapping[str, str | None]) -> Claims:
        """Exchange a code for tokens.

        Raises:
            InvalidRequest: when the code is missing.
            InvalidGrant: when it is unknown, lapsed, used, another client's, or does not fit.
        """
        code = form.get("code")
        if code is None:
            raise InvalidRequest("De parameter code ontbreekt.")
        identifier = fingerprint(code)
        kept = store.find(self.visit.reading, "code", identifier)
        if kept is None or kept.document == "assertion":
            raise InvalidGrant("Deze code is niet bekend.")
        grant: Grant = json.loads(kept.document)
        if grant["client_id"] != eloket.client_id:
            raise InvalidGrant("Deze code hoort bij een andere client.")
        if kept.spent:
            self._revoke_family(identifier)
            raise InvalidGrant("Deze code is al gebruikt; de tokens die ze gaf, gelden niet meer.")
        if kept.expires <= self._now:
            raise InvalidGrant("Deze code is ouder dan 30 seconden. Meld opnieuw aan.")
        if form.get("redirect_uri") != grant["redirect_uri"]:
            raise InvalidGrant("redirect_uri is een andere dan in de aanvraag.")
        challenge = grant["challenge"]
        oauth.check_verifier(tuple(challenge) if challenge else None, form.get("code_verifier"))
        minted = self._mint(grant, self._now + REFRESH_SECONDS)
        with self.visit.writing() as connection:
            if not store.spend(connection, "code", identifier):
                raise InvalidGrant("Deze code is al gebruikt.")
            self._keep(connection, minted, identifier)
        return minted.answer

    def refresh(self, decider: Decider, eloket: Eloket, form: Mapping[str, str | None]) -> Claims:
        """Give new tokens for a refresh token, after deciding anew.

        Raises:
            RefreshSpent: ``invalid_request`` for one that is unknown, spent or lapsed.
            AccessDenied: with the reason, when the person may no longer act.
        """
        token = form.get("refresh_token")
        if token is None:
            raise InvalidRequest("De parameter refresh_token ontbreekt.")
        identifier = fingerprint(token)
        kept = store.find(self.visit.reading, "token", identifier)
        grant: Grant | None = json.loads(kept.document) if kept is not None else None
        if kept is None or grant is None or grant.get("kind") != "refresh":
            raise RefreshSpent("Deze refresh token is niet bekend.")
        if grant["client_id"] != eloket.client_id:
            raise InvalidGrant("Deze refresh token hoort bij een andere client.")
        if kept.spent:
            self._revoke_family(kept.family or "")
            raise RefreshSpent("Deze refresh token is al gebruikt; gebruik de nieuwe.")
        if kept.expires <= self._now:
            raise RefreshSpent("Deze refresh token is vervallen. Meld opnieuw aan.")
        # *Bron*: OpenID Connect Core §12.2: the ID token of a refresh should not have a nonce.
        renewed = {**grant, "claims": _decided_anew(decider, eloket, grant), "nonce": None}
        minted = self._mint(renewed, int(kept.expires))
        with self.visit.writing() as connection:
            if not store.spend(connection, "token", identifier):
                raise RefreshSpent("Deze refresh token is al gebruikt; gebruik de nieuwe.")
            self._keep(connection, minted, kept.family or "")
        return minted.answer

    def userinfo(self, token: str) -> Claims:
        """Return what userinfo tells for an access token.

        Raises:
            InvalidToken: when it is unknown, revoked or has lapsed.
        """
        grant = self._access(token)
        if grant is None:
            raise InvalidToken("Dit access token is niet bekend, ingetrokken of vervallen.")
        return {"sub": subject_of(grant["insz"]), **grant["claims"]}

    def introspect(self, token: str) -> Claims:
        """Return what a token is worth (RFC 7662), with a signed copy as ACM gives it."""
        grant = self._access(token)
        if grant is None:
            return {"active": False}
        answer = {
            "active": True,
            "aud": grant["client_id"],
            "client_id": grant["client_id"],
            "exp": grant["exp"],
            "iat": grant["iat"],
            "iss": self.issuer,
            "scope": " ".join(grant["scopes"]),
            "sub": subject_of(grant["insz"]),
            "token_type": "bearer",
            **{name: value for name, value in grant["claims"].items() if name.startswith("vo_")},
        }
        return {**answer, "jwt": sign(answer, self.visit.signing_key("acm", "RS256"))}

    def revoke(self, eloket: Eloket, token: str) -> None:
        """Revoke a token of this client (RFC 7009); an unknown one is no error."""
        kept = store.find(self.visit.reading, "token", fingerprint(token))
        if kept is None:
            return
        grant: Grant = json.loads(kept.document)
        if grant["client_id"] != eloket.client_id:
            return
        if grant["kind"] == "refresh":
            self._revoke_family(kept.family or "")
            return
        with self.visit.writing() as connection:
            store.forget(connection, "token", fingerprint(token))

    def _mint(self, grant: Grant, refresh_until: int) -> _Minted:
        """Make tokens; signing takes longest of all, so that nobody is made to wait for it."""
        now = self._now
        access = opaque(32)
        kept = {**grant, "kind": "access", "iat": now, "exp": now + ACCESS_SECONDS}
        rows = [(fingerprint(access), json.dumps(kept), int(kept["exp"]))]
        answer: Claims = {
            "access_token": access,
            "token_type": "Bearer",
            "expires_in": ACCESS_SECONDS,
            "scope": " ".join(grant["scopes"]),
        }
        if "offline_access" in grant["scopes"]:
            refresh = opaque(32)
            rows.append((fingerprint(refresh), json.dumps({**grant, "kind": "refresh"}), refresh_until))
            answer["refresh_token"] = refresh
        if "openid" in grant["scopes"]:
            answer["id_token"] = self._id_token(grant, access)
        return _Minted(answer, rows)

    def _keep(self, connection: Connection, minted: _Minted, family: str) -> None:
        for identifier, document, expires in minted.rows:
            store.keep(connection, "token", identifier, document, expires, self._now, family)

    def _id_token(self, grant: Grant, access: str) -> str:
        """Sign the ID token; *Bron*: its members are those of ACM's example, ``kid`` included."""
        key = self.visit.signing_key("acm", "RS256")
        now = self._now
        claims: Claims = {
            "iss": self.issuer,
            "sub": subject_of(grant["insz"]),
            "aud": grant["client_id"],
            "azp": grant["client_id"],
            "iat": now,
            "exp": now + ID_SECONDS,
            "kid": key.kid,
            "at_hash": oauth.half_hash(access),
            **grant["claims"],
        }
        for name in ("nonce", "acr", "auth_time"):
            if grant[name] is not None:
                claims[name] = grant[name]
        return sign(claims, key)

    def _access(self, token: str) -> Grant | None:
        kept = store.find(self.visit.reading, "token", fingerprint(token))
        if kept is None or kept.expires <= self._now:
            return None
        grant: Grant = json.loads(kept.document)
        return grant if grant["kind"] == "access" else None

    def _revoke_family(self, family: str) -> None:
        with self.visit.writing() as connection:
            store.forget_family(connection, family)


def _decided_anew(decider: Decider, eloket: Eloket, grant: Grant) -> Claims:
    insz, wanted = Insz(grant["insz"]), grant["identity"]
    facts = decider.facts(insz, wanted["code"], narrow=wanted["code"] is not None)
    decision = decider.decide(facts, eloket, grant["key"], wanted["code"])
    whole_group = wanted["code"] is None and wanted["target_group"] != "BUR"
    looked_at = (
        decision.concerning(wanted["target_group"], None) if whole_group else decision.about(wanted["code"])
    )
    verdicts = [
        one
        for one in looked_at
        if one.route == wanted["route"] and wanted["holder"] in (None, one.identity.holder_code)
    ]
    allowed = next(iter(decision.offered(verdicts)), None)
    if allowed is None or facts.person is None:
        raise AccessDenied(_reasons(verdicts))
    return claims_for(facts.person, allowed, grant["scopes"])


def _reasons(verdicts: list[Verdict]) -> str:
    return " ".join(one.reason for one in verdicts) or "De persoon mag hier niet meer optreden."
