"""Whom the kmo-portefeuille asks: KBO for the name of an organisation, IDM to activate departments.

What it tells IDM is no statement: the service kmo-portefeuille owns the right for departments, and IDM keeps
and checks for which organisation it is activated.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from mocks.core.identifiers import EnterpriseNumber
from mocks.core.statements import Authority, Inquiry, Question
from mocks.core.visit import Visit

AUDIENCE = "kmo-portefeuille"


class Extracts:
    """What is this organisation called? (asked of KBO)."""

    question = Question("kbo", "extract")

    def __init__(self, visit: Visit, authority: Authority) -> None:
        self._inquiry = Inquiry(visit, self.question, AUDIENCE, authority)

    def name(self, number: EnterpriseNumber) -> str | None:
        """Return the name of an organisation, or None when KBO knows none by this number."""
        facts = self._inquiry.ask(number)
        return str(facts["name"]) if facts is not None else None


class Departments(Protocol):
    """For which departments is the right activated? (told to IDM, which alone keeps it)."""

    def organisations(self) -> Sequence[str]:
        """Return the numbers of the organisations for which something is activated, a hundred at most."""

    def of(self, organisation: EnterpriseNumber) -> tuple[str, ...]:
        """Return the departments of an organisation that are activated today."""

    def put(self, organisation: EnterpriseNumber, names: Sequence[str]) -> None:
        """Let exactly these be activated from today on; none takes all back."""

    def add(self, organisation: EnterpriseNumber, names: Sequence[str]) -> None:
        """Activate these besides those that are already."""

    def remove(self, organisation: EnterpriseNumber, name: str) -> None:
        """Take one back."""


@dataclass(frozen=True)
class Peers:
    """Everybody whom the kmo-portefeuille asks during one visit."""

    extracts: Extracts
    departments: Departments

    @classmethod
    def of(cls, visit: Visit, *, extract: Authority, departments: Departments) -> Peers:
        """Connect each question to the authority that answers it."""
        return cls(Extracts(visit, extract), departments)
