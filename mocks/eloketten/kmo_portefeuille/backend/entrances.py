"""Signing in and out at a door, and the session that ACM confirms anew."""

from __future__ import annotations

from collections.abc import Mapping
from threading import Event
from urllib.parse import urlencode

from mocks.core.oauth import fingerprint, opaque
from mocks.core.relying_party import ACM, RelyingParty, Session, SignInRefused
from mocks.core.tokens import TokenRefused
from mocks.core.visit import Visit
from mocks.eloketten.kmo_portefeuille import store
from mocks.eloketten.kmo_portefeuille.domain.doors import Door
from mocks.eloketten.kmo_portefeuille.domain.visitors import Visitor, visitor_of
from mocks.eloketten.kmo_portefeuille.errors import (
    NotAdmitted,
    NotSignedIn,
    SessionBusy,
    SessionEnded,
    UnreadableClaim,
)
from mocks.eloketten.kmo_portefeuille.store.sessions import KeptSession

REFRESH_SECONDS = 15 * 60
"""After so long the e-loket asks ACM anew whether this person may still act; the figure is ours."""

_CLOCK_SLACK = 60
"""A session renewed so little in the future was renewed by a neighbour, not before a clock was set back."""

_CLAIM_SECONDS = 60
_PATIENCE, _PAUSE = 250, 0.02
"""How often, and after how many seconds each, one looks whether a neighbour has renewed the session."""


class Entrance:
    """One door during one visit."""

    def __init__(self, visit: Visit, door: Door) -> None:
        """Answer within ``visit`` at ``door``."""
        self._visit = visit
        self.door = door

    def sign_in(self, cookie: Session, parameters: Mapping[str, str]) -> str:
        """Return the address at ACM to send the browser to; ``parameters`` go along."""
        return self._acm.begin(cookie, parameters, {})

    def finish(self, cookie: Session, answer: Mapping[str, str], previous: str | None) -> str:
        """Open a session for whom ACM signed in, in place of the previous one; return its identifier.

        Raises:
            UnknownSignIn, SignInRefused, TokenRefused: as :meth:`RelyingParty.finish` has it.
            NotAdmitted: when what the token says opens nothing here.
        """
        signed_in = self._acm.finish(cookie, answer)
        visitor = visitor_of(signed_in.claims, self.door)
        identifier = opaque(32)
        with self._visit.writing() as connection:
            if previous is not None:
                store.sessions.forget(connection, fingerprint(previous))
            store.sessions.begin(
                connection,
                fingerprint(identifier),
                self.door.key,
                visitor,
                signed_in.refresh_token,
                self._now,
            )
        return identifier

    def visitor(self, identifier: str | None, *, before_change: bool = False) -> Visitor:
        """Return who is here, after asking ACM anew when that was long ago or something is to change.

        Raises:
            NotSignedIn: when there is no such session.
            SessionEnded: when ACM refused, with its reason.
            SessionBusy: when a neighbour's renewal does not come to an end.
        """
        if identifier is None:
            raise NotSignedIn
        key = fingerprint(identifier)
        for attempt in range(_PATIENCE):
            kept = store.sessions.find(self._visit.reading, key, self.door.key)
            if kept is None:
                raise NotSignedIn
            if kept.ended is not None:
                raise SessionEnded(kept.ended)
            neighbour_asked = attempt > 0 and kept.claimed is None
            if self._is_fresh(kept) and (not before_change or neighbour_asked):
                return kept.visitor
            if self._claim(key, kept):
                return self._renewed(key, kept)
            # A refresh token serves once, so that only one of several requests may use it; the others wait
            # for what it brings, since until then nobody knows whether this person may still act.
            Event().wait(_PAUSE)
        raise SessionBusy

    def glance(self, identifier: str | None) -> Visitor | None:
        """Return who is here, or None unless ACM confirmed it lately; asks nobody."""
        if identifier is None:
            return None
        kept = store.sessions.find(self._visit.reading, fingerprint(identifier), self.door.key)
        if kept is None or kept.ended is not None or not self._is_fresh(kept):
            return None
        return kept.visitor

    def leave(self, identifier: str | None) -> None:
        """End the session at this door; that of ACM lasts."""
        if identifier is not None:
            with self._visit.writing() as connection:
                store.sessions.forget(connection, fingerprint(identifier))

    @property
    def way_to_switch(self) -> str:
        """Where ACM lets go of this identity and keeps the authentication (*Bron*: domain facts §1.6)."""
        return self._visit.url("acm", f"/op/v1/logout?switch&{self._back_at('/aanmelden')}")

    @property
    def way_out(self) -> str:
        """Where ACM ends single sign-on (*Bron*: domain facts §1.6)."""
        return self._visit.url("acm", f"/op/v1/logout?{self._back_at('/afgemeld')}")

    def _back_at(self, path: str) -> str:
        return urlencode({"client_id": self.door.client_id, "post_logout_redirect_uri": self._url(path)})

    def _url(self, path: str) -> str:
        return self._visit.url("kmo-portefeuille", f"/{self.door.key}{path}")

    @property
    def _acm(self) -> RelyingParty:
        door = self.door
        return RelyingParty(
            self._visit, ACM, door.client_id, door.secret, self._url("/aanmelden/callback"), door.scope
        )

    @property
    def _now(self) -> int:
        return self._visit.clock.token_now

    def _is_fresh(self, kept: KeptSession) -> bool:
        return -_CLOCK_SLACK <= self._now - kept.refreshed < REFRESH_SECONDS

    def _claim(self, key: str, kept: KeptSession) -> bool:
        with self._visit.writing() as connection:
            return store.sessions.claim(connection, key, kept.refreshed, self._now, _CLAIM_SECONDS)

    def _renewed(self, key: str, kept: KeptSession) -> Visitor:
        """Ask ACM, which decides anew, outside of any transaction; then keep what it says."""
        try:
            visitor, refresh_token = self._asked_anew(kept)
        except (SignInRefused, TokenRefused, NotAdmitted) as refused:
            with self._visit.writing() as connection:
                store.sessions.end(connection, key, refused.sentence)
            raise SessionEnded(refused.sentence) from None
        with self._visit.writing() as connection:
            lasted = store.sessions.renew(connection, key, visitor, refresh_token, self._now)
        if not lasted:
            raise NotSignedIn
        return visitor

    def _asked_anew(self, kept: KeptSession) -> tuple[Visitor, str | None]:
        if kept.refresh_token is None:
            raise SignInRefused("invalid_request", "Uw aanmelding is verlopen. Meld opnieuw aan.")
        signed_in = self._acm.refresh(kept.refresh_token)
        visitor = visitor_of(signed_in.claims, self.door)
        if visitor.organisation != kept.visitor.organisation:
            raise UnreadableClaim(
                "vo_orgcode", "bij het vernieuwen dezelfde organisatie als bij het aanmelden"
            )
        return visitor, signed_in.refresh_token
