"""What is taken away bites at once: at the next sign-in and token refresh in every worker, and in KIOSK.

Each case is done at one worker, by the API that people's programs use or by the authority's own facts, and
looked at from the other.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from werkzeug.test import Client, TestResponse

from mocks.federation import Federation
from mocks.tests.conftest import Pair
from mocks.tests.door import HOST, PAGE, knock

CALLBACK = "http://127.0.0.1:9999/callback"
ELS, JAN, DE_KADE = "85031900072", "68112399910", "0110041748"
RELATION = f"{ELS}-{DE_KADE}-1"
FORM = {
    "Content-Type": "application/x-www-form-urlencoded",
    "Authorization": "Basic " + b64encode(b"eigen-eloket:eigen-eloket-geheim").decode(),
}
EVENING, QUARTER_PAST = "2021-04-27T23:00:00+02:00", "2021-04-27T23:16:00+02:00"
MIDNIGHT, QUARTER_PAST_MIDNIGHT = "2021-04-28T00:00:00+02:00", "2021-04-28T00:16:00+02:00"
RIGHTS = ("kiosk-aanvrager", "eigen-eloket-gebruiker")


@dataclass(frozen=True)
class Loss:
    """Something that Els loses, and how everybody tells it."""

    take_away: Callable[[Federation], None]
    told: str


def _put(federation: Federation, path: str, **members: object) -> None:
    answer = knock(federation, path, "PUT", body=members)
    assert answer.status == 200, answer.body


def _post(federation: Federation, path: str, **members: object) -> None:
    answer = knock(federation, f"/idm/api/v1{path}", "POST", body={"actor": JAN, **members})
    assert answer.status == 200, answer.body


def _revoke(federation: Federation) -> None:
    for right in RIGHTS:
        _post(federation, f"/rights/{RELATION}-{right}-1/revoke")


def _end_the_relation(federation: Federation) -> None:
    _post(federation, f"/work-relations/{RELATION}/end", end="27/04/2021")
    _put(federation, "/_mock/clock", now=MIDNIGHT)


def _let_the_right_end(federation: Federation) -> None:
    for right in RIGHTS:
        _post(federation, f"/rights/{RELATION}-{right}-1/end", end="27/04/2021")
    _put(federation, "/_mock/clock", now=MIDNIGHT)


LOSSES = {
    "the right is revoked": Loss(_revoke, "Het recht is ingetrokken"),
    "the right ends": Loss(_let_the_right_end, "‘{right}’ geldig tot en met 27 april 2021, dus beëindigd"),
    "the work relation ends": Loss(_end_the_relation, "geldig tot en met 27 april 2021, dus beëindigd"),
    "the organisation stops": Loss(
        lambda one: _put(one, f"/kbo/_mock/enterprise/{DE_KADE}", status="ST", stopped_on="2021-04-27"),
        "is stopgezet op 27 april 2021",
    ),
    "the person dies": Loss(
        lambda one: _put(
            one,
            f"/rijksregister/_mock/person/{ELS}",
            given_name="Els",
            family_name="Maes",
            deceased_on="2021-04-27",
        ),
        "Els Maes is overleden op 27 april 2021",
    ),
}


@pytest.fixture
def both(pair: Pair) -> Pair:
    """Give two workers at eleven in the evening; tokens follow the clock; Els has a right for outsiders."""
    _put(pair[0], "/_mock/clock", now=EVENING, running=False, token_time="world")
    _put(pair[0], f"/idm/_mock/right/{RELATION}-eigen-eloket-gebruiker")
    return pair


def ask_to_sign_in(federation: Federation) -> dict[str, list[str]]:
    """Ask a code for Els on behalf of De Kade; return what comes back in the redirect."""
    query = {
        "client_id": "eigen-eloket",
        "response_type": "code",
        "scope": "openid vo offline_access",
        "redirect_uri": CALLBACK,
        "mock_persona": "els",
        "mock_identity": f"EA:{DE_KADE}",
    }
    answer = knock(federation, f"/acm/op/v1/auth?{urlencode(query)}")
    return parse_qs(urlsplit(str(answer.header("Location"))).query)


def token(federation: Federation, **form: str) -> dict[str, Any]:
    """Ask the token endpoint."""
    body = urlencode(form).encode()
    answer = knock(federation, "/acm/op/v1/token", "POST", headers=FORM, body=body)
    return dict(answer.json())


def refresh_token(federation: Federation) -> str:
    """Sign Els in and return her refresh token."""
    code = ask_to_sign_in(federation)["code"][0]
    given = token(federation, grant_type="authorization_code", code=code, redirect_uri=CALLBACK)
    return str(given["refresh_token"])


def kiosk_of(federation: Federation) -> Client:
    """Return the browser of Els, signed in to KIOSK for De Kade."""
    browser = Client(federation)
    who = {"mock_persona": "els", "mock_identity": f"EA:{DE_KADE}"}
    arrived = browser.get(
        "/kiosk/aanmelden", query_string=who, base_url=f"http://{HOST}", follow_redirects=True, buffered=True
    )
    assert "Aanvrager: Theater De Kade vzw" in arrived.text, arrived.text
    return browser


def dossiers(browser: Client) -> TestResponse:
    """Open the dossiers in KIOSK."""
    return browser.get("/kiosk/dossiers", base_url=f"http://{HOST}", headers=PAGE, buffered=True)


@pytest.mark.parametrize("loss", LOSSES)
def test_every_worker_refuses_the_next_sign_in_and_the_next_refresh(both: Pair, loss: str) -> None:
    here, there = both
    kept = [refresh_token(there), refresh_token(here)]
    LOSSES[loss].take_away(here)
    reason = LOSSES[loss].told.format(right="Eigen e-loket Gebruiker")
    for federation, refresh in zip((there, here), kept, strict=True):
        refused = ask_to_sign_in(federation)
        assert refused["error"] == ["access_denied"]
        assert reason in refused["error_description"][0]
        answer = token(federation, grant_type="refresh_token", refresh_token=refresh)
        assert answer["error"] == "access_denied"
        assert reason in answer["error_description"]


@pytest.mark.parametrize("loss", LOSSES)
def test_the_session_of_kiosk_ends_and_says_why(both: Pair, loss: str) -> None:
    here, there = both
    browser = kiosk_of(there)
    LOSSES[loss].take_away(here)
    now = str(knock(here, "/_mock/clock").json()["now"])
    _put(here, "/_mock/clock", now=QUARTER_PAST if now < MIDNIGHT else QUARTER_PAST_MIDNIGHT)
    page = dossiers(browser)
    assert page.status_code == 403
    assert "Uw sessie is beëindigd" in page.text
    assert LOSSES[loss].told.format(right="KIOSK Aanvrager") in page.text
    assert "KD-" not in page.text


def test_on_the_last_valid_day_both_still_go_on(both: Pair) -> None:
    here, there = both
    for right in RIGHTS:
        _post(here, f"/rights/{RELATION}-{right}-1/end", end="27/04/2021")
    browser = kiosk_of(there)
    refresh = refresh_token(there)
    _put(here, "/_mock/clock", now="2021-04-27T23:59:59+02:00")
    assert "code" in ask_to_sign_in(there)
    assert "id_token" in token(there, grant_type="refresh_token", refresh_token=refresh)
    assert "Aanvrager: Theater De Kade vzw" in dossiers(browser).text
