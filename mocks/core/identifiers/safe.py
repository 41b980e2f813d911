"""Which numbers may be loaded: only those that no citizen or company can have."""

from typing import TypeVar, overload

from mocks.core.identifiers.enterprise import EnterpriseNumber, EstablishmentNumber
from mocks.core.identifiers.errors import CouldBeReal
from mocks.core.identifiers.insz import Insz

Numbered = TypeVar("Numbered", Insz, EnterpriseNumber, EstablishmentNumber)

_REPAIRS: dict[type[str], str] = {
    Insz: "dagteller 999 (man) of 000 (vrouw), of maand 61 tot en met 72",
    EnterpriseNumber: "een uit 0100.000.000 tot en met 0199.999.999",
    EstablishmentNumber: "een uit 8.900.000.000 tot en met 8.999.999.999",
}


@overload
def require_safe(number: Numbered) -> Numbered: ...
@overload
def require_safe(number: str) -> Insz | EnterpriseNumber | EstablishmentNumber: ...
def require_safe(number: str) -> str:
    """Give the number back, parsed, when no citizen or company can have it.

    Args:
        number: A number of its own type, or a text, which is read by its count of digits as the
            number of a person, an enterprise or an establishment unit.

    Raises:
        CouldBeReal: The number lies outside the safe ranges.
        IdentifierRefusal: The text is no number at all.
    """
    parsed = _parsed(number)
    if parsed.is_safe:
        return parsed
    repair = next(words for kind, words in _REPAIRS.items() if isinstance(parsed, kind))
    refusal = CouldBeReal.about(parsed.display, noun=parsed.noun, repair=repair)
    refusal.of_a_person = isinstance(parsed, Insz)
    raise refusal


def _parsed(text: str) -> Insz | EnterpriseNumber | EstablishmentNumber:
    if isinstance(text, Insz | EnterpriseNumber | EstablishmentNumber):
        return text
    digits = [sign for sign in text if sign.isdigit()]
    if len(digits) > 10:
        return Insz(text)
    if len(digits) == 10 and digits[0] not in "01":
        return EstablishmentNumber(text)
    return EnterpriseNumber(text)
