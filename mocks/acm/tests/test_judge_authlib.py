"""Authlib judges: a relying party that we did not write signs in and trusts what it gets."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest
import requests
from authlib.integrations.requests_client import OAuth2Session
from authlib.oauth2.rfc7523 import PrivateKeyJWT
from authlib.oidc.core import CodeIDToken
from authlib.oidc.discovery import OpenIDProviderMetadata
from joserfc import jwt
from joserfc.errors import BadSignatureError, JoseError
from joserfc.jwk import KeySet, RSAKey

from mocks.acm.tests.own_eloket import CALLBACK, CLIENT, ISSUER, VERIFIER, register
from mocks.pytest_plugin import FederationInTest

SCOPE = "openid profile vo rrn offline_access"
NONCE = "nonce-van-de-rechter"


@pytest.fixture
def metadata(federation: FederationInTest) -> dict[str, Any]:
    """Discover ACM as a relying party does, by its issuer alone."""
    del federation
    document = requests.get(f"{ISSUER}/.well-known/openid-configuration", timeout=10).json()
    OpenIDProviderMetadata(document).validate()
    assert document["issuer"] == ISSUER
    return dict(document)


@pytest.fixture
def keys(metadata: dict[str, Any]) -> KeySet:
    """Fetch the keys of ACM where its metadata say."""
    return KeySet.import_key_set(requests.get(metadata["jwks_uri"], timeout=10).json())


def party(**options: Any) -> OAuth2Session:  # noqa: ANN401  # options of Authlib
    """Return Authlib's own client for eigen-eloket, or for another one."""
    settings = {
        "client_id": CLIENT[0],
        "client_secret": CLIENT[1],
        "redirect_uri": CALLBACK,
        "scope": SCOPE,
        "code_challenge_method": "S256",
        **options,
    }
    return OAuth2Session(**settings)


def answer_to(session: OAuth2Session, metadata: dict[str, Any]) -> str:
    """Let Authlib make its request, and return where ACM sends the browser."""
    url, state = session.create_authorization_url(
        metadata["authorization_endpoint"],
        code_verifier=VERIFIER,
        nonce=NONCE,
        mock_persona="jan",
        mock_identity="BUR",
    )
    location = str(requests.get(url, allow_redirects=False, timeout=10).headers["Location"])
    assert f"state={state}" in location
    return location


def sign_in(session: OAuth2Session, metadata: dict[str, Any]) -> dict[str, Any]:
    """Sign Jan in by the code flow with PKCE."""
    given = session.fetch_token(
        metadata["token_endpoint"],
        authorization_response=answer_to(session, metadata),
        code_verifier=VERIFIER,
    )
    return dict(given)


def verified(token: dict[str, Any], keys: KeySet, now: int, client_id: str = CLIENT[0]) -> CodeIDToken:
    """Verify an ID token: its signature by joserfc, its claims by Authlib."""
    signed = jwt.decode(token["id_token"], keys, algorithms=["RS256"])
    claims = CodeIDToken(
        signed.claims,
        signed.header,
        {
            "iss": {"essential": True, "value": ISSUER},
            "aud": {"essential": True, "value": client_id},
            "azp": {"essential": True, "value": client_id},
        },
        {"nonce": NONCE, "access_token": token["access_token"], "client_id": client_id},
    )
    claims.validate(now=now, leeway=0)
    return claims


@pytest.mark.parametrize("method", ["client_secret_basic", "client_secret_post"])
def test_authlib_signs_in_by_code_flow_with_pkce_and_verifies_everything(
    federation: FederationInTest, metadata: dict[str, Any], keys: KeySet, method: str
) -> None:
    session = party(token_endpoint_auth_method=method)
    token = sign_in(session, metadata)
    claims = verified(token, keys, int(federation.now.timestamp()))
    assert (claims["given_name"], claims["vo_doelgroepcode"]) == ("Jan", "BUR")
    told = session.get(metadata["userinfo_endpoint"]).json()
    assert told == {name: claims[name] for name in told}
    assert told["sub"] == claims["sub"]


def test_authlib_refreshes_introspects_and_revokes(metadata: dict[str, Any]) -> None:
    session = party()
    token = sign_in(session, metadata)
    new = session.refresh_token(metadata["token_endpoint"])
    assert new["access_token"] != token["access_token"]
    described = session.introspect_token(metadata["introspection_endpoint"], token=new["access_token"])
    assert described.json()["active"] is True
    assert session.revoke_token(metadata["revocation_endpoint"], token=new["access_token"]).status_code == 200
    assert session.get(metadata["userinfo_endpoint"]).status_code == 401


def test_authlib_proves_itself_by_its_key_as_it_does_by_default(
    federation: FederationInTest, metadata: dict[str, Any], keys: KeySet
) -> None:
    now = int(federation.now.timestamp())
    key = RSAKey.generate_key(2048)
    register(
        client_id="rechter",
        client_secret=None,
        scope=SCOPE,
        token_endpoint_auth_methods=["private_key_jwt"],
        jwks={"keys": [key.as_dict(private=False)]},
    )
    session = party(client_id="rechter", client_secret=key, token_endpoint_auth_method="private_key_jwt")
    session.register_client_auth_method(
        PrivateKeyJWT(metadata["token_endpoint"], claims={"iat": now, "exp": now + 60})
    )
    token = sign_in(session, metadata)
    assert verified(token, keys, now, "rechter")["aud"] == "rechter"


def test_authlib_refuses_an_answer_with_another_state(metadata: dict[str, Any]) -> None:
    session = party()
    location = answer_to(session, metadata)
    session.state = "een andere"
    with pytest.raises(Exception, match="mismatching_state"):
        session.fetch_token(metadata["token_endpoint"], authorization_response=location)


def test_authlib_reads_the_reason_of_a_refusal(metadata: dict[str, Any]) -> None:
    session = party()
    with pytest.raises(Exception, match=r"invalid_grant: .*niet bekend"):
        session.fetch_token(metadata["token_endpoint"], code="onbekend", grant_type="authorization_code")


def tampered(token: str, **changes: object) -> str:
    """Return a token with other claims and the old signature."""
    header, body, signature = token.split(".")
    claims = json.loads(base64.urlsafe_b64decode(body + "=="))
    forged = base64.urlsafe_b64encode(json.dumps({**claims, **changes}).encode()).rstrip(b"=").decode()
    return f"{header}.{forged}.{signature}"


def test_a_tampered_token_is_refused(metadata: dict[str, Any], keys: KeySet) -> None:
    token = sign_in(party(), metadata)
    forged = tampered(token["id_token"], vo_orgcode="0122386185")
    with pytest.raises(BadSignatureError):
        jwt.decode(forged, keys, algorithms=["RS256"])


def test_an_expired_or_swapped_token_is_refused(
    federation: FederationInTest, metadata: dict[str, Any], keys: KeySet
) -> None:
    now = int(federation.now.timestamp())
    token = sign_in(party(), metadata)
    verified(token, keys, now + 3599)
    with pytest.raises(Exception, match="expired"):
        verified(token, keys, now + 3601)
    with pytest.raises(Exception, match="at_hash"):
        verified({**token, "access_token": "een-ander"}, keys, now)
    with pytest.raises(Exception, match="aud"):
        verified(token, keys, now, "kiosk")


def test_the_keys_of_another_provider_do_not_verify(metadata: dict[str, Any]) -> None:
    token = sign_in(party(), metadata)
    others = KeySet([RSAKey.generate_key(2048)])
    with pytest.raises(JoseError):
        jwt.decode(token["id_token"], others, algorithms=["RS256"])
