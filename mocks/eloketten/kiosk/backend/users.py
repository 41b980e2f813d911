"""The users of whom IDM tells KIOSK by SCIM.

They grant nothing: who signs in, and for whom, is known from ACM's token only, and
:class:`~mocks.eloketten.kiosk.backend.Kiosk` never asks them.  They are the representatives per applicant of
whom KIOSK has heard.
"""

from __future__ import annotations

import hmac
from collections.abc import Sequence

from mocks.core.identifiers import EnterpriseNumber
from mocks.core.visit import Visit
from mocks.eloketten.kiosk import store
from mocks.eloketten.kiosk.domain.scim import is_vo_id
from mocks.eloketten.kiosk.domain.scim_query import Wanted
from mocks.eloketten.kiosk.domain.users import KeptUser, User
from mocks.eloketten.kiosk.errors import (
    OtherScimVersion,
    ScimTokenMissing,
    ScimTokenWrong,
    UnknownScimUser,
)

SCIM_SECRET = "kiosk-scim-geheim"
"""The token that KIOSK and IDM agreed: a secret of the test environment, as it stands at IDM."""

MOST_REPRESENTATIVES = 200


class Users:
    """The users of KIOSK during one visit."""

    def __init__(self, visit: Visit) -> None:
        """Keep and find users within ``visit``."""
        self._visit = visit

    @staticmethod
    def require_token(token: str | None) -> None:
        """Let only IDM in, by the token that was agreed.

        Raises:
            ScimTokenMissing, ScimTokenWrong: when it is not that one.
        """
        if not token:
            raise ScimTokenMissing
        # As long for a token that is nearly right as for one that is not at all.
        if not hmac.compare_digest(token.encode("utf-8", "replace"), SCIM_SECRET.encode()):
            raise ScimTokenWrong

    def find(self, vo_id: str) -> KeptUser | None:
        """Return a user, or None; what cannot be a VO-id is not looked up."""
        return store.users.find(self._visit.reading, vo_id) if is_vo_id(vo_id) else None

    def user(self, vo_id: str) -> KeptUser:
        """Return a user.

        Raises:
            UnknownScimUser: when KIOSK heard of none.
        """
        found = self.find(vo_id)
        if found is None:
            raise UnknownScimUser(vo_id)
        return found

    def page(self, wanted: Wanted) -> tuple[Sequence[KeptUser], int]:
        """Return the users that a list is to hold, by VO-id, and how many fit in all."""
        if wanted.only is not None:
            found = self.find(wanted.only)
            fitting = [found] if found is not None else []
            first = wanted.start - 1
            return fitting[first : first + wanted.count], len(fitting)
        reading = self._visit.reading
        shown = store.users.page(reading, wanted.start - 1, wanted.count)
        return shown, store.users.count(reading)

    def put(self, user: User, expected: frozenset[str] | None = None) -> tuple[KeptUser, bool]:
        """Make a user, or replace the whole of him; return him as kept, and whether he is new.

        Args:
            user: what is to be kept.
            expected: the versions of which one must stand there; ``*`` is any; None asks nothing.

        Raises:
            CouldBeReal: when the number of an organisation could be a company's.
            OtherScimVersion: when another version stands there, or none.
        """
        for number in user.numbers:
            self._visit.require_safe(number)
        now = self._visit.clock.now.timestamp()
        with self._visit.writing() as connection:
            if expected is not None:
                there = store.users.held(connection, user.vo_id)
                if there is None or not {"*", there.version} & expected:
                    raise OtherScimVersion
            return store.users.put(connection, user, now)

    def remove(self, vo_id: str) -> bool:
        """Forget a user; return whether there was one."""
        if not is_vo_id(vo_id):
            return False
        with self._visit.writing() as connection:
            return store.users.remove(connection, vo_id)

    def ids(self) -> Sequence[str]:
        """Return the VO-id of every user."""
        return store.users.ids(self._visit.reading)

    def representatives(self, applicant: EnterpriseNumber) -> Sequence[User]:
        """Return the active users with a right at an applicant, by name, at most two hundred of them."""
        return store.users.at(self._visit.reading, applicant, MOST_REPRESENTATIVES)
