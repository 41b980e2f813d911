"""Explaining the old KIOSK, beside KIOSK 2.0."""

from __future__ import annotations

from typing import Any

import pytest

from mocks.core.tests.openapi import Description
from mocks.eloketten.kiosk_oud.tests.visitor import CLOSING, LAUNCH, Visitor


def told(visitor: Visitor, who: str, on_behalf_of: str, at: str = "kiosk-oud", **more: str) -> dict[str, Any]:
    query = {"who": who, "for": on_behalf_of, "at": at, **more}
    url = visitor.federation.url("stage", "/_mock/explain")
    answer = visitor.session.get(url, params=query, timeout=10)
    members: dict[str, Any] = answer.json()
    return members


@pytest.mark.parametrize(
    ("who", "on_behalf_of"),
    [
        ("bram", "de-kade"),
        ("noor", "self"),
        ("noor", "noor"),
        ("noor", "noorderlicht"),
        ("greet", "kapeldorp"),
    ],
)
def test_a_right_in_the_old_kiosk_is_allowed_there(visitor: Visitor, who: str, on_behalf_of: str) -> None:
    said = told(visitor, who, on_behalf_of)
    assert (said["allowed"], said["open"], said["routes"][0]["repair"]) == (True, True, "")
    assert Description("stage").errors("Explanation", said) == []


@pytest.mark.parametrize(
    ("who", "on_behalf_of", "fact"),
    [
        ("tom", "de-kade", "Geen gebruiker van het oude KIOSK is"),
        ("bram", "kapeldorp", "De login bram.goethals opent geen dossiers van 0164190316."),
        ("bram", "self", "De login bram.goethals opent geen dossiers van"),
    ],
)
def test_who_may_not_is_told_why_and_what_helps(
    visitor: Visitor, who: str, on_behalf_of: str, fact: str
) -> None:
    said = told(visitor, who, on_behalf_of)
    (route,) = said["routes"]
    assert (said["allowed"], route["allowed"], route["route"]) == (False, False, "login")
    assert fact in route["checks"][-1]["fact"]
    assert "laat een recht of mandaat voor KIOSK 2.0 instellen" in route["repair"]
    assert Description("stage").errors("Explanation", said) == []


def test_what_is_allowed_in_the_old_kiosk_is_not_in_kiosk_2(visitor: Visitor) -> None:
    assert [told(visitor, "bram", "de-kade", at)["allowed"] for at in ("kiosk-oud", "kiosk")] == [True, False]


def test_the_old_kiosk_is_not_open_any_more_from_the_migration_on(visitor: Visitor) -> None:
    opened = []
    for moment in (CLOSING, LAUNCH):
        visitor.federation.set_clock(moment)
        opened.append(told(visitor, "bram", "de-kade")["open"])
    assert opened == [False, False]


def test_the_old_kiosk_knows_no_digital_key(visitor: Visitor) -> None:
    assert "kent geen digitale sleutels" in told(visitor, "bram", "de-kade", key="eid")["detail"]


@pytest.mark.parametrize(("who", "on_behalf_of"), [("niemand", "de-kade"), ("bram", "nergens")])
def test_whom_nobody_knows_is_not_explained(visitor: Visitor, who: str, on_behalf_of: str) -> None:
    assert told(visitor, who, on_behalf_of)["code"] == "unknown-who"


def test_the_old_kiosk_tells_it_in_dutch(visitor: Visitor) -> None:
    federation = visitor.federation._federation
    visit = federation.visit(visitor.federation.world)
    yes, no = (
        federation.explain(visit, who, "de-kade", "kiosk-oud", None).lines() for who in ("bram", "tom")
    )
    visit.close()
    assert yes[0] == "Bram Goethals bij het oude KIOSK voor 0110041748: ja"
    assert yes[-1].startswith("  ✓ De login opent de dossiers van de aanvrager: ")
    assert no[-1].startswith("  Wat helpt: ")
