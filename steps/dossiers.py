"""Dossiers in KIOSK: whose are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_bdd import then

from steps.parameters import step

if TYPE_CHECKING:
    from mocks.cast import Personage
    from steps.drivers.control import Control
    from steps.drivers.sign_in import Outcome
    from steps.parameters import Applicant


@then(step("ziet {person:Persoon} haar eigen dossiers"))
def sees_own_dossiers(control: Control, outcome: Outcome, person: Personage) -> None:
    own = control.dossiers_of(str(person.number))
    assert own, "the scene has no dossier to see"
    assert set(outcome.dossiers) == own


@then(step("ziet {person:Persoon} de dossiers van {applicant:Aanvrager}"))
def sees_dossiers_of(control: Control, outcome: Outcome, person: Personage, applicant: Applicant) -> None:
    theirs = control.dossiers_of(applicant.code)
    assert theirs, "the scene has no dossier to see"
    assert theirs <= set(outcome.dossiers), person.name


@then(step("ziet {person:Persoon} geen dossiers van {applicant:Aanvrager}"))
def sees_no_dossiers_of(control: Control, outcome: Outcome, person: Personage, applicant: Applicant) -> None:
    theirs = control.dossiers_of(applicant.code)
    assert theirs, "the scene has no dossier to see"
    assert not theirs & set(outcome.dossiers), person.name
