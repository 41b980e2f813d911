"""The session that an e-loket keeps, and has ACM confirm anew.

An e-loket knows of a change at its next token: it holds a refresh token, and asks ACM before every change
and at least every quarter of an hour (design §6; the figure is ours).  ACM decides anew, and refuses with the
reason; the session then ends and shows it.  :class:`ConfirmedDoor` is signing in and out together with it.

    Refusal
    ├── NotAdmitted     ACM signed somebody in, and what its token says opens nothing here
    ├── SessionEnded    ACM decided anew and said no
    └── SessionBusy     another request renews the session and does not finish
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from threading import Event
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from mocks.core.errors import Refusal
from mocks.core.languages import say
from mocks.core.oauth import fingerprint, opaque
from mocks.core.relying_party import ACM, RelyingParty, Session, SignedIn, SignInRefused
from mocks.core.store.confirmed import ConfirmedSessions, KeptSession
from mocks.core.tokens import Claims, TokenRefused
from mocks.core.visit import Visit

REFRESH_SECONDS = 15 * 60
"""After so long an e-loket asks ACM anew whether this person may still act."""

_CLOCK_SLACK = 60
"""A session renewed so little in the future was renewed by a neighbour, not before a clock was set back."""

_CLAIM_SECONDS = 60
_PATIENCE, _PAUSE = 250, 0.02
"""How often, and after how many seconds each, one looks whether a neighbour has renewed the session."""


class NotAdmitted(Refusal):
    """ACM signed somebody in, but what its token says opens nothing here."""

    code = "not-admitted"
    status = 403
    title: ClassVar[str] = say("U krijgt geen toegang")


class SessionEnded(Refusal):
    """ACM decided anew and no longer lets this person act."""

    code = "session-ended"
    status = 403
    title = say("Uw sessie is beëindigd")


class SessionBusy(Refusal):
    """Another request renews this session and does not come to an end."""

    code = "session-busy"
    status = 409
    title = say("Uw sessie wordt vernieuwd")

    def __init__(self) -> None:
        """Say what to do."""
        super().__init__(say("Uw aanmelding wordt net vernieuwd. Herlaad de pagina, of meld opnieuw aan."))


Who = TypeVar("Who")


class Reading(Protocol[Who]):
    """What an e-loket makes of a token: who is there, and for whom."""

    def read(self, claims: Claims) -> Who:
        """Read a token.

        Raises:
            NotAdmitted: when what it says opens nothing here.
        """

    def check_same(self, before: Who, now: Who) -> None:
        """Refuse a renewal that speaks of something else than the sign-in; raises ``NotAdmitted``."""

    def dump(self, who: Who) -> Mapping[str, Any]:
        """Return who is there as JSON members."""

    def load(self, members: Mapping[str, Any]) -> Who:
        """Return who is there, from JSON members."""


class Confirmations(Generic[Who]):
    """The sessions at one door of an e-loket, during one visit."""

    def __init__(
        self, visit: Visit, sessions: ConfirmedSessions, door: str, acm: RelyingParty, reading: Reading[Who]
    ) -> None:
        """Keep them in ``sessions`` within ``visit``; ``acm`` is the e-loket as ACM knows it."""
        self._visit = visit
        self._sessions = sessions
        self._door = door
        self._acm = acm
        self._reading = reading

    def open(self, signed_in: SignedIn, previous: str | None) -> str:
        """Open a session for whom ACM signed in, in place of the previous one; return its identifier.

        Raises:
            NotAdmitted: when what the token says opens nothing here.
        """
        who = self._reading.dump(self._reading.read(signed_in.claims))
        identifier = opaque(32)
        with self._visit.writing() as connection:
            if previous is not None:
                self._sessions.forget(connection, fingerprint(previous))
            self._sessions.begin(
                connection, fingerprint(identifier), self._door, who, signed_in.refresh_token, self._now
            )
        return identifier

    def who(self, identifier: str | None, *, before_change: bool = False) -> Who | None:
        """Return who is here, or None when there is no such session.

        ACM is asked anew when it last was long ago, or when something is to change.

        Raises:
            SessionEnded: when ACM refused, with its reason.
            SessionBusy: when a neighbour's renewal does not come to an end.
        """
        if identifier is None:
            return None
        key = fingerprint(identifier)
        for attempt in range(_PATIENCE):
            kept = self._sessions.find(self._visit.reading, key, self._door)
            if kept is None:
                return None
            if kept.ended is not None:
                raise SessionEnded(kept.ended)
            neighbour_asked = attempt > 0 and kept.claimed is None
            if self._is_fresh(kept) and (not before_change or neighbour_asked):
                return self._reading.load(kept.who)
            if self._claim(key, kept):
                return self._renewed(key, kept)
            # A refresh token serves once, so that only one of several requests may use it; the others wait
            # for what it brings, since until then nobody knows whether this person may still act.
            Event().wait(_PAUSE)
        raise SessionBusy

    def glance(self, identifier: str | None) -> Who | None:
        """Return who is here, or None unless ACM confirmed it lately; asks nobody."""
        kept = self._kept(identifier)
        if kept is None or kept.ended is not None or not self._is_fresh(kept):
            return None
        return self._reading.load(kept.who)

    def picked(self, identifier: str | None) -> str | None:
        """Return what was picked under whom ACM names, or None."""
        kept = self._kept(identifier)
        return kept.picked if kept is not None else None

    def pick(self, identifier: str, picked: str | None) -> None:
        """Note what was picked under whom ACM names, or that nothing is."""
        with self._visit.writing() as connection:
            self._sessions.pick(connection, fingerprint(identifier), picked)

    def leave(self, identifier: str | None) -> None:
        """End the session here; that of ACM lasts."""
        if identifier is not None:
            with self._visit.writing() as connection:
                self._sessions.forget(connection, fingerprint(identifier))

    @property
    def _now(self) -> int:
        return self._visit.clock.token_now

    def _kept(self, identifier: str | None) -> KeptSession | None:
        if identifier is None:
            return None
        return self._sessions.find(self._visit.reading, fingerprint(identifier), self._door)

    def _is_fresh(self, kept: KeptSession) -> bool:
        return -_CLOCK_SLACK <= self._now - kept.refreshed < REFRESH_SECONDS

    def _claim(self, key: str, kept: KeptSession) -> bool:
        with self._visit.writing() as connection:
            return self._sessions.claim(connection, key, kept.refreshed, self._now, _CLAIM_SECONDS)

    def _renewed(self, key: str, kept: KeptSession) -> Who | None:
        """Ask ACM, which decides anew, outside of any transaction; then keep what it says."""
        try:
            who, refresh_token = self._asked_anew(kept)
        except (SignInRefused, TokenRefused, NotAdmitted) as refused:
            with self._visit.writing() as connection:
                self._sessions.end(connection, key, refused.sentence)
            raise SessionEnded(refused.sentence) from None
        with self._visit.writing() as connection:
            members = self._reading.dump(who)
            lasted = self._sessions.renew(connection, key, members, refresh_token, self._now)
        return who if lasted else None

    def _asked_anew(self, kept: KeptSession) -> tuple[Who, str | None]:
        if kept.refresh_token is None:
            raise SignInRefused("invalid_request", "Uw aanmelding is verlopen. Meld opnieuw aan.")
        signed_in = self._acm.refresh(kept.refresh_token)
        who = self._reading.read(signed_in.claims)
        self._reading.check_same(self._reading.load(kept.who), who)
        return who, signed_in.refresh_token


@dataclass(frozen=True)
class Agreed:
    """What an e-loket and ACM agreed for one door: a secret of the test environment, as everything here."""

    client_id: str
    secret: str
    scope: str


@dataclass(frozen=True)
class Opened:
    """A session that a sign-in opened.

    Attributes:
        identifier: what the cookie holds.
        back: the path that the person was on the way to, or None.
    """

    identifier: str
    back: str | None


class ConfirmedDoor(Generic[Who]):
    """A door of an e-loket during one visit: signing in at ACM, and the sessions behind it."""

    def __init__(
        self,
        visit: Visit,
        agreed: Agreed,
        base: str,
        kept: tuple[ConfirmedSessions, str],
        reading: Reading[Who],
    ) -> None:
        """Answer within ``visit``.

        Args:
            visit: the visit.
            agreed: as whom ACM knows this door.
            base: the address below which its pages stand.
            kept: where its sessions are kept, and under which name.
            reading: what it makes of a token.
        """
        self._visit = visit
        self._base = base
        self._acm = RelyingParty(
            visit, ACM, agreed.client_id, agreed.secret, f"{base}/aanmelden/callback", agreed.scope
        )
        self._sessions = Confirmations(visit, *kept, self._acm, reading)

    def sign_in(self, cookie: Session, parameters: Mapping[str, str], back: str | None = None) -> str:
        """Return the address at ACM to send the browser to.

        Args:
            cookie: the e-loket's own session cookie, which remembers what was asked.
            parameters: more for ACM, passed on as they came, such as ``login_hint``.
            back: the path that the person is on the way to.
        """
        return self._acm.begin(cookie, parameters, {"back": back} if back is not None else {})

    def finish(self, cookie: Session, answer: Mapping[str, str], previous: str | None) -> Opened:
        """Open a session for whom ACM signed in, in place of the previous one of this browser.

        Raises:
            UnknownSignIn, SignInRefused, TokenRefused: as :meth:`RelyingParty.finish` has it.
            NotAdmitted: when what the token says opens nothing here.
        """
        signed_in = self._acm.finish(cookie, answer)
        return Opened(self._sessions.open(signed_in, previous), signed_in.kept.get("back"))

    def glance(self, identifier: str | None) -> Who | None:
        """Return who is here, or None unless ACM confirmed it lately; asks nobody."""
        return self._sessions.glance(identifier)

    def leave(self, identifier: str | None) -> None:
        """End the session at this door; that of ACM lasts."""
        self._sessions.leave(identifier)

    @property
    def way_to_switch(self) -> str:
        """Where ACM lets go of this identity and keeps the authentication."""
        return self._acm.way_out(f"{self._base}/aanmelden", switch=True)

    @property
    def way_out(self) -> str:
        """Where ACM ends single sign-on."""
        return self._acm.way_out(f"{self._base}/afgemeld")
