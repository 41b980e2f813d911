"""What the endpoints for programs do, whichever way a request comes: over Flask, or straight."""

from __future__ import annotations

from collections.abc import Callable

from mocks.acm.backend import clients
from mocks.acm.backend.authorize import Accepted, Parameters, accept
from mocks.acm.backend.decide import Decider
from mocks.acm.backend.mock_sign_in import MockSignIn
from mocks.acm.backend.tokens import Tokens
from mocks.acm.domain.eloket import Eloket
from mocks.core import oauth
from mocks.core.oauth import Asked, InvalidRequest, InvalidToken, UnsupportedGrantType
from mocks.core.tokens import Claims
from mocks.core.visit import Visit


def client(visit: Visit, request: Asked) -> Eloket:
    """Return the client that a back-channel request proves to be.

    Raises:
        InvalidClient, InvalidRequest: when it proves nothing.
    """
    issuer = visit.url("acm", "/op")
    audiences = (issuer, f"{issuer}/v1/token", f"{issuer}{request.path.removeprefix('/op')}")
    return clients.authenticate(visit, oauth.client_credentials(request), audiences)


def sign_in_at_once(decider: Decider, parameters: Parameters) -> tuple[Accepted, dict[str, str]]:
    """Finish an authorization request that carries ``mock_persona``.

    Returns:
        the request, and the parameters of the answer to its client.

    Raises:
        UnknownClient, WrongRedirectUri, UnknownMockValue, MockChoiceNeeded: answered with a page.
        ToClient: answered with a redirect that carries the error.
    """
    accepted, eloket = accept(decider.visit, parameters)
    return accepted, MockSignIn(decider.visit, decider).answer(accepted, eloket, parameters)


def tokens(visit: Visit, request: Asked, decider: Callable[[Visit], Decider]) -> Claims:
    """Exchange a code or a refresh token (RFC 6749 §4.1.3 and §6).

    Args:
        visit: where and when.
        request: of the client.
        decider: gives who decides anew, for a refresh token.

    Raises:
        OAuthRefusal: as RFC 6749 §5.2 says.
    """
    eloket = client(visit, request)
    form = {name: oauth.single(request.form, name) for name in request.form}
    grant_type = form.get("grant_type")
    if grant_type is None:
        raise InvalidRequest("De parameter grant_type ontbreekt.")
    if grant_type == "authorization_code":
        return Tokens(visit).exchange(eloket, form)
    if grant_type == "refresh_token":
        return Tokens(visit).refresh(decider(visit), eloket, form)
    raise UnsupportedGrantType(
        f"ACM kent grant_type ‘{grant_type[:60]}’ niet; wel authorization_code en refresh_token."
    )


def userinfo(visit: Visit, request: Asked) -> Claims:
    """Return the claims of an access token (*Bron*: ACM's page on userinfo).

    Raises:
        InvalidToken: when there is none, or it is of no use.
    """
    scheme, _, value = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not value:
        raise InvalidToken("Stuur het access token mee: Authorization: Bearer <token>.")
    return Tokens(visit).userinfo(value.strip())
