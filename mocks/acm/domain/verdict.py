"""What a decision is made of: identities, checks, verdicts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mocks.acm.domain.eloket import TARGET_GROUP_NAMES, ChoiceLevel, Route

_MOST_NAMED = 3
"""Organisations that a choice names; there may be hundreds of them."""


@dataclass(frozen=True)
class Role:
    """A right in the role claim, and where the person has it.

    *Bron*: ``<right>:<organisation>`` without a context, ``<right>-<context>:<organisation>`` with one;
    opened at the level of a target group, ``<right>:<organisation>, <organisation>, …``.

    Attributes:
        name: the right as the token calls it, with its context if it has one.
        organisations: numbers; one where an organisation was chosen.
    """

    name: str
    organisations: tuple[str, ...]

    @property
    def value(self) -> str:
        """What the claim says."""
        return f"{self.name}:{', '.join(self.organisations)}"


@dataclass(frozen=True)
class Holder:
    """Who holds the mandate by which somebody acts.

    Attributes:
        target_group: of the holder; BUR for a person.
        code: enterprise number, or INSZ of the person himself.
        name: the name.
    """

    target_group: str
    code: str
    name: str


@dataclass(frozen=True)
class Identity:
    """In which capacity a person can be at an e-loket.

    Attributes:
        route: the way by which.
        target_group: BUR, EA, LB or OV.
        code: the organisation's number, or None for the person himself and for a whole target group.
        name: the name of whom the person acts for.
        capacity: what the person is there, in Dutch, such as Bestuurder.
        roles: the rights of an employee.
        holder: who holds the mandate, on that route.
    """

    route: Route
    target_group: str
    code: str | None
    name: str
    capacity: str
    roles: tuple[Role, ...] = ()
    holder: Holder | None = None

    @property
    def holder_code(self) -> str | None:
        """The number of who holds the mandate, or None on the other routes."""
        return self.holder.code if self.holder is not None else None

    @property
    def key(self) -> str:
        """How ``mock_identity`` and ``explain`` name it."""
        return self.target_group if self.code is None else f"{self.target_group}:{self.code}"


@dataclass(frozen=True)
class Check:
    """One check: what must hold, whether it does, on which fact, and who says so."""

    check: str
    holds: bool
    fact: str
    source: str
    repair: str = ""


@dataclass(frozen=True)
class Verdict:
    """What one route gives, for oneself or for one organisation."""

    route: Route
    identity: Identity
    checks: tuple[Check, ...]

    @property
    def allowed(self) -> bool:
        """Whether every check holds."""
        return all(check.holds for check in self.checks)

    @property
    def offered(self) -> bool:
        """Whether the person can take this identity.

        An administrator enters IDM as the person that he is, and chooses the organisation there.
        """
        return self.allowed and self.route != "administrator"

    @property
    def failed(self) -> Check | None:
        """The first check that fails, or None."""
        return next((check for check in self.checks if not check.holds), None)

    @property
    def reason(self) -> str:
        """The failed check in one sentence with its source, or an empty text."""
        failed = self.failed
        return f"{failed.fact.rstrip('.')} (bron: {failed.source}). {failed.repair}" if failed else ""


@dataclass(frozen=True)
class Decision:
    """Every verdict about one person at one e-loket, which is opened at one level."""

    verdicts: tuple[Verdict, ...]
    level: ChoiceLevel = "organisation"

    @property
    def identities(self) -> tuple[Identity, ...]:
        """The identities that the person may take, himself first."""
        return self.offered(self.verdicts)

    def offered(self, verdicts: Iterable[Verdict]) -> tuple[Identity, ...]:
        """Return the identities that some of the verdicts let the person take, at the level of the e-loket.

        *Bron*: whether one chooses an organisation or a target group is configured per application (domain
        facts §1.5).
        """
        found = tuple(verdict.identity for verdict in verdicts if verdict.offered)
        return found if self.level == "organisation" else _by_target_group(found)

    def concerning(self, target_group: str, code: str | None) -> tuple[Verdict, ...]:
        """Return the verdicts about a target group, or about one organisation in it."""
        return tuple(
            verdict
            for verdict in self.verdicts
            if verdict.identity.target_group == target_group
            # BUR alone is the person himself; BUR with a number is another person, by mandate.
            and (code == verdict.identity.code or (code is None and target_group != "BUR"))
        )

    def about(self, code: str | None) -> tuple[Verdict, ...]:
        """Return the verdicts about an organisation, or about the person himself."""
        return tuple(verdict for verdict in self.verdicts if verdict.identity.code == code)


def _by_target_group(identities: Iterable[Identity]) -> tuple[Identity, ...]:
    """Return the person himself, and one identity per target group with all its organisations."""
    groups: dict[str, list[Identity]] = {}
    for identity in identities:
        groups.setdefault(identity.target_group, []).append(identity)
    return tuple(
        found[0] if group == "BUR" else _whole_group(group, found) for group, found in groups.items()
    )


def _whole_group(group: str, found: list[Identity]) -> Identity:
    where: dict[str, list[str]] = {}
    for identity in found:
        for role in identity.roles:
            where.setdefault(role.name, []).extend(role.organisations)
    named = ", ".join(one.name for one in found[:_MOST_NAMED])
    more = f" en nog {len(found) - _MOST_NAMED} andere" if len(found) > _MOST_NAMED else ""
    return Identity(
        route=found[0].route,
        target_group=group,
        code=None,
        name=TARGET_GROUP_NAMES.get(group, f"Doelgroep {group}"),
        capacity=f"{found[0].capacity}: {named}{more}",
        roles=tuple(Role(name, tuple(organisations)) for name, organisations in where.items()),
    )
