"""A feature file as the house rules see it: parsed, typed, with the line of everything."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from gherkin.errors import CompositeParserException, ParserError
from gherkin.parser import Parser

from steps.cases import FEATURES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PLACEHOLDER = re.compile(r"<(.+?)>")
KIND_OF_KEYWORD = {"Context": "given", "Action": "when", "Outcome": "then"}


@dataclass(frozen=True)
class Step:
    """One step; `kind` is given, when or then, also behind "En" and "Maar"."""

    line: int
    keyword: str
    kind: str
    text: str
    cells: tuple[str, ...] = ()

    def with_values(self, values: dict[str, str]) -> Step:
        """Return this step as it is played for one row of examples."""

        def fill(text: str) -> str:
            return PLACEHOLDER.sub(lambda found: values.get(found[1], found[0]), text)

        cells = tuple(fill(cell) for cell in self.cells)
        return Step(self.line, self.keyword, self.kind, fill(self.text), cells)


@dataclass(frozen=True)
class Scenario:
    """A scenario or an abstract scenario with its examples."""

    line: int
    keyword: str
    name: str
    description: str
    tags: tuple[str, ...]
    steps: tuple[Step, ...]
    examples: tuple[dict[str, str], ...]

    def played(self, background: tuple[Step, ...] = ()) -> Iterator[tuple[Step, ...]]:
        """Yield the steps as they are played: once, or once for each row of examples."""
        steps = background + self.steps
        for values in self.examples or ({},):
            yield tuple(step.with_values(values) for step in steps)


@dataclass(frozen=True)
class Background:
    """The steps that precede every scenario of a feature or a rule."""

    line: int = 0
    description: str = ""
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True)
class Rule:
    """A rule with its examples."""

    line: int
    name: str
    description: str
    tags: tuple[str, ...]
    background: Background
    scenarios: tuple[Scenario, ...]


@dataclass(frozen=True)
class Feature:
    """A feature; `loose` holds the scenarios that stand outside every rule."""

    line: int
    name: str
    description: str
    tags: tuple[str, ...]
    background: Background
    rules: tuple[Rule, ...]
    loose: tuple[Scenario, ...]


@dataclass(frozen=True)
class Document:
    """A feature file: its text, and what stands in it or why it cannot be read."""

    path: str
    text: str
    feature: Feature | None
    fault: str = ""

    def at(self, line: int, complaint: str) -> str:
        """Return a complaint that names file and line."""
        return f"{self.path}:{line}: {complaint}"

    def scenarios(self) -> Iterator[tuple[Rule | None, Scenario]]:
        """Yield every scenario with its rule."""
        if self.feature is None:
            return
        yield from ((None, scenario) for scenario in self.feature.loose)
        for rule in self.feature.rules:
            yield from ((rule, scenario) for scenario in rule.scenarios)

    def background_of(self, rule: Rule | None) -> tuple[Step, ...]:
        """Return the steps that precede every scenario of a rule."""
        if self.feature is None:
            return ()
        return self.feature.background.steps + (rule.background.steps if rule else ())

    def played_steps(self) -> Iterator[Step]:
        """Yield every step as it is played, with the values of its examples."""
        for rule, scenario in self.scenarios():
            for steps in scenario.played(self.background_of(rule)):
                yield from steps

    @property
    def is_protocol(self) -> bool:
        """Say whether the feature is about the protocol, where numbers and names may stand."""
        return "protocol" in self.path.split("/")[:-1]


def _tags(node: Any) -> tuple[str, ...]:  # noqa: ANN401 - the parser yields plain dicts
    return tuple(tag["name"].removeprefix("@") for tag in node.get("tags", ()))


def _cells(node: Any) -> tuple[str, ...]:  # noqa: ANN401
    rows = node.get("dataTable", {}).get("rows", ())
    text = node.get("docString", {}).get("content")
    cells = tuple(cell["value"] for row in rows for cell in row["cells"])
    return cells if text is None else (*cells, text)


def _steps(node: Any) -> tuple[Step, ...]:  # noqa: ANN401
    steps = []
    kind = ""
    for step in node.get("steps", ()):
        kind = KIND_OF_KEYWORD.get(step["keywordType"], kind)
        steps.append(
            Step(step["location"]["line"], step["keyword"].strip(), kind, step["text"], _cells(step))
        )
    return tuple(steps)


def _examples(node: Any) -> tuple[dict[str, str], ...]:  # noqa: ANN401
    rows = []
    for table in node.get("examples", ()):
        header = [cell["value"] for cell in table.get("tableHeader", {}).get("cells", ())]
        for row in table.get("tableBody", ()):
            rows.append(dict(zip(header, (cell["value"] for cell in row["cells"]), strict=True)))
    return tuple(rows)


def _descriptions(node: Any) -> tuple[str, ...]:  # noqa: ANN401
    return tuple(table["description"].strip() for table in node["examples"])


def _scenario(node: Any) -> Scenario:  # noqa: ANN401
    tags = _tags(node) + tuple(tag for table in node["examples"] for tag in _tags(table))
    return Scenario(
        line=node["location"]["line"],
        keyword=node["keyword"],
        name=node["name"],
        description=" ".join((node["description"].strip(), *_descriptions(node))).strip(),
        tags=tags,
        steps=_steps(node),
        examples=_examples(node),
    )


def _background(children: Any) -> Background:  # noqa: ANN401
    for child in children:
        if "background" in child:
            node = child["background"]
            return Background(node["location"]["line"], node["description"].strip(), _steps(node))
    return Background()


def _rule(node: Any) -> Rule:  # noqa: ANN401
    children = node["children"]
    return Rule(
        line=node["location"]["line"],
        name=node["name"],
        description=node["description"].strip(),
        tags=_tags(node),
        background=_background(children),
        scenarios=tuple(_scenario(child["scenario"]) for child in children if "scenario" in child),
    )


def _feature(node: Any) -> Feature:  # noqa: ANN401
    children = node["children"]
    return Feature(
        line=node["location"]["line"],
        name=node["name"],
        description=node["description"].strip(),
        tags=_tags(node),
        background=_background(children),
        rules=tuple(_rule(child["rule"]) for child in children if "rule" in child),
        loose=tuple(_scenario(child["scenario"]) for child in children if "scenario" in child),
    )


def read_document(path: str, text: str) -> Document:
    """Parse the text of a feature file; what cannot be parsed becomes the document's fault."""
    try:
        content: Any = Parser().parse(text)
    except CompositeParserException as refusal:
        first = refusal.errors[0]
        return Document(path, text, None, f"{path}:{first.location['line']}: {first}")
    except ParserError as refusal:
        return Document(path, text, None, f"{path}:1: {refusal}")
    feature = content.get("feature")
    return Document(path, text, _feature(feature) if feature else None)


def read_documents(root: Path = FEATURES) -> tuple[Document, ...]:
    """Read every feature file under a folder, named as `features/<folder>/<file>`."""
    return tuple(
        read_document(f"features/{file.relative_to(root).as_posix()}", file.read_text("utf-8"))
        for file in sorted(root.rglob("*.feature"))
    )
