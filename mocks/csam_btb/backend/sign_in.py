"""Signing in at FAS: from the client's question to the code, step by step.

Every sign-in, also one from a session that lives, lets the appointments of BTB that wait for it begin: by
signing in the appointee accepts (*Bron*: domain facts §3, likely).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import NoReturn

from mocks.core.identifiers import IdentifierRefusal, Insz
from mocks.core.oauth import AccessDenied, fingerprint, opaque
from mocks.core.visit import Visit
from mocks.csam_btb import store
from mocks.csam_btb.backend.keys import KeyRing
from mocks.csam_btb.domain.fas import Attempt, AuthorizationRequest, FasSession, Grant
from mocks.csam_btb.domain.keys import DigitalKey, Holder
from mocks.csam_btb.domain.kinds import Kind
from mocks.csam_btb.domain.proofs import MOST_TRIES, Challenge, username_of
from mocks.csam_btb.errors import (
    KeyNotOffered,
    LoginRequired,
    ToClient,
    UnknownAttempt,
    UnknownHolder,
    WrongProof,
)
from mocks.csam_btb.peers import Peers


@dataclass(frozen=True)
class Answer:
    """A sign-in that succeeded: what goes back to the client, and the session that lasts."""

    redirect_uri: str
    parameters: Mapping[str, str]
    sid: str


@dataclass(frozen=True)
class Step:
    """A sign-in in which somebody was named and must now prove it.

    Attributes:
        attempt: the sign-in.
        holder: who it says it is.
        key: its key; None for an eID.
        challenge: what is to be proven.
    """

    attempt: Attempt
    holder: Holder
    key: DigitalKey | None
    challenge: Challenge


class SignIn:
    """The counter at which people sign in, during one visit."""

    def __init__(self, visit: Visit, peers: Peers) -> None:
        """Sign people in within ``visit``, asking ``peers``."""
        self._visit = visit
        self._ring = KeyRing(visit, peers)

    def at_once(self, request: AuthorizationRequest, sid: str | None) -> Answer | None:
        """Answer from the session of this browser, or return None when a page is needed.

        A session is worth as much as its key: a key that stopped working ends it.

        Raises:
            ToClient: when a page is needed and none may be shown.
        """
        session = store.grants.find_session(self._visit.reading, sid) if sid else None
        will_do = (
            session is not None
            and request.content_with(session, self._visit.clock.token_now)
            and self._ring.why_not(session.insz, session.kind) is None
        )
        if session is None or not will_do:
            if request.silent:
                raise ToClient(
                    request.redirect_uri, request.state, LoginRequired("Er is niemand aangemeld bij FAS.")
                )
            return None
        code, now, today = opaque(), self._visit.clock.token_now, self._visit.clock.today
        with self._visit.writing() as connection:
            store.grants.keep_code(connection, fingerprint(code), _grant(request, session), now)
            store.appointments.activate(connection, session.insz, today)
        return _answer(request, session, code)

    def begin(self, request: AuthorizationRequest) -> Attempt:
        """Begin a sign-in to answer a client's question."""
        attempt = Attempt(attempt_id=opaque(), request=request)
        with self._visit.writing() as connection:
            store.attempts.begin(connection, attempt, self._visit.clock.token_now)
        return attempt

    def attempt(self, attempt_id: str, own: Collection[str]) -> Attempt:
        """Return a sign-in that this browser began.

        Args:
            attempt_id: as in the address.
            own: the sign-ins that this browser began.

        Raises:
            UnknownAttempt: when it began no such, or it is over.
        """
        found = None
        if attempt_id in own:
            found = store.attempts.find(self._visit.reading, attempt_id, self._visit.clock.token_now)
        if found is None:
            raise UnknownAttempt
        return found

    def name_holder(self, attempt: Attempt, kind: Kind, text: str) -> None:
        """Note who it says it is, when that person's key works today; a code goes out anew.

        Raises:
            KeyNotOffered: when the client asked another key or a stronger one.
            UnknownHolder: when ``text`` is no number of a person.
            KeyNotActive: with the reason.
        """
        if not attempt.request.offers(kind):
            raise KeyNotOffered(kind)
        insz = _insz(text)
        self._ring.working(insz, kind)
        self._name(attempt, kind, insz)

    def forget_holder(self, attempt: Attempt) -> None:
        """Let somebody else be named; the tries that were used stay used."""
        self._name(attempt, None, None)

    def step(self, attempt: Attempt, kind: Kind) -> Step | None:
        """Return what must be proven with this key, or None when nobody was named for it yet.

        Raises:
            KeyNotOffered: when the client asked another key or a stronger one.
            KeyNotActive: when the key stopped working meanwhile.
        """
        if not attempt.request.offers(kind):
            raise KeyNotOffered(kind)
        if attempt.kind is not kind or attempt.insz is None:
            return None
        holder, key = self._ring.working(attempt.insz, kind)
        challenge = Challenge(
            kind=kind,
            secret=key.secret if key is not None else "",
            occasion=attempt.attempt_id,
            sent_at=attempt.sent_at,
            now=self._visit.clock.token_now,
            username=username_of(holder),
        )
        return Step(attempt, holder, key, challenge)

    def prove(self, step: Step, given: Mapping[str, str]) -> Answer:
        """Finish a sign-in with its proof.

        Raises:
            WrongProof: when it is wrong and may be tried again.
            ToClient: after the last try, or when it was refused on the phone.
            UnknownAttempt: when another request finished it first.
        """
        attempt, challenge = step.attempt, step.challenge
        if challenge.kind is Kind.ITSME and given.get("decision") == "refuse":
            self.cancel(attempt, "De aanmelding is op de telefoon geweigerd.")
        if not challenge.accepts(given):
            self._count(attempt, challenge)
        now, today = self._visit.clock.token_now, self._visit.clock.today
        session = FasSession(sid=opaque(), insz=step.holder.insz, kind=challenge.kind, auth_time=now)
        code = opaque()
        with self._visit.writing() as connection:
            if not store.attempts.end(connection, attempt.attempt_id):
                raise UnknownAttempt
            store.keys.use(connection, session.insz, session.kind, today)
            store.grants.open_session(connection, session, now)
            store.grants.keep_code(connection, fingerprint(code), _grant(attempt.request, session), now)
            store.appointments.activate(connection, session.insz, today)
        return _answer(attempt.request, session, code)

    def cancel(self, attempt: Attempt, sentence: str = "De aanmelding is geannuleerd.") -> NoReturn:
        """End a sign-in and tell the client.

        Raises:
            ToClient: always.
        """
        with self._visit.writing() as connection:
            store.attempts.end(connection, attempt.attempt_id)
        raise _denied(attempt, sentence)

    def _name(self, attempt: Attempt, kind: Kind | None, insz: Insz | None) -> None:
        with self._visit.writing() as connection:
            store.attempts.name_holder(
                connection, attempt.attempt_id, kind, insz, self._visit.clock.token_now
            )

    def _count(self, attempt: Attempt, challenge: Challenge) -> None:
        with self._visit.writing() as connection:
            tries = store.attempts.count_try(connection, attempt.attempt_id)
            if tries >= MOST_TRIES:
                store.attempts.end(connection, attempt.attempt_id)
        if tries == 0:
            raise UnknownAttempt
        if tries >= MOST_TRIES:
            raise _denied(attempt, f"{challenge.refuses} Dat was de derde keer: de aanmelding is gestopt.")
        raise WrongProof(challenge.refuses, MOST_TRIES - tries)


def _denied(attempt: Attempt, sentence: str) -> ToClient:
    return ToClient(attempt.request.redirect_uri, attempt.request.state, AccessDenied(sentence))


def _insz(text: str) -> Insz:
    if not text.strip():
        raise UnknownHolder("Kies een persoon uit de lijst, of typ een rijksregister- of BIS-nummer.")
    try:
        return Insz(text)
    except IdentifierRefusal as refusal:
        raise UnknownHolder(refusal.sentence) from None


def _grant(request: AuthorizationRequest, session: FasSession) -> Grant:
    return Grant(
        session=session,
        client_id=request.client_id,
        scope=request.scope,
        redirect_uri=request.redirect_uri,
        nonce=request.nonce,
        challenge=request.challenge,
    )


def _answer(request: AuthorizationRequest, session: FasSession, code: str) -> Answer:
    state = {"state": request.state} if request.state is not None else {}
    return Answer(request.redirect_uri, {"code": code, **state}, session.sid)
