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
            for system, kinds in _in_order(facts, self._kinds)
            for name, numbered in _in_order(kinds, self._kinds.get(system, {}))
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

    def _kind(self, system: str, name: str) -> FactKind[Any]:
        try:
            return self._kinds[system][name]
        except KeyError:
            known = ", ".join(f"{one}/{kind}" for one, kinds in self._kinds.items() for kind in kinds)
            raise NotFound(f"Er is geen soort feit ‘{system}/{name}’; wel: {known}.") from None


def _in_order(given: Mapping[str, Any], known: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """Return what was given in the order of what is known: what others build on comes first.

    A file may be sorted in any way.
    """
    places = {name: place for place, name in enumerate(known)}
    return sorted(given.items(), key=lambda item: places.get(item[0], 0))
