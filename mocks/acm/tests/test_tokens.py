"""The token endpoint: a code is exchanged once, in time, by whom it was given to."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from mocks.acm.tests.own_eloket import (
    ALL_SCOPES,
    CALLBACK,
    CLIENT,
    TOKEN,
    VERIFIER,
    code,
    exchange,
    payload,
    post,
    refusal,
    register,
    tokens,
    userinfo,
)
from mocks.core.oauth import s256
from mocks.pytest_plugin import FederationInTest

pytestmark = pytest.mark.usefixtures("federation")

SECONDS = timedelta(seconds=1)


def test_a_code_gives_tokens_of_an_hour() -> None:
    answered = exchange(code(scope=ALL_SCOPES))
    assert answered.status_code == 200
    assert answered.headers["Cache-Control"] == "no-store"
    body = answered.json()
    assert {name: value for name, value in body.items() if not name.endswith("_token")} == {
        "token_type": "Bearer",
        "expires_in": 3600,
        "scope": ALL_SCOPES,
    }
    assert set(body) - {"token_type", "expires_in", "scope"} == {"access_token", "id_token", "refresh_token"}


def test_the_access_token_is_opaque_and_43_characters_long() -> None:
    access = tokens()["access_token"]
    assert (len(access), "." in access) == (43, False)
    assert access != tokens()["access_token"]


def test_without_offline_access_there_is_no_refresh_token() -> None:
    assert set(tokens(scope="openid vo")) == {"access_token", "token_type", "expires_in", "scope", "id_token"}


def test_without_openid_there_is_no_id_token() -> None:
    assert set(tokens(scope="vo")) == {"access_token", "token_type", "expires_in", "scope"}


def test_a_second_use_of_a_code_is_refused_and_revokes_what_the_first_gave() -> None:
    given = code(scope="openid offline_access")
    first = exchange(given).json()
    assert userinfo(first["access_token"]).status_code == 200
    assert refusal(exchange(given)) == (400, "invalid_grant")
    assert refusal(userinfo(first["access_token"])) == (401, "invalid_token")
    spent = post(TOKEN, {"grant_type": "refresh_token", "refresh_token": first["refresh_token"]})
    assert refusal(spent) == (400, "invalid_request")


def test_a_second_use_leaves_the_tokens_of_another_sign_in_alone() -> None:
    other, given = tokens(), code()
    exchange(given)
    exchange(given)
    assert userinfo(other["access_token"]).status_code == 200


@pytest.mark.parametrize(("seconds", "status"), [(0, 200), (29, 200), (30, 400), (31, 400), (3600, 400)])
def test_a_code_lives_for_thirty_seconds(federation: FederationInTest, seconds: int, status: int) -> None:
    given = code()
    federation.step(seconds * SECONDS)
    answered = exchange(given)
    assert answered.status_code == status
    if status != 200:
        assert refusal(answered) == (400, "invalid_grant")
        assert "ouder dan 30 seconden" in answered.json()["error_description"]


def test_a_code_is_of_no_use_to_another_client_and_stays_good_for_its_own() -> None:
    register(client_id="ander")
    given = code()
    assert refusal(exchange(given, client=("ander", "geheim"))) == (400, "invalid_grant")
    assert exchange(given).status_code == 200


@pytest.mark.parametrize(
    "uri", [None, "http://127.0.0.1:9998/callback", "http://localhost:9999/callback", f"{CALLBACK}/"]
)
def test_another_redirect_uri_than_in_the_request_is_refused(uri: str | None) -> None:
    assert refusal(exchange(code(), redirect_uri=uri)) == (400, "invalid_grant")


@pytest.mark.parametrize("given", ["onbekend", "\0", "é\U0001f511", "x" * 100_000])
def test_an_unknown_code_is_refused(given: str) -> None:
    assert refusal(exchange(given)) == (400, "invalid_grant")


@pytest.mark.parametrize("method", ["S256", "plain", None])
def test_the_code_verifier_of_the_request_is_needed_and_enough(method: str | None) -> None:
    challenge = s256(VERIFIER) if method == "S256" else VERIFIER
    asked: dict[str, Any] = {"code_challenge": challenge, "code_challenge_method": method}
    assert exchange(code(**asked), code_verifier=VERIFIER).status_code == 200
    assert refusal(exchange(code(**asked))) == (400, "invalid_grant")
    assert refusal(exchange(code(**asked), code_verifier=VERIFIER[:-1] + "x")) == (400, "invalid_grant")
    assert refusal(exchange(code(**asked), code_verifier="kort")) == (400, "invalid_grant")
    assert refusal(exchange(code(**asked), code_verifier="é" * 43)) == (400, "invalid_grant")


def test_a_challenge_is_not_taken_as_its_own_verifier() -> None:
    challenge = s256(VERIFIER)
    given = code(code_challenge=challenge, code_challenge_method="S256")
    assert refusal(exchange(given, code_verifier=challenge)) == (400, "invalid_grant")


def test_a_code_verifier_without_a_challenge_is_refused() -> None:
    assert refusal(exchange(code(), code_verifier=VERIFIER)) == (400, "invalid_grant")


@pytest.mark.parametrize("grant_type", ["client_credentials", "password", "implicit", "\0", "x" * 100_000])
def test_an_unknown_grant_is_refused(grant_type: str) -> None:
    assert refusal(post(TOKEN, {"grant_type": grant_type})) == (400, "unsupported_grant_type")


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"grant_type": ""},
        {"grant_type": "authorization_code"},
        {"grant_type": "authorization_code", "code": ""},
        {"grant_type": "refresh_token"},
        {"grant_type": ["authorization_code", "authorization_code"]},
        {"grant_type": "authorization_code", "code": ["a", "b"]},
        {"grant_type": "authorization_code", "code": "a", "onbekend": ["a", "b"]},
    ],
)
def test_a_token_request_that_lacks_or_doubles_a_parameter_is_refused(form: dict[str, str]) -> None:
    assert refusal(post(TOKEN, form)) == (400, "invalid_request")


def test_a_token_request_in_json_is_not_understood() -> None:
    answered = post(TOKEN, {}, client=None)
    assert refusal(answered) == (401, "invalid_client")
    assert answered.headers["WWW-Authenticate"] == 'Basic realm="ACM"'


@pytest.mark.parametrize(("seconds", "status"), [(3599, 200), (3600, 401), (7200, 401)])
def test_an_access_token_lives_for_an_hour(federation: FederationInTest, seconds: int, status: int) -> None:
    access = tokens()["access_token"]
    federation.step(seconds * SECONDS)
    assert userinfo(access).status_code == status


def test_an_id_token_expires_after_an_hour() -> None:
    claims = payload(tokens()["id_token"])
    assert claims["exp"] - claims["iat"] == 3600


def test_the_scope_of_the_answer_is_what_was_asked_and_not_all_that_may_be() -> None:
    assert tokens(scope="openid rrn")["scope"] == "openid rrn"


def test_a_code_of_one_client_is_not_a_refresh_token_nor_the_reverse() -> None:
    given = tokens(scope="openid offline_access")
    assert refusal(exchange(given["refresh_token"])) == (400, "invalid_grant")
    wrong = post(
        TOKEN, {"grant_type": "refresh_token", "refresh_token": given["access_token"]}, client=CLIENT
    )
    assert refusal(wrong) == (400, "invalid_request")
