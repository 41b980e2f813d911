"""What the register knows: people and their numbers, and what is asked at its desk."""

from __future__ import annotations

from mocks.rijksregister.domain.desk import (
    FIRST_BIRTH,
    Application,
    Document,
    DocumentKind,
    bare_number,
    national_numbers_for,
    numbers_for,
)
from mocks.rijksregister.domain.people import Person, identity_facts, stated

__all__ = [
    "FIRST_BIRTH",
    "Application",
    "Document",
    "DocumentKind",
    "Person",
    "bare_number",
    "identity_facts",
    "national_numbers_for",
    "numbers_for",
    "stated",
]
