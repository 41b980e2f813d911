"""The dossiers of an applicant."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mocks.core.identifiers import AccountNumber
from mocks.core.languages import Sentence, say
from mocks.eloketten.kiosk.errors import (
    MalformedKioskNumber,
    NoNumberLeft,
    PhaseNotOfType,
    UnknownDetail,
    UnknownDossierType,
)

_LAST = 999_999


class DossierType(StrEnum):
    """What is applied for (*Bron*: the minister's answer names these four)."""

    SUBSIDY = "subsidy"
    RECOGNITION = "recognition"
    PERMIT = "permit"
    CERTIFICATE = "certificate"

    @property
    def label(self) -> Sentence:
        """Its name."""
        return _TYPES[self]

    @property
    def phases(self) -> tuple[Phase, ...]:
        """The phases that a dossier of this type passes, in their order.

        Only a subsidy is accounted for: our guess, since only there is money to account for.
        """
        return tuple(one for one in Phase if one is not Phase.ACCOUNTING or self is DossierType.SUBSIDY)


class Phase(StrEnum):
    """How far a dossier is, in the order in which a dossier passes them.

    *Bron*: the webinar names the advice phase, the minister's answer the accounting; the others are ours.
    """

    PREPARATION = "preparation"
    SUBMITTED = "submitted"
    ADMISSIBILITY = "admissibility"
    ADVICE = "advice"
    DECISION = "decision"
    ACCOUNTING = "accounting"
    CLOSED = "closed"

    @property
    def label(self) -> Sentence:
        """Its name."""
        return _PHASES[self]


class Detail(StrEnum):
    """What a representative may change of a dossier, by its word in addresses.

    *Bron*: the webinar ("Contactpersoon per dossier", "E-mailadres per dossier", "Rekeningnummer per
    dossier").
    """

    CONTACT_PERSON = "contactpersoon"
    EMAIL = "e-mailadres"
    ACCOUNT = "rekeningnummer"

    @property
    def label(self) -> Sentence:
        """Its name."""
        return _DETAILS[self]


_TYPES = {
    DossierType.SUBSIDY: say("Subsidie"),
    DossierType.RECOGNITION: say("Erkenning"),
    DossierType.PERMIT: say("Vergunning"),
    DossierType.CERTIFICATE: say("Attest"),
}
_PHASES = {
    Phase.PREPARATION: say("In voorbereiding"),
    Phase.SUBMITTED: say("Ingediend"),
    Phase.ADMISSIBILITY: say("Ontvankelijkheid"),
    Phase.ADVICE: say("Adviesfase"),
    Phase.DECISION: say("Beslissing"),
    Phase.ACCOUNTING: say("Verantwoording"),
    Phase.CLOSED: say("Afgesloten"),
}
_DETAILS = {
    Detail.CONTACT_PERSON: say("Contactpersoon"),
    Detail.EMAIL: say("E-mailadres"),
    Detail.ACCOUNT: say("Rekeningnummer"),
}


@dataclass(frozen=True)
class Dossier:
    """A dossier of an applicant.

    Attributes:
        number: the one KIOSK number that it has.
        applicant: INSZ or enterprise number of whose it is.
        title: what it is about.
        type: what is applied for.
        phase: how far it is.
        submitted_on: the day on which it was submitted, or None.
        contact_person: INSZ of the representative who is its contact person, or None for the applicant.
        email_of: INSZ of the representative who gets its messages, or None for the applicant.
        account: its account number, or None.
        version: how often it was written.
    """

    number: str
    applicant: str
    title: str
    type: DossierType
    phase: Phase
    submitted_on: date | None = None
    contact_person: str | None = None
    email_of: str | None = None
    account: AccountNumber | None = None
    version: int = 1

    @property
    def account_may_change(self) -> bool:
        """Whether it has not reached the advice phase (*Bron*: webinar)."""
        return tuple(Phase).index(self.phase) < tuple(Phase).index(Phase.ADVICE)


def check_phase(dossier: Dossier) -> None:
    """Check that a dossier of its type can be in its phase.

    Raises:
        PhaseNotOfType: when it cannot; names the phases that there are.
    """
    if dossier.phase not in dossier.type.phases:
        known = ", ".join(dossier.type.phases)
        raise PhaseNotOfType(dossier.phase, dossier.type, known)


def dossier_type(text: str) -> DossierType:
    """Read what is applied for.

    Raises:
        UnknownDossierType: when it is nothing that KIOSK takes; names what there is.
    """
    if text not in set(DossierType):
        raise UnknownDossierType(text, ", ".join(one.label.lower() for one in DossierType))
    return DossierType(text)


def number_after(highest: str | None, year: int) -> str:
    """Return the KIOSK number that follows the highest one of a year; the shape is ours.

    Raises:
        NoNumberLeft: when that was the last.
    """
    place = int(highest.rpartition("-")[2]) + 1 if highest is not None else 1
    if place > _LAST:
        raise NoNumberLeft(year)
    return f"KD-{year:04}-{place:04}"


def is_kiosk_number(text: str) -> bool:
    """Return whether a text has the shape of a KIOSK number; the shape is ours."""
    return re.fullmatch(r"KD-[0-9]{4}-[0-9]{4,6}", text) is not None


def kiosk_number(text: str) -> str:
    """Return a KIOSK number when it is one.

    Raises:
        MalformedKioskNumber: when it is not.
    """
    if not is_kiosk_number(text):
        raise MalformedKioskNumber(text)
    return text


def detail_of(word: str) -> Detail:
    """Return what may be changed by its word in an address.

    Raises:
        UnknownDetail: when there is none.
    """
    if word not in tuple(Detail):
        raise UnknownDetail(word, ", ".join(Detail))
    return Detail(word)
