"""Everybody of a population signs in as the facts say, or is refused with the reason."""

from __future__ import annotations

import random
from typing import Any

import pytest

from load.people import Actor, Population, Role
from load.tests.conftest import Doors
from mocks.core.visit import Visit
from mocks.federation import KINDS, Federation

ENTERS = {
    Role.LEGAL_REPRESENTATIVE: "kiosk",
    Role.EMPLOYEE: "kiosk",
    Role.LOCAL_ADMINISTRATOR: "idm",
    Role.MANDATE_MANAGER: "ssm",
    Role.MANDATE_EXECUTOR: "kiosk",
    Role.FOREIGN_PROVIDER: "wse-loket",
    Role.CITIZEN: "kiosk",
    Role.LOCAL_GOVERNMENT_REPRESENTATIVE: "kiosk",
    Role.ASSESSOR: "kiosk-beoordelaar",
}

REFUSED = [
    (Role.EMPLOYEE_WITHOUT_RIGHT, "kiosk", "recht"),
    (Role.FOREIGN_PROVIDER, "kiosk", "Belgische eID"),
    (Role.EMPLOYEE, "ssm", "recht"),
]


def everybody(population: Population, role: Role) -> list[Actor]:
    return [population.actor(population.place_of(role, rank)) for rank in range(population.count[role])]


@pytest.mark.parametrize("role", list(ENTERS))
def test_who_has_a_role_takes_every_identity_of_it(population: Population, doors: Doors, role: Role) -> None:
    actor = population.draw(role, random.Random(3))
    answers = [doors.ask(actor, ENTERS[role], identity) for identity in actor.identities]
    assert [one for one in answers if set(one) != {"code"}] == []


def test_a_local_administrator_administers_the_organisation(
    population: Population, federation: Federation
) -> None:
    actor = population.draw(Role.LOCAL_ADMINISTRATOR, random.Random(3))
    visit = federation.visit()
    assert administers(federation.explain(visit, actor.number, str(actor.organisation), "idm", None))
    other = population.draw(Role.MANDATE_MANAGER, random.Random(3))
    assert not administers(federation.explain(visit, other.number, str(other.organisation), "idm", None))
    visit.close()


def administers(explained: Any) -> bool:  # noqa: ANN401  # an explanation of ACM or of the old KIOSK
    return any(one["route"] == "administrator" and one["allowed"] for one in explained.members()["routes"])


def known(visit: Visit, system: str, kind: str, number: str) -> Any:  # noqa: ANN401  # a body of any kind
    found = KINDS[system][kind].get(visit, number)
    assert found is not None, number
    return found


@pytest.mark.parametrize("role", list(Role))
def test_the_readable_facts_are_those_that_the_population_names(
    population: Population, federation: Federation, role: Role
) -> None:
    visit = federation.visit()
    for actor in everybody(population, role)[:5]:
        found = known(visit, "rijksregister", "person", actor.number)
        assert f"{found.given_name} {found.family_name}" == actor.name
        assert found.belgian_eid is (actor.key == "eid")
        for identity in actor.identities:
            group, _, number = identity.partition(":")
            assert group == "BUR" or known(visit, "kbo", "enterprise", number).target_group == group
    visit.close()


@pytest.mark.parametrize(("role", "at", "reason"), REFUSED)
def test_who_may_not_enter_hears_why(
    population: Population, doors: Doors, role: Role, at: str, reason: str
) -> None:
    answer = doors.ask(population.draw(role, random.Random(3)), at)
    assert answer["error"] == "access_denied"
    assert reason in answer["error_description"]
    assert "code" not in answer
