"""Persons in IDM: what was taken from the Rijksregister, what the administrator added, and the workflow."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from mocks.core.brussels import BRUSSELS
from mocks.core.identifiers import Insz
from mocks.idm.errors import MalformedWorkflow

SOURCE = "VKBP"
"""What the screen shows under the data from the register: "Bron: VKBP" (seed 004)."""


LONG_SINCE = datetime(2000, 1, 1, tzinfo=BRUSSELS)
"""Since when somebody is Actief who was put so: on whatever day the clock of the world is set."""


class Status(StrEnum):
    """Where the workflow of a person stands.  *Bron*: "Status werkstroom" (seed 004)."""

    PENDING = "In afwachting"
    ACTIVE = "Actief"


@dataclass(frozen=True)
class Registered:
    """A person as the Rijksregister states it.

    Attributes:
        belgian_eid: whether the person holds a Belgian identity card.
        deceased_on: the day of death, or None.
    """

    insz: Insz
    given_name: str
    family_name: str
    birth_date: date | None
    sex: str | None
    belgian_eid: bool
    deceased_on: date | None

    @property
    def full_name(self) -> str:
        """First name and surname."""
        return f"{self.given_name} {self.family_name}"

    def deceased(self, today: date) -> bool:
        """Whether the person has died by ``today``."""
        return self.deceased_on is not None and self.deceased_on <= today


@dataclass(frozen=True)
class Person:
    """A person in IDM.

    Attributes:
        insz: national number or BIS number.
        given_name: first name, from the register.
        family_name: surname, from the register.
        birth_date: from the register, None when unknown.
        sex: M, F or None, from the register.
        nickname: "Roepnaam".
        initials: "Initialen".
        reason: "Reden", why the person was added.
        added_at: when.
        active_from: the moment from which the status is Actief; None while the workflow waits for a step.
    """

    insz: Insz
    given_name: str
    family_name: str
    birth_date: date | None
    sex: str | None
    nickname: str | None
    initials: str | None
    reason: str | None
    added_at: datetime
    active_from: datetime | None

    @property
    def full_name(self) -> str:
        """First name and surname."""
        return f"{self.given_name} {self.family_name}"

    def status(self, now: datetime) -> Status:
        """Return where the workflow stands at a moment."""
        active = self.active_from is not None and self.active_from <= now
        return Status.ACTIVE if active else Status.PENDING


class Mode(StrEnum):
    """When a person who was added becomes Actief."""

    AT_ONCE = "at_once"
    DELAY = "delay"
    STEPPED = "stepped"


@dataclass(frozen=True)
class Workflow:
    """The setting ``idm.workflow`` of a world.

    *Bron*: "In afwachting" right after adding, then "Actief" (seed 004): in reality this takes a while.
    """

    mode: Mode = Mode.AT_ONCE
    seconds: int = 60

    @classmethod
    def of(cls, setting: Mapping[str, Any] | None) -> Workflow:
        """Read the setting of a world."""
        return cls(Mode(setting["mode"]), int(setting["seconds"])) if setting else cls()

    def __post_init__(self) -> None:
        """Refuse a delay without sense."""
        if not 0 <= self.seconds <= 366 * 86_400:
            raise MalformedWorkflow("Een vertraging duurt van 0 seconden tot een jaar.")

    @property
    def setting(self) -> dict[str, Any]:
        """Return what is kept as ``idm.workflow``."""
        return {"mode": self.mode.value, "seconds": self.seconds}

    def active_from(self, now: datetime) -> datetime | None:
        """Return from when a person added ``now`` is Actief, or None when a step decides."""
        if self.mode is Mode.STEPPED:
            return None
        return now + timedelta(seconds=self.seconds) if self.mode is Mode.DELAY else now


def search_key(text: str) -> str:
    """Return a text as it is compared: without capitals, accents, or more than one space in a row."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(sign if sign.isalnum() else " " for sign in plain if not unicodedata.combining(sign))
    return " ".join(letters.split())[:200]
