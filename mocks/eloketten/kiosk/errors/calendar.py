"""Why KIOSK refuses by its calendar.

Refusal
├── Closed           the day of the migration; knows in how many seconds KIOSK opens
└── ChangesNotYet    before its launch KIOSK 2.0 changes no dossier
"""

from __future__ import annotations

from mocks.core.errors import Refusal
from mocks.core.languages import say


class Closed(Refusal):
    """KIOSK is not reachable on the day of the migration.

    Attributes:
        seconds: after so many it is again.
    """

    code = "closed"
    status = 503
    title = say("KIOSK is niet bereikbaar")

    def __init__(self, seconds: int) -> None:
        """Keep in how many seconds KIOSK opens."""
        super().__init__(
            say(
                "Op 26 april 2021 is KIOSK niet bereikbaar: de dossiers worden overgezet. Kom terug vanaf "
                "27 april 2021, 0 uur."
            )
        )
        self.seconds = seconds


class ChangesNotYet(Refusal):
    """Before its launch KIOSK 2.0 shows dossiers and changes none."""

    code = "changes-not-yet"
    status = 403
    title = say("Hier kunt u nog niets wijzigen")

    def __init__(self) -> None:
        """Say where dossiers are managed, and until when."""
        super().__init__(
            say(
                "Tot en met 25 april 2021 is dit een oefenomgeving, en er is niets gewijzigd. Beheer uw "
                "dossiers tot en met die dag in het oude KIOSK; vanaf 27 april 2021 doet u het hier."
            )
        )
