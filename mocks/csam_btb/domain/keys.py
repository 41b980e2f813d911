"""The digital keys that people have, and why one does not work on a day."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import MAXYEAR, MINYEAR, date, timedelta
from enum import StrEnum
from typing import Any

from mocks.core.identifiers import Insz
from mocks.csam_btb.domain.kinds import Kind

TOKEN_CLOSED = date(2020, 9, 25)
"""From this day on a federal token can no longer be activated (*Bron*: domain facts §2)."""

TOKEN_GONE = date(2024, 1, 31)
"""From this day on a federal token opens nothing (*Bron*: domain facts §2)."""

ACTIVATORS = frozenset({Kind.EID, Kind.ITSME})
"""With which keys one may activate others online (*Bron*: domain facts §2, "way 1")."""

PHONE = r"\+?[0-9][0-9 /.]{7,18}"
"""What a telephone number looks like."""


@dataclass(frozen=True)
class Holder:
    """What CSAM learns of a person from the Rijksregister."""

    insz: Insz
    given_name: str
    family_name: str
    belgian_eid: bool
    deceased_on: date | None

    @property
    def full_name(self) -> str:
        """First name and surname."""
        return f"{self.given_name} {self.family_name}"


@dataclass(frozen=True)
class DigitalKey:
    """A key that needed activation: any but the eID.

    Attributes:
        insz: whose it is.
        kind: which one.
        activated_on: first day; of a pending key, the day on which its activation began, if known.
        valid_until: last valid day.
        revoked_on: the day on which it was removed; it does not work on that day.
        last_used: day of the last sign-in with it.
        pending: whether the activation has begun and is not finished.
        phone: where its text messages go.
        secret: what its codes are derived from.
    """

    insz: Insz
    kind: Kind
    activated_on: date | None = None
    valid_until: date | None = None
    revoked_on: date | None = None
    last_used: date | None = None
    pending: bool = False
    phone: str | None = None
    secret: str = field(default="", repr=False)

    @property
    def unused_after(self) -> date | None:
        """The last day on which a federal token works unless it is used again; None for other keys.

        *Bron*: domain facts §2, "deactivated monthly after 12 months unused".  A known difference: ours
        stops on the day itself and not with the next monthly round.
        """
        used = self.last_used or self.activated_on
        if self.kind is not Kind.TOKEN or used is None:
            return None
        return years_after(used, 1)

    @property
    def ending(self) -> tuple[date, str] | None:
        """The last day on which it works by what is known now and why, in Dutch; None while pending.

        Together with ``activated_on`` this says the same as :func:`why_not`, without its reasons.
        """
        if self.pending:
            return None
        ends = [
            (self.valid_until, "een sleutel is tien jaar geldig"),
            (self.unused_after, "een federaal token dat twaalf maanden niet gebruikt is, stopt"),
        ]
        if self.kind is Kind.TOKEN:
            ends.append((TOKEN_GONE - timedelta(days=1), "het federaal token bestaat daarna niet meer"))
        if self.revoked_on is not None:
            ends.append((self.revoked_on - timedelta(days=1), "de sleutel is verwijderd"))
        return min((day, why) for day, why in ends if day is not None)


class Reason(StrEnum):
    """Why a key does not work."""

    UNKNOWN_PERSON = "unknown-person"
    DECEASED = "deceased"
    TOKEN_GONE = "token-gone"
    NO_CARD = "no-card"
    NOT_ACTIVATED = "not-activated"
    PENDING = "pending"
    REVOKED = "revoked"
    EXPIRED = "expired"
    TOKEN_UNUSED = "token-unused"


@dataclass(frozen=True)
class _Situation:
    kind: Kind
    holder: Holder | None
    key: DigitalKey | None
    day: date


def why_not(kind: Kind, holder: Holder | None, key: DigitalKey | None, day: date) -> Reason | None:
    """Return the first reason why a person cannot sign in with a key on ``day``, or None.

    Args:
        kind: which key.
        holder: the person by the Rijksregister; None when it knows nobody.
        key: what CSAM holds of this kind for the person; nothing for the eID.
        day: the world's day.
    """
    situation = _Situation(kind, holder, key, day)
    reasons = (reason for reason, holds in _CHECKS if holds(situation))
    return why_gone(holder, day) or next(reasons, None)


def active_kinds(holder: Holder | None, keys: Mapping[Kind, DigitalKey], day: date) -> list[Kind]:
    """Return the keys with which a person can sign in on ``day``, the strongest first."""
    return [kind for kind in Kind if why_not(kind, holder, keys.get(kind), day) is None]


def why_gone(holder: Holder | None, day: date) -> Reason | None:
    """Return why no key at all works for a person on ``day``, or None."""
    if holder is None:
        return Reason.UNKNOWN_PERSON
    if holder.deceased_on is not None and holder.deceased_on <= day:
        return Reason.DECEASED
    return None


def _has_no_card(at: _Situation) -> bool:
    return at.kind is Kind.EID and (at.holder is None or not at.holder.belgian_eid)


def _was_never_activated(at: _Situation) -> bool:
    if at.kind is Kind.EID:
        return False
    if at.key is None:
        return True
    return not at.key.pending and at.key.activated_on is not None and at.key.activated_on > at.day


def _is_revoked(at: _Situation) -> bool:
    return at.key is not None and at.key.revoked_on is not None and at.key.revoked_on <= at.day


def _is_expired(at: _Situation) -> bool:
    return at.key is not None and at.key.valid_until is not None and at.key.valid_until < at.day


def _is_unused(at: _Situation) -> bool:
    last = at.key.unused_after if at.key is not None else None
    return last is not None and last < at.day


_CHECKS: tuple[tuple[Reason, Callable[[_Situation], bool]], ...] = (
    (Reason.TOKEN_GONE, lambda at: at.kind is Kind.TOKEN and at.day >= TOKEN_GONE),
    (Reason.NO_CARD, _has_no_card),
    (Reason.NOT_ACTIVATED, _was_never_activated),
    (Reason.REVOKED, _is_revoked),
    (Reason.PENDING, lambda at: at.key is not None and at.key.pending),
    (Reason.EXPIRED, _is_expired),
    (Reason.TOKEN_UNUSED, _is_unused),
)


def activatable(kind: Kind, day: date) -> bool:
    """Return whether a key of this kind can be activated on ``day``; an eID needs no activation."""
    return kind is not Kind.EID and (kind is not Kind.TOKEN or day < TOKEN_CLOSED)


def last_valid_day(activated_on: date) -> date:
    """Return the last day of a key activated on this one: ten years (*Bron*: domain facts §2)."""
    return years_after(activated_on, 10)


def first_day_for(valid_until: date) -> date:
    """Return the day on which a key with this last valid day was activated at the earliest."""
    return years_after(valid_until, -10)


def years_after(day: date, years: int) -> date:
    """Return the same day ``years`` later, within the calendar; 29 February may become 28."""
    year = min(max(day.year + years, MINYEAR), MAXYEAR)
    return date(year, day.month, min(day.day, monthrange(year, day.month)[1]))


def key_facts(key: DigitalKey) -> dict[str, Any]:
    """Return what the statement says of a key: dated facts, never a verdict for today.

    ``begin`` and ``end`` are the first and the last day on which it works by CSAM's whole calendar (ten
    years, the end of the federal token, its twelve months unused, removal), so that a receiver needs not
    know that calendar; ``ended_by`` says what ends it.  While the key is pending they are null.
    """
    ending = key.ending
    begin = None if key.pending else key.activated_on
    return {
        "kind": key.kind.value,
        "activated_on": _iso(begin),
        "valid_until": _iso(key.valid_until),
        "revoked_on": _iso(key.revoked_on),
        "last_used": _iso(key.last_used),
        "pending": key.pending,
        "begin": _iso(begin),
        "end": _iso(ending[0]) if ending else None,
        "ended_by": ending[1] if ending else "",
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
