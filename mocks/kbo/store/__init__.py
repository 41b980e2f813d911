"""The tables of enterprises and functions, and which of their revisions others see on which day.

A revision is a row that is visible from a day up to, but not including, another.  A later change
replaces everything that would have been seen from its own day on, so that at any day at most one
revision of a fact is visible, and the newest one has no end.
"""

from __future__ import annotations

from mocks.kbo.store import enterprises, functions, publication

__all__ = ["enterprises", "functions", "publication"]
