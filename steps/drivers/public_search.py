"""The driver of the KBO's public search."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mocks.cast import CastOrganisation, Personage
    from steps.drivers.browser import Browser, Page
    from steps.wires import Wire

_NUMBER_OF_A_PERSON = re.compile(r"\b\d{2}\.?\d{2}\.?\d{2}-?\d{3}\.?\d{2}\b")


@dataclass(frozen=True)
class Extract:
    """The page of an organisation, as anybody can see it."""

    page: Page

    def shows(self, person: Personage, function: str) -> bool:
        """Return whether the section Functies names a person with a function."""
        wanted = f"{person.family_name} , {person.given_name}".lower()
        return f"{function} {wanted}" in " ".join(self._functions.lower().split())

    def names(self, person: Personage) -> bool:
        """Return whether a person is named anywhere."""
        return person.family_name.lower() in self.page.text.lower()

    @property
    def numbers_of_persons(self) -> list[str]:
        """Everything that looks like the number of a person."""
        return _NUMBER_OF_A_PERSON.findall(self.page.html)

    @property
    def _functions(self) -> str:
        return self.page.text.split("Functies", 1)[1].split("Ondernemersvaardigheden", 1)[0]


@dataclass
class PublicSearch:
    """Looks organisations up as anybody can."""

    wire: Wire
    browser: Browser

    def by_number(self, organisation: CastOrganisation) -> Extract:
        """Look an organisation up by its number, on the form."""
        self.browser.open(self.wire.url("kbo", "/zoeknummerform.html"))
        return Extract(self.browser.press("Zoek", nummer=str(organisation.number)))

    def by_name(self, organisation: CastOrganisation) -> Extract:
        """Look an organisation up by its name, on the form, and open the one that was found."""
        self.browser.open(self.wire.url("kbo", "/zoeknummerform.html"))
        self.browser.follow("Opzoeken op naam")
        page = self.browser.press("Zoek", searchWord=organisation.name)
        if page.url.split("?")[0].endswith("toonondernemingps.html"):
            return Extract(page)
        return Extract(self.browser.follow(organisation.number.display if organisation.number else ""))
