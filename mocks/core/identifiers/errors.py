"""Why an identifier is refused: one class per reason.

IdentifierRefusal
├── NumberMissing             nothing was given
├── NotOnlyDigits             other signs than digits and their separators
├── WrongLength               too few or too many digits
│   └── MissingLeadingZero    an enterprise number in its old form of nine digits
├── WrongCheckDigits          the last two digits do not follow from the others
├── NoSuchBirthDate           an INSZ that begins with an impossible date
├── NotANationalNumber        a BIS number where a national number is asked
├── NotABisNumber             a national number where a BIS number is asked
├── NotAnEnterpriseNumber     the first digit is not 0 or 1
├── NotAnEstablishmentNumber  the first digit is not 2 to 8
├── NotAnOvoCode              not OVO and six digits
├── NotAnIban                 not the shape of a Belgian IBAN
├── NotAnAccount              no account number of any country, or a wrong check digit
├── CouldBeReal               a number that a citizen or a company could have
├── UnknownTargetGroup        a target group that ACM does not have
└── NotMakeable               what was asked of a maker lies outside its range
    ├── BirthOutOfRange
    ├── CounterOutOfRange
    ├── CounterOfOtherSex
    └── SequenceOutOfRange
"""

from typing import ClassVar, Self

from mocks.core.errors import Refusal
from mocks.core.languages import message, say

_LONGEST_SHOWN = 40


class IdentifierRefusal(Refusal):
    """An identifier that cannot be used as it was given."""

    code = "identifier-refused"
    status = 400
    template: ClassVar[str] = '"%(text)s" is geen bruikbaar nummer.'

    @classmethod
    def about(cls, text: object, **facts: object) -> Self:
        """Make the refusal of a text, which is shown shortened and without control characters."""
        shown = "".join(sign if sign.isprintable() else "?" for sign in str(text))
        if len(shown) > _LONGEST_SHOWN:
            shown = shown[:_LONGEST_SHOWN] + "…"
        return cls(say(cls.template, text=shown, **facts))


class NumberMissing(IdentifierRefusal):
    """Nothing was given where a number is asked."""

    code = "number-missing"
    template = "Geef een %(noun)s, zoals %(example)s."


class NotOnlyDigits(IdentifierRefusal):
    """The text has other signs than digits, or separators where none belong."""

    code = "not-only-digits"
    template = (
        '"%(text)s" is geen %(noun)s: dat bestaat uit cijfers, hoogstens met een punt, een streepje of '
        "een spatie ertussen. Schrijf het zoals %(example)s."
    )


class WrongLength(IdentifierRefusal):
    """The text has too few or too many digits."""

    code = "wrong-length"
    template = (
        '"%(text)s" telt %(count)s cijfers en een %(noun)s telt er %(size)s. Schrijf het zoals %(example)s.'
    )


class MissingLeadingZero(WrongLength):
    """The text is an enterprise number in its old form of nine digits."""

    code = "missing-leading-zero"
    template = (
        '"%(text)s" telt %(count)s cijfers en een %(noun)s telt er %(size)s. '
        "Zet een 0 vooraan, zoals in %(example)s."
    )


class WrongCheckDigits(IdentifierRefusal):
    """The check digits do not follow from the other digits."""

    code = "wrong-check-digits"
    template = (
        'De controlecijfers van "%(text)s" kloppen niet met de rest van het %(noun)s. '
        "Kijk het cijfer voor cijfer na."
    )


class NoSuchBirthDate(IdentifierRefusal):
    """The first six digits of an INSZ are no birth date, known or partly unknown."""

    code = "no-such-birth-date"
    template = (
        'De eerste zes cijfers van "%(text)s" zijn geen geboortedatum (jaar, maand, dag). '
        "Kijk ze na, zoals in %(example)s."
    )


class NotANationalNumber(IdentifierRefusal):
    """A BIS number stands where a national number is asked."""

    code = "not-a-national-number"
    template = '"%(text)s" is een BIS-nummer. Geef een rijksregisternummer, zoals %(example)s.'


class NotABisNumber(IdentifierRefusal):
    """A national number stands where a BIS number is asked."""

    code = "not-a-bis-number"
    template = '"%(text)s" is een rijksregisternummer. Geef een BIS-nummer, zoals %(example)s.'


class NotAnEnterpriseNumber(IdentifierRefusal):
    """The first digit is not that of an enterprise."""

    code = "not-an-enterprise-number"
    template = (
        '"%(text)s" is geen ondernemingsnummer: dat begint met 0 of 1. Een nummer dat met 2 tot 8 '
        "begint, is van een vestiging; geef het nummer van de onderneming, zoals %(example)s."
    )


class NotAnEstablishmentNumber(IdentifierRefusal):
    """The first digit is not that of an establishment unit."""

    code = "not-an-establishment-number"
    template = (
        '"%(text)s" is geen vestigingsnummer: dat begint met een cijfer van 2 tot 8. '
        "Geef het nummer van de vestiging, zoals %(example)s."
    )


class NotAnOvoCode(IdentifierRefusal):
    """The text is not OVO and six digits."""

    code = "not-an-ovo-code"
    template = '"%(text)s" is geen OVO-code. Schrijf OVO en zes cijfers, zoals %(example)s.'


class NotAnIban(IdentifierRefusal):
    """The text does not have the shape of a Belgian IBAN."""

    code = "not-a-belgian-iban"
    template = (
        '"%(text)s" is geen Belgisch rekeningnummer. Schrijf BE en veertien cijfers, zoals %(example)s.'
    )


class NotAnAccount(IdentifierRefusal):
    """The text is no IBAN of any country, or a check digit is wrong."""

    code = "not-an-account"
    template = message(
        '"%(text)s" is geen rekeningnummer (IBAN). Kijk elk teken na; een Belgisch nummer ziet eruit als '
        "%(example)s."
    )


class CouldBeReal(IdentifierRefusal):
    """A citizen or a company could have this number.

    Attributes:
        of_a_person: whether a citizen could have it.
    """

    code = "could-be-real"
    of_a_person: bool = True
    template = (
        'Het %(noun)s "%(text)s" kan van een echte burger of onderneming zijn. '
        "Neem een proefnummer: %(repair)s."
    )


class UnknownTargetGroup(IdentifierRefusal):
    """ACM has no such target group."""

    code = "unknown-target-group"
    template = '"%(text)s" is geen doelgroep. Kies een van %(choices)s.'


class NotMakeable(IdentifierRefusal):
    """What was asked of a maker lies outside its range."""

    code = "not-makeable"


class BirthOutOfRange(NotMakeable):
    """The number has room for two centuries only."""

    code = "birth-out-of-range"
    template = (
        "Voor wie op %(text)s geboren is, bestaat geen nummer. "
        "Kies een geboortedatum van 1900 tot en met 2099."
    )


class CounterOutOfRange(NotMakeable):
    """A generated person has an ordinary day counter."""

    code = "counter-out-of-range"
    template = "De dagteller %(text)s bestaat niet. Kies er een van 1 tot en met 998."


class CounterOfOtherSex(NotMakeable):
    """The day counter of a man is odd and that of a woman even."""

    code = "counter-of-other-sex"
    template = (
        "De dagteller %(text)s hoort bij het andere geslacht. "
        "Kies een oneven teller voor een man, een even teller voor een vrouw."
    )


class SequenceOutOfRange(NotMakeable):
    """The safe block has no such place."""

    code = "sequence-out-of-range"
    template = "Het volgnummer %(text)s valt buiten het proefblok. Kies er een van 0 tot en met %(last)s."
