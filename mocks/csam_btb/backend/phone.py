"""The simulated phone of a person: what waits on it."""

from __future__ import annotations

from dataclasses import dataclass

from mocks.core.identifiers import Insz
from mocks.core.visit import Visit
from mocks.csam_btb import store
from mocks.csam_btb.domain.fas import CLIENTS
from mocks.csam_btb.domain.kinds import Kind
from mocks.csam_btb.domain.proofs import Challenge

_ON_PHONE = frozenset({Kind.ITSME, Kind.APP, Kind.SMS})


@dataclass(frozen=True)
class Message:
    """Something on a phone.

    Attributes:
        kind: itsme, app or sms.
        purpose: ``sign-in`` or ``activation``.
        for_whom: the application that somebody signs in to, or Mijn digitale sleutels.
        sent_at: token time in seconds.
        code: the six digits, or None for itsme, which asks to confirm.
    """

    kind: Kind
    purpose: str
    for_whom: str
    sent_at: int
    code: str | None


def messages(visit: Visit, insz: Insz) -> list[Message]:
    """Return what waits on the phone of a person, the newest first; codes that lapsed are gone."""
    now = visit.clock.token_now
    keys = store.keys.of_person(visit.reading, insz)
    waiting = [
        Message(
            kind=attempt.kind,
            purpose="sign-in",
            for_whom=CLIENTS[attempt.request.client_id].title,
            sent_at=attempt.sent_at,
            code=Challenge(
                attempt.kind, keys[attempt.kind].secret, attempt.attempt_id, attempt.sent_at, now
            ).code,
        )
        for attempt in store.attempts.of_person(visit.reading, insz, now)
        if attempt.kind in _ON_PHONE and attempt.kind in keys
    ]
    waiting += [
        Message(
            kind=activation.kind,
            purpose="activation",
            for_whom=CLIENTS["csam-sleutels"].title,
            sent_at=activation.sent_at,
            code=Challenge(
                activation.kind, activation.secret, activation.activation_id, activation.sent_at, now
            ).code,
        )
        for activation in store.activations.of_person(visit.reading, insz, now)
        if activation.kind in _ON_PHONE
    ]
    shown = [message for message in waiting if message.kind is Kind.ITSME or message.code is not None]
    return sorted(shown, key=lambda message: -message.sent_at)
