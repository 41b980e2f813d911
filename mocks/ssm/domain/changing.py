"""Whether a mandate can be signed, lengthened, transferred or stopped: small checks of what it is now.

*Bron*: either party changes and stops at any time, without the consent of the other (domain facts §5.1).
What may be done while it waits for a signature or for a transfer is a guess, at each line.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from mocks.core.dutch import dutch_date
from mocks.core.errors import Refusal
from mocks.ssm.domain.forms import date_text
from mocks.ssm.domain.mandates import Mandate
from mocks.ssm.domain.parties import Party
from mocks.ssm.errors import (
    AlreadySigned,
    ConditionsNotRead,
    EndBeforeBegin,
    MandateEnded,
    MandateStopped,
    NotLonger,
    NotYetConcluded,
    TransferToSameHolder,
    TransferUnderWay,
)


@dataclass(frozen=True)
class Case:
    """What the checks look at.

    Attributes:
        mandate: as it is now.
        party: for whom somebody acts.
        today: the day of the world.
        end: the new end, where one is asked; None for an unlimited duration.
        holder: the new holder, where one is asked.
        conditions_read: whether it was confirmed that the conditions were read.
    """

    mandate: Mandate
    party: Party
    today: date
    end: date | None = None
    holder: Party | None = None
    conditions_read: bool = False


Rule = Callable[[Case], Refusal | None]


def is_not_stopped(case: Case) -> Refusal | None:
    """The mandate was not stopped."""
    stop = case.mandate.stop
    if stop is None:
        return None
    return MandateStopped(
        f"{case.mandate.number} is stopgezet op {dutch_date(stop.day)}. Sluit zo nodig een nieuw mandaat af."
    )


def has_not_ended(case: Case) -> Refusal | None:
    """The last day of the mandate has not passed."""
    if not case.mandate.period.ended(case.today):
        return None
    return MandateEnded(
        f"{case.mandate.number} is afgelopen op {date_text(case.mandate.end)}. Sluit zo nodig een nieuw "
        "mandaat af."
    )


def has_not_signed(case: Case) -> Refusal | None:
    """The party has not signed yet."""
    signature = case.mandate.signature(case.mandate.side_of(case.party))
    if signature is None:
        return None
    waits = "" if case.mandate.signed else " Nu moet de andere partij nog ondertekenen."
    return AlreadySigned(
        f"{case.party.display} ondertekende {case.mandate.number} al op {dutch_date(signature.day)}.{waits}"
    )


def is_concluded(case: Case) -> Refusal | None:
    """Both have signed.  That nothing changes before (guess): what one signed, the other signs as it is."""
    if case.mandate.signed:
        return None
    return NotYetConcluded(
        f"{case.mandate.number} wacht nog op ondertekening. Onderteken het eerst, of zet het stop en sluit "
        "een ander af."
    )


def waits_for_no_transfer(case: Case) -> Refusal | None:
    """No transfer is proposed.  That it keeps everything else waiting is a guess."""
    if case.mandate.successor is None:
        return None
    return TransferUnderWay(
        f"{case.mandate.number} wacht op overdracht. Laat {case.mandate.successor} ondertekenen, of zet dat "
        "stop."
    )


def becomes_longer(case: Case) -> Refusal | None:
    """The new end is later than the one there is, or there will be none."""
    mandate = case.mandate
    if mandate.end is not None and (case.end is None or case.end > mandate.end):
        return None
    if mandate.end is None:
        return NotLonger(
            f"{mandate.number} is al van onbepaalde duur. Wilt u het beëindigen, zet het dan stop."
        )
    return NotLonger(
        f"{date_text(case.end)} is niet later dan het einde dat er is, {date_text(mandate.end)}. Kies een "
        "latere dag of onbepaalde duur; korter kan door stop te zetten."
    )


def goes_to_another(case: Case) -> Refusal | None:
    """The new holder is not the one there is."""
    if case.holder != case.mandate.holder:
        return None
    return TransferToSameHolder(
        f"{case.mandate.holder.display} is al mandaatnemer van {case.mandate.number}. Kies een andere."
    )


def conditions_are_read(case: Case) -> Refusal | None:
    """Who stops a mandate has ticked that the conditions were read (*Bron*: financien.belgium.be)."""
    if case.conditions_read:
        return None
    return ConditionsNotRead(
        "Bevestig dat u de voorwaarden van het stopzetten gelezen hebt: het mandaat werkt dan vanaf vandaag "
        "niet meer, ook niet voor wie het al gebruikte."
    )


SIGNING: tuple[Rule, ...] = (is_not_stopped, has_not_ended, has_not_signed)
LENGTHENING: tuple[Rule, ...] = (
    is_not_stopped,
    has_not_ended,
    is_concluded,
    waits_for_no_transfer,
    becomes_longer,
)
TRANSFERRING: tuple[Rule, ...] = (
    is_not_stopped,
    has_not_ended,
    is_concluded,
    waits_for_no_transfer,
    goes_to_another,
)
STOPPING: tuple[Rule, ...] = (is_not_stopped, has_not_ended, conditions_are_read)
"""Refusing has no status of its own: one stops what waits for a signature (guess, domain facts §5.1)."""


def check(case: Case, rules: tuple[Rule, ...]) -> None:
    """Let pass what all checks hold for.

    Raises:
        Refusal: of the first check that does not hold.
    """
    for rule in rules:
        refusal = rule(case)
        if refusal is not None:
            raise refusal


def require_order(begin: date, end: date | None) -> None:
    """Check that a period has one day at least.

    Raises:
        EndBeforeBegin: when it has none.
    """
    if end is not None and end < begin:
        raise EndBeforeBegin(
            f"De einddatum {date_text(end)} ligt voor de begindatum {date_text(begin)}. Keer ze om."
        )
