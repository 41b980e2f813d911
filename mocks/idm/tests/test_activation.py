"""A right that its owner activates for an organisation: what is taken back later gives nothing any more."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from mocks.core.clock import Period
from mocks.idm.backend import Push
from mocks.idm.domain.relations import RelationNumber
from mocks.idm.domain.rights import Activation, RightNumber, UserRight, given_on, withdrawn_on
from mocks.idm.domain.scim import RIGHTS_SCHEMA
from mocks.idm.tests.alone import ELS, LEERPUNT, TODAY, IdmAlone, stated
from mocks.idm.tests.test_scim import Receiver, receiver

__all__ = ["receiver"]

KEY = "dienstverlener-departementen"
ACTIVATION = f"/_mock/activation/{LEERPUNT}-{KEY}"
RIGHT = f"{ELS}-{LEERPUNT}-1-{KEY}-1"
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


def right_for(*contexts: str, key: str = KEY) -> UserRight:
    number = RightNumber(RelationNumber(ELS, LEERPUNT, 1), key, 1)
    return UserRight(number, None, contexts, Period(date(2021, 1, 1), date(2022, 1, 1)))


def activated(*contexts: str, begin: date = YESTERDAY, end: date | None = None) -> Any:  # noqa: ANN401
    return {(str(LEERPUNT), KEY): Activation(str(LEERPUNT), KEY, contexts, Period(begin, end))}


def held(idm: IdmAlone) -> dict[str, Any]:
    """Return what IDM states of the one right of Els."""
    (relation,) = stated(idm, ELS)["work_relations"]
    (right,) = relation["rights"]
    return {
        name: right[name] for name in ("contexts", "withdrawn_contexts", "needs_activation", "activation")
    }


@pytest.fixture
def idm_with_departments(idm: IdmAlone) -> IdmAlone:
    """Return an IDM in which Els has the right for two departments that are activated."""
    assert idm.put(ACTIVATION, {"contexts": ["Campus Aalst", "Campus Gent"]}).status == 200
    assert idm.put(f"/_mock/work-relation/{ELS}-{LEERPUNT}-1").status == 200
    assert idm.put(f"/_mock/right/{RIGHT}", {"contexts": ["Campus Aalst", "Campus Gent"]}).status == 200
    return idm


# Domain


def test_a_right_gives_the_contexts_that_are_activated_and_no_others() -> None:
    right = right_for("Campus Aalst", "Campus Gent")
    assert given_on(right, activated("Campus Gent", "Campus Asse"), TODAY) == right_for("Campus Gent")


def test_a_right_for_another_context_than_the_activated_ones_gives_nothing() -> None:
    assert given_on(right_for("Campus Aalst"), activated("Campus Gent"), TODAY) is None


def test_before_after_and_without_activation_a_right_gives_nothing() -> None:
    right = right_for("Campus Gent")
    assert given_on(right, activated("Campus Gent", begin=TOMORROW), TODAY) is None
    assert given_on(right, activated("Campus Gent", end=YESTERDAY), TODAY) is None
    assert given_on(right, {}, TODAY) is None
    assert given_on(right, activated("Campus Gent", end=TODAY), TODAY) == right


def test_a_right_that_needs_no_activation_gives_itself() -> None:
    right = right_for(key="kiosk-aanvrager")
    assert given_on(right, {}, TODAY) == right


def test_what_is_granted_and_not_activated_is_told_by_right() -> None:
    right, other = right_for("Campus Aalst", "Campus Gent"), right_for(key="kiosk-aanvrager")
    rights = (right, other)
    assert withdrawn_on(rights, activated("Campus Gent"), TODAY) == {right.number: ("Campus Aalst",)}
    assert withdrawn_on(rights, activated("Campus Gent", "Campus Aalst"), TODAY) == {}


# The statement


def test_the_statement_names_what_is_activated_and_since_when(idm_with_departments: IdmAlone) -> None:
    assert held(idm_with_departments) == {
        "contexts": ["Campus Aalst", "Campus Gent"],
        "withdrawn_contexts": [],
        "needs_activation": True,
        "activation": {"begin": "2021-04-27", "end": None},
    }


def test_a_department_that_is_deactivated_leaves_the_statement_at_once(
    idm_with_departments: IdmAlone,
) -> None:
    held(idm_with_departments)
    idm_with_departments.put(ACTIVATION, {"contexts": ["Campus Gent"]})
    told = held(idm_with_departments)
    assert (told["contexts"], told["withdrawn_contexts"]) == (["Campus Gent"], ["Campus Aalst"])


def test_a_department_that_is_activated_again_comes_back(idm_with_departments: IdmAlone) -> None:
    idm_with_departments.put(ACTIVATION, {"contexts": []})
    assert held(idm_with_departments)["contexts"] == []
    idm_with_departments.put(ACTIVATION, {"contexts": ["Campus Aalst"]})
    assert held(idm_with_departments)["contexts"] == ["Campus Aalst"]


def test_without_the_activation_nothing_is_left(idm_with_departments: IdmAlone) -> None:
    assert idm_with_departments.delete(ACTIVATION).status == 200
    told = held(idm_with_departments)
    assert (told["contexts"], told["activation"]) == ([], None)


# The push


def test_an_e_loket_is_told_of_a_deactivation(idm_with_departments: IdmAlone, receiver: Receiver) -> None:
    idm_with_departments.put("/_mock/scim-target/kmo-departementen", {"system": "kiosk"})
    idm_with_departments.put(ACTIVATION, {"contexts": ["Campus Gent"]})
    with idm_with_departments.visit() as visit:
        Push(visit).step("kmo-departementen")
    assert [one["value"] for one in receiver.last[RIGHTS_SCHEMA]["contexts"]] == ["Campus Gent"]
    idm_with_departments.delete(ACTIVATION)
    with idm_with_departments.visit() as visit:
        Push(visit).step("kmo-departementen")
    assert receiver.last[RIGHTS_SCHEMA] == {"rights": [], "contexts": []}


def test_the_end_of_an_activation_is_told_the_day_after(
    idm_with_departments: IdmAlone, receiver: Receiver
) -> None:
    idm_with_departments.put("/_mock/scim-target/kmo-departementen", {"system": "kiosk"})
    idm_with_departments.put(ACTIVATION, {"end": TODAY.isoformat()})
    with idm_with_departments.visit() as visit:
        Push(visit).step("kmo-departementen")
    assert receiver.last["active"]
    idm_with_departments.go_to(TOMORROW)
    with idm_with_departments.visit() as visit:
        Push(visit).step("kmo-departementen")
    assert not receiver.last["active"]
