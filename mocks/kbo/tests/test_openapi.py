"""``docs/openapi/kbo.yaml`` describes the API and the control room as they are."""

from __future__ import annotations

from typing import Any

import pytest

from mocks.core.tests.openapi import Description, below, routes_of
from mocks.kbo.control import KINDS
from mocks.kbo.control.bodies import DelayBody
from mocks.kbo.routes import ForeignBody
from mocks.kbo.tests.alone import CIJFERWIJS, DE_KADE, ELS, JAN, NOBODYS, KboAlone

DESCRIPTION = Description("kbo")


def test_every_route_stands_in_the_description_and_the_other_way_round(kbo: KboAlone) -> None:
    kinds = [kind.name for kind in KINDS]
    assert set(DESCRIPTION.operations) == routes_of(kbo.app, below("/api/v1", "/_mock"), kinds)


@pytest.mark.parametrize(
    ("schema", "body"),
    [
        ("EnterpriseBody", KINDS[0].body),
        ("FunctionBody", KINDS[1].body),
        ("DelayBody", DelayBody),
        ("ForeignBody", ForeignBody),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_every_member_of_a_body_is_described(schema: str, body: Any) -> None:  # noqa: ANN401
    DESCRIPTION.require_members(schema, body)


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
    assert DESCRIPTION.errors(schema, answer.json()) == []


def test_an_answer_of_another_shape_is_noticed() -> None:
    assert DESCRIPTION.errors("Function", {"code": "10002"})
    assert DESCRIPTION.errors("Delay", {"mode": "traag", "today": "", "visible_from": "", "coming": []})


def test_every_example_can_be_put(kbo: KboAlone) -> None:
    numbers = {"EnterpriseBody": DE_KADE, "FunctionBody": f"{DE_KADE}-{JAN}-10002"}
    for path, schema, example in DESCRIPTION.examples("put"):
        answer = kbo.put(path.replace("{number}", numbers.get(schema, "")), example)
        assert answer.status == 200, answer.body
