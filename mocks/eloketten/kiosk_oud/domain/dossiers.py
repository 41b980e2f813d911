"""A dossier as the old KIOSK lists it; KIOSK 2.0 has the same dossiers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ListedDossier:
    """A dossier of an applicant.

    Attributes:
        number: its KIOSK number.
        title: what it is about.
        kind: what is applied for, in Dutch.
        phase: how far it is, in Dutch.
    """

    number: str
    title: str
    kind: str
    phase: str
