"""OAuth 2.0 as both providers speak it: who the client is, PKCE, answers."""

from __future__ import annotations

import base64
import contextlib
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

import pytest
from flask import Flask, Request
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import Headers, MultiDict
from werkzeug.test import EnvironBuilder

from mocks.core import oauth, oauth_answers
from mocks.core.oauth import (
    ASSERTION_TYPE,
    Credentials,
    InvalidClient,
    InvalidGrant,
    InvalidRequest,
    check_challenge,
    check_verifier,
    client_credentials,
    s256,
    single,
)
from mocks.core.tests.alone import ask, build_app, build_house, enter

VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"


def token_request(form: dict[str, str | list[str]], authorization: str | None = None) -> Request:
    headers = Headers({"Authorization": authorization} if authorization is not None else {})
    builder = EnvironBuilder(path="/token", method="POST", data=MultiDict(form), headers=headers)
    return Request(builder.get_environ())


def basic(text: str) -> str:
    return "Basic " + base64.b64encode(text.encode()).decode()


@pytest.mark.parametrize(
    ("form", "authorization", "credentials"),
    [
        ({}, basic("loket:geheim"), Credentials("client_secret_basic", "loket", "geheim")),
        ({"client_id": "loket"}, basic("loket:g"), Credentials("client_secret_basic", "loket", "g")),
        ({"client_id": ""}, basic("loket:g"), Credentials("client_secret_basic", "loket", "g")),
        ({"client_secret": ""}, basic("loket:g"), Credentials("client_secret_basic", "loket", "g")),
        ({}, "bASIC" + basic("loket:")[5:], Credentials("client_secret_basic", "loket", "")),
        ({}, basic("a%3Ab:c%2Bd+e:f"), Credentials("client_secret_basic", "a:b", "c+d e:f")),
        (
            {"client_id": "loket", "client_secret": "geheim"},
            None,
            Credentials("client_secret_post", "loket", "geheim"),
        ),
        ({"client_secret": "geheim"}, None, Credentials("client_secret_post", None, "geheim")),
        (
            {"client_assertion": "a.b.c", "client_assertion_type": ASSERTION_TYPE},
            None,
            Credentials("private_key_jwt", None, "a.b.c"),
        ),
        ({"client_id": "loket"}, None, Credentials("none", "loket", "")),
        ({"client_id": "loket"}, "Bearer x", Credentials("none", "loket", "")),
    ],
)
def test_a_client_says_who_it_is_in_one_of_four_ways(
    form: dict[str, str | list[str]], authorization: str | None, credentials: Credentials
) -> None:
    assert client_credentials(token_request(form, authorization)) == credentials


@pytest.mark.parametrize(
    ("form", "authorization"),
    [
        ({"client_secret": "geheim", "client_id": "loket"}, basic("loket:geheim")),
        ({"client_assertion": "a.b.c", "client_assertion_type": ASSERTION_TYPE}, basic("loket:geheim")),
        ({"client_assertion": "a.b.c", "client_secret": "geheim"}, None),
        ({"client_assertion": "a.b.c"}, None),
        ({"client_assertion": "a.b.c", "client_assertion_type": "other"}, None),
        ({"client_id": "ander"}, basic("loket:geheim")),
        ({"client_id": ["loket", "loket"]}, None),
        ({"client_id": ["loket", "loket"]}, basic("loket:geheim")),
        ({"client_secret": ["a", "b"], "client_id": "loket"}, None),
        ({"client_assertion": ["a", "b"]}, None),
    ],
)
def test_two_ways_at_once_or_a_doubled_parameter_are_an_invalid_request(
    form: dict[str, str | list[str]], authorization: str | None
) -> None:
    with pytest.raises(InvalidRequest):
        client_credentials(token_request(form, authorization))


@pytest.mark.parametrize(
    "authorization",
    [
        None, "", "Bearer x", "Basic", "Basic ", "Basic !!!", "Basic bG9rZXQ", "Basic \xe9\xe9\xe9\xe9",
        basic("geen-dubbelepunt"), "Basic " + base64.b64encode(b"\xff\xfe:x").decode(), "Basic A===",
    ],
)  # fmt: skip
def test_a_client_that_cannot_be_read_is_invalid_and_never_a_bug(authorization: str | None) -> None:
    with pytest.raises(InvalidClient):
        client_credentials(token_request({}, authorization))


@given(st.text(alphabet=st.characters(max_codepoint=255), max_size=60))
def test_any_header_is_read_or_refused(text: str) -> None:
    request = token_request({}, None)
    request.environ["HTTP_AUTHORIZATION"] = "Basic " + text
    with contextlib.suppress(InvalidClient):
        assert client_credentials(request).method == "client_secret_basic"


def test_a_parameter_may_occur_once_and_empty_counts_as_absent() -> None:
    sent = MultiDict([("one", "1"), ("two", "1"), ("two", "1"), ("empty", "")])
    assert (single(sent, "one"), single(sent, "empty"), single(sent, "none")) == ("1", None, None)
    with pytest.raises(InvalidRequest, match="‘two’"):
        single(sent, "two")


def test_the_challenge_of_rfc_7636_appendix_b_fits_its_verifier() -> None:
    assert s256(VERIFIER) == CHALLENGE
    check_verifier(check_challenge(CHALLENGE, "S256", required=True), VERIFIER)


def test_a_plain_challenge_is_its_verifier_and_the_default() -> None:
    assert check_challenge(VERIFIER, None, required=False) == (VERIFIER, "plain")
    check_verifier((VERIFIER, "plain"), VERIFIER)
    with pytest.raises(InvalidGrant):
        check_verifier((CHALLENGE, "plain"), VERIFIER)


@pytest.mark.parametrize("length", [43, 128])
def test_a_challenge_has_43_to_128_signs(length: int) -> None:
    assert check_challenge("a" * length, "S256", required=True) == ("a" * length, "S256")


@pytest.mark.parametrize(
    ("challenge", "method"),
    [
        ("a" * 42, "S256"), ("a" * 129, "S256"), ("a" * 42 + "é", "S256"), ("a" * 42 + "+", "plain"),
        (CHALLENGE + "\n", "S256"), (CHALLENGE, "s256"), (CHALLENGE, "S512"), (None, "S256"),
    ],
)  # fmt: skip
def test_a_challenge_that_does_not_fit_the_rfc_is_refused(challenge: str | None, method: str) -> None:
    with pytest.raises(InvalidRequest):
        check_challenge(challenge, method, required=False)


def test_pkce_is_optional_unless_the_client_must() -> None:
    assert check_challenge(None, None, required=False) is None
    with pytest.raises(InvalidRequest, match="S256"):
        check_challenge(None, None, required=True)


@pytest.mark.parametrize("verifier", [None, VERIFIER[:-1] + "l", VERIFIER + "\n", "", "é" * 43, "a" * 42])
def test_another_verifier_is_refused(verifier: str | None) -> None:
    with pytest.raises(InvalidGrant):
        check_verifier((CHALLENGE, "S256"), verifier)


@pytest.mark.parametrize("short", ["a" * 42, "a" * 129, "a" * 42 + "+"])
def test_a_verifier_outside_the_rfc_is_refused_even_when_it_fits_its_challenge(short: str) -> None:
    for challenge in ((s256(short), "S256"), (short, "plain")):
        with pytest.raises(InvalidGrant):
            check_verifier(challenge, short)


def test_a_verifier_without_a_challenge_is_refused() -> None:
    check_verifier(None, None)
    with pytest.raises(InvalidGrant):
        check_verifier(None, VERIFIER)


@pytest.mark.parametrize(
    ("uri", "mode", "expected"),
    [
        ("https://loket.test/terug", "query", "https://loket.test/terug?code=a+b%26c&state=%C3%A9"),
        ("https://loket.test/terug?x=1", "query", "https://loket.test/terug?x=1&code=a+b%26c&state=%C3%A9"),
        (
            "https://loket.test/terug?x=1",
            "fragment",
            "https://loket.test/terug?x=1#code=a+b%26c&state=%C3%A9",
        ),
        ("http://127.0.0.1:9", "query", "http://127.0.0.1:9?code=a+b%26c&state=%C3%A9"),
    ],
)
def test_an_answer_goes_back_in_query_or_fragment(uri: str, mode: str, expected: str) -> None:
    with Flask("test").app_context():
        response = oauth_answers.answer(uri, mode, {"code": "a b&c", "state": "é"})
    assert (response.status_code, response.headers["Location"]) == (302, expected)
    assert response.headers["Cache-Control"] == "no-store"
    parts = urlsplit(response.headers["Location"])
    assert dict(parse_qsl(parts.fragment or parts.query))["code"] == "a b&c"


def test_an_answer_may_go_back_as_a_form_that_holds_no_script_of_its_own() -> None:
    house = build_house()
    app = build_app(house)
    uri = 'https://loket.test/terug?a="b'
    told = {"state": '"><script>'}
    app.add_url_rule("/post", view_func=lambda: oauth_answers.answer(uri, "form_post", told))
    page = ask(app, enter(house), "/post").body.decode()
    assert 'action="https://loket.test/terug?a=&#34;b"' in page
    assert 'value="&#34;&gt;&lt;script&gt;"' in page
    assert "<script>" not in page


@pytest.mark.parametrize(
    ("refusal", "status", "challenge"),
    [
        (oauth.InvalidRequest, 400, None),
        (oauth.InvalidGrant, 400, None),
        (oauth.InvalidClient, 401, 'Basic realm="acm"'),
        (oauth.InvalidToken, 401, 'Bearer realm="acm", error="invalid_token"'),
    ],
)
def test_an_error_is_answered_as_rfc_6749_and_6750_say(
    refusal: type[oauth.OAuthRefusal], status: int, challenge: str | None
) -> None:
    with Flask("test").app_context():
        answer = oauth_answers.error_answer(refusal("De zin."), "acm")
    assert (answer.status_code, answer.headers.get("WWW-Authenticate")) == (status, challenge)
    assert answer.json == {"error": refusal.error, "error_description": "De zin."}
    assert (answer.headers["Cache-Control"], answer.headers["Pragma"]) == ("no-store", "no-cache")


def test_an_opaque_value_is_unguessable_and_what_is_stored_of_it_opens_nothing() -> None:
    value = oauth.opaque()
    assert (len(value), value != oauth.opaque()) == (43, True)
    assert parse_qs(urlencode({"code": value})) == {"code": [value]}
    assert value not in oauth.fingerprint(value)
    assert oauth.fingerprint(value) == oauth.fingerprint(value)


def test_at_hash_is_that_of_the_example_in_openid_connect_core() -> None:
    """*Bron*: OpenID Connect Core 1.0, appendix A.3."""
    assert oauth.half_hash("jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y") == "77QmUPtjPfzWtF2AnpK9RQ"
