"""Random worlds: whoever can sign in is exactly who an oracle says, after every step."""

from __future__ import annotations

from operator import attrgetter
from typing import Any

import pytest
from hypothesis import settings

from mocks.acm.domain import decision
from mocks.acm.domain.case import Case
from mocks.tests.machine import Worlds, is_noticed_by
from mocks.tests.provider_machine import Providers

TestRandomWorlds = Worlds.TestCase
TestRandomWorlds.settings = settings(max_examples=25, stateful_step_count=12, deadline=None)

TestRandomProviders = Providers.TestCase
TestRandomProviders.settings = settings(max_examples=15, stateful_step_count=12, deadline=None)

LOOSENED = {
    "representing": "held",
    "begun": "representing",
    "current": "begun",
    "begun_relations": "relations",
    "current_relations": "begun_relations",
    "begun_rights": "rights",
    "unended_rights": "begun_rights",
    "current_rights": "unended_rights",
    "fitting_mandates": "mandates",
    "signed_mandates": "living_mandates",
    "begun_mandates": "signed_mandates",
    "unended_mandates": "begun_mandates",
    "current_mandates": "unended_mandates",
}
"""What a check looks at, and what it would look at if it let everything through."""

LEFT_OUT = (
    ("person", "person_is_alive"),
    ("legal_representative", "holds_belgian_eid"),
    ("legal_representative", "organisation_is_active"),
    ("work_relation", "is_active_in_idm"),
    ("work_relation", "organisation_is_active"),
    ("mandate", "holds_belgian_eid"),
    ("mandate", "mandator_is_no_local_government"),
    ("mandate", "may_execute"),
    ("mandate", "holder_is_active"),
    ("mandate", "mandator_is_active"),
)
"""Checks that stand alone; what is registered once and for all in these worlds is left out."""


LEFT_OUT_AT_PROVIDERS = (
    ("legal_representative", "legal_form_is_served"),
    ("legal_representative", "admits_its_representatives"),
    ("work_relation", "legal_form_is_served"),
    ("work_relation", "right_is_activated"),
)
"""Checks that only the doors of the kmo-portefeuille need."""


@pytest.mark.parametrize("name", LOOSENED)
def test_a_check_that_lets_everything_through_is_noticed(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Case, name, property(attrgetter(LOOSENED[name])))
    is_noticed_by(Worlds)


def test_a_profile_that_any_right_has_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Case, "profiled_rights", property(attrgetter("rights")))
    is_noticed_by(Providers)


@pytest.mark.parametrize(("route", "left_out"), LEFT_OUT)
def test_a_check_that_is_left_out_is_noticed(
    route: str, left_out: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave_out(route, left_out, monkeypatch)
    is_noticed_by(Worlds)


@pytest.mark.parametrize(("route", "left_out"), LEFT_OUT_AT_PROVIDERS)
def test_a_check_of_the_kmo_portefeuille_that_is_left_out_is_noticed(
    route: str, left_out: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave_out(route, left_out, monkeypatch)
    is_noticed_by(Providers)


def leave_out(route: str, left_out: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let ACM decide a route without one of its checks."""
    all_rules: dict[Any, Any] = {**decision.RULES}
    kept = tuple(one for one in all_rules[route] if one.__name__ != left_out)
    assert len(kept) == len(all_rules[route]) - 1
    monkeypatch.setattr(decision, "RULES", {**all_rules, route: kept})
