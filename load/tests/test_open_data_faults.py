"""Whatever is wrong with a file of KBO Open Data is said in a sentence, with its line and the repair."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from load.crowd import Crowd, people_of
from load.open_data.archive import Archive, UnusableOpenData
from load.open_data.register import read_register
from load.populate import settlers
from load.tests.open_data_sample import Sample, number, sample


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


def damaged(content: bytearray, begin: int) -> None:
    content[begin + 200 : begin + 220] = bytes(20)


def encrypted(content: bytearray, begin: int) -> None:
    content[begin + 6] |= 1
    # The directory at the end tells of every member in turn, of this one as the last.
    content[content.rindex(b"PK\x01\x02") + 8] |= 1


@pytest.mark.parametrize(("spoil", "repair"), [(damaged, "opnieuw op"), (encrypted, "Pak de zip zelf uit")])
def test_a_member_that_cannot_be_read_is_refused(
    tmp_path: Path, spoil: Callable[[bytearray, int], None], repair: str
) -> None:
    one = sample()
    one.lines["enterprise.csv"] = one.lines.pop("enterprise.csv")
    path = one.zip(tmp_path / "kbo.zip")
    with zipfile.ZipFile(path) as packed:
        begin = packed.getinfo("enterprise.csv").header_offset
    content = bytearray(path.read_bytes())
    spoil(content, begin)
    path.write_bytes(content)
    with pytest.raises(UnusableOpenData, match=rf"enterprise.csv in .* is niet te lezen .*{repair}"):
        read_register(Archive(path))


def test_an_update_is_told_from_the_whole(tmp_path: Path) -> None:
    one = sample()
    for name in ("enterprise", "denomination", "address"):
        one.lines[f"{name}_insert.csv"] = one.lines.pop(f"{name}.csv")
    with pytest.raises(UnusableOpenData, match="Dit is een Update-bestand: neem het Full-bestand"):
        Archive(one.folder(tmp_path / "kbo"))
