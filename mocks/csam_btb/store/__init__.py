"""The tables of CSAM: digital keys, what lives at FAS for a while, and the appointments of BTB."""

from __future__ import annotations

from mocks.csam_btb.store import activations, appointments, attempts, grants, keys, registrations

__all__ = ["activations", "appointments", "attempts", "grants", "keys", "registrations"]
