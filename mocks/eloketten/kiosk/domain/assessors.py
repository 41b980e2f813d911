"""Who assesses dossiers, and what is shown of a dossier to whoever assesses it.

*Bron*: antwoord124 names external assessors among those for whom KIOSK is made; what they may and see is our
guess.  It is this: an assessor sees the dossiers that were submitted and assigned to him in person, for
whichever organisation he comes; of each what the application is and whose, and never how the applicant is
reached, its account number, or who changed what.  He changes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mocks.eloketten.kiosk.domain.claims import Claims, organisation_in, person_in, places_in, text_in
from mocks.eloketten.kiosk.domain.dossiers import Dossier, DossierType, Phase
from mocks.eloketten.kiosk.errors import NoAssessor

CLAIM = "kiosk_beoordelaar_rol_3d"
"""The claim that names the right (*Bron*: domain facts §1.4; its first half is ours)."""

RIGHT = "KIOSKBeoordelaar"
"""The right "KIOSK Beoordelaar" as that claim names it; both spellings are ours."""

NOT_TO_BE_SEEN = frozenset({Phase.PREPARATION})
"""The phases in which a dossier is still the applicant's own affair."""


@dataclass(frozen=True)
class Assessor:
    """Somebody who assesses dossiers.

    Attributes:
        insz: the number of the person.
        name: the name of the person.
        organisation: the code of the organisation at which he has the right.
        for_whom: the name of that organisation.
    """

    insz: str
    name: str
    organisation: str
    for_whom: str

    def is_same_as(self, other: Assessor) -> bool:
        """Return whether the other one is this person at this organisation, whatever they are called now."""
        return (self.insz, self.organisation) == (other.insz, other.organisation)


@dataclass(frozen=True)
class ShownDossier:
    """What an assessor sees of a dossier, and nothing else.

    Attributes:
        number: its KIOSK number.
        title: what it is about.
        type: what is applied for.
        phase: how far it is.
        submitted_on: the day on which it was submitted, when that is known.
        applicant: the name of whose it is.
    """

    number: str
    title: str
    type: DossierType
    phase: Phase
    submitted_on: date | None
    applicant: str


def assessor_of(claims: Claims) -> Assessor:
    """Return who assesses, from the claims of a verified ID token.

    Raises:
        UnreadableClaim: when a claim that is needed is missing or malformed.
        NoAssessor: without the right at the organisation for which the person comes.
    """
    insz = person_in(claims, "rrn")
    name = f"{text_in(claims, 'given_name')} {text_in(claims, 'family_name')}"
    organisation = organisation_in(claims, "vo_orgcode", text_in(claims, "vo_doelgroepcode"))
    for_whom = text_in(claims, "vo_orgnaam")
    if organisation not in places_in(claims, CLAIM, RIGHT):
        raise NoAssessor(name, for_whom)
    return Assessor(insz, name, organisation, for_whom)


def shown_to_assessor(dossier: Dossier, applicant: str) -> ShownDossier:
    """Return what an assessor sees of a dossier, of which the applicant has this name."""
    return ShownDossier(
        dossier.number, dossier.title, dossier.type, dossier.phase, dossier.submitted_on, applicant
    )
