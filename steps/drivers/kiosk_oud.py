"""The driver of the old KIOSK: login, password and security code, and the dossiers of an applicant."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from steps.drivers.answer import Answer
from steps.drivers.browser import Form

if TYPE_CHECKING:
    from collections.abc import Callable

    from mocks.cast import Personage
    from steps.drivers.browser import Browser, Page
    from steps.parameters import Applicant
    from steps.wires import Wire

_PASSWORD = re.compile(r"Elk paswoord is (\S+)\.")
_DOSSIER = re.compile(r"\bKD-\d{4}-\d{4}\b")


@dataclass(frozen=True)
class Attempt(Answer):
    """The page after somebody tried to make a dossier, and what the applicant had before.

    Attributes:
        before: the numbers of the dossiers of the applicant.
    """

    before: frozenset[str]


class OldKiosk:
    """Persons at the old KIOSK: each in a browser of their own."""

    def __init__(self, wire: Wire, browsers: Callable[[], Browser]) -> None:
        """Let nobody be signed in; ``browsers`` opens a browser for whoever comes."""
        self._wire = wire
        self._browsers = browsers
        self._seats: dict[str, Browser] = {}

    def open(self, person: Personage) -> Answer:
        """Go to the old KIOSK."""
        return Answer(self._seat(person).open(self._wire.url("kiosk-oud", "/")))

    def sign_in(self, person: Personage, whose: Personage) -> Answer:
        """Sign in with one's own login and somebody's security code, where there is a form to do so."""
        answer = self.open(person)
        if answer.code:
            return answer
        login, _ = _shown(answer.page, person)
        _, code = _shown(answer.page, whose)
        password = _PASSWORD.findall(answer.page.text)[0]
        typed = {"login": login, "paswoord": password, "beveiligingscode": code}
        return Answer(self._seat(person).press("Aanmelden", **typed))

    def dossiers(self, person: Personage, applicant: Applicant) -> frozenset[str]:
        """Return the numbers of the dossiers that somebody sees of an applicant."""
        return frozenset(_DOSSIER.findall(self._at(person, applicant).text))

    def make(self, person: Personage, applicant: Applicant) -> Page:
        """Make a dossier for an applicant; where no form is on offer, one is sent all the same."""
        page = self._at(person, applicant)
        path = f"/aanvragers/{applicant.code}/dossiers"
        known = next((form.fields for form in page.forms if form.button("Afmelden")), {})
        form = Form(self._wire.url("kiosk-oud", path), "post", dict(known))
        return self._seat(person).send(form, titel="Op de valreep", soort="subsidy")

    def make_one(self, person: Personage, applicant: Applicant) -> str:
        """Sign in and make a dossier, which has to succeed; return its number."""
        self.sign_in(person, person).accepted()
        before = self.dossiers(person, applicant)
        Answer(self.make(person, applicant)).accepted()
        (number,) = self.dossiers(person, applicant) - before
        return number

    def _at(self, person: Personage, applicant: Applicant) -> Page:
        return self._seat(person).open(self._wire.url("kiosk-oud", f"/aanvragers/{applicant.code}"))

    def _seat(self, person: Personage) -> Browser:
        return self._seats.setdefault(person.key, self._browsers())


def _shown(page: Page, person: Personage) -> tuple[str, str]:
    """Return login and security code of a user, as the page to sign in tells whoever tests."""
    found = re.search(rf"{re.escape(person.name)} (\S+) ([0-9a-f-]{{36}})", page.text)
    assert found is not None, page.text
    return found[1], found[2]
