"""Single sign-on: who is signed in at ACM in a browser, with which key, and what was chosen there.

*Bron*: domain facts §1.6.  What is remembered of a choice, and that a session never becomes weaker, is our
reading: ``docs/decisions/0014``.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from mocks.acm import store
from mocks.acm.backend.fas import Proof, sign_out_at_fas
from mocks.acm.domain.choice import Choice
from mocks.acm.domain.means import MEANS
from mocks.core.identifiers import Insz
from mocks.core.oauth import fingerprint, opaque
from mocks.core.store import Connection
from mocks.core.visit import Visit

SESSION_SECONDS = 2 * 3600
"""*Bron*: ACM's session lasts two hours after the first authentication, whatever happens since."""


@dataclass(frozen=True)
class Authenticated:
    """Somebody who proved who he is.

    Attributes:
        insz: who.
        key: by which kind of digital key.
        auth_time: when, in token time.
        family: what stays the same when a session is renewed, or None without one (sign-in without pages).
        until: when the session ends, in token time.
        fas_id_token: what FAS gave last, with which its session is ended together with ours.
        chosen: the identity that the person chose last in this session.
        switching: the e-loket that was left by ``switch``, until the person has chosen again.
    """

    insz: Insz
    key: str
    auth_time: int
    family: str | None = None
    until: float = 0
    fas_id_token: str = ""
    chosen: Choice | None = None
    switching: str | None = None


class Sessions:
    """The sessions of ACM during one visit; a browser holds the name of one in its cookie."""

    def __init__(self, visit: Visit) -> None:
        self._visit = visit

    @property
    def _now(self) -> int:
        return self._visit.clock.token_now

    def find(self, name: str | None) -> Authenticated | None:
        """Return who has this session, or None when it is unknown or two hours have passed."""
        if name is None:
            return None
        kept = store.find_session(self._visit.reading, fingerprint(name))
        if kept is None or kept.expires <= self._now:
            return None
        members: dict[str, Any] = json.loads(kept.document)
        return Authenticated(
            insz=Insz(members["insz"]),
            key=members["key"],
            auth_time=members["auth_time"],
            family=kept.family,
            until=kept.expires,
            fas_id_token=members["fas_id_token"],
            chosen=Choice(**json.loads(kept.chosen)) if kept.chosen is not None else None,
            switching=kept.switching,
        )

    def open(self, proof: Proof, name: str | None) -> str:
        """Open a session for a proof, in place of the one of this name, and return its new name.

        When the same person proves himself again, it is still the session of two hours that began with the
        first proof, with the choice that was made in it: a stronger key takes the place of the weaker one,
        never the other way round.  Of somebody else nothing stays.
        """
        former, renewed = self.find(name), opaque(32)
        known = former if former is not None and former.insz == proof.insz else None
        document = {"insz": proof.insz, "key": proof.key, "auth_time": self._now}
        if known is not None and MEANS[known.key].level > MEANS[proof.key].level:
            document = {"insz": known.insz, "key": known.key, "auth_time": known.auth_time}
        with self._visit.writing() as connection:
            if name is not None:
                store.forget(connection, "session", fingerprint(name))
            store.keep(
                connection,
                "session",
                fingerprint(renewed),
                json.dumps({**document, "fas_id_token": proof.id_token}),
                known.until if known is not None else self._now + SESSION_SECONDS,
                self._now,
                known.family if known is not None else fingerprint(renewed),
            )
            if known is not None:
                _remember(connection, renewed, known.chosen, known.switching)
        # The browser has another session at FAS now, and logging out must leave none of them.
        if former is not None:
            sign_out_at_fas(self._visit, former.fas_id_token)
        return renewed

    def remember(self, name: str, chosen: Choice) -> None:
        """Remember what the person chose, so that an e-loket with equal rules does not ask it again."""
        with self._visit.writing() as connection:
            _remember(connection, name, chosen, None)

    def switch(self, name: str, client_id: str) -> None:
        """Forget the choice, and let this e-loket ask anew even where there is only one; nobody proves anew.

        *Bron*: after ``switch`` no new authentication is needed (domain facts §1.6).
        """
        with self._visit.writing() as connection:
            _remember(connection, name, None, client_id)

    def close(self, name: str) -> None:
        """End single sign-on here and at CSAM, and forget everything; e-lokets that are open stay open.

        *Bron*: domain facts §1.6.
        """
        known = self.find(name)
        with self._visit.writing() as connection:
            store.forget(connection, "session", fingerprint(name))
        if known is not None:
            sign_out_at_fas(self._visit, known.fas_id_token)


def _remember(connection: Connection, name: str, chosen: Choice | None, switching: str | None) -> None:
    document = json.dumps(chosen.dump()) if chosen is not None else None
    store.remember(connection, fingerprint(name), document, switching)
