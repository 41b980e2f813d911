"""A population: who exists, and what each may do, computed from a seed and a place alone.

Nothing is kept of a million persons: whoever asks for one gets the same one, on every machine.  What is
written in the worlds of the mocks (``load/facts.py``) follows from the same functions.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from load.actors import Actor, Role
from load.names import names_of
from load.numbers import enterprise_number, mixed, numbers_of_the_cast, person_number
from load.open_data.register import Register, number_from
from load.proportions import BLOCK, Proportions, read_proportions
from mocks.core.identifiers import EnterpriseNumber, NationalNumber

__all__ = ["LARGEST", "SMALLEST", "Actor", "Population", "Role"]

SMALLEST, LARGEST = 1_000, 1_000_000
"""The persons that a population can have: at least one of every role, and room between the numbers."""


ROUTES = {
    Role.LEGAL_REPRESENTATIVE: "legal_representative",
    Role.EMPLOYEE: "work_relation",
    Role.EMPLOYEE_WITHOUT_RIGHT: "work_relation",
    # ACM admits the person to IDM, which shows the organisations that one administers.
    Role.LOCAL_ADMINISTRATOR: "person",
    Role.MANDATE_MANAGER: "work_relation",
    Role.MANDATE_EXECUTOR: "mandate",
    Role.FOREIGN_PROVIDER: "legal_representative",
    Role.CITIZEN: "person",
    Role.LOCAL_GOVERNMENT_REPRESENTATIVE: "legal_representative",
    Role.ASSESSOR: "work_relation",
    # By these ways they try, and are refused.
    Role.FORMER_REPRESENTATIVE: "legal_representative",
    Role.DECEASED_REPRESENTATIVE: "legal_representative",
    Role.FORMER_EMPLOYEE: "work_relation",
    Role.UNSIGNED_MANDATE_EXECUTOR: "mandate",
}


class Population:
    """Everybody of one seed and size.

    Persons stand at places from 0 on.  Organisations too: first the ordinary ones, then the local
    governments, then those from abroad; each has one legal representative.
    """

    def __init__(self, seed: int, size: int, register: Register | None = None) -> None:
        """Reckon how many there are of everything.

        Args:
            seed: two seeds have other people.
            size: how many persons, from :data:`SMALLEST` to :data:`LARGEST`.
            register: the enterprises that the ordinary organisations are, of KBO Open Data; None invents
                them.  Local governments and those from abroad are invented always.

        Raises:
            ValueError: for another size.
            UnusableOpenData: when the register has too few enterprises for so many.
        """
        if not SMALLEST <= size <= LARGEST:
            raise ValueError(f"a population has {SMALLEST} to {LARGEST} persons, not {size}")
        self.seed, self.size = seed, size
        self.proportions = read_proportions()
        self._pattern, self._positions = _pattern(self.proportions)
        self.count = {role: self._count(role) for role in Role}
        leading = self.count[Role.LEGAL_REPRESENTATIVE]
        self.ordinary = leading + leading // self.proportions.second_one_in
        self.providers = leading // self.proportions.provider_one_in
        self.local_governments = self.count[Role.LOCAL_GOVERNMENT_REPRESENTATIVE]
        self.organisations = self.ordinary + self.local_governments + self.count[Role.FOREIGN_PROVIDER]
        self._chosen = register.chosen(seed, self.ordinary) if register is not None else ()
        self._taken = numbers_of_the_cast() | (register.safe if register is not None else frozenset())

    def draw(self, role: Role, rng: random.Random) -> Actor:
        """Return somebody in a role, as ``rng`` has it."""
        return self.actor(self.place_of(role, rng.randrange(self.count[role])))

    def actor(self, place: int) -> Actor:
        """Return the person at a place."""
        role, rank = self.role_at(place)
        own = self.organisations_of(role, rank)
        holder = self.number_of(own[0]) if ROUTES[role] == "mandate" else None
        return Actor(
            number=str(self.number_at(place)),
            name=" ".join(self.name_at(place)),
            keys=self.keys_at(place),
            identities=self._identities(role, rank, own),
            route=ROUTES[role],
            holder=holder,
            organisation=str(self.number_of(own[0])) if own else None,
        )

    def role_at(self, place: int) -> tuple[Role, int]:
        """Return the role of the person at a place, and which one of that role it is, from 0 on."""
        block, position = divmod(place, BLOCK)
        role, rank = self._pattern[position]
        return role, block * self.proportions.roles[role] + rank

    def place_of(self, role: Role, rank: int) -> int:
        """Return the place of who is the one of that rank in a role."""
        block, within = divmod(rank, self.proportions.roles[role])
        return block * BLOCK + self._positions[role][within]

    def number_at(self, place: int) -> NationalNumber:
        """Return the number of the person at a place."""
        return person_number(self.seed, place, self.size)

    def name_at(self, place: int) -> tuple[str, str]:
        """Return first name and surname of the person at a place."""
        return names_of(self.seed).person(place, self.number_at(place).sex)

    def keys_at(self, place: int) -> tuple[str, ...]:
        """Return the kinds of digital keys of the person at a place; a Belgian eID is one by itself."""
        if self.role_at(place)[0] is Role.FOREIGN_PROVIDER:
            return ("app",)
        others = self.proportions.keys.items()
        return ("eid", *(kind for kind, percent in others if self.chance(f"key/{kind}", place, percent)))

    def number_of(self, organisation: int) -> EnterpriseNumber:
        """Return the number of the organisation at a place."""
        if organisation < len(self._chosen):
            return number_from(self._chosen[organisation])
        return enterprise_number(self.seed, organisation, self.organisations, self._taken)

    def organisations_of(self, role: Role, rank: int) -> Sequence[int]:
        """Return the places of the organisations for which somebody acts, or to which he belongs.

        For who acts by mandate it is the holder, not those who gave it.
        """
        if role is Role.LEGAL_REPRESENTATIVE:
            return self._represented(rank)
        if role is Role.EMPLOYEE:
            return self._employers(rank)
        if role is Role.CITIZEN:
            return ()
        # Of the roles that are spread, at most one of each for an organisation: none has two of its managers.
        spread = rank * self.ordinary // self.count[role]
        elsewhere = {
            Role.MANDATE_EXECUTOR: self.provider(rank % self.providers),
            Role.UNSIGNED_MANDATE_EXECUTOR: self.provider(rank % self.providers),
            # The enterprise of a natural person has nobody else who represents it.
            Role.FORMER_REPRESENTATIVE: spread - self.natural_person(spread),
            Role.DECEASED_REPRESENTATIVE: spread - self.natural_person(spread),
            Role.LOCAL_GOVERNMENT_REPRESENTATIVE: self.ordinary + rank,
            Role.FOREIGN_PROVIDER: self.ordinary + self.local_governments + rank,
        }
        return (elsewhere.get(role, spread),)

    def representative_of(self, organisation: int) -> NationalNumber:
        """Return the number of the legal representative of the organisation at a place."""
        leading = self.count[Role.LEGAL_REPRESENTATIVE]
        role, rank = Role.LEGAL_REPRESENTATIVE, organisation
        if organisation >= self.ordinary + self.local_governments:
            role, rank = Role.FOREIGN_PROVIDER, organisation - self.ordinary - self.local_governments
        elif organisation >= self.ordinary:
            role, rank = Role.LOCAL_GOVERNMENT_REPRESENTATIVE, organisation - self.ordinary
        elif organisation >= leading:
            rank = (organisation - leading) * self.proportions.second_one_in
        return self.number_at(self.place_of(role, rank))

    def provider(self, which: int) -> int:
        """Return the place of an organisation that acts for others."""
        return which * self.proportions.provider_one_in

    def provider_at(self, organisation: int) -> int | None:
        """Return which provider stands at a place, or None when it acts for nobody."""
        which, rest = divmod(organisation, self.proportions.provider_one_in)
        return which if rest == 0 and which < self.providers else None

    def mandators_of(self, provider: int) -> Sequence[tuple[int, int]]:
        """Return the mandates of a provider: of each the serial, from 0 on, and the place of its mandator."""
        each = self.proportions.mandators_per_provider
        return [(serial, self._mandator(serial)) for serial in range(provider * each, (provider + 1) * each)]

    def unsigned_mandate(self, rank: int) -> tuple[int, int]:
        """Return the mandate that one of both parties did not sign: its serial and the place of its mandator.

        It was given to the provider for whom the executor of that rank works, by none of its mandators.
        """
        each = self.proportions.mandators_per_provider
        which, further = rank % self.providers, rank // self.providers
        return self.providers * each + rank, self._mandator((which + 1) * each + further)

    def natural_person(self, organisation: int) -> bool:
        """Return whether the organisation at a place, if it is invented, is that of a natural person."""
        own = organisation % self.proportions.natural_person_one_in == 1 and organisation < self.ordinary
        return own and self.provider_at(organisation) is None

    def target_group(self, organisation: int) -> str:
        """Return the target group of the organisation at a place."""
        local = self.ordinary <= organisation < self.ordinary + self.local_governments
        return "LB" if local else "EA"

    def chance(self, purpose: str, place: int, percent: int) -> bool:
        """Return whether something is so for a place, for this share of all; always the same answer."""
        return mixed(self.seed, purpose, place) % 100 < percent

    def _mandator(self, serial: int) -> int:
        step, others = self.proportions.provider_one_in, self.ordinary - self.providers
        among = serial % others
        # One place in every `step` is a provider, as long as there are providers.
        passed = among // (step - 1) + 1 if among < self.providers * (step - 1) else self.providers
        return among + passed

    def _identities(self, role: Role, rank: int, own: Sequence[int]) -> tuple[str, ...]:
        if role in {Role.CITIZEN, Role.LOCAL_ADMINISTRATOR}:
            return ("BUR",)
        if role is Role.UNSIGNED_MANDATE_EXECUTOR:
            own = [self.unsigned_mandate(rank)[1]]
        if role is Role.MANDATE_EXECUTOR:
            which = self.provider_at(own[0])
            assert which is not None, "whoever acts by mandate works for a provider"
            own = [mandator for _, mandator in self.mandators_of(which)]
        return tuple(f"{self.target_group(one)}:{self.number_of(one)}" for one in own)

    def _represented(self, rank: int) -> Sequence[int]:
        second, rest = divmod(rank, self.proportions.second_one_in)
        also = self.count[Role.LEGAL_REPRESENTATIVE] + second
        return (rank, also) if rest == 0 and also < self.ordinary else (rank,)

    def _employers(self, rank: int) -> Sequence[int]:
        each = self.proportions.local_government_employees_one_in
        if rank % each == each - 1:
            return (self.ordinary + rank // each % self.local_governments,)
        first = rank % self.ordinary
        if rank % self.proportions.employees_of_two_one_in:
            return (first,)
        return first, (first + self.ordinary // 2) % self.ordinary

    def _count(self, role: Role) -> int:
        blocks, rest = divmod(self.size, BLOCK)
        among_the_rest = sum(position < rest for position in self._positions[role])
        return blocks * self.proportions.roles[role] + among_the_rest


Pattern = tuple[Sequence[tuple[Role, int]], dict[Role, Sequence[int]]]


def _pattern(proportions: Proportions) -> Pattern:
    """Return which role each of a block has, evenly spread, and the positions of each role."""
    wishes = sorted(
        ((rank + 0.5) / count, role, rank)
        for role, count in proportions.roles.items()
        for rank in range(count)
    )
    pattern = [(role, rank) for _, role, rank in wishes]
    positions: dict[Role, list[int]] = {role: [] for role in Role}
    for position, (role, _) in enumerate(pattern):
        positions[role].append(position)
    return pattern, dict(positions)
