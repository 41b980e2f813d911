"""Work relations in IDM: who has one and with which right, coupling, extending and ending."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from pytest_bdd import given, then, when

from steps.days import TODAY
from steps.drivers.idm import CATEGORY, CONTACT, on_screen
from steps.parameters import step

if TYPE_CHECKING:
    from mocks.cast import CastOrganisation, Personage
    from steps.drivers.control import Control
    from steps.drivers.idm import Idm, IdmAnswer

DAY = timedelta(days=1)
A_MONTH_AGO = date(2021, 3, 27)
A_YEAR_AGO = date(2020, 4, 27)
NEXT_YEAR = date(2022, 4, 27)
IN_NINE_YEARS = date(2030, 4, 27)

COUPLES = "{actor:Persoon} in IDM {person:Persoon} aan {organisation:Organisatie} koppelt"
RELATION = "de werkrelatie van {person:Persoon} met {organisation:Organisatie}"


@given(step("{person:Persoon} heeft bij {organisation:Organisatie} het recht {right:Recht}"))
def has_right(control: Control, person: Personage, organisation: CastOrganisation, right: str) -> None:
    control.grant(person, organisation, right, A_MONTH_AGO, NEXT_YEAR)


@given(step("het recht {right:Recht} van {person:Persoon} bij {organisation:Organisatie} eindigt vandaag"))
def right_ends_today(control: Control, right: str, person: Personage, organisation: CastOrganisation) -> None:
    control.grant(person, organisation, right, A_MONTH_AGO, TODAY)


@given(
    step("het recht {right:Recht} van {person:Persoon} bij {organisation:Organisatie} is gisteren verlopen")
)
def right_has_ended(control: Control, right: str, person: Personage, organisation: CastOrganisation) -> None:
    control.grant(person, organisation, right, A_MONTH_AGO, TODAY - DAY)


@given(step("het recht {right:Recht} van {person:Persoon} bij {organisation:Organisatie} begint morgen"))
def right_begins(control: Control, right: str, person: Personage, organisation: CastOrganisation) -> None:
    control.grant(person, organisation, right, TODAY + DAY, NEXT_YEAR)


@given(
    step("het recht {right:Recht} van {person:Persoon} bij {organisation:Organisatie} is vandaag ingetrokken")
)
def right_is_revoked(control: Control, right: str, person: Personage, organisation: CastOrganisation) -> None:
    control.grant(person, organisation, right, A_MONTH_AGO, NEXT_YEAR, revoked_on=TODAY)


@given(step("{person:Persoon} heeft een werkrelatie met {organisation:Organisatie}"))
def has_work_relation(control: Control, person: Personage, organisation: CastOrganisation) -> None:
    control.employ(person, organisation, A_YEAR_AGO, IN_NINE_YEARS)


@given(step(f"{RELATION} eindigt {{end:Einddatum}}"))
def work_relation_ends(
    control: Control, person: Personage, organisation: CastOrganisation, end: date
) -> None:
    control.employ(person, organisation, A_YEAR_AGO, end)


@given(step("{actor:Persoon} heeft in IDM {person:Persoon} aan {organisation:Organisatie} gekoppeld"))
def has_coupled(idm: Idm, actor: Personage, person: Personage, organisation: CastOrganisation) -> None:
    idm.add(actor, organisation, person.number).accepted()
    idm.couple(actor, organisation, person).accepted()


@when(step(COUPLES), target_fixture="answer")
def couples(idm: Idm, actor: Personage, person: Personage, organisation: CastOrganisation) -> IdmAnswer:
    return idm.couple(actor, organisation, person)


@when(step(f"{COUPLES} met einddatum {{end:Einddatum}}"), target_fixture="answer")
def couples_until(
    idm: Idm, actor: Personage, person: Personage, organisation: CastOrganisation, end: date
) -> IdmAnswer:
    return idm.couple(actor, organisation, person, end=on_screen(end))


@when(
    step(f"{COUPLES} met begindatum {{begin:Einddatum}} en einddatum {{end:Einddatum}}"),
    target_fixture="answer",
)
def couples_from_until(
    idm: Idm,
    actor: Personage,
    person: Personage,
    organisation: CastOrganisation,
    begin: date,
    end: date,
) -> IdmAnswer:
    return idm.couple(actor, organisation, person, begin=on_screen(begin), end=on_screen(end))


@when(step(f"{COUPLES} zonder te bevestigen"), target_fixture="answer")
def nearly_couples(
    idm: Idm, actor: Personage, person: Personage, organisation: CastOrganisation
) -> IdmAnswer:
    return idm.couple(actor, organisation, person, confirm=False)


@when(step(f"{COUPLES} zonder telefoonnummer"), target_fixture="answer")
def couples_without_phone(
    idm: Idm, actor: Personage, person: Personage, organisation: CastOrganisation
) -> IdmAnswer:
    return idm.couple(actor, organisation, person, phone="")


@when(step(f"{COUPLES} zonder e-mailadres"), target_fixture="answer")
def couples_without_email(
    idm: Idm, actor: Personage, person: Personage, organisation: CastOrganisation
) -> IdmAnswer:
    return idm.couple(actor, organisation, person, email="")


@when(step(f"{COUPLES} zonder einddatum"), target_fixture="answer")
def couples_without_end(
    idm: Idm, actor: Personage, person: Personage, organisation: CastOrganisation
) -> IdmAnswer:
    return idm.couple(actor, organisation, person, end="")


@when(
    step(f"{{actor:Persoon}} in IDM de details van {RELATION} opent"),
    target_fixture="answer",
)
def looks_at_details(
    idm: Idm, actor: Personage, person: Personage, organisation: CastOrganisation
) -> IdmAnswer:
    return idm.person(actor, organisation, person, "Werkrelatie details")


@when(
    step(f"{{actor:Persoon}} in IDM {RELATION} verlengt met einddatum {{end:Einddatum}}"),
    target_fixture="answer",
)
def extends(
    idm: Idm, actor: Personage, person: Personage, organisation: CastOrganisation, end: date
) -> IdmAnswer:
    return idm.extend(actor, organisation, person, end)


@when(
    step(f"{{actor:Persoon}} in IDM alleen {RELATION} verlengt met einddatum {{end:Einddatum}}"),
    target_fixture="answer",
)
def extends_without_rights(
    idm: Idm, actor: Personage, person: Personage, organisation: CastOrganisation, end: date
) -> IdmAnswer:
    return idm.extend(actor, organisation, person, end, rights=False)


@when(
    step(f"{{actor:Persoon}} in IDM {RELATION} beëindigt met einddatum {{end:Einddatum}}"),
    target_fixture="answer",
)
def ends(
    idm: Idm, actor: Personage, person: Personage, organisation: CastOrganisation, end: date
) -> IdmAnswer:
    return idm.end(actor, organisation, person, end)


@then(
    step("heeft {person:Persoon} een werkrelatie met {organisation:Organisatie} tot en met {end:Einddatum}")
)
def works_until(answer: IdmAnswer, person: Personage, organisation: CastOrganisation, end: date) -> None:
    assert answer.is_about(person), answer.page.text
    assert len(answer.page.marked("relation")) == 1, organisation.name
    assert f" tot {on_screen(end)}" in answer.page.marked("relation")[0].text, answer.page.text


@then(step("heeft {person:Persoon} geen werkrelatie met {organisation:Organisatie}"))
def does_not_work(control: Control, person: Personage, organisation: CastOrganisation) -> None:
    assert control.relations_of(person, organisation) == []


@then(step('toont IDM bij {person:Persoon} de categorie "Vaste Medewerker"'))
def shows_the_category(answer: IdmAnswer, person: Personage) -> None:
    assert person.family_name in answer.page.text
    assert f"Categorie {CATEGORY}" in answer.page.text, answer.page.text


@then(step("toont IDM bij {person:Persoon} het telefoonnummer en het e-mailadres"))
def shows_how_to_reach(answer: IdmAnswer, person: Personage) -> None:
    told = f"Telefoonnummer {CONTACT['phone']} E-mailadres {CONTACT['email']}"
    assert told in answer.page.text, f"{person.name}: {answer.page.text}"


@then(step('toont IDM "Geen gebruikersrechten toegekend"'))
def tells_that_there_are_none(answer: IdmAnswer) -> None:
    assert "Geen gebruikersrechten toegekend" in answer.page.text, answer.page.text


@then(step('toont IDM "Geen gebruikersrechten toegekend" niet'))
def tells_no_such_thing(answer: IdmAnswer) -> None:
    assert answer.page.marked("relation"), answer.page.text
    assert "Geen gebruikersrechten toegekend" not in answer.page.text
