"""Which enterprises of KBO Open Data can be organisations of a population, by number alone.

That is all that whoever draws people needs.  Four bytes are kept of each, so that the whole register takes
some megabytes; the order of the lines does not matter.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

from load.numbers import mixed, numbers_of_the_cast
from load.open_data.archive import AGAIN, ENTERPRISES, META, Archive, UnusableOpenData
from mocks.core.identifiers import EnterpriseNumber, IdentifierRefusal
from mocks.core.identifiers.digits import check_digits

FOUNDED_BEFORE = date(2021, 1, 1)
"""Enterprises that began later are passed over: in the worlds it is spring 2021, and they were not there."""

LEGAL_PERSON = "2"
"""*Bron*: Cookbook R018, TypeOfEnterprise; 1 is a natural person, 0 is not known."""

FOREIGN_FORM = "030"
PUBLIC_LAW = ("1", "3", "4")
"""How forms begin that are of public law, of authorities and of local governments.

Our reading of the codes that were seen (116 and 124, 301, 411 and 416).  To which target group of ACM such a
body belongs is not in the file, and a foreign entity (030) comes by the desk of the KBO with its number at
home, which is not in it either: both are passed over, and invented ones stand there instead.
"""

_COLUMNS = ("EnterpriseNumber", "Status", "TypeOfEnterprise", "JuridicalForm", "StartDate")


class RealNumbers(UnusableOpenData):
    """The open data has numbers of real enterprises, and nobody allowed these."""


@dataclass(frozen=True)
class Extract:
    """Which extract of the register it is."""

    number: str
    snapshot: date


class Register:
    """The enterprises that can be organisations, the first eight digits of each number, rising."""

    def __init__(self, path: Path, extract: Extract, starts: Sequence[int]) -> None:
        """Keep them; the last two digits follow from the others."""
        self.path, self.extract = path, extract
        self._starts = array("I", sorted(starts))

    def __len__(self) -> int:
        return len(self._starts)

    def chosen(self, seed: int, of: int) -> Sequence[int]:
        """Return the first eight digits of the numbers of all organisations, by place.

        Raises:
            UnusableOpenData: when there are not so many.
        """
        self.require(of)
        # Each place has its own stretch of the register, and the seed says who of it stands there.
        ends = [place * len(self._starts) // of for place in range(of + 1)]
        return array(
            "I",
            (
                self._starts[begin + mixed(seed, "register", place) % (end - begin)]
                for place, (begin, end) in enumerate(pairwise(ends))
            ),
        )

    def require(self, of: int) -> None:
        """Refuse to be asked for more organisations than there are.

        Raises:
            UnusableOpenData: with how many there are.
        """
        if len(self._starts) < of:
            raise UnusableOpenData(
                f"{self.path} heeft {len(self)} rechtspersonen die organisatie kunnen zijn, en deze "
                f"bevolking telt {of} organisaties. Vraag minder personen, of neem het volledige bestand."
            )

    @property
    def safe(self) -> frozenset[str]:
        """The numbers among them that no company can have, which those of invented ones must not be."""
        return frozenset(number_from(start) for start in self._starts[self._safe])

    @property
    def could_be_real(self) -> bool:
        """Whether one of the numbers can be of a real enterprise."""
        return self._safe != slice(0, len(self._starts))

    @property
    def twice(self) -> EnterpriseNumber | None:
        """A number that stands there twice, or None."""
        found = (one for one, other in pairwise(self._starts) if one == other)
        return next((number_from(one) for one in found), None)

    def require_allowed(self, *, real: bool) -> None:
        """Refuse numbers of real enterprises, unless these are allowed.

        Raises:
            RealNumbers: with the option that allows them.
        """
        if self.could_be_real and not real:
            one = number_from(self._starts[-1 if self._safe.stop < len(self._starts) else 0])
            raise RealNumbers(
                f"{self.path} heeft nummers van echte ondernemingen, zoals {one.display}. Wie die wil, geeft "
                "--allow-real-numbers mee; personen blijven verzonnen."
            )

    @property
    def _safe(self) -> slice:
        first, last = (int(end[:8]) for end in (EnterpriseNumber.first, EnterpriseNumber.last))
        return slice(bisect_left(self._starts, first), bisect_left(self._starts, last + 1))


def number_from(start: int) -> EnterpriseNumber:
    """Return the enterprise number that begins with these eight digits."""
    return EnterpriseNumber(f"{start:08}{check_digits(start):02}")


def start_of(archive: Archive, name: str, line: int, text: str) -> int:
    """Return the first eight digits of an enterprise number that stands on a line.

    Raises:
        UnusableOpenData: when it is none.
    """
    digits = text.replace(".", "")
    if len(digits) == 10 and digits.isdecimal() and digits[0] in "01":
        # Nearly every number of millions is right, and this is all that has to hold.
        start = int(digits[:8])
        if check_digits(start) == int(digits[8:]):
            return start
    try:
        return int(EnterpriseNumber(text)[:8])
    except IdentifierRefusal as refusal:
        raise archive.refuse(name, line, f"{refusal.sentence} {AGAIN}") from None


def day_of(archive: Archive, name: str, line: int, text: str) -> date:
    """Return a day that stands on a line as dd-mm-yyyy.

    Raises:
        UnusableOpenData: when it is none.
    """
    try:
        day, month, year = text.split("-")
        if (len(day), len(month), len(year)) != (2, 2, 4):
            raise ValueError
        return date(int(year), int(month), int(day))
    except ValueError:
        raise archive.refuse(
            name, line, f"‘{text[:20]}’ is geen datum zoals 31-12-2019 (dag, maand, jaar). {AGAIN}"
        ) from None


def read_register(archive: Archive) -> Register:
    """Return the enterprises of an archive that can be organisations; none that the cast has.

    Raises:
        UnusableOpenData: when a line is not what it should be, or a number stands there twice.
    """
    extract = read_extract(archive)
    # Days recur: there are some thousands of them, and millions of enterprises.
    early: dict[str, bool] = {}
    starts, taken = array("I"), {int(number[:8]) for number in numbers_of_the_cast()}
    for line, (number, status, kind, form, begun) in archive.rows(ENTERPRISES, _COLUMNS):
        if kind not in {"0", "1", LEGAL_PERSON}:
            raise archive.refuse(
                ENTERPRISES, line, f"‘{kind[:20]}’ is geen soort onderneming (0, 1 of 2). {AGAIN}"
            )
        if kind != LEGAL_PERSON or status != "AC" or form == FOREIGN_FORM or form.startswith(PUBLIC_LAW):
            continue
        start = start_of(archive, ENTERPRISES, line, number)
        if begun not in early:
            early[begun] = day_of(archive, ENTERPRISES, line, begun) < FOUNDED_BEFORE
        if early[begun] and start not in taken:
            starts.append(start)
    register = Register(archive.path, extract, starts)
    if (twice := register.twice) is not None:
        lines = [
            str(line)
            for line, (number, _) in archive.rows(ENTERPRISES, ("EnterpriseNumber", "Status"))
            if number.replace(".", "") == twice
        ]
        raise archive.refuse(
            ENTERPRISES, int(lines[1]), f"{twice.display} staat ook op regel {lines[0]}. {AGAIN}"
        )
    return register


def read_extract(archive: Archive) -> Extract:
    """Return which extract an archive is.

    Raises:
        UnusableOpenData: when it does not say so, or is no full one.
    """
    said = {name: (line, value) for line, (name, value) in archive.rows(META, ("Variable", "Value"))}
    for name in ("SnapshotDate", "ExtractType", "ExtractNumber"):
        if not said.get(name, (0, ""))[1]:
            raise UnusableOpenData(f"{META} in {archive.path} zegt geen {name}. {AGAIN}")
    line, kind = said["ExtractType"]
    if kind.casefold() != "full":
        raise archive.refuse(
            META, line, f"het uittreksel is niet volledig ({kind[:20]}). Neem het Full-bestand van die maand."
        )
    line, snapshot = said["SnapshotDate"]
    return Extract(said["ExtractNumber"][1][:20], day_of(archive, META, line, snapshot))
