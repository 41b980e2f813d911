"""Who exists follows from seed and size alone, and nobody of them can be real."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from load.facts import Facts
from load.people import LARGEST, Population, Role
from load.proportions import BLOCK, FILE, read_proportions
from mocks.cast import load_cast
from mocks.core.clock import STARTING_MOMENT

START = STARTING_MOMENT.date()


def test_the_same_seed_and_size_give_the_same_facts() -> None:
    one, other = (list(Facts(Population(7, 1_000), START).chunks(0, most)) for most in (1_000, 1_000))
    assert one == other


def test_another_seed_gives_other_people() -> None:
    ours, theirs = ({Population(seed, 1_000).number_at(place) for place in range(1_000)} for seed in (7, 8))
    assert len(ours & theirs) < 100


def test_facts_do_not_depend_on_how_they_are_cut() -> None:
    whole = next(Facts(Population(7, 1_000), START).chunks(0, 1_000))
    pieces = list(Facts(Population(7, 1_000), START).chunks(0, 137))
    for name in ("persons", "keys", "enterprises", "mandates", "rights", "dossiers", "assigned"):
        assert [one for piece in pieces for one in getattr(piece, name)] == getattr(whole, name)


@pytest.mark.parametrize("size", [1_000, 12_345, LARGEST])
def test_every_role_has_its_share_and_everybody_one_role(size: int) -> None:
    population = Population(7, size)
    assert sum(population.count.values()) == size
    rng = random.Random(1)
    for _ in range(200):
        place = rng.randrange(size)
        role, rank = population.role_at(place)
        assert rank < population.count[role]
        assert population.place_of(role, rank) == place


@pytest.mark.parametrize("size", [1_000, 12_345, LARGEST])
def test_numbers_are_safe_rise_and_are_not_those_of_the_cast(size: int) -> None:
    population = Population(7, size)
    sample = range(0, size, size // 500)
    people = [population.number_at(place) for place in sample]
    assert all(one.is_test_number for one in people)
    born = [one.birth_date for one in people]
    assert born == sorted(born, key=lambda day: day or START)
    last = population.organisations
    numbers = [population.number_of(place) for place in range(0, last, max(1, last // 5_000))]
    assert all(one.is_safe for one in numbers)
    assert numbers == sorted(set(numbers))
    assert not {str(one.number) for one in load_cast().organisations.values()} & {*numbers}


def test_no_two_persons_and_no_two_organisations_have_one_number() -> None:
    population = Population(7, 20_000)
    people = Counter(population.number_at(place) for place in range(population.size))
    organisations = Counter(population.number_of(place) for place in range(population.organisations))
    assert {*people.values()} == {*organisations.values()} == {1}


def test_a_number_of_the_cast_is_passed_over() -> None:
    population = Population(7, 1_000)
    own = population.number_of(5)
    population._taken = frozenset({str(own)})
    assert population.number_of(5) != own
    assert population.number_of(4) < population.number_of(5) < population.number_of(6)


def test_no_organisation_gives_one_provider_two_mandates_nor_one_to_itself() -> None:
    population = Population(7, 5_000)
    for which in range(population.providers):
        mandators = [place for _, place in population.mandators_of(which)]
        assert len({*mandators, population.provider(which)}) == len(mandators) + 1
        assert all(population.provider_at(one) is None and one < population.ordinary for one in mandators)


@pytest.mark.parametrize("size", [999, LARGEST + 1])
def test_a_population_of_another_size_is_refused(size: int) -> None:
    with pytest.raises(ValueError, match="1000 to 1000000 persons"):
        Population(7, size)


def test_proportions_in_which_somebody_is_missing_are_refused(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    file = tmp_path_factory.mktemp("load") / FILE.name
    file.write_text(
        FILE.read_text(encoding="utf-8").replace("citizen = 330", "citizen = 329"), encoding="utf-8"
    )
    with pytest.raises(ValueError, match=f"{BLOCK} together"):
        read_proportions(file)


def test_every_proportion_says_where_it_comes_from() -> None:
    lines = [line for line in FILE.read_text(encoding="utf-8").splitlines() if "=" in line.partition("#")[0]]
    silent = [line for line in lines if "assumption" not in line and "Bron" not in line]
    assert silent == []
    assert len(lines) >= len(Role)
