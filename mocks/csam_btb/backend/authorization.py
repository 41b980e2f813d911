"""Reading the question of a client: the checks of the authorization endpoint, in order.

Client and redirect URI come first, because an answer may only go to an address that is the client's; what
is wrong after that is told to the client.

*Bron*: RFC 6749 §4.1, RFC 7636, OpenID Connect Core §3.1.2.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mocks.core.oauth import (
    InvalidRequest,
    InvalidScope,
    OAuthRefusal,
    UnsupportedResponseType,
    check_challenge,
    redirect_uri_matches,
    single,
)
from mocks.core.visit import Visit
from mocks.csam_btb.domain.fas import CLIENTS, SCOPES, Address, AuthorizationRequest, Client
from mocks.csam_btb.domain.kinds import KEY_KINDS, LEVELS, Kind
from mocks.csam_btb.errors import ToClient, UnknownClient, WrongRedirectUri

if TYPE_CHECKING:
    from werkzeug.datastructures import MultiDict

_VISIBLE = re.compile(r"[\x20-\x7e]{1,2000}")
_PROMPTS = frozenset({"none", "login", "consent", "select_account"})


def addresses(visit: Visit, places: tuple[Address, ...]) -> list[str]:
    """Return addresses of a client as URLs in this world."""
    return [visit.url(system, path) for system, path in places]


def client_of(client_id: str | None) -> Client:
    """Return the client of this name.

    Raises:
        UnknownClient: when there is none.
    """
    if client_id is None or client_id not in CLIENTS:
        raise UnknownClient(
            f"FAS kent geen toepassing ‘{(client_id or '')[:60]}’. Geef client_id mee: {', '.join(CLIENTS)}."
        )
    return CLIENTS[client_id]


def read_request(visit: Visit, parameters: MultiDict[str, str]) -> AuthorizationRequest:
    """Return the question that the parameters of an authorization request ask.

    Raises:
        UnknownClient: when the client is not known; never answered by a redirect.
        WrongRedirectUri: when the address is not the client's; never answered by a redirect.
        ToClient: for anything else that is wrong.
    """
    client = client_of(single(parameters, "client_id"))
    redirect_uri = single(parameters, "redirect_uri") or ""
    known = addresses(visit, client.redirects)
    if not redirect_uri_matches(redirect_uri, known, loopback_any_port=False):
        raise WrongRedirectUri(
            f"redirect_uri van ‘{client.client_id}’ moet letterlijk {' of '.join(known)} zijn."
        )
    states = parameters.getlist("state")
    try:
        return _Asked(client, redirect_uri, parameters).request()
    except OAuthRefusal as refusal:
        raise ToClient(redirect_uri, states[0] if len(states) == 1 else None, refusal) from None


@dataclass(frozen=True)
class _Asked:
    """The parameters of a client that is known, to an address that is its own."""

    client: Client
    redirect_uri: str
    parameters: MultiDict[str, str]

    def request(self) -> AuthorizationRequest:
        self._response()
        scope = self._scope()
        challenge = check_challenge(
            self._one("code_challenge"), self._one("code_challenge_method"), required=False
        )
        if challenge is not None and challenge[1] != "S256":
            raise InvalidRequest("FAS kent alleen code_challenge_method=S256.")
        prompts = self._prompts()
        key = self._key()
        minimum = self._minimum()
        if key is not None and KEY_KINDS[key].fas_level < minimum:
            raise InvalidRequest(f"fas_key={key} haalt het gevraagde niveau {minimum} niet.")
        return AuthorizationRequest(
            client_id=self.client.client_id,
            redirect_uri=self.redirect_uri,
            scope=scope,
            state=self._text("state"),
            nonce=self._text("nonce"),
            challenge=challenge[0] if challenge else None,
            minimum=minimum,
            key=key,
            fresh="login" in prompts,
            silent="none" in prompts,
            max_age=self._max_age(),
        )

    def _response(self) -> None:
        if self._one("response_type") != "code":
            raise UnsupportedResponseType("FAS kent alleen response_type=code.")
        if self._one("response_mode") not in {None, "query"}:
            raise InvalidRequest("FAS kent alleen response_mode=query.")

    def _scope(self) -> str:
        asked = (self._one("scope") or "").split()
        unknown = [scope for scope in asked if scope not in SCOPES]
        if "openid" not in asked or unknown:
            raise InvalidScope(f"scope bevat openid en verder alleen: {' '.join(SCOPES[1:])}.")
        return " ".join(dict.fromkeys(asked))

    def _prompts(self) -> frozenset[str]:
        prompts = frozenset((self._one("prompt") or "").split())
        if not prompts <= _PROMPTS or ("none" in prompts and len(prompts) > 1):
            raise InvalidRequest("prompt is none, of een of meer van login, consent, select_account.")
        return prompts

    def _minimum(self) -> int:
        """Return the lowest level named; a higher one will always do."""
        asked = (self._one("acr_values") or "").split()
        if any(value not in LEVELS for value in asked):
            raise InvalidRequest(f"acr_values bevat alleen: {' '.join(LEVELS)}.")
        return min((LEVELS[value] for value in asked), default=0)

    def _key(self) -> Kind | None:
        """Return ``fas_key``, an addition of ours: the person chose the key at the client already."""
        value = self._one("fas_key")
        if value is not None and value not in set(Kind):
            raise InvalidRequest(f"fas_key is een van: {', '.join(Kind)}.")
        return Kind(value) if value is not None else None

    def _max_age(self) -> int | None:
        value = self._one("max_age")
        if value is not None and re.fullmatch(r"[0-9]{1,9}", value) is None:
            raise InvalidRequest("max_age is een aantal seconden.")
        return int(value) if value is not None else None

    def _text(self, name: str) -> str | None:
        value = self._one(name)
        if value is not None and _VISIBLE.fullmatch(value) is None:
            raise InvalidRequest(f"‘{name}’ bestaat uit 1 tot 2000 zichtbare ASCII-tekens.")
        return value

    def _one(self, name: str) -> str | None:
        return single(self.parameters, name)
