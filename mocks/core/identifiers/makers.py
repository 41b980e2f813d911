"""Numbers that are right in every respect and belong to nobody."""

from datetime import date

from mocks.core.identifiers.digits import check_digits
from mocks.core.identifiers.enterprise import EnterpriseNumber, EstablishmentNumber
from mocks.core.identifiers.errors import (
    BirthOutOfRange,
    CounterOfOtherSex,
    CounterOutOfRange,
    SequenceOutOfRange,
)
from mocks.core.identifiers.insz import SAFE_COUNTERS, BisNumber, NationalNumber, Sex

_YEARS = range(1900, 2100)
_ORDINARY_COUNTERS = range(1, 999)
# Both safe blocks leave six digits free before the check digits.
_PLACES = 1_000_000


def make_national_number(birth: date, sex: Sex, *, counter: int | None = None) -> NationalNumber:
    """Make a national number that no citizen has.

    Args:
        birth: The date of birth, from 1900 to 2099.
        sex: The sex, which the counter tells.
        counter: None gives the one number of the cast for this date and sex, with the true month
            and the counter 999 or 000, which strict validators accept. A counter from 1 to 998
            gives an official test number, with 60 added to the month, for generated people and for
            who shares date and sex with a member of the cast.

    Raises:
        BirthOutOfRange: The date is before 1900 or after 2099.
        CounterOutOfRange: The counter is not one from 1 to 998.
        CounterOfOtherSex: The counter is odd for a woman or even for a man.
    """
    if counter is None:
        return NationalNumber(_insz_digits(birth, birth.month, SAFE_COUNTERS[sex]))
    if counter not in _ORDINARY_COUNTERS:
        raise CounterOutOfRange.about(counter)
    if (counter % 2 == 1) != (sex is Sex.MAN):
        raise CounterOfOtherSex.about(counter)
    return NationalNumber(_insz_digits(birth, birth.month + 60, counter))


def make_bis_number(birth: date, sex: Sex | None) -> BisNumber:
    """Make a BIS number that nobody has, with the counter 999 or 000.

    Args:
        birth: The date of birth, from 1900 to 2099.
        sex: The sex, or None where it was not known: then 20 is added to the month and not 40.

    Raises:
        BirthOutOfRange: The date is before 1900 or after 2099.
    """
    if sex is None:
        return BisNumber(_insz_digits(birth, birth.month + 20, SAFE_COUNTERS[Sex.MAN]))
    return BisNumber(_insz_digits(birth, birth.month + 40, SAFE_COUNTERS[sex]))


def make_enterprise_number(sequence: int) -> EnterpriseNumber:
    """Make the enterprise number at a place, from 0 to 999 999, in 0100.000.000–0199.999.999.

    Raises:
        SequenceOutOfRange: The block has no such place.
    """
    return EnterpriseNumber(_kbo_digits(EnterpriseNumber.first, sequence))


def make_establishment_number(sequence: int) -> EstablishmentNumber:
    """Make the establishment number at a place, from 0 to 999 999, in 8.900.000.000–8.999.999.999.

    Raises:
        SequenceOutOfRange: The block has no such place.
    """
    return EstablishmentNumber(_kbo_digits(EstablishmentNumber.first, sequence))


def _insz_digits(birth: date, month: int, counter: int) -> str:
    if birth.year not in _YEARS:
        raise BirthOutOfRange.about(birth)
    digits = f"{birth.year % 100:02}{month:02}{birth.day:02}{counter:03}"
    # For births from 2000 on a 2 stands before the nine digits.
    reckoned = int(digits) if birth.year < 2000 else int("2" + digits)
    return f"{digits}{check_digits(reckoned):02}"


def _kbo_digits(first: str, sequence: int) -> str:
    if not 0 <= sequence < _PLACES:
        raise SequenceOutOfRange.about(sequence, last=_PLACES - 1)
    number = int(first[:8]) + sequence
    return f"{number:08}{check_digits(number):02}"
