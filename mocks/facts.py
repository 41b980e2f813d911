"""All facts of a world, exported and loaded, whatever authority holds them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mocks.core.control import FactKind, parse
from mocks.core.errors import NotFound
from mocks.core.visit import Visit
from mocks.core.worlds import copied

Kinds = Mapping[str, Mapping[str, FactKind[Any]]]
"""Every kind of fact, by system and name."""


class Facts:
    """Every fact of a world, out and in (a :class:`~mocks.stage.company.FactBook`)."""

    def __init__(self, kinds: Kinds) -> None:
        """Give and take facts of these kinds."""
        self._kinds = kinds

    def export(self, visit: Visit) -> dict[str, dict[str, dict[str, Any]]]:
        """Return all facts by system, kind and number."""
        return {
            system: {
                name: {
                    number: found.model_dump(mode="json")
                    for number in kind.numbers(visit)
                    if (found := kind.get(visit, number)) is not None
                }
                for name, kind in kinds.items()
            }
            for system, kinds in self._kinds.items()
        }

    def load(self, visit: Visit, facts: Mapping[str, Any]) -> int:
        """Put facts as exported; return how many.

        Everything is put in a copy of the world first, so that a file with a fault changes nothing.

        Raises:
            Refusal: when a system, kind or member is unknown or does not fit.
        """
        read = [
            (kind, str(number), parse(kind.body, members))
            for system, kinds in sorted(facts.items(), key=lambda item: self._place(item[0]))
            for name, numbered in kinds.items()
            for kind in (self._kind(system, name),)
            for number, members in numbered.items()
        ]
        visit.close()
        rehearsal = Visit(visit.house, copied(visit.world))
        for one in (rehearsal, visit):
            for kind, number, body in read:
                kind.put(one, number, body)
        rehearsal.close()
        return len(read)

    def _place(self, system: str) -> int:
        """Return when a system has its turn: what others build on comes first, however a file is sorted."""
        return list(self._kinds).index(system) if system in self._kinds else 0

    def _kind(self, system: str, name: str) -> FactKind[Any]:
        try:
            return self._kinds[system][name]
        except KeyError:
            known = ", ".join(f"{one}/{kind}" for one, kinds in self._kinds.items() for kind in kinds)
            raise NotFound(f"Er is geen soort feit ‘{system}/{name}’; wel: {known}.") from None
