"""Statements: what one authority tells another, and when a remembered one may still be used."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from mocks.core import tokens
from mocks.core.keys import KeyPool, MemoryVault
from mocks.core.statements import (
    LIFETIME,
    Facts,
    Inquiry,
    Question,
    Statement,
    StatementCache,
    WrongSubject,
    WrongWorld,
    issue,
    read,
)
from mocks.core.store import raise_version, version_of
from mocks.core.store.sqlite import FileStorage
from mocks.core.tests.alone import START, HandWall, build_house, enter, opened, part
from mocks.core.tokens import sign
from mocks.core.visit import House, Visit

FUNCTIONS = Question("kbo", "functions")
SUBJECT = "80010199976"
FACTS: Facts = {"functions": [{"label": "bestuurder"}]}


@dataclass
class Desk:
    """An authority that counts how often it signed."""

    visit: Visit
    facts: Facts = field(default_factory=lambda: FACTS)
    signed: int = 0

    def version(self, subject: str) -> int:
        return version_of(self.visit.reading, "kbo", subject)

    def statement(self, subject: str, audience: str) -> str:
        self.signed += 1
        return issue(self.visit, FUNCTIONS, subject, audience, self.facts)


@pytest.fixture
def wall() -> HandWall:
    return HandWall()


@pytest.fixture
def house(wall: HandWall) -> House:
    return build_house(wall=wall)


@pytest.fixture
def visit(house: House) -> Visit:
    return enter(house)


def forged(visit: Visit, **changes: Any) -> str:  # noqa: ANN401  # a claim is of any type
    _, claims, _ = opened(issue(visit, FUNCTIONS, SUBJECT, visit.url("acm"), FACTS))
    changed = {name: value for name, value in {**claims, **changes}.items() if value is not ...}
    return sign(changed, visit.signing_key("kbo", "ES256"), FUNCTIONS.typ)


def heard(visit: Visit, token: str) -> Facts:
    return read(visit, FUNCTIONS, SUBJECT, visit.url("acm"), token)


def test_a_statement_says_who_tells_whom_about_whom_when_and_where(visit: Visit) -> None:
    header, claims, _ = opened(issue(visit, FUNCTIONS, SUBJECT, visit.url("acm"), FACTS))
    jti = claims.pop("jti")
    assert len(jti) == 16
    assert header["typ"] == "kbo-functions+jwt"
    assert claims == {
        "iss": "http://127.0.0.1:8600/kbo",
        "aud": "http://127.0.0.1:8600/acm",
        "sub": SUBJECT,
        "iat": int(START),
        "exp": int(START) + 300,
        "world": "default",
        "facts": FACTS,
    }


@pytest.mark.parametrize("facts", [FACTS, {}, None])
def test_the_receiver_reads_what_the_authority_signed(visit: Visit, facts: Facts) -> None:
    assert heard(visit, issue(visit, FUNCTIONS, SUBJECT, visit.url("acm"), facts)) == facts


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"iss": "http://127.0.0.1:8600/idm"}, tokens.WrongIssuer),
        ({"aud": "http://127.0.0.1:8600/kiosk"}, tokens.WrongAudience),
        ({"sub": "85050500095"}, WrongSubject),
        ({"sub": ...}, WrongSubject),
        ({"world": "other"}, WrongWorld),
        ({"world": ...}, WrongWorld),
        ({"exp": int(START)}, tokens.TokenExpired),
        ({"iat": int(START) + 60}, tokens.TokenNotYetValid),
        ({"facts": ...}, tokens.MalformedToken),
        ({"facts": [1]}, tokens.MalformedToken),
        ({"facts": "bestuurder"}, tokens.MalformedToken),
    ],
)
def test_a_statement_that_claims_something_else_is_refused(
    visit: Visit, changes: dict[str, Any], reason: type[Exception]
) -> None:
    assert heard(visit, forged(visit)) == FACTS
    with pytest.raises(reason):
        heard(visit, forged(visit, **changes))


def test_a_statement_of_another_signer_is_refused(visit: Visit) -> None:
    _, claims, _ = opened(forged(visit))
    stranger = KeyPool(MemoryVault()).signing_key("kbo", "ES256")
    with pytest.raises(tokens.UnknownSigner):
        heard(visit, sign(claims, stranger, FUNCTIONS.typ))
    with pytest.raises(tokens.UnknownSigner):
        heard(visit, sign(claims, visit.signing_key("idm", "ES256"), FUNCTIONS.typ))


def test_an_unsigned_or_altered_statement_is_refused(visit: Visit) -> None:
    header, claims, signature = opened(forged(visit))
    unsigned = f"{part({**header, 'alg': 'none'})}.{part(claims)}."
    altered = f"{part(header)}.{part({**claims, 'facts': {'functions': []}})}.{signature}"
    for token in (unsigned, altered):
        with pytest.raises(tokens.BadSignature):
            heard(visit, token)


def test_a_statement_on_another_topic_is_refused(visit: Visit) -> None:
    extract = issue(visit, Question("kbo", "extract"), SUBJECT, visit.url("acm"), FACTS)
    with pytest.raises(tokens.MalformedToken, match="soort"):
        heard(visit, extract)


def test_a_statement_from_another_world_is_refused_there(house: House) -> None:
    house.worlds.create("a")
    here, there = enter(house), enter(house, "a")
    token = issue(there, FUNCTIONS, SUBJECT, here.url("acm"), FACTS)
    with pytest.raises(tokens.WrongIssuer):
        heard(here, token)


def test_a_statement_signed_before_the_keys_turned_is_still_read(visit: Visit) -> None:
    token = issue(visit, FUNCTIONS, SUBJECT, visit.url("acm"), FACTS)
    visit.change_setting("kbo.key_generation", 2)
    assert heard(visit, token) == FACTS


def test_a_second_question_is_answered_from_memory(visit: Visit) -> None:
    desk = Desk(visit)
    inquiry = Inquiry(visit, FUNCTIONS, "acm", desk)
    assert (inquiry.ask(SUBJECT), inquiry.ask(SUBJECT), desk.signed) == (FACTS, FACTS, 1)


def test_that_nothing_is_known_is_remembered_too(visit: Visit) -> None:
    desk = Desk(visit, facts=None)
    inquiry = Inquiry(visit, FUNCTIONS, "acm", desk)
    assert (inquiry.ask(SUBJECT), inquiry.ask(SUBJECT), desk.signed) == (None, None, 1)


def test_another_subject_audience_or_topic_is_asked_anew(visit: Visit) -> None:
    desk = Desk(visit)
    Inquiry(visit, FUNCTIONS, "acm", desk).ask(SUBJECT)
    Inquiry(visit, FUNCTIONS, "acm", desk).ask("85050500095")
    Inquiry(visit, FUNCTIONS, "kiosk", desk).ask(SUBJECT)
    assert desk.signed == 3
    with pytest.raises(tokens.MalformedToken):
        Inquiry(visit, Question("kbo", "extract"), "acm", desk).ask(SUBJECT)


def test_a_change_bites_at_the_next_question_of_the_same_visit(visit: Visit) -> None:
    desk = Desk(visit)
    inquiry = Inquiry(visit, FUNCTIONS, "acm", desk)
    inquiry.ask(SUBJECT)
    with visit.writing() as connection:
        raise_version(connection, "kbo", SUBJECT)
    desk.facts = {"functions": []}
    assert inquiry.ask(SUBJECT) == {"functions": []}


def test_a_version_raised_by_another_connection_is_seen_at_the_next_visit(tmp_path: Path) -> None:
    house = build_house(FileStorage(tmp_path))
    first, second = enter(house), enter(house)
    inquiry = Inquiry(first, FUNCTIONS, "acm", Desk(first))
    inquiry.ask(SUBJECT)
    with second.writing() as connection:
        raise_version(connection, "kbo", SUBJECT)
    assert inquiry.ask(SUBJECT) == FACTS, "this visit still sees the state in which it began"
    first.close()
    third = enter(house)
    desk = Desk(third, facts={"functions": []})
    assert Inquiry(third, FUNCTIONS, "acm", desk).ask(SUBJECT) == {"functions": []}
    second.close()
    third.close()


def test_a_remembered_statement_is_asked_anew_once_it_has_expired(house: House, wall: HandWall) -> None:
    asked = []
    for seconds in (0, LIFETIME - 1, LIFETIME):
        wall.epoch = START + seconds
        visit = enter(house)
        desk = Desk(visit)
        Inquiry(visit, FUNCTIONS, "acm", desk).ask(SUBJECT)
        asked.append(desk.signed)
        visit.close()
    assert asked == [1, 0, 1]


def test_a_world_that_was_reset_forgets_what_was_remembered(house: House) -> None:
    first = enter(house)
    Inquiry(first, FUNCTIONS, "acm", Desk(first)).ask(SUBJECT)
    first.close()
    house.worlds.reset(first.world)
    again = enter(house)
    desk = Desk(again, facts=None)
    assert Inquiry(again, FUNCTIONS, "acm", desk).ask(SUBJECT) is None


def test_memory_is_bounded_and_the_least_recently_used_goes_first() -> None:
    cache = StatementCache(size=2)
    for subject in ("a", "b"):
        cache.put((subject,), Statement(1, 300, {}))
    assert cache.get(("a",), 1, 0) is not None
    cache.put(("c",), Statement(1, 300, {}))
    assert [cache.get((subject,), 1, 0) is not None for subject in "abc"] == [True, False, True]


@pytest.mark.parametrize(
    ("version", "now", "hit"),
    [(1, 0, True), (1, 299, True), (1, 300, False), (1, -1, False), (2, 0, False), (0, 0, False)],
)
def test_memory_serves_only_the_same_version_within_its_lifetime(version: int, now: int, hit: bool) -> None:
    cache = StatementCache()
    cache.put(("a",), Statement(1, LIFETIME, {}))
    assert (cache.get(("a",), version, now) is not None) is hit


def test_facts_are_read_once_by_a_reader_and_anew_by_another() -> None:
    read: list[object] = []

    def first(facts: Facts) -> tuple[object, ...]:
        read.append(facts)
        return tuple(facts or ())

    statement = Statement(1, LIFETIME, {"a": 1})
    assert statement.read_by(first) is statement.read_by(first)
    assert read == [{"a": 1}]
    assert statement.read_by(lambda facts: facts) == {"a": 1}
    assert statement.read_by(first) == ("a",)
    assert len(read) == 2


def test_a_change_is_read_anew(house: House) -> None:
    visit = enter(house)
    desk = Desk(visit)
    inquiry = Inquiry(visit, FUNCTIONS, "acm", desk)
    before = inquiry.read(SUBJECT, str)
    assert inquiry.read(SUBJECT, str) is before
    with visit.writing() as connection:
        raise_version(connection, "kbo", SUBJECT)
    assert inquiry.read(SUBJECT, str) is not before
    visit.close()
