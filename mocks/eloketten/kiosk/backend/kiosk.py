"""Signing in and out, and the session that ACM confirms anew."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from typing import Any

from mocks.core.confirmed import Agreed, ConfirmedDoor
from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.core.oauth import fingerprint
from mocks.core.tokens import Claims
from mocks.core.visit import Visit
from mocks.eloketten.kiosk import store
from mocks.eloketten.kiosk.backend.dependants import Dependants
from mocks.eloketten.kiosk.domain.applicants import Applicant, Kind, Way, applicant_of
from mocks.eloketten.kiosk.errors import ContradictoryClaims, NotSignedIn, OtherSignIn, UnknownDependant
from mocks.eloketten.kiosk.peers import Peers

CLIENT_ID = "kiosk"
_AGREED = Agreed(
    CLIENT_ID,
    "kiosk-geheim",
    "openid profile vo rrn wettelijkvertegenwoordiger ssm_mandaat kiosk offline_access",
)
"""As it stands in KIOSK's integration file at ACM."""


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


class Kiosk(ConfirmedDoor[Applicant]):
    """KIOSK during one visit, by the door of the applicants."""

    def __init__(self, visit: Visit, peers: Peers) -> None:
        """Answer within ``visit``, asking ``peers`` for names."""
        kept = store.sessions.SESSIONS, CLIENT_ID
        super().__init__(visit, _AGREED, visit.url("kiosk"), kept, _Applicants(peers))

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

    def _acting(self, party: Applicant, code: str | None) -> Applicant:
        return party if code is None else Dependants(self._visit).pick(party, code).under(party)


def mark_of(applicant: Applicant) -> str:
    """Return what a form says of the sign-in under which it is opened: who acts for whom, and no number."""
    return fingerprint(f"{applicant.insz}/{applicant.code}")
