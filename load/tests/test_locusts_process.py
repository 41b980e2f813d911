"""The load keeps the rules of the house: who imports locust, and how long a file is."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
LOAD = PROJECT / "load"

LOCUSTS_PROCESS = {"locustfile", "visitor", "sampling", "arriving"}
"""The modules that run in locust's own process: importing locust patches the process that does it."""


def imported_by(path: Path) -> Iterator[str]:
    """Give the packages that a module imports, also within functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            yield node.module.split(".")[0]


def importing(*packages: str) -> set[str]:
    """Return which modules of the suite and of the load import one of these packages."""
    return {
        path.relative_to(LOAD).with_suffix("").as_posix() if path.is_relative_to(LOAD) else path.name
        for folder in ("steps", "load")
        for path in (PROJECT / folder).rglob("*.py")
        if not set(packages).isdisjoint(imported_by(path))
    }


def test_only_what_runs_in_locusts_process_imports_locust() -> None:
    assert importing("locust", "gevent") - LOCUSTS_PROCESS == set()


def test_nothing_that_a_test_or_the_command_imports_reaches_locust() -> None:
    inside = {
        path.stem
        for path in [*LOAD.glob("*.py"), *(LOAD / "tests").glob("*.py")]
        if path.stem not in LOCUSTS_PROCESS
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module in {f"load.{name}" for name in LOCUSTS_PROCESS}
    }
    assert inside == set()


@pytest.mark.parametrize("path", sorted(LOAD.rglob("*.py")), ids=lambda path: path.name)
def test_a_file_is_a_screenful_of_screens_and_says_what_it_stands_for(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 300
    assert ast.get_docstring(ast.parse(text))
