"""The users of the old KIOSK, how they prove who they are, and for whom they may manage dossiers."""

from __future__ import annotations

import hmac
import re
from dataclasses import dataclass
from uuid import UUID

from mocks.core.identifiers import Insz
from mocks.eloketten.kiosk_oud.errors import MalformedLogin, MalformedSecurityCode, NoRightHere, WrongLogin

TEST_PASSWORD = "Oudkiosk-21"  # everybody may know it: the page says it.


@dataclass(frozen=True)
class Right:
    """A right of the old KIOSK: one applicant whose dossiers the user manages.

    Attributes:
        applicant: INSZ, enterprise number or code of the applicant.
        name: what the old KIOSK calls it; it asks no authentic source.
    """

    applicant: str
    name: str


@dataclass(frozen=True)
class User:
    """A user of the old KIOSK.

    Attributes:
        login: what is typed to sign in.
        name: how the user is called.
        security_code: the security code of this user.
        rights: for whom the user manages dossiers.
        person: the INSZ of whose login this is, or None when the old KIOSK does not know.
    """

    login: str
    name: str
    security_code: str
    rights: tuple[Right, ...]
    person: Insz | None = None

    def right_for(self, applicant: str) -> Right:
        """Return the right to manage the dossiers of an applicant.

        Raises:
            NoRightHere: when the user has none.
        """
        for right in self.rights:
            if right.applicant == applicant:
                return right
        raise NoRightHere(self.name)


def admitted(user: User | None, password: str, security_code: str) -> User:
    """Return the user when what was typed is right.

    Args:
        user: who has the login that was typed, or None when nobody has.
        password: what was typed; each user of this test environment has the same.
        security_code: what was typed.

    Raises:
        WrongLogin: when login, password or security code is wrong; it does not tell which.
    """
    if user is None or not (
        _same(password, TEST_PASSWORD) and _same(security_code.strip().lower(), user.security_code)
    ):
        raise WrongLogin
    return user


def is_login(text: str) -> bool:
    """Return whether a text can be a login; the shape is ours."""
    return re.fullmatch(r"[a-z][a-z0-9.-]{0,39}", text) is not None


def login_of(text: str) -> str:
    """Return a login when it is one.

    Raises:
        MalformedLogin: when it is not.
    """
    if not is_login(text):
        raise MalformedLogin(text)
    return text


def security_code_of(text: str) -> str:
    """Return a security code in small letters.

    *Bron*: the webinar shows one, in the shape of a UUID.

    Raises:
        MalformedSecurityCode: when it is none.
    """
    lowered = text.lower()
    try:
        if str(UUID(lowered)) == lowered:
            return lowered
    except ValueError:
        pass
    raise MalformedSecurityCode(text)


def _same(given: str, right: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "replace"), right.encode())
