"""Why the e-loket of the kmo-portefeuille refuses.

Refusal
├── UnknownDoor                no such door
├── NotAdmitted                ACM signed somebody in, but its token opens nothing at this door
│   ├── UnreadableClaim        a claim is missing or is not what it should be
│   └── NoRight                the token names no right, and no representation, for this door
├── NotSignedIn                no session; the pages answer with the way to sign in
├── OtherDepartment            the right of this person is for other departments
├── UnknownKindOfService       neither training nor advice
├── InvalidService             what was typed does not fit; names each field
├── OutdatedService            somebody else changed the service meanwhile
├── UnknownEnterprise          KBO knows none with this number
└── MalformedServiceNumber, MalformedDepartment   texts that cannot be what they should

What ACM itself refuses arrives as :class:`~mocks.core.relying_party.SignInRefused`, and a session that it
does not confirm as :class:`~mocks.core.confirmed.SessionEnded` or ``SessionBusy``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mocks.core import confirmed
from mocks.core.errors import BadRequest, NotFound, Refusal


class UnknownDoor(NotFound):
    """The e-loket has no such door."""

    code = "unknown-door"

    def __init__(self, name: str) -> None:
        """Name what was asked."""
        super().__init__(
            f"De kmo-portefeuille heeft geen ingang ‘{name[:40]}’. Kies er een op de startpagina."
        )


class NotAdmitted(confirmed.NotAdmitted):
    """ACM signed somebody in, but what its token says opens nothing at this door."""

    title = "U krijgt geen toegang tot de kmo-portefeuille"


class UnreadableClaim(NotAdmitted):
    """A claim that the e-loket needs is missing or is not what it should be."""

    code = "unreadable-claim"

    def __init__(self, claim: str, expected: str) -> None:
        """Name the claim, and what it should be."""
        super().__init__(
            f"Het token van het toegangsbeheer is niet volledig of niet leesbaar: ‘{claim}’ moet {expected} "
            "zijn. Meld opnieuw aan; blijft het zo, bel dan 1700."
        )


class NoRight(NotAdmitted):
    """The token names nothing that opens this door."""

    code = "no-right"

    def __init__(self, person: str, organisation: str, right: str) -> None:
        """Name who wanted in, for whom, and by which right one may."""
        super().__init__(
            f"{person} heeft bij {organisation} het recht ‘{right}’ niet. Vraag het aan de lokale beheerder "
            "van de organisatie."
        )


class NotSignedIn(Refusal):
    """There is no session at this door in this browser."""

    code = "not-signed-in"
    status = 401
    title = "U bent niet aangemeld"

    def __init__(self) -> None:
        """Say what to do."""
        super().__init__("U bent hier niet (meer) aangemeld. Meld u aan.")


class OtherDepartment(Refusal):
    """The right of this person is not for this department; whether there is one is not told."""

    code = "other-department"
    status = 403
    title = "Dit departement is niet voor u"

    def __init__(self, department: str, own: Sequence[str]) -> None:
        """Name what was asked, and what the person may see."""
        super().__init__(
            f"Uw recht geldt niet voor ‘{department[:100]}’, wel voor {', '.join(own)}. Vraag de lokale "
            "beheerder om het recht ook daarvoor toe te kennen, en meld u daarna opnieuw aan."
        )


class UnknownKindOfService(NotFound):
    """A service is training or advice."""

    code = "unknown-kind-of-service"

    def __init__(self, kind: str) -> None:
        """Name what was asked."""
        super().__init__(f"‘{kind[:40]}’ is geen dienst van de kmo-portefeuille. Kies opleiding of advies.")


class InvalidService(BadRequest):
    """What was typed of a service does not fit."""

    code = "invalid-service"
    title = "Er klopt iets niet"

    def __init__(self, fields: Mapping[str, str]) -> None:
        """Keep the sentence that is wrong with each field."""
        super().__init__(" ".join(fields.values()))
        self.fields = dict(fields)


class OutdatedService(Refusal):
    """Somebody else changed the service after the form was opened."""

    code = "outdated-service"
    status = 409
    title = "Iemand was u voor"

    def __init__(self) -> None:
        """Say what to do."""
        super().__init__(
            "Iemand anders wijzigde deze dienst nadat u het formulier opende. Er is niets bewaard. Vergelijk "
            "wat u typte met wat er nu staat, en bewaar opnieuw als het zo moet."
        )


class UnknownEnterprise(NotFound):
    """KBO knows no enterprise with this number."""

    code = "unknown-enterprise"

    def __init__(self, number: str) -> None:
        """Name the number."""
        super().__init__(f"KBO kent geen onderneming met nummer {number}. Kijk het nummer na.")


class MalformedServiceNumber(BadRequest):
    """A text that names no service."""

    code = "malformed-service-number"

    def __init__(self, text: str) -> None:
        """Show what a number looks like."""
        super().__init__(
            f"‘{text[:60]}’ noemt geen dienst. Schrijf <ondernemingsnummer>-training of -advice voor de "
            "zetel, met -<departement> erachter voor een departement."
        )


class MalformedDepartment(BadRequest):
    """A text that cannot be the name of a department."""

    code = "malformed-department"

    def __init__(self, text: str) -> None:
        """Say what a name may be."""
        super().__init__(
            f"‘{text[:60]}’ kan geen naam van een departement zijn: een naam is één regel van hoogstens 100 "
            "tekens, zonder schuine streep en zonder |. Verbeter de naam."
        )
