"""The pages of the KBO: the public search, and the desk of an ondernemingsloket."""

from __future__ import annotations

from mocks.kbo.pages import loket, search

__all__ = ["loket", "search"]
