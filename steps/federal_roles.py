"""Federal roles: who grants them to whom, and what they give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_bdd import given, then, when

from steps.days import TODAY
from steps.parameters import step

if TYPE_CHECKING:
    from mocks.cast import CastOrganisation, Personage
    from steps.drivers.control import Control
    from steps.drivers.federal_roles import FederalRoles, RolesAnswer

HOLDS = "heeft {person:Persoon} voor {organisation:Organisatie} de federale rol {role:FederaleRol}"
GRANTS = "{actor:Persoon} in het federale rollenbeheer {role:FederaleRol} voor {organisation:Organisatie}"


@given(step("{person:Persoon} heeft voor {organisation:Organisatie} de federale rol {role:FederaleRol}"))
def holds(control: Control, person: Personage, organisation: CastOrganisation, role: str) -> None:
    control.replace("csam", "role", f"{organisation.code}-{person.number}-{role}", {})


@given(
    step(
        "{actor:Persoon} heeft in het federale rollenbeheer {role:FederaleRol} voor "
        "{organisation:Organisatie} aan {person:Persoon} toegekend"
    )
)
def has_granted_role(
    federal_roles: FederalRoles,
    actor: Personage,
    role: str,
    organisation: CastOrganisation,
    person: Personage,
) -> None:
    federal_roles.grant(actor, organisation, person, role).accepted()


@when(step(f"{GRANTS} aan {{person:Persoon}} toekent"), target_fixture="answer")
def grants_role(
    federal_roles: FederalRoles,
    actor: Personage,
    role: str,
    organisation: CastOrganisation,
    person: Personage,
) -> RolesAnswer:
    return federal_roles.grant(actor, organisation, person, role)


@when(step(f"{GRANTS} aan zichzelf toekent"), target_fixture="answer")
def grants_oneself_a_role(
    federal_roles: FederalRoles, actor: Personage, role: str, organisation: CastOrganisation
) -> RolesAnswer:
    return federal_roles.grant(actor, organisation, actor, role)


@when(step(f"{GRANTS} van {{person:Persoon}} intrekt"), target_fixture="answer")
def revokes_role(
    federal_roles: FederalRoles,
    actor: Personage,
    role: str,
    organisation: CastOrganisation,
    person: Personage,
) -> RolesAnswer:
    return federal_roles.revoke(actor, organisation, person, role)


@when(
    step(
        "{actor:Persoon} in het federale rollenbeheer een rol voor {organisation:Organisatie} wil toekennen"
    ),
    target_fixture="answer",
)
def wants_to_grant_a_role(
    federal_roles: FederalRoles, actor: Personage, organisation: CastOrganisation
) -> RolesAnswer:
    return federal_roles.ask_to_grant(actor, organisation)


@then(step(HOLDS))
def has_role(control: Control, person: Personage, organisation: CastOrganisation, role: str) -> None:
    assert role in control.federal_roles_of(person, organisation, TODAY)


@then(step(f"{HOLDS} niet"))
def has_not_role(control: Control, person: Personage, organisation: CastOrganisation, role: str) -> None:
    assert role not in control.federal_roles_of(person, organisation, TODAY)


@then(step("zegt het federale rollenbeheer dat een federale rol geen e-loket opent"))
def says_what_it_does_not_give(answer: RolesAnswer) -> None:
    assert answer.accepted().says_that_it_opens_no_eloket, answer.page.text


@then(step("weigert het federale rollenbeheer dat omdat {reason:RedenRol}"))
def is_refused_a_role(answer: RolesAnswer, reason: frozenset[str]) -> None:
    assert answer.code in reason, f"{answer.code}: {answer.page.text}"
