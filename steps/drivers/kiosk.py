"""The driver of KIOSK's screens, those of the assessors too, each person in a browser of his own."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from steps.drivers.answer import Answer
from steps.drivers.browser import Page
from steps.reasons import PHASES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mocks.cast import CastOrganisation, Personage
    from steps.drivers.browser import Browser, Form
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


ICON = re.compile(r'<li><a href="/kiosk([^"]*)"[^>]*><svg class="icon [^>]*>.*?</svg> [^<]+</a>', re.DOTALL)
"""A link with an icon and a word beside it."""

MAIN_SCREENS = ("/dossiers", "/contactgegevens", "/profiel", "/aanvragers")
"""Those that show something of an applicant."""

SPOKEN = {
    "nl": {"het", "niet", "bent", "wordt", "uw", "naar"},
    "fr": {"le", "les", "vous", "votre", "une"},
    "de": {"der", "nicht", "für", "sie", "ist", "eine"},
    "en": {"the", "you", "your", "and", "not"},
}
"""Words by which one hears which language a page speaks."""

_KEPT_IN_DUTCH = re.compile(r'<span lang="nl">.*?</span>', re.DOTALL)


@dataclass(frozen=True)
class KioskAnswer(Answer):
    """What a person saw at KIOSK."""

    def fact(self, label: str) -> str:
        """Return what a page tells behind a label, or an empty text."""
        found = re.search(rf"<dt>{label}</dt>\s*<dd>(.*?)</dd>", self.page.html, re.DOTALL)
        return " ".join(re.sub(r"<[^>]+>", "", found[1]).split()) if found else ""

    def typed(self, *names: str) -> dict[str, str]:
        """Return what stands in some fields on the page; of a field that is not there, nothing."""
        fields = {name: value for form in self.page.forms for name, value in form.fields.items()}
        return {name: fields[name] for name in names if name in fields}

    @property
    def icons(self) -> list[str]:
        """Where the links lead that have an icon and a word beside it: the main screens."""
        return ICON.findall(self.page.html)

    @property
    def buttons(self) -> set[str]:
        """What the buttons say that lead to a screen below this one."""
        return {
            " ".join(text.split())
            for text in re.findall(r'<a class="button[^>]*>([^<]*)</a>', self.page.html)
        }

    @property
    def title(self) -> str:
        """What the window is called."""
        return html.unescape(re.findall(r"<title>(.*?)</title>", self.page.html)[0])

    @property
    def languages(self) -> tuple[str, set[str]]:
        """Which language the page says that it speaks, and which ones one hears in it."""
        stated = re.findall(r'<html lang="(\w+)">', self.page.html)[0]
        kept = _KEPT_IN_DUTCH.sub("", self.page.html)
        heard = set(re.findall(r"\w+", Page(self.page.url, self.page.status, kept).text.lower()))
        return stated, {language for language, words in SPOKEN.items() if words & heard}

    @property
    def labels(self) -> dict[str, str]:
        """What stands at each field that a person fills in, by its name; empty when nothing does."""
        inputs = re.findall(r'<input class="input[^>]* id="([^"]+)" name="([^"]+)"', self.page.html)
        told = dict(re.findall(r'<label class="field-label" for="([^"]+)">\s*([^<]*)', self.page.html))
        return {name: told.get(place, "").strip() for place, name in inputs}

    @property
    def faults(self) -> dict[str, str]:
        """What is wrong with each field, by its name, as it stands beside the field."""
        found = re.findall(r'<p class="error" id="field-(\w+)-error">(.*?)</p>', self.page.html, re.DOTALL)
        return {name: " ".join(re.sub(r"<[^>]+>", "", text).split()) for name, text in found}

    @property
    def summary(self) -> set[str]:
        """The fields to which the list of what is wrong leads."""
        _, _, summary = self.page.html.partition('class="error-summary"')
        return set(re.findall(r'<a href="#field-(\w+)">', summary.partition("</ul>")[0]))

    @property
    def dossiers(self) -> set[str]:
        """The numbers of the dossiers that the page names."""
        return set(re.findall(r"\bKD-\d{4}-\d{4}\b", self.page.text))

    @property
    def history(self) -> list[list[str]]:
        """The rows of the history: when, who, on whose behalf, what."""
        return self._rows("Historiek")

    @property
    def way(self) -> dict[str, tuple[str, str]]:
        """The phases of the dossier, by their names for programs: whether each is done, and since when."""
        rows = self._rows("Verloop van het dossier")
        return {PHASES[label.lower()]: (state, since) for label, state, since in rows}

    @property
    def titles(self) -> list[str]:
        """The titles in the list of dossiers."""
        return [row[1] for row in self._rows("Dossiers van [^<]*")]

    def asks_for(self, path: str) -> bool:
        """Return whether the page says that something is missing, and leads there to fill it in."""
        _, _, missing = self.page.html.partition("Wat er nog ontbreekt</h2>")
        return f'{path}">' in missing.partition("</ul>")[0]

    def _rows(self, caption: str) -> list[list[str]]:
        found = re.search(rf"{caption}</caption>(.*?)</table>", self.page.html, re.DOTALL)
        table = found[1] if found else ""
        rows = re.findall(r'<tr role="row">(.*?)</tr>', table, re.DOTALL)[1:]
        cells = [re.findall(r"<t[hd] [^>]*>(.*?)</t[hd]>", row, re.DOTALL) for row in rows]
        return [[re.sub(r"<[^>]+>", "", cell).strip() for cell in row] for row in cells]


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
        answer = self._open(person, path)
        forms = _with_version(answer.page)
        if forms:
            self._opened[person.key] = forms[0]
        return answer

    def _seat(self, person: Personage) -> Browser:
        return self._seats.setdefault(person.key, self._browsers())


def _with_version(page: Page) -> list[Form]:
    return [form for form in page.forms if "version" in form.fields]
