"""Whoever had a way in and lost it, or does not have it yet, is refused with the reason that holds."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest

from load.actors import Actor, Role
from load.facts import Facts
from load.people import LARGEST, Population
from load.tests.conftest import Doors
from mocks.core.clock import STARTING_MOMENT
from mocks.federation import Federation
from mocks.federation.crowd import Chunk
from mocks.ssm.domain.mandates import Side, Status

START = STARTING_MOMENT.date()
MONTH_AGO = START - timedelta(days=30)

FAILS = {
    Role.FORMER_REPRESENTATIVE: "De functie is niet beëindigd",
    Role.DECEASED_REPRESENTATIVE: "De persoon leeft",
    Role.FORMER_EMPLOYEE: "De werkrelatie is niet beëindigd",
    Role.UNSIGNED_MANDATE_EXECUTOR: "Beide partijen ondertekenden het mandaat",
}
"""The first check that fails, of each."""


@pytest.fixture(scope="module")
def chunk(population: Population) -> Chunk:
    (whole,) = Facts(population, START).chunks(0, population.size)
    return whole


def everybody(population: Population, role: Role) -> list[Actor]:
    return [population.actor(population.place_of(role, rank)) for rank in range(population.count[role])]


@pytest.mark.parametrize("role", list(FAILS))
def test_each_of_them_is_refused_for_the_organisation(
    population: Population, doors: Doors, role: Role
) -> None:
    for actor in everybody(population, role):
        (identity,) = actor.identities
        answer = doors.ask(actor, "kiosk", identity)
        assert answer["error"] == "access_denied"
        assert "code" not in answer


@pytest.mark.parametrize(("role", "check"), FAILS.items())
def test_the_first_check_that_fails_is_the_one_that_it_is_about(
    population: Population, federation: Federation, role: Role, check: str
) -> None:
    visit = federation.visit()
    for actor in everybody(population, role):
        organisation = actor.identities[0].partition(":")[2]
        explained = federation.explain(visit, actor.number, organisation, "kiosk", None).members()
        assert not explained["allowed"]
        (route,) = [one for one in explained["routes"] if one["route"] == actor.route]
        assert next(one["check"] for one in route["checks"] if not one["holds"]) == check
    visit.close()


@pytest.mark.parametrize("role", list(FAILS))
def test_as_oneself_only_who_lives_comes_in(population: Population, doors: Doors, role: Role) -> None:
    actor = population.draw(role, random.Random(3))
    himself = Actor(actor.number, actor.name, actor.keys, ("BUR",), "person")
    answer = doors.ask(himself, "kiosk", "BUR")
    if role is Role.DECEASED_REPRESENTATIVE:
        assert "overleden" in answer["error_description"]
    else:
        assert set(answer) == {"code"}


def test_every_organisation_keeps_one_whose_function_counts(population: Population, chunk: Chunk) -> None:
    died = {str(one.insz) for one in chunk.persons if one.deceased_on is not None}
    assert died == {one.number for one in everybody(population, Role.DECEASED_REPRESENTATIVE)}
    ended = {str(one.number.holder) for one in chunk.functions if one.period.ended(START)}
    assert ended == {one.number for one in everybody(population, Role.FORMER_REPRESENTATIVE)}
    lasting = {one.number.enterprise for one in chunk.functions if str(one.number.holder) not in died | ended}
    assert lasting == {one.number for one in chunk.enterprises}


def test_what_ended_was_valid_until_a_month_ago(population: Population, chunk: Chunk) -> None:
    for role, ends in (
        (Role.FORMER_EMPLOYEE, {one.number.person: one.period for one in chunk.relations}),
        (Role.FORMER_EMPLOYEE, {one.number.relation.person: one.period for one in chunk.rights}),
        (Role.FORMER_REPRESENTATIVE, {one.number.holder: one.period for one in chunk.functions}),
    ):
        for actor in everybody(population, role):
            period = next(one for number, one in ends.items() if str(number) == actor.number)
            assert (period.holds_on(MONTH_AGO), period.ended(MONTH_AGO + timedelta(days=1))) == (True, True)


def test_mandates_wait_for_either_party_beside_none_that_works(population: Population, chunk: Chunk) -> None:
    waiting = [one for one in chunk.mandates if one.status(START) is Status.WAITS]
    assert len(waiting) == population.count[Role.UNSIGNED_MANDATE_EXECUTOR]
    assert {one.signature(Side.HOLDER) is None for one in waiting} == {True, False}
    for one in waiting:
        made = one.side_of(one.creation.party)
        assert one.signature(made) is not None
        assert one.signature(made.other) is None
    pairs = [(one.mandator, one.holder) for one in chunk.mandates]
    assert len({*pairs}) == len(pairs)
    assert len({one.number for one in chunk.mandates}) == len(pairs)


@pytest.mark.parametrize("size", [12_345, LARGEST])
def test_among_many_nobody_waits_for_a_mandate_that_his_provider_has(size: int) -> None:
    population = Population(7, size)
    rng = random.Random(1)
    for _ in range(200):
        rank = rng.randrange(population.count[Role.UNSIGNED_MANDATE_EXECUTOR])
        serial, mandator = population.unsigned_mandate(rank)
        provider = population.provider_at(
            population.organisations_of(Role.UNSIGNED_MANDATE_EXECUTOR, rank)[0]
        )
        assert provider is not None
        assert mandator not in {place for _, place in population.mandators_of(provider)}
        assert population.provider_at(mandator) is None
        assert serial >= population.providers * population.proportions.mandators_per_provider


@pytest.mark.parametrize("role", [Role.FORMER_REPRESENTATIVE, Role.DECEASED_REPRESENTATIVE])
def test_nobody_ever_represented_the_enterprise_of_another_natural_person(role: Role) -> None:
    population = Population(7, 12_345)
    places = [population.organisations_of(role, rank)[0] for rank in range(population.count[role])]
    assert not any(population.natural_person(one) for one in places)
    assert len({*places}) == len(places)
    assert any(population.natural_person(one + 1) for one in places), "else this tells nothing"
