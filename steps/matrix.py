"""The matrix of sign-ins: every personage at every e-loket, with every key, on the days that matter.

It is played on the cast as the default world starts, with the clock moved from day to day, and told in the
report.  What it should be, an oracle says that knows nothing of ACM.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Any

from mocks.acm.domain.eloket import ROUTE_TITLES
from mocks.acm.domain.means import MEANS

if TYPE_CHECKING:
    from mocks.acm.backend.explain import Attempt
    from mocks.acm.domain.eloket import Eloket
    from mocks.acm.domain.verdict import Identity, Verdict

PROPERTY = "sign_in_matrix"
"""Under which name the matrix travels from the test that plays it to the report."""

DAYS = (
    date(2021, 3, 14),
    date(2021, 3, 24),
    date(2021, 4, 25),
    date(2021, 4, 26),
    date(2021, 4, 27),
    date(2024, 6, 1),
)
"""Before and after rights can be set up, around the go-live, and after the end of the federal token."""

NOTHING_THERE = (
    "Het e-loket ",
    "De persoon heeft een functie ",
    "De persoon heeft een werkrelatie ",
    "Er is een mandaat ",
)
"""How a check begins that says only that the e-loket has no such way, or the person nothing on it."""

Way = tuple[str, str, str | None, str | None]
"""Route, target group, on whose behalf, and through which holder."""


@dataclass
class Cell:
    """A day of a row: the keys with which one signs in.

    Without any, the check that fails for the strongest of the keys that come furthest, and on which fact.
    """

    keys: list[str] = field(default_factory=list)
    check: str = ""
    fact: str = ""
    depth: int = 0

    def note(self, key: str, verdict: Verdict) -> None:
        """Add what became of one key."""
        if verdict.offered:
            self.keys.append(key)
        elif verdict.failed is not None and len(verdict.checks) > self.depth:
            self.check, self.fact = verdict.failed.check, verdict.failed.fact
            self.depth = len(verdict.checks)

    @property
    def says_something(self) -> bool:
        """Whether it says more than that there is no such way for this person."""
        return bool(self.keys) or not self.check.startswith(NOTHING_THERE)


@dataclass
class Row:
    """A personage at an e-loket, on somebody's behalf by one way; one cell a day."""

    who: str
    on_behalf_of: str
    route: str
    cells: dict[date, Cell] = field(default_factory=dict)

    def stretches(self) -> list[dict[str, Any]]:
        """Return the cells as plain data; days on end that say the same stand in one, with their number."""
        told = (
            {
                "keys": cell.keys,
                "check": "" if cell.keys else cell.check,
                "fact": "" if cell.keys else cell.fact,
            }
            for cell in (self.cells[day] for day in DAYS)
        )
        return [{**cell, "days": len(list(same))} for cell, same in groupby(told)]


@dataclass
class Door:
    """An e-loket and whoever comes to it."""

    eloket: Eloket
    rows: dict[tuple[str, Way], Row] = field(default_factory=dict)


@dataclass
class Matrix:
    """The table, and for the comparison every way in by day, e-loket, personage and key."""

    doors: dict[str, Door] = field(default_factory=dict)
    ways: dict[tuple[date, str, str, str], set[Way]] = field(default_factory=dict)

    def note(self, day: date, persona: str, who: str, attempt: Attempt) -> None:
        """Add what became of a personage with one key at one e-loket on one day."""
        eloket, key = attempt.eloket, attempt.key
        offered = {way_of(one) for one in attempt.decision.identities}
        self.ways[day, eloket.client_id, persona, key] = offered
        door = self.doors.setdefault(eloket.client_id, Door(eloket))
        for verdict in attempt.decision.verdicts:
            # Who enters IDM as an administrator enters it as the person that he is.
            if verdict.route != "administrator":
                identity = verdict.identity
                route = ROUTE_TITLES[identity.route]
                row = door.rows.setdefault(
                    (persona, way_of(identity)), Row(who, _on_behalf_of(identity), route)
                )
                row.cells.setdefault(day, Cell()).note(key, verdict)

    def to_plain(self) -> dict[str, Any]:
        """Return the table as plain data for the report."""
        return {
            "days": [day.isoformat() for day in DAYS],
            "keys": {key: means.label for key, means in MEANS.items()},
            "doors": [
                {
                    "client_id": door.eloket.client_id,
                    "title": door.eloket.client_name,
                    "closed": [day.isoformat() for day in DAYS if day in door.eloket.closed_on],
                    "rows": [
                        {
                            "who": row.who,
                            "on_behalf_of": row.on_behalf_of,
                            "route": row.route,
                            "cells": row.stretches(),
                        }
                        for row in door.rows.values()
                        if any(cell.says_something for cell in row.cells.values())
                    ],
                }
                for door in self.doors.values()
            ],
        }


def way_of(identity: Identity) -> Way:
    """Return an identity as the oracle names it."""
    return identity.route, identity.target_group, identity.code, identity.holder_code


def _on_behalf_of(identity: Identity) -> str:
    if identity.code is None:
        return "zichzelf"
    by = f", door {identity.holder.name}" if identity.holder is not None else ""
    return f"{identity.name}{by}"
