"""The numbers of the KBO: enterprises and their establishment units.

Ten digits, the last two being 97 less the remainder of the first eight by 97. An enterprise begins
with 0 or (since 19 September 2023) 1, an establishment unit with 2 to 8.

*Bron*: the reuse manual of the KBO, v20.4; economie.fgov.be, "ondernemingsnummer".
"""

from typing import ClassVar, Self

from mocks.core.identifiers.digits import check_digits, digits_of
from mocks.core.identifiers.errors import (
    MissingLeadingZero,
    NotAnEnterpriseNumber,
    NotAnEstablishmentNumber,
    WrongCheckDigits,
    WrongLength,
)

_OLD_LENGTH = 9


class EnterpriseNumber(str):
    """The number of an enterprise, as ten bare digits, which is how tokens carry it."""

    __slots__ = ()
    noun: ClassVar[str] = "ondernemingsnummer"
    example: ClassVar[str] = "0100.000.070"
    first: ClassVar[str] = "0100000000"
    last: ClassVar[str] = "0199999999"

    def __new__(cls, text: str) -> Self:
        """Parse a number.

        Raises:
            NotOnlyDigits: The text holds anything but digits and single separators.
            MissingLeadingZero: There are nine digits, the form of before the KBO.
            WrongLength: There are not ten digits.
            NotAnEnterpriseNumber: The first digit is not 0 or 1.
            WrongCheckDigits: The last two digits do not follow from the first eight.
        """
        if isinstance(text, cls):
            return text
        try:
            digits = digits_of(text, size=10, noun=cls.noun, example=cls.example)
        except WrongLength as refusal:
            if sum(sign.isdigit() for sign in text) != _OLD_LENGTH:
                raise
            raise MissingLeadingZero.about(
                text, noun=cls.noun, example=cls.example, count=_OLD_LENGTH, size=10
            ) from refusal
        if digits[0] not in "01":
            raise NotAnEnterpriseNumber.about(text, example=cls.example)
        _require_check_digits(digits, text, cls.noun)
        return str.__new__(cls, digits)

    @property
    def display(self) -> str:
        """The number as the KBO shows it: 0100.000.070."""
        return f"{self[:4]}.{self[4:7]}.{self[7:]}"

    @property
    def is_safe(self) -> bool:
        """Whether no company has this number: it lies in 0100.000.000–0199.999.999.

        That this block was never assigned is likely, not certain: the lowest number in the open
        data of the KBO is 0200.065.765.
        """
        return self.first <= self <= self.last


class EstablishmentNumber(str):
    """The number of an establishment unit, as ten bare digits."""

    __slots__ = ()
    noun: ClassVar[str] = "vestigingsnummer"
    example: ClassVar[str] = "8.900.000.022"
    first: ClassVar[str] = "8900000000"
    last: ClassVar[str] = "8999999999"

    def __new__(cls, text: str) -> Self:
        """Parse a number.

        Raises:
            NotOnlyDigits: The text holds anything but digits and single separators.
            WrongLength: There are not ten digits.
            NotAnEstablishmentNumber: The first digit is not 2 to 8.
            WrongCheckDigits: The last two digits do not follow from the first eight.
        """
        if isinstance(text, cls):
            return text
        digits = digits_of(text, size=10, noun=cls.noun, example=cls.example)
        if digits[0] not in "2345678":
            raise NotAnEstablishmentNumber.about(text, example=cls.example)
        _require_check_digits(digits, text, cls.noun)
        return str.__new__(cls, digits)

    @property
    def display(self) -> str:
        """The number as the KBO shows it: 8.900.000.022."""
        return f"{self[0]}.{self[1:4]}.{self[4:7]}.{self[7:]}"

    @property
    def is_safe(self) -> bool:
        """Whether no unit has this number: it lies in 8.900.000.000–8.999.999.999 (likely)."""
        return self.first <= self <= self.last


def _require_check_digits(digits: str, text: str, noun: str) -> None:
    if int(digits[8:]) != check_digits(int(digits[:8])):
        raise WrongCheckDigits.about(text, noun=noun)
