"""KIOSK by its doors: whose a dossier is, who signed in, and which routes stand behind each door."""

from __future__ import annotations

from dataclasses import dataclass

import requests

NAMES_A_DOSSIER = "number"
"""The parameter of KIOSK's routes that names a dossier by its number."""


@dataclass(frozen=True)
class Door:
    """A door of KIOSK: each has a client of ACM, sessions, and routes of its own.

    Attributes:
        client: its name at ACM.
        sign_in: where one signs in.
        inside: where that leads.
    """

    client: str
    sign_in: str
    inside: str


DOORS = {
    "pages": Door("kiosk", "/aanmelden", "/dossiers"),
    "assessors": Door("kiosk-beoordelaar", "/beoordelen/aanmelden", "/beoordelen/"),
}
"""The doors, by the blueprint of the routes behind each."""


@dataclass(frozen=True)
class Belonging:
    """A dossier, whose it is, and who assesses it since it was submitted."""

    number: str
    applicant: str
    title: str
    assessors: frozenset[str]


@dataclass(frozen=True)
class Session:
    """Somebody who signed in at KIOSK.

    Attributes:
        browser: in which that was.
        door: by which door.
        acting: the code of the applicant for whom the session acts, or of who assesses.
        form: what the forms carry, whatever else they ask.
    """

    browser: requests.Session
    door: str
    acting: str
    form: dict[str, str]

    def may_see(self, dossier: Belonging) -> bool:
        """Return whether a dossier is this session's to see."""
        if self.door == "assessors":
            return self.acting in dossier.assessors
        return dossier.applicant == self.acting


@dataclass(frozen=True)
class Route:
    """A route of KIOSK, behind one of its doors."""

    door: str
    method: str
    rule: str

    def at(self, number: str) -> str:
        """Return the path of the route for a dossier."""
        return self.rule.replace(f"<{NAMES_A_DOSSIER}>", number)
