"""What an e-loket agreed with ACM, and what it reads from a token."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mocks.eloketten.simple.errors import UnreadableToken

Claims = Mapping[str, Any]


@dataclass(frozen=True)
class Agreement:
    """What an e-loket knows of its own integration file.

    Attributes:
        client_id: its name in the protocol and in its address.
        title: its name on pages.
        secret: by which it proves at ACM who it is.
        scope: what it asks.
        role_claims: the claims that name its rights.
    """

    client_id: str
    title: str
    secret: str
    scope: str
    role_claims: tuple[str, ...]


@dataclass(frozen=True)
class Standing:
    """Who signed in, for whom, and by which way.

    Attributes:
        person: his name.
        party: for whom he acts, as a token names it.
        way: how he comes to act for it, in Dutch.
    """

    person: str
    party: str
    way: str


def standing_of(claims: Claims, agreement: Agreement) -> Standing:
    """Return who signed in and for whom, from the claims of a verified ID token and from nothing else.

    *Bron*: domain facts §1.4 and §9.2 for the claims of each way.

    Raises:
        UnreadableToken: when the token names no person, or no party.
    """
    person = f"{_text(claims, 'given_name')} {_text(claims, 'family_name')}"
    mandator = claims.get("ssm_mandaatgever")
    if mandator:
        return Standing(person, _text(claims, "ssm_mandaatgever"), "door een mandaat")
    if _text(claims, "vo_doelgroepcode") == "BUR":
        return Standing(person, person, "als zichzelf")
    if "vo_orgnaam" not in claims:
        return Standing(person, f"doelgroep {claims['vo_doelgroepcode']}", _way(claims, agreement))
    return Standing(person, _text(claims, "vo_orgnaam"), _way(claims, agreement))


def _way(claims: Claims, agreement: Agreement) -> str:
    if claims.get("wv_orgcode"):
        return "als wettelijk vertegenwoordiger"
    if any(claims.get(name) for name in agreement.role_claims):
        return "door een werkrelatie met een recht"
    # The token says the way only to who asked the scope for it.
    return "op een manier die het token niet noemt"


def _text(claims: Claims, name: str) -> str:
    value = claims.get(name)
    if not isinstance(value, str) or not value.strip():
        raise UnreadableToken(name)
    return value
