"""The messages about a dossier: which change causes one, what it says, and to whom it goes.

*Bron*: the webinar: all normal messages about a dossier go to its e-mail address.  Which messages there are,
and every word of them, is ours.  They are kept as they were sent, in Dutch, and tell no number of a person.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from mocks.eloketten.kiosk.domain.dossiers import Dossier, Phase

APPLICANT = "de aanvrager"
"""How a message calls the applicant, whose name KIOSK knows only while somebody acts for it."""

NO_ADDRESS = "de aanvrager heeft nog geen e-mailadres"
NO_PROFILE = "de vertegenwoordiger die de berichten krijgt, heeft geen profiel meer"


@dataclass(frozen=True)
class Receiver:
    """To whom messages about a dossier go.

    Attributes:
        name: how he is called.
        email: his e-mail address, or None when there is none.
        reason: why there is none, or None.
    """

    name: str
    email: str | None
    reason: str | None = None


@dataclass(frozen=True)
class Letter:
    """What a message says: one line as its subject, and its text in paragraphs."""

    subject: str
    text: str


@dataclass(frozen=True)
class Message:
    """A message as it was sent.

    Attributes:
        id: its place in the outbox.
        dossier: the KIOSK number of the dossier.
        at: when.
        receiver: to whom it went at that moment.
        letter: what it says.
        fault: why a mail server did not take it, or None.
    """

    id: int
    dossier: str
    at: datetime
    receiver: Receiver
    letter: Letter
    fault: str | None = None


@dataclass(frozen=True)
class Choice:
    """Which messages: those about a dossier, those to an e-mail address, both, or all."""

    dossier: str | None = None
    email: str | None = None


def letters(before: Dossier, after: Dossier) -> Iterator[Letter]:
    """Give the messages that a change of a dossier causes, in the order in which they go."""
    if after.phase is not before.phase:
        submitted = before.phase is Phase.PREPARATION and after.phase is Phase.SUBMITTED
        yield _submitted(after) if submitted else _reached(after)
    if after.account != before.account:
        yield _letter(
            after,
            "rekeningnummer gewijzigd",
            "Het rekeningnummer van dit dossier is gewijzigd. Hebt u dat niet gevraagd, kijk het dan na in "
            "KIOSK of mail naar kiosk@vlaanderen.be.",
        )
    if after.email_of != before.email_of:
        yield _letter(
            after,
            "berichten komen voortaan hier",
            "Vanaf nu komen de berichten over dit dossier op dit e-mailadres.",
        )


def _submitted(dossier: Dossier) -> Letter:
    return _letter(
        dossier,
        "ingediend",
        "Wij hebben dit dossier goed ontvangen. U kunt het opvolgen in KIOSK, onder hetzelfde KIOSK-nummer.",
    )


def _reached(dossier: Dossier) -> Letter:
    return _letter(
        dossier,
        f"fase {dossier.phase.label.lower()}",
        f"Dit dossier is nu in de fase ‘{dossier.phase.label}’. U kunt het opvolgen in KIOSK.",
    )


def _letter(dossier: Dossier, subject: str, what: str) -> Letter:
    about = f"Het gaat over dossier {dossier.number}: {dossier.title}."
    return Letter(f"Dossier {dossier.number}: {subject}", f"Beste\n\n{what}\n\n{about}\n\nKIOSK")
