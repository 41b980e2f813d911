"""Why ACM refuses.

Refusal
├── UnknownClient, WrongRedirectUri       a page; never a redirect
├── UnknownMockValue, MockChoiceNeeded    400, for sign-in without pages
├── SignInGone                            pages of the sign-in
├── ProofFallsShort (SignInRefused)       the choice of key, once more
├── UnknownEloket, UnknownWho             explain
├── OrganisationNotInKbo                  readiness
└── OAuthRefusal (core.oauth)             to the client, as OAuth 2.0 says
    ├── RequestNotSupported, LoginRequired, InteractionRequired, UnmetMeans
    └── RefreshSpent                      ``invalid_request`` where the standard has ``invalid_grant``

:class:`ToClient` wraps a refusal that must travel to the client's redirect URI.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from mocks.core.errors import BadRequest, NotFound, Refusal
from mocks.core.oauth import OAuthRefusal
from mocks.core.relying_party import SignInRefused


class UnknownClient(Refusal):
    """No e-loket was registered under this client_id."""

    code = "unknown-client"
    title = "Dit e-loket is niet bekend"


class WrongRedirectUri(Refusal):
    """The redirect URI is not one of the client's, to the letter."""

    code = "wrong-redirect-uri"
    title = "Dit e-loket stuurt u naar een onbekend adres"


class UnknownMockValue(BadRequest):
    """A ``mock_…`` parameter with a value that nobody has."""

    code = "unknown-mock-value"


class MockChoiceNeeded(BadRequest):
    """Several identities or routes are possible and the request does not choose."""

    code = "mock-choice-needed"


class SignInGone(Refusal):
    """This sign-in was finished, has lapsed, or belongs to another browser."""

    code = "sign-in-gone"
    status = 410
    title = "Deze aanmelding is niet meer geldig"

    def __init__(self) -> None:
        super().__init__(
            "Begin opnieuw bij het e-loket. Een aanmelding blijft een uur geldig, in één browser."
        )


class ProofFallsShort(SignInRefused):
    """FAS answered, but not to what was asked: another key, or a proof of before the question."""

    code = "proof-falls-short"

    def __init__(self, kept: Mapping[str, Any]) -> None:
        """Keep what was handed along to FAS."""
        super().__init__(
            "access_denied",
            "CSAM bevestigt niet dat u zich daarnet met de gekozen digitale sleutel bekendmaakte. Kies een "
            "sleutel en begin opnieuw.",
            kept,
        )


class UnknownEloket(NotFound):
    """No e-loket of this name can be explained."""

    code = "unknown-eloket"


class UnknownWho(NotFound):
    """No personage or number of this name."""

    code = "unknown-who"


class OrganisationNotInKbo(NotFound):
    """No enterprise of this number, so that nobody can be ready to act for it."""

    code = "organisation-not-in-kbo"


class RequestNotSupported(OAuthRefusal):
    """A request object, which ACM does not take (OpenID Connect Core §6)."""

    error = code = "request_not_supported"


class LoginRequired(OAuthRefusal):
    """``prompt=none`` without a session that will do (OpenID Connect Core §3.1.2.6)."""

    error = code = "login_required"


class InteractionRequired(OAuthRefusal):
    """``prompt=none`` where the person has to choose (OpenID Connect Core §3.1.2.6)."""

    error = code = "interaction_required"


class UnmetMeans(OAuthRefusal):
    """None of the asked means is among those of the client; the code is our guess."""

    error = code = "unmet_authentication_requirements"


class UnsupportedResponseMode(OAuthRefusal):
    """Another response mode than query, fragment and form_post."""


class RefreshSpent(OAuthRefusal):
    """A refresh token that was used, revoked or has lapsed.

    *Bron*: ACM answers 400 ``invalid_request`` here, where RFC 6749 has ``invalid_grant``.
    """

    error = code = "invalid_request"


class ToClient(Exception):
    """A refusal that travels to the client's redirect URI."""

    def __init__(self, refusal: OAuthRefusal, redirect_uri: str, mode: str, state: str | None) -> None:
        super().__init__(refusal.sentence)
        self.refusal = refusal
        self.redirect_uri = redirect_uri
        self.mode = mode
        self.state = state

    @property
    def parameters(self) -> dict[str, str]:
        """The parameters of the error response (RFC 6749 §4.1.2.1)."""
        parameters = {"error": self.refusal.error, "error_description": self.refusal.sentence}
        return parameters if self.state is None else {**parameters, "state": self.state}


def listed(values: Iterable[str]) -> str:
    """Return values as a sentence lists them."""
    return ", ".join(values) or "geen"
