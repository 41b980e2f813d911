"""Identifiers: what holds for every number, judged by python-stdnum where it knows."""

import copy
import json
import pickle
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.be import bis, nn, vat

from mocks.core.identifiers import (
    BisNumber,
    EnterpriseNumber,
    EstablishmentNumber,
    Iban,
    IdentifierRefusal,
    Insz,
    NationalNumber,
    NoSuchBirthDate,
    OvoCode,
    Sex,
    make_bis_number,
    make_enterprise_number,
    make_establishment_number,
    make_national_number,
)

Kind = type[Insz] | type[EnterpriseNumber] | type[EstablishmentNumber] | type[Iban]

NUMBERS: list[tuple[Kind, str]] = [
    (NationalNumber, "80010199976"),
    (BisNumber, "80410199965"),
    (EnterpriseNumber, "0100000070"),
    (EstablishmentNumber, "8900000022"),
    (Iban, "BE68539007547034"),
]

births = st.dates(date(1900, 1, 1), date(2099, 12, 31))
sexes = st.sampled_from(Sex)
places = st.integers(0, 999_999)


@st.composite
def counters_with_sex(draw: st.DrawFn) -> tuple[int, Sex]:
    counter = draw(st.integers(1, 998))
    return counter, Sex.MAN if counter % 2 else Sex.WOMAN


@st.composite
def eleven_digits(draw: st.DrawFn) -> str:
    """Any eleven digits with check digits of the one or the other century, or with any others."""
    nine = draw(st.integers(1, 10**9 - 1))
    reckoned = draw(st.sampled_from((nine, 2 * 10**9 + nine)))
    check = draw(st.just(97 - reckoned % 97) | st.integers(0, 99))
    return f"{nine:09}{check:02}"


def accepts(kind: Kind, text: str) -> bool:
    try:
        kind(text)
    except IdentifierRefusal:
        return False
    return True


def neighbours(number: str) -> Iterator[tuple[int, str]]:
    """Give every text that differs from the number in one digit, and where."""
    for place, sign in enumerate(number):
        for other in "0123456789":
            if sign.isdigit() and other != sign:
                yield place, number[:place] + other + number[place + 1 :]


@given(eleven_digits())
def test_what_the_judge_refuses_is_refused(digits: str) -> None:
    if not accepts(Insz, digits):
        return
    number = Insz(digits)
    if number.is_test_number or (number.birth_year or 1900) > 2020:
        return  # The judge knows neither test months nor who is still to be born.
    judge = bis if isinstance(number, BisNumber) else nn
    assert judge.is_valid(digits)
    assert number.birth_date == judge.get_birth_date(digits)
    assert number.birth_year == judge.get_birth_year(digits)
    assert number.sex == judge.get_gender(digits)


@given(eleven_digits())
def test_what_the_judge_accepts_is_accepted_unless_the_day_is_impossible(digits: str) -> None:
    judge = next((judge for judge in (nn, bis) if judge.is_valid(digits)), None)
    if judge is not None and not accepts(Insz, digits):
        assert judge.get_birth_date(digits) is None
        with pytest.raises(NoSuchBirthDate):
            Insz(digits)


@given(st.integers(1, 10**10 - 1).map("{:010}".format) | places.map(make_enterprise_number))
def test_an_enterprise_number_is_accepted_as_the_judge_does_save_00(digits: str) -> None:
    assert accepts(EnterpriseNumber, digits) == (vat.is_valid(digits) and digits[8:] != "00")


@given(st.integers(0, 10**12 - 1) | st.integers(0, 10**10 - 1).map(lambda n: n * 100 + n % 97))
def test_an_iban_is_accepted_only_when_both_checks_hold(account: int) -> None:
    national = (account // 100) % 97 or 97
    check = 98 - (account * 10**6 + 111400) % 97
    text = f"BE{check:02}{account:012}"
    assert accepts(Iban, text) == (account % 100 == national)
    assert not accepts(Iban, f"BE{(check + 97) % 100:02}{account:012}")


# Properties of every number


@given(births, sexes, counters_with_sex(), places)
def test_what_is_displayed_is_read_back(birth: date, sex: Sex, test: tuple[int, Sex], place: int) -> None:
    persons = (
        make_national_number(birth, sex),
        make_national_number(birth, test[1], counter=test[0]),
        make_bis_number(birth, sex),
        make_bis_number(birth, None),
    )
    for number in persons:
        assert Insz(number.display) == type(number)(number) == number
    for made in (make_enterprise_number(place), make_establishment_number(place)):
        assert type(made)(made.display) == made


@pytest.mark.parametrize(("kind", "text"), NUMBERS)
def test_display_and_parse_are_each_others_reverse(kind: Kind, text: str) -> None:
    number = kind(text)
    assert number.display != text
    assert kind(number.display) == text


@given(places)
def test_one_altered_digit_of_an_enterprise_or_unit_is_always_refused(place: int) -> None:
    for made in (make_enterprise_number(place), make_establishment_number(place)):
        for _, altered in neighbours(made):
            assert not accepts(type(made), altered)


@given(births, sexes, counters_with_sex())
def test_one_altered_digit_of_a_person_is_refused_save_six_years_and_a_century(
    birth: date, sex: Sex, test: tuple[int, Sex]
) -> None:
    # Adding 2 000 000 000 has the same remainder by 97 as taking 6 from the last digit of the
    # year, so that this one alteration moves the birth to the other century. It lies in the real
    # numbers and no validator can see it: 07.xx.xx of 1907 and 01.xx.xx of 2001 look alike.
    for number in (
        make_national_number(birth, sex),
        make_national_number(birth, test[1], counter=test[0]),
        make_bis_number(birth, None),
    ):
        for place, altered in neighbours(number):
            if accepts(Insz, altered):
                year, other = number.birth_year, Insz(altered).birth_year
                assert place == 1
                assert year is not None
                assert other == (year + 94 if year < 2000 else year - 94)


@given(st.integers(0, 10**10 - 1))
def test_one_altered_digit_of_an_iban_is_always_refused(account: int) -> None:
    twelve = account * 100 + (account % 97 or 97)
    number = Iban(f"BE{98 - (twelve * 10**6 + 111400) % 97:02}{twelve:012}")
    for _, altered in neighbours(number):
        assert not accepts(Iban, altered)


@pytest.mark.parametrize(("kind", "text"), NUMBERS)
def test_a_number_is_a_plain_text_to_everything_else(kind: Kind, text: str) -> None:
    number = kind(text)
    assert json.dumps({number: number}) == json.dumps({text: text})
    assert {text: "found"}[number] == "found"
    assert f"{number}" == str(number) == text
    for twin in (copy.deepcopy(number), pickle.loads(pickle.dumps(number))):  # noqa: S301
        assert (twin, type(twin)) == (number, kind)


@given(st.text(max_size=30) | st.from_regex(r"[0-9 .\-A-Z]{8,14}", fullmatch=True))
def test_any_text_at_all_is_read_or_refused_with_a_sentence(text: str) -> None:
    for kind in (Insz, BisNumber, EnterpriseNumber, EstablishmentNumber, OvoCode, Iban):
        try:
            assert kind(kind(text).display) == kind(text)
        except IdentifierRefusal as refusal:
            assert refusal.sentence.endswith(".")  # noqa: PT017
