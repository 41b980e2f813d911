"""Mandates: number, signatures, the status on a day, and in which frame of the home screen they stand.

*Bron*: domain facts §5.1 (financien.belgium.be, csam.be): active only after both signed; the labels.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from mocks.core.clock import OPEN_END, Period
from mocks.core.forms import shown
from mocks.core.identifiers import Insz
from mocks.ssm.domain.catalogue import MandateType
from mocks.ssm.domain.parties import Party
from mocks.ssm.errors import MalformedNumber, NotAParty, UnknownFrame, UnknownSide

_NUMBER = re.compile(r"M-([0-9]{4})-([0-9]{6})(?:-([0-9]{2}))?", re.ASCII)
MOST_A_YEAR = 999_999
"""The numbers of a year (ours)."""


@dataclass(frozen=True, order=True)
class MandateNumber:
    """The number of a mandate: M-2021-000001-43 (ours; the form of the real ones is not public).

    Attributes:
        year: in which it was made.
        serial: which one of that year.
    """

    year: int
    serial: int

    @classmethod
    def parse(cls, text: str, *, check_may_lack: bool = False) -> MandateNumber:
        """Read a number; ``check_may_lack`` lets who sets the scene leave out the check digits.

        Raises:
            MalformedNumber: when it is none, or the check digits do not follow from the rest.
        """
        found = _NUMBER.fullmatch(text.strip().upper())
        if found is None or found[2] == "000000" or not (found[3] or check_may_lack):
            raise MalformedNumber(
                f"‘{shown(text)}’ is geen nummer van een mandaat. Schrijf het zoals {cls(2021, 1)}."
            )
        number = cls(int(found[1]), int(found[2]))
        if found[3] and found[3] != number.check:
            raise MalformedNumber(
                f"Het controlegetal van ‘{shown(text.strip())}’ klopt niet. Kijk het nummer na: er is een "
                "cijfer verkeerd of van plaats verwisseld."
            )
        return number

    @property
    def check(self) -> str:
        """The two check digits: 97 less the remainder by 97, as the KBO reckons."""
        return f"{97 - (self.year * 1_000_000 + self.serial) % 97:02}"

    def __str__(self) -> str:
        return f"M-{self.year:04}-{self.serial:06}-{self.check}"


class Side(StrEnum):
    """What a party is in a mandate: mandator, or mandate_holder (``holder`` for short)."""

    MANDATOR = "mandator"
    HOLDER = "holder"

    @classmethod
    def read(cls, text: str) -> Side:
        """Return the side of this name.

        Raises:
            UnknownSide: when there is none.
        """
        if text not in set(cls):
            raise UnknownSide(f"Een partij is {cls.MANDATOR} (mandaatgever) of {cls.HOLDER} (mandaatnemer).")
        return cls(text)

    @property
    def other(self) -> Side:
        """The other side."""
        return Side.HOLDER if self is Side.MANDATOR else Side.MANDATOR

    @property
    def label(self) -> str:
        """What the pages call it."""
        return "mandaatgever" if self is Side.MANDATOR else "mandaatnemer"


class Status(StrEnum):
    """What a mandate is on a day, with the labels of the source; the last two are ours.

    *Bron*: financien.belgium.be, ondertekenen-mandaat and mandaat-stopzetten.
    """

    WAITS = "Wacht op ondertekening"
    ACTIVE = "actief"
    TRANSFER = "wacht op overdracht"
    STOPPED = "stopgezet"
    NOT_BEGUN = "nog niet begonnen"
    ENDED = "afgelopen"


class Frame(StrEnum):
    """A frame of the home screen, as one party sees it.

    *Bron*: the four first ones are those of financien.belgium.be; ``passed`` is ours.
    """

    ACTIVE = "active"
    TO_SIGN = "to_sign"
    WAITING = "waiting"
    TRANSFER = "transfer"
    PASSED = "passed"

    @classmethod
    def read(cls, text: str) -> Frame:
        """Return the frame of this name.

        Raises:
            UnknownFrame: when there is none.
        """
        if text not in set(cls):
            raise UnknownFrame(f"Er is geen kader ‘{shown(text)}’. Kies uit: {', '.join(cls)}.")
        return cls(text)

    @property
    def label(self) -> str:
        """What the pages call it."""
        return _FRAME_LABELS[self]


_FRAME_LABELS = {
    Frame.ACTIVE: "Actieve mandaten",
    Frame.TO_SIGN: "Mandaten die ik moet ondertekenen",
    Frame.WAITING: "Mandaten in afwachting van ondertekening door de andere partij",
    Frame.TRANSFER: "Mandaten in afwachting van overdracht",
    Frame.PASSED: "Stopgezette en afgelopen mandaten",
}


@dataclass(frozen=True)
class Signature:
    """Who signed for a party, and on which day; ``by`` is None where the scene was set."""

    by: Insz | None
    day: date


@dataclass(frozen=True)
class Creation:
    """Who made a mandate, when, and for which party."""

    by: Insz | None
    at: datetime
    party: Party


@dataclass(frozen=True)
class Stop:
    """Who stopped a mandate, from which day on it does not work, and why."""

    by: Insz | None
    day: date
    reason: str | None = None


@dataclass(frozen=True)
class Mandate:
    """A power of attorney.

    Attributes:
        number: which one.
        type: for what.
        mandator: who gives it.
        holder: who takes it, the mandate_holder.
        period: from when to when; no end is an unlimited duration.
        creation: who made it.
        mandator_signature: of the mandator, or None while it waits for that.
        holder_signature: of the holder, likewise.
        stop: when and why it was stopped, or None.
        successor: the mandate that takes its place once that is signed, or took it.
        replaces: the mandate whose place this one takes, or None.
        changed_on: the day of the last change.
        revision: rises with every change.
    """

    number: MandateNumber
    type: MandateType
    mandator: Party
    holder: Party
    period: Period
    creation: Creation
    mandator_signature: Signature | None = None
    holder_signature: Signature | None = None
    stop: Stop | None = None
    successor: MandateNumber | None = None
    replaces: MandateNumber | None = None
    changed_on: date = date.min
    revision: int = 0

    @property
    def end(self) -> date | None:
        """The last valid day, or None for an unlimited duration."""
        return None if self.period.open else self.period.end

    @property
    def signed(self) -> bool:
        """Whether both parties have signed."""
        return self.mandator_signature is not None and self.holder_signature is not None

    @property
    def until(self) -> date:
        """The last day on which it counts, by its end and by its stop; 9999-12-31 when no end is known."""
        end = self.end or OPEN_END
        return end if self.stop is None else min(end, _day_before(self.stop.day))

    @property
    def works_from(self) -> date | None:
        """The first day on which it works: its begin, or the day of the last signature; None unsigned."""
        given, taken = self.mandator_signature, self.holder_signature
        return max(self.period.begin, given.day, taken.day) if given and taken else None

    def signature(self, side: Side) -> Signature | None:
        """Return the signature of a side, or None."""
        return self.mandator_signature if side is Side.MANDATOR else self.holder_signature

    def party(self, side: Side) -> Party:
        """Return the party of a side."""
        return self.mandator if side is Side.MANDATOR else self.holder

    def side_of(self, party: Party) -> Side:
        """Return what a party is in this mandate.

        Raises:
            NotAParty: when it is neither.
        """
        if party == self.mandator:
            return Side.MANDATOR
        if party == self.holder:
            return Side.HOLDER
        raise NotAParty(
            f"{party.display} is mandaatgever noch mandaatnemer van {self.number}. Handel voor een van beide."
        )

    def concerns(self, party: Party) -> bool:
        """Whether a party may see and stop it: mandator, holder, and who proposed it as a transfer."""
        return party in {self.mandator, self.holder} or (
            not self.signed and self.replaces is not None and party == self.creation.party
        )

    def works_on(self, day: date) -> bool:
        """Whether it gives power of attorney on a day."""
        begun = self.works_from is not None and self.works_from <= day
        return begun and not self.stopped(day) and not self.period.ended(day)

    def stopped(self, day: date) -> bool:
        """Whether it was stopped by a day: from the day of the stop on."""
        return self.stop is not None and self.stop.day <= day

    def status(self, day: date) -> Status:
        """Return what it is on a day."""
        if self.stopped(day):
            return Status.STOPPED
        if self.period.ended(day):
            return Status.ENDED
        if self.works_from is None:
            return Status.WAITS
        if self.successor is not None:
            return Status.TRANSFER
        return Status.ACTIVE if self.works_from <= day else Status.NOT_BEGUN

    def standing(self, side: Side) -> Frame:
        """Return the frame in which a side sees it as long as it counts (``until``); then it is passed."""
        if self.signature(side) is None:
            return Frame.TO_SIGN
        if self.signature(side.other) is None:
            return Frame.WAITING
        return Frame.ACTIVE if self.successor is None else Frame.TRANSFER

    def frame(self, side: Side, day: date) -> Frame:
        """Return the frame in which a side sees it on a day."""
        return Frame.PASSED if self.until < day else self.standing(side)

    def signed_by(self, side: Side, signature: Signature) -> Mandate:
        """Return the mandate with the signature of a side."""
        if side is Side.MANDATOR:
            return replace(self, mandator_signature=signature)
        return replace(self, holder_signature=signature)


def _day_before(day: date) -> date:
    return day - timedelta(days=1) if day > date.min else day
