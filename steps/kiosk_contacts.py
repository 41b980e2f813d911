"""The contact data of an applicant in KIOSK, and the profile of its representative."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_bdd import given, then, when

from steps.drivers.kiosk import ADDRESS, CONTACT, NO_ADDRESS, OTHER_SEAT, PROFILE
from steps.parameters import step

if TYPE_CHECKING:
    from mocks.cast import CastOrganisation, Personage
    from steps.drivers.control import Control
    from steps.drivers.kiosk import Kiosk
    from steps.drivers.kiosk_answer import KioskAnswer


@given(step("de zetel van {organisation:Organisatie} is in de KBO verplaatst"))
def has_moved(control: Control, organisation: CastOrganisation) -> None:
    control.put("kbo", "enterprise", str(organisation.number), {"address": OTHER_SEAT})


@given(step("{person:Persoon} heeft voor {organisation:Organisatie} een correspondentieadres toegevoegd"))
def has_added_address(kiosk: Kiosk, person: Personage, organisation: CastOrganisation) -> None:
    kiosk.enter(person, organisation)
    kiosk.contact(person)
    kiosk.keep(person, ADDRESS).accepted()


@given(step("{person:Persoon} heeft zijn profiel voor {organisation:Organisatie} open"))
def has_profile_open(kiosk: Kiosk, person: Personage, organisation: CastOrganisation) -> None:
    kiosk.enter(person, organisation)
    kiosk.profile(person).accepted()


@when(step("{person:Persoon} de contactgegevens opent"), target_fixture="answer")
def opens_contact(kiosk: Kiosk, person: Personage) -> KioskAnswer:
    return kiosk.contact(person).accepted()


@when(
    step("{person:Persoon} met de contactgegevens een andere naam en zetel meestuurt"),
    target_fixture="answer",
)
def sends_other_name(kiosk: Kiosk, person: Personage) -> KioskAnswer:
    kiosk.contact(person)
    return kiosk.keep(person, {**CONTACT, "name": "Elders vzw", "address": "Elders"}).accepted()


@when(step("{person:Persoon} het e-mailadres en het telefoonnummer van de aanvrager invult"))
def fills_in_contact(kiosk: Kiosk, person: Personage) -> None:
    kiosk.contact(person)
    kiosk.keep(person, CONTACT).accepted()


@when(
    step("{person:Persoon} de contactgegevens bewaart zonder {field:Contactgegeven}"), target_fixture="answer"
)
def keeps_half_contact(kiosk: Kiosk, person: Personage, field: str) -> KioskAnswer:
    kiosk.contact(person)
    return kiosk.keep(person, {**CONTACT, field: ""})


@when(step("{person:Persoon} een correspondentieadres toevoegt"))
def adds_address(kiosk: Kiosk, person: Personage) -> None:
    kiosk.contact(person)
    kiosk.keep(person, ADDRESS).accepted()


@when(step("{person:Persoon} een correspondentieadres zonder gemeente toevoegt"), target_fixture="answer")
def adds_half_address(kiosk: Kiosk, person: Personage) -> KioskAnswer:
    kiosk.contact(person)
    return kiosk.keep(person, {**ADDRESS, "municipality": ""})


@when(step("{person:Persoon} het correspondentieadres wijzigt"), target_fixture="answer")
def changes_address(kiosk: Kiosk, person: Personage) -> KioskAnswer:
    kiosk.contact(person)
    return kiosk.keep(person, {"street": OTHER_SEAT["street"]}).accepted()


@when(step("{person:Persoon} het correspondentieadres verwijdert"))
def removes_address(kiosk: Kiosk, person: Personage) -> None:
    kiosk.remove_address(person).accepted()


@when(step("{person:Persoon} zijn profiel invult"))
def fills_in_profile(kiosk: Kiosk, person: Personage) -> None:
    kiosk.profile(person)
    kiosk.keep(person, PROFILE).accepted()


@when(step("{person:Persoon} zijn profiel invult met een e-mailadres en een {field:Contactgegeven}"))
def fills_in_one_number(kiosk: Kiosk, person: Personage, field: str) -> None:
    kiosk.profile(person)
    kiosk.keep(person, {"email": PROFILE["email"], field: PROFILE[field]}).accepted()


@when(step("{person:Persoon} zijn profiel invult zonder {field:Contactgegeven}"), target_fixture="answer")
def fills_in_half_profile(kiosk: Kiosk, person: Personage, field: str) -> KioskAnswer:
    kiosk.profile(person)
    return kiosk.keep(person, {"email": PROFILE["email"], "phone": PROFILE["phone"], field: ""})


@when(step("{person:Persoon} dat profiel alsnog bewaart"), target_fixture="answer")
def keeps_profile_at_last(kiosk: Kiosk, person: Personage) -> KioskAnswer:
    return kiosk.keep(person, PROFILE)


@then(step("staat daar de nieuwe zetel, met de KBO als bron"))
def new_seat_stands(answer: KioskAnswer) -> None:
    assert answer.fact("Maatschappelijke zetel").startswith(OTHER_SEAT["street"])
    assert "Bron: Kruispuntbank van Ondernemingen" in answer.page.text


@then(step("staat daar de naam van {person:Persoon}, met het Rijksregister als bron"))
def name_stands(answer: KioskAnswer, person: Personage) -> None:
    assert (answer.fact("Voornaam"), answer.fact("Naam")) == (person.given_name, person.family_name)
    assert "Bron: Rijksregister" in answer.page.text


@then(step("verandert er niets aan de naam en de zetel van {organisation:Organisatie}"))
def nothing_authentic_changed(answer: KioskAnswer, organisation: CastOrganisation) -> None:
    assert answer.fact("Naam") == organisation.name
    assert answer.fact("Maatschappelijke zetel").startswith(organisation.address.street)


@then(step("staan ze bij de contactgegevens die {person:Persoon} ziet"))
def contact_is_kept(kiosk: Kiosk, person: Personage) -> None:
    assert kiosk.contact(person).typed(*CONTACT) == CONTACT


@then(step("staat wat {person:Persoon} wel typte nog op het scherm"))
def rest_still_stands(answer: KioskAnswer, person: Personage) -> None:
    (left,) = set(answer.typed(*CONTACT).values()) - {""}
    assert left in CONTACT.values(), person.name


@then(step("staat dat ene adres bij de contactgegevens die {person:Persoon} ziet"))
def address_is_kept(kiosk: Kiosk, person: Personage) -> None:
    assert kiosk.contact(person).typed(*ADDRESS) == ADDRESS


@then(step("staat het nieuwe adres er en het vorige niet meer"))
def address_is_another(answer: KioskAnswer) -> None:
    assert answer.typed(*ADDRESS) == {**ADDRESS, "street": OTHER_SEAT["street"]}


@then(step("staat er voor {person:Persoon} geen correspondentieadres meer"))
def address_is_gone(kiosk: Kiosk, person: Personage) -> None:
    assert kiosk.contact(person).typed(*NO_ADDRESS) == NO_ADDRESS


@then(step("staat dat bij het profiel van {person:Persoon} als zichzelf"))
def is_own_profile(kiosk: Kiosk, person: Personage) -> None:
    assert kiosk.profile(person).typed(*PROFILE) == PROFILE


@then(step("staat dat niet bij het profiel van {person:Persoon} voor {organisation:Organisatie}"))
def is_not_profile_for(kiosk: Kiosk, person: Personage, organisation: CastOrganisation) -> None:
    kiosk.enter(person, organisation)
    assert not PROFILE.items() & kiosk.profile(person).typed(*PROFILE).items()


@then(step("staat dat {field:Contactgegeven} bij het profiel van {person:Persoon}"))
def number_is_kept(kiosk: Kiosk, person: Personage, field: str) -> None:
    kept = kiosk.profile(person).typed("phone", "mobile")
    assert kept == {"phone": "", "mobile": "", field: PROFILE[field]}
