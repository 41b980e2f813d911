"""The load stands beside the house: it visits the mocks, and they do not know it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent.parent
LOAD = PROJECT / "load"

LIGHT = ("people", "names", "numbers", "proportions", "crowd", "open_data/archive", "open_data/register")
"""What journeys import, in every process: no web server and no database comes along."""

LOCUSTS_PROCESS = ("locustfile", "visitor", "sampling", "arriving")
"""What runs in locust's own process: importing locust patches the process that does it."""


def imports(file: Path) -> set[str]:
    """Return every module that a file imports, also within functions."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def where(wanted: str, folder: str) -> set[str]:
    """Return which files of a folder import a package."""
    files = (PROJECT / folder).rglob("*.py")
    return {
        file.relative_to(PROJECT).as_posix()
        for file in files
        if any(one.split(".")[0] == wanted for one in imports(file))
    }


def test_of_the_mocks_only_the_command_line_leads_to_the_load() -> None:
    assert where("load", "mocks") <= {"mocks/cli.py"}


def test_locust_and_faker_stay_within_the_load() -> None:
    assert where("locust", "mocks") | where("locust", "steps") | where("faker", "mocks") == set()
    assert where("faker", "load") == {"load/names.py"}


def test_of_the_mocks_the_load_takes_what_exists_and_no_tables_and_no_pages() -> None:
    inner = {"store", "routes", "pages", "control", "errors", "peers", "backend"}
    guilty = {
        (file.name, one)
        for file in LOAD.glob("*.py")
        for one in imports(file)
        if one.startswith("mocks.") and inner & set(one.split(".")[2:])
    }
    assert guilty == set()


def test_who_only_draws_people_imports_no_mock() -> None:
    heavy = {
        (name, one)
        for name in LIGHT
        for one in imports(LOAD / f"{name}.py")
        if one.startswith("mocks.") and not one.startswith(("mocks.core", "mocks.cast"))
    }
    assert heavy == set()


@pytest.mark.parametrize("package", ["locust", "gevent"])
def test_only_what_runs_in_locusts_process_imports_locust(package: str) -> None:
    assert where(package, "load") | where(package, "steps") <= {f"load/{name}.py" for name in LOCUSTS_PROCESS}


def test_nothing_that_a_test_or_the_command_imports_reaches_locust() -> None:
    reached = {f"load.{name}" for name in LOCUSTS_PROCESS}
    guilty = {
        (file.name, one)
        for file in LOAD.rglob("*.py")
        if file.stem not in LOCUSTS_PROCESS
        for one in imports(file) & reached
    }
    assert guilty == set()


def test_every_file_of_the_load_says_what_it_is() -> None:
    texts = {file.name: file.read_text(encoding="utf-8") for file in LOAD.rglob("*.py")}
    assert {name for name, text in texts.items() if not ast.get_docstring(ast.parse(text))} == set()
