"""Activating a key with the code of a registration office, without being signed in.

*Bron*: domain facts §2, "way 2", and seed 003: "Hiermee kan je jouw digitale sleutel activeren via CSAM".
"""

from __future__ import annotations

from collections.abc import Sequence
from secrets import choice

from mocks.core.identifiers import Insz
from mocks.core.oauth import opaque
from mocks.core.store import Connection
from mocks.core.visit import Visit
from mocks.csam_btb import store
from mocks.csam_btb.backend.activating import Activating
from mocks.csam_btb.backend.keys import KeyRing
from mocks.csam_btb.domain.activation_codes import (
    BY_CODE,
    CODE_LENGTH,
    MOST_MISTAKES,
    SIGNS,
    ActivationCode,
    check_kind,
)
from mocks.csam_btb.domain.keys import Holder, activatable
from mocks.csam_btb.domain.kinds import KEY_KINDS, KeyKind, Kind
from mocks.csam_btb.errors import (
    CodeContradicts,
    CodeSpent,
    CodeUsed,
    NoActivationCode,
    UnknownLink,
    WrongCode,
)
from mocks.csam_btb.peers import Peers


def new_code() -> str:
    """Return a code that nobody can guess."""
    return "".join(choice(SIGNS) for _ in range(CODE_LENGTH))


class Codes:
    """The activation codes during one visit."""

    def __init__(self, visit: Visit) -> None:
        """Look within ``visit``."""
        self._visit = visit

    def opened(self, link: str) -> ActivationCode:
        """Return the code that belongs to the link of an e-mail, when it can be used today.

        Raises:
            UnknownLink: when no e-mail held it.
            CodeRefused: when it is of no use (any more).
        """
        found = store.codes.find(self._visit.reading, link)
        if found is None:
            raise UnknownLink
        found.check(self._visit.clock.today)
        return found

    def entered(self, link: str, typed: str) -> ActivationCode:
        """Return the code of a link, when the code of its letter was typed.

        Raises:
            UnknownLink: when no e-mail held it.
            WrongCode: with the tries that are left.
            CodeRefused: when it is of no use (any more).
        """
        found = self.opened(link)
        if found.fits(typed):
            return found
        with self._visit.writing() as connection:
            mistakes = store.codes.count_mistake(connection, link)
        if mistakes >= MOST_MISTAKES:
            raise CodeSpent
        raise WrongCode(MOST_MISTAKES - mistakes)

    def of_person(self, insz: Insz) -> Sequence[ActivationCode]:
        """Return what somebody was given, the newest first.

        Raises:
            NoActivationCode: when it is nothing.
        """
        found = store.codes.of_person(self._visit.reading, insz)
        if not found:
            raise NoActivationCode
        return found


class CodeRegister:
    """The codes as facts that the control room puts."""

    def __init__(self, visit: Visit) -> None:
        """Answer within ``visit``."""
        self._visit = visit

    def put(self, code: ActivationCode) -> None:
        """Make this the only code of a person.

        Raises:
            CouldBeReal: when the number could be a citizen's and the house does not allow that.
            CodeContradicts: for a code that was used when it could not be.
        """
        self._visit.require_safe(code.insz)
        if code.used_on is not None and not code.issued_on <= code.used_on <= code.valid_until:
            raise CodeContradicts(
                "used_on ligt in de veertien dagen na issued_on: van "
                f"{code.issued_on.isoformat()} tot en met {code.valid_until.isoformat()}."
            )
        with self._visit.writing() as connection:
            store.codes.remove(connection, code.insz)
            store.codes.put(connection, code)

    def remove(self, insz: Insz) -> bool:
        """Remove the codes of a person without a trace; return whether there were any."""
        with self._visit.writing() as connection:
            return store.codes.remove(connection, insz)


class ByCode:
    """Who typed the code of the letter: a :class:`~mocks.csam_btb.backend.activating.Warrant`."""

    def __init__(self, visit: Visit, peers: Peers, code: ActivationCode) -> None:
        """Serve whoever ``code`` was given to, within ``visit``."""
        self._visit = visit
        self._code = code
        self._ring = KeyRing(visit, peers)
        self.activating = Activating(visit, code.insz, self)

    @property
    def holder(self) -> Holder:
        """Who it is.

        Raises:
            KeyNotActive: when the person has died or is not registered (any more).
        """
        return self._ring.living(self._code.insz, Kind.APP)

    def offered(self) -> list[KeyKind]:
        """Return the keys that can be activated with the code today."""
        today = self._visit.clock.today
        return [
            KEY_KINDS[kind]
            for kind in Kind
            if kind in BY_CODE
            and activatable(kind, today)
            and self._ring.why_not(self._code.insz, kind) is not None
        ]

    def check(self, kind: Kind) -> None:
        """Refuse a key that no code activates, and a code that is of no use.

        Raises:
            NotByCode: for the eID and for itsme.
            CodeRefused: when the code is of no use (any more).
        """
        check_kind(kind)
        self._code.check(self._visit.clock.today)

    def spend(self, connection: Connection) -> None:
        """Use the code up.

        Raises:
            CodeUsed: when somebody else just did.
        """
        if not store.codes.use(connection, self._code.link, self._visit.clock.today):
            raise CodeUsed(self._visit.clock.today)


class Office:
    """What a registration office does in CSAM for somebody who stands at its desk."""

    def __init__(self, visit: Visit, peers: Peers) -> None:
        """Serve within ``visit``, asking ``peers``."""
        self._visit = visit
        self._ring = KeyRing(visit, peers)

    def issue(self, insz: Insz, email: str, lost: Sequence[Kind] = ()) -> ActivationCode:
        """Give somebody a code; the keys that they lost work no longer from today on.

        Args:
            insz: who shows an identity document.
            email: where the link goes.
            lost: keys that are revoked; one that the person does not have is passed over.

        Raises:
            KeyNotActive: when the person has died or is not registered.
        """
        self._ring.living(insz, Kind.APP)
        today = self._visit.clock.today
        code = ActivationCode(opaque(), insz, new_code(), email, today)
        with self._visit.writing() as connection:
            for kind in lost:
                store.keys.revoke(connection, insz, kind, today)
            store.codes.issue(connection, code)
        return code
