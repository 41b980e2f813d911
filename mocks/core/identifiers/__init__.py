"""The numbers that name persons, enterprises and Flemish entities.

Each is a text of its own type that cannot exist unless it is right: `Insz("80.01.01-999.76")` gives
`"80010199976"` or raises the reason. `require_safe` lets pass only the numbers that no citizen or
company can have, and the makers make nothing else.

*Bron*: named at each number.
"""

from mocks.core.identifiers.accounts import AccountNumber
from mocks.core.identifiers.codes import Iban, OvoCode
from mocks.core.identifiers.compound import three_parts
from mocks.core.identifiers.enterprise import EnterpriseNumber, EstablishmentNumber
from mocks.core.identifiers.errors import (
    BirthOutOfRange,
    CouldBeReal,
    CounterOfOtherSex,
    CounterOutOfRange,
    IdentifierRefusal,
    MissingLeadingZero,
    NoSuchBirthDate,
    NotABisNumber,
    NotAnAccount,
    NotANationalNumber,
    NotAnEnterpriseNumber,
    NotAnEstablishmentNumber,
    NotAnIban,
    NotAnOvoCode,
    NotMakeable,
    NotOnlyDigits,
    NumberMissing,
    SequenceOutOfRange,
    UnknownTargetGroup,
    WrongCheckDigits,
    WrongLength,
)
from mocks.core.identifiers.insz import TEST_MONTHS, BisNumber, Insz, NationalNumber, Sex
from mocks.core.identifiers.makers import (
    make_bis_number,
    make_enterprise_number,
    make_establishment_number,
    make_national_number,
)
from mocks.core.identifiers.pseudonyms import TARGET_GROUPS, subject_of, vo_id
from mocks.core.identifiers.safe import require_safe

__all__ = [
    "TARGET_GROUPS",
    "TEST_MONTHS",
    "AccountNumber",
    "BirthOutOfRange",
    "BisNumber",
    "CouldBeReal",
    "CounterOfOtherSex",
    "CounterOutOfRange",
    "EnterpriseNumber",
    "EstablishmentNumber",
    "Iban",
    "IdentifierRefusal",
    "Insz",
    "MissingLeadingZero",
    "NationalNumber",
    "NoSuchBirthDate",
    "NotABisNumber",
    "NotANationalNumber",
    "NotAnAccount",
    "NotAnEnterpriseNumber",
    "NotAnEstablishmentNumber",
    "NotAnIban",
    "NotAnOvoCode",
    "NotMakeable",
    "NotOnlyDigits",
    "NumberMissing",
    "OvoCode",
    "SequenceOutOfRange",
    "Sex",
    "UnknownTargetGroup",
    "WrongCheckDigits",
    "WrongLength",
    "make_bis_number",
    "make_enterprise_number",
    "make_establishment_number",
    "make_national_number",
    "require_safe",
    "subject_of",
    "three_parts",
    "vo_id",
]
