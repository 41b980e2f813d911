"""A world whose organisations are from KBO Open Data: they sign in, nobody real is there, and it stays so."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlalchemy import select

from load.actors import Role
from load.crowd import Crowd, people_of
from load.facts import Facts
from load.people import Population
from load.populate import Settlers, populate, settlers
from load.tests.conftest import SEED, SIZE, Doors
from load.tests.open_data_sample import (
    BANKRUPT,
    FOREIGN,
    LATE,
    MUNICIPALITY,
    NATURAL,
    number,
    sample,
)
from load.tests.test_populate import Broken, breaks_after, rows, world
from mocks.cli import main
from mocks.core.clock import STARTING_MOMENT
from mocks.core.identifiers import CouldBeReal, EnterpriseNumber
from mocks.core.store.schema import metadata
from mocks.core.wire.process import hosts_in_process
from mocks.federation import KINDS, Federation
from mocks.federation.crowd import OtherPopulation, inhabited
from mocks.settings import Settings

ANOTHER_REAL, A_CITIZEN = "0316.380.841", "85073003328"

COMMAND = ["populate", str(SIZE), "--seed", str(SEED)]


@pytest.fixture(scope="module")
def open_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample(270).zip(tmp_path_factory.mktemp("kbo") / "KboOpenData_0087_2021_04_Full.zip")


@pytest.fixture(scope="module")
def them(open_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settlers]:
    with settlers(Crowd(SIZE, SEED, open_data), tmp_path_factory.mktemp("kept") / "kbo.sqlite") as found:
        yield found


@pytest.fixture(scope="module")
def registered(them: Settlers) -> Federation:
    built = Federation(Settings())
    visit = built.visit()
    populate(visit, them, lambda _: None)
    visit.close()
    return built


@pytest.fixture
def there(registered: Federation) -> Iterator[Doors]:
    with hosts_in_process(registered, registered.house.addresses.origin_hosts, {}):
        yield Doors(registered)


@pytest.mark.parametrize(
    ("role", "at"),
    [
        (Role.LEGAL_REPRESENTATIVE, "kiosk"),
        (Role.EMPLOYEE, "kiosk"),
        (Role.MANDATE_EXECUTOR, "kiosk"),
        (Role.LOCAL_GOVERNMENT_REPRESENTATIVE, "kiosk"),
        (Role.FOREIGN_PROVIDER, "wse-loket"),
    ],
)
def test_who_is_drawn_with_the_same_file_signs_in(there: Doors, open_data: Path, role: Role, at: str) -> None:
    actor = people_of(Crowd(SIZE, SEED, open_data)).draw(role, random.Random(3))
    answers = [there.ask(actor, at, identity) for identity in actor.identities]
    assert [one for one in answers if set(one) != {"code"}] == []


def test_who_is_drawn_without_the_file_is_refused(there: Doors, population: Population) -> None:
    with pytest.raises(AssertionError, match="400"):
        there.ask(population.draw(Role.LEGAL_REPRESENTATIVE, random.Random(3)), "kiosk")


def test_functions_are_invented_and_a_bankrupt_has_a_curator(them: Settlers) -> None:
    (chunk,) = Facts(them.population, STARTING_MOMENT.date(), them.enterprises).chunks(0, SIZE)
    begun = {one.number: one.start_date for one in chunk.enterprises}
    codes = {one.number.enterprise: one.number.code for one in chunk.functions}
    assert {one.number.enterprise: one.period.begin for one in chunk.functions} == begun
    assert codes[EnterpriseNumber(number(BANKRUPT))] == "90001"
    assert codes[EnterpriseNumber(number(BANKRUPT + 1))] == "10002"
    assert {one.number.holder for one in chunk.functions} <= {one.insz for one in chunk.persons}


def test_an_invented_organisation_has_no_number_of_the_register(
    population: Population, tmp_path: Path
) -> None:
    one, own = sample(270), population.number_of(population.ordinary)
    one.lines["enterprise.csv"].append(f'"{own.display}","AC","000","2","017",,"02-01-1999"')
    drawn = people_of(Crowd(SIZE, SEED, one.folder(tmp_path / "kbo")))
    assert isinstance(drawn, Population)
    numbers = [drawn.number_of(place) for place in range(drawn.organisations)]
    assert own not in numbers[drawn.ordinary :]
    assert len({*numbers}) == len(numbers)


def test_nothing_of_anybody_real_and_nothing_that_was_passed_over_is_there(registered: Federation) -> None:
    visit = registered.visit()
    kept = " ".join(
        row for table in metadata.sorted_tables for row in map(str, visit.reading.execute(select(table)))
    )
    visit.close()
    assert "Vereniging 4, de échte" in kept
    for name in (NATURAL, FOREIGN, MUNICIPALITY, LATE, "echt.example", "093330000", "Vestiging Zeven"):
        assert name not in kept, name


def test_what_was_broken_off_goes_on_and_ends_the_same(registered: Federation, them: Settlers) -> None:
    with world(registered, "gebroken") as visit, world(registered, "ineens") as whole:
        with pytest.raises(Broken):
            populate(visit, them, breaks_after(600), most=300)
        assert inhabited(visit, them.inhabited).settled == 600
        populate(visit, them, lambda _: None, most=300)
        populate(whole, them, lambda _: None)
        assert rows(visit) == rows(whole)


def test_another_file_and_none_are_other_populations(registered: Federation, them: Settlers) -> None:
    visit = registered.visit()
    for other in (Settlers(them.population), replace(them, source="KBO-uittreksel 88 van 2021-05-07 (ab)")):
        with pytest.raises(
            OtherPopulation, match=r"uit KBO-uittreksel 87 van 2021-04-09.*met dat uittreksel"
        ):
            populate(visit, other, lambda _: None)
    visit.close()


def test_a_world_with_real_enterprises_takes_more_of_them_and_no_citizen(
    registered: Federation, them: Settlers
) -> None:
    body = KINDS["kbo"]["enterprise"].body
    for name, real in (("echt", True), ("proef", False)):
        with world(registered, name) as visit:
            populate(visit, replace(them, real=real), lambda _: None)
            if real:
                KINDS["kbo"]["enterprise"].put(visit, EnterpriseNumber(ANOTHER_REAL), body())
            else:
                with pytest.raises(CouldBeReal):
                    KINDS["kbo"]["enterprise"].put(visit, EnterpriseNumber(ANOTHER_REAL), body())
            with pytest.raises(CouldBeReal):
                visit.require_safe(A_CITIZEN)


def test_a_world_that_was_reset_takes_no_real_enterprises_any_more(
    registered: Federation, them: Settlers
) -> None:
    with world(registered, "terug") as visit:
        populate(visit, replace(them, real=True), lambda _: None)
        visit.require_safe(ANOTHER_REAL)
        visit.close()
        registered.house.worlds.reset(visit.world)
        again = registered.visit("terug")
        with pytest.raises(CouldBeReal):
            again.require_safe(ANOTHER_REAL)
        assert inhabited(again, them.inhabited).settled == 0
        again.close()


def test_the_command_fills_a_folder_from_the_file_and_refuses_another(
    open_data: Path, tmp_path: Path
) -> None:
    words = [*COMMAND, "--data", str(tmp_path / "toneel"), "--kbo-open-data"]
    other = sample(271).folder(tmp_path / "anders")
    first, again, second = (
        CliRunner().invoke(main, [*words, str(path)]) for path in (open_data, open_data, other)
    )
    assert [one.exit_code for one in (first, again, second)] == [0, 0, 2], first.output
    assert "1000 personen (zaad 7, organisaties uit KBO-uittreksel 87 van 2021-04-09 (" in first.output
    assert "address.csv lezen…" in first.output
    assert "waren er al" in again.output
    assert "met organisaties uit KBO-uittreksel 87" in second.output


@pytest.mark.parametrize("command", [COMMAND, ["load", "step"]])
def test_a_file_that_cannot_be_used_is_one_sentence_and_nothing_starts(
    command: list[str], tmp_path: Path
) -> None:
    place = ["--data", str(tmp_path / "toneel")] if command is COMMAND else ["--report", str(tmp_path)]
    asked = CliRunner().invoke(main, [*command, *place, "--kbo-open-data", str(tmp_path / "geen.zip")])
    assert asked.exit_code == 2
    assert "geen.zip bestaat niet. Noem de zip" in asked.output
    assert "Traceback" not in asked.output
    assert not (tmp_path / "toneel" / "worlds").exists()


def test_numbers_of_real_enterprises_come_only_when_asked(tmp_path: Path) -> None:
    one = sample(270)
    for line, content in enumerate(one.lines["enterprise.csv"]):
        one.lines["enterprise.csv"][line] = content.replace(number(0), "0207.509.031")
    path = one.folder(tmp_path / "kbo")
    words = [*COMMAND, "--data", str(tmp_path / "toneel"), "--kbo-open-data", str(path)]
    asked, allowed = (CliRunner().invoke(main, more) for more in (words, [*words, "--allow-real-numbers"]))
    assert (asked.exit_code, allowed.exit_code) == (2, 0), allowed.output
    assert "zoals 0207.509.031. Wie die wil, geeft --allow-real-numbers mee" in asked.output
    visit = Federation(Settings(data=tmp_path / "toneel")).visit()
    visit.require_safe(ANOTHER_REAL)
    with pytest.raises(CouldBeReal):
        visit.require_safe(A_CITIZEN)
    visit.close()
