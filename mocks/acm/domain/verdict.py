"""What a decision is made of: identities, checks, verdicts."""

from __future__ import annotations

from dataclasses import dataclass

from mocks.acm.domain.eloket import Route


@dataclass(frozen=True)
class Identity:
    """In which capacity a person can be at an e-loket.

    Attributes:
        route: the way by which.
        target_group: BUR, EA, LB or OV.
        code: the organisation's number, or None for the person himself.
        name: the name of whom the person acts for.
        capacity: what the person is there, in Dutch, such as Bestuurder.
        roles: the values of the role claim, for an employee with a right.
    """

    route: Route
    target_group: str
    code: str | None
    name: str
    capacity: str
    roles: tuple[str, ...] = ()

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
    """Every verdict about one person at one e-loket."""

    verdicts: tuple[Verdict, ...]

    @property
    def identities(self) -> tuple[Identity, ...]:
        """The identities that the person may take, himself first."""
        return tuple(verdict.identity for verdict in self.verdicts if verdict.offered)

    def concerning(self, target_group: str, code: str | None) -> tuple[Verdict, ...]:
        """Return the verdicts about a target group, or about one organisation in it."""
        return tuple(
            verdict
            for verdict in self.verdicts
            if verdict.identity.target_group == target_group and code in (None, verdict.identity.code)
        )

    def about(self, code: str | None) -> tuple[Verdict, ...]:
        """Return the verdicts about an organisation, or about the person himself."""
        return tuple(verdict for verdict in self.verdicts if verdict.identity.code == code)
