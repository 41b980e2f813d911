"""The dossiers in KIOSK: whose are shown, and what a representative changes of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_bdd import given, then, when

from steps.drivers.kiosk import ACCOUNTS, DOSSIER, WRONG_ACCOUNT
from steps.parameters import step

if TYPE_CHECKING:
    from mocks.cast import CastOrganisation, Personage
    from steps.drivers.control import Control
    from steps.drivers.kiosk import Kiosk
    from steps.drivers.kiosk_answer import KioskAnswer
    from steps.parameters import Applicant


@given(step("{person:Persoon} is in KIOSK binnen namens {organisation:Organisatie}"))
def is_inside_for(kiosk: Kiosk, person: Personage, organisation: CastOrganisation) -> None:
    kiosk.enter(person, organisation)


@given(step("{person:Persoon} is in KIOSK binnen als zichzelf"))
def is_inside_as_oneself(kiosk: Kiosk, person: Personage) -> None:
    kiosk.enter(person, None)


@given(step("het dossier van {organisation:Organisatie} zit in de fase {phase:Fase}"))
def is_in_phase(control: Control, organisation: CastOrganisation, phase: str) -> None:
    assert DOSSIER in control.dossiers_of(organisation.code)
    # Only a subsidy passes every phase.
    control.put("kiosk", "dossier", DOSSIER, {"type": "subsidy", "phase": phase})


@given(step("{person:Persoon} is de contactpersoon van het dossier van {organisation:Organisatie}"))
def is_contact_person(control: Control, person: Personage, organisation: CastOrganisation) -> None:
    assert DOSSIER in control.dossiers_of(organisation.code)
    control.put("kiosk", "dossier", DOSSIER, {"contact_person": str(person.number)})


@given(step("{person:Persoon} heeft voor {organisation:Organisatie} het scherm met het rekeningnummer open"))
def has_account_open(kiosk: Kiosk, person: Personage, organisation: CastOrganisation) -> None:
    kiosk.enter(person, organisation)
    kiosk.screen(person, DOSSIER, "rekeningnummer").accepted()


@given(
    step("{person:Persoon} heeft intussen voor {organisation:Organisatie} een ander rekeningnummer bewaard")
)
def has_kept_account(kiosk: Kiosk, person: Personage, organisation: CastOrganisation) -> None:
    kiosk.enter(person, organisation)
    kiosk.screen(person, DOSSIER, "rekeningnummer").accepted()
    kiosk.keep(person, {"account": ACCOUNTS[0]}).accepted()


@when(step("{person:Persoon} het dossieroverzicht opent"), target_fixture="answer")
def opens_overview(kiosk: Kiosk, person: Personage) -> KioskAnswer:
    return kiosk.overview(person).accepted()


@when(
    step("{person:Persoon} het adres van een dossier van {organisation:Organisatie} typt"),
    target_fixture="answer",
)
def types_address_of_dossier(
    control: Control, kiosk: Kiosk, person: Personage, organisation: CastOrganisation
) -> KioskAnswer:
    return kiosk.dossier(person, min(control.dossiers_of(organisation.code)))


@when(
    step("{person:Persoon} als contactpersoon van het dossier {chosen:Persoon} kiest"),
    target_fixture="answer",
)
def chooses_contact_person(kiosk: Kiosk, person: Personage, chosen: Personage) -> KioskAnswer:
    return kiosk.choose(person, DOSSIER, "contactpersoon", chosen.name)


@when(step("{person:Persoon} als contactpersoon van het dossier de aanvrager kiest"), target_fixture="answer")
def chooses_the_applicant(kiosk: Kiosk, person: Personage) -> KioskAnswer:
    return kiosk.choose(person, DOSSIER, "contactpersoon", "(aanvrager)")


@when(
    step("{person:Persoon} als e-mailadres van het dossier dat van {chosen:Persoon} kiest"),
    target_fixture="answer",
)
def chooses_email(kiosk: Kiosk, person: Personage, chosen: Personage) -> KioskAnswer:
    return kiosk.choose(person, DOSSIER, "e-mailadres", chosen.name)


@when(step("{person:Persoon} een ander rekeningnummer voor het dossier opgeeft"), target_fixture="answer")
def gives_account(kiosk: Kiosk, person: Personage) -> KioskAnswer:
    kiosk.screen(person, DOSSIER, "rekeningnummer")
    return kiosk.keep(person, {"account": ACCOUNTS[1]})


@when(step("{person:Persoon} dat scherm met een ander rekeningnummer bewaart"), target_fixture="answer")
def keeps_account(kiosk: Kiosk, person: Personage) -> KioskAnswer:
    return kiosk.keep(person, {"account": ACCOUNTS[1]})


@when(
    step("{person:Persoon} dat scherm met een tikfout in het rekeningnummer bewaart"),
    target_fixture="answer",
)
def keeps_wrong_account(kiosk: Kiosk, person: Personage) -> KioskAnswer:
    return kiosk.keep(person, {"account": WRONG_ACCOUNT})


@then(step("staan daar de dossiers van {applicant:Aanvrager}"))
def stand_there(control: Control, answer: KioskAnswer, applicant: Applicant) -> None:
    theirs = control.dossiers_of(applicant.code)
    assert theirs, "the scene has no dossier to see"
    assert answer.dossiers == theirs


@then(step("staat daar geen dossier van {applicant:Aanvrager}"))
def stands_none(control: Control, answer: KioskAnswer, applicant: Applicant) -> None:
    theirs = control.dossiers_of(applicant.code)
    assert theirs, "the scene has no dossier to see"
    assert not answer.dossiers & theirs


@then(step("weigert KIOSK dat omdat {reason:RedenKIOSK}"))
def refuses(answer: KioskAnswer, reason: str) -> None:
    assert answer.code == reason, answer.page.text


@then(step("is {person:Persoon} de contactpersoon van het dossier"))
def is_now_contact_person(answer: KioskAnswer, person: Personage) -> None:
    assert answer.fact("Contactpersoon") == f"{person.name} (vertegenwoordiger)"


@then(step("is {organisation:Organisatie} de contactpersoon van het dossier"))
def applicant_is_contact_person(control: Control, organisation: CastOrganisation) -> None:
    dossier = control.fact("kiosk", "dossier", DOSSIER)
    assert (dossier["applicant"], dossier["contact_person"]) == (organisation.code, None)


@then(step("vertelt de historiek dat {person:Persoon} dat wijzigde namens {organisation:Organisatie}"))
def history_tells(answer: KioskAnswer, person: Personage, organisation: CastOrganisation) -> None:
    (_, who, for_whom, what), *_ = answer.history
    assert who.startswith(f"{person.name}, ")
    assert (for_whom, "→" in what) == (organisation.name, True)


@then(step("gaan de berichten over het dossier naar het e-mailadres van {person:Persoon}"))
def messages_go_to(control: Control, answer: KioskAnswer, person: Personage) -> None:
    applicant = control.fact("kiosk", "dossier", DOSSIER)["applicant"]
    profile = control.fact("kiosk", "profile", f"{applicant}-{person.number}")
    assert answer.fact("E-mailadres") == profile["email"]


@then(step("staat dat rekeningnummer bij het dossier"))
def account_is_kept(answer: KioskAnswer) -> None:
    assert answer.fact("Rekeningnummer").replace(" ", "") == ACCOUNTS[1]


@then(step("staat het getypte rekeningnummer nog op het scherm"))
def typed_account_stands(answer: KioskAnswer) -> None:
    assert answer.typed("account") == {"account": WRONG_ACCOUNT}


@then(step("staan het bewaarde en het getypte rekeningnummer op het scherm"))
def both_accounts_stand(answer: KioskAnswer) -> None:
    assert answer.fact("Rekeningnummer").replace(" ", "") == ACCOUNTS[0]
    assert answer.typed("account") == {"account": ACCOUNTS[1]}
