"""The authorization request: an ordered table of checks, one small function each.

The client and the redirect URI come first; when one of them is wrong the answer is a page, never a
redirect.  Every later refusal travels to the client.

*Bron*: ACM's pages on signing in (domain facts §1.2), OAuth 2.0, OpenID Connect Core, RFC 7636.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from werkzeug.datastructures import MultiDict

from mocks.acm.backend import clients
from mocks.acm.domain.eloket import Eloket
from mocks.acm.domain.means import MEANS, Means, shown
from mocks.acm.errors import (
    RequestNotSupported,
    ToClient,
    UnknownClient,
    UnmetMeans,
    UnsupportedResponseMode,
    WrongRedirectUri,
    listed,
)
from mocks.core import oauth
from mocks.core.errors import Refusal
from mocks.core.identifiers import EnterpriseNumber
from mocks.core.oauth import InvalidRequest, InvalidScope, OAuthRefusal, UnsupportedResponseType
from mocks.core.visit import Visit

Parameters = MultiDict[str, str]

RESPONSE_MODES = ("query", "fragment", "form_post")
PROMPTS = ("none", "login", "select_account", "consent")
_LONGEST = 2000

Asked = dict[str, Any]
"""What one check found: members of the :class:`Accepted`."""


@dataclass(frozen=True)
class Hint:
    """Targeted sign-in: the identity that the client names by ``login_hint``."""

    target_group: str
    code: str | None = None

    def is_complete(self, eloket: Eloket) -> bool:
        """Whether it names an identity at the level at which the e-loket is opened, so that nobody chooses.

        *Bron*: domain facts §1.2.  A target group at an e-loket where one chooses an organisation narrows the
        choice: our reading of what no source tells.
        """
        return self.code is not None or self.target_group == "BUR" or eloket.choice_level == "target_group"


@dataclass(frozen=True)
class Accepted:
    """An authorization request that may go on.

    Attributes:
        client_id: the e-loket.
        redirect_uri: where the answer goes.
        mode: the response mode.
        state: comes back with the answer.
        scopes: what is asked, all allowed.
        nonce: goes into the ID token.
        challenge: code challenge and method, or None.
        acr_values: the means that were asked, by URN; ``acr`` is told only when there are any.
        prompt: what OpenID Connect calls prompt, split.
        max_age: seconds since the authentication that are still good enough.
        hint: the identity that the client names.
    """

    client_id: str
    redirect_uri: str
    mode: str
    state: str | None
    scopes: tuple[str, ...] = ()
    nonce: str | None = None
    challenge: tuple[str, str] | None = None
    acr_values: tuple[str, ...] = ()
    prompt: tuple[str, ...] = ()
    max_age: int | None = None
    hint: Hint | None = None

    def means(self, eloket: Eloket) -> tuple[Means, ...]:
        """Return the means that the person may choose from."""
        return shown(eloket.keys, self.acr_values)

    def dump(self) -> dict[str, Any]:
        """Return it as JSON members."""
        return asdict(self)

    @classmethod
    def read(cls, members: dict[str, Any]) -> Accepted:
        """Return what :meth:`dump` wrote."""
        challenge, hint = members["challenge"], members["hint"]
        return cls(
            **{
                **members,
                "scopes": tuple(members["scopes"]),
                "acr_values": tuple(members["acr_values"]),
                "prompt": tuple(members["prompt"]),
                "challenge": (challenge[0], challenge[1]) if challenge else None,
                "hint": Hint(**hint) if hint else None,
            }
        )


def accept(visit: Visit, parameters: Parameters) -> tuple[Accepted, Eloket]:
    """Return the request when every check holds, with the e-loket that asks.

    Raises:
        UnknownClient, WrongRedirectUri: answered with a page.
        ToClient: answered with a redirect that carries the error.
    """
    eloket = _client(visit, parameters)
    redirect_uri = _redirect_uri(eloket, parameters)
    states = parameters.getlist("state")
    state = states[0] if len(states) == 1 else None
    modes = parameters.getlist("response_mode")
    mode = modes[0] if len(modes) == 1 and modes[0] in RESPONSE_MODES else "query"
    asked: dict[str, Any] = {}
    try:
        for check in CHECKS:
            asked |= check(eloket, parameters)
    except OAuthRefusal as refusal:
        raise ToClient(refusal, redirect_uri, mode, state) from refusal
    return Accepted(eloket.client_id, redirect_uri, mode, **asked), eloket


def _client(visit: Visit, parameters: Parameters) -> Eloket:
    named = parameters.getlist("client_id")
    if len(named) != 1 or not named[0]:
        raise UnknownClient("De parameter client_id ontbreekt of staat er meer dan één keer.")
    eloket = clients.find(visit, named[0])
    if eloket is None:
        raise UnknownClient(
            f"Er is geen client ‘{named[0][:60]}’ bij ACM geregistreerd. Registreer hem met "
            "POST /acm/_mock/clients."
        )
    return eloket


_ANY_PORT = " (op elke poort van 127.0.0.1 of localhost)"


def _redirect_uri(eloket: Eloket, parameters: Parameters) -> str:
    named = parameters.getlist("redirect_uri")
    if len(named) != 1 or not named[0]:
        raise WrongRedirectUri("De parameter redirect_uri ontbreekt of staat er meer dan één keer.")
    if not oauth.redirect_uri_matches(
        named[0], eloket.redirect_uris, loopback_any_port=eloket.loopback_any_port
    ):
        raise WrongRedirectUri(
            f"‘{named[0][:200]}’ is geen geregistreerd adres van {eloket.client_name}. Het moet tot op het "
            f"teken gelijk zijn aan: {listed(eloket.redirect_uris)}"
            f"{_ANY_PORT if eloket.loopback_any_port else ''}."
        )
    return named[0]


def _response_type(eloket: Eloket, parameters: Parameters) -> Asked:
    """Only the code flow exists, and no request objects."""
    del eloket
    for name in ("request", "request_uri"):
        if name in parameters:
            raise RequestNotSupported(f"ACM neemt geen ‘{name}’ aan; zet de parameters zelf in de aanvraag.")
    asked = oauth.single(parameters, "response_type")
    if asked is None:
        raise InvalidRequest("response_type ontbreekt; ACM kent alleen ‘code’.")
    if asked != "code":
        raise UnsupportedResponseType(f"ACM kent response_type ‘{asked[:40]}’ niet, alleen ‘code’.")
    mode = oauth.single(parameters, "response_mode")
    if mode is not None and mode not in RESPONSE_MODES:
        raise UnsupportedResponseMode(f"response_mode is een van: {listed(RESPONSE_MODES)}.")
    state = oauth.single(parameters, "state")
    return {"state": state}


def _scope(eloket: Eloket, parameters: Parameters) -> Asked:
    """A scope that the client may not ask is refused at once, before anybody signs in."""
    asked = tuple(dict.fromkeys((oauth.single(parameters, "scope") or "").split()))
    foreign = [scope for scope in asked if scope not in eloket.scopes]
    if foreign:
        raise InvalidScope(
            f"{eloket.client_name} mag scope ‘{listed(one[:60] for one in foreign)}’ niet vragen; wel: "
            f"{listed(sorted(eloket.scopes))}."
        )
    return {"scopes": asked}


def _pkce(eloket: Eloket, parameters: Parameters) -> Asked:
    """PKCE is enforced where the integration file says so, and checked wherever it is used."""
    challenge = oauth.check_challenge(
        oauth.single(parameters, "code_challenge"),
        oauth.single(parameters, "code_challenge_method"),
        eloket.require_pkce,
    )
    return {"challenge": challenge}


def _nonce(eloket: Eloket, parameters: Parameters) -> Asked:
    """The nonce goes into the ID token as it came."""
    del eloket
    nonce = oauth.single(parameters, "nonce")
    if nonce is not None and len(nonce) > _LONGEST:
        raise InvalidRequest(f"nonce is langer dan {_LONGEST} tekens.")
    return {"nonce": nonce}


def _acr_values(eloket: Eloket, parameters: Parameters) -> Asked:
    """What is asked is intersected with what the e-loket accepts; an empty result is refused."""
    asked = tuple((oauth.single(parameters, "acr_values") or "").split())
    if not shown(eloket.keys, asked):
        accepted = listed(MEANS[kind].urn for kind in eloket.keys)
        raise UnmetMeans(f"Geen van de gevraagde middelen is toegelaten; wel: {accepted}.")
    return {"acr_values": asked}


def _prompt(eloket: Eloket, parameters: Parameters) -> Asked:
    """*Bron*: OpenID Connect Core §3.1.2.1; ACM's own pages do not speak of prompt and max_age."""
    del eloket
    prompt = tuple((oauth.single(parameters, "prompt") or "").split())
    if any(one not in PROMPTS for one in prompt):
        raise InvalidRequest(f"prompt bestaat uit: {listed(PROMPTS)}.")
    if "none" in prompt and len(prompt) > 1:
        raise InvalidRequest("prompt=none gaat niet samen met een andere waarde.")
    age = oauth.single(parameters, "max_age")
    if age is not None and not (age.isascii() and age.isdigit() and len(age) <= len("999999999")):
        raise InvalidRequest("max_age is een aantal seconden.")
    return {"prompt": prompt, "max_age": int(age) if age is not None else None}


def _login_hint(eloket: Eloket, parameters: Parameters) -> Asked:
    """Targeted sign-in: base64 of ``{"cap_hint": "EA", "code_hint": "0110041748"}``."""
    text = oauth.single(parameters, "login_hint")
    if text is None:
        return {}
    hint = _read_hint(text)
    if hint.target_group not in eloket.target_groups:
        raise InvalidRequest(
            f"login_hint: {eloket.client_name} bedient doelgroep ‘{hint.target_group[:20]}’ niet; wel: "
            f"{listed(eloket.target_groups)}."
        )
    if hint.code is not None and eloket.choice_level == "target_group":
        raise InvalidRequest(
            f"login_hint: bij {eloket.client_name} kiest men een doelgroep, geen organisatie. Laat code_hint "
            "weg."
        )
    return {"hint": hint}


def _read_hint(text: str) -> Hint:
    padded = text + "=" * (-len(text) % 4)
    try:
        decoded = base64.b64decode(padded.replace("-", "+").replace("_", "/"), validate=True)
        members = json.loads(decoded)
        group, code = members["cap_hint"], members.get("code_hint")
    except (binascii.Error, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        group, code = None, None
    if not isinstance(group, str) or not isinstance(code, str | None) or (group == "BUR" and code):
        raise InvalidRequest(
            'login_hint is base64 van JSON zoals {"cap_hint": "EA", "code_hint": "0110041748"}.'
        )
    try:
        return Hint(group, EnterpriseNumber(code) if code else None)
    except Refusal as refusal:
        raise InvalidRequest(f"login_hint: {refusal.sentence}") from None


Check = Callable[[Eloket, Parameters], Asked]

CHECKS: tuple[Check, ...] = (_response_type, _scope, _pkce, _nonce, _acr_values, _prompt, _login_hint)
"""After the client and its redirect URI, in this order; the ``mock_…`` parameters come last."""
