"""How far a dossier is: the phases of its type in their order, which are done, and since when.

*Bron*: the minister's answer: dossiers are followed in KIOSK; how it is shown is ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from mocks.core.languages import Sentence, say
from mocks.eloketten.kiosk.domain.dossiers import Dossier, Phase


class State(StrEnum):
    """Where a dossier stands towards a phase."""

    DONE = "done"
    NOW = "now"
    LATER = "later"

    @property
    def label(self) -> Sentence:
        """Its name."""
        return _STATES[self]


_STATES = {State.DONE: say("voorbij"), State.NOW: say("nu"), State.LATER: say("nog niet")}


@dataclass(frozen=True)
class Step:
    """A phase on the way of a dossier.

    Attributes:
        phase: which one.
        state: where the dossier stands towards it.
        since: the moment, or only the day, on which it was reached; None where KIOSK does not know.
    """

    phase: Phase
    state: State
    since: datetime | date | None


def progress(dossier: Dossier, since: Mapping[Phase, datetime]) -> tuple[Step, ...]:
    """Return the way of a dossier; ``since`` are the moments at which KIOSK saw it enter a phase.

    A dossier that is put in a later phase passed the ones before, whenever that was.
    """
    way = dossier.type.phases
    here = way.index(dossier.phase)
    known: dict[Phase, datetime | date] = dict(since)
    if dossier.submitted_on is not None:
        known.setdefault(Phase.SUBMITTED, dossier.submitted_on)
    return tuple(
        Step(
            phase,
            State.DONE if place < here else State.NOW if place == here else State.LATER,
            known.get(phase) if place <= here else None,
        )
        for place, phase in enumerate(way)
    )
