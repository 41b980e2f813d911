"""The page that says who could sign in: for one organisation, or for all of them."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, render_template, request, url_for

from mocks.core.api import page_bounds
from mocks.core.clock import parse_date
from mocks.core.shell import current_visit
from mocks.stage.company import Company
from mocks.stage.company.readiness import Organisation, Readiness, Standing
from mocks.stage.control import readiness_told
from mocks.stage.domain.guide import KEYS

ROUTES = {
    "person": "Als zichzelf",
    "legal_representative": "Wettelijk vertegenwoordiger",
    "work_relation": "Werkrelatie met een recht",
    "mandate": "Mandaat",
    "administrator": "Beheerder",
}


def add(room: Blueprint, company: Company) -> None:
    """Add the page."""

    @room.get("/gereedheid")
    def readiness() -> str | Response:
        """Show who could sign in, on the world's day or another one; ours, no real system has it.

        With ``format`` it is told as CSV or JSON from here: a browser has no token for the control room.
        As on the page itself, nobody's national number is among it.
        """
        arguments = request.args
        offset, limit = page_bounds(20)
        day = arguments.get("date")
        found = company.readiness(
            current_visit(), arguments.get("at") or "kiosk", parse_date(day) if day else None
        )
        asked: dict[str, Any] = {"at": found.at, "date": day or None}
        shown = {"readiness": found, "asked": asked, "offset": offset, "limit": limit, "routes": ROUTES}
        whom = arguments.get("voor")
        if arguments.get("format"):
            return readiness_told(found, whom, arguments.get("zoek", "").strip(), numbers=False)
        if whom:
            return _one(found, found.organisation(whom), shown)
        name = arguments.get("zoek", "").strip()
        listed, total = found.search(name, offset, limit)
        return render_template(
            "stage/readiness.html",
            listed=listed,
            total=total,
            name=name,
            csv=url_for("pages.readiness", **asked, zoek=name or None, format="csv"),
            counts=found.summary(name) if total <= limit else None,
            **shown,
        )


def _one(found: Readiness, organisation: Organisation, shown: dict[str, object]) -> str:
    offset, limit = page_bounds(20)
    standing = found.of(organisation, offset, limit)
    asked: dict[str, Any] = {
        "at": found.at,
        "date": request.args.get("date") or None,
        "voor": organisation.number,
    }
    return render_template(
        "stage/readiness_one.html",
        standing=standing,
        rows=[_row(one) for one in standing.people],
        total=standing.total,
        csv=url_for("pages.readiness", **asked, format="csv"),
        json=url_for("pages.readiness", **asked, format="json"),
        **shown,
    )


def _row(one: Standing) -> tuple[str, bool, str, str, str]:
    """Return name, whether the person can, the ways, the key, and what is missing."""
    ways = ", ".join(ROUTES[way.route] for way in one.ways or (one.nearest,))
    key = KEYS[one.key] if one.key is not None else "geen"
    missing = one.missing
    lacks = f"{missing.fact} {missing.repair} (Bron: {missing.source})" if missing is not None else ""
    return one.name, missing is None, ways, key, lacks
