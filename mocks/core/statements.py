"""Signed statements: what one authority tells another.

A statement is a JWT (ES256) with dated facts, never a verdict for today; claims iss, aud, sub, iat,
exp, jti, world and ``facts``.  ``facts`` is null when the authority knows nothing under that number.  The
receiver verifies it against the issuer's keys and claims, whether it came by function call or by HTTP.

Each authority keeps a version per subject, raised in the transaction of the change.  A verified
statement is used again only while that version, read in the request's own transaction, is the same, so
that a change bites at the next request in every worker.  A receiver that puts several together may keep the
whole while the world counts no change at all (``WorldState.changes``), until the first of them lapses.
"""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from threading import Lock
from typing import Any, Generic, Protocol, TypeVar, cast

from mocks.core.tokens import Claims, MalformedToken, TokenRefused, sign, verify
from mocks.core.visit import Visit

LIFETIME = 300
"""Seconds that a statement may be used; token time."""

Facts = dict[str, Any] | None
T = TypeVar("T")


class WrongSubject(TokenRefused):
    """A statement about somebody else than was asked."""

    code = "statement-wrong-subject"


class WrongWorld(TokenRefused):
    """A statement from another world."""

    code = "statement-wrong-world"


@dataclass(frozen=True)
class Question:
    """What can be asked of an authority.

    Attributes:
        issuer: the key of the authority that answers.
        topic: what it answers about, such as ``functions``.
    """

    issuer: str
    topic: str

    @property
    def typ(self) -> str:
        """The ``typ`` header of its statements: one topic is never taken for another."""
        return f"{self.issuer}-{self.topic}+jwt"


class Authority(Protocol):
    """The answering end of one question, as the backend of an authority offers it."""

    def version(self, subject: str) -> int:
        """Return a number that rises with every change of what is stated about ``subject``."""

    def statement(self, subject: str, audience: str) -> str:
        """Return a signed statement about ``subject`` for the receiver at the address ``audience``."""


def issue(visit: Visit, question: Question, subject: str, audience: str, facts: Facts) -> str:
    """Sign what ``question.issuer`` knows about ``subject``.

    Args:
        visit: where and when.
        question: issuer and topic.
        subject: the number that was asked about.
        audience: the external address of the receiver.
        facts: dated facts, or None when nothing is known under that number.
    """
    now = visit.clock.token_now
    claims: Claims = {
        "iss": visit.url(question.issuer),
        "aud": audience,
        "sub": subject,
        "iat": now,
        "exp": now + LIFETIME,
        "jti": secrets.token_urlsafe(12),
        "world": visit.world.name,
        "facts": facts,
    }
    return sign(claims, visit.signing_key(question.issuer, "ES256"), question.typ)


def read(visit: Visit, question: Question, subject: str, audience: str, token: str) -> Facts:
    """Return the facts of a statement after verifying everything about it.

    Raises:
        TokenRefused: one subclass per reason, also for another subject or world.
    """
    _, facts = _verified(visit, question, subject, audience, token)
    return facts


def _verified(
    visit: Visit, question: Question, subject: str, audience: str, token: str
) -> tuple[Claims, Facts]:
    claims = verify(
        token,
        visit.key_set(question.issuer, "ES256"),
        issuer=visit.url(question.issuer),
        audience=audience,
        now=visit.clock.token_now,
        typ=question.typ,
    )
    if claims.get("sub") != subject:
        raise WrongSubject("De verklaring gaat over iemand anders dan gevraagd was.")
    if claims.get("world") != visit.world.name:
        raise WrongWorld("De verklaring komt uit een andere wereld.")
    facts = claims.get("facts", 0)
    if not isinstance(facts, dict | None):
        raise MalformedToken("De verklaring bevat geen feiten.")
    return claims, facts


class Statement:
    """A verified statement: its facts, and what somebody read in them."""

    __slots__ = ("_read", "expires", "facts", "version")

    def __init__(self, version: int, expires: int, facts: Facts) -> None:
        """Remember the facts as they stand at a version of their subject, until they lapse."""
        self.version = version
        self.expires = expires
        self.facts = facts
        self._read: tuple[Callable[[Facts], object], object] | None = None

    def read_by(self, reader: Callable[[Facts], T]) -> T:
        """Return what a reader makes of the facts, read once while it is the same reader."""
        if self._read is None or self._read[0] is not reader:
            self._read = (reader, reader(self.facts))
        return cast(T, self._read[1])


@dataclass(frozen=True)
class Gathered(Generic[T]):
    """What was put together of verified statements.

    Attributes:
        version: how many changes the world counted.
        expires: when the first of the statements lapses; token time.
        whole: what it came to.
    """

    version: int
    expires: float
    whole: T


Key = tuple[Hashable, ...]
Remembered = Statement | Gathered[Any]


class StatementCache:
    """Verified statements of one process, and what was put together of them, under keys of different shapes.

    It is bounded; the least recently used goes first.
    """

    def __init__(self, size: int = 20_000) -> None:
        self._size = size
        self._kept: OrderedDict[Key, Remembered] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Key, version: int, now: int) -> Remembered | None:
        """Return what is kept under ``key``, if it is still usable."""
        with self._lock:
            kept = self._kept.get(key)
            if kept is None or kept.version != version or not kept.expires - LIFETIME <= now < kept.expires:
                return None
            self._kept.move_to_end(key)
            return kept

    def put(self, key: Key, kept: Remembered) -> None:
        """Keep a verified statement, or what was put together of some."""
        with self._lock:
            self._kept[key] = kept
            self._kept.move_to_end(key)
            if len(self._kept) > self._size:
                self._kept.popitem(last=False)


class Inquiry:
    """The asking end of one question: asks, verifies, and remembers while nothing changed."""

    def __init__(self, visit: Visit, question: Question, audience: str, authority: Authority) -> None:
        """Ask ``authority`` on behalf of the system ``audience``."""
        self._visit = visit
        self._question = question
        self._audience = audience
        self._authority = authority

    def ask(self, subject: str) -> Facts:
        """Return the facts about ``subject``, or None when the authority knows nothing of it.

        Raises:
            TokenRefused: when the answer must not be trusted.
        """
        return self._statement(subject).facts

    def read(self, subject: str, reader: Callable[[Facts], T]) -> T:
        """Return what ``reader`` makes of the facts about ``subject``, which nobody may change.

        It is read once for as long as the facts are the same, so that ``reader`` is a function of a module.

        Raises:
            TokenRefused: when the answer must not be trusted.
        """
        return self._statement(subject).read_by(reader)

    def _statement(self, subject: str) -> Statement:
        visit, question = self._visit, self._question
        version = self._authority.version(subject)
        key = (visit.state.incarnation, question.typ, self._audience, subject)
        kept = visit.house.statements.get(key, version, visit.clock.token_now)
        if isinstance(kept, Statement):
            visit.heard_until = min(visit.heard_until, kept.expires)
            return kept
        audience = visit.url(self._audience)
        token = self._authority.statement(subject, audience)
        claims, facts = _verified(visit, question, subject, audience, token)
        made = Statement(version, int(claims["exp"]), facts)
        visit.house.statements.put(key, made)
        visit.heard_until = min(visit.heard_until, made.expires)
        return made
