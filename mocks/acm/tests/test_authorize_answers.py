"""The authorization request: response modes, state, means, prompt, and what never may be a 5xx."""

from __future__ import annotations

from urllib.parse import urlencode, urlsplit

import pytest
import requests

from mocks.acm.tests.own_eloket import (
    ACM,
    AUTH,
    CALLBACK,
    CLIENT,
    answer,
    ask,
    error,
    exchange,
    payload,
    register,
    sign_in,
    tokens,
)
from mocks.pytest_plugin import FederationInTest

pytestmark = pytest.mark.usefixtures("federation")

URN = "urn:be:vlaanderen:authmech:"


@pytest.mark.parametrize(("mode", "mark"), [(None, "?"), ("query", "?"), ("fragment", "#")])
def test_a_code_comes_back_in_the_response_mode_that_was_asked(mode: str | None, mark: str) -> None:
    location = sign_in("jan", response_mode=mode).headers["Location"]
    assert location.startswith(f"{CALLBACK}{mark}code=")
    assert location.endswith("&state=toestand")


@pytest.mark.parametrize(("mode", "mark"), [(None, "?"), ("query", "?"), ("fragment", "#")])
def test_an_error_comes_back_in_the_response_mode_that_was_asked(mode: str | None, mark: str) -> None:
    location = ask({"scope": "onbekend", "response_mode": mode}).headers["Location"]
    assert location.startswith(f"{CALLBACK}{mark}error=invalid_scope&")


@pytest.mark.parametrize("changes", [{"mock_persona": "jan", "mock_identity": "BUR"}, {"scope": "onbekend"}])
def test_form_post_gives_a_page_that_posts_the_answer(changes: dict[str, str]) -> None:
    answered = ask({"response_mode": "form_post", **changes})
    assert (answered.status_code, answered.headers["Cache-Control"]) == (200, "no-store")
    assert f'<form method="post" action="{CALLBACK}"' in answered.text
    expected = {"code", "state"} if "mock_persona" in changes else {"error", "error_description", "state"}
    assert set(answer(answered)) == expected


def test_another_response_mode_is_refused_by_the_query() -> None:
    answered = ask({"response_mode": "web_message"})
    assert urlsplit(answered.headers["Location"]).query.startswith("error=invalid_request&")


@pytest.mark.parametrize("state", ["a b&c=d", "é\U0001f511", "\0", '"><script>', "s" * 100_000])
def test_state_comes_back_as_it_was_sent(state: str) -> None:
    assert answer(sign_in("jan", state=state))["state"] == state
    assert answer(ask({"state": state, "scope": "onbekend"}))["state"] == state
    assert answer(ask({"state": state, "scope": "onbekend", "response_mode": "form_post"}))["state"] == state


def test_without_state_none_comes_back() -> None:
    assert set(answer(sign_in("jan", state=None))) == {"code"}
    assert set(answer(ask({"state": None, "scope": "onbekend"}))) == {"error", "error_description"}


def test_a_script_in_state_is_text_on_the_page_of_form_post() -> None:
    answered = sign_in("jan", state='"><script>alert(1)</script>', response_mode="form_post")
    assert "<script>alert" not in answered.text


@pytest.mark.parametrize(
    ("asked", "key", "acr"),
    [
        (f"{URN}itsme", None, f"{URN}itsme"),
        (f"{URN}itsme {URN}eid", None, f"{URN}eid"),
        (f"{URN}itsme {URN}eid", "itsme", f"{URN}itsme"),
        (f"{URN}kerberos {URN}itsme", None, f"{URN}itsme"),
    ],
)
def test_acr_values_are_intersected_with_what_the_eloket_accepts_and_acr_says_which(
    asked: str, key: str | None, acr: str
) -> None:
    assert payload(tokens("jan", acr_values=asked, mock_key=key)["id_token"])["acr"] == acr


def test_an_empty_intersection_of_acr_values_is_refused() -> None:
    assert error(ask({"acr_values": f"{URN}kerberos"})) == "unmet_authentication_requirements"


def test_a_key_outside_of_acr_values_opens_nothing() -> None:
    members = answer(sign_in("jan", acr_values=f"{URN}eid", mock_key="itsme"))
    assert members == {
        "error": "access_denied",
        "error_description": (
            "Eigen e-loket aanvaardt itsme niet (bron: Integratiedossier). "
            "Meld u aan met een andere digitale sleutel."
        ),
        "state": "toestand",
    }


def test_acr_and_auth_time_are_not_told_unless_asked() -> None:
    assert {"acr", "auth_time"} & set(payload(tokens("jan")["id_token"])) == set()


def test_with_max_age_the_moment_of_authentication_is_told(federation: FederationInTest) -> None:
    claims = payload(tokens("jan", max_age="60")["id_token"])
    assert claims["auth_time"] == int(federation.now.timestamp())


@pytest.mark.parametrize("max_age", ["-1", "1.5", "x", "٣", "9" * 30])
def test_a_max_age_that_is_no_number_of_seconds_is_refused(max_age: str) -> None:
    assert error(ask({"max_age": max_age})) == "invalid_request"


def test_prompt_none_without_a_session_is_refused() -> None:
    assert error(ask({"prompt": "none"})) == "login_required"


@pytest.mark.parametrize("prompt", ["none login", "none select_account", "create", "None"])
def test_a_prompt_that_contradicts_itself_or_is_unknown_is_refused(prompt: str) -> None:
    assert error(ask({"prompt": prompt})) == "invalid_request"


@pytest.mark.parametrize("prompt", ["login", "select_account", "consent", "login select_account"])
def test_a_known_prompt_leads_to_the_choice_of_key(prompt: str) -> None:
    assert ask({"prompt": prompt}).headers["Location"].startswith("/op/aanmelden/")


def test_a_nonce_comes_back_in_the_id_token_and_without_one_there_is_none() -> None:
    assert payload(tokens("jan", nonce="é&\U0001f511")["id_token"])["nonce"] == "é&\U0001f511"
    assert "nonce" not in payload(tokens("jan")["id_token"])


NAMES = (
    "client_id",
    "redirect_uri",
    "response_type",
    "response_mode",
    "scope",
    "state",
    "nonce",
    "code_challenge",
    "code_challenge_method",
    "acr_values",
    "prompt",
    "max_age",
    "login_hint",
    "mock_persona",
    "mock_key",
    "mock_identity",
    "mock_route",
    "mock_holder",
)
NASTY = {
    "NUL": "\0",
    "100 kB": "a" * 100_000,
    "right to left": "\u202e\ufeff\u0000é",
    "beyond the plane": "\U0001f511\U0010ffff",
    "a new line": "a\r\nSet-Cookie: x=y",
    "a lone surrogate": "%ED%A0%80",
    "no UTF-8": "%FF%FE",
}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("nasty", NASTY)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_no_parameter_makes_acm_stumble(name: str, nasty: str, method: str) -> None:
    asked = {
        "client_id": CLIENT[0],
        "redirect_uri": CALLBACK,
        "response_type": "code",
        "scope": "openid",
        "mock_persona": "jan",
        "mock_identity": "BUR",
    }
    asked.pop(name, None)
    value = NASTY[nasty] if NASTY[nasty].startswith("%") else urlencode({"x": NASTY[nasty]})[2:]
    raw = f"{urlencode(asked)}&{name}={value}"
    sent = {"Content-Type": "application/x-www-form-urlencoded"} if method == "POST" else {}
    url, body = (AUTH, raw) if method == "POST" else (f"{AUTH}?{raw}", None)
    answered = requests.request(method, url, data=body, headers=sent, allow_redirects=False, timeout=10)
    assert answered.status_code in {302, 400}, answered.text
    assert "Set-Cookie: x" not in str(answered.headers)


def test_a_client_without_any_common_key_is_told_so_at_registration_or_at_the_door() -> None:
    register(client_id="enkel-eid", keys=["eid"])
    answered = ask({"client_id": "enkel-eid", "acr_values": f"{URN}itsme"})
    assert answer(answered)["error"] == "unmet_authentication_requirements"
    assert answer(answered)["error_description"] == (
        f"Geen van de gevraagde middelen is toegelaten; wel: {URN}eid."
    )


def test_the_answer_to_the_client_is_never_kept_by_a_cache() -> None:
    assert sign_in("jan").headers["Cache-Control"] == "no-store"
    assert ask({"scope": "onbekend"}).headers["Cache-Control"] == "no-store"


def test_another_method_than_get_and_post_is_refused() -> None:
    answered = requests.put(AUTH, timeout=10)
    assert (answered.status_code, answered.headers["Allow"]) == (405, "GET, HEAD, OPTIONS, POST")


def test_every_answer_of_acm_carries_the_headers_that_protect_a_page() -> None:
    answered = requests.get(f"{ACM}/op/afgemeld", headers={"Accept": "text/html"}, timeout=10)
    assert answered.headers["X-Frame-Options"] == "DENY"
    assert answered.headers["X-Content-Type-Options"] == "nosniff"
    assert answered.headers["Referrer-Policy"] == "no-referrer"


def test_a_code_of_the_code_flow_can_be_exchanged() -> None:
    answered = exchange(answer(sign_in("jan"))["code"])
    assert answered.status_code == 200
