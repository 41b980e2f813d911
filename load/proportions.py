"""The proportions of a population, read from ``proportions.toml``, which says where each comes from."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from load.actors import Role

FILE = Path(__file__).with_name("proportions.toml")

BLOCK = 1000
"""The persons among whom every role has its share."""


@dataclass(frozen=True)
class Proportions:
    """How a population is made up.

    Attributes:
        roles: persons in each role, of every :data:`BLOCK`.
        second_one_in: of how many legal representatives one has a second organisation.
        provider_one_in: of how many organisations one acts for others by mandate.
        mandators_per_provider: who gave each of these a mandate.
        natural_person_one_in: of how many organisations one is the enterprise of a natural person.
        employees_of_two_one_in: of how many employees one has the right at two organisations.
        local_government_employees_one_in: of how many employees one works for a local government.
        keys: holders of each kind of digital key, of every hundred holders of a Belgian eID.
        organisations_with_dossier_one_in: of how many organisations one has a dossier in KIOSK.
        citizens_with_dossier_one_in: of how many citizens one has.
        contact_one_in: of how many applicants one filled in its contact data in KIOSK.
    """

    roles: dict[Role, int]
    second_one_in: int
    provider_one_in: int
    mandators_per_provider: int
    natural_person_one_in: int
    employees_of_two_one_in: int
    local_government_employees_one_in: int
    keys: dict[str, int]
    organisations_with_dossier_one_in: int
    citizens_with_dossier_one_in: int
    contact_one_in: int

    def __post_init__(self) -> None:
        """Refuse proportions that make no population.

        Raises:
            ValueError: when the roles are not a thousand together, or one has nobody.
        """
        if sum(self.roles.values()) != BLOCK or set(self.roles) != set(Role) or min(self.roles.values()) < 1:
            raise ValueError(f"the roles in {FILE.name} must each have somebody, and be {BLOCK} together")


def read_proportions(file: Path = FILE) -> Proportions:
    """Return the proportions that a file has.

    Raises:
        ValueError: when they make no population.
    """
    read: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
    roles = {Role(name): count for name, count in read["roles"].items()}
    return Proportions(roles=roles, keys=read["keys"], **read["organisations"], **read["kiosk"])
