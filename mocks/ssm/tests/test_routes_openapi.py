"""``docs/openapi/ssm.yaml`` describes the API and the control room as they are."""

from __future__ import annotations

from typing import Any

import pytest

from mocks.core.tests.openapi import Description, below, routes_of
from mocks.ssm.control import KINDS, MandateBody
from mocks.ssm.routes import mandates, parties
from mocks.ssm.tests.alone import CIJFERWIJS, DE_KADE, DE_LINDE, JAN, KAREL, TOM, SsmAlone

DESCRIPTION = Description("ssm")
API = "/api/v1"
FIRST, SECOND = "M-2021-000001-43", "M-2021-000002-42"
QUERY = f"actor={JAN}&party={DE_KADE}"


def test_every_route_stands_in_the_description_and_the_other_way_round(ssm: SsmAlone) -> None:
    kinds = [kind.name for kind in KINDS]
    routes = routes_of(ssm.app, below(API, "/_mock"), kinds) - {("get", "/_mock/")}
    assert set(DESCRIPTION.operations) == routes


@pytest.mark.parametrize(
    ("schema", "body"),
    [
        ("Conclude", mandates.ConcludeBody),
        ("Sign", mandates.SignBody),
        ("Extend", mandates.ExtendBody),
        ("Stop", mandates.StopBody),
        ("Transfer", mandates.TransferBody),
        ("SignMany", parties.SignManyBody),
        ("StopMany", parties.StopManyBody),
        ("Chosen", parties.ChosenBody),
        ("MandateBody", MandateBody),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_every_member_of_a_body_is_described(schema: str, body: Any) -> None:  # noqa: ANN401
    DESCRIPTION.require_members(schema, body)


def filled(ssm: SsmAlone) -> SsmAlone:
    """Let De Kade have given Cijferwijs one mandate that works and one that waits."""
    ssm.signed(end=None)
    ssm.pending(type_key="eigen-eloket")
    return ssm


@pytest.mark.parametrize(
    ("path", "schema", "status"),
    [
        (f"{API}/types", "Types", 200),
        (f"{API}/persons/{JAN}/parties", "Parties", 200),
        (f"{API}/parties/{DE_KADE}/mandates?{QUERY}", "Mandates", 200),
        (f"{API}/parties/{DE_KADE}/mandates?{QUERY}&limit=1", "Mandates", 200),
        (f"{API}/parties/{DE_KADE}/mandates?{QUERY}&frame=waiting&role=mandator", "Mandates", 200),
        (f"{API}/parties/{CIJFERWIJS}/mandates-held", "MandateFacts", 200),
        (f"{API}/parties/{DE_KADE}/history?{QUERY}", "History", 200),
        (f"{API}/mandates/{FIRST}?{QUERY}", "MandateFile", 200),
        (f"{API}/mandates/{FIRST}/history?{QUERY}", "History", 200),
        (f"/_mock/mandate/{FIRST}", "MandateBody", 200),
        ("/_mock/mandate", "Numbers", 200),
        (f"{API}/parties/{DE_KADE}/mandates?actor={TOM}", "Problem", 403),
        (f"{API}/mandates/M-2021-000009-35?{QUERY}", "Problem", 404),
        (f"{API}/mandates/onzin?{QUERY}", "Problem", 400),
    ],
)
def test_an_answer_has_the_shape_that_is_described(
    ssm: SsmAlone, path: str, schema: str, status: int
) -> None:
    answer = filled(ssm).send("GET", path, b"")
    assert answer.status == status, answer.body
    assert DESCRIPTION.errors(schema, answer.json()) == []


@pytest.mark.parametrize(
    ("path", "members", "schema", "status"),
    [
        (
            f"{API}/mandates",
            {"type": "kiosk", "mandator": DE_KADE, "holder": DE_LINDE, "party": DE_KADE},
            "Mandate",
            201,
        ),
        (f"{API}/mandates/{SECOND}/sign", {"actor": KAREL, "party": CIJFERWIJS}, "Mandate", 200),
        (f"{API}/mandates/{FIRST}/stop", {"conditions_read": True, "party": DE_KADE}, "Mandate", 200),
        (f"{API}/mandates/{FIRST}/transfer", {"holder": DE_LINDE, "party": DE_KADE}, "Mandate", 201),
        (f"{API}/mandates/{FIRST}/extend", {"party": DE_KADE}, "Problem", 409),
        (f"{API}/parties/{DE_KADE}/sign", {"mandates": [{"number": FIRST}]}, "Results", 200),
        (
            f"{API}/parties/{DE_KADE}/stop",
            {"mandates": [{"number": SECOND}], "conditions_read": True},
            "Results",
            200,
        ),
    ],
)
def test_the_answer_to_a_change_has_the_shape_that_is_described(
    ssm: SsmAlone, path: str, members: dict[str, object], schema: str, status: int
) -> None:
    answer = filled(ssm).post(path, **{"actor": JAN, **members})
    assert answer.status == status, answer.body
    assert DESCRIPTION.errors(schema, answer.json()) == []


def test_an_answer_of_another_shape_is_noticed() -> None:
    assert DESCRIPTION.errors("Mandate", {"number": FIRST})
    assert DESCRIPTION.errors("MandateFacts", {"mandates": [{}]})


def test_every_example_fits_its_body_and_every_fact_can_be_put(ssm: SsmAlone) -> None:
    assert len(list(DESCRIPTION.examples("post"))) == 7
    put = list(DESCRIPTION.examples("put"))
    assert len(put) == 3
    for path, _, example in put:
        answer = ssm.put(path.replace("{number}", FIRST), example)
        assert answer.status == 200, answer.body
