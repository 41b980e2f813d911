"""How the desk asks CSAM for an activation code, which comes with a BIS number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from mocks.core.identifiers import Insz
from mocks.core.visit import Visit


@dataclass(frozen=True)
class Letter:
    """What somebody takes home from the desk, and finds in the mail.

    Attributes:
        code: the activation code, as it stands on paper.
        link: the address in the e-mail.
        email: where that went.
        valid_until: the last day of both.
    """

    code: str = field(repr=False)
    link: str = field(repr=False)
    email: str
    valid_until: date


class ActivationCodes(Protocol):
    """Give this person a code with which to activate a digital key (asked of CSAM)."""

    def __call__(self, insz: Insz, email: str, lost: Sequence[str], /) -> Letter:
        """Return the letter; the keys in ``lost`` stop working.

        Raises:
            Refusal: when CSAM gives none, such as to somebody who died.
        """


@dataclass(frozen=True)
class Peers:
    """Whom the register asks.

    Attributes:
        activation_codes: CSAM's counter for registration offices.
    """

    activation_codes: ActivationCodes


PeersOf = Callable[[Visit], Peers]
