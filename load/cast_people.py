"""The cast as population: enough for a first run, and for every journey at least one person."""

from __future__ import annotations

import random

from load.actors import Actor, Role
from mocks.cast import Cast, load_cast

_PLAYERS: dict[Role, tuple[tuple[str, str, tuple[str, ...]], ...]] = {
    Role.LEGAL_REPRESENTATIVE: (
        ("jan", "legal_representative", ("de-kade",)),
        ("karel", "legal_representative", ("cijferwijs",)),
        ("an", "legal_representative", ("de-linde",)),
    ),
    Role.EMPLOYEE: (("els", "work_relation", ("de-kade",)), ("greet", "work_relation", ("kapeldorp",))),
    Role.EMPLOYEE_WITHOUT_RIGHT: (
        ("sara", "work_relation", ("de-kade",)),
        ("bram", "work_relation", ("cijferwijs",)),
    ),
    Role.LOCAL_ADMINISTRATOR: (
        ("jan", "legal_representative", ("de-kade",)),
        ("wim", "legal_representative", ("leerpunt",)),
        ("luc", "legal_representative", ("kapeldorp",)),
    ),
    Role.MANDATE_MANAGER: (("mieke", "work_relation", ("de-kade",)),),
    Role.MANDATE_EXECUTOR: (("lotte", "mandate", ("de-kade",)), ("rik", "mandate", ("de-kade",))),
    Role.FOREIGN_PROVIDER: (("sophie", "legal_representative", ("brightwater",)),),
    Role.CITIZEN: (("tom", "person", ()), ("noor", "person", ()), ("olga", "person", ())),
    Role.LOCAL_GOVERNMENT_REPRESENTATIVE: (("luc", "legal_representative", ("kapeldorp",)),),
    Role.ASSESSOR: (("bart", "work_relation", ("de-linde",)),),
}
"""Who plays what: person, way, organisations.  *Bron*: the traits of the cast."""

_MANDATE_HOLDER = "cijferwijs"


class CastPopulation:
    """The personages, by the roles that they play."""

    def __init__(self, cast: Cast | None = None) -> None:
        """Take the personages of ``cast``, or the shipped ones."""
        self._cast = cast or load_cast()

    def draw(self, role: Role, rng: random.Random) -> Actor:
        """Return a personage in this role."""
        key, route, organisations = rng.choice(_PLAYERS[role])
        person = self._cast.people[key]
        named = [self._cast.organisations[one] for one in organisations]
        return Actor(
            number=str(person.number),
            name=person.name,
            keys=tuple(str(one.kind) for one in person.digital_keys),
            identities=tuple(f"{one.target_group}:{one.code}" for one in named) or ("BUR",),
            route=route,
            holder=str(self._cast.organisations[_MANDATE_HOLDER].number) if route == "mandate" else None,
            organisation=str(named[0].number) if named else None,
        )
