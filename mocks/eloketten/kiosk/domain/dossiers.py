"""The dossiers of an applicant."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mocks.eloketten.kiosk.errors import MalformedKioskNumber


class DossierType(StrEnum):
    """What is applied for (*Bron*: the minister's answer names these four)."""

    SUBSIDY = "subsidy"
    RECOGNITION = "recognition"
    PERMIT = "permit"
    CERTIFICATE = "certificate"

    @property
    def label(self) -> str:
        """Its name in Dutch."""
        return {
            DossierType.SUBSIDY: "Subsidie",
            DossierType.RECOGNITION: "Erkenning",
            DossierType.PERMIT: "Vergunning",
            DossierType.CERTIFICATE: "Attest",
        }[self]


class Phase(StrEnum):
    """How far a dossier is, in the order in which a dossier passes them.

    *Bron*: the webinar names the advice phase, the minister's answer the accounting; the others are ours.
    """

    PREPARATION = "preparation"
    SUBMITTED = "submitted"
    ADVICE = "advice"
    DECISION = "decision"
    ACCOUNTING = "accounting"
    CLOSED = "closed"

    @property
    def label(self) -> str:
        """Its name in Dutch."""
        return {
            Phase.PREPARATION: "In voorbereiding",
            Phase.SUBMITTED: "Ingediend",
            Phase.ADVICE: "Adviesfase",
            Phase.DECISION: "Beslissing",
            Phase.ACCOUNTING: "Verantwoording",
            Phase.CLOSED: "Afgesloten",
        }[self]


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
    """

    number: str
    applicant: str
    title: str
    type: DossierType
    phase: Phase
    submitted_on: date | None = None


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
