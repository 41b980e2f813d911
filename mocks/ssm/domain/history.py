"""The history: what happened to a mandate, who did it, when, and for which party."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mocks.ssm.domain.mandates import MandateNumber


class Action(StrEnum):
    """What happened, by the labels of the source where it has one.

    *Bron*: aanmaak, in afwachting van ondertekening and opstarten (financien.belgium.be); the rest is ours.
    """

    CREATED = "aanmaak"
    AWAITS = "in afwachting van ondertekening"
    SIGNED = "ondertekend"
    STARTED = "opstarten"
    CHANGED = "gewijzigd"
    TRANSFER = "overdracht"
    STOPPED = "stopgezet"


@dataclass(frozen=True)
class Event:
    """A line of the history before it is written.

    Attributes:
        action: what happened.
        mandate: to which mandate.
        mandator: the number of its mandator.
        holder: the number of its holder.
        actor: the number of who did it; empty where the scene was set.
        actor_name: the name of who did it.
        party: the number of the party for whom; empty where the scene was set.
        detail: what changed, in Dutch.
    """

    action: Action
    mandate: MandateNumber
    mandator: str
    holder: str
    actor: str
    actor_name: str
    party: str
    detail: str


@dataclass(frozen=True)
class Entry:
    """A line of the history: what happened, and when by the world's clock."""

    number: int
    at: datetime
    event: Event
