"""The external assessors of dossiers: who comes in by their door, and what they see there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_bdd import given, then, when

from steps.acm_reasons import Reason
from steps.drivers.kiosk import DOSSIER
from steps.parameters import step

if TYPE_CHECKING:
    from mocks.cast import CastOrganisation, Personage
    from steps.drivers.control import Control
    from steps.drivers.kiosk import Kiosk
    from steps.drivers.kiosk_answer import KioskAnswer


@given(step("{person:Persoon} is als beoordelaar in KIOSK binnen namens {organisation:Organisatie}"))
def is_inside_as_assessor(kiosk: Kiosk, person: Personage, organisation: CastOrganisation) -> None:
    answer = kiosk.enter_as_assessor(person, organisation)
    assert answer.page.marked("assessor"), answer.page.text


@given(step("{person:Persoon} beoordeelt het dossier van {organisation:Organisatie} in de fase {phase:Fase}"))
def assesses(control: Control, person: Personage, organisation: CastOrganisation, phase: str) -> None:
    assert DOSSIER in control.dossiers_of(organisation.code)
    control.put("kiosk", "dossier", DOSSIER, {"phase": phase})
    control.put("kiosk", "assessment", DOSSIER, {"assessors": [str(person.number)]})


@given(step("het dossier van {organisation:Organisatie} is aan niemand meer toegewezen"))
def is_assigned_to_nobody(control: Control, organisation: CastOrganisation) -> None:
    assert DOSSIER in control.dossiers_of(organisation.code)
    control.remove("kiosk", "assessment", DOSSIER)


@when(
    step("{person:Persoon} zich als beoordelaar aanmeldt namens {organisation:Organisatie}"),
    target_fixture="answer",
)
def comes_as_assessor(kiosk: Kiosk, person: Personage, organisation: CastOrganisation) -> KioskAnswer:
    return kiosk.enter_as_assessor(person, organisation)


@when(
    step("{person:Persoon} na een kwartier verderkijkt naar wat hij beoordeelt"),
    target_fixture="answer",
)
def looks_on(control: Control, kiosk: Kiosk, person: Personage) -> KioskAnswer:
    control.pass_minutes(16)
    return kiosk.assessed(person)


@when(
    step("{person:Persoon} het dossier van {organisation:Organisatie} als beoordelaar opent"),
    target_fixture="answer",
)
def opens_as_assessor(
    control: Control, kiosk: Kiosk, person: Personage, organisation: CastOrganisation
) -> KioskAnswer:
    assert DOSSIER in control.dossiers_of(organisation.code)
    return kiosk.assessed_dossier(person, DOSSIER)


@when(
    step("{person:Persoon} het scherm met het rekeningnummer van het dossier opent"),
    target_fixture="answer",
)
def opens_screen_of_applicant(kiosk: Kiosk, person: Personage) -> KioskAnswer:
    return kiosk.screen(person, DOSSIER, "rekeningnummer")


@then(step("staan daar de dossiers die {person:Persoon} beoordeelt"))
def stand_there(control: Control, answer: KioskAnswer, person: Personage) -> None:
    theirs = control.assessed_by(person)
    assert theirs, "the scene has nothing to assess"
    assert answer.dossiers == theirs, answer.page.text


@then(step("laat KIOSK {person:Persoon} niet als beoordelaar binnen omdat {reason:Reden}"))
def does_not_come_in(kiosk: Kiosk, answer: KioskAnswer, person: Personage, reason: Reason) -> None:
    assert answer.code in {"sign-in-refused", "session-ended"}
    assert reason.words in answer.page.text, answer.page.text
    assert not kiosk.assessed(person).page.marked("assessor")


@then(step("ziet {person:Persoon} wat {organisation:Organisatie} aanvraagt"))
def sees_what_is_asked(
    control: Control, answer: KioskAnswer, person: Personage, organisation: CastOrganisation
) -> None:
    told = {"KIOSK-nummer": DOSSIER, "Aanvrager": organisation.name}
    assert {label: answer.fact(label) for label in told} == told, person.name
    assert control.fact("kiosk", "dossier", DOSSIER)["title"] in answer.page.text


@then(step("ziet {person:Persoon} niet hoe {organisation:Organisatie} te bereiken is"))
def does_not_see_how_to_reach(
    control: Control, answer: KioskAnswer, person: Personage, organisation: CastOrganisation
) -> None:
    contact = control.fact("kiosk", "applicant-contact", organisation.code)
    assert answer.fact("Aanvrager") == organisation.name, person.name
    assert not [one for one in (contact["email"], contact["phone"]) if one in answer.page.text]


@then(step("valt er niets te wijzigen"))
def nothing_to_change(answer: KioskAnswer) -> None:
    assert {form.action.rpartition("/")[2] for form in answer.page.forms} == {"afmelden", "wisselen", "taal"}


@then(step("ziet {person:Persoon} dat scherm niet"))
def does_not_see_that_screen(answer: KioskAnswer, person: Personage) -> None:
    assert DOSSIER not in answer.page.text, person.name
    assert not answer.page.marked("applicant") + answer.page.marked("assessor")
