"""Signing in at KIOSK: as oneself, on behalf of an organisation, and being refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_bdd import given, then, when

from steps.acm_reasons import Reason
from steps.days import nine_o_clock
from steps.parameters import step

if TYPE_CHECKING:
    from datetime import date

    from mocks.cast import CastOrganisation, Personage
    from steps.drivers.control import Control
    from steps.drivers.sign_in import Outcome, SignIn


@given(step("het is {day:Dag}"))
def it_is(control: Control, day: date) -> None:
    control.set_clock(nine_o_clock(day))


@given(step("{person:Persoon} is niet aangemeld"))
def is_not_signed_in(sign_in: SignIn, person: Personage) -> None:
    assert sign_in.is_unknown_at_kiosk(), f"{person.name} is signed in"


@when(step("{person:Persoon} zich met {key:Sleutel} aanmeldt als zichzelf"), target_fixture="outcome")
def signs_in_as_oneself(sign_in: SignIn, person: Personage, key: str) -> Outcome:
    return sign_in.as_oneself(person, key)


@when(
    step("{person:Persoon} zich met {key:Sleutel} aanmeldt namens {organisation:Organisatie}"),
    target_fixture="outcome",
)
def signs_in_on_behalf_of(
    sign_in: SignIn, person: Personage, key: str, organisation: CastOrganisation
) -> Outcome:
    return sign_in.on_behalf_of(person, key, organisation)


@when(
    step("{person:Persoon} zich met {key:Sleutel} gericht aanmeldt voor {organisation:Organisatie}"),
    target_fixture="outcome",
)
def signs_in_targeted(
    sign_in: SignIn, person: Personage, key: str, organisation: CastOrganisation
) -> Outcome:
    return sign_in.targeted(person, key, organisation)


@when(step("{person:Persoon} zich met {key:Sleutel} bij KIOSK bekendmaakt"), target_fixture="outcome")
def proves_who_it_is(sign_in: SignIn, person: Personage, key: str) -> Outcome:
    return sign_in.to_kiosk(person, key)


@when(step("{person:Persoon} zich bij KIOSK wil aanmelden"), target_fixture="outcome")
def goes_to_kiosk(sign_in: SignIn, person: Personage) -> Outcome:
    return sign_in.at_the_door()


@when(step("{person:Persoon} de dossiers van KIOSK rechtstreeks opent"), target_fixture="outcome")
def opens_the_dossiers(sign_in: SignIn, person: Personage) -> Outcome:
    return sign_in.straight_to_dossiers()


@when(step("{person:Persoon} drie keer een verkeerde pincode geeft"), target_fixture="outcome")
def gives_a_wrong_pin_thrice(sign_in: SignIn, person: Personage) -> Outcome:
    return sign_in.with_wrong_pin(person, 3)


@when(step("{person:Persoon} na twee verkeerde pincodes de juiste geeft"), target_fixture="outcome")
def gives_the_right_pin_at_last(sign_in: SignIn, person: Personage) -> Outcome:
    sign_in.with_wrong_pin(person, 2)
    return sign_in.give_pin(person)


@when(step("{person:Persoon} de aanmelding in itsme weigert"), target_fixture="outcome")
def refuses_in_the_app(sign_in: SignIn, person: Personage) -> Outcome:
    return sign_in.refusing_itsme(person)


@given(step("{person:Persoon} is bij KIOSK aangemeld namens {organisation:Organisatie}"))
def is_signed_in(sign_in: SignIn, person: Personage, organisation: CastOrganisation) -> None:
    assert sign_in.on_behalf_of(person, "eid", organisation).reason == ""
    assert sign_in.shown_at_kiosk() == (organisation.name, person.name)


@when(step("KIOSK na een kwartier de aanmelding van {person:Persoon} vernieuwt"), target_fixture="outcome")
def is_renewed(control: Control, sign_in: SignIn, person: Personage) -> Outcome:
    control.pass_minutes(16)
    return sign_in.at_next_renewal()


@then(step("krijgt {person:Persoon} toegang tot KIOSK"))
def is_admitted(sign_in: SignIn, outcome: Outcome, person: Personage) -> None:
    assert outcome.reason == "", outcome.reason
    assert sign_in.shown_at_kiosk() == (person.name, person.name)


@then(step("krijgt {person:Persoon} toegang tot KIOSK namens {organisation:Organisatie}"))
def is_admitted_for(
    sign_in: SignIn, outcome: Outcome, person: Personage, organisation: CastOrganisation
) -> None:
    assert outcome.reason == "", outcome.reason
    assert sign_in.shown_at_kiosk() == (organisation.name, person.name)


@then(step("wordt {person:Persoon} geweigerd omdat {reason:Reden}"))
def is_refused(sign_in: SignIn, outcome: Outcome, person: Personage, reason: Reason) -> None:
    assert outcome.told(reason.marks, reason.words), f"{person.name}: {outcome.reason} {outcome.checks}"
    assert sign_in.is_unknown_at_kiosk()


@then(step("weigert KIOSK {person:Persoon} nog langer omdat {reason:Reden}"))
def is_put_out(outcome: Outcome, person: Personage, reason: Reason) -> None:
    assert outcome.told(frozenset(), reason.words), f"{person.name}: {outcome.page.text}"


@then(
    step("kan {person:Persoon} zich met {key:Sleutel} bij KIOSK aanmelden namens {organisation:Organisatie}")
)
def can_sign_in_for(sign_in: SignIn, person: Personage, key: str, organisation: CastOrganisation) -> None:
    door = sign_in.in_a_new_browser()
    assert door.on_behalf_of(person, key, organisation).reason == ""
    assert door.shown_at_kiosk() == (organisation.name, person.name)


@then(step("kan {person:Persoon} kiezen uit vijf digitale sleutels"))
def can_choose_of_five(outcome: Outcome, person: Personage) -> None:
    offered = {mark.data["key"] for mark in outcome.page.marked("key")}
    assert offered == {"eid", "itsme", "app", "sms", "token"}, person.name


@then(step("kan {person:Persoon} het federale token niet meer gebruiken"))
def cannot_use_the_token(sign_in: SignIn, outcome: Outcome, person: Personage) -> None:
    assert sign_in.prove(person, "token").reason == "token-gone", outcome.page.text


@then(step("vraagt de pagina geen wachtwoord"))
def asks_no_password(outcome: Outcome) -> None:
    assert 'type="password"' not in outcome.page.html


@then(step("toont KIOSK geen dossiers"))
def shows_no_dossiers(outcome: Outcome) -> None:
    assert outcome.dossiers == ()


@then(step("wordt {organisation:Organisatie} aangeboden aan {person:Persoon}"))
def is_offered(outcome: Outcome, organisation: CastOrganisation, person: Personage) -> None:
    assert organisation.name in outcome.offered, person.name


@then(step("wordt {organisation:Organisatie} niet aangeboden aan {person:Persoon}"))
def is_not_offered(outcome: Outcome, organisation: CastOrganisation, person: Personage) -> None:
    assert organisation.name not in outcome.offered, person.name


@then(step("wordt geen organisatie aangeboden aan {person:Persoon}"))
def no_organisation_is_offered(outcome: Outcome, person: Personage) -> None:
    assert set(outcome.offered) <= {person.name}


@then(step("wordt {person:Persoon} zelf aangeboden"))
def is_offered_oneself(outcome: Outcome, person: Personage) -> None:
    assert person.name in outcome.offered
