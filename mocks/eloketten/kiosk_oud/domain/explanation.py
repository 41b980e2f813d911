"""Why somebody may or may not manage the dossiers of an applicant in the old KIOSK."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from mocks.eloketten.kiosk_oud.domain.users import User

SOURCE = "Oud KIOSK"

ROUTE = "login"
"""The one way into the old KIOSK; ACM knows no such way."""


@dataclass(frozen=True)
class Check:
    """Something that must hold, and the fact by which it does or does not."""

    check: str
    holds: bool
    fact: str

    def members(self) -> dict[str, Any]:
        """Return it as the control API gives it."""
        return {"check": self.check, "holds": self.holds, "fact": self.fact, "source": SOURCE}


@dataclass(frozen=True)
class Explanation:
    """What the old KIOSK says of a person and an applicant, in the shape of ACM's explanations.

    Attributes:
        who: the name of the user, or the number of the person.
        applicant: the number or code of the applicant.
        checks: in order, up to and including the first one that fails.
        open: whether the old KIOSK is there on this day.
    """

    who: str
    applicant: str
    checks: tuple[Check, ...]
    open: bool

    @property
    def allowed(self) -> bool:
        """Whether the person manages the dossiers of the applicant there."""
        return all(check.holds for check in self.checks)

    @property
    def repair(self) -> str:
        """The smallest change that would open it; empty when it is open."""
        if self.allowed:
            return ""
        return (
            f"Zet op /cjsm/kiosk/_mock/user/<login> een gebruiker met een recht voor {self.applicant}; of "
            "laat een recht of mandaat voor KIOSK 2.0 instellen, want rechten van hier gaan niet mee."
        )

    def members(self) -> dict[str, Any]:
        """Return the explanation as the control API gives it; there are no grantors and no tokens here."""
        route = {
            "route": ROUTE,
            "identity": self.applicant,
            "allowed": self.allowed,
            "checks": [check.members() for check in self.checks],
            "repair": self.repair,
        }
        return {
            "allowed": self.allowed,
            "open": self.open,
            "notice": None,
            "routes": [route],
            "grantors": [],
            "claims": [],
        }

    def lines(self) -> list[str]:
        """Return the explanation in Dutch."""
        answer = "ja" if self.allowed else "nee"
        lines = [f"{self.who} bij het oude KIOSK voor {self.applicant}: {answer}"]
        lines += [f"  {'✓' if one.holds else '✗'} {one.check}: {one.fact} [{SOURCE}]" for one in self.checks]
        if not self.allowed:
            lines.append(f"  Wat helpt: {self.repair}")
        if not self.open:
            lines.append("Het oude KIOSK is op deze dag niet bereikbaar.")
        return lines


def explained(users: Sequence[User], person: str, applicant: str, *, there: bool) -> Explanation:
    """Say whether one of the logins of a person opens the dossiers of an applicant.

    Args:
        users: the users of the old KIOSK that are this person.
        person: how the person is shown.
        applicant: the number or code of the applicant.
        there: whether the old KIOSK is there on this day.
    """
    login = "De persoon heeft een login van het oude KIOSK"
    right = "De login opent de dossiers van de aanvrager"
    if not users:
        nobody = Check(login, False, f"Geen gebruiker van het oude KIOSK is {person}.")
        return Explanation(person, applicant, (nobody,), there)
    opens = {one.applicant: (user, one.name) for user in users for one in user.rights}
    user, name = opens.get(applicant, (users[0], None))
    has = Check(login, True, f"{user.name} heeft de login {user.login}.")
    fact = f"De login {user.login} opent {name or f'geen dossiers van {applicant}'}."
    return Explanation(user.name, applicant, (has, Check(right, name is not None, fact)), there)
