"""Doors, visitors and services, without Flask and without tables."""

from __future__ import annotations

from typing import Any

import pytest

from mocks.core.errors import Refusal
from mocks.eloketten.kmo_portefeuille import errors
from mocks.eloketten.kmo_portefeuille.domain.doors import APPLICANT, DEPARTMENTS, DOORS, SEAT, Door, door_of
from mocks.eloketten.kmo_portefeuille.domain.services import (
    Details,
    Kind,
    Place,
    department_name,
    kind_of,
    read_details,
    read_version,
    what_changed,
)
from mocks.eloketten.kmo_portefeuille.domain.visitors import Visitor, visitor_of
from mocks.eloketten.kmo_portefeuille.tests.visitor import CONTACT

LEERPUNT, OTHER = "0110041748", "0122386185"


def claims(**changes: object) -> dict[str, Any]:
    ria = {
        "given_name": "Ria",
        "family_name": "Goossens",
        "vo_orgcode": LEERPUNT,
        "vo_orgnaam": "Leerpunt nv",
        **changes,
    }
    return {name: value for name, value in ria.items() if value is not None}


def role(*contexts: str, at: str = LEERPUNT) -> list[str]:
    return [f"{DEPARTMENTS.role}-{one}:{at}" for one in contexts]


# Visitors


def test_the_buttons_of_service_providers_read_as_in_the_source() -> None:
    labels = [SEAT.label, DEPARTMENTS.label]
    assert labels == ["Login dienstverleners", "Login individuele dienstverlener/departementen"]
    assert all(door_of(key) is door for key, door in DOORS.items())
    with pytest.raises(errors.UnknownDoor):
        door_of("achterdeur")


def test_the_departments_are_those_of_the_token() -> None:
    named = role("Campus Gent", "Campus Sint-Niklaas", "A:B")
    assert visitor_of(claims(kmo_departementen_rol_3d=named), DEPARTMENTS) == Visitor(
        "Ria Goossens",
        LEERPUNT,
        "Leerpunt nv",
        "met het recht ‘Dienstverlener kmo-portefeuille, departementen’",
        ("Campus Gent", "Campus Sint-Niklaas", "A:B"),
    )


@pytest.mark.parametrize(
    ("door", "more"),
    [
        (DEPARTMENTS, {}),
        (DEPARTMENTS, {"kmo_departementen_rol_3d": []}),
        (DEPARTMENTS, {"kmo_departementen_rol_3d": role("Campus Gent", at=OTHER)}),
        (DEPARTMENTS, {"kmo_departementen_rol_3d": [f"{DEPARTMENTS.role}:{LEERPUNT}"]}),
        (DEPARTMENTS, {"wv_orgcode": LEERPUNT}),
        (SEAT, {"wv_orgcode": LEERPUNT}),
        (SEAT, {"kmo_dienstverlener_rol_3d": [f"{APPLICANT.role}:{LEERPUNT}"]}),
        (APPLICANT, {"kmo_portefeuille_rol_3d": [f"{SEAT.role}:{LEERPUNT}"]}),
    ],
)
def test_a_token_without_the_right_of_the_door_opens_nothing(door: Door, more: dict[str, object]) -> None:
    with pytest.raises(errors.NoRight, match=door.right):
        visitor_of(claims(**more), door)


def test_an_enterprise_is_entered_by_who_represents_it_and_by_the_right() -> None:
    assert visitor_of(claims(wv_orgcode=LEERPUNT), APPLICANT).capacity == "wettelijk vertegenwoordiger"
    held = claims(kmo_portefeuille_rol_3d=[f"{APPLICANT.role}:{LEERPUNT}"])
    assert visitor_of(held, APPLICANT).capacity == "met het recht ‘VLAIO Inkom Gebruiker’"


@pytest.mark.parametrize(
    "more",
    [
        {"given_name": None},
        {"vo_orgcode": "niets"},
        {"vo_orgcode": 5},
        {"vo_orgnaam": " "},
        {"wv_orgcode": OTHER},
        {"kmo_portefeuille_rol_3d": "tekst"},
        {"kmo_portefeuille_rol_3d": [1]},
    ],
)
def test_a_token_that_cannot_be_read_is_refused(more: dict[str, object]) -> None:
    with pytest.raises(errors.UnreadableClaim):
        visitor_of(claims(**more), APPLICANT)


def test_another_department_is_not_for_this_person() -> None:
    ria = visitor_of(claims(kmo_departementen_rol_3d=role("Campus Gent")), DEPARTMENTS)
    assert ria.require("Campus Gent") == "Campus Gent"
    with pytest.raises(errors.OtherDepartment, match=r"Campus Asse.*wel voor Campus Gent"):
        ria.require("Campus Asse")


# Services


@pytest.mark.parametrize("number", [f"{LEERPUNT}-training", f"{LEERPUNT}-advice-Campus Sint-Niklaas"])
def test_a_service_is_named_by_its_place(number: str) -> None:
    assert str(Place.parse(number)) == number


@pytest.mark.parametrize(
    "number",
    [
        "",
        LEERPUNT,
        f"{LEERPUNT}-opleiding",
        f"{LEERPUNT}-training-",
        "x-training",
        f"{LEERPUNT}-training-a/b",
    ],
)
def test_a_text_that_names_no_service_is_refused(number: str) -> None:
    with pytest.raises(Refusal):
        Place.parse(number)


def test_what_was_typed_is_kept_in_one_form() -> None:
    assert read_details({**CONTACT, "name": " Nele Aerts "}) == Details(
        "Nele Aerts", "nele@leerpunt.example", "+3253000013", "BE68539007547034"
    )


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", "x" * 101),
        ("name", "a\0b"),
        ("email", "nele"),
        ("email", "nele@leerpunt"),
        ("phone", "053 00 00 13"),
        ("account", "BE68"),
    ],
)
def test_each_field_that_does_not_fit_has_its_sentence(field: str, value: str) -> None:
    with pytest.raises(errors.InvalidService) as refused:
        read_details({**CONTACT, field: value})
    assert list(refused.value.fields) == [field]


def test_every_field_that_does_not_fit_is_named_at_once() -> None:
    with pytest.raises(errors.InvalidService) as refused:
        read_details({})
    assert set(refused.value.fields) == {"name", "email", "phone", "account"}


def test_a_version_is_a_number() -> None:
    assert read_version("3") == 3
    for text in ("", "-1", "drie", "9" * 30, "²"):
        with pytest.raises(errors.InvalidService):
            read_version(text)


def test_the_history_says_what_changed() -> None:
    before = read_details(CONTACT)
    after = read_details({**CONTACT, "name": "Bo Maes", "account": "NL91ABNA0417164300"})
    assert what_changed(before, after) == (
        "Contactpersoon: Nele Aerts → Bo Maes. Rekeningnummer: BE68 5390 0754 7034 → NL91 ABNA 0417 1643 00."
    )
    assert what_changed(None, before).startswith("Geregistreerd: contactpersoon Nele Aerts")
    assert what_changed(before, before) == ""


def test_a_service_is_training_or_advice() -> None:
    assert [kind_of(one) for one in ("opleiding", "advies")] == [Kind.TRAINING, Kind.ADVICE]
    with pytest.raises(errors.UnknownKindOfService):
        kind_of("training")


@pytest.mark.parametrize("text", ["", " ", "x" * 101, "a/b", "a|b", "a\nb"])
def test_a_name_that_no_department_can_have_is_refused(text: str) -> None:
    assert department_name(" Campus Gent ") == "Campus Gent"
    with pytest.raises(errors.MalformedDepartment):
        department_name(text)


def test_half_a_character_is_no_name() -> None:
    with pytest.raises(errors.MalformedDepartment):
        department_name("a\ud800")
