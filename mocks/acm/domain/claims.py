"""The claims about a person in a capacity, by scope.

*Bron*: ACM's table of scopes and claims (domain facts §1.4).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from mocks.acm.domain.eloket import KNOWN_SCOPES, TARGET_GROUP_NAMES
from mocks.acm.domain.facts import Person
from mocks.acm.domain.verdict import Holder, Identity
from mocks.core.identifiers import vo_id


def claims_for(person: Person, identity: Identity, scopes: Iterable[str]) -> dict[str, Any]:
    """Return the claims that the granted scopes bring, without the protocol's own."""
    granted = set(scopes)
    claims: dict[str, Any] = {}
    if "profile" in granted:
        claims |= {"given_name": person.given_name, "family_name": person.family_name}
    if "rrn" in granted:
        claims["rrn"] = str(person.insz)
    if "vo" in granted:
        claims |= _capacity(person, identity)
    if "wettelijkvertegenwoordiger" in granted and identity.route == "legal_representative":
        claims["wv_orgcode"] = identity.code
    if "ssm_mandaat" in granted and identity.holder is not None:
        claims["ssm_mandaatgever"] = identity.code
    if identity.roles:
        # The scope of the application's own brings its role claim (a "3D role" of IDM).
        values = [role.value for role in identity.roles]
        claims |= {f"{scope}_rol_3d": values for scope in granted - set(KNOWN_SCOPES)}
    return claims


def _capacity(person: Person, identity: Identity) -> dict[str, Any]:
    # By mandate one is at the e-loket for one's own organisation (*Bron*: domain facts §9.2).
    shown: Identity | Holder = identity.holder or identity
    group = shown.target_group
    claims: dict[str, Any] = {"vo_id": vo_id(person.insz, group), "vo_doelgroepcode": group, "cot": "vo"}
    if group in TARGET_GROUP_NAMES:
        claims["vo_doelgroepnaam"] = TARGET_GROUP_NAMES[group]
    if group != "BUR" and shown.code is not None:
        claims |= {"vo_orgcode": shown.code, "vo_orgnaam": shown.name}
    return claims
