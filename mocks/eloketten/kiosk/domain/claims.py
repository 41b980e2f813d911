"""The claims of a verified ID token, read one by one.

*Bron*: domain facts §1.4 for the claims, and for a role, which reads ``<right>:<organisation>``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from mocks.core.errors import Refusal
from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.core.languages import say
from mocks.eloketten.kiosk.errors import UnreadableClaim

Claims = Mapping[str, Any]


def names_something(claims: Claims, claim: str) -> bool:
    """Return whether a claim is there and says anything."""
    return claims.get(claim) not in (None, [])


def text_in(claims: Claims, claim: str) -> str:
    """Return the text of a claim.

    Raises:
        UnreadableClaim: when it is missing, is empty or is no text.
    """
    value = claims.get(claim)
    if not isinstance(value, str) or not value.strip():
        raise UnreadableClaim(claim, say("een tekst"))
    return value


def person_in(claims: Claims, claim: str) -> str:
    """Return the INSZ that a claim holds.

    Raises:
        UnreadableClaim: when it holds none.
    """
    text = text_in(claims, claim)
    if not _is_number(text, Insz):
        raise UnreadableClaim(claim, say("een rijksregister- of BIS-nummer van elf cijfers"))
    return text


def organisation_in(claims: Claims, claim: str, group: str) -> str:
    """Return the number of an organisation of a target group that a claim holds.

    Raises:
        UnreadableClaim: when it holds none.
    """
    text = text_in(claims, claim)
    # A school may have no enterprise number; ACM then names it by its institution number.
    if group == "OV" and re.fullmatch(r"[0-9]{6}", text):
        return text
    if not _is_number(text, EnterpriseNumber):
        raise UnreadableClaim(claim, say("een ondernemingsnummer van tien cijfers"))
    return text


def places_in(claims: Claims, claim: str, right: str) -> frozenset[str]:
    """Return at which organisations a claim gives a right; roles of other rights say nothing here.

    Raises:
        UnreadableClaim: when it is no list of texts.
    """
    roles = claims[claim] if names_something(claims, claim) else []
    if not isinstance(roles, list) or not all(isinstance(role, str) for role in roles):
        raise UnreadableClaim(claim, say("een lijst van teksten"))
    parts = [role.partition(":") for role in roles]
    return frozenset(where for held, _, where in parts if held == right)


def shown(code: str) -> str:
    """Return the number of an organisation as pages write it."""
    return EnterpriseNumber(code).display if len(code) == len("0110041748") else code


def _is_number(text: str, kind: type[Insz] | type[EnterpriseNumber]) -> bool:
    """Return whether a text is such a number, as tokens write it: digits without punctuation."""
    try:
        return kind(text) == text
    except Refusal:
        return False
