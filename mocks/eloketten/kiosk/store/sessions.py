"""The sessions of KIOSK."""

from __future__ import annotations

from mocks.core.store.confirmed import ConfirmedSessions

SESSIONS = ConfirmedSessions("kiosk_session")
