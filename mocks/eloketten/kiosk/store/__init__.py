"""KIOSK's tables: sessions, dossiers and all that belongs to them, contact data, profiles, drafts, users."""

from __future__ import annotations

from mocks.eloketten.kiosk.store import (
    assessments,
    changes,
    contacts,
    dependants,
    dossiers,
    drafts,
    messages,
    phases,
    sessions,
    users,
)

__all__ = [
    "assessments",
    "changes",
    "contacts",
    "dependants",
    "dossiers",
    "drafts",
    "messages",
    "phases",
    "sessions",
    "users",
]
