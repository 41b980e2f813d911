"""Mijn digitale sleutels: what a person sees and does with the keys of their own.

*Bron*: domain facts §2, "way 1": online, with eID or itsme, the keys work at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mocks.core.identifiers import Insz
from mocks.core.store import Connection
from mocks.core.visit import Visit
from mocks.csam_btb import store
from mocks.csam_btb.backend.activating import Activating
from mocks.csam_btb.backend.keys import KeyRing
from mocks.csam_btb.domain.keys import ACTIVATORS, DigitalKey, Holder, Reason, activatable, why_not
from mocks.csam_btb.domain.kinds import KEY_KINDS, KeyKind, Kind
from mocks.csam_btb.errors import NothingToRemove, NotStrongEnough
from mocks.csam_btb.peers import Peers

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
    """The counter of one person during one visit: a :class:`~mocks.csam_btb.backend.activating.Warrant`."""

    def __init__(self, visit: Visit, peers: Peers, who: SignedIn) -> None:
        """Serve ``who`` within ``visit``, asking ``peers``."""
        self._visit = visit
        self._who = who
        self._ring = KeyRing(visit, peers)
        self.activating = Activating(visit, who.insz, self)

    @property
    def holder(self) -> Holder:
        """Who it is.

        Raises:
            KeyNotActive: when the person has died or is not registered (any more).
        """
        return self._ring.living(self._who.insz, self._who.kind)

    @property
    def may_activate(self) -> bool:
        """Whether this sign-in is strong enough to activate keys."""
        return self._who.kind in ACTIVATORS

    def check(self, kind: Kind) -> None:
        """Refuse to activate after a weaker sign-in.

        Raises:
            NotStrongEnough: unless one signed in with eID or itsme.
        """
        del kind
        if not self.may_activate:
            raise NotStrongEnough

    def spend(self, connection: Connection) -> None:
        """Nothing is used up: a sign-in warrants as many keys as one likes."""

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

    @property
    def _today(self) -> date:
        return self._visit.clock.today
