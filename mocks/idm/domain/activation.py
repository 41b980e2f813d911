"""When a right may be activated for an organisation, and whether it is on offer there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from mocks.core.forms import shown
from mocks.idm.domain.catalogue import Right
from mocks.idm.domain.facts import Organisation
from mocks.idm.domain.rights import Activation
from mocks.idm.errors import (
    MalformedContext,
    OrganisationStopped,
    RightNotForTargetGroup,
    TooManyContexts,
)

MOST_CONTEXTS, LONGEST_CONTEXT = 200, 100


def is_activated(right: Right, activation: Activation | None, today: date) -> bool:
    """Return whether a right is on offer as far as activation goes."""
    return not right.needs_activation or (activation is not None and activation.period.holds_on(today))


def check_activation(right: Right, organisation: Organisation, today: date) -> None:
    """Check that a right can be activated for an organisation.

    Raises:
        OrganisationStopped: when it is active no longer.
        RightNotForTargetGroup: when the right is not for its target group.
    """
    if organisation.stopped(today):
        raise OrganisationStopped(
            f"{organisation.name} is volgens de KBO gestopt. Voor een gestopte organisatie wordt niets "
            "geactiveerd."
        )
    require_target_group(right, organisation)


def checked_contexts(names: Sequence[str]) -> tuple[str, ...]:
    """Return contexts that can be activated, each once, in their order.

    Raises:
        MalformedContext: when one cannot be a context.
        TooManyContexts: when there are too many.
    """
    contexts = tuple(dict.fromkeys(names))
    if len(contexts) > MOST_CONTEXTS:
        raise TooManyContexts(f"Een recht heeft hoogstens {MOST_CONTEXTS} contexten, niet {len(contexts)}.")
    for one in contexts:
        # The forms and the bulk file write several of them with a line between.
        if one != one.strip() or not one.isprintable() or not 0 < len(one) <= LONGEST_CONTEXT or "|" in one:
            raise MalformedContext(
                f"‘{shown(one)}’ kan geen context zijn: schrijf één regel van hoogstens {LONGEST_CONTEXT} "
                "tekens, zonder |."
            )
    return contexts


def require_target_group(right: Right, organisation: Organisation) -> None:
    """Check that a right is for organisations of this target group.

    Raises:
        RightNotForTargetGroup: when it is not.
    """
    group = organisation.target_group
    if group not in right.target_groups:
        raise RightNotForTargetGroup(
            f"‘{right.name}’ is voor organisaties van doelgroep {', '.join(right.target_groups)}; "
            f"{organisation.name} valt onder {group}."
        )
