"""What IDM states of a person: dated facts, never a verdict for today."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from mocks.idm.domain.people import Person
from mocks.idm.domain.rights import Activations, UserRight, activation_of
from mocks.idm.domain.views import RelationFile


def work_relation_facts(
    person: Person, relations: Sequence[RelationFile], activations: Activations, now: datetime
) -> dict[str, Any]:
    """Return the status of a person and all work relations with all rights, passed ones included.

    ``status`` is that of the moment: the version rises when a delayed workflow ends, so that no receiver
    keeps it longer.  ``contexts`` are those of the granted ones that are activated, within the dates of
    ``activation``; what was granted besides stands in ``withdrawn_contexts`` and gives nothing.
    """
    return {
        "status": person.status(now).value,
        "active_from": person.active_from.isoformat() if person.active_from else None,
        "work_relations": [
            {
                "number": str(one.relation.number),
                "organisation": str(one.relation.number.organisation),
                "target_group": one.relation.target_group,
                "category": one.relation.category.value,
                "begin": one.relation.period.begin.isoformat(),
                "end": one.relation.end.isoformat(),
                "rights": [_right_facts(right, activations) for right in one.rights],
            }
            for one in relations
        ],
    }


def _right_facts(right: UserRight, activations: Activations) -> dict[str, Any]:
    needed = right.right.needs_activation
    activation = activation_of(right, activations) if needed else None
    activated = activation.contexts if activation is not None else ()
    contexts = [one for one in right.contexts if not needed or one in activated]
    return {
        "number": str(right.number),
        "right": right.right.name,
        "token_code": right.right.token_code,
        "profile": right.profile,
        "contexts": contexts,
        "begin": right.period.begin.isoformat(),
        "end": right.end.isoformat(),
        "revoked_on": right.revoked_on.isoformat() if right.revoked_on else None,
        "needs_activation": needed,
        "activation": {
            "begin": activation.period.begin.isoformat(),
            "end": activation.period.end.isoformat() if activation.period.end else None,
        }
        if activation is not None
        else None,
        "withdrawn_contexts": [one for one in right.contexts if one not in contexts],
    }
