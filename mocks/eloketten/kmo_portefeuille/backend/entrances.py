"""Signing in and out at a door, and the session that ACM confirms anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from mocks.core.confirmed import Confirmations
from mocks.core.relying_party import ACM, RelyingParty, Session
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


class Entrance:
    """One door during one visit."""

    def __init__(self, visit: Visit, door: Door) -> None:
        """Answer within ``visit`` at ``door``."""
        self._visit = visit
        self.door = door
        self._acm = RelyingParty(
            visit, ACM, door.client_id, door.secret, self._url("/aanmelden/callback"), door.scope
        )
        self._sessions = Confirmations(visit, store.sessions.SESSIONS, door.key, self._acm, _Visitors(door))

    def sign_in(self, cookie: Session, parameters: Mapping[str, str]) -> str:
        """Return the address at ACM to send the browser to; ``parameters`` go along."""
        return self._acm.begin(cookie, parameters, {})

    def finish(self, cookie: Session, answer: Mapping[str, str], previous: str | None) -> str:
        """Open a session for whom ACM signed in, in place of the previous one; return its identifier.

        Raises:
            UnknownSignIn, SignInRefused, TokenRefused: as :meth:`RelyingParty.finish` has it.
            NotAdmitted: when what the token says opens nothing here.
        """
        return self._sessions.open(self._acm.finish(cookie, answer), previous)

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

    def glance(self, identifier: str | None) -> Visitor | None:
        """Return who is here, or None unless ACM confirmed it lately; asks nobody."""
        return self._sessions.glance(identifier)

    def leave(self, identifier: str | None) -> None:
        """End the session at this door; that of ACM lasts."""
        self._sessions.leave(identifier)

    @property
    def way_to_switch(self) -> str:
        """Where ACM lets go of this identity and keeps the authentication."""
        return self._acm.way_out(self._url("/aanmelden"), switch=True)

    @property
    def way_out(self) -> str:
        """Where ACM ends single sign-on."""
        return self._acm.way_out(self._url("/afgemeld"))

    def _url(self, path: str) -> str:
        return self._visit.url("kmo-portefeuille", f"/{self.door.key}{path}")
