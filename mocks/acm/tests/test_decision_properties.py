"""What holds of every decision, whatever the facts."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mocks.acm.domain.facts import Function, Organisation
from mocks.acm.tests.stage_set import CIJFERWIJS, DE_KADE, HOLDER, KADE, TODAY, YESTERDAY, Scene
from mocks.core.clock import Period

# A machine that is busy with other tests draws slowly; that says nothing about the rules.
relaxed = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
LEERPUNT = "0131825473"
DAYS = st.integers(-3, 3).map(lambda days: TODAY + timedelta(days=days))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    begin = draw(DAYS)
    length = draw(st.none() | st.integers(0, 4))
    return Period(begin, None if length is None else begin + timedelta(days=length))


FUNCTIONS = st.builds(
    Function,
    organisation=st.sampled_from([DE_KADE, LEERPUNT]),
    label=st.sampled_from(["Bestuurder", "Oprichter", "Zaakvoerder"]),
    representing=st.booleans(),
    period=periods(),
    through=st.sampled_from([None, None, CIJFERWIJS, "0140569232"]),
)
ENDED = st.builds(
    Function,
    organisation=st.sampled_from([DE_KADE, LEERPUNT]),
    label=st.just("Voormalig"),
    representing=st.just(True),
    period=st.just(Period(date(2001, 1, 1), YESTERDAY)),
    through=st.none(),
)


@st.composite
def scenes(draw: st.DrawFn) -> Scene:
    leerpunt = Organisation(LEERPUNT, "Leerpunt nv", "LB", "2", draw(st.none() | DAYS))
    known = {CIJFERWIJS: HOLDER, DE_KADE: KADE, LEERPUNT: leerpunt}
    scene = Scene(functions=tuple(draw(st.lists(FUNCTIONS, max_size=5))), organisations=known)
    for number in (DE_KADE, CIJFERWIJS):
        scene = scene.with_organisation(number, stopped_on=draw(st.none() | DAYS))
    groups = draw(st.sets(st.sampled_from(["BUR", "EA", "LB", "OV"]), min_size=1))
    return scene.with_eloket(
        target_groups=tuple(sorted(groups)), belgian_eid=draw(st.sampled_from(["never", "organisation"]))
    ).with_person(belgian_eid=draw(st.booleans()), deceased_on=draw(st.none() | DAYS))


def good(scene: Scene, function: Function) -> bool:
    """Say in other words than the rules whether a function opens its organisation today."""

    def works(number: str) -> bool:
        found = scene.organisations.get(number)
        return found is not None and (found.stopped_on is None or found.stopped_on > TODAY)

    last = function.period.end or date.max
    return (
        function.representing
        and function.period.begin <= TODAY <= last
        and works(function.organisation)
        and (function.through is None or works(function.through))
    )


@relaxed
@given(scenes(), ENDED)
def test_adding_an_ended_function_never_opens_anything(scene: Scene, ended: Function) -> None:
    before = scene.decide().identities
    assert scene.but(functions=(*scene.functions, ended)).decide().identities == before


@relaxed
@given(scenes())
def test_removing_the_good_functions_closes_every_organisation(scene: Scene) -> None:
    bad = tuple(one for one in scene.functions if not good(scene, one))
    remaining = scene.but(functions=bad).decide().identities
    assert [identity.code for identity in remaining if identity.code is not None] == []


@relaxed
@given(scenes())
def test_an_organisation_is_open_exactly_when_somebody_living_holds_a_good_function_there(
    scene: Scene,
) -> None:
    person, eloket = scene.person, scene.eloket
    assert person is not None
    alive = person.deceased_on is None or person.deceased_on > TODAY
    card = eloket.belgian_eid == "never" or person.belgian_eid
    expected = {
        one.organisation
        for one in scene.functions
        if alive
        and card
        and good(scene, one)
        and scene.organisations[one.organisation].target_group in eloket.target_groups
    }
    found = {one.code for one in scene.decide().identities if one.code is not None}
    assert found == expected


@relaxed
@given(scenes())
def test_every_refusal_ends_with_the_check_that_failed_and_what_would_help(scene: Scene) -> None:
    for verdict in scene.decide().verdicts:
        assert [check.holds for check in verdict.checks[:-1]] == [True] * (len(verdict.checks) - 1)
        assert verdict.allowed is verdict.checks[-1].holds
        if not verdict.allowed:
            assert verdict.checks[-1].repair
            assert verdict.checks[-1].fact.rstrip(".") in verdict.reason


@relaxed
@given(scenes())
def test_the_same_facts_give_the_same_decision(scene: Scene) -> None:
    assert scene.decide() == scene.decide()
