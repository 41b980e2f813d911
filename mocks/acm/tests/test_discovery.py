"""What ACM publishes: its metadata and its keys."""

from __future__ import annotations

import pytest
import requests
from authlib.oidc.discovery import OpenIDProviderMetadata
from joserfc import jwt
from joserfc.jwk import KeySet

from mocks.acm.tests.own_eloket import ACM, ISSUER, tokens
from mocks.core.tokens import unverified
from mocks.pytest_plugin import FederationInTest

pytestmark = pytest.mark.usefixtures("federation")

DISCOVERY = f"{ISSUER}/.well-known/openid-configuration"
KEYS = f"{ISSUER}/v1/keys"


def test_the_metadata_are_complete() -> None:
    assert requests.get(DISCOVERY, timeout=10).json() == {
        "issuer": ISSUER,
        "authorization_endpoint": f"{ISSUER}/v1/auth",
        "token_endpoint": f"{ISSUER}/v1/token",
        "userinfo_endpoint": f"{ISSUER}/v1/userinfo",
        "jwks_uri": f"{ISSUER}/v1/keys",
        "end_session_endpoint": f"{ISSUER}/v1/logout",
        "introspection_endpoint": f"{ISSUER}/v1/introspect",
        "revocation_endpoint": f"{ISSUER}/v1/revoke",
        "response_types_supported": ["code"],
        "response_modes_supported": ["query", "fragment", "form_post"],
        "grant_types_supported": ["authorization_code", "refresh_token"],
        "id_token_signing_alg_values_supported": ["RS256"],
        "subject_types_supported": ["public"],
        "token_endpoint_auth_methods_supported": [
            "client_secret_basic",
            "client_secret_post",
            "private_key_jwt",
        ],
        "token_endpoint_auth_signing_alg_values_supported": ["RS256", "ES256"],
        "code_challenge_methods_supported": ["plain", "S256"],
        "acr_values_supported": [
            f"urn:be:vlaanderen:authmech:{means}"
            for means in ("eid", "itsme", "csamtotp", "csamsms", "csamtoken")
        ],
        "claims_parameter_supported": False,
        "request_parameter_supported": False,
        "request_uri_parameter_supported": False,
    }


def test_the_scopes_of_a_client_are_not_published() -> None:
    assert "scopes_supported" not in requests.get(DISCOVERY, timeout=10).json()


def test_authlib_finds_the_metadata_valid() -> None:
    OpenIDProviderMetadata(requests.get(DISCOVERY, timeout=10).json()).validate()


def test_every_endpoint_of_the_metadata_exists() -> None:
    metadata = requests.get(DISCOVERY, timeout=10).json()
    for name, url in metadata.items():
        if name.endswith("_endpoint") or name == "jwks_uri":
            answered = requests.options(url, timeout=10)
            assert (answered.status_code, "Allow" in answered.headers) == (200, True), name


def test_the_keys_are_public_halves_of_rsa_2048_with_a_thumbprint_for_a_name() -> None:
    (key,) = requests.get(KEYS, timeout=10).json()["keys"]
    assert set(key) == {"kty", "n", "e", "kid", "alg", "use"}
    assert (key["kty"], key["alg"], key["use"]) == ("RSA", "RS256", "sig")
    parsed = KeySet.import_key_set({"keys": [key]}).keys[0]
    assert parsed.thumbprint() == key["kid"]
    assert requests.get(f"{ACM}/.well-known/jwks.json", timeout=10).json() == {"keys": [key]}


def test_after_a_rotation_new_tokens_have_the_new_key_and_old_ones_still_verify() -> None:
    old = tokens()["id_token"]
    (before,) = requests.get(KEYS, timeout=10).json()["keys"]
    rotated = requests.post(f"{ACM}/_mock/keys", timeout=10)
    assert rotated.status_code == 200
    new = tokens()["id_token"]
    published = requests.get(KEYS, timeout=10).json()
    assert [key["kid"] for key in published["keys"]] == [rotated.json()["kid"], before["kid"]]
    assert unverified(old)[0]["kid"] == before["kid"]
    assert (unverified(new)[0]["kid"], unverified(new)[1]["kid"]) == (rotated.json()["kid"],) * 2
    for token in (old, new):
        assert (
            jwt.decode(token, KeySet.import_key_set(published), algorithms=["RS256"]).claims["iss"] == ISSUER
        )


def test_a_rotation_in_one_world_leaves_the_other_tests_alone(federation: FederationInTest) -> None:
    del federation
    assert len(requests.get(KEYS, timeout=10).json()["keys"]) == 1
