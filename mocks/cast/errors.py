"""Why the cast cannot answer.

Refusal
├── UnknownMember              there is no member of that key
│   ├── UnknownPersonage
│   └── UnknownOrganisation
└── UnreadableDate             neither a day nor an expression such as start-1d
"""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import ClassVar, Self

from mocks.core.errors import Refusal


class UnknownMember(Refusal):
    """The cast has no member of that key."""

    code = "unknown-member"
    status = 400
    noun: ClassVar[str] = "lid"

    @classmethod
    def among(cls, key: str, known: Iterable[str]) -> Self:
        """Make the refusal of a key, naming those that look like it, or else all of them."""
        keys = sorted(known)
        near = get_close_matches(key.lower(), keys, n=3)
        if near:
            return cls(f'De cast heeft geen {cls.noun} "{key}". Bedoelt u {_either(near)}?')
        return cls(f'De cast heeft geen {cls.noun} "{key}". Kies {_either(keys)}.')


class UnknownPersonage(UnknownMember):
    """There is no personage of that key."""

    code = "unknown-personage"
    noun = "personage"


class UnknownOrganisation(UnknownMember):
    """There is no organisation of that key."""

    code = "unknown-organisation"
    noun = "organisatie"


class UnreadableDate(Refusal):
    """A date of the cast is neither a day nor counted from the start."""

    code = "unreadable-date"
    status = 400

    @classmethod
    def about(cls, expression: str) -> Self:
        """Make the refusal of an expression."""
        return cls(
            f'"{expression}" is geen datum. Schrijf een dag zoals 2021-04-27, '
            "of reken vanaf de start, zoals start-1d, start+3m of start+10y."
        )


def _either(keys: list[str]) -> str:
    quoted = [f'"{key}"' for key in keys]
    return " of ".join(filter(None, (", ".join(quoted[:-1]), quoted[-1])))
