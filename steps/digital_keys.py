"""Digital keys: who has which, and activating them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from pytest_bdd import given, then, when

from mocks.core.brussels import BRUSSELS
from steps.parameters import step

if TYPE_CHECKING:
    from mocks.cast import Personage
    from steps.drivers.browser import Page
    from steps.drivers.control import Control
    from steps.drivers.keys import MyKeys
    from steps.drivers.sign_in import SignIn

YEARS_AGO = date(2019, 5, 1)
RECENTLY = date(2021, 3, 1)
LONG_AGO = date(2020, 4, 26)
"""The last day that lies more than twelve months before the go-live."""


@given(step("{person:Persoon} heeft {key:Sleutel} geactiveerd"))
def has_activated(control: Control, person: Personage, key: str) -> None:
    control.activate(person, key, YEARS_AGO, RECENTLY)


@given(step("{person:Persoon} heeft {key:Sleutel} niet geactiveerd"))
def has_not_activated(control: Control, person: Personage, key: str) -> None:
    control.deactivate(person, key)


@given(step("{person:Persoon} heeft {key:Sleutel} meer dan een jaar niet gebruikt"))
def has_not_used_for_a_year(control: Control, person: Personage, key: str) -> None:
    control.activate(person, key, YEARS_AGO, LONG_AGO)


@given(step("{person:Persoon} heeft {key:Sleutel} gisteren nog gebruikt op 31 januari 2024"))
def used_it_until_the_end(control: Control, person: Personage, key: str) -> None:
    end = datetime(2024, 1, 31, 9, tzinfo=BRUSSELS)
    control.set_clock(end)
    control.activate(person, key, YEARS_AGO, (end - timedelta(days=1)).date())


@given(step("{person:Persoon} is overleden"))
def is_deceased(control: Control, person: Personage) -> None:
    control.put("rijksregister", "person", person.number, {"deceased_on": RECENTLY.isoformat()})


@when(step("{person:Persoon} met eID {key:Sleutel} activeert"))
def activates(my_keys: MyKeys, person: Personage, key: str) -> None:
    my_keys.activate(person, key)


@when(step("{person:Persoon} met eID zijn sleutel {key:Sleutel} verwijdert"))
def removes(my_keys: MyKeys, person: Personage, key: str) -> None:
    my_keys.remove(person, key)


@when(step('{person:Persoon} "Mijn digitale sleutels" opent'), target_fixture="own_keys")
def opens_own_keys(my_keys: MyKeys, person: Personage) -> Page:
    return my_keys.open(person)


@then(step("kan {person:Persoon} {key:Sleutel} niet activeren"))
def cannot_activate(own_keys: Page, person: Personage, key: str) -> None:
    assert own_keys.text.count(person.family_name), "the page is about somebody else"
    assert not [address for _, address in own_keys.links if address.endswith(f"/activeren/{key}")]


@then(step("kan {person:Persoon} zich met {key:Sleutel} aanmelden als zichzelf"))
def can_sign_in_with(sign_in: SignIn, person: Personage, key: str) -> None:
    assert sign_in.in_a_new_browser().as_oneself(person, key).reason == ""


@then(step("opent {key:Sleutel} nog niets voor {person:Persoon}"))
def opens_nothing(sign_in: SignIn, person: Personage, key: str) -> None:
    outcome = sign_in.in_a_new_browser().as_oneself(person, key)
    assert outcome.reason in {"not-activated", "revoked"}, outcome.page.text
