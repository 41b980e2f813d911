"""Reading what somebody filled in to appoint a person."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mocks.core.identifiers import EnterpriseNumber
from mocks.csam_btb.domain.appointments import MAIN_POST, AppointmentNumber
from mocks.csam_btb.domain.keys import Holder
from mocks.csam_btb.domain.nominations import read_nomination
from mocks.csam_btb.tests.house import DE_KADE, TOM

KADE = EnterpriseNumber(DE_KADE)


@pytest.mark.parametrize(
    ("family_name", "given_name"),
    [("DUARTE", "ines"), ("Duarte", "Inês"), (" duarte ", "Inês Maria"), ("Du-arte", "INÊS")],
)
def test_accents_capitals_dashes_and_second_names_do_not_matter(family_name: str, given_name: str) -> None:
    ines = Holder(TOM, "Inês Maria", "Duarte", belgian_eid=False, deceased_on=None)
    read = read_nomination(RIGHT, MAIN_POST, backup=False).required()
    filled = replace(read, family_name=family_name, given_name=given_name)
    assert filled.family_name_fits(ines)
    assert filled.given_name_fits(ines)


RIGHT = {
    "number": "87.10.02-999.62",
    "family_name": "Willems",
    "given_name": "Tom",
    "enterprise_number": "0110.041.748",
    "email": "tom@post.example",
    "phone": "+32 400 00 00 00",
}


def test_a_form_is_read_with_its_displayed_numbers() -> None:
    reading = read_nomination(RIGHT, MAIN_POST, backup=False)
    assert reading.required().number == AppointmentNumber(KADE, TOM, MAIN_POST)


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("number", "", "field-missing"),
        ("number", "87.10.02-999.63", "wrong-check-digits"),
        ("number", "abc", "not-only-digits"),
        ("number", "1" * 10_000, "field-too-long"),
        ("family_name", "  ", "field-missing"),
        ("given_name", "x" * 201, "field-too-long"),
        ("enterprise_number", "0110041749", "wrong-check-digits"),
        ("email", "tom", "malformed-email"),
        ("email", "tom@post", "malformed-email"),
        ("email", "t m@post.example", "malformed-email"),
        ("email", "tom@post.example\0", "malformed-email"),
        ("email", "x" * 250 + "@a.be", "field-too-long"),
        ("phone", "bel mij", "malformed-phone"),
        ("phone", "12", "malformed-phone"),
    ],
)
def test_a_field_that_cannot_be_read_says_so(name: str, text: str, code: str) -> None:
    reading = read_nomination({**RIGHT, name: text}, MAIN_POST, backup=False)
    assert {field: fault.code for field, fault in reading.faults.items()} == {name: code}


def test_every_wrong_field_is_told_at_once() -> None:
    assert set(read_nomination({}, MAIN_POST, backup=False).faults) == set(RIGHT)
