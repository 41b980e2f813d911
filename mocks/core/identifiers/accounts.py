"""The number of a bank account (IBAN), of any country that has them.

*Bron*: ISO 13616 and ISO 7064 (mod 97-10); the lengths are those of the IBAN registry.
"""

import re
from typing import ClassVar, Self

from mocks.core.identifiers.codes import Iban
from mocks.core.identifiers.errors import IdentifierRefusal, NotAnAccount

_LENGTHS = {
    country: length
    for length, countries in {
        15: "NO", 16: "BE", 18: "DK FI FO GL NL", 19: "MK SI", 20: "AT BA EE KZ LT LU XK",
        21: "CH HR LI LV", 22: "BG BH CR DE GB GE IE ME RS", 23: "AE GI IL IQ TL",
        24: "AD CZ ES MD PK RO SA SE SK TN VG",
        25: "LY PT ST", 26: "IS TR", 27: "BI FR GR IT MC MR SM", 28: "AL AZ BY CY DO GT HU LB PL",
        29: "BR EG PS QA UA", 30: "JO KW MU", 31: "MT SC", 32: "LC",
    }.items()
    for country in countries.split()
}  # fmt: skip
_SHAPE = re.compile(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}", re.ASCII)


class AccountNumber(str):
    """An account number without spaces, in capitals; of a Belgian one the national check holds besides."""

    __slots__ = ()
    example: ClassVar[str] = Iban.example

    def __new__(cls, text: str) -> Self:
        """Parse an account number; small letters and separators are forgiven.

        Raises:
            NotAnAccount: It is none, or a check digit is wrong.
        """
        if isinstance(text, cls):
            return text
        number = re.sub(r"[ .\-]", "", text.strip()).upper()
        if _SHAPE.fullmatch(number) is None or _LENGTHS.get(number[:2]) != len(number):
            raise NotAnAccount.about(text, example=cls.example)
        if not (_is_belgian(number) if number.startswith("BE") else _checks(number)):
            raise NotAnAccount.about(text, example=cls.example)
        return str.__new__(cls, number)

    @property
    def display(self) -> str:
        """The number in groups of four, as on a bank statement."""
        return " ".join(self[start : start + 4] for start in range(0, len(self), 4))


def _checks(number: str) -> bool:
    digits = "".join(str(int(sign, 36)) for sign in number[4:] + number[:2])
    # Comparing with the one right value also refuses 00, 01 and 99, which the remainder alone lets pass.
    return int(number[2:4]) == 98 - int(digits + "00") % 97


def _is_belgian(number: str) -> bool:
    try:
        return Iban(number) == number
    except IdentifierRefusal:
        return False
