"""Introspection and revocation."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mocks.acm.tests.own_eloket import (
    ISSUER,
    payload,
    post,
    refresh,
    refusal,
    register,
    tokens,
    userinfo,
)
from mocks.core.identifiers import subject_of, vo_id
from mocks.pytest_plugin import FederationInTest

INTROSPECT, REVOKE = f"{ISSUER}/v1/introspect", f"{ISSUER}/v1/revoke"
NOW = 1619506800
JAN, DE_KADE = "68112399910", "0110041748"

pytestmark = pytest.mark.usefixtures("federation")


def test_an_access_token_is_described_whole_with_a_signed_copy() -> None:
    access = tokens("jan", f"EA:{DE_KADE}", scope="openid vo rrn")["access_token"]
    answered = post(INTROSPECT, {"token": access})
    assert (answered.status_code, answered.headers["Cache-Control"]) == (200, "no-store")
    body = answered.json()
    copy = payload(body.pop("jwt"))
    assert body == {
        "active": True,
        "aud": "eigen-eloket",
        "client_id": "eigen-eloket",
        "exp": NOW + 3600,
        "iat": NOW,
        "iss": ISSUER,
        "scope": "openid vo rrn",
        "sub": subject_of(JAN),
        "token_type": "bearer",
        "vo_id": vo_id(JAN, "EA"),
        "vo_doelgroepcode": "EA",
        "vo_doelgroepnaam": "Economische Actoren",
        "vo_orgcode": DE_KADE,
        "vo_orgnaam": "Theater De Kade vzw",
    }
    assert copy == body


@pytest.mark.parametrize("token", ["onbekend", "\0", "é\U0001f511", "x" * 100_000, "a.b.c"])
def test_of_nonsense_only_is_said_that_it_is_not_active(token: str) -> None:
    answered = post(INTROSPECT, {"token": token})
    assert (answered.status_code, answered.json()) == (200, {"active": False})


def test_an_expired_or_revoked_token_and_a_refresh_token_are_not_active(federation: FederationInTest) -> None:
    given = tokens("jan", scope="openid offline_access")
    assert post(INTROSPECT, {"token": given["refresh_token"]}).json() == {"active": False}
    federation.step(timedelta(hours=1))
    assert post(INTROSPECT, {"token": given["access_token"]}).json() == {"active": False}


@pytest.mark.parametrize("url", [INTROSPECT, REVOKE])
def test_who_does_not_prove_to_be_a_client_learns_and_changes_nothing(url: str) -> None:
    access = tokens("jan")["access_token"]
    assert refusal(post(url, {"token": access}, client=None)) == (401, "invalid_client")
    assert refusal(post(url, {"token": access}, client=("eigen-eloket", "fout"))) == (401, "invalid_client")
    assert userinfo(access).status_code == 200


@pytest.mark.parametrize("url", [INTROSPECT, REVOKE])
@pytest.mark.parametrize("form", [{}, {"token": ""}, {"token": ["a", "b"]}])
def test_without_exactly_one_token_the_request_is_refused(url: str, form: dict[str, str]) -> None:
    assert refusal(post(url, form)) == (400, "invalid_request")


def test_another_client_may_introspect_a_token() -> None:
    register(client_id="bron")
    access = tokens("jan")["access_token"]
    assert post(INTROSPECT, {"token": access}, client=("bron", "geheim")).json()["active"] is True


def test_a_revoked_access_token_opens_nothing_and_the_refresh_token_stays() -> None:
    given = tokens("jan", scope="openid offline_access")
    answered = post(REVOKE, {"token": given["access_token"]})
    assert (answered.status_code, answered.content) == (200, b"")
    assert refusal(userinfo(given["access_token"])) == (401, "invalid_token")
    assert refresh(given["refresh_token"]).status_code == 200


def test_with_the_refresh_token_everything_that_came_with_it_is_revoked() -> None:
    given = tokens("jan", scope="openid offline_access")
    new = refresh(given["refresh_token"]).json()
    assert post(REVOKE, {"token": new["refresh_token"]}).status_code == 200
    for access in (given["access_token"], new["access_token"]):
        assert refusal(userinfo(access)) == (401, "invalid_token")
    assert refusal(refresh(new["refresh_token"])) == (400, "invalid_request")


def test_revoking_what_is_unknown_is_no_error() -> None:
    assert post(REVOKE, {"token": "onbekend"}).status_code == 200


def test_a_client_cannot_revoke_the_token_of_another() -> None:
    register(client_id="ander")
    access = tokens("jan")["access_token"]
    assert post(REVOKE, {"token": access}, client=("ander", "geheim")).status_code == 200
    assert userinfo(access).status_code == 200
