"""Identifiers: what is read, what is refused, and what a number tells."""

import re
from datetime import date

import pytest
from stdnum.be import iban as belgian_iban
from stdnum.be import nn, vat

from mocks.core.errors import Refusal
from mocks.core.identifiers import (
    BisNumber,
    EnterpriseNumber,
    EstablishmentNumber,
    Iban,
    IdentifierRefusal,
    Insz,
    MissingLeadingZero,
    NationalNumber,
    NoSuchBirthDate,
    NotABisNumber,
    NotANationalNumber,
    NotAnEnterpriseNumber,
    NotAnEstablishmentNumber,
    NotAnIban,
    NotAnOvoCode,
    NotOnlyDigits,
    NumberMissing,
    OvoCode,
    Sex,
    WrongCheckDigits,
    WrongLength,
    make_national_number,
)

# What is accepted, what is refused


@pytest.mark.parametrize(
    "text",
    ["80010199976", "80.01.01-999.76", "80 01 01 999 76", "800101-99976", " 80.01.01 999-76 "],
)
def test_a_national_number_is_read_in_its_usual_displays(text: str) -> None:
    assert Insz(text) == "80010199976"


@pytest.mark.parametrize(
    "text",
    [
        "80.01.01-999.7A",
        "O0010199976",
        "80.01.01--999.76",
        "80.01.01 - 999.76",
        ".80010199976",
        "80010199976.",
        "80/01/01/999/76",
        "80010199976\n",
        "\t80010199976",
        "80010199976\u00a0",
        "8001019997\u0666",
        "8001019997²",
        "+80010199976",
        "8_0010199976",
        "80010199976'; --",
    ],
)
def test_letters_and_other_noise_are_refused(text: str) -> None:
    for kind in (Insz, NationalNumber, BisNumber, EnterpriseNumber, EstablishmentNumber):
        with pytest.raises(NotOnlyDigits):
            kind(text)


@pytest.mark.parametrize("text", ["", " ", "   "])
def test_a_number_that_is_missing_is_asked(text: str) -> None:
    for kind in (Insz, NationalNumber, BisNumber, EnterpriseNumber, EstablishmentNumber):
        with pytest.raises(NumberMissing, match=r"^Geef een .*, zoals [0-9]"):
            kind(text)


@pytest.mark.parametrize("text", ["8001019997", "800101999760", "1"])
def test_a_number_of_another_length_is_refused(text: str) -> None:
    with pytest.raises(WrongLength):
        Insz(text)


def test_an_enterprise_number_of_nine_digits_is_refused_with_the_advice_to_put_a_zero() -> None:
    with pytest.raises(MissingLeadingZero) as refused:
        EnterpriseNumber("100.000.070")
    assert "Zet een 0 vooraan" in refused.value.sentence
    assert EnterpriseNumber("0100.000.070") == "0100000070"


def test_an_enterprise_number_of_eight_digits_has_no_such_advice() -> None:
    with pytest.raises(WrongLength) as refused:
        EnterpriseNumber("00.000.070")
    assert not isinstance(refused.value, MissingLeadingZero)


@pytest.mark.parametrize(("right", "wrong"), [("0100016797", "0100016700")])
def test_check_digits_are_97_and_never_00(right: str, wrong: str) -> None:
    assert vat.is_valid(wrong), "the judge is known to be too nice here"
    assert EnterpriseNumber(right) == right
    with pytest.raises(WrongCheckDigits):
        EnterpriseNumber(wrong)


def test_an_enterprise_number_begins_with_0_or_1() -> None:
    assert EnterpriseNumber("1000.000.021") == "1000000021"
    with pytest.raises(NotAnEnterpriseNumber):
        EnterpriseNumber("2.000.000.339")


def test_an_establishment_number_begins_with_2_to_8() -> None:
    assert EstablishmentNumber("2.000.000.339") == "2000000339"
    for text in ("0100.000.070", "9.000.000.000"):
        with pytest.raises(NotAnEstablishmentNumber):
            EstablishmentNumber(text)


def test_an_establishment_number_has_check_digits() -> None:
    with pytest.raises(WrongCheckDigits):
        EstablishmentNumber("2.000.000.338")


def test_an_insz_knows_its_kind() -> None:
    assert isinstance(Insz("80.01.01-999.76"), NationalNumber)
    assert isinstance(Insz("80.61.01-001.39"), NationalNumber)
    assert isinstance(Insz("80.41.01-999.65"), BisNumber)


def test_a_bis_number_is_no_national_number() -> None:
    with pytest.raises(NotANationalNumber):
        NationalNumber("80.41.01-999.65")
    with pytest.raises(NotANationalNumber):
        NationalNumber(Insz("80.41.01-999.65"))


def test_a_national_number_is_no_bis_number() -> None:
    with pytest.raises(NotABisNumber):
        BisNumber("80.01.01-999.76")


@pytest.mark.parametrize("month", [13, 19, 33, 39, 53, 59, 60, 73, 80, 99])
def test_a_month_that_nobody_is_born_in_is_refused(month: int) -> None:
    nine = f"80{month:02}01999"
    with pytest.raises(NoSuchBirthDate):
        Insz(f"{nine}{97 - int(nine) % 97:02}")


def test_the_29th_of_february_exists_in_leap_years_only() -> None:
    number = make_national_number(date(2000, 2, 29), Sex.WOMAN)
    assert number.birth_date == date(2000, 2, 29)
    with pytest.raises(NoSuchBirthDate):
        Insz(f"000229000{97 - int('000229000') % 97:02}")  # 1900 was no leap year.


def test_a_day_above_31_is_refused_even_when_the_month_is_unknown() -> None:
    assert Insz(f"800031999{97 - 800031999 % 97:02}").birth_date is None
    with pytest.raises(NoSuchBirthDate):
        Insz(f"800032999{97 - 800032999 % 97:02}")


def test_a_day_that_the_month_does_not_have_is_refused_where_the_judge_shrugs() -> None:
    number = f"800431999{97 - int('800431999') % 97:02}"
    assert nn.get_birth_date(number) is None
    with pytest.raises(NoSuchBirthDate):
        Insz(number)


@pytest.mark.parametrize("text", ["OVO002949", "ovo002949", "OVO 002 949", " OVO-002949 "])
def test_an_ovo_code_is_ovo_and_six_digits(text: str) -> None:
    assert OvoCode(text) == OvoCode(text).display == "OVO002949"


@pytest.mark.parametrize("text", ["002949", "OVO00294", "OVO0029490", "0V0002949", "OVO00294\u0669"])
def test_anything_else_is_no_ovo_code(text: str) -> None:
    with pytest.raises(NotAnOvoCode):
        OvoCode(text)


@pytest.mark.parametrize("text", ["BE68539007547034", "be68 5390 0754 7034", "BE68-539007547034"])
def test_a_belgian_iban_is_read_in_its_usual_displays(text: str) -> None:
    assert Iban(text) == belgian_iban.compact("BE68 5390 0754 7034")


@pytest.mark.parametrize("text", ["NL91ABNA0417164300", "BE6853900754703", "BE685390075470A4", "68"])
def test_anything_else_is_no_belgian_iban(text: str) -> None:
    with pytest.raises(NotAnIban):
        Iban(text)


@pytest.mark.parametrize("text", ["BE68539007547035", "BE69539007547034", "BE41091811735141"])
def test_an_iban_with_a_wrong_check_is_refused(text: str) -> None:
    assert not belgian_iban.is_valid(text)
    with pytest.raises(WrongCheckDigits):
        Iban(text)


# What the number of a person tells


@pytest.mark.parametrize(
    ("text", "birth", "sex"),
    [
        ("80.01.01-999.76", date(1980, 1, 1), Sex.MAN),
        ("01.03.07-999.94", date(1901, 3, 7), Sex.MAN),
        ("01.03.07-999.26", date(2001, 3, 7), Sex.MAN),
        ("80.41.01-999.65", date(1980, 1, 1), Sex.MAN),
        ("80.21.01-999.22", date(1980, 1, 1), None),
        ("01.43.07-999.15", date(2001, 3, 7), Sex.MAN),
        ("80.61.01-001.39", date(1980, 1, 1), Sex.MAN),
        ("75.62.15-002.05", date(1975, 2, 15), Sex.WOMAN),
        ("99.72.31-005.96", date(1999, 12, 31), Sex.MAN),
        ("01.63.07-003.84", date(2001, 3, 7), Sex.MAN),
    ],
)
def test_a_number_tells_birth_and_sex(text: str, birth: date, sex: Sex | None) -> None:
    number = Insz(text)
    assert (number.birth_date, number.birth_year, number.sex) == (birth, birth.year, sex)
    assert number.display == text


@pytest.mark.parametrize(
    ("six", "year"),
    [("800000", 1980), ("800001", 1980), ("800300", 1980), ("802000", 1980), ("000001", None)],
)
def test_an_unknown_birth_date_is_told_as_unknown(six: str, year: int | None) -> None:
    number = Insz(f"{six}999{97 - int(six + '999') % 97:02}")
    assert (number.birth_date, number.birth_year) == (None, year)


def test_a_wholly_unknown_birth_is_unknown_in_both_centuries() -> None:
    number = Insz(f"000001999{97 - 2_000_001_999 % 97:02}")
    assert (number.birth_date, number.birth_year) == (None, None)


# The refusals


def refusals(root: type[IdentifierRefusal] = IdentifierRefusal) -> list[type[IdentifierRefusal]]:
    return [root, *(found for child in root.__subclasses__() for found in refusals(child))]


def test_every_refusal_has_its_own_kebab_case_code_and_is_a_bad_request() -> None:
    codes = [refusal.code for refusal in refusals()]
    assert len(set(codes)) == len(codes)
    for refusal in refusals():
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", refusal.code)
        assert refusal.status == 400
        assert issubclass(refusal, Refusal)


def test_a_refused_text_is_shown_short_and_without_control_characters() -> None:
    with pytest.raises(NotOnlyDigits) as refused:
        Insz("{0}\x1b[31m" + "x" * 500)
    assert "\x1b" not in refused.value.sentence
    assert '"{0}?[31m' in refused.value.sentence
    assert len(refused.value.sentence) < 300
