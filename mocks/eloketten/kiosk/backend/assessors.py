"""The door of the assessors: signing in and out there, and the session that ACM confirms anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from mocks.core.confirmed import Agreed, ConfirmedDoor
from mocks.core.languages import say
from mocks.core.tokens import Claims
from mocks.core.visit import Visit
from mocks.eloketten.kiosk import store
from mocks.eloketten.kiosk.domain.assessors import Assessor, assessor_of
from mocks.eloketten.kiosk.errors import ContradictoryClaims, NotSignedIn

ASSESSORS_CLIENT_ID = "kiosk-beoordelaar"
_AGREED = Agreed(
    ASSESSORS_CLIENT_ID,
    "kiosk-beoordelaar-geheim",
    "openid profile vo rrn kiosk_beoordelaar offline_access",
)
"""As it stands in the integration file at ACM."""


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


class AssessorsDoor(ConfirmedDoor[Assessor]):
    """The door of the assessors during one visit, apart from that of the applicants.

    Its sessions are its own: who is in by one door is not in by the other, in the same browser neither.
    """

    def __init__(self, visit: Visit) -> None:
        """Answer within ``visit``."""
        kept = store.sessions.SESSIONS, ASSESSORS_CLIENT_ID
        super().__init__(visit, _AGREED, visit.url("kiosk", "/beoordelen"), kept, _Reading())

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
