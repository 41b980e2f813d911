"""The page of the stage: what runs where, the cast with one-click sign-in, and the clock."""

from __future__ import annotations

from urllib.parse import urlencode

from flask import Blueprint, render_template

from mocks.core.addresses import SYSTEMS
from mocks.core.shell import current_visit
from mocks.core.visit import Visit
from mocks.stage.company import Company, Identity

_DOORS = (
    ("kiosk", "KIOSK", "/aanmelden"),
    ("kiosk-beoordelaar", "KIOSK als beoordelaar", "/beoordelen/aanmelden"),
)
"""The doors of KIOSK: client of ACM, what the button says, and where one signs in."""


def add(room: Blueprint, company: Company) -> None:
    """Add the dashboard."""

    @room.get("/")
    def dashboard() -> str:
        """Show what runs where and who can sign in."""
        visit = current_visit()
        systems = [
            {
                "key": system.key,
                "title": system.title,
                "url": visit.url(system.key, system.door),
                "address": visit.url(system.key),
                "sentence": system.about,
                "health": visit.url(system.key, "/health"),
                "answers": _answers(visit, system.key),
            }
            for system in SYSTEMS.values()
            if system.key not in {"stage", "fas"}
        ]
        people = [
            {
                "key": person.key,
                "name": person.name,
                "number": person.number.display,
                "trait": person.trait,
                "keys": [key.kind for key in person.digital_keys],
                "doors": [
                    _door(visit, person.key, one, *door)
                    for client, *door in _DOORS
                    for one in company.identities(visit, person.number, client)
                ],
            }
            for person in company.cast.people.values()
        ]
        return render_template(
            "stage/dashboard.html",
            systems=systems,
            people=people,
            organisations=company.cast.organisations.values(),
            issuer=visit.url("acm", "/op"),
            worlds=visit.house.worlds.names(),
        )


def _answers(visit: Visit, system: str) -> bool:
    """Return whether a system says that it is well."""
    return visit.house.backchannel.get(visit, visit.url(system, "/health")).status == 200


def _door(visit: Visit, persona: str, identity: Identity, title: str, path: str) -> tuple[str, str]:
    """Return the text and the address of a sign-in at a door of KIOSK with one click."""
    query = {"mock_persona": persona, "mock_identity": identity.key, "mock_route": identity.route}
    whom = "als zichzelf" if identity.code is None else f"namens {identity.name}"
    return f"{title} {whom}", visit.url("kiosk", f"{path}?{urlencode(query)}")
