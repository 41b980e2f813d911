"""The driver of KIOSK's screens, those of the assessors too, each person in a browser of his own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from steps.drivers.kiosk_answer import MENU, KioskAnswer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mocks.cast import CastOrganisation, Personage
    from steps.drivers.browser import Browser, Form, Page
    from steps.wires import Wire

TITLE = "Een nieuw seizoen"
"""What a dossier is about that somebody makes."""

DOSSIER = "KD-2021-0001"
"""The dossier of De Kade of which the steps speak."""

ACCOUNTS = ("BE68539007547034", "NL91ABNA0417164300")
WRONG_ACCOUNT = "BE68539007547035"
CONTACT = {"email": "kantoor@de-kade.example", "phone": "+3292345678"}
ADDRESS = {"street": "Postlaan", "house_number": "7", "postcode": "9000", "municipality": "Gent"}
NO_ADDRESS = dict.fromkeys((*ADDRESS, "country"), "")
OTHER_SEAT = {
    "street": "Nieuwe Kaai",
    "house_number": "99",
    "postcode": "9000",
    "municipality": "Gent",
    "country": "BE",
}
PROFILE = {"email": "bureau@post.example", "phone": "+3292345670", "mobile": "+32470123456"}


MAIN_SCREENS = ("/dossiers", "/contactgegevens", "/profiel", "/aanvragers")
"""Those that show something of an applicant."""


class Kiosk:
    """Persons at KIOSK."""

    def __init__(self, wire: Wire, browsers: Callable[[], Browser]) -> None:
        """Let nobody be signed in; ``browsers`` opens a browser for whoever comes."""
        self._wire = wire
        self._browsers = browsers
        self._seats: dict[str, Browser] = {}
        self._opened: dict[str, Form] = {}

    def enter(self, person: Personage, applicant: CastOrganisation | None) -> KioskAnswer:
        """Sign in for an organisation, or for oneself, in one redirect."""
        answer = self.knock(person, applicant)
        assert answer.page.marked("applicant"), answer.page.text
        return answer

    def knock(self, person: Personage, applicant: CastOrganisation | None) -> KioskAnswer:
        """Try to sign in for an organisation, or for oneself, in one redirect."""
        identity = f"{applicant.target_group}:{applicant.code}" if applicant is not None else "BUR"
        address = self._wire.url("kiosk", "/aanmelden")
        page = self._seat(person).open(
            address, mock_persona=person.key, mock_key="eid", mock_identity=identity
        )
        return KioskAnswer(page)

    def start(self, person: Personage) -> KioskAnswer:
        """Open the start page."""
        return self._open(person, "/")

    def lost(self, person: Personage) -> KioskAnswer:
        """Open a screen that is not there."""
        return self._open(person, "/nergens")

    def walk(self, person: Personage) -> tuple[KioskAnswer, ...]:
        """Press the icon of each main screen in turn, from the start page."""
        return tuple(self._open(person, path) for path in self.start(person).icons)

    def walk_again(self, person: Personage) -> tuple[KioskAnswer, ...]:
        """Open the main screens by their addresses, whether there are icons or not."""
        return tuple(self._open(person, path) for path in MAIN_SCREENS)

    def speak(self, person: Personage, language: str) -> KioskAnswer:
        """Press the button of a language; one that is not there is asked all the same."""
        self.start(person)
        form = self._seat(person).page.form_with("FR")
        return KioskAnswer(self._seat(person).send(form, taal=language))

    def leave(self, person: Personage) -> KioskAnswer:
        """Press the button to sign out, whatever it is called in the language of the page."""
        self.start(person)
        (form,) = [one for one in self._seat(person).page.forms if one.action.endswith("/afmelden")]
        return KioskAnswer(self._seat(person).send(form))

    def enter_as_assessor(self, person: Personage, organisation: CastOrganisation) -> KioskAnswer:
        """Sign in by the door of the assessors for an organisation, or be refused there."""
        identity = f"{organisation.target_group}:{organisation.code}"
        address = self._wire.url("kiosk", "/beoordelen/aanmelden")
        asked = {"mock_persona": person.key, "mock_key": "eid", "mock_identity": identity}
        return KioskAnswer(self._seat(person).open(address, **asked))

    def assessed(self, person: Personage) -> KioskAnswer:
        """Open the list of what one assesses."""
        return self._open(person, "/beoordelen/")

    def assessed_dossier(self, person: Personage, number: str) -> KioskAnswer:
        """Open a dossier as who assesses it, or by an address that somebody typed."""
        return self._open(person, f"/beoordelen/dossiers/{number}")

    def overview(self, person: Personage, **asked: str) -> KioskAnswer:
        """Open the list of dossiers, or what is asked of it."""
        return KioskAnswer(self._seat(person).open(self._wire.url("kiosk", "/dossiers"), **asked))

    def use_menu(self, person: Personage, **chosen: str) -> KioskAnswer:
        """Choose in the menu of the list of dossiers, and press its button."""
        menu = MENU.search(self.overview(person).page.html)
        assert menu, "there is no menu"
        return KioskAnswer(self._seat(person).press("Tonen", **chosen))

    def make(self, person: Personage, kind: str) -> str:
        """Make a dossier, which has to succeed; return its number."""
        page = self.try_to_make(person, kind).accepted().page
        return page.url.rpartition("/")[2]

    def try_to_make(self, person: Personage, kind: str) -> KioskAnswer:
        """Make a dossier of a kind, whether or not that is on offer."""
        self.overview(person).accepted()
        return KioskAnswer(self._seat(person).press("Dossier maken", titel=TITLE, soort=kind))

    def submit(self, person: Personage, number: str) -> KioskAnswer:
        """Open the screen that submits a dossier, and press the button."""
        self.screen(person, number, "indienen")
        return self.keep(person, {})

    def dossier(self, person: Personage, number: str) -> KioskAnswer:
        """Open a dossier by its number, or by an address that somebody typed."""
        return self._open(person, f"/dossiers/{number}")

    def screen(self, person: Personage, number: str, word: str) -> KioskAnswer:
        """Open the screen of one detail of a dossier, and leave its form open."""
        return self._leave_open(person, f"/dossiers/{number}/{word}")

    def contact(self, person: Personage) -> KioskAnswer:
        """Open the contact data of the applicant, and leave the form open."""
        return self._leave_open(person, "/contactgegevens")

    def profile(self, person: Personage) -> KioskAnswer:
        """Open one's own profile at the applicant, and leave the form open."""
        return self._leave_open(person, "/profiel")

    def keep(self, person: Personage, typed: Mapping[str, str]) -> KioskAnswer:
        """Fill in the form that one left open, and press the button."""
        return KioskAnswer(self._seat(person).send(self._opened[person.key], **typed))

    def sign_out(self, person: Personage) -> None:
        """Sign out in another tab; the form that was left open stays open."""
        browser = self._seat(person)
        browser.open(self._wire.url("kiosk", "/"))
        browser.press("Afmelden")

    def keep_too_late(self, person: Personage, typed: Mapping[str, str]) -> KioskAnswer:
        """Sign out in another tab, and fill in the form that one left open after that."""
        self.sign_out(person)
        return self.keep(person, typed)

    def enter_again(self, person: Personage, applicant: CastOrganisation) -> KioskAnswer:
        """Sign in again, and leave the form open to which that leads."""
        return self._left_open(person, self.enter(person, applicant))

    def take_seat_of(self, person: Personage, other: Personage) -> None:
        """Let a person use the browser of another one."""
        self._seats[person.key] = self._seat(other)

    def choose(self, person: Personage, number: str, word: str, name: str) -> KioskAnswer:
        """Choose on the screen of a detail somebody by name; who is not offered is chosen all the same."""
        answer = self.screen(person, number, word)
        found = re.findall(
            r'name="who" value="([^"]*)"[^>]*>\s*<span class="option-text">(.*?)</label>',
            answer.page.html,
            re.DOTALL,
        )
        values = [value for value, label in found if name in label]
        return self.keep(person, {"who": values[0] if values else name})

    def remove_address(self, person: Personage) -> KioskAnswer:
        """Press the button that removes the correspondence address."""
        self.contact(person)
        return KioskAnswer(self._seat(person).press("Correspondentieadres verwijderen"))

    def _open(self, person: Personage, path: str) -> KioskAnswer:
        return KioskAnswer(self._seat(person).open(self._wire.url("kiosk", path)))

    def _leave_open(self, person: Personage, path: str) -> KioskAnswer:
        return self._left_open(person, self._open(person, path))

    def _left_open(self, person: Personage, answer: KioskAnswer) -> KioskAnswer:
        forms = _with_version(answer.page)
        if forms:
            self._opened[person.key] = forms[0]
        return answer

    def _seat(self, person: Personage) -> Browser:
        return self._seats.setdefault(person.key, self._browsers())


def _with_version(page: Page) -> list[Form]:
    return [form for form in page.forms if "version" in form.fields]
