"""The house rules about where a feature comes from: its why, its sources and its cases."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from steps.cases import OTHER_TAGS, project_cases

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from steps.house_rules.document import Document, Rule, Scenario

SOURCE_PREFIX = "Bron:"


def sources_named(document: Document) -> list[str]:
    """Return what the Bron line names, whether known or not."""
    description = document.feature.description if document.feature else ""
    lines = [line.strip() for line in description.splitlines()]
    listed = [line.removeprefix(SOURCE_PREFIX) for line in lines if line.startswith(SOURCE_PREFIX)]
    # Behind a key there may be a place: "webinar (dia 12)".
    parts = [part.strip() for line in listed for part in re.split(r"[,;]", line)]
    return [part.split()[0].rstrip(".") for part in parts if part]


def says_why_and_where_from(document: Document) -> list[str]:
    """Under the title stand at least two lines of why, then the source by its key."""
    if document.feature is None:
        return []
    line = document.feature.line
    lines = [text.strip() for text in document.feature.description.splitlines() if text.strip()]
    listed = [number for number, text in enumerate(lines) if text.startswith(SOURCE_PREFIX)]
    complaints = []
    if not listed:
        complaints.append(document.at(line, f"there is no line '{SOURCE_PREFIX} …'"))
    if (listed[0] if listed else len(lines)) < 2:
        complaints.append(document.at(line, "under the title stand two lines that say why"))
    named = sources_named(document)
    if listed and not named:
        complaints.append(document.at(line, "the Bron line names no source"))
    known = project_cases().sources
    complaints += [
        document.at(line, f"unknown source '{source}' (known: {', '.join(known)})")
        for source in named
        if source not in known
    ]
    return complaints


def _tags_in_use(document: Document) -> Iterator[tuple[int, str]]:
    if document.feature is None:
        return
    yield from ((document.feature.line, tag) for tag in document.feature.tags)
    for rule in document.feature.rules:
        yield from ((rule.line, tag) for tag in rule.tags)
    for _, scenario in document.scenarios():
        yield from ((scenario.line, tag) for tag in scenario.tags)


def _tags_that_reach(document: Document, rule: Rule | None, scenario: Scenario) -> set[str]:
    """Return the tags of a scenario, of its rule and of its feature."""
    above = document.feature.tags if document.feature else ()
    return {*above, *(rule.tags if rule else ()), *scenario.tags}


def tags_are_known(document: Document) -> list[str]:
    """A tag is a case of `cases.yaml` or one of the few others, so without a colon."""
    cases = project_cases().by_number()
    return [
        document.at(line, f"@{tag} is no case and no known tag")
        for line, tag in _tags_in_use(document)
        if tag not in cases and tag not in OTHER_TAGS
    ]


def cases_come_from_the_sources(document: Document) -> list[str]:
    """The Bron line names the document of every case that the feature plays."""
    cases = project_cases().by_number()
    named = sources_named(document)
    return [
        document.at(line, f"@{tag} comes from '{cases[tag].source}', which Bron does not name")
        for line, tag in _tags_in_use(document)
        if tag in cases and cases[tag].source not in named
    ]


def scenarios_play_a_case(document: Document) -> list[str]:
    """Outside the protocol every scenario is taken from a document, so it carries a case."""
    if document.is_protocol or document.feature is None:
        return []
    cases = project_cases().by_number()
    return [
        document.at(scenario.line, f"'{scenario.name}' carries no case")
        for rule, scenario in document.scenarios()
        if not cases.keys() & _tags_that_reach(document, rule, scenario)
    ]


def cases_of(documents: Iterable[Document]) -> frozenset[str]:
    """Return the numbers of the cases that have at least one scenario."""
    cases = project_cases().by_number()
    return frozenset(
        tag
        for document in documents
        for rule, scenario in document.scenarios()
        for tag in _tags_that_reach(document, rule, scenario)
        if tag in cases
    )


TAG_RULES = (
    says_why_and_where_from,
    tags_are_known,
    cases_come_from_the_sources,
    scenarios_play_a_case,
)
