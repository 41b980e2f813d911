"""The house rule about bindings: each folder of features has a module that makes pytest play it.

A parse error stops every feature that a binding loads, so there is one binding per folder, and a
folder without one is never played at all.
"""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def binding_name(folder: str) -> str:
    """Return the file name of the binding of a folder: `aanmelden` → `test_aanmelden.py`."""
    return f"test_{folder.replace('-', '_')}.py"


def _bound_folders(text: str) -> Iterator[str]:
    """Yield the folders that a binding names in `scenarios("../features/…")`."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "scenarios":
            yield from (
                argument.value
                for argument in node.args
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
            )


def folders_have_their_binding(features: Path, steps: Path) -> list[str]:
    """Return a complaint for each folder of features that its binding does not play."""
    complaints = []
    for folder in sorted({file.parent for file in features.rglob("*.feature")} - {features}):
        name = folder.relative_to(features).as_posix()
        binding = steps / binding_name(name)
        wanted = f'scenarios("../features/{name}")'
        if not binding.is_file():
            complaints.append(f"features/{name}: make steps/{binding.name} with {wanted}")
        elif list(_bound_folders(binding.read_text("utf-8"))) != [f"../features/{name}"]:
            complaints.append(f"steps/{binding.name}: it binds its own folder only, {wanted}")
    return complaints
