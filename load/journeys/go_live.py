"""The morning of go-live: what goes wrong when everybody comes for the first time."""

from __future__ import annotations

from load.actors import Actor, Role
from load.browser import Judge, fine, marked
from load.errand import Errand, offers
from load.journeys.signing_in import enter, leave, look_around
from load.page import Page

OTHER_KEYS = ("itsme", "sms", "app", "token")
"""The keys that one activates before one has them; a Belgian eID is one by itself."""

IMPATIENCE = 4
"""How often somebody presses the button again before the page of keys is used (assumed)."""


def forgotten_activation(errand: Errand) -> None:
    """Somebody chooses a key that he never activated, is told so, and comes back with his own."""
    actor = errand.draw(Role.EMPLOYEE)
    while not (never := [key for key in OTHER_KEYS if key not in actor.keys]):
        actor = errand.draw(Role.EMPLOYEE)
    errand.browser.open(errand.places.kiosk("/aanmelden"))
    errand.prove_in_vain(actor, never[0])
    enter(errand, actor, errand.identity(actor))
    leave(errand)


def right_not_granted(errand: Errand) -> None:
    """An employee misses his organisation on the choice page, asks why, and is told what is missing."""
    actor = errand.draw(Role.EMPLOYEE_WITHOUT_RIGHT)
    identity = errand.identity(actor)
    errand.browser.open(errand.places.kiosk("/aanmelden"))
    errand.prove(actor, does_not_offer(actor, identity))
    errand.browser.press("Toon waarom", marked("allowed", "no"), organisatie=identity.partition(":")[2])


def retry_storm(errand: Errand) -> None:
    """Somebody presses the button again and again; the last sign-in of all has to work."""
    actor = errand.draw(Role.LEGAL_REPRESENTATIVE)
    for _ in range(IMPATIENCE):
        errand.browser.open(errand.places.kiosk("/aanmelden"))
    enter(errand, actor, errand.identity(actor))
    # The screen is asked again and again as well, and each time it is that of the applicant.
    for _ in range(IMPATIENCE):
        errand.browser.open(errand.places.kiosk("/dossiers"), marked("applicant"))
    leave(errand)


def switch_of_organisation(errand: Errand) -> None:
    """Somebody comes as himself, and goes on for his organisation without proving again who he is."""
    actor = errand.draw(Role.LEGAL_REPRESENTATIVE)
    identity = errand.identity(actor)
    enter(errand, actor, "BUR")
    switch(errand, actor, identity)
    look_around(errand)
    leave(errand)


def switch(errand: Errand, actor: Actor, identity: str) -> None:
    """Press the button to act for somebody else, which leads to the choice page of ACM, and choose."""
    errand.browser.press("Wisselen van organisatie", offers(actor, identity))
    errand.choose(actor, identity)


def does_not_offer(actor: Actor, identity: str) -> Judge:
    """Return a judge that wants the choice page without this identity."""

    def judge(page: Page) -> str:
        return fine(page) or ("" if offers(actor, identity)(page) else "offered without a right")

    return judge


JOURNEYS = (forgotten_activation, right_not_granted, retry_storm, switch_of_organisation)
