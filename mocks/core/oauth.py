"""OAuth 2.0 and OpenID Connect as both providers (ACM and FAS) speak them.

What is the same for both stands here: the refusals, client credentials, PKCE, exact matching of redirect
URIs and opaque values; how it is answered stands in :mod:`mocks.core.oauth_answers`.  What each of them
decides stands with it.

*Bron*: RFC 6749, RFC 7636, RFC 7523, RFC 8252 §7.3.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol
from urllib.parse import unquote_plus, urlsplit

from werkzeug.datastructures import MultiDict

from mocks.core.errors import Refusal

ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"


class OAuthRefusal(Refusal):
    """A refusal that a program reads: ``error`` is the code of the specification."""

    error: ClassVar[str] = "invalid_request"
    code = "invalid_request"
    title = "Het e-loket stelt een verkeerde vraag"


class InvalidRequest(OAuthRefusal):
    """A parameter is missing, doubled or malformed (RFC 6749 §5.2)."""


class InvalidClient(OAuthRefusal):
    """The client is unknown or did not prove who it is (RFC 6749 §5.2)."""

    error = code = "invalid_client"
    status = 401


class InvalidGrant(OAuthRefusal):
    """The code or refresh token is not (or no longer) good for this client (RFC 6749 §5.2)."""

    error = code = "invalid_grant"


class UnsupportedGrantType(OAuthRefusal):
    """The token endpoint does not know this grant (RFC 6749 §5.2)."""

    error = code = "unsupported_grant_type"


class UnauthorizedClient(OAuthRefusal):
    """The client may not use this grant (RFC 6749 §5.2)."""

    error = code = "unauthorized_client"


class InvalidScope(OAuthRefusal):
    """A scope that the client may not ask (RFC 6749 §4.1.2.1)."""

    error = code = "invalid_scope"


class UnsupportedResponseType(OAuthRefusal):
    """A response type that this provider does not have (RFC 6749 §4.1.2.1)."""

    error = code = "unsupported_response_type"


class AccessDenied(OAuthRefusal):
    """The person, or the provider on grounds of the facts, said no (RFC 6749 §4.1.2.1)."""

    error = code = "access_denied"
    status = 403


class InvalidToken(OAuthRefusal):
    """A bearer token that is unknown, expired or revoked (RFC 6750 §3.1)."""

    error = code = "invalid_token"
    status = 401


class Headers(Protocol):
    """The headers of a request, as far as a provider reads them."""

    def get(self, name: str, default: str, /) -> str:
        """Return the header ``name``, or ``default``."""


class Asked(Protocol):
    """What a client sends to an endpoint for programs, whoever read it: a request of werkzeug is one."""

    @property
    def path(self) -> str:
        """The path, below where the system is mounted."""

    @property
    def headers(self) -> Headers:
        """Its headers."""

    @property
    def form(self) -> MultiDict[str, str]:
        """Its form."""


@dataclass(frozen=True)
class Credentials:
    """How a client says who it is at the token endpoint.

    Attributes:
        method: ``client_secret_basic``, ``client_secret_post``, ``private_key_jwt`` or ``none``.
        client_id: whom it says it is; None when only the assertion names it.
        secret: its secret, or its assertion.
    """

    method: str
    client_id: str | None
    secret: str


def client_credentials(request: Asked) -> Credentials:
    """Return how the client of a token request says who it is.

    Raises:
        InvalidRequest: when it uses two methods at once (RFC 6749 §2.3).
        InvalidClient: when it uses none, or the Basic header cannot be read.
    """
    form = request.form
    basic = request.headers.get("Authorization", "")
    used = [
        name
        for name, present in (
            ("basic", basic[:6].lower() == "basic "),
            ("post", single(form, "client_secret") is not None),
            ("assertion", single(form, "client_assertion") is not None),
        )
        if present
    ]
    if len(used) > 1:
        raise InvalidRequest("Gebruik één manier om te zeggen welke client u bent, niet meerdere.")
    if used == ["basic"]:
        return _basic(basic[6:], single(form, "client_id"))
    if used == ["post"]:
        return Credentials("client_secret_post", single(form, "client_id"), form["client_secret"])
    if used == ["assertion"]:
        if form.get("client_assertion_type") != ASSERTION_TYPE:
            raise InvalidRequest(f"client_assertion_type moet {ASSERTION_TYPE} zijn.")
        return Credentials("private_key_jwt", single(form, "client_id"), form["client_assertion"])
    client_id = single(form, "client_id")
    if client_id is not None:
        return Credentials("none", client_id, "")
    raise InvalidClient("Zeg welke client u bent: met Basic, client_secret of client_assertion.")


def _basic(encoded: str, named: str | None) -> Credentials:
    """Read RFC 6749 §2.3.1: both halves are form-encoded before they are joined."""
    try:
        decoded = base64.b64decode(encoded.strip(), validate=True).decode()
        client_id, separator, secret = decoded.partition(":")
    except ValueError:  # Not base64, not ASCII or not UTF-8: each error is a kind of ValueError.
        separator = ""
    if not separator:
        raise InvalidClient("De Authorization-header is geen Basic met ‘client_id:secret’ in base64.")
    client_id = unquote_plus(client_id)
    if named is not None and named != client_id:
        raise InvalidRequest("client_id in het formulier is een andere dan in de Authorization-header.")
    return Credentials("client_secret_basic", client_id, unquote_plus(secret))


def same_secret(given: str, expected: str) -> bool:
    """Compare two secrets in constant time."""
    return hmac.compare_digest(given.encode(), expected.encode())


def single(parameters: MultiDict[str, str], name: str) -> str | None:
    """Return a parameter that may occur once, or None when absent or empty.

    Raises:
        InvalidRequest: when it occurs twice (RFC 6749 §3.1).
    """
    values = parameters.getlist(name)
    if len(values) > 1:
        raise InvalidRequest(f"De parameter ‘{name}’ komt meer dan één keer voor.")
    return values[0] if values and values[0] != "" else None


_VERIFIER = re.compile(r"[A-Za-z0-9\-._~]{43,128}")
PKCE_METHODS = ("plain", "S256")


def check_challenge(challenge: str | None, method: str | None, required: bool) -> tuple[str, str] | None:
    """Return code challenge and method of an authorization request, or None without PKCE.

    Raises:
        InvalidRequest: when they do not fit RFC 7636, or are missing where the client must.
    """
    if challenge is None:
        if required:
            raise InvalidRequest("Deze client moet PKCE gebruiken: stuur code_challenge mee (S256).")
        if method is not None:
            raise InvalidRequest("code_challenge_method zonder code_challenge: stuur beide of geen.")
        return None
    if (method or "plain") not in PKCE_METHODS:
        raise InvalidRequest("code_challenge_method is S256 of plain.")
    if _VERIFIER.fullmatch(challenge) is None:
        raise InvalidRequest("code_challenge heeft 43 tot 128 tekens uit A-Z a-z 0-9 - . _ ~.")
    return challenge, method or "plain"


def check_verifier(challenge: tuple[str, str] | None, verifier: str | None) -> None:
    """Check the code verifier of a token request against the challenge.

    Raises:
        InvalidGrant: when it is missing, superfluous or another (RFC 7636 §4.6).
    """
    if challenge is None:
        if verifier is not None:
            raise InvalidGrant("code_verifier, maar de aanvraag had geen code_challenge.")
        return
    if verifier is None:
        raise InvalidGrant("code_verifier ontbreekt: de aanvraag had een code_challenge.")
    expected, method = challenge
    given = s256(verifier) if method == "S256" else verifier
    if _VERIFIER.fullmatch(verifier) is None or not same_secret(given, expected):
        raise InvalidGrant("code_verifier past niet bij de code_challenge van de aanvraag.")


def s256(verifier: str) -> str:
    """Return the S256 challenge of a verifier (RFC 7636 §4.2)."""
    digest = hashlib.sha256(verifier.encode("ascii", "replace")).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def redirect_uri_matches(given: str, registered: Sequence[str], *, loopback_any_port: bool) -> bool:
    """Return whether a redirect URI is one of the registered ones, to the letter.

    With ``loopback_any_port`` a registered path may also be reached on any port of 127.0.0.1 or
    localhost: scheme http, path equal, no query, fragment or user info (after RFC 8252 §7.3).
    """
    if given in registered:
        return True
    return loopback_any_port and any(_same_on_loopback(given, known) for known in registered)


_LOOPBACK = re.compile(r"http://(?:127\.0\.0\.1|localhost)(?::([0-9]{1,5}))?(/[^?#\\\s]*)?")


def _same_on_loopback(given: str, known: str) -> bool:
    found = _LOOPBACK.fullmatch(given)
    if found is None or not 0 < int(found[1] or 80) <= 65535:
        return False
    return (found[2] or "") == urlsplit(known).path


def opaque(octets: int = 32) -> str:
    """Return an unguessable value; 32 octets give the 43 characters of ACM's access token."""
    return secrets.token_urlsafe(octets)


def half_hash(value: str) -> str:
    """Return ``at_hash`` of a token signed with a SHA-256 algorithm (OpenID Connect Core §3.1.3.6)."""
    return base64.urlsafe_b64encode(hashlib.sha256(value.encode()).digest()[:16]).rstrip(b"=").decode()


def fingerprint(value: str) -> str:
    """Return what is stored of a code or token, so that a copy of the database opens nothing."""
    # A jti out of a client's JSON may hold half a surrogate pair.
    return hashlib.sha256(value.encode("utf-8", "surrogatepass")).hexdigest()
