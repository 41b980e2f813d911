"""How a client says who it is at the endpoints for programs."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import requests
from joserfc import jws, jwt
from joserfc.jwk import ECKey, RSAKey

from mocks.acm.tests.own_eloket import ISSUER, TOKEN, code, exchange, post, refusal, register
from mocks.core.oauth import ASSERTION_TYPE
from mocks.pytest_plugin import FederationInTest

pytestmark = pytest.mark.usefixtures("federation")

KEYS: dict[str, RSAKey | ECKey] = {
    "RS256": RSAKey.generate_key(2048, {"kid": "rsa"}, auto_kid=False),
    "ES256": ECKey.generate_key("P-256", {"kid": "ec"}, auto_kid=False),
}
STRANGER = ECKey.generate_key("P-256", {"kid": "ec"}, auto_kid=False)
JTI = iter(range(1_000_000))


@pytest.fixture
def now(federation: FederationInTest) -> int:
    """Return token time, with a client ``sleutels`` that proves itself by its keys."""
    register(
        client_id="sleutels",
        client_secret=None,
        token_endpoint_auth_methods=["private_key_jwt"],
        jwks={"keys": [key.as_dict(private=False) for key in KEYS.values()]},
    )
    return int(federation.now.timestamp())


def claims(now: int, **changes: object) -> dict[str, Any]:
    """Return the claims of a good assertion, with changes (None leaves out)."""
    good = {
        "iss": "sleutels",
        "sub": "sleutels",
        "aud": TOKEN,
        "iat": now,
        "exp": now + 60,
        "jti": f"j{next(JTI)}",
        **changes,
    }
    return {name: value for name, value in good.items() if value is not None}


def assertion(members: dict[str, Any], alg: str = "ES256", **header: str) -> str:
    """Sign claims as the client ``sleutels`` does."""
    key = KEYS[alg]
    protected = {"alg": alg, "kid": key.kid, **header}
    return jws.serialize_compact(protected, json.dumps(members), key, algorithms=[alg])


def prove(signed: str, **changes: str | None) -> requests.Response:
    """Exchange a code of ``sleutels`` with an assertion."""
    given = code(client_id="sleutels")
    form = {"client_assertion_type": ASSERTION_TYPE, "client_assertion": signed, **changes}
    return exchange(given, client=None, **form)


def test_a_secret_may_come_in_the_header_or_in_the_form() -> None:
    assert exchange(code()).status_code == 200
    in_form = {"client_id": "eigen-eloket", "client_secret": "eigen-eloket-geheim"}
    assert exchange(code(), client=None, **in_form).status_code == 200


def test_both_halves_of_a_basic_header_are_form_encoded() -> None:
    register(client_id="teken", client_secret="a:b%+c é")
    basic = base64.b64encode(b"teken:a%3Ab%25%2Bc+%C3%A9").decode()
    answered = requests.post(
        TOKEN, data={"grant_type": "x"}, headers={"Authorization": f"Basic {basic}"}, timeout=10
    )
    assert refusal(answered) == (400, "unsupported_grant_type")


@pytest.mark.parametrize(
    "client",
    [
        ("eigen-eloket", "fout"),
        ("eigen-eloket", ""),
        ("eigen-eloket", "eigen-eloket-geheim "),
        ("onbekend", "eigen-eloket-geheim"),
        ("", ""),
        ("\0", "x"),
    ],
)
def test_a_wrong_secret_or_client_is_refused_in_both_ways(client: tuple[str, str]) -> None:
    by_header = exchange(code(), client=client)
    assert refusal(by_header) == (401, "invalid_client")
    assert by_header.headers["WWW-Authenticate"] == 'Basic realm="ACM"'
    by_form = exchange(code(), client=None, client_id=client[0], client_secret=client[1])
    assert refusal(by_form) == (401, "invalid_client")


@pytest.mark.parametrize("header", ["Basic", "Basic ", "Basic é", "Basic ====", "Basic /w==", "Basic YQ=="])
def test_a_basic_header_that_cannot_be_read_is_refused(header: str) -> None:
    answered = requests.post(TOKEN, data={"grant_type": "x"}, headers={"Authorization": header}, timeout=10)
    assert refusal(answered) == (401, "invalid_client")


def test_two_ways_at_once_are_refused() -> None:
    answered = exchange(code(), client_secret="eigen-eloket-geheim", client_id="eigen-eloket")
    assert refusal(answered) == (400, "invalid_request")


def test_another_client_in_the_form_than_in_the_header_is_refused() -> None:
    assert refusal(exchange(code(), client_id="kiosk")) == (400, "invalid_request")


def test_nobody_at_all_is_refused_and_so_is_a_name_without_proof() -> None:
    assert refusal(exchange(code(), client=None)) == (401, "invalid_client")
    assert refusal(exchange(code(), client=None, client_id="eigen-eloket")) == (401, "invalid_client")


def test_a_public_client_proves_nothing_where_its_file_says_so() -> None:
    register(client_id="publiek", client_secret=None, token_endpoint_auth_methods=["none"])
    given = code(client_id="publiek")
    assert exchange(given, client=None, client_id="publiek").status_code == 200


def test_a_method_that_was_not_agreed_is_refused() -> None:
    register(client_id="enkel-post", token_endpoint_auth_methods=["client_secret_post"])
    assert refusal(exchange(code(client_id="enkel-post"), client=("enkel-post", "geheim"))) == (
        401,
        "invalid_client",
    )


@pytest.mark.parametrize("alg", KEYS)
@pytest.mark.parametrize("audience", [TOKEN, ISSUER, [ISSUER, "https://elders.example"]])
def test_an_assertion_signed_by_the_clients_key_is_taken(
    now: int, alg: str, audience: str | list[str]
) -> None:
    assert prove(assertion(claims(now, aud=audience), alg)).status_code == 200


def test_an_assertion_need_not_repeat_the_client_id_and_may_leave_out_typ(now: int) -> None:
    assert prove(assertion(claims(now)), client_id="sleutels").status_code == 200
    assert prove(assertion(claims(now)), client_id=None).status_code == 200


def test_an_assertion_without_kid_is_taken_of_a_client_with_one_key(now: int) -> None:
    register(
        client_id="een-sleutel",
        client_secret=None,
        token_endpoint_auth_methods=["private_key_jwt"],
        jwks={"keys": [KEYS["ES256"].as_dict(private=False)]},
    )
    members = claims(now, iss="een-sleutel", sub="een-sleutel")
    signed = jwt.encode({"alg": "ES256"}, members, KEYS["ES256"], algorithms=["ES256"])
    given = code(client_id="een-sleutel")
    answered = exchange(given, client=None, client_assertion_type=ASSERTION_TYPE, client_assertion=signed)
    assert answered.status_code == 200, answered.text
    two = jwt.encode({"alg": "ES256"}, claims(now), KEYS["ES256"], algorithms=["ES256"])
    assert refusal(prove(two)) == (401, "invalid_client")


WRONG: dict[str, Callable[[int], dict[str, Any]]] = {
    "another audience": lambda now: claims(now, aud="https://elders.example/token"),
    "no audience": lambda now: claims(now, aud=None),
    "expired": lambda now: claims(now, exp=now),
    "too long": lambda now: claims(now, exp=now + 3601),
    "without end": lambda now: claims(now, exp=None),
    "infinite": lambda now: claims(now, exp=float("inf")),
    "not a number": lambda now: claims(now, exp=float("nan")),
    "from the future": lambda now: claims(now, iat=now + 60),
    "not yet valid": lambda now: claims(now, nbf=now + 60),
    "another issuer": lambda now: claims(now, iss="eigen-eloket"),
    "another subject": lambda now: claims(now, sub="eigen-eloket"),
    "no jti": lambda now: claims(now, jti=None),
    "a jti that is no text": lambda now: claims(now, jti=5),
    "an unreadable issuer": lambda now: claims(now, iss="\ud800"),
    "an unreadable audience": lambda now: claims(now, aud="\ud800"),
    "an unreadable subject": lambda now: claims(now, sub="\ud800"),
}


@pytest.mark.parametrize("fault", WRONG)
def test_an_assertion_with_one_wrong_claim_is_refused(now: int, fault: str) -> None:
    assert refusal(prove(assertion(WRONG[fault](now)), client_id="sleutels")) == (401, "invalid_client")
    assert refusal(prove(assertion(WRONG[fault](now)), client_id=None)) == (401, "invalid_client")


def test_an_assertion_works_once_even_with_an_unreadable_jti(now: int) -> None:
    for jti in ("een", "\ud800"):
        signed = assertion(claims(now, jti=jti))
        assert prove(signed).status_code == 200
        assert refusal(prove(signed)) == (401, "invalid_client")


def test_a_jti_may_come_back_once_its_assertion_has_lapsed(federation: FederationInTest, now: int) -> None:
    assert prove(assertion(claims(now, jti="zelfde"))).status_code == 200
    federation.step(timedelta(hours=2))
    later = claims(int(federation.now.timestamp()), jti="zelfde")
    assert prove(assertion(later)).status_code == 200


def test_an_assertion_of_another_key_is_refused(now: int) -> None:
    forged = jwt.encode({"alg": "ES256", "kid": "ec"}, claims(now), STRANGER, algorithms=["ES256"])
    assert refusal(prove(forged)) == (401, "invalid_client")
    unknown = jwt.encode({"alg": "ES256", "kid": "x"}, claims(now), STRANGER, algorithms=["ES256"])
    assert refusal(prove(unknown)) == (401, "invalid_client")


def unsigned(header: str, body: str) -> str:
    """Return three segments with a signature that nobody made."""
    return f"{segment(header)}.{segment(body)}.x"


def segment(text: str) -> str:
    """Return base64url without padding."""
    return base64.urlsafe_b64encode(text.encode()).rstrip(b"=").decode()


def test_an_assertion_without_signature_is_refused(now: int) -> None:
    _, body, signature = assertion(claims(now)).split(".")
    header = segment('{"alg":"none","kid":"ec"}')
    assert refusal(prove(f"{header}.{body}.")) == (401, "invalid_client")
    assert refusal(prove(f"{header}.{body}.{signature}")) == (401, "invalid_client")


@pytest.mark.parametrize(
    "text",
    [
        "geen.jwt",
        "a.b.c",
        "é.é.é",
        "\0",
        "." * 1000,
        unsigned("{}", "{}"),
        unsigned("5", "5"),
        unsigned("[" * 100_000, "{}"),
        unsigned('{"alg":"ES256","kid":"ec"}', "[" * 100_000),
        unsigned('{"alg":"ES256","kid":5}', '{"sub":"sleutels"}'),
        unsigned('{"alg":"ES256","kid":"ec","typ":{}}', '{"sub":"sleutels"}'),
    ],
)
def test_an_assertion_that_is_no_jwt_is_refused(now: int, text: str) -> None:
    del now
    assert refusal(prove(text)) == (401, "invalid_client")
    assert refusal(prove(text, client_id="sleutels")) == (401, "invalid_client")


def test_another_assertion_type_is_refused(now: int) -> None:
    answered = prove(assertion(claims(now)), client_assertion_type="urn:ietf:params:oauth:saml2-bearer")
    assert refusal(answered) == (400, "invalid_request")


def test_an_assertion_is_not_taken_for_a_code(now: int) -> None:
    signed = assertion(claims(now, jti="code"))
    assert prove(signed).status_code == 200
    form = {"grant_type": "authorization_code", "code": "sleutels code"}
    assert refusal(post(TOKEN, form)) == (400, "invalid_grant")
