"""Why KIOSK refuses an assessor.

Refusal
├── NoAssessor            ACM signed somebody in, but not with the right of an assessor
├── UnknownAssessment     nothing that this assessor may see
└── NothingToAssess       for the control room: no such dossier
"""

from __future__ import annotations

from mocks.core import confirmed
from mocks.core.errors import BadRequest, NotFound
from mocks.core.languages import say


class NoAssessor(confirmed.NotAdmitted):
    """The person comes for the organisation, but does not have the right of an assessor there."""

    code = "no-assessor"
    title = say("U krijgt geen toegang tot KIOSK als beoordelaar")

    def __init__(self, name: str, organisation: str) -> None:
        """Name who wanted to assess, and for which organisation."""
        super().__init__(
            say(
                "%(name)s heeft bij %(organisation)s het recht “KIOSK Beoordelaar” niet. Vraag het aan de "
                "lokale beheerder van die organisatie.",
                name=name,
                organisation=organisation,
            )
        )


class UnknownAssessment(NotFound):
    """Nothing that this assessor may see.

    One sentence for a dossier that is not there, is another one's to assess, or was not submitted yet:
    which of these it is, is not told.
    """

    code = "unknown-assessment"
    title = say("Dit dossier is er niet")

    def __init__(self, number: str) -> None:
        """Name the number that was asked."""
        super().__init__(
            say(
                "Er is geen ingediend dossier met KIOSK-nummer ‘%(number)s’ dat aan u toegewezen is. Kijk "
                "het nummer na in de lijst van de dossiers die u beoordeelt.",
                number=number[:40],
            )
        )


class NothingToAssess(BadRequest):
    """The control room assigns a dossier that is not there."""

    code = "nothing-to-assess"

    def __init__(self, number: str) -> None:
        """Name the number."""
        super().__init__(
            f"Er is geen dossier {number} om toe te wijzen. Zet het eerst klaar, met "
            f"PUT /kiosk/_mock/dossier/{number}."
        )
