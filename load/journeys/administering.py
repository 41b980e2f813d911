"""Setting up rights from half March on: appoint in BTB, then add, couple and grant in IDM."""

from __future__ import annotations

from load.actors import Actor, Role
from load.browser import either, marked, reads, told
from load.errand import Errand

CONTACT = {"phone": "+3212345678", "email": "iemand@post.example"}
RIGHT = "kiosk-aanvrager"

ALREADY = told("already-appointed", "replacement-unconfirmed")
"""The enterprise has its main access manager: at most one legal representative is the first."""


def legal_representative_appoints(errand: Errand) -> None:
    """A legal representative appoints the main access manager, or is told that there is one."""
    actor, appointee = errand.draw(Role.LEGAL_REPRESENTATIVE), errand.draw(Role.CITIZEN)
    given_name, _, family_name = appointee.name.partition(" ")
    errand.browser.open(errand.places.mock("csam", "/btb"))
    errand.prove(actor)
    errand.browser.follow("Een hoofdtoegangsbeheerder aanstellen")
    errand.browser.press(
        'name="enterprise_number"',
        either(marked("appointment", f"{appointee.number}-main_access_manager"), ALREADY),
        enterprise_number=errand.identity(actor).partition(":")[2],
        number=appointee.number,
        family_name=family_name,
        given_name=given_name,
        **CONTACT,
    )


def local_administrator_grants(errand: Errand) -> None:
    """A local administrator adds a person, couples him and grants him "KIOSK Aanvrager"."""
    actor, employee = errand.draw(Role.LOCAL_ADMINISTRATOR), errand.draw(Role.CITIZEN)
    browser = errand.browser
    browser.open(errand.places.mock("idm", "/aanmelden"))
    errand.prove(actor)
    browser.press('name="organisatie"', marked("tile"), organisatie=actor.organisation or "")
    _add(errand, employee)
    _couple(errand, employee)
    _grant(errand, employee)


def _add(errand: Errand, employee: Actor) -> None:
    """Add a person; who is there already is shown at once."""
    browser = errand.browser
    browser.follow("Nieuwe persoon toevoegen")
    page = browser.press('name="step"', number=employee.number, go="next")
    # Another administrator may add the same person meanwhile, and then he is shown at once as well.
    for judge in (either(reads("Bevestigen"), marked("status")), marked("status")):
        if not page.marked("status"):
            page = browser.press('name="step"', judge, go="next")


def _couple(errand: Errand, employee: Actor) -> None:
    """Couple a person, or be told that he is."""
    browser = errand.browser
    browser.follow("Koppel gebruiker aan organisatie")
    browser.press('name="step"', category="Vaste Medewerker", go="next")
    overlaps = told("work-relation-overlaps")
    page = browser.press('name="step"', either(reads("Bevestigen"), overlaps), go="next", **CONTACT)
    if not page.marked("code"):
        browser.press('name="step"', either(marked("relation"), overlaps), go="next")
    browser.open(errand.places.mock("idm", f"/personen/{employee.number}"), marked("relation"))


def _grant(errand: Errand, employee: Actor) -> None:
    """Grant the right, or be told that he has it; either way it then stands on the page."""
    browser = errand.browser
    browser.follow("Ken gebruikersrecht toe")
    overlaps = told("right-already-granted")
    page = browser.press('name="step"', either(reads('name="step"'), overlaps), right=RIGHT, go="next")
    for judge in (either(reads("Bevestigen"), overlaps), either(marked("right"), overlaps)):
        if not page.marked("code"):
            page = browser.press('name="step"', judge, go="next")
    browser.open(errand.places.mock("idm", f"/personen/{employee.number}"), reads(f"-{RIGHT}-"))


JOURNEYS = (legal_representative_appoints, local_administrator_grants)
