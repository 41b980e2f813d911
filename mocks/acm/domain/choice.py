"""The choice of identity, remembered for the other e-lokets of the same session.

*Bron*: with single sign-on the identity may still be asked (domain facts §1.6), and one signs in for one
identity at a time (§1.5).  That an e-loket with equal rules does not ask again is our reading:
``docs/decisions/0014``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mocks.acm.domain.eloket import Eloket, Route
from mocks.acm.domain.verdict import Identity


@dataclass(frozen=True)
class Choice:
    """An identity and the way by which it is taken: what it takes to be the same one at another e-loket.

    Attributes:
        route: the way.
        target_group: BUR, EA, LB or OV.
        code: the number of whom one acts for, or None for oneself and for a whole target group.
        holder: the number of who holds the mandate, on that way.
    """

    route: Route
    target_group: str
    code: str | None
    holder: str | None

    @classmethod
    def of(cls, identity: Identity) -> Choice:
        """Return what is remembered of an identity: nothing that a fact may change."""
        return cls(identity.route, identity.target_group, identity.code, identity.holder_code)

    def dump(self) -> dict[str, str | None]:
        """Return it as JSON members."""
        return {
            "route": self.route,
            "target_group": self.target_group,
            "code": self.code,
            "holder": self.holder,
        }

    def among(self, identities: Iterable[Identity]) -> Identity | None:
        """Return it as it is on offer today, or None."""
        return next((one for one in identities if Choice.of(one) == self), None)


def taken_unasked(
    offered: Sequence[Identity],
    eloket: Eloket,
    *,
    named: bool,
    ask: bool,
    remembered: Choice | None,
) -> Identity | None:
    """Return the identity that a person gets without choosing, or None where he has to choose.

    *Bron*: domain facts §1.2 (a named identity goes first) and §1.5 (skipped when there is only one).

    Args:
        offered: what the facts of today let the person be at this e-loket.
        eloket: whose rules count.
        named: whether the e-loket named one identity (``login_hint``).
        ask: whether the person is to choose whatever is remembered (``prompt=select_account``, ``switch``).
        remembered: what the person chose before in this session.
    """
    only = offered[0] if len(offered) == 1 else None
    if named and only is not None:
        return only
    if ask or eloket.choice == "always":
        return None
    return only or (remembered.among(offered) if remembered is not None else None)
