"""Each line that is known for sure of ACM is held by a test, or stands among what is not played."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
LINES: list[dict[str, Any]] = yaml.safe_load((ROOT / "docs" / "domain-acm.yaml").read_text(encoding="utf-8"))
ROW = re.compile(r"^\| (ACM-[0-9.]+-[a-z]+) \| (.+) \| (.+) \|$", re.MULTILINE)
SECTIONS = ("1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7")


def number(identifier: str) -> str:
    """Return the section of an id: 1.3 of ACM-1.3-a."""
    return identifier.split("-")[1]


@cache
def names() -> frozenset[str]:
    """Return the names of all tests and scenarios of the project."""
    tests = {
        node.name
        for folder in ("mocks", "steps")
        for path in (ROOT / folder).rglob("test_*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }
    scenarios = {
        line.split(":", 1)[1].strip()
        for path in (ROOT / "features").rglob("*.feature")
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip().startswith(("Scenario:", "Abstract Scenario:"))
    }
    return frozenset(tests | scenarios)


def missing(line: dict[str, Any]) -> list[str]:
    """Return the tests that a line names and that do not exist."""
    return [name for name in line.get("tests", []) if name not in names()]


@pytest.mark.parametrize("line", LINES, ids=[line["id"] for line in LINES])
def test_a_line_is_held_by_tests_that_exist_or_says_why_it_is_not_played(line: dict[str, Any]) -> None:
    assert set(line) in ({"id", "line", "tests"}, {"id", "line", "not_played"})
    assert line.get("tests") or line.get("not_played")
    assert missing(line) == []


def test_a_test_that_does_not_exist_is_noticed() -> None:
    assert missing({"tests": ["test_of_nothing", "test_a_test_that_does_not_exist_is_noticed"]}) == [
        "test_of_nothing"
    ]


def test_ids_are_unique_and_run_through_each_section_without_a_gap() -> None:
    found = [line["id"] for line in LINES]
    expected = [
        f"ACM-{section}-{chr(ord('a') + place)}"
        for section in SECTIONS
        for place in range(sum(number(one) == section for one in found))
    ]
    assert found == expected
    assert {number(one) for one in found} == set(SECTIONS)


def test_what_is_not_played_stands_in_the_list_with_the_same_words_and_nothing_else_does() -> None:
    page = (ROOT / "docs" / "not-played.md").read_text(encoding="utf-8")
    listed = {identifier: (what, why) for identifier, what, why in ROW.findall(page)}
    assert listed == {
        line["id"]: (line["line"], line["not_played"]) for line in LINES if "not_played" in line
    }
    assert len(ROW.findall(page)) == page.count("| ACM-")
