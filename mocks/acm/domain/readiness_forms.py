"""Readiness for a program (JSON members), for a spreadsheet (CSV) and for a person (lines)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from mocks.acm.domain.eloket import ROUTE_TITLES
from mocks.acm.domain.facts import Organisation
from mocks.acm.domain.means import MEANS
from mocks.acm.domain.readiness import Gap, OrganisationReadiness, Standing, Summary
from mocks.acm.domain.verdict import Check, Verdict
from mocks.core.dutch import display

COLUMNS = ("organisatie", "ondernemingsnummer", "persoon", "weg", "open", "reden", "herstel")

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""With what a cell begins that a spreadsheet may run (*Bron*: OWASP, CSV injection)."""


def organisation_members(found: OrganisationReadiness) -> dict[str, Any]:
    """Return an organisation as the control API gives it."""
    return {
        "number": found.organisation.number,
        "name": found.organisation.name,
        "target_group": found.organisation.target_group,
        "ready": found.ready,
        "ways": dict(found.ways),
        "missing": [_gap_members(gap) for gap in found.gaps],
        "people_total": found.total,
        "people": [_standing_members(one) for one in found.people],
    }


def summary_members(summary: Summary) -> dict[str, Any]:
    """Return the counts as the control API gives them."""
    return {
        "organisations": summary.organisations,
        "ready": summary.ready,
        "not_ready": summary.organisations - summary.ready,
        "ways": dict(summary.ways),
        "reasons": dict(summary.reasons.most_common()),
    }


def row(organisation: Organisation, one: Standing) -> tuple[str, ...]:
    """Return the cells of one person of an organisation."""
    ways = "; ".join(ROUTE_TITLES[way.route] for way in one.ways or (one.nearest,))
    first = (organisation.name, display(organisation.number), one.name, ways)
    missing = one.missing
    return (*first, "ja", "", "") if missing is None else (*first, "nee", _reason(missing), missing.repair)


def row_of_nobody(found: OrganisationReadiness) -> tuple[str, ...]:
    """Return the cells of an organisation with which nobody has anything."""
    nobody = found.gaps[0].check
    name, number = found.organisation.name, display(found.organisation.number)
    return (name, number, "", "", "nee", _reason(nobody), nobody.repair)


def csv_line(cells: Iterable[str]) -> str:
    """Return one line of CSV (RFC 4180) in which no cell is a formula."""
    line = io.StringIO()
    csv.writer(line).writerow([_harmless(cell) for cell in cells])
    return line.getvalue()


def organisation_lines(found: OrganisationReadiness) -> Iterator[str]:
    """Give an organisation in Dutch: the verdict, and a line per person."""
    number = display(found.organisation.number)
    yield f"{found.organisation.name} ({number}): {'klaar' if found.ready else 'nog niet klaar'}"
    for one in found.people:
        missing = one.missing
        if missing is None:
            ways = " en ".join(ROUTE_TITLES[way.route] for way in one.ways)
            key = MEANS[one.key].label if one.key else "geen sleutel"
            yield f"  ✓ {one.name}, {ways}, met {key}"
        else:
            yield f"  ✗ {one.name}, {ROUTE_TITLES[one.nearest.route]}: {_reason(missing)}"
            yield f"    Wat helpt: {missing.repair}"
    if not found.total:
        nobody = found.gaps[0].check
        yield f"  ✗ {_reason(nobody)}"
        yield f"    Wat helpt: {nobody.repair}"


def summary_lines(summary: Summary) -> Iterator[str]:
    """Give the counts in Dutch."""
    yield f"Klaar: {summary.ready} van {summary.organisations} organisaties"
    yield from (f"  {ROUTE_TITLES[route]}: {count}" for route, count in summary.ways.most_common())
    yield f"Nog niet klaar: {summary.organisations - summary.ready}"
    yield from (f"  ontbreekt het eerst – {check}: {count}" for check, count in summary.reasons.most_common())


def _standing_members(one: Standing) -> dict[str, Any]:
    missing = one.missing
    return {
        "number": one.number,
        "name": one.name,
        "known_by": list(one.known_by),
        "key": one.key,
        "ready": one.ready,
        "ways": [_way_members(way) for way in one.verdicts],
        "missing": {"route": one.nearest.route, **_check_members(missing)} if missing is not None else None,
    }


def _way_members(way: Verdict) -> dict[str, Any]:
    failed = way.failed
    return {
        "route": way.route,
        "identity": way.identity.key,
        "open": way.allowed,
        "missing": _check_members(failed) if failed is not None else None,
    }


def _gap_members(gap: Gap) -> dict[str, Any]:
    return {**_check_members(gap.check), "people": gap.people}


def _check_members(check: Check) -> dict[str, str]:
    return {"check": check.check, "fact": check.fact, "source": check.source, "repair": check.repair}


def _reason(check: Check) -> str:
    return f"{check.fact.rstrip('.')} (bron: {check.source})."


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.lstrip(" ").startswith(_FORMULA) else cell
