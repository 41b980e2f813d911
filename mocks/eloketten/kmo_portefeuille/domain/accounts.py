"""Account numbers (IBAN), of any country that has them.

*Bron*: ISO 13616 and ISO 7064 (mod 97-10); the lengths are those of the IBAN registry.
"""

from __future__ import annotations

import re

from mocks.core.errors import Refusal
from mocks.core.identifiers import Iban
from mocks.eloketten.kmo_portefeuille.errors import MalformedAccount

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


def account_number(text: str) -> str:
    """Return an account number without spaces, in capitals.

    Raises:
        MalformedAccount: when it is none, or a check digit is wrong.
    """
    number = re.sub(r"[ .\-]", "", text.strip()).upper()
    if _SHAPE.fullmatch(number) is None or _LENGTHS.get(number[:2]) != len(number):
        raise MalformedAccount(text)
    if number.startswith("BE"):
        return _belgian(number, text)
    digits = "".join(str(int(sign, 36)) for sign in number[4:] + number[:2])
    # Comparing with the one right value also refuses 00, 01 and 99, which the remainder alone lets pass.
    if int(number[2:4]) != 98 - int(digits + "00") % 97:
        raise MalformedAccount(text)
    return number


def grouped(number: str) -> str:
    """Return an account number in groups of four, as on a bank statement."""
    return " ".join(number[start : start + 4] for start in range(0, len(number), 4))


def _belgian(number: str, text: str) -> str:
    """Return a Belgian number, which has a check of its own besides."""
    try:
        return str(Iban(number))
    except Refusal:
        raise MalformedAccount(text) from None
