"""What surrounds every screen of KIOSK: icons, buttons, the language, and where to find help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_bdd import given, then, when

from steps.drivers.kiosk import DOSSIER, MAIN_SCREENS
from steps.parameters import step

if TYPE_CHECKING:
    from mocks.cast import CastOrganisation, Personage
    from steps.drivers.control import Control
    from steps.drivers.kiosk import Kiosk
    from steps.drivers.kiosk_answer import KioskAnswer

HELP = "1700"
HOURS = "elke werkdag van 9 tot 19 uur"
OWN_HELP = "kiosk@vlaanderen.be"


@given(step("{person:Persoon} heeft in KIOSK het {language:Taal} gekozen"))
def has_chosen_language(kiosk: Kiosk, person: Personage, language: str) -> None:
    assert kiosk.speak(person, language).languages[0] == language


@given(step("{person:Persoon} meldt zich in KIOSK af"))
def has_left(kiosk: Kiosk, person: Personage) -> None:
    kiosk.leave(person).accepted()


@when(step("{person:Persoon} elk hoofdscherm langs zijn icoon opent"), target_fixture="screens")
def opens_every_screen(kiosk: Kiosk, person: Personage) -> tuple[KioskAnswer, ...]:
    return kiosk.walk(person)


@when(step("{person:Persoon} elk hoofdscherm nog eens opent"), target_fixture="screens")
def opens_every_screen_again(kiosk: Kiosk, person: Personage) -> tuple[KioskAnswer, ...]:
    return kiosk.walk_again(person)


@when(step("{person:Persoon} de startpagina van KIOSK opent"), target_fixture="answer")
def opens_start(kiosk: Kiosk, person: Personage) -> KioskAnswer:
    return kiosk.start(person).accepted()


@when(step("{person:Persoon} het dossier van {organisation:Organisatie} opent"), target_fixture="answer")
def opens_dossier_of(
    control: Control, kiosk: Kiosk, person: Personage, organisation: CastOrganisation
) -> KioskAnswer:
    assert DOSSIER in control.dossiers_of(organisation.code)
    return kiosk.dossier(person, DOSSIER).accepted()


@when(
    step("{person:Persoon} in het menu van het overzicht alleen erkenningen kiest"), target_fixture="answer"
)
def chooses_recognitions(kiosk: Kiosk, person: Personage) -> KioskAnswer:
    return kiosk.use_menu(person, soort="recognition").accepted()


@when(
    step("{person:Persoon} het overzicht vraagt in een volgorde die het menu niet heeft"),
    target_fixture="answer",
)
def asks_another_order(kiosk: Kiosk, person: Personage) -> KioskAnswer:
    return kiosk.overview(person, sorteer="toeval")


@when(step("{person:Persoon} een scherm opent dat er niet is"), target_fixture="answer")
def opens_no_screen(kiosk: Kiosk, person: Personage) -> KioskAnswer:
    return kiosk.lost(person)


@when(step("{person:Persoon} zich uit KIOSK afmeldt"))
def leaves(kiosk: Kiosk, person: Personage) -> None:
    kiosk.leave(person).accepted()


@when(step("{person:Persoon} in KIOSK een taal kiest die er niet is"), target_fixture="answer")
def chooses_no_language(kiosk: Kiosk, person: Personage) -> KioskAnswer:
    return kiosk.speak(person, "it")


@when(step("{person:Persoon} de contactgegevens met twee fouten bewaart"), target_fixture="answer")
def keeps_contact_with_two_faults(kiosk: Kiosk, person: Personage) -> KioskAnswer:
    kiosk.contact(person)
    return kiosk.keep(person, {"email": "nergens", "phone": "12"})


@when(
    step("{person:Persoon} rechtstreeks in KIOSK wil namens {organisation:Organisatie}"),
    target_fixture="answer",
)
def knocks(kiosk: Kiosk, person: Personage, organisation: CastOrganisation) -> KioskAnswer:
    return kiosk.knock(person, organisation)


@then(
    step(
        "toont elk van die schermen {organisation:Organisatie} als aanvrager "
        "en {person:Persoon} als vertegenwoordiger"
    )
)
def every_screen_shows_both(
    screens: tuple[KioskAnswer, ...], organisation: CastOrganisation, person: Personage
) -> None:
    assert {f"/{screen.page.url.rpartition('/')[2]}" for screen in screens} >= set(MAIN_SCREENS)
    shown = f"{person.name} namens {organisation.name}"
    assert not [screen.page.url for screen in screens if shown not in screen.page.text]


@then(step("biedt elk van die schermen wisselen en afmelden aan"))
def every_screen_offers_the_ways_out(screens: tuple[KioskAnswer, ...]) -> None:
    for screen in screens:
        assert screen.page.form_with("Wisselen van organisatie of persoon")
        assert screen.page.form_with("Afmelden")


@then(step("staat daar geen enkel hoofdscherm"))
def no_screen_is_offered(answer: KioskAnswer) -> None:
    assert answer.icons == []


@then(step("biedt de startpagina alleen aanmelden aan"))
def only_signing_in_is_offered(answer: KioskAnswer) -> None:
    offered = {text for text, address in answer.page.links if address.endswith("/aanmelden")}
    assert "Aanmelden" in offered
    assert not [form for form in answer.page.forms if form.button("Afmelden")]


@then(step("toont geen van die schermen nog {organisation:Organisatie}"))
def no_screen_shows(screens: tuple[KioskAnswer, ...], organisation: CastOrganisation) -> None:
    assert len(screens) == len(MAIN_SCREENS)
    assert not [screen.page.url for screen in screens if organisation.name in screen.page.text]


@then(step("zijn er knoppen voor contactpersoon, e-mailadres en rekeningnummer"))
def three_buttons(answer: KioskAnswer) -> None:
    assert {"Contactpersoon wijzigen", "E-mailadres wijzigen", "Rekeningnummer wijzigen"} <= answer.buttons


@then(step("zijn er knoppen voor contactpersoon en e-mailadres"))
def two_buttons(answer: KioskAnswer) -> None:
    assert {"Contactpersoon wijzigen", "E-mailadres wijzigen"} <= answer.buttons


@then(step("is er geen knop voor het rekeningnummer"))
def no_account_button(answer: KioskAnswer) -> None:
    assert "Rekeningnummer wijzigen" not in answer.buttons


@then(step("staan daar alleen erkenningen van {organisation:Organisatie}"))
def only_recognitions(control: Control, answer: KioskAnswer, organisation: CastOrganisation) -> None:
    theirs = control.dossiers_of(organisation.code)
    wanted = {one for one in theirs if control.fact("kiosk", "dossier", one)["type"] == "recognition"}
    assert answer.dossiers == wanted < theirs


@then(step("zijn al die schermen in het {language:Taal}"))
def screens_speak(screens: tuple[KioskAnswer, ...], language: str) -> None:
    spoken = {screen.page.url: screen.languages for screen in screens}
    assert len(spoken) > len(MAIN_SCREENS)
    assert spoken == dict.fromkeys(spoken, (language, {language}))


@then(step("is dat scherm in het {language:Taal}"))
def screen_speaks(answer: KioskAnswer, language: str) -> None:
    assert answer.languages == (language, {language}), answer.page.text


@then(step("is de startpagina voor {person:Persoon} nog in het {language:Taal}"))
def start_speaks(kiosk: Kiosk, person: Personage, language: str) -> None:
    assert kiosk.start(person).languages == (language, {language})


@then(step("hebben geen twee van die schermen dezelfde titel"))
def titles_differ(screens: tuple[KioskAnswer, ...]) -> None:
    assert len({screen.title for screen in screens}) == len(screens)


@then(step("wijst een opsomming bovenaan naar elk van de twee velden"))
def summary_leads_to_both(answer: KioskAnswer) -> None:
    assert answer.summary == {"email", "phone"}


@then(step("staat bij elk van de twee velden wat er mis is"))
def both_fields_say_what_is_wrong(answer: KioskAnswer) -> None:
    assert "‘nergens’ is geen e-mailadres" in answer.faults["email"]
    assert "‘12’ is geen telefoonnummer" in answer.faults["phone"]


@then(step("staat bij elk veld een woord dat zegt wat het is"))
def every_field_has_a_label(answer: KioskAnswer) -> None:
    assert answer.labels
    assert not [name for name, label in answer.labels.items() if not label]


@then(step("staat er bij geen enkel veld dat er iets mis is"))
def no_field_is_wrong(answer: KioskAnswer) -> None:
    assert (answer.faults, answer.summary) == ({}, set())


@then(step("noemt ze 1700 voor sleutels, aanmelden, mandaten en rechten"))
def names_help_for_access(answer: KioskAnswer) -> None:
    told = answer.fact("Een digitale sleutel activeren, aanmelden, rechten toekennen en mandaten afsluiten")
    assert HELP in told


@then(step("noemt ze de helpdesk van KIOSK voor dossiers"))
def names_help_for_dossiers(answer: KioskAnswer) -> None:
    assert OWN_HELP in answer.fact("Dossiers beheren in KIOSK")


@then(step("verwijst de weigering {person:Persoon} naar 1700"))
def refers_to_help(answer: KioskAnswer, person: Personage) -> None:
    assert answer.code, f"{person.name} is not refused"
    assert HELP in answer.page.text


@then(step("verwijst de weigering {person:Persoon} niet naar 1700"))
def does_not_refer_to_help(answer: KioskAnswer, person: Personage) -> None:
    assert HELP not in answer.page.text, person.name


@then(step("verwijst de weigering {person:Persoon} naar de helpdesk van KIOSK"))
def refers_to_own_help(answer: KioskAnswer, person: Personage) -> None:
    assert answer.code, f"{person.name} is not refused"
    assert OWN_HELP in answer.page.text


@then(step("verwijst de weigering {person:Persoon} niet naar de helpdesk van KIOSK"))
def does_not_refer_to_own_help(answer: KioskAnswer, person: Personage) -> None:
    assert OWN_HELP not in answer.page.text, person.name


@then(step("staan de uren van 1700 erbij"))
def hours_stand_there(answer: KioskAnswer) -> None:
    assert HELP in answer.page.text
    assert HOURS in answer.page.text
