"""Signing in and out, and the session that ACM confirms anew."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from threading import Event
from urllib.parse import urlencode

from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.core.oauth import fingerprint, opaque
from mocks.core.relying_party import ACM, RelyingParty, Session, SignInRefused
from mocks.core.tokens import TokenRefused
from mocks.core.visit import Visit
from mocks.eloketten.kiosk import store
from mocks.eloketten.kiosk.backend.dependants import Dependants
from mocks.eloketten.kiosk.domain.applicants import Applicant, Kind, Way, applicant_of
from mocks.eloketten.kiosk.errors import (
    ContradictoryClaims,
    NotAdmitted,
    NotSignedIn,
    OtherSignIn,
    SessionBusy,
    SessionEnded,
    UnknownDependant,
)
from mocks.eloketten.kiosk.peers import Peers

CLIENT_ID = "kiosk"
SECRET = "kiosk-geheim"
"""A secret of the test environment, as it stands in KIOSK's integration file at ACM."""

SCOPE = "openid profile vo rrn wettelijkvertegenwoordiger ssm_mandaat kiosk offline_access"

REFRESH_SECONDS = 15 * 60
"""After so long KIOSK asks ACM anew whether this person may still act; the figure is ours."""

_CLOCK_SLACK = 60
"""A session renewed so little in the future was renewed by a neighbour, not before a clock was set back."""

_CLAIM_SECONDS = 60
_PATIENCE, _PAUSE = 250, 0.02
"""How often, and after how many seconds each, one looks whether a neighbour has renewed the session."""


@dataclass(frozen=True)
class Opened:
    """A session that a sign-in opened.

    Attributes:
        identifier: what the cookie holds.
        back: the path that the person was on the way to, or None.
    """

    identifier: str
    back: str | None


class Kiosk:
    """KIOSK during one visit."""

    def __init__(self, visit: Visit, peers: Peers) -> None:
        """Answer within ``visit``, asking ``peers`` for names."""
        self._visit = visit
        self._peers = peers

    def sign_in(self, cookie: Session, parameters: Mapping[str, str], back: str | None) -> str:
        """Return the address at ACM to send the browser to.

        Args:
            cookie: KIOSK's own session cookie, which remembers what was asked.
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
        applicant = self._named(applicant_of(signed_in.claims))
        identifier = opaque(32)
        with self._visit.writing() as connection:
            if previous is not None:
                store.sessions.forget(connection, fingerprint(previous))
            store.sessions.begin(
                connection, fingerprint(identifier), applicant, signed_in.refresh_token, self._now
            )
        return Opened(identifier, signed_in.kept.get("back"))

    def applicant_of_change(self, identifier: str | None, mark: str) -> Applicant:
        """Return for whom something is to change, after ACM confirmed this person once more.

        Every change by a representative passes here first, so that whatever forbids all of them stands here.

        Args:
            identifier: what the cookie holds.
            mark: what the form says of the sign-in under which it was opened.

        Raises:
            NotSignedIn, SessionEnded, SessionBusy: as :meth:`party` has it.
            UnknownDependant: as :meth:`applicant` has it.
            OtherSignIn: when another person, or for another applicant, is signed in by now.
        """
        self.party(identifier, before_change=True)
        applicant = self.applicant(identifier)
        if mark != mark_of(applicant):
            raise OtherSignIn(applicant.representative, applicant.name)
        return applicant

    def applicant(self, identifier: str | None) -> Applicant:
        """Return for whom the session acts: whom ACM names, or the one that was picked under it.

        Raises:
            NotSignedIn, SessionEnded, SessionBusy: as :meth:`party` has it.
            UnknownDependant: when the one that was picked is not handled under it any more.
        """
        party = self.party(identifier)
        kept = store.sessions.find(self._visit.reading, fingerprint(identifier or ""))
        return self._acting(party, kept.picked if kept is not None else None)

    def pick(self, identifier: str | None, code: str | None) -> None:
        """Let the session act for an applicant under the one that ACM names; without a code for that one.

        Raises:
            NotSignedIn, SessionEnded, SessionBusy: as :meth:`party` has it.
            UnknownDependant: when it is not handled under it.
        """
        self._acting(self.party(identifier), code)
        with self._visit.writing() as connection:
            store.sessions.pick(connection, fingerprint(identifier or ""), code)

    def party(self, identifier: str | None, *, before_change: bool = False) -> Applicant:
        """Return for whom ACM signed this person in.

        ACM is asked anew when it last was long ago, or when something is to change.

        Raises:
            NotSignedIn: when there is no such session.
            SessionEnded: when ACM refused, with its reason.
            SessionBusy: when a neighbour's renewal does not come to an end.
        """
        if identifier is None:
            raise NotSignedIn
        key = fingerprint(identifier)
        for attempt in range(_PATIENCE):
            kept = store.sessions.find(self._visit.reading, key)
            if kept is None:
                raise NotSignedIn
            if kept.ended is not None:
                raise SessionEnded(kept.ended)
            neighbour_asked = attempt > 0 and kept.claimed is None
            if self._is_fresh(kept) and (not before_change or neighbour_asked):
                return kept.applicant
            if self._claim(key, kept):
                return self._renewed(key, kept)
            # A refresh token serves once, so that only one of the requests of a page may use it; the others
            # wait for what it brings, since until then nobody knows whether this person may still act.
            Event().wait(_PAUSE)
        raise SessionBusy

    def glance(self, identifier: str | None) -> Applicant | None:
        """Return for whom the session is, or None unless ACM confirmed it lately; asks nobody."""
        if identifier is None:
            return None
        kept = store.sessions.find(self._visit.reading, fingerprint(identifier))
        if kept is None or kept.ended is not None or not self._is_fresh(kept):
            return None
        with suppress(UnknownDependant):
            return self._acting(kept.applicant, kept.picked)
        return kept.applicant

    def leave(self, identifier: str | None) -> None:
        """End KIOSK's own session."""
        if identifier is not None:
            with self._visit.writing() as connection:
                store.sessions.forget(connection, fingerprint(identifier))

    @property
    def way_to_switch(self) -> str:
        """Where ACM lets go of this identity and keeps the authentication (*Bron*: domain facts §1.6)."""
        query = urlencode(
            {"client_id": CLIENT_ID, "post_logout_redirect_uri": self._visit.url("kiosk", "/aanmelden")}
        )
        return self._visit.url("acm", f"/op/v1/logout?switch&{query}")

    @property
    def way_out(self) -> str:
        """Where ACM ends single sign-on (*Bron*: domain facts §1.6)."""
        query = urlencode(
            {"client_id": CLIENT_ID, "post_logout_redirect_uri": self._visit.url("kiosk", "/afgemeld")}
        )
        return self._visit.url("acm", f"/op/v1/logout?{query}")

    @property
    def _acm(self) -> RelyingParty:
        return RelyingParty(
            self._visit, ACM, CLIENT_ID, SECRET, self._visit.url("kiosk", "/aanmelden/callback"), SCOPE
        )

    @property
    def _now(self) -> int:
        return self._visit.clock.token_now

    def _is_fresh(self, kept: store.sessions.KeptSession) -> bool:
        return -_CLOCK_SLACK <= self._now - kept.refreshed < REFRESH_SECONDS

    def _claim(self, key: str, kept: store.sessions.KeptSession) -> bool:
        with self._visit.writing() as connection:
            return store.sessions.claim(connection, key, kept.refreshed, self._now, _CLAIM_SECONDS)

    def _renewed(self, key: str, kept: store.sessions.KeptSession) -> Applicant:
        """Ask ACM, which decides anew, outside of any transaction; then keep what it says."""
        try:
            applicant, refresh_token = self._asked_anew(kept)
        except (SignInRefused, TokenRefused, NotAdmitted) as refused:
            with self._visit.writing() as connection:
                store.sessions.end(connection, key, refused.sentence)
            raise SessionEnded(refused.sentence) from None
        with self._visit.writing() as connection:
            lasted = store.sessions.renew(connection, key, applicant, refresh_token, self._now)
        if not lasted:
            raise NotSignedIn
        return applicant

    def _asked_anew(self, kept: store.sessions.KeptSession) -> tuple[Applicant, str | None]:
        if kept.refresh_token is None:
            raise SignInRefused("invalid_request", "Uw aanmelding is verlopen. Meld opnieuw aan.")
        signed_in = self._acm.refresh(kept.refresh_token)
        applicant = self._named(applicant_of(signed_in.claims))
        if not applicant.is_same_as(kept.applicant):
            raise ContradictoryClaims(
                "bij het vernieuwen noemt het een andere aanvrager dan bij het aanmelden"
            )
        return applicant, signed_in.refresh_token

    def _acting(self, party: Applicant, code: str | None) -> Applicant:
        return party if code is None else Dependants(self._visit).pick(party, code).under(party)

    def _named(self, applicant: Applicant) -> Applicant:
        """Return the applicant by the name in KBO or the Rijksregister; a token has only the number."""
        if applicant.way is not Way.MANDATE:
            return applicant
        if applicant.kind is Kind.PERSON:
            name = self._peers.identities.name(Insz(applicant.code))
        else:
            name = self._peers.extracts.name(EnterpriseNumber(applicant.code))
        return replace(applicant, name=name) if name is not None else applicant


def mark_of(applicant: Applicant) -> str:
    """Return what a form says of the sign-in under which it is opened: who acts for whom, and no number."""
    return fingerprint(f"{applicant.insz}/{applicant.code}")
