"""The pages of CSAM: signing in at FAS, Mijn digitale sleutels, and BTB."""

from __future__ import annotations

from mocks.csam_btb.pages import btb, sign_in, sleutels

__all__ = ["btb", "sign_in", "sleutels"]
