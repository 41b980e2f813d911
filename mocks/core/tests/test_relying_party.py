"""The relying party of our own pages, against a tiny provider on the backchannel."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, unquote_plus, urlsplit

import pytest

from mocks.core import tokens
from mocks.core.oauth import s256
from mocks.core.relying_party import ACM, RelyingParty, SignedIn, SignInRefused, UnknownSignIn
from mocks.core.tests.alone import START, build_house, enter
from mocks.core.tokens import sign
from mocks.core.visit import Visit

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

SECRET = "geheim: met% +tekens"


class TinyProvider:
    """Answers the token and userinfo endpoints as a test tells it to."""

    def __init__(self) -> None:
        self.visit: Visit = enter(build_house())
        self.visit.house.backchannel.application = self
        self.claims: dict[str, Any] = {
            "iss": self.visit.url("acm", "/op"),
            "aud": "kiosk",
            "sub": "someone",
            "iat": int(START),
            "exp": int(START) + 300,
        }
        self.answer: tuple[int, Any] | None = None
        self.signer = self.visit.signing_key("acm", "RS256")
        self.heard: dict[str, str] = {}
        self.authorization = ""

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        self.authorization = environ.get("HTTP_AUTHORIZATION", "")
        form = parse_qs(environ["wsgi.input"].read().decode())
        self.heard = {name: values[0] for name, values in form.items()}
        status, body = self.answer or (200, self._tokens())
        start_response(f"{status} X", [("Content-Type", "application/json")])
        return [json.dumps(body).encode()]

    def _tokens(self) -> dict[str, str]:
        token = sign(self.claims, self.signer)
        return {"access_token": "access", "refresh_token": "refresh", "id_token": token}


class Browser:
    """A session, and the way to the provider and back."""

    def __init__(self, provider: TinyProvider) -> None:
        self.session: dict[str, Any] = {}
        self.provider = provider
        self.party = RelyingParty(
            provider.visit, ACM, "kiosk", SECRET, provider.visit.url("kiosk", "/terug"), "openid"
        )
        self.query: dict[str, str] = {}

    def leave(self, **kept: object) -> str:
        address = urlsplit(self.party.begin(self.session, {"login_hint": "BUR"}, kept))
        assert address._replace(query="").geturl() == self.provider.visit.url("acm", "/op/v1/auth")
        self.query = {name: values[0] for name, values in parse_qs(address.query).items()}
        self.provider.claims["nonce"] = self.query["nonce"]
        return self.query["state"]

    def come_back(self, state: str, **answer: str) -> SignedIn:
        return self.party.finish(self.session, {"state": state, "code": "the-code", **answer})


@pytest.fixture
def provider() -> TinyProvider:
    return TinyProvider()


@pytest.fixture
def browser(provider: TinyProvider) -> Browser:
    return Browser(provider)


def test_a_sign_in_asks_with_state_nonce_and_pkce_and_comes_back_verified(
    browser: Browser, provider: TinyProvider
) -> None:
    state = browser.leave(to="/dossiers")
    done = browser.come_back(state)
    assert (done.claims, done.kept) == (provider.claims, {"to": "/dossiers"})
    assert (done.access_token, done.refresh_token) == ("access", "refresh")
    assert s256(provider.heard.pop("code_verifier")) == browser.query["code_challenge"]
    assert provider.heard == {
        "grant_type": "authorization_code",
        "code": "the-code",
        "redirect_uri": "http://127.0.0.1:8600/kiosk/terug",
    }
    assert (browser.query["code_challenge_method"], browser.query["login_hint"]) == ("S256", "BUR")


def test_the_secret_is_form_encoded_before_it_is_joined(browser: Browser, provider: TinyProvider) -> None:
    browser.come_back(browser.leave())
    scheme, encoded = provider.authorization.split(" ")
    client_id, secret = base64.b64decode(encoded).decode().split(":")
    assert (scheme, client_id, unquote_plus(secret)) == ("Basic", "kiosk", SECRET)


def test_no_two_sign_ins_share_a_state_nonce_or_challenge(browser: Browser) -> None:
    seen = []
    for _ in range(3):
        browser.leave()
        seen += [browser.query[name] for name in ("state", "nonce", "code_challenge")]
    assert len(set(seen)) == 9


@pytest.mark.parametrize("state", ["", "unknown"])
def test_an_unknown_state_is_refused_and_what_is_pending_stays(browser: Browser, state: str) -> None:
    pending = browser.leave()
    with pytest.raises(UnknownSignIn):
        browser.come_back(state)
    assert browser.come_back(pending)


def test_a_state_is_used_once(browser: Browser) -> None:
    state = browser.leave()
    browser.come_back(state)
    with pytest.raises(UnknownSignIn):
        browser.come_back(state)


def test_a_state_of_another_browser_is_refused(browser: Browser, provider: TinyProvider) -> None:
    state = browser.leave()
    with pytest.raises(UnknownSignIn):
        Browser(provider).come_back(state)


def test_two_tabs_do_not_spoil_each_other(browser: Browser) -> None:
    first, nonce = browser.leave(tab=1), browser.query["nonce"]
    second = browser.leave(tab=2)
    assert browser.come_back(second).kept == {"tab": 2}
    browser.provider.claims["nonce"] = nonce
    assert browser.come_back(first).kept == {"tab": 1}


def test_only_the_latest_five_stay_pending(browser: Browser) -> None:
    states = [browser.leave() for _ in range(6)]
    with pytest.raises(UnknownSignIn):
        browser.come_back(states[0])
    assert len(browser.session["pending_sign_ins"]) == 5


@pytest.mark.parametrize("nonce", ["another", "", None, 5])
def test_a_token_with_another_nonce_is_refused(browser: Browser, nonce: object) -> None:
    state = browser.leave()
    browser.provider.claims["nonce"] = nonce
    with pytest.raises(tokens.MalformedToken, match="nonce"):
        browser.come_back(state)


def test_a_token_without_a_nonce_is_refused(browser: Browser) -> None:
    state = browser.leave()
    del browser.provider.claims["nonce"]
    with pytest.raises(tokens.MalformedToken, match="nonce"):
        browser.come_back(state)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"aud": "ander"}, tokens.WrongAudience),
        ({"iss": "https://evil.test"}, tokens.WrongIssuer),
        ({"exp": int(START)}, tokens.TokenExpired),
        ({"azp": "ander"}, tokens.TokenRefused),
    ],
)
def test_a_token_that_is_not_for_us_is_refused(
    browser: Browser, changes: dict[str, Any], reason: type[Exception]
) -> None:
    state = browser.leave()
    browser.provider.claims.update(changes)
    with pytest.raises(reason):
        browser.come_back(state)


def test_a_token_for_several_is_ours_when_we_are_the_authorized_party(browser: Browser) -> None:
    state = browser.leave()
    browser.provider.claims.update(aud=["kiosk", "ander"], azp="kiosk")
    assert browser.come_back(state).claims["azp"] == "kiosk"


def test_a_token_signed_with_another_key_is_refused(browser: Browser) -> None:
    state = browser.leave()
    browser.provider.signer = browser.provider.visit.signing_key("kbo", "RS256")
    with pytest.raises(tokens.UnknownSigner):
        browser.come_back(state)


def test_a_refusal_of_the_provider_comes_back_with_its_reason(browser: Browser) -> None:
    state = browser.leave(to="/dossiers")
    with pytest.raises(SignInRefused, match=r"Het recht is verlopen\.") as refused:
        browser.come_back(state, error="access_denied", error_description="Het recht is verlopen.")
    assert (refused.value.error, refused.value.kept) == ("access_denied", {"to": "/dossiers"})
    with pytest.raises(UnknownSignIn):
        browser.come_back(state)


def test_a_refusal_without_words_says_its_code(browser: Browser) -> None:
    with pytest.raises(SignInRefused, match="login_required"):
        browser.come_back(browser.leave(), error="login_required")


def test_a_refused_code_is_a_refused_sign_in(browser: Browser) -> None:
    state = browser.leave()
    browser.provider.answer = (400, {"error": "invalid_grant", "error_description": "Al gebruikt."})
    with pytest.raises(SignInRefused, match="Al gebruikt") as refused:
        browser.come_back(state)
    assert refused.value.error == "invalid_grant"


def test_a_refresh_gives_new_tokens_or_the_reason_why_not(browser: Browser, provider: TinyProvider) -> None:
    provider.claims["sub"] = "someone"
    assert browser.party.refresh("old").refresh_token == "refresh"
    assert provider.heard == {"grant_type": "refresh_token", "refresh_token": "old"}
    provider.answer = (400, {"error": "invalid_grant", "error_description": "Het mandaat is herroepen."})
    with pytest.raises(SignInRefused, match="herroepen"):
        browser.party.refresh("old")


def test_userinfo_is_asked_with_the_access_token(browser: Browser, provider: TinyProvider) -> None:
    provider.answer = (200, {"sub": "someone"})
    assert browser.party.userinfo("access").json() == {"sub": "someone"}
    assert provider.authorization == "Bearer access"
