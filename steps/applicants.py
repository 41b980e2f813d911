"""Who is the applicant in KIOSK: picking one under whom one signed in for, and switching between roles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_bdd import given, then, when

from steps.mandates import A_MONTH_AGO
from steps.parameters import step

if TYPE_CHECKING:
    from mocks.cast import CastOrganisation, Personage
    from steps.drivers.control import Control
    from steps.drivers.sign_in import Outcome, SignIn
    from steps.parameters import Applicant


@given(step("{holder:Organisatie} heeft voor KIOSK een mandaat van {mandator:Persoon}"))
def holds_mandate_of(control: Control, holder: CastOrganisation, mandator: Personage) -> None:
    control.mandate(mandator, holder, begin=A_MONTH_AGO)


@given(step("{person:Persoon} is bij KIOSK aangemeld als zichzelf"))
def is_signed_in_as_oneself(sign_in: SignIn, person: Personage) -> None:
    assert sign_in.as_oneself(person, "eid").reason == ""
    assert sign_in.shown_at_kiosk() == (person.name, person.name)


@when(
    step("{person:Persoon} zich met {key:Sleutel} aanmeldt namens {mandator:Persoon}"),
    target_fixture="outcome",
)
def signs_in_for_a_person(sign_in: SignIn, person: Personage, key: str, mandator: Personage) -> Outcome:
    return sign_in.on_behalf_of_person(person, key, mandator)


@when(step("{person:Persoon} in KIOSK de aanvrager {applicant:Aanvrager} kiest"), target_fixture="outcome")
def picks(sign_in: SignIn, person: Personage, applicant: Applicant) -> Outcome:
    return sign_in.pick(applicant.name, applicant.code)


@when(step("{person:Persoon} in KIOSK naar {organisation:Organisatie} wisselt"), target_fixture="outcome")
def switches_to(sign_in: SignIn, person: Personage, organisation: CastOrganisation) -> Outcome:
    return sign_in.switch_to(organisation.name)


@when(step("{person:Persoon} in KIOSK naar zichzelf wisselt"), target_fixture="outcome")
def switches_to_oneself(sign_in: SignIn, person: Personage) -> Outcome:
    return sign_in.switch_to(person.name)


@when(step("{person:Persoon} zich bij KIOSK afmeldt en terugkomt"), target_fixture="outcome")
def signs_out_and_comes_back(sign_in: SignIn, person: Personage) -> Outcome:
    return sign_in.sign_out_and_return()


@then(step("weigert KIOSK die aanvrager aan {person:Persoon}"))
def is_refused_the_applicant(sign_in: SignIn, outcome: Outcome, person: Personage) -> None:
    assert "treedt in KIOSK niet op voor deze aanvrager" in outcome.reason, outcome.page.text
    assert sign_in.shown_at_kiosk()[1] == person.name
