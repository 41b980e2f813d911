"""The driver of the kmo-portefeuille: its three doors, the services, and the desk of the service."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from steps.drivers.answer import Answer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mocks.cast import CastOrganisation, Personage
    from steps.drivers.browser import Browser
    from steps.wires import Wire

CONTACT = {
    "name": "Gerda Gents",
    "email": "gent@leerpunt.example",
    "phone": "+3292345678",
    "account": "BE71096123456769",
}
"""A contact person and an account number that nothing else has."""


@dataclass(frozen=True)
class KmoAnswer(Answer):
    """What a person saw at the kmo-portefeuille."""

    @property
    def inside(self) -> bool:
        """Whether one is behind a door."""
        return "Namens wie" in self.page.text and not self.code

    @property
    def kept(self) -> dict[str, str]:
        """What stands in the form of a service."""
        form = next(form for form in self.page.forms if "account" in form.fields)
        return {name: form.fields[name] for name in CONTACT}


class Kmo:
    """Persons at the kmo-portefeuille: each in a browser of their own."""

    def __init__(self, wire: Wire, browsers: Callable[[], Browser]) -> None:
        """Let nobody be signed in; ``browsers`` opens a browser for whoever comes."""
        self._wire = wire
        self._browsers = browsers
        self._seats: dict[str, Browser] = {}

    def enter(self, person: Personage, door: str, organisation: CastOrganisation) -> KmoAnswer:
        """Choose a door and act for an organisation."""
        address = self._wire.url("kmo-portefeuille", f"/{door}/aanmelden")
        identity = f"{organisation.target_group}:{organisation.code}"
        page = self._seat(person).open(address, mock_persona=person.key, mock_identity=identity)
        return KmoAnswer(page)

    def service(self, person: Personage, kind: str, department: str) -> KmoAnswer:
        """Type the address of a service of a department."""
        path = f"/departementen/diensten/{kind}/{department}"
        return KmoAnswer(self._seat(person).open(self._wire.url("kmo-portefeuille", path)))

    def keep(self, person: Personage, kind: str, department: str, typed: Mapping[str, str]) -> KmoAnswer:
        """Fill in a service of a department and press the button."""
        self.service(person, kind, department)
        browser = self._seat(person)
        known = any(form.button("Bewaren") for form in browser.page.forms)
        return KmoAnswer(browser.press("Bewaren" if known else "Registreren", **typed))

    def deactivate(self, organisation: CastOrganisation, department: str) -> KmoAnswer:
        """Let the service deactivate a department, at its desk."""
        browser = self._browsers()
        page = browser.open(self._wire.url("kmo-portefeuille", f"/dienst/{organisation.code}"))
        form = next(form for form in page.forms if form.fields.get("departement") == department)
        return KmoAnswer(browser.send(form))

    def _seat(self, person: Personage) -> Browser:
        return self._seats.setdefault(person.key, self._browsers())
