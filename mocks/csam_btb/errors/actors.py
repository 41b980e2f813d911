"""Why somebody may not appoint, end or look: what is wrong with whoever acts."""

from __future__ import annotations

from datetime import date

from mocks.core.dutch import display, dutch_date
from mocks.core.identifiers import Insz
from mocks.csam_btb.errors.btb import AppointmentRefused

_NEEDED = "Alleen een wettelijk vertegenwoordiger met een geldige functie in KBO kan dit"


class DeceasedActor(AppointmentRefused):
    """Whoever acts has died; at FAS nobody would come this far."""

    code = "deceased-actor"

    def __init__(self, insz: Insz) -> None:
        super().__init__(
            f"De persoon met nummer {insz.display} is overleden en kan niets meer beslissen. Laat een andere "
            "wettelijk vertegenwoordiger of hoofdtoegangsbeheerder dat doen."
        )


class NoFunction(AppointmentRefused):
    """The KBO names this person nowhere among the functions of the enterprise."""

    code = "no-function"

    def __init__(self, name: str) -> None:
        super().__init__(
            f"KBO noemt u niet onder de functies van {name}. {_NEEDED}: laat hem of haar de aanstelling "
            "doen, of laat uw functie in KBO registreren."
        )


class FunctionDoesNotRepresent(AppointmentRefused):
    """The person has a function, of a kind that does not represent the enterprise."""

    code = "function-does-not-represent"

    def __init__(self, label: str, name: str) -> None:
        super().__init__(
            f"Uw functie ‘{label}’ vertegenwoordigt {name} niet. {_NEEDED}: laat bijvoorbeeld een bestuurder "
            "of zaakvoerder de aanstelling doen."
        )


class FunctionNotBegun(AppointmentRefused):
    """The function begins later."""

    code = "function-not-begun"

    def __init__(self, label: str, begin: date) -> None:
        super().__init__(
            f"Uw functie ‘{label}’ begint pas op {dutch_date(begin)}. Wacht tot die dag, of laat een andere "
            "wettelijk vertegenwoordiger de aanstelling doen."
        )


class FunctionEnded(AppointmentRefused):
    """The last valid day of the function is past."""

    code = "function-ended"

    def __init__(self, label: str, end: date | None) -> None:
        last = f" (laatste geldige dag {dutch_date(end)})" if end is not None else ""
        super().__init__(
            f"Uw functie ‘{label}’ is beëindigd{last}. {_NEEDED}: laat een ander de aanstelling doen, of "
            "laat KBO uw functie verlengen."
        )


class HoldingEnterpriseStopped(AppointmentRefused):
    """The person acts for an enterprise that holds the function and has stopped."""

    code = "holding-enterprise-stopped"

    def __init__(self, label: str, through: str) -> None:
        super().__init__(
            f"De functie ‘{label}’ wordt bekleed door onderneming {display(through)}, die niet actief is. "
            "Laat een andere wettelijk vertegenwoordiger de aanstelling doen."
        )


class NotAppointedHere(AppointmentRefused):
    """An outsider: nobody appointed this person for the enterprise."""

    code = "not-appointed-here"

    def __init__(self, name: str) -> None:
        super().__init__(
            f"U bent geen hoofdtoegangsbeheerder van {name}. Vraag een hoofdtoegangsbeheerder om dit te "
            "doen, of laat een wettelijk vertegenwoordiger u eerst als hoofdtoegangsbeheerder aanstellen."
        )


class AccessManagerMayNotAppoint(AppointmentRefused):
    """An access manager manages accesses, and appoints nobody."""

    code = "access-manager-may-not-appoint"

    def __init__(self, name: str) -> None:
        super().__init__(
            f"U bent toegangsbeheerder van {name} en mag zelf niemand aanstellen. Vraag het aan een "
            "hoofdtoegangsbeheerder."
        )


class OwnAppointmentEnded(AppointmentRefused):
    """The person was a main access manager here, and is so no more."""

    code = "own-appointment-ended"

    def __init__(self, name: str, end: date | None) -> None:
        last = f" (laatste geldige dag {dutch_date(end)})" if end is not None else ""
        super().__init__(
            f"Uw aanstelling als hoofdtoegangsbeheerder van {name} is beëindigd{last}. Laat u opnieuw "
            "aanstellen, of vraag het aan een andere hoofdtoegangsbeheerder."
        )


class OwnAppointmentWaits(AppointmentRefused):
    """The person was appointed and has not signed in since."""

    code = "own-appointment-waits"

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Uw aanstelling als hoofdtoegangsbeheerder van {name} wacht op uw eerste aanmelding. Meld u "
            "opnieuw aan; dan is ze actief."
        )


class MayNotEnd(AppointmentRefused):
    """The person may not end this appointment."""

    code = "may-not-end"

    def __init__(self, label: str, *, first: bool) -> None:
        who = "een wettelijk vertegenwoordiger" if first else "een actieve hoofdtoegangsbeheerder of "
        who += "" if first else "een wettelijk vertegenwoordiger"
        super().__init__(f"U mag deze aanstelling als {label} niet beëindigen. Vraag het aan {who}.")


class NotInvolved(AppointmentRefused):
    """The page of an enterprise is for who represents it and who is appointed for it."""

    code = "not-involved"
    title = "Deze onderneming is niet de uwe"

    def __init__(self, number: str) -> None:
        super().__init__(
            f"U bent geen wettelijk vertegenwoordiger en geen (hoofd)toegangsbeheerder van onderneming "
            f"{display(number)}. Kijk het nummer na, of laat u aanstellen."
        )
