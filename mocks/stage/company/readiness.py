"""Who could sign in at an e-loket, as the stage is told it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Protocol

from mocks.core.visit import Visit


class Check(Protocol):
    """One check of a way."""

    @property
    def check(self) -> str:
        """What must hold."""

    @property
    def holds(self) -> bool:
        """Whether it does."""

    @property
    def fact(self) -> str:
        """On which fact."""

    @property
    def source(self) -> str:
        """Who says so."""

    @property
    def repair(self) -> str:
        """What would help."""


class Way(Protocol):
    """What ACM decides on one way of acting."""

    @property
    def route(self) -> str:
        """The name of the way."""

    @property
    def checks(self) -> Sequence[Check]:
        """What was checked, up to the first one that fails."""

    @property
    def allowed(self) -> bool:
        """Whether the way is open."""

    @property
    def failed(self) -> Check | None:
        """The check that fails, if one does."""


class Standing(Protocol):
    """How one person stands towards an organisation, or towards himself."""

    @property
    def name(self) -> str:
        """The full name."""

    @property
    def known_by(self) -> Sequence[str]:
        """By which authorities the person has anything there."""

    @property
    def key(self) -> str | None:
        """The strongest kind of key that works."""

    @property
    def verdicts(self) -> Sequence[Way]:
        """Every way that was looked at."""

    @property
    def ways(self) -> Sequence[Way]:
        """Those that are open."""

    @property
    def nearest(self) -> Way:
        """The most promising one."""

    @property
    def missing(self) -> Check | None:
        """What fails on that one; None for who can act."""


class Organisation(Protocol):
    """An organisation as KBO states it."""

    @property
    def number(self) -> str:
        """Enterprise number."""

    @property
    def name(self) -> str:
        """Its name."""

    @property
    def target_group(self) -> str:
        """EA, LB or OV."""


class Gap(Protocol):
    """What is missing, and for how many people."""

    @property
    def check(self) -> Check:
        """The check that fails."""

    @property
    def people(self) -> int:
        """For how many."""


class OrganisationReadiness(Protocol):
    """Whether somebody could act for an organisation."""

    @property
    def organisation(self) -> Organisation:
        """Which."""

    @property
    def ready(self) -> bool:
        """Whether somebody can."""

    @property
    def people(self) -> Sequence[Standing]:
        """A page of those who have anything with it."""

    @property
    def total(self) -> int:
        """How many there are."""

    @property
    def ways(self) -> Mapping[Any, int]:
        """How many people each way is open to."""

    @property
    def gaps(self) -> Sequence[Gap]:
        """What is missing, the nearest first."""


class Summary(Protocol):
    """How many organisations are ready, and what the others lack first."""

    @property
    def organisations(self) -> int:
        """How many were counted."""

    @property
    def ready(self) -> int:
        """How many are ready."""

    @property
    def ways(self) -> Mapping[Any, int]:
        """For how many somebody can act by each way."""

    @property
    def reasons(self) -> Mapping[str, int]:
        """For how many of the others each check is the nearest one that fails."""


class Readiness(Protocol):
    """Who could sign in at one e-loket on one day."""

    @property
    def at(self) -> str:
        """The client_id of the e-loket."""

    @property
    def title(self) -> str:
        """Its name."""

    @property
    def right(self) -> str | None:
        """The user right that opens it to employees."""

    @property
    def day(self) -> date:
        """The day for which is decided."""

    @property
    def open(self) -> bool:
        """Whether the e-loket is reachable on it."""

    @property
    def notice(self) -> str | None:
        """What the e-loket says of itself on it."""

    def organisation(self, text: str) -> Organisation:
        """Return an organisation by key or number."""

    def of(self, organisation: Any, offset: int, limit: int) -> OrganisationReadiness:  # noqa: ANN401  # its own
        """Return how an organisation stands, with a page of its people."""

    def oneself(self, who: str) -> Standing:
        """Return how a person stands who acts for himself."""

    def search(self, name: str, offset: int, limit: int) -> tuple[Sequence[OrganisationReadiness], int]:
        """Return how a page of organisations stands, and how many there are."""

    def every(self, name: str) -> Iterator[Organisation]:
        """Return every organisation, read a piece at a time."""

    def summary(self, name: str) -> Summary:
        """Return the counts of all organisations."""

    def members(self, organisations: Sequence[Any]) -> dict[str, Any]:
        """Return how organisations stand as the control API gives it."""

    def summary_members(self, name: str) -> dict[str, Any]:
        """Return the counts as the control API gives them."""

    def csv(self, organisations: Iterable[Any]) -> Iterator[str]:
        """Give the lines of a CSV file."""


class AskReadiness(Protocol):
    """Says who could sign in at an e-loket on a day."""

    def __call__(self, visit: Visit, at: str, day: date | None) -> Readiness:
        """Look at an e-loket; without a day on the world's own."""
