"""The leeswijzer as data: who and what a feature may name, read from `features/README.md`.

The tables that people read are the closed types that the house rules hold the features to, so that
the two cannot drift apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from steps.cases import FEATURES

if TYPE_CHECKING:
    from collections.abc import Iterator

LEESWIJZER_FILE = FEATURES / "README.md"

MONTHS: tuple[str, ...] = ("januari", "februari", "maart", "april", "mei", "juni")
MONTHS += ("juli", "augustus", "september", "oktober", "november", "december")
DAY = re.compile(rf"\b\d{{1,2}} (?:{'|'.join(MONTHS)})(?: \d{{4}})?\b")

LEGAL_FORMS = (" vzw", " bv", " nv", " Ltd")


@dataclass(frozen=True)
class Term:
    """A term of the domain, its one name in the code and what it means."""

    dutch: str
    code: str
    meaning: str


@dataclass(frozen=True)
class Leeswijzer:
    """The closed types of the features."""

    people: frozenset[str]
    people_codes: tuple[str, ...]
    organisations: frozenset[str]
    organisation_codes: tuple[str, ...]
    departments: frozenset[str]
    systems: frozenset[str]
    labels: frozenset[str]
    days: frozenset[str]
    sources: frozenset[str]
    terms: tuple[Term, ...]

    def may_be_quoted(self, text: str) -> bool:
        """Say whether a step may hold this text between quotation marks."""
        return text in self.organisations | self.departments | self.labels


def _tables(text: str) -> Iterator[tuple[str, list[str]]]:
    """Yield (heading, cells) for each body row of each table, in the order of the file."""
    heading = ""
    rows_seen = 0
    for line in text.splitlines():
        if line.startswith("## "):
            heading = line.removeprefix("## ").strip()
        if not line.startswith("|"):
            rows_seen = 0
            continue
        rows_seen += 1
        # The first two lines of a table are its header and the dashes under it.
        if rows_seen > 2:
            yield heading, [cell.strip().strip("`") for cell in line.strip("|\n ").split("|")]


def _without_legal_form(name: str) -> str:
    for form in LEGAL_FORMS:
        name = name.removesuffix(form)
    return name


def read_leeswijzer(text: str) -> Leeswijzer:
    """Read the tables of a leeswijzer."""
    rows: dict[str, list[list[str]]] = {}
    for heading, cells in _tables(text):
        rows.setdefault(heading, []).append(cells)

    def column(heading: str, number: int = 0) -> tuple[str, ...]:
        return tuple(cells[number] for cells in rows.get(heading, []))

    organisations = column("Organisaties")
    return Leeswijzer(
        people=frozenset(name.split()[0] for name in column("Personages")),
        people_codes=column("Personages", 1),
        organisations=frozenset(organisations)
        | frozenset(_without_legal_form(name) for name in organisations),
        organisation_codes=column("Organisaties", 1),
        departments=frozenset(column("Departementen")),
        systems=frozenset(column("Systemen")),
        labels=frozenset(column("Labels")),
        days=frozenset(column("Kalender")),
        sources=frozenset(column("Bronnen")),
        terms=tuple(Term(*cells) for cells in rows.get("Begrippen", [])),
    )


@cache
def project_leeswijzer() -> Leeswijzer:
    """Return the project's own leeswijzer."""
    return read_leeswijzer(LEESWIJZER_FILE.read_text(encoding="utf-8"))
