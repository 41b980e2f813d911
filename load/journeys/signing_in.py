"""Signing in at KIOSK over the pages: the legal representative, the employee, the municipality, oneself."""

from __future__ import annotations

from load.actors import Actor, Role
from load.browser import marked, reads
from load.errand import Errand, offers
from load.page import Page


def enter(errand: Errand, actor: Actor, identity: str) -> Page:
    """Sign in at KIOSK over the pages, and take an identity."""
    errand.browser.open(errand.places.kiosk("/aanmelden"))
    errand.prove(actor, offers(actor, identity))
    return errand.choose(actor, identity)


def look_around(errand: Errand) -> None:
    """Open the list of dossiers, and the first dossier that stands in it."""
    page = errand.browser.open(errand.places.kiosk("/dossiers"), marked("applicant"))
    first = page.link("KD-")
    if first:
        errand.browser.open(first, reads("KD-"))


def leave(errand: Errand) -> None:
    """Sign out."""
    errand.browser.press("Afmelden", reads("Opnieuw aanmelden"))


def visit(errand: Errand, role: Role) -> None:
    """Sign in, look around and sign out."""
    actor = errand.draw(role)
    enter(errand, actor, errand.identity(actor))
    look_around(errand)
    leave(errand)


def legal_representative_signs_in(errand: Errand) -> None:
    """A legal representative comes by the KBO alone."""
    visit(errand, Role.LEGAL_REPRESENTATIVE)


def employee_signs_in(errand: Errand) -> None:
    """An employee comes by the right "KIOSK Aanvrager"."""
    visit(errand, Role.EMPLOYEE)


def local_government_signs_in(errand: Errand) -> None:
    """A municipality has two ways only, and no mandates."""
    visit(errand, Role.LOCAL_GOVERNMENT_REPRESENTATIVE)


def citizen_signs_in(errand: Errand) -> None:
    """An artist applies in his own name."""
    actor = errand.draw(Role.CITIZEN)
    enter(errand, actor, "BUR")
    look_around(errand)
    leave(errand)


def applicant_tries_whether_rights_work(errand: Errand) -> None:
    """In the test period people sign in to see whether their right works, and look at every screen."""
    actor = errand.draw(errand.rng.choice((Role.LEGAL_REPRESENTATIVE, Role.EMPLOYEE)))
    enter(errand, actor, errand.identity(actor))
    errand.browser.open(errand.places.kiosk("/"), reads("Wisselen van organisatie"))
    for path in ("/dossiers", "/contactgegevens", "/profiel"):
        errand.browser.open(errand.places.kiosk(path), marked("applicant"))
    leave(errand)


JOURNEYS = (
    legal_representative_signs_in,
    employee_signs_in,
    local_government_signs_in,
    citizen_signs_in,
    applicant_tries_whether_rights_work,
)
