"""Why KIOSK refuses.

Refusal
├── NotAdmitted                    ACM signed somebody in, but its token opens nothing here
│   ├── UnreadableClaim            a claim is missing or is not what it should be
│   ├── TargetGroupNotServed
│   ├── NoWay                      none of the ways by which one may act for the organisation
│   └── ContradictoryClaims        claims that cannot all be true
├── NotSignedIn                    no session; the pages answer with the way to sign in
├── UnknownDossier                 no such dossier of this applicant
├── UnknownDependant               no such applicant is handled under this party
├── UnknownDetail                  a dossier has no such screen
├── OtherSignIn                    a form that was opened under another sign-in
├── InvalidForm                    what was typed does not fit; names each field
├── OutdatedForm                   somebody else changed the same meanwhile
├── IncompleteForm                 a form without its version
├── FormExpired                    a form without the token of this browser
├── AccountFixed                   the dossier has reached the advice phase
├── MalformedPhone
├── Closed                         the day of the migration; knows in how many seconds KIOSK opens
├── ChangesNotYet                  before its launch KIOSK 2.0 changes no dossier
├── NoAssessor, UnknownAssessment, NothingToAssess
│                                  for whoever assesses dossiers, and for the control room
├── UnknownDossierType             nothing that can be applied for
├── NoNumberLeft                   every KIOSK number of the year is taken
├── MalformedKioskNumber, MalformedVoId, MalformedDependantCode, MalformedProfileNumber, WrongActingParty
│                                  for the control room
└── ScimRefusal                    what a SCIM client hears, in the form of SCIM
    ├── ScimTokenMissing, ScimTokenWrong
    ├── UnknownScimUser, UnknownScimPlace
    ├── OnlyPutIsPlayed            POST, PATCH and DELETE
    ├── ScimFilterNotHere          a filter on what the service says of itself
    ├── OtherScimVersion           If-Match names another version than the one that is kept
    ├── NoScimDocument             another media type than JSON
    └── InvalidScimSyntax, InvalidScimValue, InvalidScimFilter

What ACM itself refuses arrives as :class:`~mocks.core.relying_party.SignInRefused`, and a session that it
does not confirm as :class:`~mocks.core.confirmed.SessionEnded` or ``SessionBusy``.
"""

from __future__ import annotations

from mocks.core.errors import BadRequest, NotFound, Refusal
from mocks.core.languages import say
from mocks.eloketten.kiosk.errors.admission import (
    ContradictoryClaims,
    NotAdmitted,
    NoWay,
    TargetGroupNotServed,
    UnreadableClaim,
)
from mocks.eloketten.kiosk.errors.assessors import NoAssessor, NothingToAssess, UnknownAssessment
from mocks.eloketten.kiosk.errors.calendar import ChangesNotYet, Closed
from mocks.eloketten.kiosk.errors.changes import (
    AccountFixed,
    FormExpired,
    IncompleteForm,
    InvalidForm,
    MalformedPhone,
    MalformedProfileNumber,
    OtherSignIn,
    OutdatedForm,
    UnknownDetail,
)
from mocks.eloketten.kiosk.errors.dossiers import (
    AlreadySubmitted,
    MalformedOverview,
    NotComplete,
    PhaseNotOfType,
)
from mocks.eloketten.kiosk.errors.scim import (
    InvalidScimFilter,
    InvalidScimSyntax,
    InvalidScimValue,
    NoScimDocument,
    OnlyPutIsPlayed,
    OtherScimVersion,
    ScimFilterNotHere,
    ScimRefusal,
    ScimTokenMissing,
    ScimTokenWrong,
    UnknownScimPlace,
    UnknownScimUser,
)

__all__ = [
    "AccountFixed",
    "AlreadySubmitted",
    "ChangesNotYet",
    "Closed",
    "ContradictoryClaims",
    "FormExpired",
    "IncompleteForm",
    "InvalidForm",
    "InvalidScimFilter",
    "InvalidScimSyntax",
    "InvalidScimValue",
    "MalformedDependantCode",
    "MalformedKioskNumber",
    "MalformedOverview",
    "MalformedPhone",
    "MalformedProfileNumber",
    "MalformedVoId",
    "NoAssessor",
    "NoNumberLeft",
    "NoScimDocument",
    "NoWay",
    "NotAdmitted",
    "NotComplete",
    "NotSignedIn",
    "NothingToAssess",
    "OnlyPutIsPlayed",
    "OtherScimVersion",
    "OtherSignIn",
    "OutdatedForm",
    "PhaseNotOfType",
    "ScimFilterNotHere",
    "ScimRefusal",
    "ScimTokenMissing",
    "ScimTokenWrong",
    "TargetGroupNotServed",
    "UnknownAssessment",
    "UnknownDependant",
    "UnknownDetail",
    "UnknownDossier",
    "UnknownDossierType",
    "UnknownScimPlace",
    "UnknownScimUser",
    "UnreadableClaim",
    "WrongActingParty",
]


class NotSignedIn(Refusal):
    """There is no session in this browser."""

    code = "not-signed-in"
    status = 403
    title = say("U bent niet aangemeld")

    def __init__(self) -> None:
        """Say how to sign in."""
        super().__init__(say("Meld u aan bij KIOSK om dossiers te zien."))


class UnknownDossier(NotFound):
    """This applicant has no dossier of this number; whether somebody else has one is not told."""

    code = "unknown-dossier"
    title = say("Dit dossier is er niet")

    def __init__(self, number: str, applicant: str) -> None:
        """Name the number and the applicant."""
        super().__init__(
            say(
                "%(applicant)s heeft geen dossier met KIOSK-nummer ‘%(number)s’. Kijk het nummer na in het "
                "dossieroverzicht. Is het een dossier van een andere aanvrager, wissel dan van organisatie "
                "of persoon.",
                applicant=applicant,
                number=number[:40],
            )
        )


class UnknownDependant(NotFound):
    """No such applicant is handled under this party; whether it stands under somebody else is not told."""

    code = "unknown-dependant"
    title = say("Deze aanvrager is er niet")

    def __init__(self, party: str) -> None:
        """Name the party."""
        super().__init__(
            say(
                "%(party)s treedt in KIOSK niet op voor deze aanvrager. Kies er een uit de lijst; staat de "
                "aanvrager er niet bij, meld u dan aan namens wie ervoor optreedt.",
                party=party,
            )
        )


class UnknownDossierType(BadRequest):
    """Nothing that can be applied for in KIOSK."""

    code = "unknown-dossier-type"

    def __init__(self, text: str, known: str) -> None:
        """Name what was asked, and what there is."""
        super().__init__(
            say("‘%(text)s’ kunt u in KIOSK niet aanvragen. Kies %(known)s.", text=text[:40], known=known)
        )


class NoNumberLeft(Refusal):
    """Every KIOSK number of this year is taken."""

    code = "no-number-left"
    status = 409

    def __init__(self, year: int) -> None:
        """Name the year."""
        super().__init__(
            say(
                "Er is geen KIOSK-nummer meer vrij voor %(year)s. Verwijder een dossier met een hoog nummer "
                "uit deze testomgeving.",
                year=year,
            )
        )


class MalformedKioskNumber(BadRequest):
    """A text that is no KIOSK number."""

    code = "malformed-kiosk-number"

    def __init__(self, text: str) -> None:
        """Show what a KIOSK number looks like."""
        super().__init__(f"‘{text[:40]}’ is geen KIOSK-nummer. Schrijf het zoals KD-2021-0001.")


class MalformedDependantCode(BadRequest):
    """A text that cannot name an applicant of this sort."""

    code = "malformed-dependant-code"

    def __init__(self, text: str) -> None:
        """Show what the codes look like."""
        super().__init__(
            f"‘{text[:40]}’ past niet. Een instelling heeft een instellingsnummer van zes cijfers, zoals "
            "999001; een andere aanvrager zonder ondernemingsnummer een code zoals ZN-000001."
        )


class WrongActingParty(BadRequest):
    """An applicant of this sort is handled under a person."""

    code = "wrong-acting-party"

    def __init__(self, sort: str) -> None:
        """Name the sort."""
        super().__init__(
            f"Een {sort} wordt beheerd onder een persoon. Schrijf bij acting een rijksregister- of "
            "BIS-nummer."
        )


class MalformedVoId(BadRequest):
    """A text that is no VO-id."""

    code = "malformed-vo-id"

    def __init__(self, text: str) -> None:
        """Show what a VO-id looks like."""
        super().__init__(
            f"‘{text[:40]}’ is geen VO-id. Schrijf de UUID in kleine letters, zoals "
            "4d6636e0-2252-4000-8000-000000000000."
        )
