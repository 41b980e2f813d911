"""Changes of what KIOSK keeps: against which version each is made, and how a history tells it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from mocks.eloketten.kiosk.domain.applicants import Applicant
from mocks.eloketten.kiosk.errors import IncompleteForm

Content = TypeVar("Content")

NOTHING = "niets"
"""How a history tells that there was, or is, nothing."""


@dataclass(frozen=True)
class Kept(Generic[Content]):
    """What is kept, and how often it was written."""

    content: Content
    version: int


@dataclass(frozen=True)
class Change:
    """A change: when, by whom, on whose behalf, and what."""

    at: datetime
    who: str
    for_whom: str
    what: str


def change_by(applicant: Applicant, at: datetime, what: str) -> Change:
    """Return a change by the representative of a session."""
    return Change(at, f"{applicant.representative}, {applicant.capacity}", applicant.name, what)


def change_of_scene(at: datetime, what: str) -> Change:
    """Return a change that the control room makes; it tells no number, which could be a person's."""
    return Change(at, "Proefloket (klaargezet)", "de aanvrager", what)


def told(label: str, before: str | None, after: str | None) -> str:
    """Return in Dutch what a change changes of one thing."""
    return f"{label}: {before or NOTHING} → {after or NOTHING}."


def seen_version(text: str) -> int:
    """Return the version that a form was opened with; 0 where nothing was kept yet.

    Raises:
        IncompleteForm: when it is no number.
    """
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise IncompleteForm
    return int(text)
