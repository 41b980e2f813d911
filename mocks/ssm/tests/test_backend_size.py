"""Ten thousand mandates at one holder: no list reads, sorts or counts them all."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

import pytest

from mocks.core.identifiers import make_enterprise_number
from mocks.core.tests.plans import plans_of, statements_of
from mocks.ssm import store
from mocks.ssm.backend import MandatesDesk
from mocks.ssm.domain.granting import MOST_HELD
from mocks.ssm.domain.mandates import Frame, MandateNumber, Side
from mocks.ssm.domain.parties import Party
from mocks.ssm.domain.views import Search
from mocks.ssm.store.history import history_table
from mocks.ssm.store.mandates import mandate_table
from mocks.ssm.store.sequences import sequence_table
from mocks.ssm.tests.alone import CIJFERWIJS, DE_LINDE, KAREL, TODAY, Acting, SsmAlone

MANY = 10_000
LIVING = 1_900
FRAMES = (Frame.ACTIVE, Frame.TO_SIGN, Frame.WAITING, Frame.TRANSFER)


def giver(place: int) -> str:
    """Return one of the mandators of the crowd."""
    return str(make_enterprise_number(1_000 + place))


def fill(ssm: SsmAlone, many: int) -> None:
    """Let Cijferwijs hold so many mandates, most of them over, each with a line of history."""
    rows, lines = [], []
    for place in range(many):
        number = str(MandateNumber(2020, place + 1))
        living = place < LIVING
        end = TODAY + timedelta(days=place % 500) if living else TODAY - timedelta(days=1 + place % 500)
        frame = FRAMES[place % len(FRAMES)]
        given = {Frame.TO_SIGN: date(2020, 1, 1), Frame.WAITING: None}.get(frame, date(2020, 1, 1))
        taken = None if frame is Frame.TO_SIGN else date(2020, 1, 1)
        rows.append(
            {
                "number": number,
                "type": "kiosk",
                "mandator": giver(place),
                "holder": str(CIJFERWIJS),
                "begin_on": date(2020, 1, 1),
                "end_on": end,
                "created_epoch": 0.0,
                "created_for": giver(place),
                "mandator_signed_on": given,
                "holder_signed_on": taken,
                "revision": 1,
                "created_on": date(2020, 1, 1) + timedelta(days=place % 300),
                "changed_on": date(2020, 1, 1) + timedelta(days=place % 400),
                "until_on": end,
                "mandator_frame": frame.value,
                "holder_frame": frame.value,
            }
        )
        lines.append(
            {
                "number": place + 1,
                "at_epoch": 0.0,
                "action": "aanmaak",
                "mandate": number,
                "mandator": giver(place),
                "holder": str(CIJFERWIJS),
                "actor": "",
                "actor_name": "",
                "party": "",
                "detail": "",
            }
        )
    with ssm.visit() as visit, visit.writing() as connection:
        connection.execute(mandate_table.insert(), rows)
        connection.execute(history_table.insert(), lines)
        connection.execute(sequence_table.insert(), {"name": "history", "last": many})


@pytest.fixture(scope="module")
def crowded() -> SsmAlone:
    """Return an SSM in which one holder has ten thousand mandates."""
    ssm = SsmAlone()
    fill(ssm, MANY)
    return ssm


def page(search: Search, after: str | None = None) -> Callable[[Acting], object]:
    """Return the use of a list."""
    return lambda acting: acting.lists.page(acting.agent, search, after)


DEEP = f"{date(2020, 6, 1)}~{MandateNumber(2020, 5000)}"

USES: dict[str, Callable[[Acting], object]] = {
    "all": page(Search()),
    "all, further on": page(Search(), DEEP),
    "as holder": page(Search(side=Side.HOLDER)),
    **{f"frame {frame}": page(Search(frame=frame)) for frame in Frame},
    "frame active, further on": page(Search(frame=Frame.ACTIVE), f"{TODAY}~{MandateNumber(2020, 50)}"),
    "frame passed, further on": page(Search(frame=Frame.PASSED), DEEP),
    "one mandator": page(Search(other=Party.read(giver(77)))),
    "changed since": page(Search(changed_since=date(2020, 12, 1))),
    "changed since, further on": page(Search(changed_since=date(2020, 1, 1)), DEEP),
    "by number": lambda acting: acting.lists.by_text(acting.agent, str(MandateNumber(2020, 4_000))),
    "history": lambda acting: acting.history.of_party(acting.agent, after="5000"),
    "history of a mandate": lambda acting: acting.history.of_mandate(acting.agent, MandateNumber(2020, 20)),
    "statement": lambda acting: MandatesDesk(acting.visit).statement(str(CIJFERWIJS), "x"),
    "version": lambda acting: MandatesDesk(acting.visit).version(str(CIJFERWIJS)),
    "concluding": lambda acting: acting.conclude(mandator=DE_LINDE),
}

CHANGES = {"concluding"}
SLOW = re.compile(r"SCAN (?!CONSTANT)|USE TEMP B-TREE")
"""A step of a plan that grows with a table."""


@pytest.mark.parametrize("name", USES)
def test_every_query_runs_along_an_index(crowded: SsmAlone, name: str) -> None:
    with crowded.acting(KAREL, CIJFERWIJS) as acting:
        statements = statements_of(acting.visit, partial(USES[name], acting))
        plans = list(plans_of(acting.visit, statements, "ssm_"))
    assert statements
    assert plans or name == "version"
    assert [(text, step) for text, step in plans if SLOW.search(step)] == []


@pytest.mark.parametrize(
    ("name", "index"),
    [
        ("one mandator", "ssm_mandate_pair"),
        ("all", "ssm_mandate_holder_created_on"),
        ("changed since", "ssm_mandate_holder_changed_on"),
        ("frame passed", "ssm_mandate_holder_until_on"),
        ("frame active", "ssm_mandate_holder_frame"),
        ("statement", "ssm_mandate_holder_until_on"),
    ],
)
def test_a_list_is_read_along_the_index_that_was_made_for_it(
    crowded: SsmAlone, name: str, index: str
) -> None:
    with crowded.acting(KAREL, CIJFERWIJS) as acting:
        steps = [
            step
            for _, step in plans_of(
                acting.visit, statements_of(acting.visit, partial(USES[name], acting)), "ssm_"
            )
        ]
    assert [step for step in steps if f"INDEX {index} (" in step] != [], steps


@pytest.mark.parametrize("name", sorted(set(USES) - CHANGES))
def test_a_use_case_runs_as_many_statements_in_a_crowd_as_among_few(crowded: SsmAlone, name: str) -> None:
    few = SsmAlone()
    fill(few, 30)
    with crowded.acting(KAREL, CIJFERWIJS) as there, few.acting(KAREL, CIJFERWIJS) as here:
        use = USES[name] if name not in {"by number", "history of a mandate"} else USES["all"]
        assert (
            abs(
                len(statements_of(there.visit, partial(use, there)))
                - len(statements_of(here.visit, partial(use, here)))
            )
            <= 3
        )


def test_the_search_for_a_query_plan_notices_a_scan_and_a_sort(crowded: SsmAlone) -> None:
    with crowded.acting(KAREL, CIJFERWIJS) as acting:
        text = "SELECT * FROM ssm_mandate WHERE stop_reason = 'x' ORDER BY begin_on"
        steps = [step for _, step in plans_of(acting.visit, [text], "ssm_")]
    assert [bool(SLOW.search(step)) for step in steps] == [True, True]


@pytest.mark.parametrize("frame", FRAMES)
def test_the_pieces_hold_every_living_mandate_once_in_order(crowded: SsmAlone, frame: Frame) -> None:
    found, after = [], None
    with crowded.acting(KAREL, CIJFERWIJS) as acting:
        while True:
            piece = acting.lists.page(acting.agent, Search(side=Side.HOLDER, frame=frame), after, limit=100)
            found += [(one.end, str(one.number)) for one in piece.items if one.number.year == 2020]
            after = piece.next
            if after is None:
                break
    expected = sorted(
        (TODAY + timedelta(days=place % 500), str(MandateNumber(2020, place + 1)))
        for place in range(LIVING)
        if FRAMES[place % len(FRAMES)] is frame
    )
    assert found == expected


def test_a_statement_is_bounded_and_leaves_out_what_ended_longest_ago(crowded: SsmAlone) -> None:
    with crowded.visit() as visit:
        desk = MandatesDesk(visit)
        held = desk.held_by(Party(CIJFERWIJS))
        token = desk.statement(str(CIJFERWIJS), "https://acm.test")
    assert len(held) == MOST_HELD
    assert len([one for one in held if one.until >= TODAY]) >= LIVING, "whatever counts is stated"
    assert len(token) < 1_300_000


def test_the_holder_takes_no_more_than_the_statement_carries(crowded: SsmAlone) -> None:
    with crowded.visit() as visit:
        room = store.mandates.has_room(visit.reading, Party(CIJFERWIJS), TODAY, LIVING)
        assert (room, store.mandates.has_room(visit.reading, Party(CIJFERWIJS), TODAY, MOST_HELD)) == (
            False,
            True,
        )
