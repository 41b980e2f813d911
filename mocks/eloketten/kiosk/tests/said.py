"""What ACM's token says of whom, for tests of KIOSK."""

from __future__ import annotations

from typing import Any

JAN, NOOR, KAREL = "68112399910", "91072100069", "71041799910"
DE_KADE, CIJFERWIJS, KAPELDORP = "0110041748", "0122386185", "0164190316"

Claims = dict[str, Any]


def claims(**changes: object) -> Claims:
    """Return the claims of Jan as legal representative of De Kade, with changes; None takes one away."""
    jan: Claims = {
        "sub": "0" * 40,
        "given_name": "Jan",
        "family_name": "Peeters",
        "rrn": JAN,
        "vo_id": "4d6636e0-2252-4000-8000-000000000000",
        "vo_doelgroepcode": "EA",
        "vo_orgcode": DE_KADE,
        "vo_orgnaam": "Theater De Kade vzw",
        "wv_orgcode": DE_KADE,
        "cot": "vo",
    }
    return {name: value for name, value in {**jan, **changes}.items() if value is not None}


def citizen(**changes: object) -> Claims:
    """Return the claims of Noor for herself, with changes."""
    own = {"given_name": "Noor", "family_name": "Haddad", "rrn": NOOR, "vo_doelgroepcode": "BUR"}
    nobody = {"vo_orgcode": None, "vo_orgnaam": None, "wv_orgcode": None}
    return claims(**{**own, **nobody, **changes})


def employee(**changes: object) -> Claims:
    """Return the claims of an employee of De Kade with the right, with changes."""
    return claims(**{"wv_orgcode": None, "kiosk_rol_3d": [f"KIOSKAanvrager:{DE_KADE}"], **changes})


def mandated(**changes: object) -> Claims:
    """Return the claims of Karel, whose Cijferwijs holds a mandate of De Kade, with changes."""
    karel = {"given_name": "Karel", "family_name": "Dubois", "rrn": KAREL}
    holder = {"vo_orgcode": CIJFERWIJS, "vo_orgnaam": "Boekhoudkantoor Cijferwijs bv", "wv_orgcode": None}
    return claims(**{**karel, **holder, "ssm_mandaatgever": DE_KADE, **changes})
