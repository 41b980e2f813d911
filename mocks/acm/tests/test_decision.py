"""Who may act for whom, rule by rule, without Flask."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest

from mocks.acm.domain.decision import RULES, Identity
from mocks.acm.domain.eloket import Route
from mocks.acm.domain.facts import DigitalKey
from mocks.acm.tests.expected import ADD, FAILED
from mocks.acm.tests.stage_set import (
    BESTUURDER,
    CIJFERWIJS,
    DE_KADE,
    ITSME,
    SPOILERS,
    TODAY,
    TOMORROW,
    YESTERDAY,
    Scene,
    begins_tomorrow,
    ended_yesterday,
    held_for_a_stopped_enterprise,
)
from mocks.core.clock import OPEN_END, Period

HIMSELF = Identity("person", "BUR", None, "Jan Peeters", "Uzelf")
FOR_DE_KADE = Identity("legal_representative", "EA", DE_KADE, "Theater De Kade vzw", "Bestuurder")

PLAYED: tuple[Route, ...] = ("person", "legal_representative")
ORDER = [
    (route, earlier.__name__, later.__name__)
    for route in PLAYED
    for earlier, later in combinations(RULES[route], 2)
]


def test_a_good_case_gives_the_person_and_the_organisation_in_that_order() -> None:
    assert Scene().decide().identities == (HIMSELF, FOR_DE_KADE)


@pytest.mark.parametrize("route", PLAYED)
def test_a_good_case_goes_through_every_check_of_its_route(route: str) -> None:
    verdict = Scene().on_route(route)
    rules = RULES["person"] if route == "person" else RULES["legal_representative"]
    assert [check.holds for check in verdict.checks] == [True] * len(rules)
    assert (verdict.failed, verdict.reason) == (None, "")


@pytest.mark.parametrize(
    ("route", "rule"), [(route, rule.__name__) for route in PLAYED for rule in RULES[route]]
)
def test_each_rule_refuses_with_its_fact_its_source_and_its_repair(route: str, rule: str) -> None:
    spoilt = SPOILERS[rule](Scene()).on_route(route)
    assert spoilt.failed == FAILED[rule]
    assert spoilt.failed == spoilt.checks[-1]
    assert not spoilt.allowed


@pytest.mark.parametrize(("route", "earlier", "later"), ORDER)
def test_of_two_faults_the_earlier_rule_is_told(route: str, earlier: str, later: str) -> None:
    both = SPOILERS[earlier](SPOILERS[later](Scene())).on_route(route)
    assert both.failed is not None
    assert both.failed.check == FAILED[earlier].check


def test_the_reason_is_the_fact_with_its_source_and_the_repair() -> None:
    assert ended_yesterday(Scene()).on_route("legal_representative").reason == (
        f"Bestuurder: geldig tot en met 26 april 2021, dus beëindigd (bron: KBO). {ADD}"
    )


@pytest.mark.parametrize(
    ("period", "acts"),
    [
        (Period(TODAY), True),
        (Period(TOMORROW), False),
        (Period(YESTERDAY, TODAY), True),
        (Period(YESTERDAY, YESTERDAY), False),
        (Period(TODAY, TODAY), True),
        (Period(date(2010, 1, 1), OPEN_END), True),
    ],
    ids=["begins today", "begins tomorrow", "last day today", "ended yesterday", "one day", "9999-12-31"],
)
def test_a_function_counts_from_its_first_to_its_last_valid_day(period: Period, acts: bool) -> None:
    scene = Scene().with_functions(period=period)
    assert scene.on_route("legal_representative").allowed is acts


@pytest.mark.parametrize("label", ["Commissaris", "Oprichter", "Basiskennis bedrijfsbeheer"])
def test_a_function_that_does_not_represent_gives_nothing(label: str) -> None:
    assert Scene().with_functions(label=label, representing=False).decide().identities == (HIMSELF,)


def test_one_good_function_among_others_is_enough_and_gives_the_capacity() -> None:
    founder = replace(BESTUURDER, label="Oprichter", representing=False)
    former = replace(BESTUURDER, label="Zaakvoerder", period=Period(date(2001, 1, 1), YESTERDAY))
    coming = replace(BESTUURDER, label="Gedelegeerd bestuurder", period=Period(TOMORROW))
    scene = Scene().but(functions=(founder, former, coming, BESTUURDER))
    assert scene.decide().identities == (HIMSELF, FOR_DE_KADE)


def test_several_functions_of_which_none_is_good_give_nothing() -> None:
    founder = replace(BESTUURDER, label="Oprichter", representing=False)
    former = replace(BESTUURDER, period=Period(date(2001, 1, 1), YESTERDAY))
    assert Scene().but(functions=(founder, former)).decide().identities == (HIMSELF,)


def test_a_function_held_by_an_active_enterprise_gives_access_to_its_representative() -> None:
    assert Scene().with_functions(through=CIJFERWIJS).on_route("legal_representative").allowed


def test_a_function_held_by_an_enterprise_that_nobody_knows_gives_nothing() -> None:
    scene = Scene().with_functions(through="0131825473")
    verdict = scene.on_route("legal_representative")
    assert verdict.failed is not None
    assert verdict.failed.fact == "0131825473, die de functie bekleedt, is niet actief."


@pytest.mark.parametrize(("stopped_on", "acts"), [(TOMORROW, True), (TODAY, False), (YESTERDAY, False)])
def test_a_holding_enterprise_counts_until_the_day_before_it_stopped(stopped_on: date, acts: bool) -> None:
    scene = Scene().with_functions(through=CIJFERWIJS).with_organisation(CIJFERWIJS, stopped_on=stopped_on)
    assert scene.on_route("legal_representative").allowed is acts


def test_beside_a_function_of_a_stopped_enterprise_an_own_one_is_enough() -> None:
    scene = held_for_a_stopped_enterprise(Scene())
    assert not scene.on_route("legal_representative").allowed
    both = scene.but(functions=(*scene.functions, BESTUURDER))
    assert both.on_route("legal_representative").allowed


@pytest.mark.parametrize(("stopped_on", "acts"), [(TOMORROW, True), (TODAY, False), (YESTERDAY, False)])
def test_an_organisation_is_closed_from_the_day_on_which_it_stopped(stopped_on: date, acts: bool) -> None:
    scene = Scene().with_organisation(DE_KADE, stopped_on=stopped_on)
    assert scene.on_route("legal_representative").allowed is acts


@pytest.mark.parametrize(("died_on", "acts"), [(TOMORROW, True), (TODAY, False), (YESTERDAY, False)])
def test_nobody_acts_from_the_day_on_which_he_died(died_on: date, acts: bool) -> None:
    decision = Scene().with_person(deceased_on=died_on).decide()
    assert bool(decision.identities) is acts


@pytest.mark.parametrize(
    ("key", "fact"),
    [
        (None, "Jan Peeters heeft itsme niet geactiveerd."),
        (DigitalKey("itsme", None), "De activering van itsme is nog niet voltooid."),
        (DigitalKey("itsme", Period(TOMORROW)), "itsme: begint pas op 28 april 2021."),
        (
            DigitalKey("itsme", Period(date(2019, 1, 1), YESTERDAY), "ingetrokken"),
            "itsme: geldig tot en met 26 april 2021, dus beëindigd (ingetrokken).",
        ),
    ],
    ids=["not activated", "pending", "begins tomorrow", "expired"],
)
def test_a_key_that_does_not_work_today_opens_nothing(key: DigitalKey | None, fact: str) -> None:
    decision = Scene().but(keys=() if key is None else (key,)).decide()
    assert decision.identities == ()
    assert {verdict.failed.fact for verdict in decision.verdicts if verdict.failed} == {fact}


def test_a_key_still_opens_on_its_last_valid_day() -> None:
    last_day = replace(ITSME, period=Period(date(2019, 1, 1), TODAY))
    assert Scene().but(keys=(last_day,)).decide().identities == (HIMSELF, FOR_DE_KADE)


def test_without_any_key_that_the_eloket_accepts_the_reason_names_those_that_it_does() -> None:
    verdict = Scene().with_eloket(keys=("app", "sms")).but(key=None).on_route("person")
    assert verdict.failed is not None
    assert verdict.failed.fact == (
        "Jan Peeters heeft geen actieve digitale sleutel die Proefloket aanvaardt "
        "(Beveiligingscode via mobiele app, Beveiligingscode via SMS)."
    )


def test_the_eid_works_for_whoever_holds_the_card() -> None:
    assert Scene().but(key="eid", keys=()).decide().identities == (HIMSELF, FOR_DE_KADE)
    assert Scene().but(key="eid").with_person(belgian_eid=False).decide().identities == ()


def test_a_belgian_eid_asked_for_organisations_is_not_asked_of_the_person_himself() -> None:
    scene = Scene().with_eloket(belgian_eid="organisation").with_person(belgian_eid=False)
    assert scene.decide().identities == (HIMSELF,)
    assert scene.with_person(belgian_eid=True).decide().identities == (HIMSELF, FOR_DE_KADE)


def test_a_belgian_eid_asked_of_everybody_means_holding_the_card_whichever_key_is_used() -> None:
    scene = Scene().with_eloket(belgian_eid="always")
    assert scene.decide().identities == (HIMSELF, FOR_DE_KADE)
    assert scene.with_person(belgian_eid=False).decide().identities == ()


def test_an_eloket_for_persons_needs_both_the_target_group_and_the_route() -> None:
    assert not Scene().with_eloket(routes=("legal_representative",)).on_route("person").allowed
    assert not Scene().with_eloket(target_groups=("EA",)).on_route("person").allowed


def test_the_decision_about_an_organisation_leaves_the_others_out() -> None:
    elsewhere = replace(BESTUURDER, organisation=CIJFERWIJS)
    decision = Scene().but(functions=(BESTUURDER, elsewhere)).decide()
    assert [one.identity.code for one in decision.about(DE_KADE)] == [DE_KADE]
    assert [one.identity for one in decision.about(None)] == [HIMSELF]
    assert [one.code for one in decision.identities] == [None, DE_KADE, CIJFERWIJS]


def test_what_is_shown_of_a_function_that_is_to_begin_is_its_first_day() -> None:
    verdict = begins_tomorrow(Scene()).on_route("legal_representative")
    assert verdict.failed == FAILED["function_has_begun"]
