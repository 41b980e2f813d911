"""Why BTB refuses an appointment: the enterprise, the appointee, and the post itself."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from mocks.core.dutch import display, dutch_date
from mocks.core.errors import Refusal
from mocks.core.identifiers import Insz


class AppointmentRefused(Refusal):
    """An appointment that cannot be made, replaced or ended.

    ``field`` is the name of the field that the sentence is about; empty when it is about the whole.
    """

    code = "appointment-refused"
    status = 403
    title = "Deze aanstelling kan niet"
    field: ClassVar[str] = ""


class UnknownEnterprise(AppointmentRefused):
    """The KBO has no enterprise of this number."""

    code = "unknown-enterprise"
    status = 404
    field = "enterprise_number"

    def __init__(self, number: str) -> None:
        super().__init__(
            f"De KBO kent geen onderneming met nummer {display(number)}. Kijk het nummer na in KBO Public "
            "Search."
        )


class EnterpriseStopped(AppointmentRefused):
    """Nobody is appointed for an enterprise that has stopped."""

    code = "enterprise-stopped"
    status = 409
    field = "enterprise_number"

    def __init__(self, name: str, stopped_on: date | None) -> None:
        since = f" op {dutch_date(stopped_on)}" if stopped_on is not None else ""
        super().__init__(
            f"{name} is stopgezet{since}. Voor een stopgezette onderneming kan niemand aangesteld worden; "
            "laat KBO dit nakijken als het niet klopt."
        )


class UnknownAppointee(AppointmentRefused):
    """The Rijksregister knows nobody by the number."""

    code = "unknown-appointee"
    status = 409
    field = "number"

    def __init__(self, insz: Insz) -> None:
        super().__init__(
            f"Het Rijksregister kent niemand met nummer {insz.display}. Kijk het nummer na op de "
            "identiteitskaart, of vraag een BIS-nummer aan wie niet in België woont."
        )


class DeceasedAppointee(AppointmentRefused):
    """The person has died."""

    code = "deceased-appointee"
    status = 409
    field = "number"

    def __init__(self, insz: Insz) -> None:
        super().__init__(f"De persoon met nummer {insz.display} is overleden. Stel iemand anders aan.")


class FamilyNameDiffers(AppointmentRefused):
    """The number belongs to somebody with another surname; which one is not told."""

    code = "family-name-differs"
    status = 409
    field = "family_name"

    def __init__(self) -> None:
        super().__init__(
            "Deze naam past niet bij het nummer. Typ de naam zoals hij op de identiteitskaart staat, of kijk "
            "het nummer na."
        )


class GivenNameDiffers(AppointmentRefused):
    """The number belongs to somebody with another first name; which one is not told."""

    code = "given-name-differs"
    status = 409
    field = "given_name"

    def __init__(self) -> None:
        super().__init__(
            "Deze voornaam past niet bij het nummer. Typ de voornaam zoals hij op de identiteitskaart staat, "
            "of kijk het nummer na."
        )


class AlreadyAppointed(AppointmentRefused):
    """The person has this post already."""

    code = "already-appointed"
    status = 409
    field = "number"

    def __init__(self, label: str, name: str) -> None:
        super().__init__(
            f"Deze persoon is al {label} van {name}, of wacht op de eerste aanmelding. Stel iemand anders "
            "aan, of beëindig eerst die aanstelling."
        )


class ReplacementUnconfirmed(AppointmentRefused):
    """Somebody has this post, which only one can have; ``holder`` says who."""

    code = "replacement-unconfirmed"
    status = 409

    def __init__(self, label: str, name: str, holder: Insz) -> None:
        super().__init__(
            f"{name} heeft al een {label}. Bevestig dat de nieuwe aanstelling die van {holder.display} "
            "vervangt (‘replaces’)."
        )
        self.holder = holder


class NothingToEnd(AppointmentRefused):
    """There is no such appointment, or it has ended."""

    code = "nothing-to-end"
    status = 404

    def __init__(self) -> None:
        super().__init__(
            "Deze aanstelling bestaat niet (meer). Kijk op de pagina van de onderneming wie nu aangesteld is."
        )
