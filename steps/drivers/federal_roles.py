"""The driver of the federal role administration: grant and revoke, over its pages behind FAS."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from steps.drivers.answer import Answer
from steps.drivers.fas import prove

if TYPE_CHECKING:
    from collections.abc import Callable

    from mocks.cast import CastOrganisation, Personage
    from steps.drivers.browser import Browser, Page
    from steps.wires import Wire


@dataclass(frozen=True)
class RolesAnswer(Answer):
    """What a person saw in the role administration."""

    @property
    def says_that_it_opens_no_eloket(self) -> bool:
        """Whether the page says that a federal role gives nothing at a Flemish e-loket."""
        return "Vlaams e-loket" in self.page.text


class FederalRoles:
    """Persons at the role administration: each in a browser of their own, in which they stay signed in."""

    def __init__(self, wire: Wire, browsers: Callable[[], Browser]) -> None:
        """Let nobody be signed in; ``browsers`` opens a browser for whoever comes."""
        self._wire = wire
        self._browsers = browsers
        self._seats: dict[str, Browser] = {}

    def ask_to_grant(self, actor: Personage, organisation: CastOrganisation) -> RolesAnswer:
        """Open the form that grants a role."""
        browser = self._seat(actor)
        return RolesAnswer(self._go(browser, organisation, "Een federale rol toekennen", "toekennen"))

    def grant(
        self, actor: Personage, organisation: CastOrganisation, person: Personage, role: str
    ) -> RolesAnswer:
        """Fill in whom to grant which role, and press the button; it begins today and has no end."""
        asked = self.ask_to_grant(actor, organisation)
        if asked.code:
            return asked
        return RolesAnswer(self._seat(actor).press("Toekennen", role=role, number=person.number.display))

    def revoke(
        self, actor: Personage, organisation: CastOrganisation, person: Personage, role: str
    ) -> RolesAnswer:
        """Revoke a role and confirm that."""
        browser = self._seat(actor)
        label = f"Intrekken – {person.name}"
        asked = RolesAnswer(self._go(browser, organisation, label, f"intrekken/{person.number}/{role}"))
        return asked if asked.code else RolesAnswer(browser.press("Ja, intrekken"))

    def _go(self, browser: Browser, organisation: CastOrganisation, label: str, path: str) -> Page:
        """Follow a link of the page of an enterprise; who finds none there types its address."""
        address = self._wire.url("csam", f"/rollen/ondernemingen/{organisation.code}")
        page = browser.open(address)
        if any(text.startswith(label) for text, _ in page.links):
            return browser.follow(label)
        return browser.open(f"{address}/{path}")

    def _seat(self, person: Personage) -> Browser:
        """Return the browser of a person, who signs in at FAS when coming for the first time."""
        if person.key not in self._seats:
            browser = self._browsers()
            browser.open(self._wire.url("csam", "/rollen"))
            prove(browser, person)
            self._seats[person.key] = browser
        return self._seats[person.key]
