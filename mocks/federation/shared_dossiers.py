"""The dossiers that both KIOSKs have: the old one asks them of KIOSK 2.0."""

from __future__ import annotations

from collections.abc import Sequence

from mocks.core.visit import Visit
from mocks.eloketten.kiosk.backend import Dossiers
from mocks.eloketten.kiosk.domain.dossiers import DossierType
from mocks.eloketten.kiosk_oud.domain.dossiers import ListedDossier


class SharedDossiers:
    """The dossiers of KIOSK 2.0, for the old KIOSK (a :class:`~mocks.eloketten.kiosk_oud.peers.Dossiers`)."""

    def __init__(self, visit: Visit) -> None:
        """Answer within ``visit``."""
        self._dossiers = Dossiers(visit)

    def page(self, applicant: str, offset: int, limit: int) -> tuple[Sequence[ListedDossier], int]:
        """Return a page of the dossiers of an applicant, by its code, and how many it has in all."""
        found, total = self._dossiers.page(applicant, offset, limit)
        return [ListedDossier(one.number, one.title, one.type.label, one.phase.label) for one in found], total

    def make(self, applicant: str, title: str, kind: str) -> str:
        """Make a dossier for an applicant, by its code; return its KIOSK number.

        Raises:
            FieldMissing, UnreadableText, UnknownDossierType, NoNumberLeft: as KIOSK 2.0 has it.
        """
        return self._dossiers.make(applicant, title, kind).number

    @staticmethod
    def kinds() -> Sequence[tuple[str, str]]:
        """Return what can be applied for: its name for programs, and in Dutch."""
        return [(one.value, one.label) for one in DossierType]
