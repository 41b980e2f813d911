"""What is answered before Flask is answered as Flask would: every answer both ways."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest
import requests
from flask import Flask

from mocks.acm.backend import endpoints
from mocks.acm.routes.straight import Straight
from mocks.acm.tests.own_eloket import (
    CALLBACK,
    CLIENT,
    TOKEN,
    USERINFO,
    ask,
    code,
    exchange,
    payload,
    post,
    refresh,
    sign_in,
    tokens,
)

pytestmark = pytest.mark.usefixtures("federation")

Send = Callable[[], requests.Response]


def userinfo(token: str = "") -> requests.Response:
    """Ask userinfo with an access token, or without one."""
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    return requests.get(USERINFO, headers=headers, timeout=10)


def redeemed_twice() -> requests.Response:
    """Exchange a code that was exchanged before."""
    spent = code()
    exchange(spent)
    return exchange(spent)


def in_the_form(secret: str) -> requests.Response:
    """Exchange a code with the client's secret in the form."""
    return exchange(code(), client=None, client_id=CLIENT[0], client_secret=secret)


def refreshed_twice() -> requests.Response:
    """Use a refresh token that was used before."""
    token = str(tokens(scope="openid offline_access")["refresh_token"])
    refresh(token)
    return refresh(token)


ANSWERED: Mapping[str, Send] = {
    "signed in": lambda: sign_in("jan", "EA:0110041748", scope="openid vo profile", nonce="n"),
    "in the query": lambda: sign_in("jan", response_mode="query", state=None),
    "scope refused": lambda: sign_in("jan", scope="openid elders"),
    "access denied": lambda: sign_in("hugo", "BUR", state="één & twee"),
    "code": lambda: exchange(code(scope="openid vo rrn offline_access", nonce="een-nonce")),
    "secret in the form": lambda: in_the_form(CLIENT[1]),
    "refresh token": lambda: refresh(str(tokens(scope="openid offline_access")["refresh_token"])),
    "userinfo": lambda: userinfo(str(tokens(scope="openid vo profile")["access_token"])),
    "spent code": redeemed_twice,
    "wrong secret": lambda: in_the_form("fout"),
    "no client": lambda: post(TOKEN, {"grant_type": "authorization_code"}, client=None),
    "no code": lambda: post(TOKEN, {"grant_type": "authorization_code"}),
    "spent refresh token": refreshed_twice,
    "no bearer": userinfo,
    "unknown bearer": lambda: userinfo("onbekend"),
}
PASSED_ON: Mapping[str, Send] = {
    "form post": lambda: sign_in("jan", response_mode="form_post"),
    "fragment": lambda: sign_in("jan", response_mode="fragment"),
    "with pages": ask,
    "posted": lambda: ask({"mock_persona": "jan", "mock_identity": "BUR"}, method="POST"),
    "unknown persona": lambda: sign_in("niemand"),
    "unknown persona in a browser": lambda: ask({"mock_persona": "niemand"}, accept="text/html"),
    "no redirect URI": lambda: sign_in("jan", redirect_uri=None),
    "no choice": lambda: sign_in("jan", None),
    "elsewhere": lambda: sign_in("jan", redirect_uri="https://elders.example/"),
    "no grant": lambda: post(TOKEN, {}),
    "long form": lambda: post(TOKEN, {"grant_type": "authorization_code", "code": "x" * 20_000}),
    "endless form": lambda: post(TOKEN, {"code": "x" * 3_000_000}),
    "no JSON": lambda: requests.post(TOKEN, json={"grant_type": "authorization_code"}, timeout=10),
    "get": lambda: requests.get(TOKEN, timeout=10),
}


def shown(answer: requests.Response) -> object:
    """Return an answer without what differs each time."""
    headers = {
        name: re.sub(r"(code=|acm=|aanmelden/)[\w.-]+", r"\1…", value)
        for name, value in answer.headers.items()
        # A redirect of Flask has a body, which nobody reads.
        if name not in {"Content-Length", "Content-Type"} or answer.status_code != 302
    }
    headers.pop("Content-Length", None)
    if answer.status_code == 302:
        return answer.status_code, headers
    if not answer.headers["Content-Type"].endswith("json"):
        return answer.status_code, headers, re.sub(r'(value|href)="[^"]*"', "", answer.text)
    members = answer.json()
    assert answer.text == answer.text.strip() + "\n"
    for name in ("access_token", "refresh_token"):
        if name in members:
            members[name] = len(members[name])
    if "id_token" in members:
        claims = payload(members["id_token"])
        for name in ("at_hash", "iat", "exp"):
            claims.pop(name)
        members["id_token"] = claims
    return answer.status_code, headers, members


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Paths of the requests that reached Flask."""
    paths: list[str] = []
    inner = Flask.request_context

    def noted(self: Flask, environ: dict[str, str]) -> object:
        paths.append(environ["PATH_INFO"])
        return inner(self, environ)

    monkeypatch.setattr(Flask, "request_context", noted)
    return paths


@pytest.mark.parametrize("send", ANSWERED.values(), ids=ANSWERED)
def test_a_plain_request_is_answered_as_flask_would(
    send: Send, seen: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    straight = send()
    assert seen == []
    monkeypatch.setattr(Straight, "__call__", lambda self, *wsgi: self._flask(*wsgi))
    assert shown(straight) == shown(send())
    assert seen


@pytest.mark.parametrize("send", PASSED_ON.values(), ids=PASSED_ON)
def test_any_other_request_is_passed_on_whole(
    send: Send, seen: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    straight = send()
    assert seen
    monkeypatch.setattr(Straight, "__call__", lambda self, *wsgi: self._flask(*wsgi))
    assert shown(straight) == shown(send())


def test_what_is_passed_on_has_changed_nothing() -> None:
    """A wrong verifier leaves the code good, as it does over Flask alone."""
    given = code()
    assert exchange(given, redirect_uri=f"{CALLBACK}/anders").json()["error"] == "invalid_grant"
    assert exchange(given).status_code == 200


@pytest.mark.parametrize("send", [lambda: exchange("x"), lambda: sign_in("jan"), lambda: userinfo("x")])
def test_a_mistake_of_ours_is_told_in_a_sentence(send: Send, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("broken on purpose")

    for name in ("tokens", "sign_in_at_once", "userinfo"):
        monkeypatch.setattr(endpoints, name, broken)
    answer = send()
    assert answer.status_code == 500
    assert "Er ging iets mis in Proefloket zelf" in answer.json()["detail"]


def test_both_ways_are_counted_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    def counted() -> str:
        told = requests.get("https://authenticatie.vlaanderen.be/metrics", timeout=10).text
        return str(
            re.findall(r'proefloket_requests_total\{endpoint="oidc.token",method="POST",status="200".*', told)
        )

    before = counted()
    exchange(code())
    straight = counted()
    monkeypatch.setattr(Straight, "__call__", lambda self, *wsgi: self._flask(*wsgi))
    exchange(code())
    number = re.compile(r"(\d+)\.0")
    first, second, third = (
        int(found[-1]) if (found := number.findall(text)) else 0 for text in (before, straight, counted())
    )
    assert (second - first, third - second) == (1, 1)
