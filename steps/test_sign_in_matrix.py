"""Who signs in where, with which key, on which day: the whole table, compared with the oracle.

The table stands in the report.  *Bron*: the cast and its calendar; what each e-loket asks, in the oracle.
"""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from mocks.acm.domain.means import MEANS
from mocks.settings import Settings
from mocks.tests.asked import DOORS
from mocks.tests.door import knock
from steps.cast_oracle import oracle_of
from steps.days import nine_o_clock
from steps.matrix import DAYS, PROPERTY, Matrix, Way

if TYPE_CHECKING:
    from collections.abc import Callable

    from mocks.acm.domain.eloket import Eloket
    from mocks.federation import Federation

CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
"""The example of RFC 7636, appendix B."""


@pytest.fixture(scope="module")
def federation() -> Federation:
    """Give a federation whose clock stands still."""
    from mocks.federation import Federation  # noqa: PLC0415  # heavy, and only this test wants its own

    return Federation(Settings(url="http://127.0.0.1:8600", clock={"running": False}))


def turn_to(federation: Federation, day: date) -> None:
    """Set the clock of the default world to the morning of a day."""
    put = knock(federation, "/_mock/clock", "PUT", body={"now": nine_o_clock(day).isoformat()})
    assert put.status == 200, put.body


@pytest.fixture(scope="module")
def matrix(federation: Federation) -> Matrix:
    """Let every personage come to every e-loket with every key, on each of the days."""
    found = Matrix()
    for day in DAYS:
        turn_to(federation, day)
        visit = federation.visit()
        for person in federation.cast.people.values():
            for attempt in federation.attempts(visit, person.number):
                found.note(day, person.key, person.name, attempt)
        visit.close()
    return found


def test_whoever_signs_in_is_who_the_oracle_says(
    federation: Federation, matrix: Matrix, record_property: Callable[[str, Any], None]
) -> None:
    record_property(PROPERTY, json.dumps(matrix.to_plain(), ensure_ascii=False))
    assert {eloket for _, eloket, _, _ in matrix.ways} == set(DOORS), "every e-loket stands in the oracle"
    expected = {}
    for day in DAYS:
        oracle = oracle_of(federation.cast, day)
        for person in federation.cast.people.values():
            for eloket in DOORS:
                for key in MEANS:
                    expected[day, eloket, person.key, key] = oracle.ways(person.number, eloket, key)
    differing = {
        place: (matrix.ways.get(place), ways)
        for place, ways in expected.items()
        if matrix.ways.get(place) != ways
    }
    assert differing == {}, "by day, e-loket, personage and key: what was found, and what the oracle says"
    assert matrix.ways.keys() == expected.keys()


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_what_the_table_offers_is_what_a_sign_in_gives(
    day: date, federation: Federation, matrix: Matrix
) -> None:
    """Try each way once, with the strongest key; and whom no key opens anything is refused."""
    turn_to(federation, day)
    for name, door in matrix.doors.items():
        for persona in federation.cast.people:
            tried: set[Way] = set()
            for key in MEANS:
                for way in matrix.ways[day, name, persona, key] - tried:
                    tried.add(way)
                    answer = sign_in(federation, door.eloket, persona, key, way)
                    assert "code" in answer, (name, persona, key, way, answer)
            if not tried:
                answer = sign_in(federation, door.eloket, persona)
                assert answer.get("error") == ["access_denied"], (name, persona, answer)


def sign_in(
    federation: Federation, eloket: Eloket, persona: str, key: str | None = None, way: Way | None = None
) -> dict[str, list[str]]:
    """Sign in without pages, and return what ACM gave the e-loket."""
    asked = {
        "client_id": eloket.client_id,
        "redirect_uri": eloket.redirect_uris[0],
        "response_type": "code",
        "scope": "openid",
        "code_challenge": CHALLENGE,
        "code_challenge_method": "S256",
        "mock_persona": persona,
        "mock_key": key,
    }
    if way is not None:
        route, group, code, holder = way
        identity = group if code is None else f"{group}:{code}"
        asked |= {"mock_route": route, "mock_identity": identity, "mock_holder": holder}
    given = {name: value for name, value in asked.items() if value is not None}
    answer = knock(federation, f"/acm/op/v1/auth?{urlencode(given)}")
    assert answer.status in {302, 303}, answer.body
    return parse_qs(urlsplit(dict(answer.headers)["Location"]).query)
