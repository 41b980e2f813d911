"""How the members of a statement become facts: days, periods, and the work relations of IDM."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from mocks.acm.domain.facts import UserRight, WorkRelation
from mocks.core.clock import Period


def relation_of(one: Mapping[str, Any]) -> WorkRelation:
    """Return a work relation as IDM states it."""
    return WorkRelation(
        organisation=one["organisation"],
        category=one["category"],
        period=period_of(one["begin"], one["end"]),
        rights=tuple(
            UserRight(
                name=right["right"],
                token_code=right["token_code"],
                contexts=tuple(right["contexts"]),
                period=period_of(right["begin"], right["end"]),
                revoked_on=day_of(right["revoked_on"]),
                profile=right["profile"],
                needs_activation=right["needs_activation"],
                activation=period_of(**right["activation"]) if right["activation"] is not None else None,
                withdrawn_contexts=tuple(right["withdrawn_contexts"]),
            )
            for right in one["rights"]
        ),
    )


def day_of(text: Any) -> date | None:  # noqa: ANN401  # a member of a JSON document
    """Return a day as a statement writes it, or None."""
    return date.fromisoformat(text) if text is not None else None


def period_of(begin: str, end: str | None) -> Period:
    """Return the days from ``begin`` to ``end``; no end is an open one."""
    return Period(date.fromisoformat(begin), day_of(end))
