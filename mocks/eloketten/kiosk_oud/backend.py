"""What the old KIOSK does: letting its users in, and showing and making dossiers."""

from __future__ import annotations

from collections.abc import Sequence

from mocks.core.identifiers import Insz
from mocks.core.visit import Visit
from mocks.eloketten.kiosk_oud import store
from mocks.eloketten.kiosk_oud.domain.calendar import is_there
from mocks.eloketten.kiosk_oud.domain.explanation import Explanation, explained
from mocks.eloketten.kiosk_oud.domain.users import User, admitted, is_login
from mocks.eloketten.kiosk_oud.errors import NotSignedIn

MOST_SHOWN = 20
"""How many users the page to sign in shows: the cast has fewer."""


class Users:
    """The users of the old KIOSK during one visit."""

    def __init__(self, visit: Visit) -> None:
        """Keep and find them within ``visit``."""
        self._visit = visit

    def sign_in(self, login: str, password: str, security_code: str) -> User:
        """Return who signs in.

        Raises:
            WrongLogin: when login, password or security code is wrong.
        """
        return admitted(self.find(login.strip().lower()), password, security_code)

    def signed_in(self, login: str | None) -> User:
        """Return whose session it is.

        Raises:
            NotSignedIn: when there is none, or its user is no more.
        """
        user = self.find(login) if login is not None else None
        if user is None:
            raise NotSignedIn
        return user

    def find(self, login: str) -> User | None:
        """Return the user with this login, or None."""
        # What cannot be a login is not looked up: a database does not take every text.
        return store.find(self._visit.reading, login) if is_login(login) else None

    def explain(self, person: Insz, applicant: str) -> Explanation:
        """Say whether a person manages the dossiers of an applicant here, and whether there is a here."""
        users = store.of_person(self._visit.reading, person)
        return explained(users, person.display, applicant, there=is_there(self._visit.clock.today))

    def first(self) -> Sequence[User]:
        """Return the users that the page to sign in shows."""
        return store.first(self._visit.reading, MOST_SHOWN)

    def logins(self) -> Sequence[str]:
        """Return the login of every user."""
        return store.logins(self._visit.reading)

    def put(self, user: User) -> None:
        """Keep a user, or replace what is kept.

        Raises:
            CouldBeReal: when the number of the person could be a citizen's.
        """
        if user.person is not None:
            self._visit.require_safe(user.person)
        with self._visit.writing() as connection:
            store.put(connection, user)

    def remove(self, login: str) -> bool:
        """Remove a user; return whether there was one."""
        with self._visit.writing() as connection:
            return store.remove(connection, login)
