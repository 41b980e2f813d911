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


@dataclass(frozen=True)
class Actor:
    """Somebody in a role.

    Attributes:
        number: the national or BIS number, 11 digits.
        name: given and family name.
        key: the kind of the strongest active digital key: eid, itsme, app, sms or token.
        identities: those that he may take, as ``mock_identity`` names them, such as EA:0110041748 or BUR.
        route: the way by which: person, legal_representative, work_relation or mandate.
        holder: the number of the mandate holder, for who acts by mandate.
    """

    number: str
    name: str
    key: str
    identities: tuple[str, ...]
    route: str
    holder: str | None = None


class People(Protocol):
    """Who can be drawn for a journey."""

    def draw(self, role: Role, rng: random.Random) -> Actor:
        """Return somebody in this role."""
