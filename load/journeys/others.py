"""The others: the provider from abroad, the external assessor, and who comes on the closed day."""

from __future__ import annotations

from load.actors import Role
from load.browser import closed, either, marked, reads, told
from load.errand import Errand


def foreign_provider_enters(errand: Errand) -> None:
    """A provider from abroad comes to the kmo-portefeuille with her app; without a right she is told so."""
    actor = errand.draw(Role.FOREIGN_PROVIDER)
    identity = errand.identity(actor)
    browser = errand.browser
    browser.open(errand.places.mock("kmo-portefeuille", "/dienstverlener/aanmelden"))
    page = errand.prove(actor)
    inside = reads("Namens wie")
    offered = page.button("identity", f"{identity}/")
    if offered:
        browser.press('name="identity"', inside, identity=offered)
    elif "Namens wie" not in page.text:
        browser.press("Toon waarom", marked("allowed", "no"), organisatie=identity.partition(":")[2])


def assessor_reads_dossiers(errand: Errand) -> None:
    """An external assessor sees the dossiers that are assigned to him, by a door of his own."""
    actor = errand.draw(Role.ASSESSOR)
    identity = errand.identity(actor)
    browser = errand.browser
    browser.open(errand.places.kiosk("/beoordelen/aanmelden"))
    page = errand.prove(actor)
    offered = page.button("identity", f"{identity}/")
    if offered:
        page = browser.press('name="identity"', marked("assessor"), identity=offered)
    first = page.link("KD-")
    if first:
        browser.open(first, either(marked("assessor"), told("not-assigned")))


def somebody_comes_on_the_closed_day(errand: Errand) -> None:
    """On 26 April KIOSK is closed for the migration, and says so and until when."""
    errand.browser.open(errand.places.kiosk("/aanmelden"), closed)


JOURNEYS = (foreign_provider_enters, assessor_reads_dossiers, somebody_comes_on_the_closed_day)
