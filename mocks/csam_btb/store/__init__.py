"""The tables of CSAM: digital keys and their activation, what lives at FAS for a while, BTB, and roles."""

from __future__ import annotations

from mocks.csam_btb.store import (
    activations,
    appointments,
    attempts,
    codes,
    grants,
    keys,
    registrations,
    roles,
)

__all__ = [
    "activations",
    "appointments",
    "attempts",
    "codes",
    "grants",
    "keys",
    "registrations",
    "roles",
]
