"""Persons in IDM: for whom one works there, adding persons, what is shown of them and what was done."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from pytest_bdd import given, then, when

from mocks.core.identifiers import Sex, make_national_number
from steps.parameters import step

if TYPE_CHECKING:
    from mocks.cast import CastOrganisation, Personage
    from steps.drivers.control import Control
    from steps.drivers.idm import Idm, IdmAnswer
    from steps.drivers.sign_in import Outcome

NOBODY = make_national_number(date(1950, 1, 2), Sex.MAN)
"""A number that could be somebody's and is nobody's."""

NEW_NAME = "Willems-Peeters"


@given(step("{person:Persoon} is al aangemeld bij IDM"))
def is_signed_in(idm: Idm, person: Personage) -> None:
    assert idm.organisations(person).page.status == 200


@given(step("{person:Persoon} is niet toegevoegd in IDM"))
def is_not_added(control: Control, person: Personage) -> None:
    control.remove("idm", "person", str(person.number))


@given(step('wie toegevoegd wordt in IDM, blijft "In afwachting"'))
def newcomers_wait(control: Control) -> None:
    control.hold_newcomers()


@given(step('{person:Persoon} is in IDM "Actief" geworden'))
def became_active(control: Control, person: Personage) -> None:
    control.put("idm", "person", str(person.number), {"status": "Actief"})


@given(step("{actor:Persoon} heeft in IDM {person:Persoon} toegevoegd voor {organisation:Organisatie}"))
def has_added(idm: Idm, actor: Personage, person: Personage, organisation: CastOrganisation) -> None:
    idm.add(actor, organisation, person.number).accepted()


@given(step("de naam van {person:Persoon} is gewijzigd in het Rijksregister"))
def has_another_name(control: Control, person: Personage) -> None:
    control.put("rijksregister", "person", str(person.number), {"family_name": NEW_NAME})


@when(step("{actor:Persoon} in IDM een organisatie wil kiezen"), target_fixture="outcome")
def wants_to_choose(idm: Idm, actor: Personage) -> Outcome:
    return idm.organisations(actor)


@when(step("{actor:Persoon} in IDM voor {organisation:Organisatie} wil werken"), target_fixture="answer")
def wants_to_work_for(idm: Idm, actor: Personage, organisation: CastOrganisation) -> IdmAnswer:
    return idm.work_for(actor, organisation)


@when(
    step("{actor:Persoon} in IDM {person:Persoon} toevoegt voor {organisation:Organisatie}"),
    target_fixture="answer",
)
def adds(idm: Idm, actor: Personage, person: Personage, organisation: CastOrganisation) -> IdmAnswer:
    return idm.add(actor, organisation, person.number)


@when(
    step(
        "{actor:Persoon} in IDM {person:Persoon} toevoegt voor {organisation:Organisatie} "
        "zonder te bevestigen"
    ),
    target_fixture="answer",
)
def nearly_adds(idm: Idm, actor: Personage, person: Personage, organisation: CastOrganisation) -> IdmAnswer:
    return idm.add(actor, organisation, person.number, confirm=False)


@when(
    step("{actor:Persoon} in IDM iemand zonder nummer toevoegt voor {organisation:Organisatie}"),
    target_fixture="answer",
)
def adds_without_number(idm: Idm, actor: Personage, organisation: CastOrganisation) -> IdmAnswer:
    return idm.add(actor, organisation, "")


@when(
    step(
        "{actor:Persoon} in IDM {person:Persoon} met een tikfout in het nummer toevoegt voor "
        "{organisation:Organisatie}"
    ),
    target_fixture="answer",
)
def mistypes(idm: Idm, actor: Personage, person: Personage, organisation: CastOrganisation) -> IdmAnswer:
    return idm.add(actor, organisation, f"{person.number[:-1]}{(int(person.number[-1]) + 1) % 10}")


@when(
    step("{actor:Persoon} in IDM iemand met een onbekend nummer toevoegt voor {organisation:Organisatie}"),
    target_fixture="answer",
)
def adds_nobody(idm: Idm, actor: Personage, organisation: CastOrganisation) -> IdmAnswer:
    return idm.add(actor, organisation, NOBODY)


@when(
    step("{actor:Persoon} in IDM de gegevens van {person:Persoon} bij {organisation:Organisatie} opent"),
    target_fixture="answer",
)
def looks_at(idm: Idm, actor: Personage, person: Personage, organisation: CastOrganisation) -> IdmAnswer:
    return idm.person(actor, organisation, person)


@when(
    step("{actor:Persoon} in IDM de gegevens van {person:Persoon} bij {organisation:Organisatie} herlaadt"),
    target_fixture="answer",
)
def reloads(idm: Idm, actor: Personage, person: Personage, organisation: CastOrganisation) -> IdmAnswer:
    return idm.reload(actor, organisation, person)


@when(
    step("{actor:Persoon} in IDM de geschiedenis van {person:Persoon} bij {organisation:Organisatie} opent"),
    target_fixture="answer",
)
def looks_at_history(
    idm: Idm, actor: Personage, person: Personage, organisation: CastOrganisation
) -> IdmAnswer:
    return idm.person(actor, organisation, person, "Historiek")


@then(step("kan {actor:Persoon} in IDM voor {organisation:Organisatie} werken"))
def can_work_for(idm: Idm, actor: Personage, organisation: CastOrganisation) -> None:
    page = idm.work_for(actor, organisation).accepted().page
    assert f"U beheert {organisation.name}" in page.text, page.text


@then(step("werkt {actor:Persoon} in IDM voor {organisation:Organisatie}"))
def works_for(answer: IdmAnswer, actor: Personage, organisation: CastOrganisation) -> None:
    assert f"{actor.name} namens {organisation.name}" in answer.page.text, answer.page.text


@then(step("toont IDM wat het Rijksregister over {person:Persoon} weet"))
def shows_the_register(answer: IdmAnswer, person: Personage) -> None:
    assert answer.tells_the_register(person), answer.page.text


@then(step('staat "Bron: VKBP" bij de gegevens van {person:Persoon}'))
def shows_the_source(answer: IdmAnswer, person: Personage) -> None:
    assert "Bron VKBP" in answer.page.text, f"{person.name}: {answer.page.text}"


@then(step("toont IDM de nieuwe naam van {person:Persoon}"))
def shows_the_new_name(answer: IdmAnswer, person: Personage) -> None:
    assert answer.is_about(person, NEW_NAME), answer.page.text


@then(step("toont IDM de nieuwe naam van {person:Persoon} niet"))
def shows_the_old_name(answer: IdmAnswer, person: Personage) -> None:
    assert answer.is_about(person), answer.page.text
    assert NEW_NAME not in answer.page.text


@then(step('is de status van {person:Persoon} "In afwachting"'))
def is_waiting(answer: IdmAnswer, person: Personage) -> None:
    assert answer.status == "In afwachting", f"{person.name}: {answer.page.text}"


@then(step('is de status van {person:Persoon} "Actief"'))
def is_active(answer: IdmAnswer, person: Personage) -> None:
    assert answer.status == "Actief", f"{person.name}: {answer.page.text}"


@then(step("is {person:Persoon} in IDM niet toegevoegd"))
def was_not_added(control: Control, person: Personage) -> None:
    assert not control.is_in_idm(person)


@then(step("vertelt de geschiedenis dat {actor:Persoon} {person:Persoon} {deed:Daad}"))
def history_tells(answer: IdmAnswer, actor: Personage, person: Personage, deed: str) -> None:
    assert answer.is_about(person), answer.page.text
    assert (deed, actor.name) in {(row["Wat"], row["Door"]) for row in answer.rows}, answer.rows


@then(step("vertelt de geschiedenis niets over {actor:Persoon}"))
def history_is_silent(answer: IdmAnswer, actor: Personage) -> None:
    assert answer.rows, "there is no history to read"
    assert actor.name not in {row["Door"] for row in answer.rows}


@then(step("weigert IDM dat omdat {reason:RedenIDM}"))
def is_refused(answer: IdmAnswer, reason: frozenset[str]) -> None:
    assert reason & answer.reasons, f"{sorted(answer.reasons)}: {answer.page.text}"
