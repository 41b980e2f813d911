"""The numbers of persons: the national number and the BIS number, together called INSZ.

Eleven digits: year, month and day of birth, a day counter that is odd for a man and even for a
woman, and two check digits. For who was born in 2000 or later a 2 stands before the nine digits
when the check digits are reckoned; nothing else in the number tells the century. A BIS number has
20 (sex unknown at its making) or 40 (sex known) added to the month; an official test number has
60 added, so "month" 61 to 72, and can never belong to a citizen.

*Bron*: https://nl.wikipedia.org/wiki/Rijksregisternummer; python-stdnum 2.2, stdnum/be/nn.py and
bis.py; Informatievlaanderen/MAGDA-Mock README.md, "TST-numbers".
"""

from calendar import monthrange
from datetime import date
from enum import StrEnum
from typing import ClassVar, Self, cast

from mocks.core.identifiers.digits import check_digits, digits_of
from mocks.core.identifiers.errors import (
    NoSuchBirthDate,
    NotABisNumber,
    NotANationalNumber,
    WrongCheckDigits,
)

NATIONAL_MONTHS = range(13)
BIS_MONTHS_SEX_UNKNOWN = range(20, 33)
BIS_MONTHS_SEX_KNOWN = range(40, 53)
TEST_MONTHS = range(61, 73)
SAFE_COUNTERS = {"M": 999, "F": 0}

# The month as written leads to the true month; 0 is unknown. A month that is absent is impossible.
_TRUE_MONTH = {
    **{f"{month:02}": month for month in NATIONAL_MONTHS},
    **{f"{month:02}": month - 20 for month in BIS_MONTHS_SEX_UNKNOWN},
    **{f"{month:02}": month - 40 for month in BIS_MONTHS_SEX_KNOWN},
    **{f"{month:02}": month - 60 for month in TEST_MONTHS},
}
_UNKNOWN_BIRTHS = frozenset({"000001", "002001", "004001"})
_DAYS_IN_EVERY_YEAR = 28
_CENTURY_MARK = 2_000_000_000


class Sex(StrEnum):
    """The sex that a register holds."""

    MAN = "M"
    WOMAN = "F"


class Insz(str):
    """A national number or a BIS number, as eleven bare digits.

    It is a plain text for JSON, a database or a token, but one that cannot exist unless it is
    right: making one parses the usual displays. `Insz(…)` gives a `NationalNumber` or a
    `BisNumber`; these themselves accept only their own kind. A birth in the future is not refused
    here, since an identifier knows no clock.
    """

    __slots__ = ()
    noun: ClassVar[str] = "rijksregister- of BIS-nummer"
    example: ClassVar[str] = "80.01.01-999.76"

    def __new__(cls, text: str) -> Self:
        """Parse a number.

        Raises:
            NotOnlyDigits: The text holds anything but digits and single separators.
            WrongLength: There are not eleven digits.
            WrongCheckDigits: The last two digits follow from neither century.
            NoSuchBirthDate: The first six digits are no date, known or partly unknown.
            NotANationalNumber: A `NationalNumber` is asked and this is a BIS number.
            NotABisNumber: A `BisNumber` is asked and this is a national number.
        """
        if isinstance(text, cls):
            return text
        digits = digits_of(text, size=11, noun=cls.noun, example=cls.example)
        if not _is_possible_birth(digits, _century_of(digits, text, cls)):
            raise NoSuchBirthDate.about(text, example=cls.example)
        kind = BisNumber if digits[2] in "2345" else NationalNumber
        if cls is not Insz and not issubclass(kind, cls):
            refusal = NotANationalNumber if kind is BisNumber else NotABisNumber
            raise refusal.about(text, example=cls.example)
        return cast("Self", str.__new__(kind, digits))

    @property
    def display(self) -> str:
        """The number as on the identity card: 80.01.01-999.76."""
        return f"{self[:2]}.{self[2:4]}.{self[4:6]}-{self[6:9]}.{self[9:]}"

    @property
    def counter(self) -> int:
        """The day counter, which tells apart who was born on the same day."""
        return int(self[6:9])

    @property
    def birth_year(self) -> int | None:
        """The year of birth, or None when nothing was known of the birth (00.00.01)."""
        if self[:6] in _UNKNOWN_BIRTHS:
            return None
        return _century_of(self, self, type(self)) + int(self[:2])

    @property
    def birth_date(self) -> date | None:
        """The date of birth, or None when the year, the month or the day is not known."""
        year, month, day = self.birth_year, _TRUE_MONTH[self[2:4]], int(self[4:6])
        if year is None or month == 0 or day == 0:
            return None
        return date(year, month, day)

    @property
    def sex(self) -> Sex | None:
        """The sex, or None for a BIS number that was made when the sex was not known."""
        if int(self[2:4]) in BIS_MONTHS_SEX_UNKNOWN:
            return None
        return Sex.MAN if self.counter % 2 else Sex.WOMAN

    @property
    def is_test_number(self) -> bool:
        """Whether this is an official test number, with a "month" from 61 to 72."""
        return int(self[2:4]) in TEST_MONTHS

    @property
    def is_safe(self) -> bool:
        """Whether no citizen can have this number: a test month, or a counter 999 or 000.

        *Bron*: the README of MAGDA-Mock for the months. That ordinary counters run from 001 to 998
        is sourced; that 999 and 000 therefore belong to nobody is likely, not certain.
        """
        return self.is_test_number or self[6:9] in ("000", "999")


class NationalNumber(Insz):
    """The number of who is written in the Rijksregister; official test numbers are of this kind."""

    __slots__ = ()
    noun = "rijksregisternummer"


class BisNumber(Insz):
    """The number of who is not in the Rijksregister but deals with the Belgian government."""

    __slots__ = ()
    noun = "BIS-nummer"
    example = "80.41.01-999.65"


def _century_of(digits: str, text: str, kind: type[Insz]) -> int:
    """Give the century that the check digits speak for; never do both fit."""
    number, check = int(digits[:9]), int(digits[9:])
    if check == check_digits(number):
        return 1900
    if check == check_digits(_CENTURY_MARK + number):
        return 2000
    raise WrongCheckDigits.about(text, noun=kind.noun)


def _is_possible_birth(digits: str, century: int) -> bool:
    """Say whether the first six digits are a date, with zeroes for what is unknown.

    An unknown month also stands for exhausted counters, and then the day may be more than 00.
    """
    month, day = _TRUE_MONTH.get(digits[2:4]), int(digits[4:6])
    if month is None:
        return False
    if month == 0:
        return day <= 31
    return day <= _DAYS_IN_EVERY_YEAR or day <= monthrange(century + int(digits[:2]), month)[1]
