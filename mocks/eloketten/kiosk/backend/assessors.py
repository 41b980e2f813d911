"""The door of the assessors: signing in and out there, and the session that ACM confirms anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from mocks.core.confirmed import Confirmations
from mocks.core.languages import say
from mocks.core.relying_party import ACM, RelyingParty, Session
from mocks.core.tokens import Claims
from mocks.core.visit import Visit
from mocks.eloketten.kiosk import store
from mocks.eloketten.kiosk.backend.kiosk import Opened
from mocks.eloketten.kiosk.domain.assessors import Assessor, assessor_of
from mocks.eloketten.kiosk.errors import ContradictoryClaims, NotSignedIn

ASSESSORS_CLIENT_ID = "kiosk-beoordelaar"
SECRET = "kiosk-beoordelaar-geheim"
"""A secret of the test environment, as it stands in the integration file at ACM."""

SCOPE = "openid profile vo rrn kiosk_beoordelaar offline_access"


class _Reading:
    """What the door makes of a token: a :class:`~mocks.core.confirmed.Reading`."""

    @staticmethod
    def read(claims: Claims) -> Assessor:
        return assessor_of(claims)

    @staticmethod
    def check_same(before: Assessor, now: Assessor) -> None:
        if not now.is_same_as(before):
            raise ContradictoryClaims(
                say("bij het vernieuwen noemt het een andere beoordelaar dan bij het aanmelden")
            )

    @staticmethod
    def dump(who: Assessor) -> Mapping[str, Any]:
        return asdict(who)

    @staticmethod
    def load(members: Mapping[str, Any]) -> Assessor:
        return Assessor(**members)


class AssessorsDoor:
    """The door of the assessors during one visit, apart from that of the applicants.

    Its sessions are its own: who is in by one door is not in by the other, in the same browser neither.
    """

    def __init__(self, visit: Visit) -> None:
        """Answer within ``visit``."""
        self._visit = visit
        self._acm = RelyingParty(
            visit, ACM, ASSESSORS_CLIENT_ID, SECRET, self._url("/aanmelden/callback"), SCOPE
        )
        self._sessions = Confirmations(
            visit, store.sessions.SESSIONS, ASSESSORS_CLIENT_ID, self._acm, _Reading()
        )

    def sign_in(self, cookie: Session, parameters: Mapping[str, str], back: str | None) -> str:
        """Return the address at ACM to send the browser to; arguments as :meth:`Kiosk.sign_in` has them."""
        return self._acm.begin(cookie, parameters, {"back": back} if back is not None else {})

    def finish(self, cookie: Session, answer: Mapping[str, str], previous: str | None) -> Opened:
        """Open a session for whom ACM signed in, in place of the previous one of this browser.

        Raises:
            UnknownSignIn, SignInRefused, TokenRefused: as :meth:`RelyingParty.finish` has it.
            UnreadableClaim, NoAssessor: when what the token says opens nothing here.
        """
        signed_in = self._acm.finish(cookie, answer)
        return Opened(self._sessions.open(signed_in, previous), signed_in.kept.get("back"))

    def assessor(self, identifier: str | None) -> Assessor:
        """Return who is here; ACM is asked anew when it last was long ago.

        Raises:
            NotSignedIn: when there is no such session.
            SessionEnded, SessionBusy: as :meth:`Confirmations.who` has it.
        """
        found = self._sessions.who(identifier)
        if found is None:
            raise NotSignedIn
        return found

    def glance(self, identifier: str | None) -> Assessor | None:
        """Return who is here, or None unless ACM confirmed it lately; asks nobody."""
        return self._sessions.glance(identifier)

    def leave(self, identifier: str | None) -> None:
        """End the session at this door."""
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
        return self._visit.url("kiosk", f"/beoordelen{path}")
