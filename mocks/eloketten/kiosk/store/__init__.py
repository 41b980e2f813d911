"""KIOSK's tables: its sessions, dossiers, applicants without number, and the users of whom IDM told it."""

from __future__ import annotations

from mocks.eloketten.kiosk.store import dependants, dossiers, sessions, users

__all__ = ["dependants", "dossiers", "sessions", "users"]
