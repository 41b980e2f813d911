"""The tables of IDM.  Every query that a list needs runs along an index, and no list is counted."""

from mocks.idm.store import activations, asked, history, people, relations, rights, roster, scim, tasks

__all__ = ["activations", "asked", "history", "people", "relations", "rights", "roster", "scim", "tasks"]
