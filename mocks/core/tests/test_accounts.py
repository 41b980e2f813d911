"""Account numbers of any country."""

from __future__ import annotations

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stdnum import iban
from stdnum.iso7064 import mod_97_10

from mocks.core.identifiers import AccountNumber, NotAnAccount
from mocks.core.identifiers.accounts import _LENGTHS

DIGITS, SIGNS = string.digits, string.digits + string.ascii_uppercase


@st.composite
def invented(draw: st.DrawFn) -> str:
    """Give an invented account number of some country, with check digits computed by somebody else."""
    country = draw(st.sampled_from(sorted(_LENGTHS)))
    if country == "BE":
        # 999 is the number of no bank; a Belgian account has two check digits of its own.
        body = f"999{draw(st.integers(0, 9_999_999)):07}"
        body += f"{int(body) % 97 or 97:02}"
    else:
        length = _LENGTHS[country] - 4
        body = draw(st.text(SIGNS, min_size=length, max_size=length))
    return f"{country}{mod_97_10.calc_check_digits(body + country)}{body}"


@settings(max_examples=30)
@given(invented())
def test_an_account_number_of_any_country_with_one_sign_wrong_is_none(number: str) -> None:
    assert AccountNumber(number) == number
    for place, sign in enumerate(number):
        for other in DIGITS if sign in DIGITS else string.ascii_uppercase:
            if other != sign:
                with pytest.raises(NotAnAccount):
                    AccountNumber(number[:place] + other + number[place + 1 :])


@given(invented())
def test_two_digits_that_changed_places_are_noticed(number: str) -> None:
    for place in range(2, len(number) - 1):
        pair = number[place : place + 2]
        swapped = number[:place] + pair[::-1] + number[place + 2 :]
        if pair.isdigit() and swapped != number:
            with pytest.raises(NotAnAccount):
                AccountNumber(swapped)


@given(invented(), st.sampled_from(DIGITS))
def test_a_sign_too_many_or_too_few_is_noticed(number: str, more: str) -> None:
    for wrong in (number + more, number[:-1], number[:4] + more + number[4:]):
        with pytest.raises(NotAnAccount):
            AccountNumber(wrong)


@pytest.mark.parametrize(
    "text",
    [
        "BE68 5390 0754 7034",
        "be68539007547034",
        "NL91 ABNA 0417 1643 00",
        "FR14 2004 1010 0505 0001 3M02 606",
        "DE89.3704.0044.0532.0130.00",
        "MT84MALT011000012345MTLCAST001S",
        "NO93 8601 1117 947",
    ],
)
def test_an_account_number_of_any_country_is_read(text: str) -> None:
    assert AccountNumber(text) == iban.compact(text).replace(".", "")
    assert iban.is_valid(AccountNumber(text), check_country=False)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "BE68 5390 0754 7035",
        "BE00 5390 0754 7034",
        "BE68 5390 0754 703",
        "NL92 ABNA 0417 1643 00",
        "NL91 ABNA 0417 1643 000",
        "XX91 ABNA 0417 1643 00",
        "０１２３",
        "x" * 10_000,
        "BE68\0",
    ],
)
def test_anything_else_is_no_account_number(text: str) -> None:
    with pytest.raises(NotAnAccount):
        AccountNumber(text)


def test_an_account_number_is_shown_in_groups_of_four() -> None:
    assert AccountNumber("NO9386011117947").display == "NO93 8601 1117 947"
