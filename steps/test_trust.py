"""Nobody believes a forged statement: every question of every mock, with every forgery.

The questions are found by looking: the classes with a ``question`` and the constants of type ``Question`` in
each ``peers`` module.  So a mock that is added later is tried without anybody thinking of it.
"""

from __future__ import annotations

import importlib
import inspect
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import mocks
from mocks.core import tokens
from mocks.core.addresses import SYSTEMS, AddressBook
from mocks.core.clock import STARTING_MOMENT
from mocks.core.keys import KeyPool, MemoryVault
from mocks.core.statements import (
    Inquiry,
    Question,
    StatementCache,
    WrongSubject,
    WrongWorld,
    issue,
)
from mocks.core.store.sqlite import MemoryStorage
from mocks.core.tests.alone import opened, part
from mocks.core.tokens import sign
from mocks.core.visit import House, Visit
from mocks.core.wire.backchannel import Backchannel
from mocks.core.worlds import Worlds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import ModuleType

SUBJECT, SOMEBODY_ELSE = "80010199976", "85050500095"
NOW = int(STARTING_MOMENT.timestamp())
KEYS, STRANGERS_KEYS = KeyPool(MemoryVault()), KeyPool(MemoryVault())
MOCKS = Path(mocks.__file__).parent
PEERS = sorted(
    ".".join(("mocks", *path.relative_to(MOCKS).with_suffix("").parts))
    for pattern in ("*/peers.py", "eloketten/*/peers.py")
    for path in MOCKS.glob(pattern)
)


@dataclass(frozen=True)
class Asked:
    """A question as one mock asks it."""

    module: str
    name: str
    question: Question
    inquire: Callable[[Visit, Forger], Inquiry]

    def __str__(self) -> str:
        """Name it in the report."""
        return f"{self.module.removeprefix('mocks.').removesuffix('.peers')}.{self.name}"


@dataclass
class Forger:
    """The answering end, in the hands of somebody who tells what he likes."""

    token: str

    def version(self, subject: str) -> int:
        del subject
        return 1

    def statement(self, subject: str, audience: str) -> str:
        del subject, audience
        return self.token


def asked_by(module: ModuleType) -> Iterator[Asked]:
    """Give every question that a ``peers`` module asks."""
    for name, value in inspect.getmembers(module):
        question = getattr(value, "question", None) if inspect.isclass(value) else value
        if not isinstance(question, Question) or value.__class__ is type(module):
            continue
        if inspect.isclass(value) and value.__module__ == module.__name__:
            yield Asked(module.__name__, name, question, _inquiry_of(value))
        elif not inspect.isclass(value):
            yield Asked(module.__name__, name, question, _inquiry(question, _system_of(module)))


def _system_of(module: ModuleType) -> str:
    """Return the system that asks, by the name of its mock."""
    own = module.__name__.split(".")[-2]
    names = (own, own.replace("_", "-"), own.split("_")[0])
    return next(name for name in names if name in SYSTEMS)


def _inquiry_of(asking: type) -> Callable[[Visit, Forger], Inquiry]:
    def inquire(visit: Visit, forger: Forger) -> Inquiry:
        found = [value for value in vars(asking(visit, forger)).values() if isinstance(value, Inquiry)]
        assert len(found) == 1, f"{asking.__name__} asks its question through one Inquiry"
        return found[0]

    return inquire


def _inquiry(question: Question, system: str) -> Callable[[Visit, Forger], Inquiry]:
    return lambda visit, forger: Inquiry(visit, question, system, forger)


QUESTIONS = [asked for name in PEERS for asked in asked_by(importlib.import_module(name))]


@pytest.fixture
def visit() -> Visit:
    """Enter a world in which nobody lives."""
    house = House(
        addresses=AddressBook.on("http://127.0.0.1:8600"),
        keys=KEYS,
        worlds=Worlds(MemoryStorage(), STARTING_MOMENT.timestamp),
        wall=STARTING_MOMENT.timestamp,
        statements=StatementCache(),
        backchannel=Backchannel(),
    )
    house.worlds.ensure_default()
    return Visit(house, house.worlds.open("default"))


@dataclass(frozen=True)
class Truth:
    """A true statement, taken apart so that it can be bent."""

    visit: Visit
    question: Question
    header: dict[str, Any]
    claims: dict[str, Any]
    signature: str

    def signed(self, **changes: object) -> str:
        """Return it signed by its true issuer, with other claims."""
        key = self.visit.signing_key(self.question.issuer, "ES256")
        return sign({**self.claims, **changes}, key, self.question.typ)

    def rewritten(self, **changes: object) -> str:
        """Return it with another content under the true signature."""
        return f"{part(self.header)}.{part({**self.claims, **changes})}.{self.signature}"

    def by(self, keys: KeyPool, issuer: str) -> str:
        """Return it signed by somebody else."""
        return sign(self.claims, keys.signing_key(issuer, "ES256"), self.question.typ)

    def unsigned(self) -> str:
        """Return it with a header that says no signature is needed."""
        return f"{part({**self.header, 'alg': 'none'})}.{part(self.claims)}."

    def on(self, topic: str) -> str:
        """Return what the same issuer states on another topic."""
        other = Question(self.question.issuer, topic)
        return issue(self.visit, other, SUBJECT, self.claims["aud"], self.claims["facts"])


FORGERIES: dict[str, tuple[type[tokens.TokenRefused], Callable[[Truth], str]]] = {
    "another signer": (tokens.UnknownSigner, lambda true: true.by(STRANGERS_KEYS, true.question.issuer)),
    "another authority's key": (tokens.UnknownSigner, lambda true: true.by(KEYS, "stage")),
    "another issuer": (tokens.WrongIssuer, lambda true: true.signed(iss="http://127.0.0.1:8600/evil")),
    "another audience": (tokens.WrongAudience, lambda true: true.signed(aud="http://127.0.0.1:8600/evil")),
    "another subject": (WrongSubject, lambda true: true.signed(sub=SOMEBODY_ELSE)),
    "another world": (WrongWorld, lambda true: true.signed(world="other")),
    "expired": (tokens.TokenExpired, lambda true: true.signed(iat=NOW - 300, exp=NOW)),
    "from the future": (tokens.TokenNotYetValid, lambda true: true.signed(iat=NOW + 60, exp=NOW + 360)),
    "unsigned": (tokens.BadSignature, lambda true: true.unsigned()),
    "altered": (tokens.BadSignature, lambda true: true.rewritten(facts={"forged": True})),
    "another topic": (tokens.MalformedToken, lambda true: true.on("evil")),
    "no statement": (tokens.MalformedToken, lambda true: true.signature),
}


def told(visit: Visit, asked: Asked, facts: dict[str, Any]) -> Truth:
    """Return what the true authority states, to the one who asks."""
    forger = Forger("")
    audience = visit.url(asked.inquire(visit, forger)._audience)
    token = issue(visit, asked.question, SUBJECT, audience, facts)
    return Truth(visit, asked.question, *opened(token))


@pytest.mark.parametrize("forgery", FORGERIES)
@pytest.mark.parametrize("asked", QUESTIONS, ids=str)
def test_a_forged_statement_is_refused_by_whoever_asks(asked: Asked, forgery: str, visit: Visit) -> None:
    facts = {"true": True}
    truth = told(visit, asked, facts)
    reason, forge = FORGERIES[forgery]
    forger = Forger(forge(truth))
    with pytest.raises(tokens.TokenRefused) as refused:
        asked.inquire(visit, forger).ask(SUBJECT)
    assert type(refused.value) is reason
    assert asked.inquire(visit, Forger(truth.signed())).ask(SUBJECT) == facts, "the true one is believed"
    assert asked.inquire(visit, forger).ask(SUBJECT) == facts, "and is what is remembered"


WITHOUT_STATEMENTS = {
    "mocks.eloketten.kiosk_oud.peers",
    "mocks.eloketten.simple.peers",
    "mocks.rijksregister.peers",
}
"""Who asks no authority to state anything: both KIOSKs have one set of dossiers, an e-loket looks up what it
agreed with ACM itself, and the desk of the Rijksregister has CSAM do something."""


@pytest.mark.parametrize("module", sorted(set(PEERS) - WITHOUT_STATEMENTS))
def test_every_mock_that_asks_has_its_questions_tried(module: str) -> None:
    assert [asked for asked in QUESTIONS if asked.module == module] != []


@pytest.mark.parametrize("asked", QUESTIONS, ids=str)
def test_whoever_asks_and_whoever_answers_stand_in_the_address_book(asked: Asked, visit: Visit) -> None:
    audience = asked.inquire(visit, Forger(""))._audience
    assert {audience, asked.question.issuer} <= set(SYSTEMS)
    assert audience != asked.question.issuer


def test_no_two_questions_share_the_kind_of_their_statements() -> None:
    kinds = {asked.question.typ: asked.question for asked in QUESTIONS}
    assert len(kinds) == len({asked.question for asked in QUESTIONS})
