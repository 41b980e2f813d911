"""The federal role administration: which roles there are, and who holds which one for which enterprise.

*Bron*: domain facts §3, the pattern of the three roles of FODFin and that an access manager of the domain
grants them; seed 002, that a main access manager grants rights there.  The other roles are ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from mocks.core.identifiers import EnterpriseNumber, Insz, three_parts
from mocks.csam_btb.domain.appointments import DOMAIN_LABELS, Domain
from mocks.csam_btb.errors import MalformedRoleNumber, RoleContradicts, UnknownRole


@dataclass(frozen=True)
class FederalRole:
    """A role at a federal application.

    Attributes:
        code: its name in numbers and addresses; ours.
        label: what the page calls it.
        domain: the domain whose access manager grants it.
        sourced: whether the label was found in a source; if not, it is ours.
    """

    code: str
    label: str
    domain: Domain
    sourced: bool = False

    @property
    def domain_label(self) -> str:
        """The Dutch name of the domain."""
        return DOMAIN_LABELS[self.domain]


ROLES: Mapping[str, FederalRole] = {
    role.code: role
    for role in (
        FederalRole("fodfin_mandaatgever", "FODFin mandaatgever", Domain.FINANCE, sourced=True),
        FederalRole("fodfin_mandaatnemer", "FODFin mandaatnemer", Domain.FINANCE, sourced=True),
        FederalRole("fodfin_mandaatuitvoerder", "FODFin mandaatuitvoerder", Domain.FINANCE, sourced=True),
        FederalRole("wagenpark_beheerder", "Wagenpark beheerder", Domain.MOBILITY),
        FederalRole("personeel_aangever", "Personeel aangever", Domain.EMPLOYMENT),
        FederalRole("vergunning_aanvrager", "Vergunning aanvrager", Domain.ECONOMY),
    )
}
"""Every federal role that can be granted here."""


def role_of(code: str) -> FederalRole:
    """Return the role of a code.

    Raises:
        UnknownRole: when there is none.
    """
    if code not in ROLES:
        raise UnknownRole(code, ROLES)
    return ROLES[code]


def roles_in(domains: Iterable[Domain]) -> tuple[FederalRole, ...]:
    """Return the roles of some domains; ``Domain.ALL`` stands for all of them."""
    wanted = frozenset(domains)
    return tuple(role for role in ROLES.values() if Domain.ALL in wanted or role.domain in wanted)


@dataclass(frozen=True)
class RoleNumber:
    """What names a granted role: enterprise, person and role.

    Who is granted it again after an end keeps the number; the later one replaces the earlier.
    """

    enterprise: EnterpriseNumber
    insz: Insz
    role: FederalRole

    @classmethod
    def parse(cls, text: str) -> RoleNumber:
        """Read ``<enterprise number>-<insz>-<role>``; the numbers may be displayed ones.

        Raises:
            MalformedRoleNumber: when there are no three parts.
            UnknownRole: when the last part is none.
            IdentifierRefusal: when a number is none.
        """
        enterprise, insz, code = three_parts(text, MalformedRoleNumber())
        return cls(EnterpriseNumber(enterprise), Insz(insz), role_of(code))

    def __str__(self) -> str:
        return f"{self.enterprise}-{self.insz}-{self.role.code}"


@dataclass(frozen=True)
class GrantedRole:
    """A federal role that somebody holds for an enterprise.

    Attributes:
        number: who, where and which.
        begin: the first valid day.
        end: the last valid day, or None while no end is known.
        granted_by: who granted it, when that is known.
        revoked_on: the day from which it gives nothing any more, because it was taken away.
    """

    number: RoleNumber
    begin: date
    end: date | None = None
    granted_by: Insz | None = None
    revoked_on: date | None = None

    def __post_init__(self) -> None:
        """Refuse what no role can be.

        Raises:
            RoleContradicts: when it ends before it begins.
        """
        if self.end is not None and self.end < self.begin:
            raise RoleContradicts(self.begin, self.end)

    def living(self, day: date) -> bool:
        """Return whether it is not past: it holds on ``day`` or will hold later."""
        revoked = self.revoked_on is not None and self.revoked_on <= day
        return not revoked and (self.end is None or self.end >= day)

    def active(self, day: date) -> bool:
        """Return whether it holds on ``day``."""
        return self.begin <= day and self.living(day)


def role_members(role: FederalRole) -> dict[str, Any]:
    """Return a role as the API gives it."""
    return {
        "role": role.code,
        "label": role.label,
        "domain": role.domain.value,
        "sourced": role.sourced,
    }


def granted_members(granted: GrantedRole) -> dict[str, Any]:
    """Return a granted role as the API gives it: dated facts, never a verdict for today."""
    return {
        "enterprise_number": granted.number.enterprise,
        "insz": granted.number.insz,
        "role": granted.number.role.code,
        "begin": granted.begin.isoformat(),
        "end": granted.end.isoformat() if granted.end is not None else None,
        "granted_by": granted.granted_by,
        "revoked_on": granted.revoked_on.isoformat() if granted.revoked_on is not None else None,
    }
