"""Signing in and out at a door, and the session that ACM confirms anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from mocks.core.confirmed import Agreed, ConfirmedDoor
from mocks.core.tokens import Claims
from mocks.core.visit import Visit
from mocks.eloketten.kmo_portefeuille import store
from mocks.eloketten.kmo_portefeuille.domain.doors import Door
from mocks.eloketten.kmo_portefeuille.domain.visitors import Visitor, visitor_of
from mocks.eloketten.kmo_portefeuille.errors import NotSignedIn, UnreadableClaim


@dataclass(frozen=True)
class _Visitors:
    """What a door makes of a token: a :class:`~mocks.core.confirmed.Reading`."""

    door: Door

    def read(self, claims: Claims) -> Visitor:
        return visitor_of(claims, self.door)

    @staticmethod
    def check_same(before: Visitor, now: Visitor) -> None:
        if now.organisation != before.organisation:
            raise UnreadableClaim(
                "vo_orgcode", "bij het vernieuwen dezelfde organisatie als bij het aanmelden"
            )

    @staticmethod
    def dump(who: Visitor) -> Mapping[str, Any]:
        return asdict(who)

    @staticmethod
    def load(members: Mapping[str, Any]) -> Visitor:
        return Visitor(**{**members, "departments": tuple(members["departments"])})


class Entrance(ConfirmedDoor[Visitor]):
    """One door during one visit."""

    def __init__(self, visit: Visit, door: Door) -> None:
        """Answer within ``visit`` at ``door``."""
        self.door = door
        agreed = Agreed(door.client_id, door.secret, door.scope)
        kept = store.sessions.SESSIONS, door.key
        super().__init__(visit, agreed, visit.url("kmo-portefeuille", f"/{door.key}"), kept, _Visitors(door))

    def visitor(self, identifier: str | None, *, before_change: bool = False) -> Visitor:
        """Return who is here, after asking ACM anew when that was long ago or something is to change.

        Raises:
            NotSignedIn: when there is no such session.
            SessionEnded, SessionBusy: as :meth:`Confirmations.who` has it.
        """
        found = self._sessions.who(identifier, before_change=before_change)
        if found is None:
            raise NotSignedIn
        return found
