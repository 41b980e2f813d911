"""Signing in at ACM and out, at any e-loket by its integration file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mocks.core.oauth import fingerprint, opaque
from mocks.core.relying_party import ACM, RelyingParty, Session
from mocks.core.visit import Visit
from mocks.eloketten.simple import store
from mocks.eloketten.simple.domain import Agreement, Claims, standing_of
from mocks.eloketten.simple.errors import NotSignedIn, UnknownEloket
from mocks.eloketten.simple.peers import Peers


class Elokets:
    """The e-lokets that stand here."""

    def __init__(self, visit: Visit, peers: Peers) -> None:
        """Answer within ``visit``; ``peers`` tell what was agreed with ACM."""
        self._visit = visit
        self._peers = peers

    def every(self) -> Sequence[Agreement]:
        """Return all of them."""
        return self._peers.agreements()

    def at(self, name: str) -> Eloket:
        """Return one of them.

        Raises:
            UnknownEloket: when it does not stand here.
        """
        agreement = self._peers.agreement(name)
        if agreement is None:
            raise UnknownEloket(name)
        return Eloket(self._visit, agreement)


class Eloket:
    """One e-loket during one visit."""

    def __init__(self, visit: Visit, agreement: Agreement) -> None:
        """Answer within ``visit`` as was agreed with ACM."""
        self._visit = visit
        self.agreement = agreement

    def sign_in(self, cookie: Session, parameters: Mapping[str, str]) -> str:
        """Return the address at ACM to send the browser to; ``parameters`` go along."""
        return self._acm.begin(cookie, parameters, {})

    def finish(self, cookie: Session, answer: Mapping[str, str], previous: str | None) -> str:
        """Open a session for whom ACM signed in, in place of the previous one; return its identifier.

        Raises:
            UnknownSignIn, SignInRefused, TokenRefused: as :meth:`RelyingParty.finish` has it.
            UnreadableToken: when the token does not say for whom.
        """
        claims = self._acm.finish(cookie, answer).claims
        standing_of(claims, self.agreement)
        identifier = opaque(32)
        with self._visit.writing() as connection:
            if previous is not None:
                store.forget(connection, fingerprint(previous))
            store.begin(
                connection,
                fingerprint(identifier),
                self.agreement.client_id,
                claims,
                # Ours: the session here lasts as long as the token (*Bron*: domain facts §1.6, it is the
                # application's own affair), so that it survives a sign-out elsewhere.
                int(claims["exp"]),
                self._now,
            )
        return identifier

    def claims(self, identifier: str | None) -> Claims:
        """Return the claims of a session.

        Raises:
            NotSignedIn: when there is none, or it lapsed.
        """
        found = self.glance(identifier)
        if found is None:
            raise NotSignedIn
        return found

    def glance(self, identifier: str | None) -> Claims | None:
        """Return the claims of a session, or None."""
        if identifier is None:
            return None
        return store.find(self._visit.reading, fingerprint(identifier), self.agreement.client_id, self._now)

    def leave(self, identifier: str | None) -> None:
        """End the session here; that of ACM lasts."""
        if identifier is not None:
            with self._visit.writing() as connection:
                store.forget(connection, fingerprint(identifier))

    @property
    def way_to_switch(self) -> str:
        """Where ACM lets go of this identity and keeps the authentication."""
        return self._acm.way_out(self._url("/aanmelden"), switch=True)

    @property
    def way_out(self) -> str:
        """Where ACM ends single sign-on."""
        return self._acm.way_out(self._url("/afgemeld"))

    def _url(self, path: str) -> str:
        return self._visit.url("eloket", f"/{self.agreement.client_id}{path}")

    @property
    def _acm(self) -> RelyingParty:
        agreed = self.agreement
        return RelyingParty(
            self._visit, ACM, agreed.client_id, agreed.secret, self._url("/aanmelden/callback"), agreed.scope
        )

    @property
    def _now(self) -> int:
        return self._visit.clock.token_now
