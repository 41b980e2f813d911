"""The sessions of the kmo-portefeuille, each at one door."""

from __future__ import annotations

from mocks.core.store.confirmed import ConfirmedSessions

SESSIONS = ConfirmedSessions("kmo_session")
