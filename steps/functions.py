"""Functions in the KBO: who holds which, and organisations that stop."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from pytest_bdd import given, then, when

from steps.parameters import FUNCTIONS, step

if TYPE_CHECKING:
    from mocks.cast import CastOrganisation, Personage
    from steps.drivers.control import Control
    from steps.drivers.public_search import Extract, PublicSearch

TODAY = date(2021, 4, 27)
DAY = timedelta(days=1)
EARLIER = date(2016, 6, 1)
DIRECTOR = "10002"


@given(step("{person:Persoon} is {function:Functie} van {organisation:Organisatie}"))
def holds(control: Control, person: Personage, function: str, organisation: CastOrganisation) -> None:
    control.give_function(person, organisation, FUNCTIONS[function], EARLIER, None)


@given(step("{person:Persoon} heeft geen functie bij {organisation:Organisatie}"))
def holds_nothing(control: Control, person: Personage, organisation: CastOrganisation) -> None:
    control.remove("kbo", "function", f"{organisation.number}-{person.number}-{DIRECTOR}")


@given(step("de functie van {person:Persoon} bij {organisation:Organisatie} is gisteren geëindigd"))
def ended_yesterday(control: Control, person: Personage, organisation: CastOrganisation) -> None:
    control.give_function(person, organisation, DIRECTOR, EARLIER, TODAY - DAY)


@given(step("de functie van {person:Persoon} bij {organisation:Organisatie} eindigt vandaag"))
def ends_today(control: Control, person: Personage, organisation: CastOrganisation) -> None:
    control.give_function(person, organisation, DIRECTOR, EARLIER, TODAY)


@given(step("de functie van {person:Persoon} bij {organisation:Organisatie} begint morgen"))
def begins_tomorrow(control: Control, person: Personage, organisation: CastOrganisation) -> None:
    control.give_function(person, organisation, DIRECTOR, TODAY + DAY, None)


@given(step("{organisation:Organisatie} wordt vandaag stopgezet"))
def stops_today(control: Control, organisation: CastOrganisation) -> None:
    control.stop(organisation, TODAY)


@given(step("{organisation:Organisatie} wordt morgen stopgezet"))
def stops_tomorrow(control: Control, organisation: CastOrganisation) -> None:
    control.stop(organisation, TODAY + DAY)


@given(step("{organisation:Organisatie} staat niet in de KBO"))
def is_not_registered(control: Control, organisation: CastOrganisation) -> None:
    control.remove("kbo", "enterprise", str(organisation.number))


@when(
    step("iemand {organisation:Organisatie} opzoekt in de KBO met het ondernemingsnummer"),
    target_fixture="extract",
)
def looks_up_by_number(public_search: PublicSearch, organisation: CastOrganisation) -> Extract:
    return public_search.by_number(organisation)


@when(step("iemand {organisation:Organisatie} opzoekt in de KBO met de naam"), target_fixture="extract")
def looks_up_by_name(public_search: PublicSearch, organisation: CastOrganisation) -> Extract:
    return public_search.by_name(organisation)


@then(step('toont de KBO onder "Functies" {person:Persoon} als {function:Functie}'))
def is_shown(extract: Extract, person: Personage, function: str) -> None:
    assert extract.shows(person, function), extract.page.text


@then(step("toont de KBO {person:Persoon} niet"))
def is_not_shown(extract: Extract, person: Personage) -> None:
    assert not extract.names(person), extract.page.text


@then(step("toont de KBO geen nummer van een persoon"))
def shows_no_number(extract: Extract) -> None:
    assert extract.numbers_of_persons == []
