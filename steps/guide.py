"""The guide: which steps an applicant is led to, and how far each of them is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_bdd import then, when

from steps.parameters import step

if TYPE_CHECKING:
    from mocks.cast import CastOrganisation, Personage
    from steps.drivers.guide import Guidance, Guide


FOLLOWS = "{person:Persoon} de leidraad volgt voor"


@when(step(f"{FOLLOWS} {{organisation:Organisatie}}"), target_fixture="guidance")
def follows(guide: Guide, person: Personage, organisation: CastOrganisation) -> Guidance:
    return guide.follow("organisatie", organisation.key)


@when(
    step(f"{FOLLOWS} een persoon met een werkrelatie bij {{organisation:Organisatie}}"),
    target_fixture="guidance",
)
def follows_for_employee(guide: Guide, person: Personage, organisation: CastOrganisation) -> Guidance:
    return guide.follow("organisatie", organisation.key, "work_relation")


@when(
    step(f"{FOLLOWS} het lokaal bestuur {{organisation:Organisatie}}"),
    target_fixture="guidance",
)
def follows_as_local_government(guide: Guide, person: Personage, organisation: CastOrganisation) -> Guidance:
    return guide.follow("lokaal-bestuur", organisation.key)


@when(
    step(f"{FOLLOWS} de school {{organisation:Organisatie}}"),
    target_fixture="guidance",
)
def follows_as_school(guide: Guide, person: Personage, organisation: CastOrganisation) -> Guidance:
    return guide.follow("inrichtende-macht", organisation.key)


@when(step(f"{FOLLOWS} zichzelf"), target_fixture="guidance")
def follows_for_oneself(guide: Guide, person: Personage) -> Guidance:
    return guide.follow("persoon", person.key)


@then(step("is {title:Stap} volgens de leidraad {state:Stand}"))
@then(step("zijn {title:Stap} volgens de leidraad {state:Stand}"))
def is_so_far(guidance: Guidance, title: str, state: str) -> None:
    assert guidance.state(title) == state


@then(step("toont de leidraad {title:Stap} niet"))
def is_not_shown(guidance: Guidance, title: str) -> None:
    assert not guidance.refused
    assert guidance.state(title) is None


@then("weigert de leidraad de vraag")
def is_refused(guidance: Guidance) -> None:
    assert guidance.refused
