"""Who may grant and revoke which federal roles: one small check each, in the order in which they are made.

*Bron*: domain facts §3: a natural person whom the KBO knows as legal representative is main access manager
in the federal role administration of itself; only main access managers and access managers grant roles, also
to themselves; an access manager does so for one domain or for all.  That a permanent representative counts
as one is our reading.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mocks.core.errors import Refusal
from mocks.csam_btb.domain.appointing import (
    LEGAL_REPRESENTATIVE,
    actor_is_alive,
    enterprise_is_known,
    why_refused,
)
from mocks.csam_btb.domain.appointments import Domain
from mocks.csam_btb.domain.cases import Case
from mocks.csam_btb.domain.keys import Holder
from mocks.csam_btb.domain.roles import GrantedRole, RoleNumber
from mocks.csam_btb.errors import (
    AlreadyGranted,
    DeceasedRoleHolder,
    ManagerEnded,
    ManagerWaits,
    NoRolesWhenStopped,
    NotAManager,
    NothingToRevoke,
    RoleOfOtherDomain,
    UnknownRoleHolder,
)


@dataclass(frozen=True)
class RoleCase:
    """What the checks look at.

    Attributes:
        actor: whoever acts, with functions and appointments in the enterprise.
        number: which role, for whom; None when only the actor is looked at.
        holder: who the Rijksregister says it is; None when it knows nobody.
        known: the role under this number as it stands, or None.
    """

    actor: Case
    number: RoleNumber | None = None
    holder: Holder | None = None
    known: GrantedRole | None = None


Rule = Callable[[RoleCase], Refusal | None]


def domains_of(case: Case) -> frozenset[Domain]:
    """Return the domains whose roles somebody may grant in an enterprise; ``Domain.ALL`` is all of them."""
    represents = why_refused(case, LEGAL_REPRESENTATIVE) is None
    managed = {one.post.domain for one in case.own if one.active(case.today)}
    return frozenset(managed | {Domain.ALL} if represents else managed)


def enterprise_stands_in_kbo(case: RoleCase) -> Refusal | None:
    """The KBO knows the enterprise."""
    return enterprise_is_known(case.actor)


def actor_lives(case: RoleCase) -> Refusal | None:
    """Whoever acts has not died."""
    return actor_is_alive(case.actor)


def actor_manages(case: RoleCase) -> Refusal | None:
    """Whoever acts manages accesses of the enterprise today, by the KBO or by BTB."""
    actor = case.actor
    if domains_of(actor):
        return None
    for one in actor.own:
        if one.waiting(actor.today):
            return ManagerWaits(one.label, actor.name)
    for one in actor.own:
        if one.ended(actor.today):
            return ManagerEnded(one.label, actor.name, one.end)
    return NotAManager(actor.name)


def enterprise_goes_on(case: RoleCase) -> Refusal | None:
    """The enterprise has not stopped."""
    enterprise = case.actor.enterprise
    stopped = enterprise is not None and enterprise.stopped(case.actor.today)
    return NoRolesWhenStopped(case.actor.name) if stopped else None


def role_is_of_own_domain(case: RoleCase) -> Refusal | None:
    """An access manager grants and revokes roles of the own domain only."""
    domains = domains_of(case.actor)
    if case.number is None or Domain.ALL in domains or case.number.role.domain in domains:
        return None
    role = case.number.role
    return RoleOfOtherDomain(role.label, role.domain_label, case.actor.name)


def holder_is_known(case: RoleCase) -> Refusal | None:
    """The Rijksregister knows whoever gets the role."""
    unknown = case.holder is None and case.number is not None
    return UnknownRoleHolder(case.number.insz) if unknown and case.number else None


def holder_lives(case: RoleCase) -> Refusal | None:
    """Whoever gets the role has not died."""
    died = case.holder.deceased_on if case.holder is not None else None
    dead = died is not None and died <= case.actor.today
    return DeceasedRoleHolder(case.number.insz) if dead and case.number else None


def holder_lacks_the_role(case: RoleCase) -> Refusal | None:
    """Nobody is granted what that person has, or will have."""
    held = case.known is not None and case.known.living(case.actor.today)
    return AlreadyGranted(case.number.role.label, case.actor.name) if held and case.number else None


def there_is_something_to_revoke(case: RoleCase) -> Refusal | None:
    """The role is there and is not past."""
    held = case.known is not None and case.known.living(case.actor.today)
    return None if held else NothingToRevoke()


MANAGING: tuple[Rule, ...] = (enterprise_stands_in_kbo, actor_lives, actor_manages)
"""Whether somebody manages federal roles of an enterprise."""

OFFERING: tuple[Rule, ...] = (*MANAGING, enterprise_goes_on)
"""Whether somebody can grant any there."""

GRANTING: tuple[Rule, ...] = (
    *OFFERING,
    role_is_of_own_domain,
    holder_is_known,
    holder_lives,
    holder_lacks_the_role,
)
"""Whether somebody can grant this role to this person."""

REVOKING: tuple[Rule, ...] = (*MANAGING, role_is_of_own_domain, there_is_something_to_revoke)
"""Whether somebody can revoke this role; also when the enterprise has stopped."""


def check_role(case: RoleCase, rules: tuple[Rule, ...]) -> None:
    """Let pass what all checks hold for.

    Raises:
        Refusal: of the first check that does not hold.
    """
    refusal = next((found for rule in rules if (found := rule(case)) is not None), None)
    if refusal is not None:
        raise refusal
