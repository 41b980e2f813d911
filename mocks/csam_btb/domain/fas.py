"""FAS: its clients, what they ask, and what a sign-in leaves behind.

No lifetime of FAS has a public source: all of them are guesses.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b

from mocks.core.identifiers import Insz
from mocks.csam_btb.domain.kinds import KEY_KINDS, Kind

ATTEMPT_LIFETIME = 900
"""Seconds from the client's question to the end of the sign-in."""

CODE_LIFETIME = 60
"""Seconds to exchange a code."""

TOKEN_LIFETIME = 3600
"""Seconds that an access token and an ID token are good for."""

SESSION_LIFETIME = 7200
"""Seconds that signing in once is enough; ACM's is two hours, FAS's is not known."""

SCOPES = ("openid", "profile", "egovnrn", "certificateInfo", "citizen", "enterprise", "roles")
"""*Bron*: domain facts §2."""

Address = tuple[str, str]
"""A system of the address book and a path below it."""


@dataclass(frozen=True)
class Client:
    """Who may send people to FAS.

    Attributes:
        client_id: its name.
        title: its name on pages.
        redirects: where answers may go.
        after_sign_out: where a browser may go after signing out.
    """

    client_id: str
    title: str
    redirects: tuple[Address, ...]
    after_sign_out: tuple[Address, ...]


CLIENTS: Mapping[str, Client] = {
    client.client_id: client
    for client in (
        Client(
            "acm",
            "Toegangsbeheer van de Vlaamse overheid",
            (("acm", "/op/v1/fas/callback"),),
            (("acm", "/op/v1/fas/logout"),),
        ),
        Client(
            "csam-sleutels",
            "Mijn digitale sleutels",
            (("csam", "/sleutels/callback"),),
            (("csam", "/sleutels"),),
        ),
        Client(
            "csam-btb",
            "Beheer der Toegangsbeheerders",
            (("csam", "/btb/callback"),),
            (("csam", "/btb"),),
        ),
        Client(
            "csam-rollen",
            "Federaal rollenbeheer",
            (("csam", "/rollen/callback"),),
            (("csam", "/rollen"),),
        ),
    )
}
"""Every client; a secret is drawn from the installation's vault and never stands here."""


@dataclass(frozen=True)
class AuthorizationRequest:
    """A question of a client, after every check.

    Attributes:
        client_id: whose question it is.
        redirect_uri: where the answer goes.
        scope: the scopes asked, separated by spaces.
        state: comes back with the answer.
        nonce: comes back in the ID token.
        challenge: the S256 code challenge.
        minimum: the lowest level that will do; 0 when none was asked.
        key: the key that the person has chosen already at the client.
        fresh: whether a living session will not do.
        silent: whether no page may be shown (``prompt=none``).
        max_age: seconds since the sign-in that are too long.
    """

    client_id: str
    redirect_uri: str
    scope: str
    state: str | None = None
    nonce: str | None = None
    challenge: str | None = None
    minimum: int = 0
    key: Kind | None = None
    fresh: bool = False
    silent: bool = False
    max_age: int | None = None

    def offers(self, kind: Kind) -> bool:
        """Return whether somebody may sign in with this key to answer this question."""
        return self.key in {None, kind} and KEY_KINDS[kind].fas_level >= self.minimum

    def content_with(self, session: FasSession, now: int) -> bool:
        """Return whether a session answers this question without signing in again.

        It must reach the level asked and be no weaker than the key chosen at the client; a stronger one
        will do, and the ID token says which it was.
        """
        used = KEY_KINDS[session.kind]
        wanted = KEY_KINDS[self.key].acm_level if self.key is not None else 0
        return (
            not self.fresh
            and session.lives(now)
            and used.fas_level >= self.minimum
            and used.acm_level >= wanted
            and (self.max_age is None or now - session.auth_time <= self.max_age)
        )


@dataclass(frozen=True)
class Attempt:
    """Somebody who is signing in.

    Attributes:
        attempt_id: in the address of the pages; the browser must have been given it.
        request: the question that it answers.
        kind: the key in use, once somebody was named.
        insz: who it says it is.
        sent_at: token time at which that was, in seconds.
        tries: wrong proofs so far.
    """

    attempt_id: str
    request: AuthorizationRequest
    kind: Kind | None = None
    insz: Insz | None = None
    sent_at: int = 0
    tries: int = 0


@dataclass(frozen=True)
class FasSession:
    """A sign-in at FAS that lasts.

    Attributes:
        sid: its name, also in the ID token.
        insz: who.
        kind: with which key.
        auth_time: when, token time in seconds.
    """

    sid: str
    insz: Insz
    kind: Kind
    auth_time: int

    def lives(self, now: int) -> bool:
        """Return whether it still spares a sign-in."""
        return self.auth_time <= now < self.auth_time + SESSION_LIFETIME


@dataclass(frozen=True)
class Grant:
    """What a code stands for, and then an access token."""

    session: FasSession
    client_id: str
    scope: str
    redirect_uri: str = ""
    nonce: str | None = None
    challenge: str | None = None


def fedid(insz: Insz) -> str:
    """Return the id of a person at FAS: 40 hexadecimal signs (likely), also our ``sub`` (a guess).

    It differs from ACM's ``sub`` of the same person.
    """
    return blake2b(insz.encode(), digest_size=20, person=b"proefloket fas").hexdigest()
