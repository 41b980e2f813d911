"""The two fields that say how long a mandate lasts: without end, or until a day."""

from __future__ import annotations

from datetime import date

from mocks.core.walks import Walk
from mocks.ssm.domain.forms import date_text, read_end
from mocks.ssm.pages.forms import FieldEmpty

OPEN, UNTIL = "open", "until"
CHOICES = (
    (OPEN, "Onbepaalde duur", "Tot een van de partijen het mandaat stopzet."),
    (UNTIL, "Tot een einddatum", "De einddatum is de laatste dag die nog geldt."),
)


def read_duration(walk: Walk) -> date | None:
    """Return the end date, or None for an unlimited duration; what is wrong is noted at its field."""
    chosen, typed = walk.values["duration"], walk.values["end"].strip()
    if chosen not in {OPEN, UNTIL}:
        walk.wrong("duration", FieldEmpty("Kies hoe lang het mandaat duurt."))
        return None
    if chosen == OPEN:
        if typed:
            walk.wrong("end", FieldEmpty("U koos onbepaalde duur: laat de einddatum leeg, of kies ze."))
        return None
    if not typed:
        walk.wrong("end", FieldEmpty("Vul de einddatum in, of kies onbepaalde duur."))
        return None
    return walk.read("end", read_end)


def shown_duration(walk: Walk) -> str:
    """Return what was chosen, as a confirmation shows it."""
    return date_text(None) if walk.values["duration"] == OPEN else walk.values["end"].strip()
