"""Identifiers: the safe ranges, the makers, and the names that ACM gives a person."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.be import nn

from mocks.core.identifiers import (
    TARGET_GROUPS,
    BirthOutOfRange,
    CouldBeReal,
    CounterOfOtherSex,
    CounterOutOfRange,
    EnterpriseNumber,
    EstablishmentNumber,
    IdentifierRefusal,
    Insz,
    SequenceOutOfRange,
    Sex,
    UnknownTargetGroup,
    WrongCheckDigits,
    make_bis_number,
    make_enterprise_number,
    make_establishment_number,
    make_national_number,
    require_safe,
    subject_of,
    vo_id,
)

# The documented example of stdnum, in the range of citizens; only here, to see it refused.
ORDINARY_NATIONAL_NUMBER = "85.07.30-033.28"
births = st.dates(date(1900, 1, 1), date(2099, 12, 31))
sexes = st.sampled_from(Sex)
places = st.integers(0, 999_999)


@st.composite
def counters_with_sex(draw: st.DrawFn) -> tuple[int, Sex]:
    counter = draw(st.integers(1, 998))
    return counter, Sex.MAN if counter % 2 else Sex.WOMAN


# The safe ranges


@pytest.mark.parametrize(
    "number",
    [
        Insz("80.01.01-999.76"),
        Insz("80.21.01-999.22"),
        Insz("90.68.12-004.62"),
        EnterpriseNumber("0100.000.070"),
        EnterpriseNumber("0199.999.944"),
        EstablishmentNumber("8.999.999.993"),
    ],
)
def test_a_number_that_nobody_can_have_is_safe(
    number: Insz | EnterpriseNumber | EstablishmentNumber,
) -> None:
    assert number.is_safe
    assert require_safe(number) is number
    assert require_safe(number.display) == number


@pytest.mark.parametrize(
    ("number", "repair"),
    [
        (Insz(ORDINARY_NATIONAL_NUMBER), "dagteller 999"),
        (EnterpriseNumber("0207.509.031"), "0100.000.000"),
        (EnterpriseNumber("0200.000.043"), "0100.000.000"),
        (EnterpriseNumber("0099.999.971"), "0100.000.000"),
        (EnterpriseNumber("1000.000.021"), "0100.000.000"),
        (EstablishmentNumber("2.000.000.339"), "8.900.000.000"),
    ],
)
def test_a_number_that_someone_can_have_is_refused_with_the_safe_range(
    number: Insz | EnterpriseNumber | EstablishmentNumber, repair: str
) -> None:
    assert not number.is_safe
    for given_number in (number, str(number)):
        with pytest.raises(CouldBeReal) as refused:
            require_safe(given_number)
        assert number.display in refused.value.sentence
        assert repair in refused.value.sentence


def test_a_text_that_is_no_number_is_not_safe_either() -> None:
    for text in ("", "de-kade", "80.01.01-999.77", "0100.000.071"):
        with pytest.raises(IdentifierRefusal):
            require_safe(text)


# The makers


@given(births, sexes)
def test_a_number_of_the_cast_has_the_true_month_and_counter_999_or_000(birth: date, sex: Sex) -> None:
    number = make_national_number(birth, sex)
    assert (number.birth_date, number.sex, number.is_safe) == (birth, sex, True)
    assert number.counter == {Sex.MAN: 999, Sex.WOMAN: 0}[sex]
    assert not number.is_test_number


@given(births, counters_with_sex())
def test_a_number_of_a_generated_person_has_a_test_month_that_the_judge_refuses(
    birth: date, chosen: tuple[int, Sex]
) -> None:
    counter, sex = chosen
    number = make_national_number(birth, sex, counter=counter)
    assert (number.birth_date, number.sex, number.counter) == (birth, sex, counter)
    assert number.is_test_number
    assert number.is_safe
    assert not nn.is_valid(number)


@given(births, st.none() | sexes)
def test_a_made_bis_number_tells_the_sex_only_where_it_was_known(birth: date, sex: Sex | None) -> None:
    number = make_bis_number(birth, sex)
    assert (number.birth_date, number.sex, number.is_safe) == (birth, sex, True)


def test_the_makers_reproduce_the_numbers_computed_by_hand() -> None:
    assert make_national_number(date(2001, 3, 7), Sex.MAN).display == "01.03.07-999.26"
    made = make_national_number(date(1990, 8, 12), Sex.WOMAN, counter=4)
    assert made.display == "90.68.12-004.62"
    assert make_bis_number(date(1980, 1, 1), None).display == "80.21.01-999.22"
    assert make_enterprise_number(999_999).display == "0199.999.944"
    assert make_establishment_number(999_999).display == "8.999.999.993"


@pytest.mark.parametrize("birth", [date(1899, 12, 31), date(2100, 1, 1)])
def test_a_birth_outside_both_centuries_has_no_number(birth: date) -> None:
    with pytest.raises(BirthOutOfRange):
        make_national_number(birth, Sex.MAN)
    with pytest.raises(BirthOutOfRange):
        make_bis_number(birth, None)


@pytest.mark.parametrize("counter", [-1, 0, 999, 1000])
def test_a_generated_person_has_an_ordinary_counter(counter: int) -> None:
    with pytest.raises(CounterOutOfRange):
        make_national_number(date(1980, 1, 1), Sex.MAN, counter=counter)


@pytest.mark.parametrize(("counter", "sex"), [(2, Sex.MAN), (3, Sex.WOMAN)])
def test_a_counter_of_the_other_sex_is_refused(counter: int, sex: Sex) -> None:
    with pytest.raises(CounterOfOtherSex):
        make_national_number(date(1980, 1, 1), sex, counter=counter)


@pytest.mark.parametrize("sequence", [-1, 1_000_000])
def test_a_place_outside_the_safe_block_is_refused(sequence: int) -> None:
    with pytest.raises(SequenceOutOfRange):
        make_enterprise_number(sequence)
    with pytest.raises(SequenceOutOfRange):
        make_establishment_number(sequence)


# The names that ACM gives a person


def test_a_vo_id_is_a_lower_case_uuid_that_never_changes() -> None:
    # The literal value guards the rule that the id of a person stays.
    assert vo_id("80.01.01-999.76", "EA") == vo_id("80010199976", "EA")
    assert re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", vo_id("80010199976", "EA"))
    assert vo_id("80010199976", "EA") == "fc46bc51-ee7f-53c9-b3c3-e59a6e6a5eba"


def test_a_vo_id_differs_per_target_group_and_person() -> None:
    ids = {
        vo_id(person, group) for group in TARGET_GROUPS for person in ("80.01.01-999.76", "80.41.01-999.65")
    }
    assert len(ids) == 2 * len(TARGET_GROUPS)


@pytest.mark.parametrize("group", ["", "ea", "XX"])
def test_an_unknown_target_group_has_no_vo_id(group: str) -> None:
    with pytest.raises(UnknownTargetGroup):
        vo_id("80.01.01-999.76", group)


def test_a_subject_is_forty_hexadecimal_signs_that_never_change() -> None:
    assert (
        subject_of("80.01.01-999.76")
        == subject_of("80010199976")
        == "fc47b9eb4ecf64a7e05505ee54cadf620bb38314"
    )
    assert re.fullmatch(r"[0-9a-f]{40}", subject_of("80010199976"))
    assert subject_of("80.01.01-999.76") != subject_of("80.41.01-999.65")


def test_a_number_that_is_none_has_no_names() -> None:
    with pytest.raises(WrongCheckDigits):
        subject_of("80.01.01-999.77")
    with pytest.raises(WrongCheckDigits):
        vo_id("80.01.01-999.77", "EA")
