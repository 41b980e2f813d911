"""The house rules about rules and scenarios: what a rule shows, what a scenario consists of."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from steps.cases import WITHOUT_REFUSAL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from steps.house_rules.document import Document, Feature, Rule, Scenario

REASON_PREFIX = "Zonder weigering:"

# A Dan step with one of these words shows the refusing side of a rule.
REFUSING_WORDS = frozenset(
    {"geweigerd", "weigert", "niet", "geen", "niets", "niemand", "nooit", "evenmin", "ontbreekt"}
)


def words(text: str) -> list[str]:
    """Return the words of a text in lower case."""
    return re.findall(r"[\w'-]+", text.lower())


def scenarios_stand_under_a_rule(document: Document) -> list[str]:
    """Every scenario is an example of a Regel."""
    return [
        document.at(scenario.line, f"'{scenario.name}' stands outside every Regel")
        for rule, scenario in document.scenarios()
        if rule is None
    ]


def rules_have_examples(document: Document) -> list[str]:
    """A feature has rules, and every rule has scenarios."""
    if document.feature is None:
        return []
    if not document.feature.rules:
        return [document.at(document.feature.line, "the feature has no Regel")]
    return [
        document.at(rule.line, "the Regel has no scenario")
        for rule in document.feature.rules
        if not rule.scenarios
    ]


def _refuses(document: Document, rule: Rule, scenario: Scenario) -> bool:
    return any(
        step.kind == "then" and REFUSING_WORDS.intersection(words(step.text))
        for steps in scenario.played(document.background_of(rule))
        for step in steps
    )


def rules_refuse(document: Document) -> list[str]:
    """Each Regel shows a refusal, or is tagged @zonder-weigering and says why."""
    complaints = []
    for rule in document.feature.rules if document.feature else ():
        if WITHOUT_REFUSAL not in rule.tags:
            if not any(_refuses(document, rule, scenario) for scenario in rule.scenarios):
                complaints.append(document.at(rule.line, "no scenario of this Regel refuses"))
            continue
        lines = [line.strip() for line in rule.description.splitlines()]
        reasons = [line.removeprefix(REASON_PREFIX) for line in lines if REASON_PREFIX in line]
        if not any(words(reason) for reason in reasons):
            complaints.append(document.at(rule.line, f"@{WITHOUT_REFUSAL} asks a line '{REASON_PREFIX} …'"))
    return complaints


def scenarios_are_short(document: Document) -> list[str]:
    """A scenario has three to five steps; those of an Achtergrond may make up the three."""
    complaints = []
    for rule, scenario in document.scenarios():
        own = len(scenario.steps)
        everything = own + len(document.background_of(rule))
        if own > 5 or everything < 3:
            complaints.append(
                document.at(scenario.line, f"'{scenario.name}' has {own} steps, not three to five")
            )
    return complaints


def scenarios_act_once(document: Document) -> list[str]:
    """Gegeven comes first, one Als follows, Dan closes."""
    complaints = []
    order = {"": 0, "given": 0, "when": 1, "then": 2}
    for rule, scenario in document.scenarios():
        kinds = [step.kind for step in document.background_of(rule) + scenario.steps]
        if kinds.count("when") != 1:
            complaints.append(
                document.at(
                    scenario.line,
                    f"'{scenario.name}' has {kinds.count('when')} Als steps, not one",
                )
            )
        if kinds != sorted(kinds, key=order.__getitem__):
            complaints.append(document.at(scenario.line, f"'{scenario.name}' is not Gegeven, Als, Dan"))
    return complaints


def scenarios_have_an_outcome(document: Document) -> list[str]:
    """Every scenario has a Dan: without one it passes whatever happens."""
    return [
        document.at(scenario.line, f"'{scenario.name}' has no Dan")
        for _, scenario in document.scenarios()
        if not any(step.kind == "then" for step in scenario.steps)
    ]


def scenarios_hold_no_prose(document: Document) -> list[str]:
    """A step with a misspelt keyword becomes description, and is never played."""
    parts: Iterator[tuple[int, str]] = (
        (scenario.line, scenario.description) for _, scenario in document.scenarios()
    )
    complaints = [
        document.at(line, f"prose inside a scenario: '{description.splitlines()[0]}'")
        for line, description in parts
        if description
    ]
    holders: tuple[Feature | Rule, ...] = ()
    if document.feature is not None:
        holders = (document.feature, *document.feature.rules)
    complaints += [
        document.at(holder.background.line, "prose inside an Achtergrond")
        for holder in holders
        if holder.background.description
    ]
    return complaints


def names_are_unique(documents: Iterable[Document]) -> list[str]:
    """Of two scenarios with one name in a file, pytest-bdd silently drops the first."""
    places: dict[str, list[str]] = defaultdict(list)
    for document in documents:
        for _, scenario in document.scenarios():
            places[scenario.name].append(f"{document.path}:{scenario.line}")
    return [
        f"{', '.join(found)}: the name '{name}' is not unique"
        for name, found in places.items()
        if len(found) > 1 or not name
    ]


SCENARIO_RULES = (
    scenarios_stand_under_a_rule,
    rules_have_examples,
    rules_refuse,
    scenarios_are_short,
    scenarios_act_once,
    scenarios_have_an_outcome,
    scenarios_hold_no_prose,
)
