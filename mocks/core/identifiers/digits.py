"""What all numbers of the Belgian government share: digits, separators and a remainder by 97."""

import re

from mocks.core.identifiers.errors import NotOnlyDigits, NumberMissing, WrongLength

# One separator at most between two digits covers every usual display (85.07.30-033.28,
# 0100.000.070, 85 07 30 033 28) and nothing that is a typing error. [0-9] and not \d,
# because \d also takes the digits of other scripts.
_DISPLAY = re.compile(r"[0-9](?:[ .\-]?[0-9])*")
_WITHOUT_SEPARATORS = {ord(sign): None for sign in " .-"}


def digits_of(text: str, *, size: int, noun: str, example: str) -> str:
    """Give the bare digits of a displayed number.

    Args:
        text: The number as typed or stored; spaces around it are forgiven.
        size: How many digits the number has.
        noun: What the number is called in Dutch, for the refusal.
        example: A safe number as displayed, for the refusal.

    Raises:
        NumberMissing: There is no text.
        NotOnlyDigits: The text holds anything but digits and single separators.
        WrongLength: There are more or fewer digits than `size`.
    """
    # Nearly every number comes from a token or a table, without separators.
    if len(text) == size and text.isascii() and text.isdigit():
        return text
    stripped = text.strip(" ")
    if not stripped:
        raise NumberMissing.about(text, noun=noun, example=example)
    if not _DISPLAY.fullmatch(stripped):
        raise NotOnlyDigits.about(text, noun=noun, example=example)
    digits = stripped.translate(_WITHOUT_SEPARATORS)
    if len(digits) != size:
        raise WrongLength.about(text, noun=noun, example=example, count=len(digits), size=size)
    return digits


def check_digits(number: int) -> int:
    """Give the check digits of a number: 97 less the remainder by 97, so 1 to 97 and never 0.

    *Bron*: https://nl.wikipedia.org/wiki/Rijksregisternummer for persons; the reuse manual of the
    KBO, v20.4, for enterprises and establishment units.
    """
    return 97 - number % 97
