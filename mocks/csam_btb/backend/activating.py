"""Activating a key: a code goes to the phone of a person and comes back, and the key works.

Whether somebody may is another matter: a sign-in with eID or itsme warrants it, or the activation code of
a registration office (*Bron*: domain facts §2, the two ways).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Protocol

from mocks.core.identifiers import Insz
from mocks.core.oauth import opaque
from mocks.core.store import Connection
from mocks.core.visit import Visit
from mocks.csam_btb import store
from mocks.csam_btb.backend.keys import new_secret
from mocks.csam_btb.domain.keys import PHONE, DigitalKey, Holder, activatable, last_valid_day, why_not
from mocks.csam_btb.domain.kinds import Kind
from mocks.csam_btb.domain.proofs import MOST_TRIES, Challenge, username_of
from mocks.csam_btb.errors import (
    ActivationEnded,
    AlreadyActive,
    CannotActivate,
    NoActivation,
    WrongPhone,
    WrongProof,
)
from mocks.csam_btb.store.activations import Activation


class Warrant(Protocol):
    """Why somebody may activate a key."""

    @property
    def holder(self) -> Holder:
        """Whose key it becomes."""

    def check(self, kind: Kind) -> None:
        """Refuse a key that this does not warrant; raises a ``KeyRefused``."""

    def spend(self, connection: Connection) -> None:
        """Use up what can be used once, in the transaction in which the key begins to work."""


class Activating:
    """The activation of the keys of one person during one visit."""

    def __init__(self, visit: Visit, insz: Insz, warrant: Warrant) -> None:
        """Serve ``insz`` within ``visit`` because of ``warrant``."""
        self._visit = visit
        self._insz = insz
        self._warrant = warrant

    def begin(self, kind: Kind, phone: str) -> Activation:
        """Begin to activate a key; a code waits on the phone.

        Raises:
            KeyRefused: when this person cannot activate it now.
            WrongPhone: for a text message, without a number to send it to.
        """
        self.check(kind)
        phone = phone.strip()
        if kind is Kind.SMS and re.fullmatch(PHONE, phone) is None:
            raise WrongPhone("Typ een telefoonnummer, zoals +32 400 00 00 00.")
        now = self._visit.clock.token_now
        activation = Activation(
            activation_id=opaque(),
            insz=self._insz,
            kind=kind,
            phone=phone if kind is Kind.SMS else None,
            secret=new_secret(),
            sent_at=now,
        )
        with self._visit.writing() as connection:
            store.activations.begin(connection, activation, now)
        return activation

    def under_way(self, kind: Kind) -> Activation | None:
        """Return the activation of a key that is under way, or None."""
        return store.activations.find(self._visit.reading, self._insz, kind, self._visit.clock.token_now)

    def challenge(self, activation: Activation) -> Challenge:
        """Return what must be proven to finish an activation."""
        return Challenge(
            kind=activation.kind,
            secret=activation.secret,
            occasion=activation.activation_id,
            sent_at=activation.sent_at,
            now=self._visit.clock.token_now,
            username=username_of(self._warrant.holder),
        )

    def confirm(self, kind: Kind, given: Mapping[str, str]) -> DigitalKey:
        """Finish an activation: the key works at once, for ten years.

        Raises:
            KeyRefused: when this person cannot activate it now, or too many codes were wrong.
            WrongProof: when the code is wrong and may be tried again.
        """
        self.check(kind)
        activation = self.under_way(kind)
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
            self._warrant.spend(connection)
            store.keys.put(connection, key)
        return key

    def check(self, kind: Kind) -> None:
        """Refuse what cannot be activated by this person, for this reason, today.

        Raises:
            KeyRefused: one subclass per reason.
        """
        if not activatable(kind, self._today):
            raise CannotActivate(kind)
        self._warrant.check(kind)
        key = store.keys.find(self._visit.reading, self._insz, kind)
        if why_not(kind, self._warrant.holder, key, self._today) is None:
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
