"""What KBO Open Data says of the enterprises that became organisations of a population.

The files are read once, line by line; what concerns one of these enterprises goes into a small SQLite file,
from which a chunk of the population is answered.  Memory grows with the population, not with the register.
"""

from __future__ import annotations

import hashlib
import sqlite3
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import islice
from pathlib import Path

from load.open_data.archive import ADDRESSES, AGAIN, CODES, ENTERPRISES, NAMES, READ, Archive
from load.open_data.register import Register, day_of, number_from, start_of
from mocks.kbo.domain import (
    LEGAL_FORMS,
    LEGAL_SITUATIONS,
    Address,
    Coded,
    Denomination,
    Enterprise,
    Language,
    NameType,
)
from mocks.kbo.domain.enterprises import LONGEST_NAME

LANGUAGES = {"1": Language.FRENCH, "2": Language.DUTCH, "3": Language.GERMAN, "4": Language.ENGLISH}
"""*Bron*: Cookbook R018, Language.  A name of no known language (0) is taken for a Dutch one: ours."""

NAME_TYPES = frozenset(NameType)
"""*Bron*: Cookbook R018, TypeOfDenomination; 004, of a branch, is not ours to keep."""

SEAT = "REGO"
"""*Bron*: Cookbook R018, TypeOfAddress."""

NO_HOUSE_NUMBER = "z.n."
"""Stands where the seat has no house number, as on many a letter."""

AT_ONCE = 20_000

_TABLES = """
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    CREATE TABLE enterprise (place INTEGER PRIMARY KEY, form TEXT, situation TEXT, begun TEXT);
    CREATE TABLE name (place INTEGER, type TEXT, language TEXT, text TEXT);
    CREATE TABLE address (place INTEGER PRIMARY KEY, street TEXT, house TEXT, box TEXT, postcode TEXT,
        municipality TEXT);
"""

Told = Callable[[str], object]


class Organisations:
    """The enterprises of a register that a population has, by their place in it."""

    def __init__(self, archive: Archive, register: Register, chosen: Sequence[int], file: Path) -> None:
        """Keep what is read in ``file``, which has to be new; :meth:`read` reads it.

        Args:
            archive: where the files are.
            register: what was read of it before.
            chosen: the first eight digits of the number at each place, rising.
            file: where to keep what is read of them, as long as this lives.
        """
        self._archive, self._register = archive, register
        self._chosen = array("I", chosen)
        self._kept = sqlite3.connect(file)
        self._kept.executescript(_TABLES)
        self._labels: dict[tuple[str, str], str] = {}

    def read(self, told: Told = lambda _: None) -> None:
        """Read the files; ``told`` hears of each before it is read.

        Raises:
            UnusableOpenData: when a line is not what it should be.
        """
        told(CODES)
        self._labels = dict(self._codes())
        for name, statement, rows in (
            (ENTERPRISES, "INSERT INTO enterprise VALUES (?, ?, ?, ?)", self._enterprises()),
            (NAMES, "INSERT INTO name VALUES (?, ?, ?, ?)", self._names()),
            # A second seat is not to be expected; the first one stands.
            (ADDRESSES, "INSERT OR IGNORE INTO address VALUES (?, ?, ?, ?, ?, ?)", self._addresses()),
        ):
            told(name)
            while some := list(islice(rows, AT_ONCE)):
                self._kept.executemany(statement, some)
        self._kept.execute("CREATE INDEX name_of ON name (place)")
        self._kept.commit()

    def close(self) -> None:
        """Let go of what was kept."""
        self._kept.close()

    @property
    def source(self) -> str:
        """Which extract it is, with a fingerprint of everything that was read."""
        read = "".join(self._archive.digests[name] for name in READ)
        extract = self._register.extract
        digest = hashlib.sha256(read.encode()).hexdigest()
        return f"KBO-uittreksel {extract.number} van {extract.snapshot.isoformat()} ({digest[:16]})"

    def enterprise(self, place: int) -> Enterprise:
        """Return the enterprise at a place, as the register has it; without its contact data."""
        form, situation, begun = self._kept.execute(
            "SELECT form, situation, begun FROM enterprise WHERE place = ?", (place,)
        ).fetchone()
        number = number_from(self._chosen[place])
        return Enterprise(
            number=number,
            # An entity always has a name (Bron: Cookbook R018, §1.5.1); one without is called by its number.
            names=tuple(self._names_of(place)) or (Denomination(f"Onderneming {number.display}"),),
            start_date=date.fromisoformat(begun),
            legal_situation=self._coded("JuridicalSituation", situation),
            legal_form=self._coded("JuridicalForm", form) if form else None,
            address=self._address_of(place),
        )

    def _codes(self) -> Iterator[tuple[tuple[str, str], str]]:
        for _, (category, code, language, text) in self._archive.rows(
            CODES, ("Category", "Code", "Language", "Description")
        ):
            if language == "NL" and category in {"JuridicalForm", "JuridicalSituation"}:
                yield (category, code), _line(text)

    def _enterprises(self) -> Iterator[tuple[int, str, str, str]]:
        columns = ("EnterpriseNumber", "JuridicalForm", "JuridicalSituation", "StartDate")
        for line, (number, form, situation, begun) in self._archive.rows(ENTERPRISES, columns):
            place = self._place(ENTERPRISES, line, number)
            if place is None:
                continue
            for code in (form, situation):
                if code and not (len(code) == 3 and code.isdecimal()):
                    raise self._archive.refuse(
                        ENTERPRISES, line, f"‘{code[:20]}’ is geen code van drie cijfers. {AGAIN}"
                    )
            yield place, form, situation or "000", day_of(self._archive, ENTERPRISES, line, begun).isoformat()

    def _names(self) -> Iterator[tuple[int, str, str, str]]:
        columns = ("EntityNumber", "TypeOfDenomination", "Language", "Denomination")
        for line, (number, kind, language, text) in self._archive.rows(NAMES, columns):
            place = self._place(NAMES, line, number)
            if place is not None and kind in NAME_TYPES and _line(text):
                yield place, kind, language, _line(text)

    def _addresses(self) -> Iterator[tuple[int, str, str, str, str, str]]:
        columns: tuple[str, ...] = (
            "EntityNumber",
            "TypeOfAddress",
            "CountryNL",
            "CountryFR",
            "Zipcode",
            "MunicipalityNL",
        )
        columns += ("MunicipalityFR", "StreetNL", "StreetFR", "HouseNumber", "Box", "DateStrikingOff")
        for line, found in self._archive.rows(ADDRESSES, columns):
            place = self._place(ADDRESSES, line, found[0])
            # Of a country there is only a name in the file, and here addresses have its code: none is kept.
            if place is None or found[1] != SEAT or found[2] or found[3] or found[11]:
                continue
            postcode, municipality = _line(found[4]), _line(found[5]) or _line(found[6])
            street = _line(found[7]) or _line(found[8])
            if postcode and municipality and street:
                house = _line(found[9]) or NO_HOUSE_NUMBER
                yield place, street, house, _line(found[10]), postcode, municipality

    def _place(self, name: str, line: int, text: str) -> int | None:
        """Return the place of an enterprise that was chosen; None for all others, and for their units."""
        digits = text.replace(".", "")
        if not (len(digits) == 10 and digits.isdecimal()):
            raise self._archive.refuse(name, line, f"‘{text[:20]}’ is geen nummer van tien cijfers. {AGAIN}")
        start = int(digits[:8])
        place = bisect_left(self._chosen, start)
        if place == len(self._chosen) or self._chosen[place] != start:
            return None
        # Whoever has the same first digits must have the same last ones.
        start_of(self._archive, name, line, digits)
        return place

    def _names_of(self, place: int) -> Iterator[Denomination]:
        found = self._kept.execute(
            "SELECT text, language, type FROM name WHERE place = ? ORDER BY type, language <> '2', rowid",
            (place,),
        )
        for text, language, kind in found:
            yield Denomination(text, LANGUAGES.get(language, Language.DUTCH), NameType(kind))

    def _address_of(self, place: int) -> Address | None:
        found = self._kept.execute(
            "SELECT street, house, postcode, municipality, box FROM address WHERE place = ?", (place,)
        ).fetchone()
        if found is None:
            return None
        street, house, postcode, municipality, box = found
        return Address(street, house, postcode, municipality, box or None)

    def _coded(self, category: str, code: str) -> Coded:
        tables = {"JuridicalForm": LEGAL_FORMS, "JuridicalSituation": LEGAL_SITUATIONS}
        return Coded(code, self._labels.get((category, code)) or tables[category].get(code) or code)


def _line(text: str) -> str:
    """Return a text on one line, as long as one can be here and without what nobody can read."""
    seen = "".join(sign if sign.isprintable() else " " for sign in text)
    return " ".join(seen.split())[:LONGEST_NAME].rstrip()
