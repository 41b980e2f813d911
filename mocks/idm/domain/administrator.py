"""An administrator who was found to be one, and which rights one of that kind may grant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from mocks.core.identifiers import Insz
from mocks.idm.domain.administration import Case, Verdict
from mocks.idm.domain.catalogue import ALL_DOMAINS, Ground, Right
from mocks.idm.domain.facts import Organisation, Role
from mocks.idm.errors import MayNotGrant, WrongDomain


@dataclass(frozen=True)
class Administrator:
    """Somebody who was found to be local administrator of an organisation: every use case asks for one.

    Attributes:
        insz: who.
        name: first name and surname.
        organisation: of which organisation.
        grounds: why, in the order of :data:`RULES`; never empty.
        domains: the domains of BTB for which the person is access manager.
    """

    insz: Insz
    name: str
    organisation: Organisation
    grounds: tuple[Ground, ...]
    domains: tuple[str, ...] = field(default=())

    @property
    def reason(self) -> str:
        """The grounds in words."""
        return ", ".join(ground.label for ground in self.grounds)

    def may_grant(self, right: Right) -> bool:
        """Whether this administrator may grant, extend, end and revoke a right."""
        return any(self._covers(ground, right) for ground in self.grounds)

    def require_grant(self, right: Right) -> None:
        """Check that this administrator may grant, extend, end and revoke a right.

        Raises:
            WrongDomain: for an access manager of another domain of BTB.
            MayNotGrant: for a right that only others grant.
        """
        if self.may_grant(right):
            return
        others = ", ".join(ground.label for ground in right.granted_by)
        if set(self.grounds) == {Ground.ACCESS_MANAGER} and Ground.ACCESS_MANAGER in right.granted_by:
            raise WrongDomain(
                f"U bent toegangsbeheerder van {self.organisation.name} voor {_domains(self.domains)}; "
                f"‘{right.name}’ hoort bij {_domains((right.btb_domain,))}. Vraag het aan een van: {others}."
            )
        raise MayNotGrant(
            f"‘{right.name}’ kan u niet beheren als {self.reason}. Vraag het aan een van: {others}."
        )

    def _covers(self, ground: Ground, right: Right) -> bool:
        if ground not in right.granted_by:
            return False
        return ground is not Ground.ACCESS_MANAGER or bool(
            {ALL_DOMAINS, right.btb_domain} & set(self.domains)
        )


def administrator(case: Case, verdicts: Sequence[Verdict]) -> Administrator | None:
    """Return the administrator that the verdicts make, or None when no ground holds."""
    grounds = tuple(verdict.ground for verdict in verdicts if verdict.holds)
    if not grounds or case.organisation is None:
        return None
    domains = tuple(
        one.domain or ALL_DOMAINS
        for one in case.appointed(Role.ACCESS_MANAGER)
        if not one.waiting and one.period.holds_on(case.today)
    )
    return Administrator(case.insz, case.who, case.organisation, grounds, domains)


_DOMAIN_NAMES = {
    ALL_DOMAINS: "alle domeinen",
    "employment": "werkgelegenheid",
    "finance": "financiën",
    "mobility": "mobiliteit",
    "economy": "economie",
}


def _domains(domains: Sequence[str]) -> str:
    return "domein " + ", ".join(_DOMAIN_NAMES.get(domain, domain) for domain in domains)
