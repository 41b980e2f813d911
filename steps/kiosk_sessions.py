"""The session at KIOSK that ends while a form is filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_bdd import given, then, when

from steps.drivers.kiosk import ACCOUNTS, DOSSIER
from steps.parameters import step

if TYPE_CHECKING:
    from mocks.cast import CastOrganisation, Personage
    from steps.drivers.control import Control
    from steps.drivers.kiosk import Kiosk, KioskAnswer

TOO_OLD = 8 * 60
"""Minutes after which ACM renews no sign-in: what its refresh tokens last, one after the other."""


@given(step("{person:Persoon} is in een ander tabblad afgemeld"))
def is_signed_out(kiosk: Kiosk, person: Personage) -> None:
    kiosk.sign_out(person)


@given(step("de aanmelding van {person:Persoon} is intussen te oud"))
def is_too_old(control: Control, person: Personage) -> None:
    del person
    control.pass_minutes(TOO_OLD)


@given(step("{person:Persoon} heeft dat scherm te laat verstuurd"))
def has_sent_too_late(kiosk: Kiosk, person: Personage) -> None:
    assert kiosk.keep(person, {"account": ACCOUNTS[1]}).waits


@given(
    step("{person:Persoon} heeft voor {organisation:Organisatie} te laat een ander rekeningnummer verstuurd")
)
def has_sent_account_too_late(kiosk: Kiosk, person: Personage, organisation: CastOrganisation) -> None:
    kiosk.enter(person, organisation)
    kiosk.screen(person, DOSSIER, "rekeningnummer").accepted()
    assert kiosk.keep_too_late(person, {"account": ACCOUNTS[1]}).waits


@when(
    step("{person:Persoon} zich opnieuw aanmeldt namens {organisation:Organisatie}"), target_fixture="answer"
)
def signs_in_again(kiosk: Kiosk, person: Personage, organisation: CastOrganisation) -> KioskAnswer:
    return kiosk.enter_again(person, organisation).accepted()


@when(
    step(
        "{person:Persoon} na het opnieuw aanmelden namens {organisation:Organisatie} "
        "verstuurt wat er nog staat"
    ),
    target_fixture="answer",
)
def sends_what_stands_there(kiosk: Kiosk, person: Personage, organisation: CastOrganisation) -> KioskAnswer:
    kiosk.enter_again(person, organisation).accepted()
    return kiosk.keep(person, {})


@when(
    step(
        "{person:Persoon} in de browser van {other:Persoon} het scherm met het rekeningnummer opent "
        "namens {organisation:Organisatie}"
    ),
    target_fixture="answer",
)
def opens_in_browser_of(
    kiosk: Kiosk, person: Personage, other: Personage, organisation: CastOrganisation
) -> KioskAnswer:
    kiosk.take_seat_of(person, other)
    kiosk.enter(person, organisation)
    return kiosk.screen(person, DOSSIER, "rekeningnummer").accepted()


@then(step("staat daar wat {person:Persoon} te laat verstuurde"))
def stands_what_was_sent(answer: KioskAnswer, person: Personage) -> None:
    del person
    assert (answer.waited, answer.typed("account")) == (True, {"account": ACCOUNTS[1]})


@then(step("staat daar niets van wat {person:Persoon} te laat verstuurde"))
def stands_nothing_of_it(answer: KioskAnswer, person: Personage) -> None:
    del person
    assert (answer.waited, answer.typed("account")) == (False, {"account": ""})
    assert ACCOUNTS[1] not in answer.page.html


@then(step("zegt KIOSK dat wat {person:Persoon} typte op haar wacht"))
def says_that_it_waits(answer: KioskAnswer, person: Personage) -> None:
    del person
    assert answer.waits


@then(step("staat er bij het dossier geen rekeningnummer"))
def no_account_is_kept(control: Control) -> None:
    assert control.fact("kiosk", "dossier", DOSSIER)["account"] is None
