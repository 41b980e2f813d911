"""What the tests of the API files share: a description, held against an application and its answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml
from flask import Flask
from jsonschema import Draft202012Validator
from pydantic import BaseModel
from werkzeug.routing import Rule

FOLDER = Path(__file__).parents[3] / "docs" / "openapi"
METHODS = {"get", "put", "post", "delete"}


def for_programs(rule: Rule) -> bool:
    """Return whether a route is no page and nothing that only pages need."""
    return not rule.endpoint.startswith(("pages.", "core.static", "core.favicon"))


def below(*paths: str) -> Callable[[Rule], bool]:
    """Return the test whether a route stands below one of these paths."""
    return lambda rule: rule.rule.startswith(paths)


class Description:
    """An OpenAPI document of ours.

    Attributes:
        document: the whole of it.
    """

    def __init__(self, name: str) -> None:
        self.document: dict[str, Any] = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
        self.schemas: dict[str, Any] = self.document["components"]["schemas"]

    @property
    def operations(self) -> dict[tuple[str, str], dict[str, Any]]:
        """Every operation, by method and path."""
        items = self.document["paths"].items()
        return {(method, path): item[method] for path, item in items for method in METHODS & item.keys()}

    def errors(self, name: str, value: object) -> list[str]:
        """Return what is wrong with a value by the schema of this name."""
        schema = {"$ref": f"#/components/schemas/{name}", "components": self.document["components"]}
        return [error.message for error in Draft202012Validator(schema).iter_errors(value)]

    def examples(self, method: str, media_type: str = "application/json") -> Iterator[tuple[str, str, Any]]:
        """Give path, name of the schema and value of each example of a body, which fits its schema."""
        for (one, path), operation in self.operations.items():
            content = operation.get("requestBody", {}).get("content", {}).get(media_type)
            if one != method or content is None:
                continue
            schema = content["schema"]["$ref"].rpartition("/")[2]
            for example in content["examples"].values():
                assert self.errors(schema, example["value"]) == []
                yield path, schema, example["value"]

    def require_members(self, name: str, body: type[BaseModel]) -> None:
        """Hold the members of a schema, and which are required, to those of a body."""
        described = self.schemas[name]
        assert set(described["properties"]) == set(body.model_fields)
        required = {member for member, field in body.model_fields.items() if field.is_required()}
        assert set(described.get("required", ())) == required

    def references(self) -> set[str]:
        """Return every ``$ref``."""
        return set(_references(self.document))


def routes_of(
    app: Flask, wanted: Callable[[Rule], bool], kinds: Iterable[str] = ("",)
) -> set[tuple[str, str]]:
    """Return method and path of each route that is wanted; those for any kind of fact once per kind."""
    names = tuple(kinds)
    return {
        (method.lower(), rule.rule.replace("<kind>", kind).replace("<", "{").replace(">", "}"))
        for rule in app.url_map.iter_rules()
        if wanted(rule)
        for method in rule.methods or ()
        if method.lower() in METHODS
        for kind in names
    }


def _references(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for name, member in value.items():
            if name == "$ref":
                yield member
            yield from _references(member)
    elif isinstance(value, list):
        for member in value:
            yield from _references(member)
