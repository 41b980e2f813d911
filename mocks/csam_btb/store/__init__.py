"""The tables of CSAM: digital keys and their activation, what lives at FAS for a while, and BTB."""

from __future__ import annotations

from mocks.csam_btb.store import activations, appointments, attempts, codes, grants, keys, registrations

__all__ = ["activations", "appointments", "attempts", "codes", "grants", "keys", "registrations"]
