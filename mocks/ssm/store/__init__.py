"""The tables of SSM.  Every query that a list needs runs along an index, and no list is counted."""

from mocks.ssm.store import asked, history, mandates, search

__all__ = ["asked", "history", "mandates", "search"]
