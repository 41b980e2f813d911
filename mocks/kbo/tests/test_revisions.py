"""Whatever is changed, and on whichever day, others see the latest revision that is visible by then.

The KBO keeps only revisions that can still be seen; here it is compared with one that keeps all.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from mocks.core.identifiers import EnterpriseNumber
from mocks.kbo.backend import ExtractDesk, FunctionsDesk, Kbo
from mocks.kbo.domain import extract_facts, function_facts
from mocks.kbo.tests.alone import CIJFERWIJS, DE_KADE, ELS, JAN, KAPELDORP, KboAlone

FIRST = date(2021, 4, 20)
DAYS = [FIRST + timedelta(days=count) for count in range(8)]
ENTERPRISES = (DE_KADE, KAPELDORP)
PERSONS = (JAN, ELS)

visible_from = st.sampled_from([date.min, *DAYS])
enterprise_change = st.tuples(
    st.just("enterprise"), st.sampled_from(ENTERPRISES), st.sampled_from(["EA", "LB"])
)
function_change = st.tuples(st.just("function"), st.sampled_from(ENTERPRISES), st.sampled_from(PERSONS))
changes = st.lists(st.tuples(enterprise_change | function_change, visible_from), max_size=8)


def seen(revisions: list[tuple[date, Any]], day: date) -> Any:  # noqa: ANN401
    """Return the latest revision that is visible on a day, or None."""
    visible = [fact for begin, fact in revisions if begin <= day]
    return visible[-1] if visible else None


@settings(max_examples=40, deadline=None)
@given(changes)
def test_others_see_the_latest_visible_revision_and_a_version_tells_when_it_differs(
    script: list[tuple[tuple[str, EnterpriseNumber, str], date]],
) -> None:
    kbo = KboAlone()
    for number in (*ENTERPRISES, CIJFERWIJS):
        kbo.enterprise(number, target_group="EA")
    groups: dict[str, list[tuple[date, str]]] = {number: [(date.min, "EA")] for number in ENTERPRISES}
    actors: dict[str, list[tuple[date, str]]] = {number: [] for number in ENTERPRISES}
    stated: dict[tuple[str, int], object] = {}

    for (kind, number, value), begin in script:
        if kind == "enterprise":
            kbo.enterprise(number, target_group=value, visible_from=begin.isoformat())
            groups[number].append((begin, value))
        else:
            # Held by an enterprise, so that a change of the representative concerns two persons.
            kbo.function(
                number,
                CIJFERWIJS,
                "10010",
                permanent_representative=value,
                visible_from=begin.isoformat(),
            )
            actors[number].append((begin, value))
        for day in DAYS:
            kbo.go_to(day)
            with kbo.visit() as visit:
                for enterprise in ENTERPRISES:
                    facts = extract_facts(Kbo(visit).enterprise(enterprise))
                    assert facts["target_group"] == seen(groups[enterprise], day)
                    version = ExtractDesk(visit).version(enterprise)
                    assert stated.setdefault((enterprise, version), facts) == facts
                for person in PERSONS:
                    functions = [function_facts(one) for one in Kbo(visit).functions_of(person)]
                    assert [(one["enterprise_number"], one["representing"]) for one in functions] == [
                        (enterprise, seen(groups[enterprise], day) == "LB")
                        for enterprise in ENTERPRISES
                        if seen(actors[enterprise], day) == person
                    ]
                    version = FunctionsDesk(visit).version(person)
                    assert stated.setdefault((person, version), functions) == functions
