"""KIOSK's tables: its sessions, the dossiers, and the users of whom IDM told it."""

from __future__ import annotations

from mocks.eloketten.kiosk.store import dossiers, sessions, users

__all__ = ["dossiers", "sessions", "users"]
