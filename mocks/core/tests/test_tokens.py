"""Tokens: each way in which a token can be wrong has its own reason."""

from __future__ import annotations

import hashlib
import hmac
import json
from typing import Any

import pytest
from cryptography.hazmat.primitives import serialization
from hypothesis import given
from hypothesis import strategies as st
from joserfc import jwt as judge
from joserfc.jwk import JWKRegistry
from joserfc.jwk import KeySet as JudgesKeySet

from mocks.core import tokens
from mocks.core.errors import Refusal
from mocks.core.keys import Algorithm, KeyPool, MemoryVault
from mocks.core.tests.alone import KEYS, opened, part
from mocks.core.tokens import LEEWAY, KeySet, sign, unverified, verify

NOW = 1_619_506_800
KEY = KEYS.signing_key("acm", "ES256")
RSA = KEYS.signing_key("acm", "RS256")
STRANGER = KeyPool(MemoryVault()).signing_key("acm", "ES256")
OURS = KeySet.of([KEY, RSA])

CLAIMS: dict[str, Any] = {
    "iss": "https://issuer.test",
    "aud": "https://audience.test",
    "sub": "80010199976",
    "iat": NOW,
    "exp": NOW + 300,
}


def check(token: str, now: int = NOW, typ: str = "JWT", keys: KeySet = OURS) -> dict[str, Any]:
    return verify(
        token, keys, issuer="https://issuer.test", audience="https://audience.test", now=now, typ=typ
    )


def signed(**changes: Any) -> str:  # noqa: ANN401  # a claim is of any type
    return sign({name: value for name, value in {**CLAIMS, **changes}.items() if value is not ...}, KEY)


@pytest.mark.parametrize("alg", ["RS256", "ES256"])
def test_what_we_sign_we_accept(alg: Algorithm) -> None:
    assert check(sign(CLAIMS, KEYS.signing_key("acm", alg))) == CLAIMS


@pytest.mark.parametrize("alg", ["RS256", "ES256"])
def test_an_independent_judge_accepts_what_we_sign(alg: Algorithm) -> None:
    key = KEYS.signing_key("acm", alg)
    published = JudgesKeySet.import_key_set({"keys": [dict(key.jwk)]})
    judged = judge.decode(sign(CLAIMS, key), published, algorithms=[alg])
    assert (judged.claims, judged.header) == (CLAIMS, {"alg": alg, "kid": key.kid, "typ": "JWT"})


@pytest.mark.parametrize("alg", ["RS256", "ES256"])
def test_we_accept_what_an_independent_signer_signs(alg: Algorithm) -> None:
    key = KEYS.signing_key("acm", alg)
    pem = key.private.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    private = JWKRegistry.import_key(pem, key.jwk["kty"])
    token = judge.encode({"alg": alg, "kid": key.kid}, CLAIMS, private, algorithms=[alg])
    assert check(token, keys=KeySet.parse({"keys": [dict(key.jwk)]})) == CLAIMS


def test_an_audience_may_be_one_of_a_list() -> None:
    assert check(signed(aud=["https://other.test", "https://audience.test"]))["sub"] == "80010199976"


@pytest.mark.parametrize("audience", [["https://other.test"], [], "https://other.test", None, ..., 5, {}])
def test_a_token_for_somebody_else_is_refused(audience: object) -> None:
    with pytest.raises(tokens.WrongAudience):
        check(signed(aud=audience))


@pytest.mark.parametrize("issuer", ["https://issuer.test/", "https://other.test", "", ...])
def test_a_token_of_somebody_else_is_refused(issuer: object) -> None:
    with pytest.raises(tokens.WrongIssuer):
        check(signed(iss=issuer))


def test_the_last_second_is_valid_and_the_moment_of_expiry_is_not() -> None:
    assert check(signed(), now=NOW + 299)
    with pytest.raises(tokens.TokenExpired):
        check(signed(), now=NOW + 300)


@pytest.mark.parametrize("claim", ["iat", "nbf"])
def test_a_token_from_the_future_is_refused_beyond_the_leeway(claim: str) -> None:
    assert check(signed(**{claim: NOW + LEEWAY}))
    with pytest.raises(tokens.TokenNotYetValid):
        check(signed(**{claim: NOW + LEEWAY + 1}))


@pytest.mark.parametrize("claim", ["exp", "iat", "nbf"])
@pytest.mark.parametrize(
    "value", [None, "1619506800", True, [], float("nan"), float("inf"), 10**400, (NOW + 300) * 1000]
)
def test_a_time_that_is_no_number_of_seconds_is_malformed(claim: str, value: object) -> None:
    with pytest.raises(tokens.MalformedToken, match="in seconden"):
        check(signed(**{claim: value}))


def test_a_token_without_expiry_is_malformed() -> None:
    with pytest.raises(tokens.MalformedToken):
        check(signed(exp=...))


def test_a_token_may_omit_when_it_was_issued() -> None:
    assert "iat" not in check(signed(iat=...))


@pytest.mark.parametrize("subject", [5, None, [], {}])
def test_a_subject_that_is_no_text_is_malformed_and_not_called_a_bad_signature(subject: object) -> None:
    with pytest.raises(tokens.MalformedToken, match="sub"):
        check(signed(sub=subject))


@pytest.mark.parametrize("algorithm", ["none", "None", "NONE", "nOnE"])
def test_a_token_that_says_it_needs_no_signature_is_refused(algorithm: str) -> None:
    header = part({"alg": algorithm, "kid": KEY.kid, "typ": "JWT"})
    for signature in ("", opened(signed())[2]):
        with pytest.raises(tokens.BadSignature):
            check(f"{header}.{part(CLAIMS)}.{signature}")


@pytest.mark.parametrize("form", ["pem", "der", "jwk", "n"])
def test_a_public_key_used_as_a_shared_secret_is_refused(form: str) -> None:
    public = RSA.private.public_key()
    kind = serialization.PublicFormat.SubjectPublicKeyInfo
    secret = {
        "pem": public.public_bytes(serialization.Encoding.PEM, kind),
        "der": public.public_bytes(serialization.Encoding.DER, kind),
        "jwk": json.dumps(dict(RSA.jwk)).encode(),
        "n": RSA.jwk["n"].encode(),
    }[form]
    signing_input = f"{part({'alg': 'HS256', 'kid': RSA.kid, 'typ': 'JWT'})}.{part(CLAIMS)}"
    forged = hmac.new(secret, signing_input.encode(), hashlib.sha256).digest()
    with pytest.raises(tokens.BadSignature):
        check(f"{signing_input}.{part(forged)}")


def test_an_altered_payload_is_refused() -> None:
    header, _, signature = signed().split(".")
    with pytest.raises(tokens.BadSignature):
        check(f"{header}.{part({**CLAIMS, 'sub': '85050500095'})}.{signature}")


def test_the_signature_of_another_key_under_our_kid_is_refused() -> None:
    forged = sign(CLAIMS, STRANGER).split(".")
    header = part({"alg": "ES256", "kid": KEY.kid, "typ": "JWT"})
    with pytest.raises(tokens.BadSignature):
        check(".".join([header, *forged[1:]]))


def test_a_key_that_the_issuer_does_not_publish_is_refused() -> None:
    with pytest.raises(tokens.UnknownSigner):
        check(sign(CLAIMS, STRANGER))


def test_a_key_inside_the_token_itself_is_not_believed() -> None:
    header = {"alg": "ES256", "kid": STRANGER.kid, "jwk": dict(STRANGER.jwk), "jku": "https://evil.test"}
    with pytest.raises(tokens.UnknownSigner):
        check(f"{part(header)}.{'.'.join(sign(CLAIMS, STRANGER).split('.')[1:])}")


def test_a_key_serves_only_its_own_algorithm() -> None:
    header = part({"alg": "RS256", "kid": KEY.kid, "typ": "JWT"})
    _, claims, signature = sign(CLAIMS, RSA).split(".")
    with pytest.raises(tokens.BadSignature):
        check(f"{header}.{claims}.{signature}")


def test_another_kind_of_token_is_refused() -> None:
    functions = sign(CLAIMS, KEY, "kbo-functions+jwt")
    assert check(functions, typ="kbo-functions+jwt")
    for token, typ in ((signed(), "kbo-functions+jwt"), (functions, "JWT")):
        with pytest.raises(tokens.MalformedToken, match="soort"):
            check(token, typ=typ)


@pytest.mark.parametrize(
    "token",
    [
        "", "a", "a.b", "a.b.c", "a.b.c.d", "....", "é.è.ê", part({"alg": "ES256"}) + ".e30.e30",
        part([1]) + ".e30.", part({"alg": "ES256", "kid": 5}) + ".e30.", part(b"[" * 100_000) + ".e30.",
        part({"alg": "ES256", "kid": None}) + ".e30.", "x" * 100_000,
    ],
)  # fmt: skip
def test_what_is_no_token_is_malformed(token: str) -> None:
    with pytest.raises(tokens.MalformedToken):
        check(token)
    if token.count(".") != 2 or not token.startswith("ey"):
        with pytest.raises(tokens.MalformedToken):
            unverified(token)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200))
def test_any_text_is_refused_and_never_a_bug(text: str) -> None:
    with pytest.raises(tokens.TokenRefused):
        check(text)


def test_every_reason_to_refuse_a_token_has_its_own_code() -> None:
    reasons: list[type[Refusal]] = [tokens.TokenRefused, *tokens.TokenRefused.__subclasses__()]
    assert len({reason.code for reason in reasons}) == len(reasons)


def test_unverified_tells_whose_keys_to_verify_with() -> None:
    header, claims = unverified(signed())
    assert (header["kid"], claims["iss"]) == (KEY.kid, "https://issuer.test")
