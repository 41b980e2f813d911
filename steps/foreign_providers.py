"""Numbers, letters and foreign enterprises: what people ask at the desks, and what they take home."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from pytest_bdd import given, then, when

from steps.days import TODAY
from steps.parameters import step

if TYPE_CHECKING:
    from mocks.cast import Personage
    from steps.drivers.control import Control
    from steps.drivers.office import Office, Served
    from steps.drivers.sign_in import SignIn

HELP = ("1700", "+32 2 553 1700", "+32 2 474 50 60")


@given(step("{person:Persoon} heeft nog geen nummer"))
def has_no_number(control: Control, person: Personage) -> None:
    control.remove("rijksregister", "person", str(person.number))


@given(step("{person:Persoon} heeft een BIS-nummer"))
def has_a_number(control: Control, person: Personage) -> None:
    control.put("rijksregister", "person", str(person.number), {})


@given(step("{person:Persoon} heeft haar paspoort aan het registratiekantoor getoond"))
def has_shown_a_passport(office: Office, person: Personage) -> None:
    office.ask_a_number(person).done()


@given(step("een ondernemingsloket heeft een onderneming van {person:Persoon} ingeschreven"))
def has_registered(office: Office, person: Personage) -> None:
    office.register_enterprise(str(person.number)).done()


@given(step("{person:Persoon} heeft een brief met een activeringscode"))
def has_a_letter(office: Office, person: Personage) -> None:
    office.give_code(person, TODAY)


@given(step("de brief van {person:Persoon} is veertien dagen oud"))
def letter_of_a_fortnight(office: Office, person: Personage) -> None:
    office.give_code(person, TODAY - timedelta(days=14))


@given(step("de brief van {person:Persoon} is vijftien dagen oud"))
def letter_of_fifteen_days(office: Office, person: Personage) -> None:
    office.give_code(person, TODAY - timedelta(days=15))


@given(step("{person:Persoon} heeft aan het registratiekantoor een nieuwe activeringscode gekregen"))
def has_a_new_code(office: Office, person: Personage) -> None:
    office.ask_a_code(person).done()


@given(step("{person:Persoon} heeft aan het registratiekantoor gemeld dat zij {key:Sleutel} verloor"))
def has_reported_a_loss(office: Office, person: Personage, key: str) -> None:
    office.ask_a_code(person, key).done()


@given(step("{person:Persoon} heeft met zijn activeringscode {key:Sleutel} geactiveerd"))
def has_activated_by_code(office: Office, person: Personage, key: str) -> None:
    office.give_code(person, TODAY)
    office.activate(person, key).done()


@given(step("{person:Persoon} heeft twee keer een verkeerde activeringscode getypt"))
def has_typed_wrong_twice(office: Office, person: Personage) -> None:
    office.give_code(person, TODAY)
    for _ in range(2):
        assert office.type_wrong(person).code == "wrong-code"


@when(step("{person:Persoon} aan het registratiekantoor een BIS-nummer vraagt"), target_fixture="served")
def asks_a_number(office: Office, person: Personage) -> Served:
    return office.ask_a_number(person)


@when(
    step("{person:Persoon} met het paspoort van {other:Persoon} een BIS-nummer vraagt"),
    target_fixture="served",
)
def asks_with_another_passport(office: Office, person: Personage, other: Personage) -> Served:
    return office.ask_a_number(person, passport_of=other)


@when(step("{person:Persoon} met een vervallen paspoort een BIS-nummer vraagt"), target_fixture="served")
def asks_with_an_old_passport(office: Office, person: Personage) -> Served:
    return office.ask_a_number(person, valid=False)


@when(
    step(
        "het registratiekantoor het nummer van {person:Persoon} door een tweede BIS-nummer van haar vervangt"
    ),
    target_fixture="served",
)
def replaces_a_number(office: Office, person: Personage) -> Served:
    return office.replace_by_a_second(person).done()


@when(
    step("{person:Persoon} een rijksregisternummer krijgt in de plaats van haar BIS-nummer"),
    target_fixture="served",
)
def gets_a_national_number(office: Office, person: Personage) -> Served:
    return office.register_nationally(person).done()


@when(step("een ondernemingsloket een onderneming van {person:Persoon} inschrijft"), target_fixture="served")
def registers(office: Office, person: Personage) -> Served:
    return office.register_enterprise(str(person.number))


@when(
    step("een ondernemingsloket een onderneming zonder vertegenwoordiger inschrijft"),
    target_fixture="served",
)
def registers_without_representative(office: Office) -> Served:
    return office.register_enterprise("")


@when(
    step("{person:Persoon} met {whose:Wiens} activeringscode {key:Sleutel} activeert"),
    target_fixture="served",
)
def activates_by_code(office: Office, person: Personage, whose: int, key: str) -> Served:
    return office.activate(person, key, letter=whose)


@when(
    step("{person:Persoon} met de activeringscode van {other:Persoon} {key:Sleutel} activeert"),
    target_fixture="served",
)
def activates_by_another_code(office: Office, person: Personage, other: Personage, key: str) -> Served:
    office.give_codes_to_who_has_none(TODAY, person, other)
    return office.activate(person, key, code_of=other)


@when(
    step("{person:Persoon} aan het registratiekantoor meldt dat zij {key:Sleutel} verloor"),
    target_fixture="served",
)
def reports_a_loss(office: Office, person: Personage, key: str) -> Served:
    return office.ask_a_code(person, key)


@then(step("krijgt {person:Persoon} een BIS-nummer"))
def gets_a_number(served: Served, person: Personage) -> None:
    assert served.new, served.members
    assert served.members["family_name"] == person.family_name
    assert int(served.members["insz"][2:4]) > 20, "a BIS number is told by its month"


@then(step("krijgt {person:Persoon} een brief met een activeringscode"))
def gets_a_letter(served: Served, office: Office, person: Personage) -> None:
    assert office.letters(person)[0]["code"] == served.members["letter"]["code"]


@then(step("hoort {person:Persoon} welk nummer hij al heeft"))
def hears_the_number(served: Served, person: Personage) -> None:
    assert served.ok
    assert not served.new
    assert served.members["insz"] == person.number


@then(step("krijgt {person:Persoon} geen brief"))
def gets_no_letter(served: Served, person: Personage) -> None:
    assert served.members["letter"] is None, person.name


@then(step("meldt {person:Persoon} zich met haar oude nummer niet meer aan"))
def does_not_sign_in(sign_in: SignIn, person: Personage) -> None:
    outcome = sign_in.in_a_new_browser().as_oneself(person, "app")
    assert outcome.reason != "", person.name
    assert not outcome.page.marked("applicant")


@then(step("heeft die onderneming een ondernemingsnummer"))
def has_a_belgian_number(served: Served) -> None:
    assert served.new, served.members
    assert served.members["number"].startswith("0")


@then(step("is {person:Persoon} haar wettelijk vertegenwoordiger"))
def represents_it(served: Served, office: Office, person: Personage) -> None:
    holders = {one["holder"] for one in office.functions_in(served.members["number"]) if one["representing"]}
    assert holders == {person.number}


@then(step("hoort het ondernemingsloket welk nummer ze al heeft"))
def hears_the_enterprise_number(served: Served, office: Office) -> None:
    assert served.ok
    assert not served.new
    assert office.functions_in(served.members["number"])


@then(step("weigert {desk:Loket} dat omdat {reason:RedenLoket}"))
def desk_refuses(served: Served, desk: str, reason: str) -> None:
    assert served.code == reason, f"{desk}: {served.members}"


@then(
    step("leest {person:Persoon} het nummer van 1700, dat voor wie uit het buitenland belt en dat van BOSA")
)
def reads_where_help_is(served: Served, person: Personage) -> None:
    assert not served.ok, person.name
    for number in HELP:
        assert number in served.members["detail"]
