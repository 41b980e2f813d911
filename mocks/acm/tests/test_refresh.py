"""Refreshing: once, within its period, and decided anew each time."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from mocks.acm.tests.own_eloket import (
    payload,
    put,
    refresh,
    refusal,
    register,
    tokens,
    userinfo,
)
from mocks.pytest_plugin import FederationInTest

SCOPE = "openid vo offline_access wettelijkvertegenwoordiger"


@pytest.fixture
def signed_in(federation: FederationInTest) -> dict[str, Any]:
    """Return the tokens of Jan, signed in for De Kade."""
    return tokens("jan", f"EA:{federation.number('de-kade')}", scope=SCOPE, nonce="n", max_age="60")


def end_function(federation: FederationInTest, end: str) -> None:
    """Let Jan's function at De Kade end on a day."""
    number = f"{federation.number('de-kade')}-{federation.number('jan')}-10002"
    put(federation.url("kbo", f"/_mock/function/{number}"), {"end": end})


def test_a_refresh_gives_new_tokens_for_the_same_person_in_the_same_capacity(
    federation: FederationInTest, signed_in: dict[str, Any]
) -> None:
    federation.step(timedelta(minutes=15))
    answered = refresh(signed_in["refresh_token"])
    assert (answered.status_code, answered.headers["Cache-Control"]) == (200, "no-store")
    new = answered.json()
    assert set(new) == set(signed_in)
    for name in ("access_token", "refresh_token", "id_token"):
        assert new[name] != signed_in[name]
    before, after = payload(signed_in["id_token"]), payload(new["id_token"])
    moving = {"iat", "exp", "at_hash"}
    assert {name: after[name] - before[name] for name in ("iat", "exp")} == {"iat": 900, "exp": 900}
    kept = {name: value for name, value in before.items() if name not in moving and name != "nonce"}
    assert {name: value for name, value in after.items() if name not in moving} == kept


def test_after_a_refresh_both_access_tokens_work(signed_in: dict[str, Any]) -> None:
    new = refresh(signed_in["refresh_token"]).json()
    assert userinfo(signed_in["access_token"]).json() == userinfo(new["access_token"]).json()


def test_a_refresh_token_works_once_and_a_second_use_ends_everything(signed_in: dict[str, Any]) -> None:
    new = refresh(signed_in["refresh_token"]).json()
    assert refusal(refresh(signed_in["refresh_token"])) == (400, "invalid_request")
    assert refusal(refresh(new["refresh_token"])) == (400, "invalid_request")
    assert refusal(userinfo(new["access_token"])) == (401, "invalid_token")


def test_refreshing_may_go_on_with_each_new_token(signed_in: dict[str, Any]) -> None:
    second = refresh(signed_in["refresh_token"]).json()
    third = refresh(second["refresh_token"])
    assert third.status_code == 200


def test_the_total_period_does_not_begin_anew_with_a_refresh(
    federation: FederationInTest, signed_in: dict[str, Any]
) -> None:
    federation.step(timedelta(hours=7, minutes=59))
    second = refresh(signed_in["refresh_token"])
    assert second.status_code == 200
    federation.step(timedelta(minutes=1))
    assert refusal(refresh(second.json()["refresh_token"])) == (400, "invalid_request")


@pytest.mark.parametrize("token", ["onbekend", "\0", "x" * 100_000, "\U0001f511"])
def test_an_unknown_refresh_token_is_an_invalid_request(federation: FederationInTest, token: str) -> None:
    del federation
    assert refusal(refresh(token)) == (400, "invalid_request")


def test_a_refresh_token_is_of_no_use_to_another_client(signed_in: dict[str, Any]) -> None:
    register(client_id="ander", scope=SCOPE)
    stolen = refresh(signed_in["refresh_token"], client=("ander", "geheim"))
    assert refusal(stolen) == (400, "invalid_grant")
    assert refresh(signed_in["refresh_token"]).status_code == 200


def test_a_refresh_after_the_function_ended_is_denied_with_the_reason(
    federation: FederationInTest, signed_in: dict[str, Any]
) -> None:
    end_function(federation, "2021-04-26")
    answered = refresh(signed_in["refresh_token"])
    assert answered.status_code == 403
    assert answered.json() == {
        "error": "access_denied",
        "error_description": (
            "Bestuurder: geldig tot en met 26 april 2021, dus beëindigd (bron: KBO). "
            "Laat KBO de functie registreren, of laat de lokale beheerder een gebruikersrecht toekennen."
        ),
    }


def test_on_the_last_valid_day_a_refresh_still_works_and_the_day_after_no_more(
    federation: FederationInTest, signed_in: dict[str, Any]
) -> None:
    end_function(federation, "2021-04-27")
    second = refresh(signed_in["refresh_token"])
    assert second.status_code == 200
    federation.set_clock(federation.now.replace(hour=23, minute=59))
    late = tokens("jan", f"EA:{federation.number('de-kade')}", scope=SCOPE)
    federation.step(timedelta(minutes=1))
    assert refusal(refresh(late["refresh_token"])) == (403, "access_denied")


def test_a_denied_refresh_does_not_spend_the_token(
    federation: FederationInTest, signed_in: dict[str, Any]
) -> None:
    end_function(federation, "2021-04-26")
    assert refusal(refresh(signed_in["refresh_token"])) == (403, "access_denied")
    end_function(federation, "2021-12-31")
    assert refresh(signed_in["refresh_token"]).status_code == 200


def test_a_refresh_for_oneself_does_not_ask_for_a_function(federation: FederationInTest) -> None:
    himself = tokens("jan", "BUR", scope=SCOPE)
    end_function(federation, "2021-04-26")
    assert refresh(himself["refresh_token"]).status_code == 200


def test_a_refresh_after_the_key_was_revoked_is_denied(federation: FederationInTest) -> None:
    by_itsme = tokens("jan", "BUR", scope=SCOPE, mock_key="itsme")
    number = f"{federation.number('jan')}-itsme"
    put(federation.url("csam", f"/_mock/key/{number}"), {"revoked_on": "2021-04-26"})
    assert refusal(refresh(by_itsme["refresh_token"])) == (403, "access_denied")
