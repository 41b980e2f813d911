"""KBO Open Data is read as the cookbook describes it, and whatever is wrong with it is said with its line."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from load.actors import Role
from load.crowd import Crowd, people_of
from load.open_data.archive import READ, Archive, UnusableOpenData
from load.open_data.register import RealNumbers, Register, read_register
from load.people import Population
from load.populate import Settlers, settlers
from load.tests.open_data_sample import (
    ABROAD,
    BANKRUPT,
    FRENCH,
    NAMELESS,
    STRUCK_OFF,
    Sample,
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


def change(name: str, line: int, old: str, new: str) -> Callable[[Sample], None]:
    def changed(one: Sample) -> None:
        assert old in one.lines[name][line - 1]
        one.lines[name][line - 1] = one.lines[name][line - 1].replace(old, new)

    return changed


def cut(name: str, bytes_left: int) -> Callable[[Sample], None]:
    def changed(one: Sample) -> None:
        one.raw[name] = one.members()[name][:bytes_left]

    return changed


def recode(name: str, encoding: str) -> Callable[[Sample], None]:
    def changed(one: Sample) -> None:
        one.raw[name] = one.members()[name].decode().encode(encoding)

    return changed


def drop(name: str, *lines: int) -> Callable[[Sample], None]:
    def changed(one: Sample) -> None:
        for line in lines:
            del one.lines[name][line - 1]
        if not lines:
            del one.lines[name]

    return changed


def doubled(one: Sample) -> None:
    one.lines["enterprise.csv"].append(one.lines["enterprise.csv"][3])


WRONG = [
    (drop("address.csv"), r"ontbreekt address.csv. Haal het bestand .* opnieuw op"),
    (drop("meta.csv", 2), "meta.csv in .* zegt geen SnapshotDate"),
    (change("meta.csv", 2, "09-04-2021", "2021-04-09"), "Regel 2 van meta.csv .*geen datum zoals 31-12-2019"),
    (change("meta.csv", 4, "full", "update"), "Regel 4 van meta.csv .*niet volledig .update.. Neem het Full"),
    (
        change("enterprise.csv", 1, "StartDate", "Begin"),
        "Regel 1 van enterprise.csv .*kolom StartDate ontbreekt",
    ),
    (change("enterprise.csv", 1, ",", ";"), "Regel 1 van enterprise.csv .*met een komma ertussen"),
    (change("enterprise.csv", 3, '"2"', '"9"'), "Regel 3 van enterprise.csv .*geen soort onderneming"),
    (change("enterprise.csv", 3, "15-06", "31-06"), "Regel 3 van enterprise.csv .*geen datum"),
    (
        change("enterprise.csv", 3, ',,"15', ',"15'),
        "Regel 3 van enterprise.csv .*6 waarden, en de kop noemt er 7",
    ),
    (change("enterprise.csv", 3, number(1), "0100.001.003"), "Regel 3 van enterprise.csv .*controlecijfers"),
    (change("enterprise.csv", 3, number(1), "100.001"), "Regel 3 van enterprise.csv .*telt 6 cijfers"),
    (
        change("enterprise.csv", 3, '"706"', '"vzw"'),
        "Regel 3 van enterprise.csv .*geen code van drie cijfers",
    ),
    (doubled, "Regel 276 van enterprise.csv .*staat ook op regel 4"),
    (
        change("denomination.csv", 2, number(0), "niets"),
        "Regel 2 van denomination.csv .*geen nummer van tien",
    ),
    (
        change("address.csv", 2, '"Gent"', '"Gent'),
        "Regel .* van address.csv .*geen goede CSV|ze is afgebroken",
    ),
    (cut("denomination.csv", -4), "denomination.csv .*geen goede CSV .*zonder einde"),
    (recode("denomination.csv", "cp1252"), "Regel 3 van denomination.csv .*geen UTF-8"),
    (recode("enterprise.csv", "utf-16"), "Regel 1 van enterprise.csv .*geen UTF-8"),
]


@pytest.mark.parametrize(("spoil", "sentence"), WRONG)
def test_what_is_wrong_is_said_with_its_place_and_the_repair(
    tmp_path: Path, spoil: Callable[[Sample], None], sentence: str
) -> None:
    one = sample(270)
    spoil(one)
    path = one.zip(tmp_path / "KboOpenData.zip")
    with (
        pytest.raises(UnusableOpenData, match=sentence),
        settlers(Crowd(1_000, 7, path), tmp_path / "kept.sqlite"),
    ):
        raise AssertionError("it was taken")


def test_too_few_enterprises_are_refused_with_how_many_are_needed(tmp_path: Path) -> None:
    path = sample(269).folder(tmp_path / "kbo")
    with pytest.raises(UnusableOpenData, match=r"heeft 269 rechtspersonen .*telt 270 organisaties"):
        people_of(Crowd(1_000, 7, path))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "bestaat niet. Noem de zip"),
        ("PK afgebroken", "is geen zip, of niet helemaal opgehaald"),
    ],
)
def test_what_is_no_zip_is_refused(tmp_path: Path, content: str | None, sentence: str) -> None:
    path = tmp_path / "kbo.zip"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(UnusableOpenData, match=sentence):
        Archive(path)


def test_a_damaged_member_is_refused(tmp_path: Path) -> None:
    path = sample().zip(tmp_path / "kbo.zip")
    with zipfile.ZipFile(path) as packed:
        at = packed.getinfo("enterprise.csv")
        begin = at.header_offset + 200
    content = bytearray(path.read_bytes())
    content[begin : begin + 20] = bytes(20)
    path.write_bytes(content)
    with pytest.raises(UnusableOpenData, match=r"enterprise.csv in .* is niet te lezen .*opnieuw op"):
        register(path)


def test_an_update_is_told_from_the_whole(tmp_path: Path) -> None:
    one = sample()
    for name in ("enterprise", "denomination", "address"):
        one.lines[f"{name}_insert.csv"] = one.lines.pop(f"{name}.csv")
    with pytest.raises(UnusableOpenData, match="Dit is een Update-bestand: neem het Full-bestand"):
        Archive(one.folder(tmp_path / "kbo"))


def test_contact_data_and_what_else_is_not_needed_may_be_missing(tmp_path: Path) -> None:
    one = sample()
    one.lines = {name: lines for name, lines in one.lines.items() if name in READ}
    assert len(register(one.folder(tmp_path / "kbo"))) == 400


def test_somebody_of_such_a_population_acts_for_a_registered_organisation(whole: Path) -> None:
    people = people_of(Crowd(1_000, 7, whole))
    actor = people.draw(Role.LEGAL_REPRESENTATIVE, random.Random(3))
    assert str(actor.organisation) in register(whole).safe
