"""KIOSK's tables: sessions, dossiers, who assesses them, contact data, profiles, histories, and users."""

from __future__ import annotations

from mocks.eloketten.kiosk.store import assessments, changes, contacts, dependants, dossiers, sessions, users

__all__ = ["assessments", "changes", "contacts", "dependants", "dossiers", "sessions", "users"]
