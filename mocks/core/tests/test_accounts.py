"""Account numbers of any country."""

from __future__ import annotations

import pytest
from stdnum import iban

from mocks.core.identifiers import AccountNumber, NotAnAccount


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
