"""The house rules about a feature file: its language, its name, its keywords."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from steps.house_rules.document import PLACEHOLDER

if TYPE_CHECKING:
    from steps.house_rules.document import Document

LANGUAGE_LINE = "# language: nl"
FILE_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.feature")
FOLDER_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
SCENARIO_KEYWORDS = {"Scenario", "Abstract Scenario"}
STEP_KEYWORDS = {"Gegeven", "Als", "Dan", "En", "Maar"}


def can_be_read(document: Document) -> list[str]:
    """A feature file that cannot be parsed stops every feature of its binding."""
    return [document.fault] if document.fault else []


def begins_with_its_language(document: Document) -> list[str]:
    """The first line says that the feature is Dutch."""
    if document.text.partition("\n")[0].rstrip() == LANGUAGE_LINE:
        return []
    return [document.at(1, f"the first line is '{LANGUAGE_LINE}'")]


def holds_one_feature(document: Document) -> list[str]:
    """A file holds one Functionaliteit, and it has a name."""
    if document.fault:
        return []
    if document.feature is None:
        return [document.at(1, "there is no Functionaliteit in this file")]
    if not document.feature.name:
        return [document.at(document.feature.line, "the Functionaliteit has no name")]
    return []


def is_named_after_its_subject(document: Document) -> list[str]:
    """A file lies in a folder of features/ and is named `onderwerp-of-werkwoord.feature`."""
    _, *folders, name = document.path.split("/")
    complaints = []
    if not FILE_NAME.fullmatch(name):
        complaints.append(document.at(1, f"the file name {name} is not onderwerp-of-werkwoord"))
    if len(folders) != 1 or not FOLDER_NAME.fullmatch(folders[0]):
        complaints.append(document.at(1, "a feature file lies in one folder under features/"))
    return complaints


def uses_the_house_keywords(document: Document) -> list[str]:
    """One keyword for one thing: no Voorbeeld, Stel, Wanneer or `*`."""
    complaints = []
    for rule, scenario in document.scenarios():
        if scenario.keyword not in SCENARIO_KEYWORDS:
            complaints.append(document.at(scenario.line, f"'{scenario.keyword}:' is not used"))
        complaints += [
            document.at(step.line, f"'{step.keyword}' is not used")
            for step in document.background_of(rule) + scenario.steps
            if step.keyword not in STEP_KEYWORDS
        ]
    return _once(complaints)


def examples_belong_to_outlines(document: Document) -> list[str]:
    """An Abstract Scenario has rows, a Scenario has none, and every <field> is filled."""
    complaints = []
    for _, scenario in document.scenarios():
        outline = scenario.keyword == "Abstract Scenario"
        if outline and not scenario.examples:
            complaints.append(document.at(scenario.line, "an Abstract Scenario has Voorbeelden"))
        if not outline and scenario.examples:
            complaints.append(
                document.at(scenario.line, "a scenario with Voorbeelden is an Abstract Scenario")
            )
        complaints += [
            document.at(step.line, f"no column fills {found[0]}")
            for steps in scenario.played()
            for step in steps
            for text in (step.text, *step.cells)
            if (found := PLACEHOLDER.search(text))
        ]
    return _once(complaints)


def _once(complaints: list[str]) -> list[str]:
    return list(dict.fromkeys(complaints))


FORM_RULES = (
    can_be_read,
    begins_with_its_language,
    holds_one_feature,
    is_named_after_its_subject,
    uses_the_house_keywords,
    examples_belong_to_outlines,
)
