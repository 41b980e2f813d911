"""Key sets: which published keys we verify with."""

from __future__ import annotations

from typing import Any

import pytest
from cryptography.hazmat.primitives import serialization
from joserfc.jwk import ECKey, JWKRegistry

from mocks.core.keys import SigningKey
from mocks.core.tests.alone import KEYS
from mocks.core.tokens import KeySet, MalformedToken, UnknownSigner, sign, verify

KEY = KEYS.signing_key("acm", "ES256")
RSA = KEYS.signing_key("acm", "RS256")
OTHER_CURVE = ECKey.generate_key("P-384").as_dict(private=False)
ED25519 = {"kty": "OKP", "crv": "Ed25519", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}


@pytest.mark.parametrize(
    "other",
    [
        ED25519, {"kty": "oct", "k": "c2VjcmV0"}, OTHER_CURVE,
        {**RSA.jwk, "use": "enc", "alg": "RSA-OAEP"},
    ],
    ids=["Ed25519", "shared secret", "P-384", "encryption"],
)  # fmt: skip
def test_a_key_for_another_purpose_is_left_out_and_spoils_nothing(other: dict[str, Any]) -> None:
    keys = KeySet.parse({"keys": [{**other, "kid": "other"}, dict(KEY.jwk)]})
    assert keys.find(KEY.kid)[0] == "ES256"
    with pytest.raises(UnknownSigner):
        keys.find("other")


@pytest.mark.parametrize("key", [KEY, RSA], ids=["EC", "RSA"])
def test_a_private_half_sent_along_does_no_harm(key: SigningKey) -> None:
    pem = key.private.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    sent = JWKRegistry.import_key(pem, key.jwk["kty"]).as_dict(private=True)
    assert "d" in sent
    keys = KeySet.parse({"keys": [{**sent, "kid": key.kid}]})
    token = sign({"iss": "i", "aud": "a", "exp": 10}, key)
    assert verify(token, keys, issuer="i", audience="a", now=0)["exp"] == 10


@pytest.mark.parametrize(
    "document",
    [
        {}, {"keys": None}, {"keys": 5}, {"keys": ["a"]}, {"keys": [{}]}, {"keys": [{"kty": "RSA"}]},
        {"keys": [{**KEY.jwk, "x": KEY.jwk["y"]}]}, {"keys": [{**KEY.jwk, "x": "!!"}]},
        {"keys": [{**KEY.jwk, "x": 5}]}, {"keys": [{**KEY.jwk, "kid": []}]},
        {"keys": [{"kty": "RSA", "n": "AQAB", "e": "AQAB"}]}, {"keys": [{"kty": ["RSA"]}]}, [], "keys",
    ],
)  # fmt: skip
def test_what_is_no_key_set_is_refused(document: dict[str, object]) -> None:
    with pytest.raises(MalformedToken, match="JWKS"):
        KeySet.parse(document)


def test_an_empty_key_set_knows_no_signer() -> None:
    with pytest.raises(UnknownSigner):
        KeySet.parse({"keys": []}).find(KEY.kid)
