"""Submitting a dossier: what must be there first.

*Bron*: the minister's answer: dossiers are submitted in KIOSK; the webinar: e-mail address and phone of the
applicant are mandatory.  That a subsidy needs an account number, and that messages must be able to go
somewhere, is our reading.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from mocks.core.languages import Sentence, say
from mocks.eloketten.kiosk.domain.contacts import Contact
from mocks.eloketten.kiosk.domain.dossiers import Dossier, DossierType, Phase
from mocks.eloketten.kiosk.domain.messages import Receiver
from mocks.eloketten.kiosk.errors import AlreadySubmitted, NotComplete


class Requirement(StrEnum):
    """What a dossier needs before it can be submitted."""

    CONTACT = "contact"
    ACCOUNT = "account"
    ADDRESS = "address"

    @property
    def label(self) -> Sentence:
        """What is missing when it is."""
        return _LABELS[self]


_LABELS = {
    Requirement.CONTACT: say("E-mailadres en telefoonnummer van de aanvrager"),
    Requirement.ACCOUNT: say("Rekeningnummer waarop de subsidie komt"),
    Requirement.ADDRESS: say("E-mailadres waar de berichten over het dossier naartoe gaan"),
}


@dataclass(frozen=True)
class Papers:
    """A dossier with what is looked at before it is submitted.

    Attributes:
        dossier: the dossier.
        contact: the contact data of its applicant, or None when nobody filled them in.
        receiver: where its messages go.
    """

    dossier: Dossier
    contact: Contact | None
    receiver: Receiver

    @property
    def missing(self) -> tuple[Requirement, ...]:
        """What must still be filled in, in the order in which a page tells it."""
        return tuple(_missing(self))


def _missing(papers: Papers) -> Iterator[Requirement]:
    for requirement, there in _REQUIREMENTS:
        if not there(papers):
            yield requirement


def _has_contact(papers: Papers) -> bool:
    return papers.contact is not None


def _has_account(papers: Papers) -> bool:
    return papers.dossier.type is not DossierType.SUBSIDY or papers.dossier.account is not None


def _has_address(papers: Papers) -> bool:
    # Of the applicant itself it is asked among the contact data already.
    return papers.dossier.email_of is None or papers.receiver.email is not None


_REQUIREMENTS: tuple[tuple[Requirement, Callable[[Papers], bool]], ...] = (
    (Requirement.CONTACT, _has_contact),
    (Requirement.ACCOUNT, _has_account),
    (Requirement.ADDRESS, _has_address),
)


def check_in_preparation(dossier: Dossier) -> None:
    """Check that a dossier was not submitted yet.

    Raises:
        AlreadySubmitted: when it was.
    """
    if dossier.phase is not Phase.PREPARATION:
        raise AlreadySubmitted(dossier.number, dossier.submitted_on)


def check_complete(papers: Papers) -> None:
    """Check that nothing is missing.

    Raises:
        NotComplete: when something is.
    """
    if papers.missing:
        raise NotComplete(papers.dossier.number)
