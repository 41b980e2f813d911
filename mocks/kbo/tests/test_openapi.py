"""``docs/openapi/kbo.yaml`` describes the API and the control room as they are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from mocks.kbo.control import KINDS, DelayBody
from mocks.kbo.tests.alone import CIJFERWIJS, DE_KADE, ELS, JAN, NOBODYS, KboAlone

DOCUMENT: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[3] / "docs" / "openapi" / "kbo.yaml").read_text(encoding="utf-8")
)
METHODS = {"get", "put", "post", "delete"}


def routes_of_the_app(kbo: KboAlone) -> set[tuple[str, str]]:
    """Return method and path of each route; those for any kind of fact once per kind."""
    found = set()
    for rule in kbo.app.url_map.iter_rules():
        if not rule.rule.startswith(("/api/v1", "/_mock")):
            continue
        for method in {one.lower() for one in rule.methods or ()} & METHODS:
            for kind in KINDS:
                path = rule.rule.replace("<kind>", kind.name)
                found.add((method, path.replace("<", "{").replace(">", "}")))
    return found


def schema_errors(name: str, value: object) -> list[str]:
    schema = {"$ref": f"#/components/schemas/{name}", "components": DOCUMENT["components"]}
    return [error.message for error in Draft202012Validator(schema).iter_errors(value)]


def test_every_route_stands_in_the_description_and_the_other_way_round(kbo: KboAlone) -> None:
    described = {
        (method, path) for path, item in DOCUMENT["paths"].items() for method in METHODS & item.keys()
    }
    assert described == routes_of_the_app(kbo)


@pytest.mark.parametrize(
    ("schema", "body"),
    [
        ("EnterpriseBody", KINDS[0].body),
        ("FunctionBody", KINDS[1].body),
        ("DelayBody", DelayBody),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_every_member_of_a_body_is_described(schema: str, body: Any) -> None:  # noqa: ANN401
    described = DOCUMENT["components"]["schemas"][schema]
    assert set(described["properties"]) == set(body.model_fields)
    required = {name for name, field in body.model_fields.items() if field.is_required()}
    assert set(described.get("required", ())) == required


@pytest.mark.parametrize(
    ("path", "schema", "status"),
    [
        ("/api/v1/enterprises", "EnterprisePage", 200),
        (f"/api/v1/enterprises/{DE_KADE}", "Extract", 200),
        (f"/api/v1/enterprises/{CIJFERWIJS}", "Extract", 200),
        (f"/api/v1/enterprises/{DE_KADE}/functions", "FunctionsInEnterprise", 200),
        (f"/api/v1/persons/{ELS}/functions", "FunctionsOfPerson", 200),
        ("/_mock/enterprise", "Numbers", 200),
        (f"/_mock/enterprise/{DE_KADE}", "EnterpriseBody", 200),
        (f"/_mock/function/{DE_KADE}-{JAN}-10002", "FunctionBody", 200),
        ("/_mock/delay", "Delay", 200),
        (f"/api/v1/enterprises/{NOBODYS}", "Problem", 404),
        ("/api/v1/enterprises/onzin", "Problem", 400),
        ("/_mock/function/onzin", "Problem", 400),
    ],
)
def test_an_answer_has_the_shape_that_is_described(
    kbo: KboAlone, path: str, schema: str, status: int
) -> None:
    kbo.function(DE_KADE, CIJFERWIJS, "10008", permanent_representative=ELS, visible_from="2021-04-28")
    kbo.function(DE_KADE, ELS, "10006", end="9999-12-31")
    answer = kbo.get(path)
    assert answer.status == status
    assert schema_errors(schema, answer.json()) == []


def test_an_answer_of_another_shape_is_noticed() -> None:
    assert schema_errors("Function", {"code": "10002"})
    assert schema_errors("Delay", {"mode": "traag", "today": "", "visible_from": "", "coming": []})


def test_every_example_can_be_put(kbo: KboAlone) -> None:
    numbers = {"EnterpriseBody": DE_KADE, "FunctionBody": f"{DE_KADE}-{JAN}-10002"}
    for path, item in DOCUMENT["paths"].items():
        content = item.get("put", {}).get("requestBody", {}).get("content", {}).get("application/json")
        if content is None:
            continue
        schema = content["schema"]["$ref"].rpartition("/")[2]
        for example in content["examples"].values():
            assert schema_errors(schema, example["value"]) == []
            answer = kbo.put(path.replace("{number}", numbers.get(schema, "")), example["value"])
            assert answer.status == 200, answer.body
