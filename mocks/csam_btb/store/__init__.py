"""The tables of CSAM: digital keys, and what lives at FAS for a while."""

from __future__ import annotations

from mocks.csam_btb.store import activations, attempts, grants, keys

__all__ = ["activations", "attempts", "grants", "keys"]
