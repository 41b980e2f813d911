"""Signing in and out, and the session that ACM confirms anew."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from typing import Any

from mocks.core.confirmed import Confirmations
from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.core.oauth import fingerprint
from mocks.core.relying_party import ACM, RelyingParty, Session
from mocks.core.tokens import Claims
from mocks.core.visit import Visit
from mocks.eloketten.kiosk import store
from mocks.eloketten.kiosk.backend.dependants import Dependants
from mocks.eloketten.kiosk.domain.applicants import Applicant, Kind, Way, applicant_of
from mocks.eloketten.kiosk.errors import ContradictoryClaims, NotSignedIn, OtherSignIn, UnknownDependant
from mocks.eloketten.kiosk.peers import Peers

CLIENT_ID = "kiosk"
SECRET = "kiosk-geheim"
"""A secret of the test environment, as it stands in KIOSK's integration file at ACM."""

SCOPE = "openid profile vo rrn wettelijkvertegenwoordiger ssm_mandaat kiosk offline_access"


@dataclass(frozen=True)
class _Applicants:
    """What KIOSK makes of a token: a :class:`~mocks.core.confirmed.Reading`; ``peers`` tell names."""

    peers: Peers

    def read(self, claims: Claims) -> Applicant:
        """Return the applicant by the name in KBO or the Rijksregister; a token has only the number."""
        applicant = applicant_of(claims)
        if applicant.way is not Way.MANDATE:
            return applicant
        if applicant.kind is Kind.PERSON:
            name = self.peers.identities.name(Insz(applicant.code))
        else:
            name = self.peers.extracts.name(EnterpriseNumber(applicant.code))
        return replace(applicant, name=name) if name is not None else applicant

    @staticmethod
    def check_same(before: Applicant, now: Applicant) -> None:
        if not now.is_same_as(before):
            raise ContradictoryClaims(
                "bij het vernieuwen noemt het een andere aanvrager dan bij het aanmelden"
            )

    @staticmethod
    def dump(who: Applicant) -> Mapping[str, Any]:
        return asdict(who)

    @staticmethod
    def load(members: Mapping[str, Any]) -> Applicant:
        return Applicant(**{**members, "kind": Kind(members["kind"]), "way": Way(members["way"])})


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
        self._acm = RelyingParty(
            visit, ACM, CLIENT_ID, SECRET, visit.url("kiosk", "/aanmelden/callback"), SCOPE
        )
        self._sessions = Confirmations(
            visit, store.sessions.SESSIONS, CLIENT_ID, self._acm, _Applicants(peers)
        )

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
        return Opened(self._sessions.open(signed_in, previous), signed_in.kept.get("back"))

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
        return self._acting(party, self._sessions.picked(identifier))

    def pick(self, identifier: str | None, code: str | None) -> None:
        """Let the session act for an applicant under the one that ACM names; without a code for that one.

        Raises:
            NotSignedIn, SessionEnded, SessionBusy: as :meth:`party` has it.
            UnknownDependant: when it is not handled under it.
        """
        self._acting(self.party(identifier), code)
        self._sessions.pick(identifier or "", code)

    def party(self, identifier: str | None, *, before_change: bool = False) -> Applicant:
        """Return for whom ACM signed this person in.

        ACM is asked anew when it last was long ago, or when something is to change.

        Raises:
            NotSignedIn: when there is no such session.
            SessionEnded, SessionBusy: as :meth:`Confirmations.who` has it.
        """
        found = self._sessions.who(identifier, before_change=before_change)
        if found is None:
            raise NotSignedIn
        return found

    def glance(self, identifier: str | None) -> Applicant | None:
        """Return for whom the session is, or None unless ACM confirmed it lately; asks nobody."""
        party = self._sessions.glance(identifier)
        if party is None:
            return None
        with suppress(UnknownDependant):
            return self._acting(party, self._sessions.picked(identifier))
        return party

    def leave(self, identifier: str | None) -> None:
        """End KIOSK's own session."""
        self._sessions.leave(identifier)

    @property
    def way_to_switch(self) -> str:
        """Where ACM lets go of this identity and keeps the authentication."""
        return self._acm.way_out(self._visit.url("kiosk", "/aanmelden"), switch=True)

    @property
    def way_out(self) -> str:
        """Where ACM ends single sign-on."""
        return self._acm.way_out(self._visit.url("kiosk", "/afgemeld"))

    def _acting(self, party: Applicant, code: str | None) -> Applicant:
        return party if code is None else Dependants(self._visit).pick(party, code).under(party)


def mark_of(applicant: Applicant) -> str:
    """Return what a form says of the sign-in under which it is opened: who acts for whom, and no number."""
    return fingerprint(f"{applicant.insz}/{applicant.code}")
