"""Rights as CSV: what an export holds, and what a file for granting asks line by line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from mocks.core.forms import date_text, shown
from mocks.idm.domain.people import Person
from mocks.idm.domain.relations import WorkRelation
from mocks.idm.domain.rights import UserRight
from mocks.idm.errors import MalformedCsv, TooManyLines

MOST_LINES = 2_000
"""Lines of one file; the figure is ours, large enough for the hundreds that go by ticket in reality."""

EXPORT_COLUMNS = (
    "rijksregisternummer", "naam", "voornaam", "ondernemingsnummer", "categorie", "werkrelatie_begin",
    "werkrelatie_einde", "recht", "profiel", "contexten", "begin", "einde", "ingetrokken_op",
)  # fmt: skip

GRANT_COLUMNS = ("rijksregisternummer", "recht", "profiel", "contexten", "begin", "einde")
MANDATORY_COLUMNS = ("rijksregisternummer", "recht")

CONTEXT_SEPARATOR = "|"


@dataclass(frozen=True)
class GrantLine:
    """A line of a file for granting, as text.

    Attributes:
        number: of the line in the file, the header being line 1.
    """

    number: int
    person: str
    right: str
    profile: str
    contexts: tuple[str, ...]
    begin: str
    end: str


@dataclass(frozen=True)
class LineReport:
    """What became of one line.

    Attributes:
        line: its number in the file.
        granted: the number of the right, or None when it was refused or nothing was done.
        code: the code of the refusal, or an empty text when the line is right.
        sentence: what was done, or why not.
    """

    line: int
    granted: str | None
    code: str
    sentence: str

    @property
    def right(self) -> bool:
        """Whether nothing is wrong with the line."""
        return self.code == ""


@dataclass(frozen=True)
class BulkReport:
    """What became of a file: every line, and whether anything was done at all."""

    lines: tuple[LineReport, ...]
    done: bool

    @property
    def granted(self) -> int:
        """How many rights were granted."""
        return sum(line.granted is not None for line in self.lines)

    @property
    def refused(self) -> int:
        """How many lines have something wrong."""
        return sum(not line.right for line in self.lines)


def read_grants(text: str) -> Sequence[GrantLine]:
    """Read a file for granting: a header, then a line per right, separated by ; or ,.

    Raises:
        MalformedCsv: when the header or a line is not as asked.
        TooManyLines: beyond 2000 lines.
    """
    content = text.removeprefix("\ufeff")
    first = content.split("\n", 1)[0]
    if "\0" in content:
        raise MalformedCsv("Het bestand bevat tekens die niet te lezen zijn. Bewaar het als CSV in UTF-8.")
    reader = csv.reader(io.StringIO(content, newline=""), delimiter=";" if ";" in first else ",", strict=True)
    try:
        return _lines(reader)
    except csv.Error as error:
        raise MalformedCsv(
            f"Lijn {reader.line_num} is geen CSV ({error}). Kijk de aanhalingstekens na."
        ) from None


def _lines(reader: Iterator[list[str]]) -> list[GrantLine]:
    header = [name.strip().lower() for name in next(reader, [])]
    unknown = [name for name in header if name not in GRANT_COLUMNS]
    missing = [name for name in MANDATORY_COLUMNS if name not in header]
    if unknown or missing or len(set(header)) != len(header):
        raise MalformedCsv(
            f"De eerste lijn van het bestand noemt de kolommen: {';'.join(GRANT_COLUMNS)}. Verplicht zijn "
            f"{' en '.join(MANDATORY_COLUMNS)}; hier staat ‘{shown(';'.join(header))}’."
        )
    found: list[GrantLine] = []
    for number, cells in enumerate(reader, start=2):
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) > len(header):
            raise MalformedCsv(f"Lijn {number} heeft {len(cells)} kolommen, de eerste lijn {len(header)}.")
        if len(found) == MOST_LINES:
            raise TooManyLines(f"Eén bestand heeft hoogstens {MOST_LINES} lijnen. Splits het.")
        row = dict(zip(header, (cell.strip() for cell in cells), strict=False))
        contexts = row.get("contexten", "").split(CONTEXT_SEPARATOR)
        found.append(
            GrantLine(
                number=number,
                person=row.get("rijksregisternummer", ""),
                right=row.get("recht", ""),
                profile=row.get("profiel", ""),
                contexts=tuple(one.strip() for one in contexts if one.strip()),
                begin=row.get("begin", ""),
                end=row.get("einde", ""),
            )
        )
    if not found:
        raise MalformedCsv("Het bestand heeft geen lijn onder de kolommen. Voeg per recht een lijn toe.")
    return found


def export_row(person: Person, relation: WorkRelation, right: UserRight) -> Sequence[str]:
    """Return the cells of one right."""
    return (
        person.insz,
        person.family_name,
        person.given_name,
        relation.number.organisation,
        relation.category.value,
        date_text(relation.period.begin),
        date_text(relation.end),
        right.right.name,
        right.profile or "",
        CONTEXT_SEPARATOR.join(right.contexts),
        date_text(right.period.begin),
        date_text(right.end),
        date_text(right.revoked_on) if right.revoked_on else "",
    )


def csv_text(rows: Iterable[Sequence[str]]) -> str:
    """Return rows as CSV that spreadsheets of this country open: ; between, CRLF behind, no formulas."""
    target = io.StringIO(newline="")
    csv.writer(target, delimiter=";").writerows([_harmless(cell) for cell in row] for row in rows)
    return target.getvalue()


def _harmless(cell: str) -> str:
    """Return a cell that no spreadsheet runs as a formula (OWASP, CSV injection)."""
    return f"'{cell}" if cell[:1] in {"=", "+", "-", "@", "\t", "\r"} else cell
