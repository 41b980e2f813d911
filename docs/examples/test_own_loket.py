"""An e-loket of your own, tested against ACM and everything behind it, without a socket.

Copy this file beside your own tests, put your application in the place of ``OwnLoket``, and run pytest.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
import pytest
import requests

if TYPE_CHECKING:
    from mocks.pytest_plugin import FederationInTest

ISSUER = "https://authenticatie.vlaanderen.be/op"
CALLBACK = "http://127.0.0.1:9999/callback"
CLIENT = ("eigen-eloket", "eigen-eloket-geheim")
SCOPE = "openid profile vo wettelijkvertegenwoordiger offline_access"


class SignInRefused(Exception):
    """ACM let nobody in; the text is the reason that it gives."""


@dataclass
class OwnLoket:
    """The program under test: what any e-loket does, with ``requests`` and PyJWT."""

    metadata: dict[str, Any]
    nonce: str = field(default_factory=lambda: secrets.token_urlsafe(16))
    refresh_token: str = ""

    @classmethod
    def discovered(cls) -> OwnLoket:
        """Configure it by discovery."""
        answer = requests.get(f"{ISSUER}/.well-known/openid-configuration", timeout=5)
        answer.raise_for_status()
        return cls(answer.json())

    def sign_in_url(self) -> str:
        """Return where the button "Aanmelden" leads."""
        query = {
            "client_id": CLIENT[0],
            "response_type": "code",
            "scope": SCOPE,
            "redirect_uri": CALLBACK,
            "nonce": self.nonce,
        }
        return f"{self.metadata['authorization_endpoint']}?{urlencode(query)}"

    def arrive(self, callback: str) -> dict[str, Any]:
        """Take the browser that comes back, and return who it is by the ID token."""
        answer = {name: values[0] for name, values in parse_qs(urlsplit(callback).query).items()}
        if "error" in answer:
            raise SignInRefused(answer["error_description"])
        claims = self._tokens(grant_type="authorization_code", code=answer["code"], redirect_uri=CALLBACK)
        assert claims["nonce"] == self.nonce
        return claims

    def renew(self) -> dict[str, Any]:
        """Ask ACM again, as a long session does; return what it says now."""
        return self._tokens(grant_type="refresh_token", refresh_token=self.refresh_token)

    def _tokens(self, **form: str) -> dict[str, Any]:
        answer = requests.post(self.metadata["token_endpoint"], data=form, auth=CLIENT, timeout=5)
        told = answer.json()
        if not answer.ok:
            raise SignInRefused(told["error_description"])
        self.refresh_token = told["refresh_token"]
        return self._verified(told["id_token"])

    def _verified(self, token: str) -> dict[str, Any]:
        answer = requests.get(self.metadata["jwks_uri"], timeout=5)
        keys = jwt.PyJWKSet.from_dict(answer.json())
        key = keys[jwt.get_unverified_header(token)["kid"]]
        return jwt.decode(token, key, algorithms=["RS256"], audience=CLIENT[0], issuer=ISSUER)


@pytest.fixture
def loket(federation: FederationInTest) -> OwnLoket:
    """Give the e-loket; tokens follow the wall clock, because PyJWT reads it."""
    clock = federation.url("stage", "/_mock/clock")
    assert requests.put(clock, json={"token_time": "wall"}, timeout=5).ok
    return OwnLoket.discovered()


def sign_in(loket: OwnLoket, persona: str, identity: str) -> dict[str, Any]:
    """Go to ACM as a personage, without pages, and come back."""
    who = {"mock_persona": persona, "mock_identity": identity}
    answer = requests.get(loket.sign_in_url(), params=who, allow_redirects=False, timeout=5)
    assert answer.status_code == 302, answer.text
    return loket.arrive(answer.headers["Location"])


def test_a_director_comes_in_for_his_organisation(loket: OwnLoket, federation: FederationInTest) -> None:
    """Jan is bestuurder of De Kade."""
    de_kade = federation.number("de-kade")
    claims = sign_in(loket, "jan", f"EA:{de_kade}")
    assert claims["vo_orgnaam"] == "Theater De Kade vzw"
    assert claims["wv_orgcode"] == de_kade


def test_a_former_director_stays_out(loket: OwnLoket, federation: FederationInTest) -> None:
    """Dirk was, until yesterday."""
    with pytest.raises(SignInRefused, match="beëindigd"):
        sign_in(loket, "dirk", f"EA:{federation.number('de-kade')}")


def test_a_citizen_comes_in_for_himself(loket: OwnLoket) -> None:
    """Tom represents nobody."""
    claims = sign_in(loket, "tom", "BUR")
    assert claims["vo_doelgroepcode"] == "BUR"
    assert "vo_orgcode" not in claims


def test_a_function_that_ends_today_opens_nothing_tomorrow(
    loket: OwnLoket, federation: FederationInTest
) -> None:
    """The last day counts; the day after, ACM refuses to renew."""
    de_kade = federation.number("de-kade")
    function = f"{de_kade}-{federation.number('jan')}-10002"
    ends = {"end": federation.now.date().isoformat()}
    put = requests.put(federation.url("kbo", f"/_mock/function/{function}"), json=ends, timeout=5)
    assert put.ok, put.text

    sign_in(loket, "jan", f"EA:{de_kade}")
    assert loket.renew()["vo_orgcode"] == de_kade
    federation.step(timedelta(days=1))
    with pytest.raises(SignInRefused, match="beëindigd"):
        loket.renew()
