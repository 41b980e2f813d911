"""How the members of a statement become facts; values that nobody changes, as they are read once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from mocks.acm.domain.facts import (
    Appointment,
    DigitalKey,
    Employment,
    Function,
    Mandate,
    UserRight,
    WorkRelation,
)
from mocks.core.clock import Period

Stated = Mapping[str, Any] | None
"""The facts of a statement; None when the authority knows nothing."""


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


def keys_in(facts: Stated) -> tuple[DigitalKey, ...]:
    """Return the digital keys that a statement of CSAM names."""
    facts = facts or {"keys": []}
    return tuple(
        DigitalKey(
            kind=key["kind"],
            period=period_of(key["begin"], key["end"]) if key["begin"] else None,
            ended_by=key["ended_by"],
        )
        for key in facts["keys"]
    )


def functions_in(facts: Stated) -> tuple[Function, ...]:
    """Return the functions that a statement of KBO names."""
    facts = facts or {"functions": []}
    return tuple(
        Function(
            organisation=one["enterprise_number"],
            label=one["label"],
            representing=one["representing"],
            period=period_of(one["begin"], one["end"]),
            through=one["through"],
        )
        for one in facts["functions"]
    )


def employment_in(facts: Stated) -> Employment | None:
    """Return what a statement of IDM says of a person, or None when it knows nobody."""
    if facts is None:
        return None
    return Employment(facts["status"], tuple(relation_of(one) for one in facts["work_relations"]))


def appointments_in(facts: Stated) -> tuple[Appointment, ...]:
    """Return the appointments that a statement of BTB names."""
    facts = facts or {"appointments": []}
    return tuple(
        Appointment(
            organisation=one["enterprise_number"],
            role=one["role"],
            domain=one["domain"],
            period=period_of(one["begin"], one["end"]) if one["begin"] else None,
        )
        for one in facts["appointments"]
    )


def mandates_in(facts: Stated) -> tuple[Mandate, ...]:
    """Return the mandates that a statement of SSM names."""
    facts = facts or {"mandates": []}
    return tuple(
        Mandate(
            type=one["type"],
            type_name=one["type_name"],
            mandator=one["mandator"],
            holder=one["holder"],
            signed_by_mandator=day_of(one["signed_by_mandator_on"]),
            signed_by_holder=day_of(one["signed_by_holder_on"]),
            period=period_of(one["begin"], one["end"]),
            stopped_on=day_of(one["stopped_on"]),
        )
        for one in facts["mandates"]
    )
