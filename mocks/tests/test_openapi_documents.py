"""Every API file is sound in itself; that it is true is held beside each mock."""

from __future__ import annotations

import pytest
from jsonschema import Draft202012Validator

from mocks.core.tests.openapi import FOLDER, Description

NAMES = sorted(path.stem for path in FOLDER.glob("*.yaml"))


@pytest.mark.parametrize("name", NAMES)
def test_every_reference_leads_somewhere_and_nothing_lies_unused(name: str) -> None:
    description = Description(name)
    there = {
        f"#/components/{group}/{member}"
        for group, members in description.document["components"].items()
        if group != "securitySchemes"
        for member in members
    }
    assert description.references() == there


@pytest.mark.parametrize("name", NAMES)
def test_every_operation_has_a_name_of_its_own_and_answers(name: str) -> None:
    operations = Description(name).operations.values()
    names = [operation["operationId"] for operation in operations]
    assert len(set(names)) == len(names)
    assert all(operation["responses"] and operation["summary"] for operation in operations)


@pytest.mark.parametrize("name", NAMES)
def test_every_schema_is_one(name: str) -> None:
    for schema in Description(name).schemas.values():
        Draft202012Validator.check_schema(schema)
