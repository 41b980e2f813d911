"""Formats of what is typed, without Flask and without tables."""

from __future__ import annotations

from datetime import date

import pytest

from mocks.core.forms import date_text, read_date, read_email, read_line
from mocks.idm import errors
from mocks.idm.domain.asked import Catalogue
from mocks.idm.domain.forms import read_phone
from mocks.idm.domain.people import search_key
from mocks.idm.domain.relations import (
    RelationNumber,
)
from mocks.idm.tests.alone import DE_KADE, ELS

SHIPPED = Catalogue()
NUMBER = RelationNumber(ELS, DE_KADE, 1)


@pytest.mark.parametrize("text", ["26/06/2018", "26/6/2018", " 2018-06-26 "])
def test_a_date_is_read_as_typed_or_as_a_date_field_sends_it(text: str) -> None:
    assert read_date(text) == date(2018, 6, 26)


@pytest.mark.parametrize(
    "text", ["31/02/2021", "2021-02-31", "26.06.2018", "0/1/2021", "", "x" * 9999, "१/१/2021"]
)
def test_another_text_is_no_date(text: str) -> None:
    with pytest.raises(errors.MalformedDate):
        read_date(text)


def test_a_date_is_shown_as_on_the_screen() -> None:
    assert date_text(date(2018, 6, 26)) == "26/06/2018"


def test_a_telephone_number_has_the_one_format() -> None:
    assert read_phone(" +3212345678 ") == "+3212345678"
    for text in ("012 34 56 78", "+32 12 34 56 78", "+0123456789", "+32", "+32x2345678", ""):
        with pytest.raises(errors.MalformedPhone):
            read_phone(text)


def test_an_e_mail_address_looks_like_one() -> None:
    assert read_email("dienstverlener@kmo-portefeuille.be") == "dienstverlener@kmo-portefeuille.be"
    for text in ("els", "els@", "els@be", "a b@c.be", f"{'x' * 300}@c.be", "<script>@c.be"):
        with pytest.raises(errors.MalformedEmail):
            read_email(text)


def test_a_line_of_text_is_kept_and_nonsense_is_not() -> None:
    assert read_line("  Els ", "De roepnaam") == "Els"
    assert read_line("   ", "De roepnaam") is None
    assert read_line("<script>", "De roepnaam") == "<script>", "a page escapes it, a rule does not forbid it"
    for text in ("x" * 10_000, "a\nb", "a\0b", "\ud800"):
        with pytest.raises(errors.UnreadableText):
            read_line(text, "De roepnaam")


def test_names_are_sought_without_accents_and_capitals() -> None:
    assert search_key("  Inês  D'Uarte-López ") == "ines d uarte lopez"
    assert search_key("\0\0") == ""
