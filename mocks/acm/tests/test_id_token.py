"""What the ID token and userinfo say, whole."""

from __future__ import annotations

import base64
import hashlib
import re
from datetime import timedelta

import pytest
import requests

from mocks.acm.tests.own_eloket import (
    ALL_SCOPES,
    ISSUER,
    USERINFO,
    payload,
    refusal,
    register,
    tokens,
    userinfo,
)
from mocks.core.identifiers import subject_of, vo_id
from mocks.core.tokens import unverified
from mocks.pytest_plugin import FederationInTest

NOW = 1619506800
"""27 April 2021, nine o'clock in Brussels: where the clock of a test world stands."""
JAN, DE_KADE = "68112399910", "0110041748"
JAN_HIMSELF = {
    "given_name": "Jan",
    "family_name": "Peeters",
    "rrn": JAN,
    "vo_id": vo_id(JAN, "BUR"),
    "vo_doelgroepcode": "BUR",
    "cot": "vo",
}
JAN_FOR_DE_KADE = {
    "given_name": "Jan",
    "family_name": "Peeters",
    "rrn": JAN,
    "vo_id": vo_id(JAN, "EA"),
    "vo_doelgroepcode": "EA",
    "vo_doelgroepnaam": "Economische Actoren",
    "vo_orgcode": DE_KADE,
    "vo_orgnaam": "Theater De Kade vzw",
    "wv_orgcode": DE_KADE,
    "cot": "vo",
}


def at_hash(access_token: str) -> str:
    """Return the left half of SHA-256, as OpenID Connect Core §3.1.3.6 says."""
    half = hashlib.sha256(access_token.encode("ascii")).digest()[:16]
    return base64.urlsafe_b64encode(half).decode().rstrip("=")


@pytest.mark.parametrize(
    ("identity", "person"), [("BUR", JAN_HIMSELF), (f"EA:{DE_KADE}", JAN_FOR_DE_KADE)], ids=["BUR", "EA"]
)
def test_the_id_token_says_exactly_this(
    federation: FederationInTest, identity: str, person: dict[str, str]
) -> None:
    assert (federation.number("jan"), federation.number("de-kade")) == (JAN, DE_KADE)
    given = tokens("jan", identity, scope=ALL_SCOPES, nonce="een-nonce")
    header, claims = unverified(given["id_token"])
    kid = requests.get(f"{ISSUER}/v1/keys", timeout=10).json()["keys"][0]["kid"]
    assert header == {"alg": "RS256", "kid": kid, "typ": "JWT"}
    assert claims == {
        "iss": ISSUER,
        "sub": subject_of(JAN),
        "aud": "eigen-eloket",
        "azp": "eigen-eloket",
        "iat": NOW,
        "exp": NOW + 3600,
        "kid": kid,
        "at_hash": at_hash(given["access_token"]),
        "nonce": "een-nonce",
        **person,
    }
    assert userinfo(given["access_token"]).json() == {"sub": subject_of(JAN), **person}


def test_acr_stands_in_the_id_token_only_when_acr_values_were_sent(federation: FederationInTest) -> None:
    del federation
    urn = "urn:be:vlaanderen:authmech:itsme"
    plain = payload(tokens("jan", mock_key="itsme")["id_token"])
    asked = payload(tokens("jan", mock_key="itsme", acr_values=urn)["id_token"])
    assert "acr" not in plain
    assert {**asked, "at_hash": ""} == {**plain, "acr": urn, "at_hash": ""}


@pytest.mark.parametrize(
    ("scope", "names"),
    [
        ("openid", set()),
        ("openid profile", {"given_name", "family_name"}),
        ("openid rrn", {"rrn"}),
        ("openid wettelijkvertegenwoordiger", {"wv_orgcode"}),
        ("openid ssm_mandaat eigen_eloket offline_access", set()),
        (
            "openid vo",
            {"vo_id", "vo_doelgroepcode", "vo_doelgroepnaam", "vo_orgcode", "vo_orgnaam", "cot"},
        ),
    ],
)
def test_a_claim_comes_with_its_scope_and_not_without(
    federation: FederationInTest, scope: str, names: set[str]
) -> None:
    del federation
    given = tokens("jan", f"EA:{DE_KADE}", scope=scope)
    protocol = {"iss", "sub", "aud", "azp", "iat", "exp", "kid", "at_hash"}
    assert set(payload(given["id_token"])) == protocol | names
    assert set(userinfo(given["access_token"]).json()) == {"sub"} | names


def test_vo_id_differs_per_target_group_and_sub_does_not(federation: FederationInTest) -> None:
    kapeldorp = f"LB:{federation.number('kapeldorp')}"
    himself = payload(tokens("luc", "BUR", scope="openid vo")["id_token"])
    for_kapeldorp = payload(tokens("luc", kapeldorp, scope="openid vo")["id_token"])
    assert himself["sub"] == for_kapeldorp["sub"]
    assert himself["vo_id"] != for_kapeldorp["vo_id"]
    assert (for_kapeldorp["vo_doelgroepcode"], for_kapeldorp["vo_doelgroepnaam"]) == ("LB", "Lokale Besturen")
    assert re.fullmatch(r"[0-9a-f]{40}", himself["sub"])
    assert re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", himself["vo_id"])


def test_vo_id_and_sub_are_the_same_at_every_eloket(federation: FederationInTest) -> None:
    del federation
    register(client_id="ander", scope="openid vo")
    here = payload(tokens("jan", "BUR", scope="openid vo")["id_token"])
    there = payload(tokens("jan", "BUR", scope="openid vo", client=("ander", "geheim"))["id_token"])
    assert (here["sub"], here["vo_id"]) == (there["sub"], there["vo_id"])
    assert (there["aud"], there["azp"]) == ("ander", "ander")


def test_a_bis_number_is_told_in_rrn_as_well(federation: FederationInTest) -> None:
    claims = payload(tokens("sophie", "BUR", scope="openid rrn")["id_token"])
    assert claims["rrn"] == federation.number("sophie")


def test_userinfo_may_be_posted_and_is_never_cached(federation: FederationInTest) -> None:
    del federation
    access = tokens("jan", scope="openid rrn")["access_token"]
    bearer = {"Authorization": f"Bearer {access}"}
    answered = requests.post(USERINFO, headers=bearer, timeout=10)
    assert answered.json() == {"sub": subject_of(JAN), "rrn": JAN}
    assert (answered.headers["Content-Type"], answered.headers["Cache-Control"]) == (
        "application/json",
        "no-store",
    )


@pytest.mark.parametrize(
    "header",
    [None, "", "Bearer", "Bearer ", "Bearer onbekend", "Basic eA==", "Bearer \xe9", "Bearer " + "x" * 50_000],
)
def test_userinfo_without_a_good_token_is_refused(federation: FederationInTest, header: str | None) -> None:
    del federation
    headers = {} if header is None else {"Authorization": header}
    answered = requests.get(USERINFO, headers=headers, timeout=10)
    assert refusal(answered) == (401, "invalid_token")
    assert answered.headers["WWW-Authenticate"] == 'Bearer realm="ACM", error="invalid_token"'


def test_userinfo_with_an_expired_token_is_refused(federation: FederationInTest) -> None:
    access = tokens("jan")["access_token"]
    federation.step(timedelta(hours=1))
    assert refusal(userinfo(access)) == (401, "invalid_token")


def test_an_id_token_or_a_refresh_token_is_no_access_token(federation: FederationInTest) -> None:
    del federation
    given = tokens("jan", scope="openid offline_access")
    for name in ("id_token", "refresh_token"):
        assert refusal(userinfo(given[name])) == (401, "invalid_token")
