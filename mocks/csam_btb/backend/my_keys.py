"""Mijn digitale sleutels: what a person sees and does with the keys of their own.

*Bron*: domain facts §2, "way 1": online, with eID or itsme, the keys work at once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from mocks.core.identifiers import Insz
from mocks.core.oauth import opaque
from mocks.core.visit import Visit
from mocks.csam_btb import store
from mocks.csam_btb.backend.keys import KeyRing, new_secret
from mocks.csam_btb.domain.keys import (
    ACTIVATORS,
    PHONE,
    DigitalKey,
    Holder,
    Reason,
    activatable,
    last_valid_day,
    why_gone,
    why_not,
)
from mocks.csam_btb.domain.kinds import KEY_KINDS, KeyKind, Kind
from mocks.csam_btb.domain.proofs import MOST_TRIES, Challenge, username_of
from mocks.csam_btb.errors import (
    ActivationEnded,
    AlreadyActive,
    CannotActivate,
    KeyNotActive,
    NoActivation,
    NothingToRemove,
    NotStrongEnough,
    WrongPhone,
    WrongProof,
)
from mocks.csam_btb.peers import Peers
from mocks.csam_btb.store.activations import Activation

TEST_PHONE = "+32 400 00 00 00"
"""A number that rings nowhere: what the page proposes."""


@dataclass(frozen=True)
class OwnKey:
    """A key as its holder sees it.

    Attributes:
        kind: which, with its label.
        key: what CSAM holds; None for the eID and for what was never activated.
        reason: why it does not work today, or None.
        activatable: whether it can be activated today.
    """

    kind: KeyKind
    key: DigitalKey | None
    reason: Reason | None
    activatable: bool

    @property
    def until(self) -> date | None:
        """The last valid day of a key that works; None for the eID."""
        ending = self.key.ending if self.key is not None and self.reason is None else None
        return ending[0] if ending else None

    @property
    def removable(self) -> bool:
        """Whether there is something to remove."""
        return self.key is not None and self.reason in {None, Reason.PENDING}


@dataclass(frozen=True)
class SignedIn:
    """Who is looking, and with which key that was proven."""

    insz: Insz
    kind: Kind


class MyKeys:
    """The counter of one person during one visit."""

    def __init__(self, visit: Visit, peers: Peers, who: SignedIn) -> None:
        """Serve ``who`` within ``visit``, asking ``peers``."""
        self._visit = visit
        self._who = who
        self._ring = KeyRing(visit, peers)

    @property
    def holder(self) -> Holder:
        """Who it is.

        Raises:
            KeyNotActive: when the person has died or is not registered (any more).
        """
        holder = self._ring.holder(self._who.insz)
        gone = why_gone(holder, self._today)
        if holder is None or gone is not None:
            raise KeyNotActive(gone or Reason.UNKNOWN_PERSON, self._who.kind, self._who.insz)
        return holder

    @property
    def may_activate(self) -> bool:
        """Whether this sign-in is strong enough to activate keys."""
        return self._who.kind in ACTIVATORS

    def all(self) -> list[OwnKey]:
        """Return all five kinds and how each of them stands today."""
        holder = self.holder
        keys = store.keys.of_person(self._visit.reading, self._who.insz)
        return [
            OwnKey(
                kind=KEY_KINDS[kind],
                key=keys.get(kind),
                reason=why_not(kind, holder, keys.get(kind), self._today),
                activatable=activatable(kind, self._today),
            )
            for kind in Kind
        ]

    def begin(self, kind: Kind, phone: str) -> None:
        """Begin to activate a key; a code waits on the phone.

        Raises:
            KeyRefused: when this person cannot activate it now.
            WrongPhone: for a text message, without a number to send it to.
        """
        self.check_activatable(kind)
        phone = phone.strip()
        if kind is Kind.SMS and re.fullmatch(PHONE, phone) is None:
            raise WrongPhone("Typ een telefoonnummer, zoals +32 400 00 00 00.")
        now = self._visit.clock.token_now
        activation = Activation(
            activation_id=opaque(),
            insz=self._who.insz,
            kind=kind,
            phone=phone if kind is Kind.SMS else None,
            secret=new_secret(),
            sent_at=now,
        )
        with self._visit.writing() as connection:
            store.activations.begin(connection, activation, now)

    def activation(self, kind: Kind) -> Activation | None:
        """Return the activation of a key that is under way, or None."""
        now = self._visit.clock.token_now
        return store.activations.find(self._visit.reading, self._who.insz, kind, now)

    def challenge(self, activation: Activation) -> Challenge:
        """Return what must be proven to finish an activation."""
        return Challenge(
            kind=activation.kind,
            secret=activation.secret,
            occasion=activation.activation_id,
            sent_at=activation.sent_at,
            now=self._visit.clock.token_now,
            username=username_of(self.holder),
        )

    def confirm(self, kind: Kind, given: Mapping[str, str]) -> None:
        """Finish an activation: the key works at once, for ten years.

        Raises:
            KeyRefused: when this person cannot activate it now, or too many codes were wrong.
            WrongProof: when the code is wrong and may be tried again.
        """
        self.check_activatable(kind)
        activation = self.activation(kind)
        if activation is None:
            raise NoActivation
        if kind is Kind.ITSME and given.get("decision") == "refuse":
            self._end(activation)
            raise ActivationEnded("De activering is op de telefoon geweigerd. Er is niets veranderd.")
        challenge = self.challenge(activation)
        if not challenge.accepts(given):
            self._count(activation, challenge)
        key = DigitalKey(
            insz=activation.insz,
            kind=kind,
            activated_on=self._today,
            valid_until=last_valid_day(self._today),
            phone=activation.phone,
            secret=activation.secret,
        )
        with self._visit.writing() as connection:
            if not store.activations.end(connection, activation.insz, kind):
                raise NoActivation
            store.keys.put(connection, key)

    def remove(self, kind: Kind) -> None:
        """Remove a key: it does not work from today on.

        Raises:
            NothingToRemove: for the eID, and for a key that is not there.
        """
        own = next(one for one in self.all() if one.kind.kind is kind)
        if not own.removable:
            raise NothingToRemove(kind)
        with self._visit.writing() as connection:
            store.keys.revoke(connection, self._who.insz, kind, self._today)

    def check_activatable(self, kind: Kind) -> None:
        """Refuse what cannot be activated by this person, with this sign-in, today.

        Raises:
            KeyRefused: one subclass per reason.
        """
        if not activatable(kind, self._today):
            raise CannotActivate(kind)
        if not self.may_activate:
            raise NotStrongEnough
        key = store.keys.find(self._visit.reading, self._who.insz, kind)
        if why_not(kind, self.holder, key, self._today) is None:
            raise AlreadyActive(kind)

    @property
    def _today(self) -> date:
        return self._visit.clock.today

    def _end(self, activation: Activation) -> None:
        with self._visit.writing() as connection:
            store.activations.end(connection, activation.insz, activation.kind)

    def _count(self, activation: Activation, challenge: Challenge) -> None:
        with self._visit.writing() as connection:
            tries = store.activations.count_try(connection, activation.activation_id)
            if tries >= MOST_TRIES:
                store.activations.end(connection, activation.insz, activation.kind)
        if tries == 0:
            raise NoActivation
        if tries >= MOST_TRIES:
            raise ActivationEnded("Drie keer een verkeerde code: de activering is gestopt. Begin ze opnieuw.")
        raise WrongProof(challenge.refuses, MOST_TRIES - tries)
