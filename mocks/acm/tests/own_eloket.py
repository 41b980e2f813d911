"""An e-loket of an outsider, as a program: it asks ACM, takes the answer and exchanges the code."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Mapping, Sequence
from html import unescape
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import requests

from mocks.core.tokens import Claims, unverified

ACM = "https://authenticatie.vlaanderen.be"
ISSUER = f"{ACM}/op"
AUTH = f"{ISSUER}/v1/auth"
TOKEN = f"{ISSUER}/v1/token"
USERINFO = f"{ISSUER}/v1/userinfo"
CALLBACK = "http://127.0.0.1:9999/callback"
CLIENT = ("eigen-eloket", "eigen-eloket-geheim")
ALL_SCOPES = "openid profile rrn vo wettelijkvertegenwoordiger ssm_mandaat eigen_eloket offline_access"
VERIFIER = "een-code-verifier-van-drieenveertig-tekens-of-meer"

Values = Mapping[str, str | Sequence[str] | None]


def ask(changes: Values | None = None, *, method: str = "GET", accept: str = "") -> requests.Response:
    """Send an authorization request: a good one of eigen-eloket, with ``changes`` (None leaves out)."""
    asked: dict[str, Any] = {
        "client_id": CLIENT[0],
        "redirect_uri": CALLBACK,
        "response_type": "code",
        "scope": "openid",
        "state": "toestand",
        **(changes or {}),
    }
    sent = {name: value for name, value in asked.items() if value is not None}
    return requests.request(
        method,
        AUTH,
        params=sent if method == "GET" else None,
        data=sent if method == "POST" else None,
        headers={"Accept": accept} if accept else {},
        allow_redirects=False,
        timeout=10,
    )


def sign_in(persona: str, identity: str | None = "BUR", **changes: str | None) -> requests.Response:
    """Ask to sign in without pages."""
    return ask({"mock_persona": persona, "mock_identity": identity, **changes})


def answer(response: requests.Response) -> dict[str, str]:
    """Return the parameters that an answer carries to the redirect URI, in any response mode."""
    if response.status_code == 200:
        pairs = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', response.text)
        return {unescape(name): unescape(value) for name, value in pairs}
    assert response.status_code == 302, response.text
    parts = urlsplit(response.headers["Location"])
    return dict(parse_qsl(parts.fragment or parts.query, strict_parsing=True))


def error(response: requests.Response) -> str:
    """Return the error that an answer carries to the redirect URI."""
    assert response.headers["Location"].startswith(CALLBACK), response.headers
    return answer(response)["error"]


def code(persona: str = "jan", identity: str | None = "BUR", **changes: str | None) -> str:
    """Return the code of a sign-in without pages."""
    return answer(sign_in(persona, identity, **changes))["code"]


def post(url: str, form: Values, *, client: tuple[str, str] | None = CLIENT) -> requests.Response:
    """Send a form to an endpoint for programs, as a client by Basic, or as nobody."""
    sent = {name: value for name, value in form.items() if value is not None}
    return requests.post(url, data=sent, auth=client, timeout=10)


def exchange(
    code: str, *, client: tuple[str, str] | None = CLIENT, **changes: str | None
) -> requests.Response:
    """Exchange a code, with changes to the form."""
    form = {"grant_type": "authorization_code", "code": code, "redirect_uri": CALLBACK, **changes}
    return post(TOKEN, form, client=client)


def refresh(
    token: str, *, client: tuple[str, str] | None = CLIENT, **changes: str | None
) -> requests.Response:
    """Exchange a refresh token, with changes to the form."""
    return post(TOKEN, {"grant_type": "refresh_token", "refresh_token": token, **changes}, client=client)


def tokens(
    persona: str = "jan",
    identity: str | None = "BUR",
    *,
    client: tuple[str, str] = CLIENT,
    **changes: str | None,
) -> dict[str, Any]:
    """Sign in without pages and return the token answer."""
    answered = exchange(code(persona, identity, client_id=client[0], **changes), client=client)
    assert answered.status_code == 200, answered.text
    return dict(answered.json())


def payload(token: str) -> Claims:
    """Return the claims of a token, unverified."""
    return unverified(token)[1]


def userinfo(token: str) -> requests.Response:
    """Ask userinfo with an access token."""
    return requests.get(USERINFO, headers={"Authorization": f"Bearer {token}"}, timeout=10)


def refusal(response: requests.Response) -> tuple[int, str]:
    """Return status and error of an endpoint for programs, which never may be cached."""
    assert response.headers["Cache-Control"] == "no-store"
    body = response.json()
    assert set(body) == {"error", "error_description"}
    return response.status_code, body["error"]


def register(**members: Any) -> None:  # noqa: ANN401  # members of an integration file
    """Register an e-loket at ACM."""
    file = {"client_name": "Proef", "redirect_uris": [CALLBACK], "client_secret": "geheim", **members}
    registered = requests.post(f"{ACM}/_mock/clients", json=file, timeout=10)
    assert registered.status_code == 201, registered.text


def put(url: str, body: Mapping[str, Any]) -> None:
    """Put a fact or a setting."""
    answered = requests.put(url, json=body, timeout=10)
    assert answered.status_code == 200, answered.text


def hint(**members: object) -> str:
    """Return a ``login_hint``: base64 of JSON."""
    return base64.b64encode(json.dumps(members).encode()).decode()


def on_the_spot(**changes: str | None) -> str:
    """Return the sentence of a 400 that is told on the spot."""
    answered = ask(changes)
    assert answered.status_code == 400, answered.headers
    assert "Location" not in answered.headers
    return str(answered.json()["detail"])


def denied(persona: str, identity: str | None = None, **changes: str | None) -> str:
    """Return the reason of a refusal that travels to the client."""
    members = answer(sign_in(persona, identity, **changes))
    assert (members["error"], members["state"]) == ("access_denied", "toestand")
    return members["error_description"]
