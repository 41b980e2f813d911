"""The files of the cast are read strictly, and their dates against a starting date."""

import copy
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from yaml.constructor import ConstructorError

from mocks.cast import (
    UnknownOrganisation,
    UnknownPersonage,
    UnreadableDate,
    _read,
    cast_of,
    resolve,
)
from mocks.core.errors import Refusal
from mocks.core.identifiers import CouldBeReal, Insz, WrongCheckDigits

START = date(2021, 4, 27)


@pytest.fixture
def entries() -> dict[str, list[dict[str, Any]]]:
    """One personage, one organisation and one function, as the files would say them."""
    return copy.deepcopy(
        {
            "people": [
                {
                    "key": "jan",
                    "given_name": "Jan",
                    "family_name": "Peeters",
                    "number": "80.01.01-999.76",
                    "birth_date": "1980-01-01",
                    "sex": "M",
                    "belgian_eid": "true",
                    "digital_keys": [{"kind": "eid"}],
                    "trait": "Bestuurder.",
                }
            ],
            "organisations": [
                {
                    "key": "de-kade",
                    "name": "Theater De Kade vzw",
                    "target_group": "EA",
                    "number": "0100.000.070",
                    "kind": "2",
                    "legal_form": {"code": "017", "label": "VZW"},
                    "legal_situation": {"code": "000", "label": "Normale toestand"},
                    "status": "AC",
                    "start_date": "1998-09-01",
                    "address": {
                        "street": "Souffleurskaai",
                        "house_number": "3",
                        "postcode": "9000",
                        "municipality": "Gent",
                    },
                    "contact": {"email": "info@de-kade.example", "phone": "+32 9 000 00 11"},
                    "trait": "Aanvrager.",
                }
            ],
            "functions": [
                {
                    "organisation": "de-kade",
                    "holder": "jan",
                    "code": "10002",
                    "begin": "2010-06-01",
                }
            ],
        }
    )


# Dates


@pytest.mark.parametrize(
    ("expression", "day"),
    [
        ("2018-05-14", date(2018, 5, 14)),
        ("start", START),
        ("start-1d", date(2021, 4, 26)),
        ("start+4d", date(2021, 5, 1)),
        ("start-4m", date(2020, 12, 27)),
        ("start+9m", date(2022, 1, 27)),
        ("start+10y", date(2031, 4, 27)),
    ],
)
def test_an_expression_means_a_day(expression: str, day: date) -> None:
    assert resolve(expression, START) == day


def test_a_month_that_lacks_the_day_ends_on_its_last() -> None:
    assert resolve("start+1m", date(2021, 1, 31)) == date(2021, 2, 28)
    assert resolve("start+4y", date(2020, 2, 29)) == date(2024, 2, 29)
    assert resolve("start-1y", date(2020, 2, 29)) == date(2019, 2, 28)


@pytest.mark.parametrize(
    "expression",
    [
        *("", "gisteren", "start-1", "start 1d", "start-1w", "START-1d", "start-1d\n"),
        *("2021-02-30", "20210427", "2021-W17-2", "start-\u0661d", "start-9999y", "start+9999y"),
    ],
)
def test_anything_else_is_no_date(expression: str) -> None:
    with pytest.raises(UnreadableDate):
        resolve(expression, START)


@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)), st.integers(0, 9999))
def test_days_forth_and_back_lead_to_the_same_day(start: date, count: int) -> None:
    assert resolve(f"start-{count}d", resolve(f"start+{count}d", start)) == start


# What the files may not say


def test_the_entries_below_are_right_before_they_are_spoilt(entries: dict[str, Any]) -> None:
    spoilt = cast_of(entries)
    assert spoilt.person("jan").number == Insz("80.01.01-999.76")


@pytest.mark.parametrize(
    ("file", "field", "text", "refusal"),
    [
        ("people", "number", "85.07.30-033.28", CouldBeReal),
        ("people", "number", "80.01.01-999.77", WrongCheckDigits),
        ("people", "deceased_on", "gisteren", UnreadableDate),
        ("people", "sex", "X", ValidationError),
        ("people", "belgian_eid", "no", ValidationError),
        ("people", "birth_date", "1980-13-01", ValidationError),
        ("people", "digital_keys", [], ValidationError),
        ("people", "digital_keys", [{"kind": "vingerafdruk"}], ValidationError),
        ("people", "digital_keys", [{"kind": "itsme"}], ValidationError),
        ("people", "digital_keys", [{"kind": "app", "active": "false"}], ValidationError),
        ("people", "nickname", "Jantje", ValidationError),
        ("people", "key", "De Kade", ValidationError),
        ("people", "key", "de-kade", ValueError),
        ("organisations", "number", "0207.509.031", CouldBeReal),
        ("organisations", "institution_number", "999001", ValidationError),
        ("organisations", "status", "ST", ValidationError),
        ("organisations", "kind", "1", ValidationError),
        ("organisations", "target_group", "BUR", ValidationError),
        ("organisations", "inrichtende_macht", "de-linde", UnknownOrganisation),
        ("functions", "code", "2", ValidationError),
        ("functions", "organisation", "jan", UnknownOrganisation),
        ("functions", "holder", "els", UnknownPersonage),
        ("functions", "permanent_representative", "de-kade", UnknownPersonage),
        ("functions", "end", "ooit", UnreadableDate),
    ],
)
def test_a_spoilt_entry_stops_the_reading(
    entries: dict[str, Any],
    file: str,
    field: str,
    text: object,
    refusal: type[Refusal] | type[ValueError],
) -> None:
    entries[file][0][field] = text
    with pytest.raises(refusal):
        cast_of(entries)


def test_two_personages_with_one_key_stop_the_reading(entries: dict[str, Any]) -> None:
    entries["people"] *= 2
    with pytest.raises(ValueError, match="key of its own"):
        cast_of(entries)


def test_yaml_is_read_as_text_and_a_field_twice_is_refused() -> None:
    assert _read("number: 0123456701\nanswer: no") == {"number": "0123456701", "answer": "no"}
    with pytest.raises(ConstructorError, match="stands twice"):
        _read("number: 1\nnumber: 2")
