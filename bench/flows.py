"""What a sign-in is at each provider: the requests, and what every answer must be.

A flow is a generator: it gives a request and gets its answer.  It returns the ID token, so that samples can
be verified.  What one connection keeps between its sign-ins, such as cookies, stands in ``kept``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Generator
from typing import Any
from urllib.parse import urlencode

from bench.exchange import Answer, get, post

Flow = Generator[bytes, Answer, str]
Kept = dict[str, str]
Person = dict[str, str]
"""Who signs in, as the parameters that ACM takes for a sign-in without pages."""

CALLBACK = "http://127.0.0.1:9999/callback"
BENCH = {"client_id": "bench", "client_secret": "bench-secret"}
OURS = {"client_id": "eigen-eloket", "client_secret": "eigen-eloket-geheim"}


class WrongAnswer(Exception):
    """An answer was not what it should be, so that its time says nothing."""


def _want(answer: Answer, status: int, part: bytes = b"") -> Answer:
    if answer.status != status or part not in answer.head + answer.body:
        raise WrongAnswer(f"{status} with {part!r} was due: {answer.head[:300]!r} {answer.body[:300]!r}")
    return answer


def _path(location: str) -> str:
    """Return what comes after scheme and host, if they are there."""
    return "/" + location.split("/", 3)[3] if "://" in location else location


def _asked(client: str, scope: str) -> str:
    return urlencode({"client_id": client, "response_type": "code", "scope": scope, "redirect_uri": CALLBACK})


def _redeemed(
    host: str, answer: Answer, client: dict[str, str], token: str, userinfo: str, about: bytes
) -> Flow:
    """Go on from the redirect with the code: token and userinfo."""
    location = answer.location
    if not location.startswith(CALLBACK) or "code=" not in location:
        raise WrongAnswer(f"a code was due at {CALLBACK}: {answer.head[:300]!r}")
    code = location.partition("code=")[2].partition("&")[0]
    form = {"grant_type": "authorization_code", "code": code, "redirect_uri": CALLBACK, **client}
    given: dict[str, Any] = json.loads(_want((yield post(host, token, form)), 200, b'"id_token"').body)
    bearer = f"Authorization: Bearer {given['access_token']}"
    _want((yield get(host, userinfo, bearer)), 200, about)
    return str(given["id_token"])


def proefloket(host: str, kept: Kept, person: Person) -> Flow:
    """Sign in at our ACM without pages: authorization, token, userinfo."""
    del kept
    asked = _asked(OURS["client_id"], "openid vo rrn") + "&" + urlencode(person)
    answer = _want((yield get(host, f"/acm/op/v1/auth?{asked}")), 302)
    about = person["mock_persona"].encode()
    return (yield from _redeemed(host, answer, OURS, "/acm/op/v1/token", "/acm/op/v1/userinfo", about))


def oidc_provider_by_session(host: str, kept: Kept, person: Person) -> Flow:
    """Sign in at oidc-provider in a session that is open: authorization, token, userinfo."""
    if "cookie" not in kept:
        return (yield from oidc_provider_by_form(host, kept, person))
    asked = _asked(BENCH["client_id"], "openid profile")
    answer = _want((yield get(host, f"/auth?{asked}", kept["cookie"])), 303)
    return (yield from _redeemed(host, answer, BENCH, "/token", "/me", b'"sub"'))


def oidc_provider_by_form(host: str, kept: Kept, person: Person) -> Flow:
    """Sign in at oidc-provider by its form, in a browser without a session."""
    jar: dict[str, str] = {}

    def cookie(answer: Answer) -> str:
        jar.update(answer.cookies)
        return "Cookie: " + "; ".join(f"{name}={value}" for name, value in jar.items() if value)

    answer = _want((yield get(host, f"/auth?{_asked(BENCH['client_id'], 'openid profile')}")), 303)
    form = _path(answer.location)
    _want((yield get(host, form, cookie(answer))), 200, b"<form")
    login = {"login": person["mock_persona"]}
    answer = _want((yield post(host, form, login, cookie(answer))), 303)
    answer = _want((yield get(host, _path(answer.location), cookie(answer))), 303)
    kept["cookie"] = cookie(answer)
    return (yield from _redeemed(host, answer, BENCH, "/token", "/me", b'"sub"'))


def oauth2_mock_server(host: str, kept: Kept, person: Person) -> Flow:
    """Sign in at oauth2-mock-server, which asks nothing and keeps nothing."""
    del kept, person
    answer = _want((yield get(host, f"/authorize?{_asked(BENCH['client_id'], 'openid')}")), 302)
    return (yield from _redeemed(host, answer, BENCH, "/token", "/userinfo", b'"sub"'))


def oidc_provider_mock(host: str, kept: Kept, person: Person) -> Flow:
    """Sign in at oidc-provider-mock by its form, sent without being fetched first."""
    del kept
    target = f"/oauth2/authorize?{_asked(BENCH['client_id'], 'openid profile')}"
    answer = _want((yield post(host, target, {"sub": person["mock_persona"]})), 302)
    return (yield from _redeemed(host, answer, BENCH, "/oauth2/token", "/userinfo", b'"sub"'))


def floor(host: str, kept: Kept, person: Person) -> Flow:
    """Ask thrice what a provider cannot do without: three Flask requests, one of which signs."""
    del kept, person
    _want((yield get(host, "/auth")), 200)
    token = _want((yield get(host, "/token")), 200).body.decode()
    _want((yield get(host, "/userinfo")), 200)
    return token


FLOWS: dict[str, Callable[[str, Kept, Person], Flow]] = {
    one.__name__: one
    for one in (
        proefloket,
        oidc_provider_by_session,
        oidc_provider_by_form,
        oauth2_mock_server,
        oidc_provider_mock,
        floor,
    )
}
