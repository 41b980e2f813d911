"""Why the federal role administration refuses."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from mocks.core.dutch import dutch_date
from mocks.core.errors import BadRequest, Refusal
from mocks.core.forms import shown
from mocks.core.identifiers import Insz
from mocks.csam_btb.errors.fields import FieldRefused


class RoleRefused(Refusal):
    """A federal role that cannot be granted or revoked.

    ``field`` is the name of the field that the sentence is about; empty when it is about the whole.
    """

    code = "role-refused"
    status = 403
    title = "Deze federale rol kan niet"
    field: ClassVar[str] = ""


class NotAManager(RoleRefused):
    """An outsider: neither the KBO nor BTB lets this person manage the enterprise."""

    code = "not-a-manager"

    def __init__(self, name: str) -> None:
        super().__init__(
            f"U beheert de federale rollen van {name} niet: KBO noemt u niet als wettelijk vertegenwoordiger "
            "en BTB niet als hoofdtoegangsbeheerder of toegangsbeheerder. Vraag de rol aan wie dat wel is, "
            "of laat u in BTB aanstellen."
        )


class ManagerWaits(RoleRefused):
    """The person was appointed in BTB and has not signed in since."""

    code = "manager-waits"

    def __init__(self, label: str, name: str) -> None:
        super().__init__(
            f"Uw aanstelling als {label} van {name} wacht op uw eerste aanmelding. Meld u af en opnieuw "
            "aan; dan is ze actief."
        )


class ManagerEnded(RoleRefused):
    """The person was a manager here, and is so no more."""

    code = "manager-ended"

    def __init__(self, label: str, name: str, end: date | None) -> None:
        last = f" (laatste geldige dag {dutch_date(end)})" if end is not None else ""
        super().__init__(
            f"Uw aanstelling als {label} van {name} is beëindigd{last}. Vraag de rol aan een andere "
            "hoofdtoegangsbeheerder, of laat u in BTB opnieuw aanstellen."
        )


class NoRolesWhenStopped(RoleRefused):
    """Nobody is granted a role for an enterprise that has stopped."""

    code = "no-roles-when-stopped"
    status = 409

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} is stopgezet. Voor een stopgezette onderneming worden geen federale rollen toegekend; "
            "laat KBO dit nakijken als het niet klopt."
        )


class RoleOfOtherDomain(RoleRefused):
    """The role belongs to a domain that this access manager does not manage."""

    code = "role-of-other-domain"
    field = "role"

    def __init__(self, label: str, domain: str, name: str) -> None:
        super().__init__(
            f"De rol ‘{label}’ hoort bij het domein {domain}, dat u bij {name} niet beheert. Vraag het aan "
            "de toegangsbeheerder van dat domein of aan een hoofdtoegangsbeheerder."
        )


class UnknownRoleHolder(RoleRefused):
    """The Rijksregister knows nobody by the number."""

    code = "unknown-role-holder"
    status = 409
    field = "number"

    def __init__(self, insz: Insz) -> None:
        super().__init__(
            f"Het Rijksregister kent niemand met nummer {insz.display}. Kijk het nummer na op de "
            "identiteitskaart, of vraag een BIS-nummer aan wie niet in België woont."
        )


class DeceasedRoleHolder(RoleRefused):
    """The person has died."""

    code = "deceased-role-holder"
    status = 409
    field = "number"

    def __init__(self, insz: Insz) -> None:
        super().__init__(f"De persoon met nummer {insz.display} is overleden. Kies iemand anders.")


class AlreadyGranted(RoleRefused):
    """The person has this role already, or will have it."""

    code = "already-granted"
    status = 409
    field = "number"

    def __init__(self, label: str, name: str) -> None:
        super().__init__(
            f"Deze persoon heeft de rol ‘{label}’ voor {name} al. Trek ze eerst in om andere datums te "
            "kiezen."
        )


class NothingToRevoke(RoleRefused):
    """There is no such role, or it is past."""

    code = "nothing-to-revoke"
    status = 404

    def __init__(self) -> None:
        super().__init__(
            "Deze federale rol is niet (meer) toegekend. Kijk op de pagina van de onderneming wie er nu een "
            "heeft."
        )


class RoleBeginsInThePast(FieldRefused):
    """A role begins today at the earliest."""

    code = "role-begins-in-the-past"

    def __init__(self, today: date) -> None:
        super().__init__(f"Een rol begint ten vroegste vandaag, {dutch_date(today)}. Kies een latere dag.")


class RoleContradicts(FieldRefused):
    """A role would end before it begins."""

    code = "role-contradicts"

    def __init__(self, begin: date, end: date) -> None:
        super().__init__(
            f"De einddatum {dutch_date(end)} valt voor de begindatum {dutch_date(begin)}. Kijk beide datums "
            "na."
        )


class MalformedDay(FieldRefused):
    """A text that is no day."""

    code = "malformed-day"

    def __init__(self, label: str, text: str) -> None:
        super().__init__(
            f"‘{shown(text)}’ is geen dag bij ‘{label}’. Schrijf jaar-maand-dag, zoals 2021-04-27, of "
            "dag/maand/jaar, zoals 27/04/2021."
        )


class UnknownRole(FieldRefused):
    """There is no such federal role."""

    code = "unknown-role"

    def __init__(self, text: str, known: Iterable[str]) -> None:
        super().__init__(f"‘{shown(text)}’ is geen federale rol. Kies een van: {', '.join(known)}.")


class MalformedRoleNumber(BadRequest):
    """A text that does not name a granted role."""

    code = "malformed-role-number"

    def __init__(self) -> None:
        super().__init__(
            "Schrijf een toegekende rol als ondernemingsnummer-persoon-rol, zoals "
            "0110041748-79061400020-fodfin_mandaatgever."
        )
