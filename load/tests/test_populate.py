"""A population comes into a world whole, goes on where it was broken off, and never beside another."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlalchemy import select

from load.facts import Facts as PopulationFacts
from load.names import names_of
from load.people import Population, Role
from load.populate import populate
from load.tests.conftest import SIZE
from mocks.cli import main
from mocks.core.clock import STARTING_MOMENT
from mocks.core.store.schema import AlreadyThere, metadata
from mocks.core.tests.alone import leave
from mocks.core.visit import Visit
from mocks.facts import Facts
from mocks.federation import KINDS, Federation
from mocks.federation.crowd import Inhabited, OtherPopulation, inhabited, settle
from mocks.settings import Settings

HISTORIES = {"idm_history", "idm_sequence", "ssm_history", "ssm_sequence", "kiosk_change"}
"""What is told of how facts came: a population was there before anything was told."""

TELLS_APART = {"world", "statement_version", "kbo_publication"}
"""What differs with the number of changes."""


class Broken(Exception):
    """Somebody pressed Ctrl-C."""


@contextmanager
def world(federation: Federation, name: str, *, cast: bool = False) -> Iterator[Visit]:
    federation.house.worlds.create(name, cast=cast)
    visit = federation.visit(name)
    yield visit
    visit.close()
    federation.house.worlds.delete(name)


def rows(visit: Visit, *but: str) -> dict[str, set[str]]:
    """Return every row of a world by table, without what is drawn by chance."""
    found = {}
    for table in metadata.sorted_tables:
        columns = [one for one in table.columns if one.name not in {"secret", "revision", "changed_on", *but}]
        if table.name not in HISTORIES | TELLS_APART:
            found[table.name] = {repr(tuple(row)) for row in visit.reading.execute(select(*columns))}
    return found


def breaks_after(persons: int) -> Callable[[int], None]:
    came = 0

    def told(number: int) -> None:
        nonlocal came
        came += number
        if came >= persons:
            raise Broken

    return told


def test_what_was_broken_off_goes_on_and_ends_the_same(
    federation: Federation, population: Population
) -> None:
    with world(federation, "gebroken", cast=True) as visit, world(federation, "ineens", cast=True) as whole:
        with pytest.raises(Broken):
            populate(visit, population, breaks_after(600), most=300)
        assert inhabited(visit, Inhabited(population.seed, population.size)).settled == 600
        assert populate(visit, population, lambda _: None, most=300).settled == 600
        populate(whole, population, lambda _: None)
        assert rows(visit) == rows(whole)
        assert populate(visit, population, lambda _: None).whole


def test_another_population_is_refused_with_the_way_on(federation: Federation) -> None:
    visit = federation.visit()
    before = rows(visit)
    with pytest.raises(OtherPopulation, match=r"populate 1000 --seed 7.*POST /_mock/reset"):
        populate(visit, Population(8, 1_000), lambda _: None)
    assert rows(visit) == before
    visit.close()


def test_a_number_that_is_there_already_is_refused_and_changes_nothing(
    federation: Federation, population: Population
) -> None:
    with world(federation, "bezet") as visit:
        kind = KINDS["kbo"]["enterprise"]
        kind.put(visit, population.number_of(3), kind.body())
        before = rows(visit)
        with pytest.raises(AlreadyThere, match="kbo_enterprise"):
            populate(visit, population, lambda _: None)
        assert rows(visit) == before


def test_facts_in_bulk_are_what_they_are_one_by_one(federation: Federation, population: Population) -> None:
    chunk = next(PopulationFacts(population, STARTING_MOMENT.date()).chunks(0, 60))
    assert all(value for value in vars(chunk).values())
    with world(federation, "ineens") as at_once, world(federation, "stuk-voor-stuk") as one_by_one:
        settle(at_once, inhabited(at_once, Inhabited(population.seed, population.size)), chunk)
        facts = Facts(KINDS).export(at_once)
        Facts(KINDS).load(one_by_one, {name: kinds for name, kinds in facts.items() if name != "acm"})
        assert Facts(KINDS).export(one_by_one) == facts
        ours, theirs = rows(at_once), rows(one_by_one)
        assert {name for name in ours if ours[name] != theirs[name]} <= {"idm_person", "ssm_mandate"}


def test_what_is_stated_of_everybody_has_a_version(federation: Federation, population: Population) -> None:
    visit = federation.visit()
    versions = {
        (row.issuer, row.subject)
        for row in visit.reading.execute(select(metadata.tables["statement_version"]))
    }
    published = metadata.tables["kbo_publication"].c.subject
    subjects = {*visit.reading.execute(select(published)).scalars()}
    for place in range(population.size):
        assert ("rijksregister", str(population.number_at(place))) in versions
    assert {str(population.number_of(place)) for place in range(population.organisations)} <= subjects
    holders = {str(population.number_of(population.provider(which))) for which in range(population.providers)}
    assert holders <= {subject for issuer, subject in versions if issuer == "ssm"}
    visit.close()


def test_the_command_fills_a_folder_once_and_says_how_to_go_on(tmp_path: Path) -> None:
    words = ["populate", "1000", "--data", str(tmp_path)]
    first, second, other = (
        CliRunner().invoke(main, more) for more in (words, words, [*words, "--seed", "9"])
    )
    assert [one.exit_code for one in (first, second, other)] == [0, 0, 2]
    assert "1000 personen (zaad 1) staan er. Start met: proefloket up --data" in first.output
    assert "waren er al" in second.output
    assert "neem een andere map" in other.output
    federation = Federation(Settings(data=tmp_path))
    visit = federation.visit()
    assert inhabited(visit, Inhabited(1, 1_000)).whole
    visit.close()


def test_a_population_lives_on_postgresql_as_in_a_folder(population: Population, postgres: str) -> None:
    there = Federation(Settings(database=postgres))
    visit = there.visit()
    populate(visit, population, lambda _: None, most=300)
    actor = population.draw(Role.EMPLOYEE, random.Random(3))
    taken = there.identities(visit, actor.number, "kiosk")
    assert {f"{one.target_group}:{one.code}" for one in taken} >= {*actor.identities}
    with pytest.raises(OtherPopulation, match="neem een andere map of databank"):
        populate(visit, Population(8, SIZE), lambda _: None)
    visit.close()
    leave(there.house.worlds._storage)


@pytest.mark.parametrize("words", [["1000"], ["1000", "--data", "x", "--database", "postgresql+psycopg://y"]])
def test_the_command_asks_for_one_place(words: list[str]) -> None:
    asked = CliRunner().invoke(main, ["populate", *words])
    assert asked.exit_code == 2
    assert "Zeg waar" in asked.output


def test_without_faker_the_command_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "faker", None)
    names_of.cache_clear()
    asked = CliRunner().invoke(main, ["populate", "1000", "--seed", "77", "--data", str(tmp_path)])
    assert asked.exit_code == 2
    assert "faker ontbreekt. Installeer met pip install 'proefloket[load]'." in asked.output
