"""The activation code of a registration office: paper, an e-mail with a link, and one key in return.

*Bron*: domain facts §2, "way 2", and seed 003: the code comes with the BIS number.  That a code is of no
more use after three mistakes is a guess, as is which keys it activates.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass, field
from datetime import date, timedelta

from mocks.core.identifiers import Insz
from mocks.csam_btb.domain.kinds import Kind
from mocks.csam_btb.errors import CodeExpired, CodeReplaced, CodeSpent, CodeUsed, NotByCode

LINK_DAYS = 14
"""Days that the link and its code last (*Bron*: domain facts §2); the fourteenth day counts."""

MOST_MISTAKES = 3
"""Wrong codes after which a link opens nothing any more; a guess."""

SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""What a code is made of: nothing that looks like something else on paper."""

CODE_LENGTH = 12

BY_CODE = frozenset({Kind.APP, Kind.SMS, Kind.TOKEN})
"""What a code activates.  Itsme is not among them, as itsme checks for itself who somebody is: a guess."""


@dataclass(frozen=True)
class ActivationCode:
    """A code that an office gave out.

    Attributes:
        link: names it in the address of the e-mail.
        insz: who may use it.
        code: what stands on paper.
        email: where the link went.
        issued_on: the day on which the office gave it.
        used_on: the day on which a key was activated with it, or None.
        replaced_on: the day on which a newer one took its place, or None.
        mistakes: wrong codes that were typed on its page.
    """

    link: str
    insz: Insz
    code: str = field(repr=False)
    email: str
    issued_on: date
    used_on: date | None = None
    replaced_on: date | None = None
    mistakes: int = 0

    @property
    def valid_until(self) -> date:
        """The last day on which it can be used."""
        return self.issued_on + timedelta(days=LINK_DAYS)

    @property
    def on_paper(self) -> str:
        """The code in groups of four."""
        return "-".join(self.code[at : at + 4] for at in range(0, len(self.code), 4))

    def fits(self, typed: str) -> bool:
        """Return whether this is the code, whatever the spaces, hyphens and capitals."""
        return hmac.compare_digest(bare(typed).encode(), self.code.encode())

    def check(self, today: date) -> None:
        """Refuse a code that is of no use today.

        Raises:
            CodeUsed: when a key was activated with it.
            CodeReplaced: when the office gave a newer one.
            CodeSpent: after too many mistakes.
            CodeExpired: after its last day.
        """
        if self.used_on is not None:
            raise CodeUsed(self.used_on)
        if self.replaced_on is not None:
            raise CodeReplaced(self.replaced_on)
        if self.mistakes >= MOST_MISTAKES:
            raise CodeSpent
        if self.valid_until < today:
            raise CodeExpired(self.valid_until)

    def usable(self, today: date) -> bool:
        """Return whether it can still be used."""
        unused = self.used_on is None and self.replaced_on is None
        return unused and self.mistakes < MOST_MISTAKES and today <= self.valid_until


def bare(typed: str) -> str:
    """Return a code without what people put between its signs."""
    return "".join(sign for sign in typed.upper() if sign not in " -\t")


def check_kind(kind: Kind) -> None:
    """Refuse a key that no code activates.

    Raises:
        NotByCode: for the eID and for itsme.
    """
    if kind not in BY_CODE:
        raise NotByCode(kind)
