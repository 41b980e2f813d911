"""The house rules about step definitions: every step fits exactly one, and each stays small."""

from __future__ import annotations

import ast
import importlib
import inspect
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pytest_bdd.steps import step_function_context_registry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from steps.house_rules.document import Document

STEPS = Path(__file__).resolve().parent.parent
# What stands in these folders plays no steps.
OTHER_FOLDERS = frozenset({"tests", "report", "house_rules", "__pycache__"})
STEP_DECORATORS = frozenset({"given", "when", "then", "step"})
LONGEST_BODY = 3


@dataclass(frozen=True)
class Definition:
    """A step definition; `kind` is None where it serves every keyword."""

    kind: str | None
    pattern: str
    place: str
    fits: Callable[[str], bool]


def vocabulary_files(root: Path = STEPS) -> tuple[Path, ...]:
    """Return the files that may hold step definitions."""
    return tuple(
        file
        for file in sorted(root.rglob("*.py"))
        if not OTHER_FOLDERS.intersection(file.relative_to(root).parts)
    )


def import_vocabulary() -> None:
    """Import every module of the vocabulary, so that its definitions are registered.

    Bindings and conftest are left to pytest: a second import would bind every scenario anew.
    """
    for file in vocabulary_files():
        if file.name.startswith(("test_", "conftest")):
            continue
        parts = file.relative_to(STEPS.parent).with_suffix("").parts
        name = ".".join(part for part in parts if part != "__init__")
        importlib.import_module(name)


def registered_definitions(root: Path = STEPS) -> tuple[Definition, ...]:
    """Return the definitions that stand in files under a folder, each once.

    pytest-bdd keeps every definition of the process in one registry, its own ("trace") included. A
    module that was imported twice, under two names, counts once.
    """
    found: dict[tuple[str, int, str | None, str], Definition] = {}
    for context in tuple(step_function_context_registry.values()):
        code = getattr(inspect.unwrap(context.step_func), "__code__", None)
        file = Path(code.co_filename) if code else Path()
        if code is None or not file.is_relative_to(root):
            continue
        relative = file.relative_to(root)
        if OTHER_FOLDERS.intersection(relative.parts):
            continue
        key = (str(relative), code.co_firstlineno, context.type, context.parser.name)
        place = f"{root.name}/{relative.as_posix()}:{code.co_firstlineno}"
        found[key] = Definition(context.type, context.parser.name, place, context.parser.is_matching)
    return tuple(found.values())


def steps_fit_one_definition(document: Document, definitions: Iterable[Definition]) -> list[str]:
    """Where two definitions fit a step, pytest-bdd takes one of them and says nothing."""
    definitions = tuple(definitions)
    complaints: dict[str, None] = {}
    for step in document.played_steps():
        fitting = [
            definition
            for definition in definitions
            if definition.kind in {None, step.kind} and definition.fits(step.text)
        ]
        if len(fitting) == 1:
            continue
        places = ", ".join(f"{each.place} '{each.pattern}'" for each in fitting) or "none"
        complaint = f"'{step.keyword} {step.text}' fits {len(fitting)} definitions: {places}"
        complaints[document.at(step.line, complaint)] = None
    return list(complaints)


def _is_step(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    decorators = (item.func if isinstance(item, ast.Call) else item for item in function.decorator_list)
    names = (item.attr if isinstance(item, ast.Attribute) else item for item in decorators)
    return any((name.id if isinstance(name, ast.Name) else name) in STEP_DECORATORS for name in names)


def _step_functions(text: str) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and _is_step(node):
            yield node


def step_bodies_are_small(path: str, text: str) -> list[str]:
    """A step calls a driver or asserts, in at most three lines, and is never `async`."""
    complaints = []
    for function in _step_functions(text):
        body = function.body
        if ast.get_docstring(function) is not None:
            body = body[1:]
        lines = (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0
        if lines > LONGEST_BODY:
            complaints.append(f"{path}:{function.lineno}: a step body of {lines} lines")
        if isinstance(function, ast.AsyncFunctionDef):
            complaints.append(f"{path}:{function.lineno}: pytest-bdd never awaits an async step")
    return complaints
