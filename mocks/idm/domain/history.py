"""The history: who did what to which person, when, and for which organisation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Action(StrEnum):
    """What was done."""

    PERSON_ADDED = "person-added"
    PERSON_RELOADED = "person-reloaded"
    PERSON_ACTIVATED = "person-activated"
    COUPLED = "coupled"
    RELATION_EXTENDED = "relation-extended"
    RELATION_ENDED = "relation-ended"
    RIGHT_GRANTED = "right-granted"
    RIGHT_EXTENDED = "right-extended"
    RIGHT_ENDED = "right-ended"
    RIGHT_REVOKED = "right-revoked"
    REQUESTED = "requested"
    REQUEST_ACCEPTED = "request-accepted"
    REQUEST_REFUSED = "request-refused"

    @property
    def label(self) -> str:
        """What the page calls it."""
        return _LABELS[self]


_LABELS = {
    Action.PERSON_ADDED: "Persoon toegevoegd",
    Action.PERSON_RELOADED: "Gegevens herladen uit het Rijksregister",
    Action.PERSON_ACTIVATED: "Persoon Actief geworden",
    Action.COUPLED: "Werkrelatie toegevoegd",
    Action.RELATION_EXTENDED: "Werkrelatie verlengd",
    Action.RELATION_ENDED: "Einde van de werkrelatie bepaald",
    Action.RIGHT_GRANTED: "Gebruikersrecht toegekend",
    Action.RIGHT_EXTENDED: "Gebruikersrecht verlengd",
    Action.RIGHT_ENDED: "Einde van het gebruikersrecht bepaald",
    Action.RIGHT_REVOKED: "Gebruikersrecht ingetrokken",
    Action.REQUESTED: "Aangevraagd door de persoon zelf",
    Action.REQUEST_ACCEPTED: "Aanvraag aanvaard",
    Action.REQUEST_REFUSED: "Aanvraag geweigerd",
}


@dataclass(frozen=True)
class Event:
    """A line of the history before it is written.

    Attributes:
        action: what was done.
        person: to whom.
        organisation: for which organisation, or None for what concerns the person only.
        actor: the number of who did it; empty for the workflow and the control room.
        actor_name: the name of who did it.
        subject: the number of the work relation or right, or None.
        detail: what changed, in Dutch.
    """

    action: Action
    person: str
    organisation: str | None
    actor: str
    actor_name: str
    subject: str | None
    detail: str


@dataclass(frozen=True)
class Entry:
    """A line of the history: what happened, and when by the world's clock."""

    number: int
    at: datetime
    event: Event
