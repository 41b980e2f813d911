"""The days of the move to KIOSK 2.0, and the old KIOSK."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pytest_bdd import given, then, when

from steps.days import minute_of
from steps.drivers.kiosk_oud import Attempt
from steps.parameters import step

if TYPE_CHECKING:
    from datetime import date

    from mocks.cast import CastOrganisation, Personage
    from steps.drivers.answer import Answer
    from steps.drivers.control import Control, Members
    from steps.drivers.kiosk_oud import OldKiosk
    from steps.drivers.sign_in import Outcome, SignIn
    from steps.parameters import Applicant

MAKES = "in het oude KIOSK een dossier maakt voor {applicant:Aanvrager}"


@dataclass(frozen=True)
class MadeBefore:
    """A dossier that was made in the old KIOSK, as it was then."""

    number: str
    members: Members


@given(step("het is de {minute:Minuut} minuut van {day:Dag}"))
def it_is_the_minute(control: Control, minute: tuple[int, int], day: date) -> None:
    control.set_clock(minute_of(day, minute))


@given(step("{person:Persoon} is in het oude KIOSK aangemeld"))
def is_in_the_old_kiosk(old_kiosk: OldKiosk, person: Personage) -> None:
    old_kiosk.sign_in(person, person).accepted()


@given(
    step("{person:Persoon} heeft in het oude KIOSK een dossier gemaakt voor {applicant:Aanvrager}"),
    target_fixture="made_before",
)
def has_made(old_kiosk: OldKiosk, control: Control, person: Personage, applicant: Applicant) -> MadeBefore:
    number = old_kiosk.make_one(person, applicant)
    return MadeBefore(number, control.fact("kiosk", "dossier", number))


@when(step("{person:Persoon} het oude KIOSK opent"), target_fixture="answer")
def opens_the_old_kiosk(old_kiosk: OldKiosk, person: Personage) -> Answer:
    return old_kiosk.open(person)


@when(
    step("{person:Persoon} zich in het oude KIOSK aanmeldt met zijn beveiligingscode"),
    target_fixture="answer",
)
def signs_in_at_the_old_kiosk(old_kiosk: OldKiosk, person: Personage) -> Answer:
    return old_kiosk.sign_in(person, person)


@when(
    step("{person:Persoon} zich in het oude KIOSK aanmeldt met de beveiligingscode van {other:Persoon}"),
    target_fixture="answer",
)
def signs_in_with_the_code_of(old_kiosk: OldKiosk, person: Personage, other: Personage) -> Answer:
    return old_kiosk.sign_in(person, other)


@when(step(f"{{person:Persoon}} {MAKES}"), target_fixture="attempt")
def makes_in_the_old_kiosk(
    old_kiosk: OldKiosk, control: Control, person: Personage, applicant: Applicant
) -> Attempt:
    before = frozenset(control.dossiers_of(applicant.code))
    return Attempt(old_kiosk.make(person, applicant), before)


@when(
    step(f"{{person:Persoon}} in de {{minute:Minuut}} minuut van {{day:Dag}} {MAKES}"),
    target_fixture="attempt",
)
def makes_in_the_old_kiosk_at(  # the words of the step
    old_kiosk: OldKiosk,
    control: Control,
    person: Personage,
    minute: tuple[int, int],
    day: date,
    applicant: Applicant,
) -> Attempt:
    before = frozenset(control.dossiers_of(applicant.code))
    control.set_clock(minute_of(day, minute))
    return Attempt(old_kiosk.make(person, applicant), before)


@when(
    step("{person:Persoon} in KIOSK 2.0 een dossier maakt voor {applicant:Aanvrager}"),
    target_fixture="attempt",
)
def makes_in_kiosk(sign_in: SignIn, control: Control, person: Personage, applicant: Applicant) -> Attempt:
    assert sign_in.shown_at_kiosk() == (applicant.name, person.name)
    before = frozenset(control.dossiers_of(applicant.code))
    return Attempt(sign_in.make_dossier("Op de eerste rij"), before)


@when(
    step("{person:Persoon} in de {minute:Minuut} minuut van {day:Dag} verder wil in KIOSK"),
    target_fixture="outcome",
)
def goes_on_at(
    sign_in: SignIn, control: Control, person: Personage, minute: tuple[int, int], day: date
) -> Outcome:
    control.set_clock(minute_of(day, minute))
    return sign_in.at_next_renewal()


@then(step("is KIOSK niet bereikbaar tot {day:Dag}"))
def is_closed_until(outcome: Outcome, day: date) -> None:
    assert outcome.page.marked("code")[0].data["code"] == "closed", outcome.page.text
    assert f"Kom terug vanaf {day.day} april {day.year}, 0 uur" in outcome.page.text


@then(step("is het oude KIOSK evenmin bereikbaar"))
def old_is_closed(answer: Answer) -> None:
    assert answer.code == "closed", answer.page.text
    assert "vanaf 27 april 2021, 0 uur, in KIOSK 2.0" in answer.page.text


@then(step("bestaat het oude KIOSK niet meer"))
def old_is_gone(answer: Answer) -> None:
    assert answer.code == "gone", answer.page.text
    assert not answer.page.forms


@then(step("wijst het de weg naar KIOSK 2.0"))
def shows_the_way(answer: Answer, control: Control) -> None:
    assert ("Naar KIOSK 2.0", control.wire.url("kiosk", "/")) in answer.page.links


@then(step("vraagt KIOSK {person:Persoon} om zich opnieuw aan te melden"))
def asks_to_sign_in_again(outcome: Outcome, person: Personage) -> None:
    assert outcome.page.marked("code")[0].data["code"] == "session-ended", person.name
    assert "Meld opnieuw aan" in outcome.page.text


@then(step("weigert KIOSK dat en noemt het oude KIOSK tot en met {day:Dag}"))
def refuses_changes(attempt: Attempt, day: date) -> None:
    assert attempt.code == "changes-not-yet", attempt.page.text
    assert f"Tot en met {day.day} april {day.year}" in attempt.page.text
    assert "tot en met die dag in het oude KIOSK" in attempt.page.text


@then(step("weigert het oude KIOSK die aanvrager"))
def refuses_the_applicant(attempt: Attempt) -> None:
    assert attempt.code == "no-right-here", attempt.page.text


@then(step("weigert het oude KIOSK {person:Persoon} en zegt het niet wat er verkeerd is"))
def refuses_the_user(answer: Answer, person: Personage) -> None:
    assert answer.code == "wrong-login", person.name
    assert "De login, het paswoord of de beveiligingscode klopt niet" in answer.page.text


@then(step("komt er bij {applicant:Aanvrager} een dossier bij"))
def a_dossier_joins(control: Control, attempt: Attempt, applicant: Applicant) -> None:
    assert len(control.dossiers_of(applicant.code) - attempt.before) == 1, attempt.page.text


@then(step("komt er bij {applicant:Aanvrager} geen dossier bij"))
def no_dossier_joins(control: Control, attempt: Attempt, applicant: Applicant) -> None:
    assert attempt.code != "", attempt.page.text
    assert control.dossiers_of(applicant.code) == attempt.before


@then(step("ziet {person:Persoon} dat dossier ongewijzigd"))
def sees_it_unchanged(control: Control, outcome: Outcome, person: Personage, made_before: MadeBefore) -> None:
    assert made_before.number in outcome.dossiers, person.name
    assert control.fact("kiosk", "dossier", made_before.number) == made_before.members


@then(step("ziet {person:Persoon} dat dossier niet"))
def does_not_see_it(outcome: Outcome, person: Personage, made_before: MadeBefore) -> None:
    assert outcome.dossiers, person.name
    assert made_before.number not in outcome.dossiers


@then(step("beheert {person:Persoon} daar de dossiers van {organisation:Organisatie}"))
def manages_there(
    old_kiosk: OldKiosk, control: Control, person: Personage, organisation: CastOrganisation
) -> None:
    assert old_kiosk.dossiers(person, organisation) == control.dossiers_of(organisation.code) != set()


@then(step("vraagt KIOSK geen login, paswoord of beveiligingscode van het oude KIOSK"))
def asks_nothing_of_the_old(outcome: Outcome) -> None:
    asked = {name for form in outcome.page.forms for name in form.fields}
    assert not asked & {"login", "paswoord", "beveiligingscode"}
    assert "paswoord" not in outcome.page.text.lower()
