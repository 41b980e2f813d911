"""The features keep the house rules, and play every case that is to be played."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steps.cases import FEATURES, OTHER_TAGS, CaseFileError, project_cases, read_cases
from steps.house_rules import ALL_RULES
from steps.house_rules.bindings import folders_have_their_binding
from steps.house_rules.document import Document, read_documents
from steps.house_rules.scenarios import names_are_unique
from steps.house_rules.tags import cases_of
from steps.house_rules.vocabulary import (
    STEPS,
    import_vocabulary,
    registered_definitions,
    step_bodies_are_small,
    steps_fit_one_definition,
    vocabulary_files,
)
from steps.leeswijzer import project_leeswijzer

if TYPE_CHECKING:
    from collections.abc import Callable


def complain(complaints: list[str]) -> None:
    """Fail with every complaint on a line of its own, where a compared list would be shortened."""
    if complaints:
        pytest.fail("\n".join(complaints), pytrace=False)


@pytest.fixture(scope="module")
def documents() -> tuple[Document, ...]:
    return read_documents()


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.__name__)
def test_every_feature_keeps_the_house_rule(
    documents: tuple[Document, ...], rule: Callable[[Document], list[str]]
) -> None:
    complain([complaint for document in documents for complaint in rule(document)])


def test_scenario_names_are_unique_across_all_files(documents: tuple[Document, ...]) -> None:
    complain(names_are_unique(documents))


def test_every_step_fits_exactly_one_definition(documents: tuple[Document, ...]) -> None:
    import_vocabulary()
    definitions = registered_definitions()
    complaints = [
        complaint for document in documents for complaint in steps_fit_one_definition(document, definitions)
    ]
    complain(complaints)


def test_step_bodies_are_small_and_synchronous() -> None:
    complaints = [
        complaint
        for file in vocabulary_files()
        for complaint in step_bodies_are_small(
            f"steps/{file.relative_to(STEPS).as_posix()}", file.read_text("utf-8")
        )
    ]
    complain(complaints)


def test_every_folder_of_features_has_its_binding() -> None:
    complain(folders_have_their_binding(FEATURES, STEPS))


def test_every_played_case_has_a_scenario(documents: tuple[Document, ...]) -> None:
    if not documents:
        pytest.skip("there are no features yet")
    covered = cases_of(documents)
    missing = [
        f"{case.number} ({case.source}): {case.rule}"
        for case in project_cases().cases
        if case.played and case.number not in covered
    ]
    complain(missing)


def test_every_known_tag_is_declared_as_a_marker(pytestconfig: pytest.Config) -> None:
    declared = {line.split(":")[0] for line in pytestconfig.getini("markers")}
    known = {*project_cases().by_number(), *OTHER_TAGS}
    assert known <= declared


def test_the_sources_of_the_cases_are_those_of_the_leeswijzer() -> None:
    assert project_leeswijzer().sources == set(project_cases().sources)


@pytest.mark.parametrize(
    "fields",
    [
        "{source: webinar, played: yes}",
        "{source: krant, played: yes, rule: x}",
        "{source: webinar, played: no, rule: x}",
        "{source: webinar, played: yes, rule: x, kleur: rood}",
    ],
)
def test_a_case_with_a_missing_or_unknown_field_is_refused(fields: str) -> None:
    with pytest.raises(CaseFileError, match="W01"):
        read_cases(f"sources: {{webinar: x}}\ncases:\n  W01: {fields}\n")


def test_a_personage_has_a_first_name_and_a_code_of_its_own() -> None:
    leeswijzer = project_leeswijzer()
    assert len(leeswijzer.people) == len(set(leeswijzer.people_codes)) == 25
    assert len(set(leeswijzer.organisation_codes)) == 9


def test_a_term_has_exactly_one_name_in_the_code() -> None:
    terms = project_leeswijzer().terms
    assert len({term.dutch for term in terms}) == len(terms)
    assert len({term.code for term in terms}) == len(terms)
    assert all(term.code.isidentifier() and term.meaning.endswith(".") for term in terms)
