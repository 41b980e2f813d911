"""The pages of CSAM: signing in at FAS, and Mijn digitale sleutels."""

from __future__ import annotations

from mocks.csam_btb.pages import sign_in, sleutels

__all__ = ["sign_in", "sleutels"]
