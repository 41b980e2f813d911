"""The world of the bench, and who of it signs in."""

from __future__ import annotations

import random
from pathlib import Path

from bench.flows import Person
from load.actors import Role
from load.people import Population
from load.populate import populate
from mocks.federation import Federation
from mocks.settings import Settings

SEED = 1
WORKING_SET = 1_000

Crowd = list[Person]
"""Who signs in, one after the other."""


def settle(folder: Path, size: int) -> tuple[Crowd, list[Crowd]]:
    """Populate a world; return the working set, and for each cold round people who are in no other."""
    federation, population = Federation(Settings(data=folder)), Population(SEED, size)
    visit = federation.visit()
    populate(visit, population, lambda _: None)
    visit.close()
    federation.house.worlds.close()
    drawn: dict[str, Person] = {}
    chance = random.Random(SEED)
    for _ in range(size * 2):
        actor = population.draw(chance.choice((Role.LEGAL_REPRESENTATIVE, Role.CITIZEN)), chance)
        drawn.setdefault(
            actor.number,
            {"mock_persona": actor.number, "mock_identity": chance.choice(actor.identities)},
        )
    everybody = list(drawn.values())
    # Of a world that is smaller than it ought to be, half is left to be cold.
    working = min(WORKING_SET, len(everybody) // 2)
    rest = everybody[working:]
    share = max(len(rest) // 8, 1)
    return everybody[:working], [rest[place : place + share] for place in range(0, len(rest), share)]
