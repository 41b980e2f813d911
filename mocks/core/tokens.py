"""Signed tokens: the only caller of PyJWT.

PyJWT reads the wall clock and has no ``now``, so that it only checks signatures here and every claim,
the times first, is checked by ourselves against the moment that the caller names.  It is incorrect to
ignore the result of a verification, so that it raises and never returns a boolean.

    TokenRefused
    ├── MalformedToken      no JWT, no ``kid``, another ``typ``, a missing or ill-typed claim
    ├── UnknownSigner       no key with this ``kid`` among those of the issuer
    ├── BadSignature        altered, signed by another key or by another algorithm (also ``none``)
    ├── WrongIssuer
    ├── WrongAudience
    ├── TokenExpired
    └── TokenNotYetValid
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeGuard

import jwt

from mocks.core.errors import Refusal
from mocks.core.keys import Algorithm, PublicKey, SigningKey
from mocks.core.languages import say

Claims = dict[str, Any]

LEEWAY = 5
"""Seconds that clocks of two machines may differ; only towards the future (``iat``, ``nbf``)."""


class TokenRefused(Refusal):
    """A token that must not be trusted."""

    code = "token-refused"
    status = 400


class MalformedToken(TokenRefused):
    """A token that cannot be read or lacks what it must carry."""

    code = "token-malformed"


class UnknownSigner(TokenRefused):
    """A token whose key is not among those that the issuer publishes."""

    code = "token-unknown-signer"


class BadSignature(TokenRefused):
    """A token whose signature does not fit its content."""

    code = "token-bad-signature"


class WrongIssuer(TokenRefused):
    """A token of somebody else than was asked."""

    code = "token-wrong-issuer"


class WrongAudience(TokenRefused):
    """A token that is meant for somebody else."""

    code = "token-wrong-audience"


class TokenExpired(TokenRefused):
    """A token that is no longer valid."""

    code = "token-expired"


class TokenNotYetValid(TokenRefused):
    """A token from the future."""

    code = "token-not-yet-valid"


_KINDS: Mapping[tuple[str, str | None], tuple[Algorithm, tuple[str, ...]]] = {
    ("RSA", None): ("RS256", ("kty", "n", "e")),
    ("EC", "P-256"): ("ES256", ("kty", "crv", "x", "y")),
}
"""Which keys we verify with, by ``kty`` and ``crv``, and their public members (RFC 7518 §6)."""


class KeySet:
    """The public keys of one issuer, by ``kid``."""

    def __init__(self, keys: Mapping[str, tuple[Algorithm, PublicKey]]) -> None:
        self._keys = keys

    @classmethod
    def of(cls, signing_keys: Iterable[SigningKey]) -> KeySet:
        """Return the public halves of our own keys, without parsing anything."""
        return cls({key.kid: (key.alg, key.private.public_key()) for key in signing_keys})

    @classmethod
    def parse(cls, document: Mapping[str, Any]) -> KeySet:
        """Read a JWKS document; keys for other purposes than RS256 and ES256 are left out.

        Of a key only the public members are read, so that a private half sent along does no harm.

        Raises:
            MalformedToken: when the document is no JWKS.
        """
        keys: dict[str, tuple[Algorithm, PublicKey]] = {}
        try:
            for jwk in document["keys"]:
                kind = _KINDS.get((jwk["kty"], jwk.get("crv")))
                if kind is not None and jwk.get("use", "sig") == "sig":
                    alg, members = kind
                    public = {name: jwk[name] for name in members}
                    keys[jwk.get("kid", "")] = (alg, jwt.PyJWK(public, algorithm=alg).key)
        except (KeyError, TypeError, AttributeError, jwt.PyJWTError):
            raise MalformedToken(
                say("De sleutels zijn geen JWKS: verwacht {‘keys’: [JWK, …]} met RSA- of P-256-sleutels.")
            ) from None
        return cls(keys)

    def __len__(self) -> int:
        """Return how many keys there are to verify with."""
        return len(self._keys)

    @property
    def only_kid(self) -> str | None:
        """The ``kid`` of the one key, or None when there are several: a token may leave it out then."""
        return next(iter(self._keys)) if len(self._keys) == 1 else None

    def find(self, kid: str) -> tuple[Algorithm, PublicKey]:
        """Return algorithm and key for ``kid``.

        Raises:
            UnknownSigner: when the issuer publishes no such key.
        """
        found = self._keys.get(kid)
        if found is None:
            raise UnknownSigner(
                say(
                    "De uitgever publiceert geen sleutel ‘%(kid)s’. Haal zijn sleutels opnieuw op.",
                    kid=kid[:60],
                )
            )
        return found


def sign(claims: Claims, key: SigningKey, typ: str = "JWT") -> str:
    """Return ``claims`` as a compact JWS signed by ``key``, with its ``kid`` in the header."""
    return jwt.encode(claims, key.private, algorithm=key.alg, headers={"kid": key.kid, "typ": typ})


def verify(  # each is something that must not be forgotten
    token: str,
    keys: KeySet,
    *,
    issuer: str,
    audience: str,
    now: int,
    typ: str = "JWT",
    default_kid: str | None = None,
) -> Claims:
    """Return the claims of a token after checking everything that can be wrong with it.

    Args:
        token: the compact JWS.
        keys: the keys of the issuer.
        issuer: who must have issued it (``iss``).
        audience: for whom it must be meant (``aud``, or one of it).
        now: token time, in seconds since the epoch.
        typ: what the header must say it is.
        default_kid: which key signed a token that does not say so itself.

    Raises:
        TokenRefused: one subclass per reason.
    """
    header = _header(token)
    if header.get("typ", "JWT") != typ:
        raise MalformedToken(
            say("Dit token is van soort ‘%(found)s’, verwacht ‘%(typ)s’.", found=header.get("typ"), typ=typ)
        )
    kid = header.get("kid", default_kid)
    if not isinstance(kid, str):
        raise MalformedToken(say("Het token noemt zijn sleutel niet (kid)."))
    alg, key = keys.find(kid)
    claims = _checked_signature(token, key, alg)
    _check_issuer(claims, issuer)
    _check_audience(claims, audience)
    _check_subject(claims)
    _check_times(claims, now)
    return claims


def unverified(token: str) -> tuple[Claims, Claims]:
    """Return header and claims without trusting them, to find out whose keys to verify with.

    Raises:
        MalformedToken: when the text is no JWT.
    """
    try:
        whole = jwt.decode_complete(token, options={"verify_signature": False})
    except jwt.PyJWTError:
        raise MalformedToken(say("Dit is geen JWT: verwacht drie delen met punten ertussen.")) from None
    return dict(whole["header"]), dict(whole["payload"])


def _header(token: str) -> Claims:
    try:
        return dict(jwt.get_unverified_header(token))
    except jwt.PyJWTError:
        raise MalformedToken(say("Dit is geen JWT: verwacht drie delen met punten ertussen.")) from None


def _checked_signature(token: str, key: PublicKey, alg: Algorithm) -> Claims:
    try:
        return dict(
            jwt.decode(
                token,
                key,
                algorithms=[alg],
                options={
                    "verify_exp": False,
                    "verify_nbf": False,
                    "verify_iat": False,
                    "verify_aud": False,
                    "verify_iss": False,
                    "verify_sub": False,
                    "verify_jti": False,
                },
            )
        )
    except (jwt.InvalidSignatureError, jwt.InvalidAlgorithmError):
        raise BadSignature(say("De handtekening past niet bij de inhoud van het token.")) from None
    except jwt.PyJWTError:
        raise MalformedToken(
            say("Het token is wel getekend, maar bevat geen JSON-object met claims.")
        ) from None


def _check_issuer(claims: Claims, issuer: str) -> None:
    if claims.get("iss") != issuer:
        raise WrongIssuer(
            say(
                "Het token komt van ‘%(found)s’, verwacht ‘%(issuer)s’.",
                found=claims.get("iss"),
                issuer=issuer,
            )
        )


def _check_audience(claims: Claims, audience: str) -> None:
    meant_for = claims.get("aud")
    named = meant_for if isinstance(meant_for, list) else [meant_for]
    if audience not in named:
        raise WrongAudience(
            say(
                "Het token is bestemd voor ‘%(meant_for)s’, niet voor ‘%(audience)s’.",
                meant_for=meant_for,
                audience=audience,
            )
        )


def _check_subject(claims: Claims) -> None:
    if not isinstance(claims.get("sub", ""), str):
        raise MalformedToken(say("Het token noemt in ‘sub’ geen tekst (RFC 7519 §4.1.2)."))


def _check_times(claims: Claims, now: int) -> None:
    expires, issued = claims.get("exp"), claims.get("iat", now)
    starts = claims.get("nbf", issued)
    if not (_is_moment(expires) and _is_moment(issued) and _is_moment(starts)):
        raise MalformedToken(say("Het token noemt geen geldige tijden (exp, iat, nbf in seconden)."))
    if now >= expires:
        raise TokenExpired(say("Het token is vervallen. Vraag een nieuw."))
    if max(issued, starts) > now + LEEWAY:
        raise TokenNotYetValid(say("Het token geldt nog niet. Vergelijk de klokken van beide kanten."))


_LAST_MOMENT = 253_402_300_799
"""The last second of the year 9999; whoever counts in milliseconds lies beyond it."""


def _is_moment(value: object) -> TypeGuard[float]:
    """Return whether a claim is a NumericDate; JSON's NaN and Infinity, which Python reads, are not."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return -_LAST_MOMENT <= value <= _LAST_MOMENT
