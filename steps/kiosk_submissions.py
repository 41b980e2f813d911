"""Dossiers in KIOSK on their way: making, submitting and following one, its number, and its messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_bdd import given, then, when

from mocks.core.dutch import dutch_date
from steps.drivers.kiosk import ACCOUNTS, DOSSIER, TITLE
from steps.parameters import step

if TYPE_CHECKING:
    from datetime import date

    import requests

    from mocks.cast import CastOrganisation, Personage
    from steps.calendar import MadeBefore
    from steps.drivers.control import Control
    from steps.drivers.kiosk import Kiosk
    from steps.drivers.kiosk_answer import KioskAnswer
    from steps.drivers.sign_in import Outcome


@given(
    step("{person:Persoon} heeft in KIOSK een dossier gemaakt voor een {kind:Soort}"), target_fixture="made"
)
def has_made(kiosk: Kiosk, person: Personage, kind: str) -> str:
    return kiosk.make(person, kind)


@given(
    step("{person:Persoon} heeft in KIOSK een volledig dossier gemaakt voor een {kind:Soort}"),
    target_fixture="made",
)
def has_made_whole(control: Control, kiosk: Kiosk, person: Personage, kind: str) -> str:
    made = kiosk.make(person, kind)
    control.put("kiosk", "dossier", made, {"account": ACCOUNTS[0]})
    return made


@given(
    step("{person:Persoon} heeft in KIOSK een volledig dossier ingediend voor een {kind:Soort}"),
    target_fixture="made",
)
def has_submitted(control: Control, kiosk: Kiosk, person: Personage, kind: str) -> str:
    made = has_made_whole(control, kiosk, person, kind)
    kiosk.submit(person, made).accepted()
    return made


@given(
    step(
        "{person:Persoon} heeft voor {organisation:Organisatie} een {kind:Soort} ingediend "
        "die nu in de {phase:Fase} zit"
    ),
    target_fixture="made",
)
def has_submitted_and_moved(  # the parts of the step
    control: Control, kiosk: Kiosk, person: Personage, organisation: CastOrganisation, kind: str, phase: str
) -> str:
    kiosk.enter(person, organisation)
    has_moved(control, made := has_submitted(control, kiosk, person, kind), phase)
    return made


@given(
    step(
        "{person:Persoon} heeft voor {organisation:Organisatie} het scherm om een dossier in te dienen open"
    ),
    target_fixture="made",
)
def has_submission_open(kiosk: Kiosk, person: Personage, organisation: CastOrganisation) -> str:
    kiosk.enter(person, organisation)
    kiosk.screen(person, DOSSIER, "indienen").accepted()
    return DOSSIER


@given(step("{person:Persoon} heeft dat scherm bevestigd"))
def has_confirmed(kiosk: Kiosk, person: Personage) -> None:
    kiosk.keep(person, {}).accepted()


@given(step("{person:Persoon} heeft dat dossier intussen voor {organisation:Organisatie} ingediend"))
def has_submitted_meanwhile(
    kiosk: Kiosk, person: Personage, organisation: CastOrganisation, made: str
) -> None:
    kiosk.enter(person, organisation)
    kiosk.submit(person, made).accepted()


@given(step("de administratie heeft dat dossier naar de {phase:Fase} gebracht"))
def has_moved(control: Control, made: str, phase: str) -> None:
    control.put("kiosk", "dossier", made, {"phase": phase})


@given(step("{person:Persoon} heeft als e-mailadres van het dossier dat van {chosen:Persoon} gekozen"))
def has_chosen_email(kiosk: Kiosk, control: Control, person: Personage, chosen: Personage) -> None:
    kiosk.choose(person, DOSSIER, "e-mailadres", chosen.name).accepted()
    control.forget_messages()


@when(step("{person:Persoon} dat dossier indient"), target_fixture="answer")
def submits(kiosk: Kiosk, person: Personage, made: str) -> KioskAnswer:
    return kiosk.submit(person, made)


@when(step("{person:Persoon} een dossier voor een renteloze lening maakt"), target_fixture="answer")
def makes_loan(kiosk: Kiosk, person: Personage) -> KioskAnswer:
    return kiosk.try_to_make(person, "loan")


@when(step("{person:Persoon} dat scherm bevestigt"), target_fixture="answer")
def confirms(kiosk: Kiosk, person: Personage) -> KioskAnswer:
    return kiosk.keep(person, {})


@when(step("{person:Persoon} dat dossier opent"), target_fixture="answer")
def opens(kiosk: Kiosk, person: Personage, made: str) -> KioskAnswer:
    return kiosk.dossier(person, made).accepted()


@when(step("{person:Persoon} dat dossier onder het volgende nummer opent"), target_fixture="answer")
def opens_next(kiosk: Kiosk, person: Personage, made: str) -> KioskAnswer:
    return kiosk.dossier(person, f"{made[:-4]}{int(made[-4:]) + 1:04}")


@when(
    step("{person:Persoon} in het overzicht een stuk van een titel met andere hoofdletters zoekt"),
    target_fixture="answer",
)
def searches_title(kiosk: Kiosk, person: Personage) -> KioskAnswer:
    return kiosk.overview(person, zoek="stille SOUFFLEUR")


@when(step("{person:Persoon} in het overzicht een procentteken zoekt"), target_fixture="answer")
def searches_percent(kiosk: Kiosk, person: Personage) -> KioskAnswer:
    return kiosk.overview(person, zoek="%")


@when(step("{person:Persoon} in KIOSK een tweede dossier met dezelfde titel maakt"), target_fixture="second")
def makes_second(kiosk: Kiosk, person: Personage) -> str:
    return kiosk.make(person, "subsidy")


@when(step("de administratie het dossier van {organisation:Organisatie} naar de {phase:Fase} brengt"))
def moves(control: Control, organisation: CastOrganisation, phase: str) -> None:
    assert DOSSIER in control.dossiers_of(organisation.code)
    control.put("kiosk", "dossier", DOSSIER, {"phase": phase})


@when(step("de administratie dat dossier naar de fase {phase:Fase} brengt"), target_fixture="told_by_control")
def tries_to_move(control: Control, made: str, phase: str) -> requests.Response:
    return control.try_to_put("kiosk", "dossier", made, {"phase": phase})


@then(step("is het dossier ingediend op {day:Dag}"))
def is_submitted(answer: KioskAnswer, day: date) -> None:
    told = answer.code, answer.fact("Fase"), answer.fact("Ingediend op")
    assert told == ("", "Ingediend", dutch_date(day))


@then(step("wijst het scherm {person:Persoon} naar het rekeningnummer"))
def leads_to_account(answer: KioskAnswer, person: Personage, made: str) -> None:
    assert answer.asks_for(f"/dossiers/{made}/rekeningnummer"), person.name


@then(step("wijst het scherm {person:Persoon} naar de contactgegevens"))
def leads_to_contact(answer: KioskAnswer, person: Personage) -> None:
    assert answer.asks_for("/contactgegevens"), person.name


@then(step("is er over dat dossier één bericht verstuurd"))
def one_message(control: Control, made: str) -> None:
    assert len(control.messages(made)) == 1


@then(step("toont het dossier de {phase:Fase} als de fase van nu, sinds {day:Dag}"))
def shows_now(answer: KioskAnswer, phase: str, day: date) -> None:
    state, since = answer.way[phase]
    assert (state, since.startswith(dutch_date(day))) == ("nu", True)


@then(step("toont het dossier {phase:Fase} als een fase die voorbij is"))
def shows_done(answer: KioskAnswer, phase: str) -> None:
    assert answer.way[phase][0] == "voorbij"


@then(step("toont het dossier {phase:Fase} als een fase die nog moet komen"))
def shows_later(answer: KioskAnswer, phase: str) -> None:
    assert answer.way[phase] == ("nog niet", "–")


@then(step("weigert KIOSK die fase, en blijft het dossier ingediend"))
def refuses_phase(control: Control, told_by_control: requests.Response, made: str) -> None:
    assert told_by_control.json()["code"] == "phase-not-of-type"
    assert control.fact("kiosk", "dossier", made)["phase"] == "submitted"


@then(step("staat daar alleen het dossier met die titel"))
def stands_alone(control: Control, answer: KioskAnswer) -> None:
    (number,) = answer.dossiers
    assert "stille souffleur" in control.fact("kiosk", "dossier", number)["title"]


@then(step("zegt het overzicht dat geen dossier voldoet"))
def none_fits(answer: KioskAnswer) -> None:
    assert (answer.dossiers, "Geen dossier voldoet" in answer.page.text) == (set(), True)


@then(step("krijgt de aanvrager daarover een bericht"))
def applicant_gets_it(control: Control) -> None:
    newest, applicant = control.messages(DOSSIER)[0], control.fact("kiosk", "dossier", DOSSIER)["applicant"]
    assert newest["email"] == control.fact("kiosk", "applicant-contact", applicant)["email"]


@then(step("krijgt {person:Persoon} daarover een bericht"))
def person_gets_it(control: Control, person: Personage) -> None:
    newest, applicant = control.messages(DOSSIER)[0], control.fact("kiosk", "dossier", DOSSIER)["applicant"]
    assert newest["email"] == control.fact("kiosk", "profile", f"{applicant}-{person.number}")["email"]


@then(step("krijgt de aanvrager er geen"))
def applicant_gets_none(control: Control) -> None:
    email = control.fact("kiosk", "applicant-contact", control.fact("kiosk", "dossier", DOSSIER)["applicant"])
    assert [one for one in control.messages(DOSSIER) if one["email"] == email["email"]] == []


@then(step("staat in dat bericht geen rekeningnummer"))
def no_account_told(control: Control) -> None:
    text = control.messages(DOSSIER)[0]["text"].replace(" ", "")
    assert [number for number in ACCOUNTS if number in text] == []


@then(step("wordt er over het dossier geen bericht verstuurd"))
def no_message(control: Control) -> None:
    assert control.messages(DOSSIER) == []


@then(step("ziet {person:Persoon} dat dossier één keer, onder het nummer uit het oude KIOSK"))
def sees_once_as_before(
    outcome: Outcome, control: Control, person: Personage, made_before: MadeBefore
) -> None:
    titles = [control.fact("kiosk", "dossier", one)["title"] for one in outcome.dossiers]
    assert titles.count(made_before.members["title"]) == 1, person.name
    assert made_before.number in outcome.dossiers


@then(step("staat dat dossier er één keer, onder het nummer waarmee het gemaakt is"))
def stands_once(answer: KioskAnswer, made: str) -> None:
    assert (answer.titles.count(TITLE), made in answer.dossiers) == (1, True)


@then(step("heeft dat tweede dossier een ander nummer dan het eerste"))
def has_other_number(control: Control, made: str, second: str) -> None:
    assert made != second
    assert {control.fact("kiosk", "dossier", one)["title"] for one in (made, second)} == {TITLE}
