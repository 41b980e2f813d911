"""Whom the old KIOSK asks: KIOSK 2.0, which has the same dossiers.

*Bron*: the webinar: dossiers are managed in the old KIOSK until 25 April 2021, in KIOSK 2.0 from the 27th.
No authority states anything here: it is one administration with one set of dossiers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from mocks.eloketten.kiosk_oud.domain.dossiers import ListedDossier


class Dossiers(Protocol):
    """Which dossiers has an applicant, and may one be added?"""

    def page(self, applicant: str, offset: int, limit: int) -> tuple[Sequence[ListedDossier], int]:
        """Return a page of the dossiers of an applicant, by its code, and how many it has in all."""

    def make(self, applicant: str, title: str, kind: str) -> str:
        """Make a dossier for an applicant, by its code; return its KIOSK number.

        Raises:
            Refusal: when title or kind does not fit.
        """

    def kinds(self) -> Sequence[tuple[str, str]]:
        """Return what can be applied for: its name for programs, and in Dutch."""


@dataclass(frozen=True)
class Peers:
    """Everybody whom the old KIOSK asks during one visit."""

    dossiers: Dossiers
