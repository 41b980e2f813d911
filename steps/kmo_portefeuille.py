"""The kmo-portefeuille: who comes through which door, and what is kept there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_bdd import given, then, when

from steps.drivers.kmo import CONTACT
from steps.parameters import step

if TYPE_CHECKING:
    from mocks.cast import CastOrganisation, Personage
    from steps.drivers.control import Control
    from steps.drivers.kmo import Kmo, KmoAnswer

DEPARTMENTS = "dienstverlener-departementen"
WRONG_ACCOUNT = {**CONTACT, "account": "BE71096123456768"}
HAS = "{person:Persoon} heeft bij {organisation:Organisatie} het recht"


@given(step(f"{HAS} {{right:Recht}} met profiel {{profile:Profiel}}"))
def has_right_with_profile(
    control: Control, person: Personage, organisation: CastOrganisation, right: str, profile: str
) -> None:
    control.give_right(person, organisation, right, {"profile": profile})


@given(step(f"{HAS} {{right:Recht}} zonder profiel"))
def has_right_without_profile(
    control: Control, person: Personage, organisation: CastOrganisation, right: str
) -> None:
    control.give_right(person, organisation, right, {"profile": None})


@given(step(f"{HAS} voor {{departments:Departementen}}"))
def has_departments(
    control: Control, person: Personage, organisation: CastOrganisation, departments: tuple[str, ...]
) -> None:
    members = {"profile": "dienstverlener kmo-portefeuille", "contexts": list(departments)}
    control.give_right(person, organisation, DEPARTMENTS, members)


@given(
    step(
        "de dienst kmo-portefeuille heeft {departments:Departementen} van {organisation:Organisatie} "
        "gedeactiveerd"
    )
)
def has_deactivated(kmo: Kmo, departments: tuple[str, ...], organisation: CastOrganisation) -> None:
    for department in departments:
        kmo.deactivate(organisation, department).accepted()


@given(
    step(
        "{person:Persoon} is bij de kmo-portefeuille aangemeld voor de departementen van "
        "{organisation:Organisatie}"
    )
)
def is_inside_for_departments(kmo: Kmo, person: Personage, organisation: CastOrganisation) -> None:
    assert kmo.enter(person, "departementen", organisation).inside


@when(
    step("{person:Persoon} bij de kmo-portefeuille {door:Deur} kiest namens {organisation:Organisatie}"),
    target_fixture="answer",
)
def chooses_a_door(kmo: Kmo, person: Personage, door: str, organisation: CastOrganisation) -> KmoAnswer:
    return kmo.enter(person, door, organisation)


@when(
    step("{person:Persoon} het adres van een dienst van {departments:Departementen} typt"),
    target_fixture="answer",
)
def types_an_address(kmo: Kmo, person: Personage, departments: tuple[str, ...]) -> KmoAnswer:
    return kmo.service(person, "opleiding", departments[0])


@when(
    step(
        "{person:Persoon} voor {service:Dienst} in {departments:Departementen} een eigen contactpersoon en "
        "rekeningnummer opgeeft"
    ),
    target_fixture="who_kept",
)
def keeps(kmo: Kmo, person: Personage, service: str, departments: tuple[str, ...]) -> Personage:
    kmo.keep(person, service, departments[0], CONTACT).accepted()
    return person


@when(
    step(
        "{person:Persoon} voor {service:Dienst} in {departments:Departementen} een rekeningnummer met een "
        "tikfout opgeeft"
    ),
    target_fixture="answer",
)
def keeps_wrongly(kmo: Kmo, person: Personage, service: str, departments: tuple[str, ...]) -> KmoAnswer:
    return kmo.keep(person, service, departments[0], WRONG_ACCOUNT)


@then(step("ziet {person:Persoon} de diensten van de zetel van {organisation:Organisatie}"))
def sees_the_seat(answer: KmoAnswer, person: Personage, organisation: CastOrganisation) -> None:
    assert answer.inside, answer.page.text
    assert "Diensten van de maatschappelijke zetel" in answer.page.text
    assert f"Wie {person.name} Namens wie {organisation.name}" in answer.page.text


@then(step("is {person:Persoon} daar namens {organisation:Organisatie}"))
def is_there_for(answer: KmoAnswer, person: Personage, organisation: CastOrganisation) -> None:
    assert answer.inside, answer.page.text
    assert f"Wie {person.name} Namens wie {organisation.name}" in answer.page.text


@then(step("ziet {person:Persoon} de diensten van {departments:Departementen}"))
def sees_departments(answer: KmoAnswer, person: Personage, departments: tuple[str, ...]) -> None:
    assert answer.inside, f"{person.name}: {answer.page.text}"
    for department in departments:
        assert f"Opleiding van {department}" in answer.page.text


@then(step("ziet {person:Persoon} de diensten van {departments:Departementen} niet"))
def sees_no_departments(answer: KmoAnswer, person: Personage, departments: tuple[str, ...]) -> None:
    assert answer.inside, f"{person.name}: {answer.page.text}"
    for department in departments:
        assert department not in answer.page.text


@then(step("blijft die deur dicht omdat {reason:RedenDeur}"))
def door_stays_shut(answer: KmoAnswer, reason: str) -> None:
    assert not answer.inside
    assert reason in answer.page.text, answer.page.text


@then(step("staan die bij {service:Dienst} in {departments:Departementen}"))
def is_kept(kmo: Kmo, who_kept: Personage, service: str, departments: tuple[str, ...]) -> None:
    assert kmo.service(who_kept, service, departments[0]).kept == CONTACT


@then(step("staan die niet bij {service:Dienst} in {departments:Departementen}"))
def is_not_kept(kmo: Kmo, who_kept: Personage, service: str, departments: tuple[str, ...]) -> None:
    assert kmo.service(who_kept, service, departments[0]).kept == dict.fromkeys(CONTACT, "")


@then(step("bewaart de kmo-portefeuille dat niet"))
def keeps_nothing(answer: KmoAnswer) -> None:
    assert answer.code == "invalid-service", answer.page.text


@then(step("staat nog op het scherm wat {person:Persoon} typte"))
def nothing_typed_is_lost(answer: KmoAnswer, person: Personage) -> None:
    assert answer.kept == WRONG_ACCOUNT, person.name
