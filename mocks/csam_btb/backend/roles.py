"""The federal role administration: granting, revoking, and what an enterprise and a person see of it.

*Bron*: domain facts §3 and seed 002.  A federal role is nothing that ACM asks: no statement tells it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.core.visit import Visit
from mocks.csam_btb import store
from mocks.csam_btb.backend.actors import Actor
from mocks.csam_btb.domain.appointments import MAIN_POST, AppointmentNumber, Domain
from mocks.csam_btb.domain.role_granting import (
    GRANTING,
    MANAGING,
    OFFERING,
    REVOKING,
    RoleCase,
    check_role,
    domains_of,
)
from mocks.csam_btb.domain.roles import ROLES, FederalRole, GrantedRole, RoleNumber, roles_in
from mocks.csam_btb.peers import Peers


@dataclass(frozen=True)
class Management:
    """What somebody manages of the federal roles of an enterprise.

    Attributes:
        number: the enterprise number.
        name: its name, or its number when the KBO knows none.
        domains: the domains; ``Domain.ALL`` is all of them.
    """

    number: EnterpriseNumber
    name: str
    domains: frozenset[Domain]

    @property
    def roles(self) -> tuple[FederalRole, ...]:
        """The roles of those domains."""
        return roles_in(self.domains)


class RoleAdministration:
    """The counter of one person at the federal role administration during one visit."""

    def __init__(self, visit: Visit, peers: Peers, actor: Insz) -> None:
        """Serve ``actor`` within ``visit``, asking ``peers``."""
        self._visit = visit
        self._actor = Actor(visit, peers, actor)

    def enterprises(self) -> list[Management]:
        """Return the enterprises of which this person manages federal roles, by number."""
        found = (self._management(self._case(number)) for number in self._actor.numbers())
        return [one for one in found if one.domains]

    def own(self) -> list[GrantedRole]:
        """Return the roles that this person holds today or later."""
        found = store.roles.of_person(self._visit.reading, self._actor.insz)
        return [one for one in found if one.living(self._visit.clock.today)]

    def name_of(self, enterprise: EnterpriseNumber) -> str:
        """Return the name of an enterprise, or its number when the KBO knows none."""
        return self._actor.name_of(enterprise)

    def management(self, enterprise: EnterpriseNumber) -> Management:
        """Return what this person manages in an enterprise.

        Raises:
            RoleRefused: when that is nothing; one subclass per reason.
        """
        case = self._case(enterprise)
        check_role(case, MANAGING)
        return self._management(case)

    def offering(self, enterprise: EnterpriseNumber) -> Management:
        """Return what this person can grant in an enterprise, before anything is filled in.

        Raises:
            RoleRefused: when that is nothing; one subclass per reason.
        """
        case = self._case(enterprise)
        check_role(case, OFFERING)
        return self._management(case)

    def grant(self, asked: GrantedRole) -> GrantedRole:
        """Grant a role.

        Raises:
            RoleRefused: one subclass per reason.
            CouldBeReal: when a number could be real and the house does not allow that.
        """
        number = asked.number
        case = replace(self._about(number), holder=self._actor.holder(number.insz))
        check_role(case, GRANTING)
        for one in (number.enterprise, number.insz):
            self._visit.require_safe(one)
        with self._visit.writing() as connection:
            check_role(replace(case, known=store.roles.find(connection, number)), GRANTING)
            store.roles.put(connection, asked)
        return asked

    def revoking(self, number: RoleNumber) -> GrantedRole:
        """Return the role that this person would revoke.

        Raises:
            RoleRefused: one subclass per reason.
        """
        case = self._about(number)
        check_role(case, REVOKING)
        assert case.known is not None, "a check above sees to it"
        return case.known

    def revoke(self, number: RoleNumber) -> None:
        """Revoke a role: it gives nothing from today on.

        Raises:
            RoleRefused: one subclass per reason.
        """
        case = self._about(number)
        check_role(case, REVOKING)
        with self._visit.writing() as connection:
            fresh = replace(case, known=store.roles.find(connection, number))
            check_role(fresh, REVOKING)
            assert fresh.known is not None, "a check above sees to it"
            store.roles.put(connection, replace(fresh.known, revoked_on=self._visit.clock.today))

    def _management(self, case: RoleCase) -> Management:
        return Management(case.actor.number.enterprise, case.actor.name, domains_of(case.actor))

    def _case(self, enterprise: EnterpriseNumber) -> RoleCase:
        return RoleCase(self._actor.case(AppointmentNumber(enterprise, self._actor.insz, MAIN_POST)))

    def _about(self, number: RoleNumber) -> RoleCase:
        known = store.roles.find(self._visit.reading, number)
        return replace(self._case(number.enterprise), number=number, known=known)


class FederalRoles:
    """The roles as facts: for whoever looks, and for setting the scene without asking who may."""

    def __init__(self, visit: Visit) -> None:
        """Answer and change within ``visit``."""
        self._visit = visit

    def of_person(self, insz: Insz) -> list[GrantedRole]:
        """Return what somebody was granted, past ones included."""
        return store.roles.of_person(self._visit.reading, insz)

    def in_enterprise(self, management: Management, offset: int, limit: int) -> tuple[list[GrantedRole], int]:
        """Return a page of the roles of today and later that somebody manages, and how many there are."""
        today = self._visit.clock.today
        return store.roles.in_enterprise(
            self._visit.reading, management.number, management.roles, today, offset, limit
        )

    def all_in_enterprise(
        self, enterprise: EnterpriseNumber, offset: int, limit: int
    ) -> tuple[list[GrantedRole], int]:
        """Return a page of the roles in an enterprise, past ones included, and how many there are."""
        return store.roles.in_enterprise(self._visit.reading, enterprise, ROLES.values(), None, offset, limit)

    def find(self, number: RoleNumber) -> GrantedRole | None:
        """Return a role, past or not, or None."""
        return store.roles.find(self._visit.reading, number)

    def numbers(self) -> list[str]:
        """Return the number of every role."""
        return store.roles.numbers(self._visit.reading)

    def put(self, granted: GrantedRole) -> None:
        """Make or replace a role.

        Raises:
            CouldBeReal: when a number could be real and the house does not allow that.
        """
        for one in (granted.number.enterprise, granted.number.insz, granted.granted_by):
            if one is not None:
                self._visit.require_safe(one)
        with self._visit.writing() as connection:
            store.roles.put(connection, granted)

    def remove(self, number: RoleNumber) -> bool:
        """Remove a role without a trace; return whether there was one."""
        with self._visit.writing() as connection:
            return store.roles.forget(connection, number)
