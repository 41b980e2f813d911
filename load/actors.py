"""Whom journeys are about: roles, and who plays them."""

from __future__ import annotations

import random
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Role(StrEnum):
    """What somebody is, for a journey."""

    LEGAL_REPRESENTATIVE = "legal_representative"
    EMPLOYEE = "employee"
    EMPLOYEE_WITHOUT_RIGHT = "employee_without_right"
    LOCAL_ADMINISTRATOR = "local_administrator"
    MANDATE_MANAGER = "mandate_manager"
    MANDATE_EXECUTOR = "mandate_executor"
    FOREIGN_PROVIDER = "foreign_provider"
    CITIZEN = "citizen"
    LOCAL_GOVERNMENT_REPRESENTATIVE = "local_government_representative"
    ASSESSOR = "assessor"
    FORMER_REPRESENTATIVE = "former_representative"
    DECEASED_REPRESENTATIVE = "deceased_representative"
    FORMER_EMPLOYEE = "former_employee"
    UNSIGNED_MANDATE_EXECUTOR = "unsigned_mandate_executor"


@dataclass(frozen=True)
class Actor:
    """Somebody in a role.

    Attributes:
        number: the national or BIS number, 11 digits.
        name: given and family name.
        keys: the kinds of the active digital keys, the strongest first: eid, itsme, app, sms or token.
        identities: those that he may take, as ``mock_identity`` names them, such as EA:0110041748 or BUR; for
            who is to be refused, what is tried.
        route: the way by which: person, legal_representative, work_relation or mandate.
        holder: the number of the mandate holder, for who acts by mandate.
        organisation: the enterprise number of where one belongs, which a local administrator administers;
            None for a citizen.
    """

    number: str
    name: str
    keys: tuple[str, ...]
    identities: tuple[str, ...]
    route: str
    holder: str | None = None
    organisation: str | None = None

    @property
    def key(self) -> str:
        """The strongest digital key."""
        return self.keys[0]


class People(Protocol):
    """Who can be drawn for a journey."""

    def draw(self, role: Role, rng: random.Random) -> Actor:
        """Return somebody in this role."""
