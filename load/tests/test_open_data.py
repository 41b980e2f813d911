"""KBO Open Data is read as the cookbook describes it: what is taken, and what is passed over."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from load.actors import Role
from load.crowd import Crowd, people_of
from load.open_data.archive import READ, Archive
from load.open_data.register import RealNumbers, Register, read_register
from load.people import Population
from load.populate import Settlers, settlers
from load.tests.open_data_sample import (
    ABROAD,
    BANKRUPT,
    FRENCH,
    NAMELESS,
    STRUCK_OFF,
    number,
    sample,
)
from mocks.cast import load_cast
from mocks.core.identifiers import EnterpriseNumber
from mocks.kbo.domain import Address, Denomination, Enterprise, Language, NameType

REAL = "0207.509.031"
"""Right in every digit and outside the safe block."""


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    return sample().folder(tmp_path / "kbo")


def register(path: Path) -> Register:
    return read_register(Archive(path))


def enterprise(path: Path, rank: int, tmp_path: Path) -> Enterprise:
    """Return what is read of an enterprise, by its rank in the sample."""
    with settlers(Crowd(1_000, 7, path), tmp_path / "kept.sqlite") as them:
        places = {them.population.number_of(place): place for place in range(them.population.ordinary)}
        assert them.enterprises is not None
        return them.enterprises.enterprise(places[EnterpriseNumber(number(rank))])


def test_zip_and_folder_are_the_same_register(tmp_path: Path, whole: Path) -> None:
    packed = sample().zip(tmp_path / "KboOpenData_0087_2021_04_Full.zip")
    found = []
    for at, path in enumerate((whole, packed)):
        with settlers(Crowd(1_000, 7, path), tmp_path / f"{at}.sqlite") as them:
            assert them.enterprises is not None
            found.append((them.source, [them.enterprises.enterprise(place) for place in range(270)]))
    assert found[0] == found[1]
    assert found[0][0].startswith("KBO-uittreksel 87 van 2021-04-09 (")


def test_only_legal_persons_of_private_law_that_were_there_in_2021_are_taken(whole: Path) -> None:
    found = register(whole)
    assert len(found) == 400
    numbers = {str(one) for one in found.safe}
    assert numbers == {EnterpriseNumber(number(rank)) for rank in range(400)}


def test_the_order_of_the_lines_does_not_matter(tmp_path: Path, whole: Path) -> None:
    shuffled = sample()
    for lines in shuffled.lines.values():
        lines[1:] = reversed(lines[1:])
    other = shuffled.folder(tmp_path / "anders")
    assert [*register(other).chosen(7, 270)] == [*register(whole).chosen(7, 270)]


def test_another_seed_chooses_other_enterprises(whole: Path, tmp_path: Path) -> None:
    larger = register(sample(900).folder(tmp_path / "groter"))
    ours, theirs = ({*larger.chosen(seed, 270)} for seed in (7, 8))
    assert ours != theirs
    assert len(ours) == len(theirs) == 270


def test_an_enterprise_is_what_the_register_says(tmp_path: Path) -> None:
    path = sample(270).folder(tmp_path / "kbo")
    found = enterprise(path, 4, tmp_path)
    assert found.names == (
        Denomination("Vereniging 4, de échte"),
        Denomination("Société 4", Language.FRENCH),
        Denomination('Boutique "4"', Language.FRENCH, NameType.COMMERCIAL),
    )
    assert found.address == Address("Lindelaan", "4", "9000", "Gent", "1")
    assert found.legal_form is not None
    assert (found.legal_form.label, found.legal_situation.label) == (
        "Vereniging zonder winstoogmerk",
        "Normale toestand",
    )
    assert str(found.start_date) == "1994-06-15"
    assert found.contact.email is found.contact.phone is None


@pytest.mark.parametrize(
    ("rank", "what"),
    [
        (0, lambda one: one.address.house_number == "z.n." and one.address.box is None),
        (BANKRUPT, lambda one: one.legal_situation.label == "Opening van faillissement"),
        (BANKRUPT, lambda one: one.legal_form.label == "Coöperatieve vennootschap"),
        (FRENCH, lambda one: one.name == "Société 6" and one.address.street == "Rue des Tilleuls"),
        (NAMELESS, lambda one: one.name == f"Onderneming {number(NAMELESS)}"),
        (ABROAD, lambda one: one.address is None),
        (STRUCK_OFF, lambda one: one.address is None),
    ],
)
def test_what_is_special_is_kept_or_left_out(
    tmp_path: Path, rank: int, what: Callable[[Enterprise], bool]
) -> None:
    assert what(enterprise(sample(270).folder(tmp_path / "kbo"), rank, tmp_path))


def test_who_draws_people_finds_the_same_numbers(tmp_path: Path, whole: Path) -> None:
    with settlers(Crowd(1_000, 7, whole), tmp_path / "kept.sqlite") as them:
        drawn = people_of(Crowd(1_000, 7, whole))
        assert isinstance(drawn, Population)
        numbers = [them.population.number_of(place) for place in range(them.population.organisations)]
        assert numbers == [drawn.number_of(place) for place in range(drawn.organisations)]
        assert numbers[:270] == sorted(numbers[:270])
        assert len({*numbers}) == len(numbers), "no invented one has the number of a registered one"


def test_numbers_of_the_cast_are_passed_over(tmp_path: Path) -> None:
    one = sample()
    taken = next(str(own.number) for own in load_cast().organisations.values() if own.number)
    one.lines["enterprise.csv"].append(f'"{taken}","AC","000","2","017",,"02-01-1999"')
    assert taken not in register(one.folder(tmp_path / "kbo")).safe


def test_the_fingerprint_tells_one_file_from_another(tmp_path: Path, whole: Path) -> None:
    other = sample()
    other.lines["denomination.csv"][1] = other.lines["denomination.csv"][1].replace("Boutique", "Winkel")
    found: list[Settlers] = []
    for at, path in enumerate((whole, other.folder(tmp_path / "anders"))):
        with settlers(Crowd(1_000, 7, path), tmp_path / f"{at}.sqlite") as them:
            found.append(them)
    assert found[0].source != found[1].source


def test_numbers_of_real_enterprises_have_to_be_allowed(tmp_path: Path) -> None:
    one = sample()
    one.lines["enterprise.csv"].append(f'"{REAL}","AC","000","2","017",,"02-01-1999"')
    path = one.folder(tmp_path / "kbo")
    with pytest.raises(RealNumbers, match=rf"zoals {REAL}.*--allow-real-numbers"):
        Crowd(1_000, 7, path).open()
    assert Crowd(1_000, 7, path, real=True).open()[1] is not None


def test_contact_data_and_what_else_is_not_needed_may_be_missing(tmp_path: Path) -> None:
    one = sample()
    one.lines = {name: lines for name, lines in one.lines.items() if name in READ}
    assert len(register(one.folder(tmp_path / "kbo"))) == 400


def test_somebody_of_such_a_population_acts_for_a_registered_organisation(whole: Path) -> None:
    people = people_of(Crowd(1_000, 7, whole))
    actor = people.draw(Role.LEGAL_REPRESENTATIVE, random.Random(3))
    assert str(actor.organisation) in register(whole).safe
