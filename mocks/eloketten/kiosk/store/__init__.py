"""KIOSK's tables: sessions, dossiers, assessments, messages, contact data, profiles, histories, and users."""

from __future__ import annotations

from mocks.eloketten.kiosk.store import (
    assessments,
    changes,
    contacts,
    dependants,
    dossiers,
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
    "messages",
    "phases",
    "sessions",
    "users",
]
