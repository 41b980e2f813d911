"""The pages of CSAM: signing in at FAS, Mijn digitale sleutels, activation codes, BTB, and federal roles."""

from __future__ import annotations

from mocks.csam_btb.pages import btb, by_code, roles, sign_in, sleutels

__all__ = ["btb", "by_code", "roles", "sign_in", "sleutels"]
