"""The cases: every rule of the source documents, numbered, as `features/cases.yaml` holds them.

A scenario carries the number of the case that it plays as a tag (`@W12`). The house rules ask a
scenario for each case that is played, the report shows case → scenarios → result.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

FEATURES = Path(__file__).resolve().parent.parent / "features"
CASES_FILE = FEATURES / "cases.yaml"

WITHOUT_REFUSAL = "zonder-weigering"
WITHOUT_PAGES = "zonder-paginas"

# Tags that are no case, with what they say. A tag that is neither here nor a case is refused.
OTHER_TAGS: Mapping[str, str] = MappingProxyType(
    {
        WITHOUT_REFUSAL: "the rule has nothing to refuse; its description says why",
        WITHOUT_PAGES: "whoever signs in does so in one redirect, since the feature is not about that",
    }
)


class CaseFileError(ValueError):
    """The case list says something that cannot be meant."""


@dataclass(frozen=True)
class Case:
    """One rule of a source document."""

    number: str
    rule: str
    source: str
    played: bool


@dataclass(frozen=True)
class CaseList:
    """All cases, in the order of the file, and the documents they come from."""

    cases: tuple[Case, ...]
    sources: Mapping[str, str]

    def by_number(self) -> dict[str, Case]:
        """Return the cases under their number."""
        return {case.number: case for case in self.cases}


def read_cases(text: str) -> CaseList:
    """Read a case list; raise CaseFileError where a field is missing or unknown."""
    # BaseLoader keeps everything text: with another loader `yes` would become True.
    content = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506
    sources: dict[str, str] = content["sources"]
    cases = []
    for number, fields in content["cases"].items():
        if set(fields) != {"rule", "source", "played"}:
            raise CaseFileError(f"{number}: a case has rule, source and played, not {set(fields)}")
        if fields["source"] not in sources:
            raise CaseFileError(f"{number}: unknown source {fields['source']}")
        if fields["played"] not in {"yes", "later"}:
            raise CaseFileError(f"{number}: played is yes or later, not {fields['played']}")
        cases.append(Case(number, fields["rule"], fields["source"], fields["played"] == "yes"))
    return CaseList(tuple(cases), MappingProxyType(sources))


@cache
def project_cases() -> CaseList:
    """Return the project's own case list."""
    return read_cases(CASES_FILE.read_text(encoding="utf-8"))


def marker_lines() -> tuple[str, ...]:
    """Return the lines that declare every known tag as a pytest marker."""
    cases = tuple(f"{case.number}: {case.rule}" for case in project_cases().cases)
    return cases + tuple(f"{tag}: {meaning}" for tag, meaning in OTHER_TAGS.items())
