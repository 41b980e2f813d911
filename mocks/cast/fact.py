"""A fact of the cast, and how the number of its subject and its days are found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from mocks.cast import Cast, resolve


@dataclass(frozen=True)
class Fact:
    """One ``PUT /<system>/_mock/<kind>/<number>`` with its body."""

    system: str
    kind: str
    number: str
    members: dict[str, Any]


def number_of(cast: Cast, key: str) -> str:
    """Return the number, or the code, of a member of the cast by its key."""
    associations = {one.key: one.code for one in cast.associations}
    if key in associations:
        return associations[key]
    if key in cast.organisations:
        return cast.organisation(key).code
    return str(cast.person(key).number)


def day_of(expression: str | None, start: date) -> str | None:
    """Return a day of the cast in a world that starts on ``start``, as JSON has it."""
    return resolve(expression, start).isoformat() if expression is not None else None
