"""The rules about step definitions and bindings refuse what they are there for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_bdd import parsers

from steps.house_rules.bindings import folders_have_their_binding
from steps.house_rules.tests.examples import PATH, changed, good, line_of
from steps.house_rules.vocabulary import (
    Definition,
    registered_definitions,
    step_bodies_are_small,
    steps_fit_one_definition,
)

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

ACCESS = parsers.parse("krijgt {wie} toegang tot KIOSK")


def definition(kind: str | None, pattern: str) -> Definition:
    return Definition(kind, pattern, f"steps/x.py:{len(pattern)}", parsers.re(pattern).is_matching)


ENOUGH = [
    definition("given", ".* is .*"),
    definition("when", "(?P<wie>.*) (zich|op) .*"),
    definition("then", "(krijgt|wordt|ziet|staat) .*"),
]


def test_a_feature_whose_steps_fit_one_definition_each_is_accepted() -> None:
    assert steps_fit_one_definition(good(), ENOUGH) == []


def test_a_step_without_definition_is_named() -> None:
    document = changed("Dan krijgt Jan", "Dan vindt Jan")
    [complaint] = steps_fit_one_definition(document, ENOUGH)
    assert complaint == (
        f"{PATH}:{line_of(document, 'vindt Jan')}: 'Dan vindt Jan toegang tot KIOSK' fits 0 definitions: none"
    )


def test_a_step_that_fits_two_definitions_is_named_with_both() -> None:
    second = Definition("then", ACCESS.name, "steps/access.py:7", ACCESS.is_matching)
    [complaint] = steps_fit_one_definition(good(), [*ENOUGH, second])
    assert "fits 2 definitions" in complaint
    assert "steps/access.py:7" in complaint


def test_a_definition_of_another_keyword_does_not_fit() -> None:
    given_only = [definition("given", ".*")]
    complaints = steps_fit_one_definition(good(), given_only)
    assert any("'Als " in complaint for complaint in complaints)
    assert not any("'Gegeven " in complaint for complaint in complaints)


def test_a_definition_for_every_keyword_counts_too() -> None:
    everything = definition(None, ".*")
    assert steps_fit_one_definition(good(), [everything]) == []
    assert steps_fit_one_definition(good(), [*ENOUGH, everything]) != []


def test_examples_are_filled_in_before_the_steps_are_matched() -> None:
    document = changed("| Sara | itsme  |", "| Sara | ketting |")
    narrow = [ENOUGH[0], ENOUGH[2], definition("when", ".* (met (itsme|eID)|op) .*")]
    [complaint] = steps_fit_one_definition(document, narrow)
    assert "Sara zich met ketting" in complaint


def test_registered_definitions_are_found_by_the_file_they_stand_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = tmp_path / "sample_vocabulary_module.py"
    module.write_text(
        "from pytest_bdd import given, then, parsers\n"
        "@given('er is een begin')\n"
        "@then(parsers.parse('is er {iets}'))\n"
        "def _(): ...\n",
        encoding="utf-8",
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    # The registry holds definitions weakly, so the module has to stay alive.
    kept = __import__(module.stem)
    found = registered_definitions(tmp_path)
    assert {(each.kind, each.pattern) for each in found} == {
        ("given", "er is een begin"),
        ("then", "is er {iets}"),
    }
    assert kept.__name__ == module.stem


def test_a_step_body_of_more_than_three_lines_is_named() -> None:
    body = "    a = 1\n" * 4
    text = f'@given("x")\ndef _():\n    """Do x."""\n{body}'
    assert step_bodies_are_small("steps/x.py", text) == ["steps/x.py:2: a step body of 4 lines"]
    assert step_bodies_are_small("steps/x.py", text.replace("    a = 1\n", "", 1)) == []


def test_an_async_step_is_named_and_another_function_is_not() -> None:
    text = '@pytest_bdd.when("x")\nasync def _():\n    pass\n\nasync def other():\n    pass\n'
    assert step_bodies_are_small("steps/x.py", text) == [
        "steps/x.py:2: pytest-bdd never awaits an async step"
    ]


def test_a_folder_without_its_binding_is_named(tmp_path: Path) -> None:
    features, steps = tmp_path / "features", tmp_path / "steps"
    (features / "digitale-sleutels").mkdir(parents=True)
    (features / "digitale-sleutels" / "a.feature").touch()
    steps.mkdir()
    wanted = 'scenarios("../features/digitale-sleutels")'
    assert folders_have_their_binding(features, steps) == [
        f"features/digitale-sleutels: make steps/test_digitale_sleutels.py with {wanted}"
    ]
    binding = steps / "test_digitale_sleutels.py"
    binding.write_text('scenarios("../features")\n', encoding="utf-8")
    assert folders_have_their_binding(features, steps) == [
        f"steps/{binding.name}: it binds its own folder only, {wanted}"
    ]
    binding.write_text(f"{wanted}\n", encoding="utf-8")
    assert folders_have_their_binding(features, steps) == []
