"""The authorization request: what is refused, in which order, and who is told."""

from __future__ import annotations

from itertools import combinations

import pytest
import requests

from mocks.acm.tests.own_eloket import CALLBACK, answer, ask, error, hint, register, sign_in
from mocks.pytest_plugin import FederationInTest

pytestmark = pytest.mark.usefixtures("federation")

CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"


def test_a_good_request_leads_to_the_choice_of_key() -> None:
    answered = ask()
    assert answered.status_code == 302
    assert answered.headers["Location"].startswith("/op/aanmelden/")


def test_a_good_request_may_be_posted_as_a_form() -> None:
    answered = ask(method="POST")
    assert answered.status_code == 302
    assert answered.headers["Location"].startswith("/op/aanmelden/")


@pytest.mark.parametrize(
    "client_id", [None, "", "onbekend", "\0", "\U0001f511", "x" * 100_000, "EIGEN-ELOKET"]
)
def test_an_unknown_client_is_told_on_the_spot_and_never_redirected(client_id: str | None) -> None:
    answered = ask({"client_id": client_id})
    assert (answered.status_code, answered.json()["code"]) == (400, "unknown-client")
    assert "Location" not in answered.headers


def test_an_unknown_client_gets_a_page_in_a_browser() -> None:
    answered = ask({"client_id": "onbekend"}, accept="text/html")
    assert (answered.status_code, answered.headers["Content-Type"]) == (400, "text/html; charset=utf-8")
    assert "Dit e-loket is niet bekend" in answered.text


@pytest.mark.parametrize("port", ["", ":1", ":80", ":9999", ":65535"])
@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_eigen_eloket_may_listen_on_any_port_of_this_machine(host: str, port: str) -> None:
    uri = f"http://{host}{port}/callback"
    answered = ask({"redirect_uri": uri, "mock_persona": "jan", "mock_identity": "BUR"})
    assert answered.headers["Location"].startswith(f"{uri}?code=")


@pytest.mark.parametrize(
    "uri",
    [
        None,
        "",
        "http://127.0.0.1:9999/callback/",
        "http://127.0.0.1:9999/Callback",
        "http://127.0.0.1:9999/",
        "http://127.0.0.1:9999",
        "http://127.0.0.1:9999/callback?x=1",
        "http://127.0.0.1:9999/callback?",
        "http://127.0.0.1:9999/callback#deel",
        "http://127.0.0.1:9999/callback#",
        "http://jan@127.0.0.1:9999/callback",
        "http://127.0.0.1@evil.example/callback",
        "http://127.0.0.1:9999@evil.example/callback",
        "http://127.0.0.1.evil.example/callback",
        "http://evil.example/callback",
        "http://[::1]:9999/callback",
        "http://127.0.0.2:9999/callback",
        "http://127.0.0.1:0/callback",
        "http://127.0.0.1:65536/callback",
        "http://127.0.0.1:/callback",
        "http://127.0.0.1:9a/callback",
        "http://127.0.0.1:٩٩٩٩/callback",
        "http://LOCALHOST:9999/callback",
        "HTTP://127.0.0.1:9999/callback",
        "https://127.0.0.1:9999/callback",
        "http://127.0.0.1:9999/a/../callback",
        "http://127.0.0.1:9999/callback ",
        "http://127.0.0.1:9999/callback\n",
        "http://127.0.0.1:9999/callback\0",
        "http:\\\\127.0.0.1:9999\\callback",
        "javascript:alert(1)",
        "http://[kapot",
    ],
)
def test_another_redirect_uri_of_eigen_eloket_is_refused_and_never_followed(uri: str | None) -> None:
    answered = ask({"redirect_uri": uri})
    assert (answered.status_code, answered.json()["code"]) == (400, "wrong-redirect-uri")
    assert "Location" not in answered.headers


@pytest.mark.parametrize(
    "uri",
    [
        "https://loket.example/terug/",
        "https://loket.example:443/terug",
        "https://loket.example/terug?x=1",
        "https://loket.example/terug#x",
        "https://loket.example/Terug",
        "https://LOKET.example/terug",
        "https://jan@loket.example/terug",
        "http://loket.example/terug",
        "http://127.0.0.1:9999/callback",
    ],
)
def test_without_the_loopback_exception_a_redirect_uri_matches_to_the_letter(uri: str) -> None:
    register(client_id="streng", redirect_uris=["https://loket.example/terug", "http://127.0.0.1/callback"])
    answered = ask({"client_id": "streng", "redirect_uri": uri})
    assert (answered.status_code, answered.json()["code"]) == (400, "wrong-redirect-uri")
    good = ask({"client_id": "streng", "redirect_uri": "https://loket.example/terug"})
    assert good.headers["Location"].startswith("/op/aanmelden/")


def test_a_registered_query_stays_in_front_of_the_answer() -> None:
    register(client_id="vraag", redirect_uris=["https://loket.example/terug?taal=nl"])
    answered = ask(
        {
            "client_id": "vraag",
            "redirect_uri": "https://loket.example/terug?taal=nl",
            "scope": "onbekend",
        }
    )
    assert answered.headers["Location"].startswith("https://loket.example/terug?taal=nl&error=invalid_scope&")


FAULTS: dict[str, tuple[dict[str, str | list[str] | None], str]] = {
    "client": ({"client_id": "onbekend"}, "unknown-client"),
    "redirect URI": ({"redirect_uri": "https://evil.example/"}, "wrong-redirect-uri"),
    "response type": ({"response_type": "token"}, "unsupported_response_type"),
    "scope": ({"scope": "openid onbekend"}, "invalid_scope"),
    "PKCE": ({"code_challenge": "kort"}, "invalid_request: code_challenge"),
    "nonce": ({"nonce": "n" * 2001}, "invalid_request: nonce"),
    "acr_values": (
        {"acr_values": "urn:be:vlaanderen:authmech:kerberos"},
        "unmet_authentication_requirements",
    ),
    "prompt": ({"prompt": "none login"}, "invalid_request: prompt"),
    "login_hint": ({"login_hint": "???"}, "invalid_request: login_hint"),
    "mock parameters": ({"mock_persona": "niemand"}, "unknown-mock-value"),
}
"""One fault of each kind, in the order of the checks, and what is told of it."""


def told(response: requests.Response) -> str:
    """Return what an answer says: the code of a refusal on the spot, or the error to the client."""
    if response.status_code == 400:
        assert "Location" not in response.headers
        return str(response.json()["code"])
    members = answer(response)
    assert members["state"] == "toestand"
    subject = members["error_description"].split("=")[0].split(" ")[0].rstrip(":")
    return members["error"] + (f": {subject}" if members["error"] == "invalid_request" else "")


@pytest.mark.parametrize("name", FAULTS)
def test_each_fault_is_told_by_its_own_code(name: str) -> None:
    changes, code = FAULTS[name]
    assert told(ask(changes)) == code


@pytest.mark.parametrize(("earlier", "later"), list(combinations(FAULTS, 2)))
def test_of_two_faults_the_earlier_check_is_told(earlier: str, later: str) -> None:
    (first, code), (second, _) = FAULTS[earlier], FAULTS[later]
    assert told(ask({**second, **first})) == code


@pytest.mark.parametrize(
    ("response_type", "code"),
    [
        (None, "invalid_request"),
        ("", "invalid_request"),
        ("token", "unsupported_response_type"),
        ("id_token", "unsupported_response_type"),
        ("code id_token", "unsupported_response_type"),
        ("CODE", "unsupported_response_type"),
    ],
)
def test_only_the_code_flow_exists(response_type: str | None, code: str) -> None:
    assert error(ask({"response_type": response_type})) == code


def test_a_scope_that_is_not_in_the_file_is_refused_before_anybody_signs_in() -> None:
    answered = ask({"scope": "openid vo abb_loketLB"})
    assert answer(answered) == {
        "error": "invalid_scope",
        "error_description": (
            "Eigen e-loket mag scope ‘abb_loketLB’ niet vragen; wel: eigen_eloket, offline_access, openid, "
            "profile, rrn, ssm_mandaat, vo, wettelijkvertegenwoordiger."
        ),
        "state": "toestand",
    }


def test_every_scope_of_the_file_may_be_asked_and_for_plain_oauth_none_at_all(
    federation: FederationInTest,
) -> None:
    del federation
    assert "code" in answer(sign_in("jan", scope="rrn vo profile openid eigen_eloket"))
    assert "code" in answer(sign_in("jan", scope=None))


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"code_challenge_method": "S256"},
        {"code_challenge": CHALLENGE, "code_challenge_method": "S512"},
        {"code_challenge": CHALLENGE, "code_challenge_method": "s256"},
        {"code_challenge": "x" * 42, "code_challenge_method": "S256"},
        {"code_challenge": "x" * 129, "code_challenge_method": "S256"},
        {"code_challenge": "=" * 43, "code_challenge_method": "S256"},
    ],
    ids=["missing", "method alone", "S512", "s256", "too short", "too long", "other characters"],
)
def test_where_the_file_requires_pkce_a_request_without_a_good_challenge_is_refused(
    changes: dict[str, str],
) -> None:
    register(client_id="pkce", require_pkce=True)
    assert error(ask({"client_id": "pkce", **changes})) == "invalid_request"
    if changes:
        assert error(ask(changes)) == "invalid_request"


@pytest.mark.parametrize("method", ["S256", "plain", None])
def test_where_the_file_requires_pkce_a_good_challenge_is_taken(method: str | None) -> None:
    register(client_id="pkce", require_pkce=True)
    answered = ask({"client_id": "pkce", "code_challenge": CHALLENGE, "code_challenge_method": method})
    assert answered.headers["Location"].startswith("/op/aanmelden/")


@pytest.mark.parametrize(
    "name",
    [
        "response_type",
        "scope",
        "state",
        "nonce",
        "response_mode",
        "code_challenge",
        "code_challenge_method",
        "acr_values",
        "prompt",
        "max_age",
        "login_hint",
    ],
)
def test_a_parameter_that_occurs_twice_is_refused(name: str) -> None:
    good = {"response_type": "code", "scope": "openid", "response_mode": "query", "max_age": "5"}
    value = good.get(name, CHALLENGE)
    answered = ask({"code_challenge": CHALLENGE, name: [value, value]})
    assert answer(answered)["error"] == "invalid_request"
    assert f"‘{name}’ komt meer dan één keer voor" in answer(answered)["error_description"]


@pytest.mark.parametrize("name", ["client_id", "redirect_uri"])
def test_client_and_redirect_uri_that_occur_twice_are_never_redirected(name: str) -> None:
    value = {"client_id": "eigen-eloket", "redirect_uri": CALLBACK}[name]
    assert ask({name: [value, value]}).status_code == 400


@pytest.mark.parametrize("name", ["request", "request_uri"])
def test_request_objects_are_not_taken(name: str) -> None:
    assert error(ask({name: "https://loket.example/aanvraag.jwt"})) == "request_not_supported"


@pytest.mark.parametrize(
    "changes",
    [
        {"cap_hint": "GID"},
        {"cap_hint": "ea"},
        {"cap_hint": "EA", "code_hint": 110041748},
        {"cap_hint": "EA", "code_hint": "0110041749"},
        {"cap_hint": "EA", "code_hint": "\ud800"},
        {"cap_hint": "EA", "code_hint": "\0"},
        {"cap_hint": "BUR", "code_hint": "0110041748"},
        {"code_hint": "0110041748"},
        {"cap_hint": ["EA"]},
    ],
)
def test_a_login_hint_that_names_no_identity_is_refused(changes: dict[str, object]) -> None:
    assert error(ask({"login_hint": hint(**changes)})) == "invalid_request"


@pytest.mark.parametrize("text", ["niets", "{}", "W10=", "bnVsbA==", "é", "A" * 9, "W" * 9000, "\0"])
def test_a_login_hint_that_is_no_base64_of_an_object_is_refused(text: str) -> None:
    assert error(ask({"login_hint": text})) == "invalid_request"
