"""Why KIOSK does not submit a dossier, put it in a phase, or list dossiers as somebody asks."""

from __future__ import annotations

from datetime import date

from mocks.core.errors import BadRequest, Refusal
from mocks.core.languages import say


class AlreadySubmitted(Refusal):
    """A dossier that is no longer in preparation is not submitted once more."""

    code = "already-submitted"
    status = 409
    title = say("Dit dossier is al ingediend")

    def __init__(self, number: str, day: date | None) -> None:
        """Name the dossier and, where it is known, the day on which it was submitted."""
        super().__init__(
            say("Dossier %(number)s is ingediend op %(day)s.", number=number, day=day)
            if day is not None
            else say("Dossier %(number)s is al ingediend.", number=number)
        )


class NotComplete(Refusal):
    """Something must be filled in before the dossier can be submitted."""

    code = "not-complete"
    status = 409
    title = say("Er ontbreekt nog iets")

    def __init__(self, number: str) -> None:
        """Name the dossier; its page says what is missing, and where it is filled in."""
        super().__init__(
            say(
                "Dossier %(number)s is niet ingediend: er ontbreekt nog iets. Vul aan wat hieronder staat en "
                "dien het dan in.",
                number=number,
            )
        )


class PhaseNotOfType(BadRequest):
    """A dossier of this type never is in that phase."""

    code = "phase-not-of-type"

    def __init__(self, phase: str, kind: str, known: str) -> None:
        """Name the phase and the type as programs write them, and the phases that there are."""
        super().__init__(
            f"Een dossier van de soort ‘{kind}’ komt nooit in de fase ‘{phase}’. Kies een van: {known}."
        )


class MalformedOverview(BadRequest):
    """The list of dossiers cannot be sorted, or chosen from, like that."""

    code = "malformed-overview"

    def __init__(self, name: str, known: str) -> None:
        """Name the parameter, and what it can be."""
        super().__init__(
            say(
                "Het dossieroverzicht kent voor ‘%(name)s’ alleen: %(known)s. Begin opnieuw in het "
                "overzicht.",
                name=name,
                known=known,
            )
        )
