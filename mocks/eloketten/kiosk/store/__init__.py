"""KIOSK's tables: sessions, dossiers, contact data and profiles with their histories, and users."""

from __future__ import annotations

from mocks.eloketten.kiosk.store import changes, contacts, dependants, dossiers, sessions, users

__all__ = ["changes", "contacts", "dependants", "dossiers", "sessions", "users"]
