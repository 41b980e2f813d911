"""Nonsense at every door: whatever is sent to whatever route, the answer is never a 5xx.

The routes are read from the applications themselves, so that a new one is tried without anyone
remembering.
"""

from __future__ import annotations

import itertools
import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest

from mocks.core.visit import ENVIRON_WORLD
from mocks.core.wire.backchannel import environ_of, run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mocks.federation import Federation

NASTY = (
    "",
    " ",
    "\0",
    "x" * 10_000,
    "<script>alert(1)</script>",
    "' OR 1=1 --",
    "../../etc/passwd",
    "31/02/2021",
    "-1",
    "99999999999999999999",
    "0110.041.748",
    "0110041749",
    "68112399910",
    "68112399910-itsme",
    "0110041748-68112399910-10002",
    "4d6636e0-2252-4000-8000-000000000000",
    "KD-2020-0212",
    "é\u202eẞ\U0001f600",
    "{{7*7}}",
    "%00%ff",
    "null",
)
"""What people and fuzzers send; right numbers are among them, to come further."""

BODIES = (
    b"",
    b"null",
    b"[]",
    b"{}",
    b'{"name": 1}',
    b'{"name": null, "given_name": "\\u0000", "family_name": "x", "now": "x", "cast": "x"}',
    b"{" * 5000,
    b"\xff\xfe\x00",
    b"a=b&a=c&csrf_token=x",
    json.dumps({"now": "9999-12-31T23:59:59+14:00", "rate": 1e308}).encode(),
    b'{"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "externalId": '
    b'"4d6636e0-2252-4000-8000-000000000000", "userName": "4d6636e0-2252-4000-8000-000000000000", '
    b'"name": {"givenName": "\\u0000", "familyName": []}, "active": 1e999, "emails": [null]}',
)
KINDS_OF_BODY = (
    "application/json",
    "application/scim+json",
    "application/x-www-form-urlencoded",
    "text/plain",
    "application/yaml",
)
QUERY_NAMES = tuple(
    """
    client_id redirect_uri response_type scope state nonce code_challenge acr_values login_hint
    prompt max_age response_mode mock_persona mock_identity mock_key mock_route mock_holder
    offset limit name nummer searchWord ondernemingsnummer organisatie zoek code token
    id_token_hint post_logout_redirect_uri audience who for at key switch terug
    filter startIndex count
    actor party role frame text changed_since after
    voor wie weg date format
    sorteer richting soort fase dossier email
    """.split()  # noqa: SIM905  # a list of words reads best as words
)


LETS_IN = {"/kiosk/scim/": {"Authorization": "Bearer kiosk-scim-geheim"}}
"""What a service asks before it looks at anything else; without it no nonsense would get that far."""


def routes(federation: Federation) -> Iterator[tuple[str, str, str]]:
    """Give application, method and address with its parameters open, of every route."""
    for name, app in sorted(federation.applications.items()):
        for rule in app.url_map.iter_rules():
            for method in sorted((rule.methods or set()) - {"OPTIONS", "HEAD"}):
                yield name, method, str(rule.rule)


def addresses(rule: str) -> Iterator[str]:
    """Fill the parameters of a route with nonsense."""
    parts = rule.replace("<", "\0<").split("\0")
    if len(parts) == 1:
        yield rule
        return
    for nasty in NASTY:
        filled = "".join(
            quote(nasty, safe="") + part.split(">", 1)[1] if part.startswith("<") else part for part in parts
        )
        yield filled


def send(federation: Federation, world: str, method: str, url: str, body: bytes, kind: str) -> int:
    """Send a request in process and return the status."""
    headers = {"Accept": "text/html" if len(url) % 2 else "*/*", "Content-Type": kind}
    for place, more in LETS_IN.items():
        headers |= more if place in url else {}
    environ: dict[str, Any] = {**environ_of(method, url, headers, body), ENVIRON_WORLD: world}
    return run(federation, environ).status


ONLY_BEFORE = {"kiosk-oud": "2021-04-20"}
"""Systems that are gone on the day on which a world starts, and a day on which they are there."""

HOSTS = {"csam": ("csam", "fas")}


@pytest.fixture(scope="module")
def world(federation_application: Federation) -> Iterator[str]:
    """Give a world that may be spoilt."""
    worlds = federation_application.house.worlds
    worlds.create("onzin")
    yield "onzin"
    worlds.delete("onzin")


@pytest.mark.parametrize(
    "app", ["acm", "csam", "eloket", "idm", "kbo", "kiosk", "kiosk-oud", "rijksregister", "ssm", "stage"]
)
def test_no_route_answers_nonsense_with_a_server_error(
    app: str, federation_application: Federation, world: str
) -> None:
    federation = federation_application
    if app in ONLY_BEFORE:
        clock = f"{federation.house.addresses.base('stage')}/_mock/clock"
        body = json.dumps({"now": ONLY_BEFORE[app]}).encode()
        assert send(federation, world, "PUT", clock, body, "application/json") == 200
    bodies = itertools.cycle(itertools.product(BODIES, KINDS_OF_BODY))
    faults, tried = [], 0
    for name, method, rule in routes(federation):
        if name != app:
            continue
        for host in HOSTS.get(app, (app,)):
            base = federation.house.addresses.base(host)
            for number, path in enumerate(addresses(rule)):
                nasty = quote(NASTY[number % len(NASTY)], safe="")
                query = "?" + "&".join(f"{one}={nasty}" for one in QUERY_NAMES) if number % 2 else ""
                rounds = 1 if method in {"GET", "DELETE"} else len(BODIES)
                for _ in range(rounds):
                    body, kind = next(bodies) if rounds > 1 else (b"", "text/plain")
                    status = send(federation, world, method, f"{base}{path}{query}", body, kind)
                    tried += 1
                    if status >= 500:
                        faults.append((method, path[:80], query[:40], body[:40], kind, status))
    assert faults == []
    assert tried > 10


@pytest.mark.parametrize("name", QUERY_NAMES)
def test_no_parameter_of_an_authorization_request_breaks_acm(
    name: str, federation_application: Federation, world: str
) -> None:
    right = {
        "client_id": "eigen-eloket",
        "redirect_uri": "http://127.0.0.1:9/callback",
        "response_type": "code",
        "scope": "openid vo",
        "mock_persona": "jan",
        "mock_identity": "BUR",
    }
    base = federation_application.house.addresses.base("acm")
    for nasty in NASTY:
        asked = {**right, name: nasty}
        query = "?" + "&".join(f"{key}={quote(value, safe='')}" for key, value in asked.items())
        status = send(federation_application, world, "GET", f"{base}/op/v1/auth{query}", b"", "text/plain")
        assert status < 500, (name, nasty)


@pytest.mark.parametrize("year", [1900, 1970, 2000, 2024, 2038, 9990, 9998])
def test_no_year_breaks_a_sign_in(year: int, federation_application: Federation, world: str) -> None:
    stage = federation_application.house.addresses.base("stage")
    body = json.dumps({"now": f"{year}-12-31T23:30:00+01:00", "token_time": "world"}).encode()
    put = send(federation_application, world, "PUT", f"{stage}/_mock/clock", body, "application/json")
    acm = federation_application.house.addresses.base("acm")
    query = (
        "client_id=eigen-eloket&redirect_uri=http://127.0.0.1:9/callback&response_type=code"
        "&scope=openid+vo&mock_persona=lena&mock_key=token&mock_identity=BUR"
    )
    signed_in = send(federation_application, world, "GET", f"{acm}/op/v1/auth?{query}", b"", "text/plain")
    kbo = federation_application.house.addresses.base("kbo")
    looked_up = send(federation_application, world, "GET", f"{kbo}/api/v1/enterprises", b"", "text/plain")
    assert put in {200, 400}, "a year that a clock cannot show is refused"
    assert (signed_in, looked_up) == (302, 200)
