"""How the API writes mandates, parties, histories and what came of several at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from mocks.ssm.backend import Parties
from mocks.ssm.domain.agents import Agent
from mocks.ssm.domain.catalogue import MandateType
from mocks.ssm.domain.history import Entry
from mocks.ssm.domain.mandates import Mandate, Signature
from mocks.ssm.domain.parties import Party
from mocks.ssm.domain.views import Outcome, Page

ItemT = TypeVar("ItemT")


class Writer:
    """Writes mandates, each name being asked once per answer."""

    def __init__(self, parties: Parties, today: date) -> None:
        """Write as things are on ``today``."""
        self._parties = parties
        self._today = today
        self._names: dict[Party, str] = {}

    def mandate(self, one: Mandate) -> dict[str, Any]:
        """Write a mandate."""
        return {
            "number": str(one.number),
            "type": one.type.key,
            "type_name": one.type.name,
            **self._party("mandator", one.mandator),
            **self._party("holder", one.holder),
            "status": one.status(self._today).value,
            "begin": one.period.begin.isoformat(),
            "end": _day(one.end),
            "works_from": _day(one.works_from),
            "works_today": one.works_on(self._today),
            "created_on": one.creation.at.date().isoformat(),
            "created_by": _text(one.creation.by),
            "created_for": str(one.creation.party),
            "signed_by_mandator_on": _signed(one.mandator_signature),
            "signed_by_holder_on": _signed(one.holder_signature),
            "stopped_on": _day(one.stop.day if one.stop is not None else None),
            "stop_reason": one.stop.reason if one.stop is not None else None,
            "successor": _text(one.successor),
            "replaces": _text(one.replaces),
            "changed_on": one.changed_on.isoformat(),
            "revision": one.revision,
        }

    def outcome(self, one: Outcome) -> dict[str, Any]:
        """Write what came of one of several."""
        return {
            "number": str(one.number),
            "done": one.mandate is not None,
            "mandate": self.mandate(one.mandate) if one.mandate is not None else None,
            "code": one.code or None,
            "sentence": one.sentence,
        }

    def _party(self, side: str, party: Party) -> dict[str, str]:
        if party not in self._names:
            self._names[party] = self._parties.name(party)
        return {side: str(party), f"{side}_kind": party.kind.value, f"{side}_name": self._names[party]}


def page(name: str, found: Page[ItemT], write: Callable[[ItemT], dict[str, Any]]) -> dict[str, Any]:
    """Write a piece of a list."""
    return {name: [write(item) for item in found.items], "next": found.next}


def mandate_type(one: MandateType, today: date) -> dict[str, Any]:
    """Write a mandate type."""
    return {
        "key": one.key,
        "name": one.name,
        "elokets": list(one.elokets),
        "target_groups": list(one.target_groups),
        "available_from": _day(one.available_from),
        "available": one.available(today),
    }


def agent(one: Agent) -> dict[str, Any]:
    """Write a party for which somebody may act, and why."""
    return {
        "party": str(one.party),
        "kind": one.party.kind.value,
        "name": one.file.name,
        "target_group": one.file.target_group,
        "ground": one.ground.value,
    }


def entry(one: Entry) -> dict[str, Any]:
    """Write a line of the history."""
    return {
        "number": one.number,
        "at": one.at.isoformat(),
        "action": one.event.action.value,
        "mandate": str(one.event.mandate),
        "actor": one.event.actor,
        "actor_name": one.event.actor_name,
        "party": one.event.party,
        "detail": one.event.detail,
    }


def _signed(signature: Signature | None) -> str | None:
    return _day(signature.day if signature is not None else None)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _text(value: object) -> str | None:
    return str(value) if value is not None else None
