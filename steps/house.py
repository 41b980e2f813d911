"""The modules of the mocks, what they import, and who may import what."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PROJECT = Path(__file__).resolve().parent.parent
MOCKS = PROJECT / "mocks"

TOP = {
    "cli",
    "__main__",
    "__init__",
    "facts",
    "federation",
    "sentence",
    "settings",
    "storage",
    "launch",
    "pytest_plugin",
    "cast",
    "core",
    "tests",
}


@dataclass(frozen=True)
class Module:
    """A module of the mocks: where it stands and what it imports and reads."""

    path: Path

    @property
    def name(self) -> str:
        """Its path below ``mocks``, without the suffix."""
        return self.path.relative_to(MOCKS).with_suffix("").as_posix()

    @property
    def mock(self) -> str | None:
        """The mock that it belongs to, or None."""
        first, *rest = self.name.split("/")
        if first == "eloketten":
            return f"eloketten/{rest[0]}" if len(rest) > 1 else None
        return first if first not in TOP else None

    @property
    def room(self) -> str:
        """The room of its mock in which it stands."""
        parts = self.name.split("/")
        return parts[2 if parts[0] == "eloketten" and len(parts) > 2 else min(1, len(parts) - 1)]

    def imports(self) -> Iterator[str]:
        """Give every module that it imports, also within functions and for types only."""
        for node in ast.walk(ast.parse(self.path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module is not None:
                yield node.module
                yield from (f"{node.module}.{alias.name}" for alias in node.names)

    def calls(self) -> Iterator[str]:
        """Give every call of an attribute of a name, such as ``time.time``."""
        for node in ast.walk(ast.parse(self.path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                yield f"{node.value.id}.{node.attr}"


def modules() -> list[Module]:
    """Return every module that is part of the mocks, tests left out."""
    return [Module(path) for path in sorted(MOCKS.rglob("*.py")) if "tests" not in path.parts]


@dataclass(frozen=True)
class Forbidden:
    """What only some modules may import.

    Attributes:
        packages: what is imported.
        allowed: where it may be: paths below ``mocks``, or ``*/<room>`` for a room of any mock.
    """

    packages: tuple[str, ...]
    allowed: tuple[str, ...]

    def allows(self, module: Module) -> bool:
        """Return whether a module may import these."""
        in_room = f"*/{module.room}" if module.mock else ""
        return in_room in self.allowed or any(
            module.name == place or module.name.startswith(f"{place}/")
            for place in self.allowed
            if not place.startswith("*")
        )


FORBIDDEN = (
    # Decisions are made without a web server: routes, pages and control bring them the request.
    Forbidden(
        ("flask", "flask_wtf"),
        (
            "*/routes",
            "*/pages",
            "*/control",
            "*/app",
            "core/shell",
            "core/api",
            "core/control",
            "core/metrics",
            "federation",
            "core/oauth_answers",
        ),
    ),
    Forbidden(("sqlalchemy",), ("*/store", "core/store")),
    Forbidden(("jwt",), ("core/tokens",)),
    Forbidden(("granian",), ("core/wire/live",)),
    Forbidden(("responses",), ("core/wire/process",)),
    Forbidden(("locust",), ()),
    Forbidden(("yaml",), ("cast", "acm/backend")),
    Forbidden(("prometheus_client",), ("core/metrics", "core/visit")),
)
