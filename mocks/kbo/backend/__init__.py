"""What the KBO does: find and state what is registered, take changes, and serve at a desk."""

from __future__ import annotations

from mocks.kbo.backend.loket import Loket, Registered
from mocks.kbo.backend.registry import EXTRACT, FUNCTIONS, ExtractDesk, FunctionsDesk, Kbo, Registration

__all__ = [
    "EXTRACT",
    "FUNCTIONS",
    "ExtractDesk",
    "FunctionsDesk",
    "Kbo",
    "Loket",
    "Registered",
    "Registration",
]
