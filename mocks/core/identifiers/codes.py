"""The code of a Flemish entity (OVO) and the number of a Belgian bank account (IBAN)."""

import re
from typing import ClassVar, Self

from mocks.core.identifiers.errors import NotAnIban, NotAnOvoCode, WrongCheckDigits

_SEPARATORS = {ord(sign): None for sign in " .-"}
_OVO = re.compile(r"OVO(?:[ .\-]?[0-9]){6}", re.ASCII | re.IGNORECASE)
_IBAN = re.compile(r"BE(?:[ .\-]?[0-9]){14}", re.ASCII | re.IGNORECASE)
# ISO 13616 writes letters as numbers: B is 11, E is 14.
_BE = 1114


class OvoCode(str):
    """The code of an entity of the Flemish government: OVO and six digits.

    *Bron*: Informatievlaanderen/organisation-registry, where OVO002949 and the like occur.
    """

    __slots__ = ()
    example: ClassVar[str] = "OVO002949"

    def __new__(cls, text: str) -> Self:
        """Parse a code; small letters are forgiven.

        Raises:
            NotAnOvoCode: The text is not OVO and six digits.
        """
        if isinstance(text, cls):
            return text
        stripped = text.strip(" ")
        if not _OVO.fullmatch(stripped):
            raise NotAnOvoCode.about(text, example=cls.example)
        return str.__new__(cls, stripped.translate(_SEPARATORS).upper())

    @property
    def display(self) -> str:
        """The code as everyone writes it, without separators."""
        return str(self)


class Iban(str):
    """The number of a Belgian bank account: BE, two check digits, and twelve digits.

    The last two of the twelve are the older national check: the remainder of the other ten by 97,
    and 97 where that is 0. Accounts abroad are not known here; whether the bank exists neither.

    *Bron*: ISO 13616; python-stdnum 2.2, stdnum/be/iban.py.
    """

    __slots__ = ()
    noun: ClassVar[str] = "rekeningnummer"
    example: ClassVar[str] = "BE68 5390 0754 7034"

    def __new__(cls, text: str) -> Self:
        """Parse an account number; small letters are forgiven.

        Raises:
            NotAnIban: The text is not BE and fourteen digits.
            WrongCheckDigits: One of both pairs of check digits is wrong.
        """
        if isinstance(text, cls):
            return text
        stripped = text.strip(" ")
        if not _IBAN.fullmatch(stripped):
            raise NotAnIban.about(text, example=cls.example)
        iban = stripped.translate(_SEPARATORS).upper()
        account, check = int(iban[4:]), int(iban[2:4])
        national = (account // 100) % 97 or 97
        # Comparing with the one right value also refuses 00, 01 and 99, which a test on the
        # remainder alone lets pass.
        if account % 100 != national or check != 98 - (account * 10**6 + _BE * 100) % 97:
            raise WrongCheckDigits.about(text, noun=cls.noun)
        return str.__new__(cls, iban)

    @property
    def display(self) -> str:
        """The number in groups of four, as on a bank statement."""
        return " ".join(self[start : start + 4] for start in range(0, len(self), 4))
