"""The driver of a sign-in: from an e-loket over the pages of ACM and FAS, and back.

It does what a person does and stops where a person would be stopped, and says where that was and why.
"""

from __future__ import annotations

import base64
import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from steps.drivers.browser import Form

if TYPE_CHECKING:
    from collections.abc import Callable

    from mocks.cast import CastOrganisation, Personage
    from steps.drivers.browser import Browser, Page
    from steps.wires import Wire

WRONG_PIN = "9999"
RIGHT_PIN = "1234"
_SHOWN = re.compile(
    r"Aanvrager: (?P<applicant>[^(]+?)( \([\d.]+\))? Vertegenwoordiger: (?P<representative>[^,]+),"
)
_DOSSIER = re.compile(r"\bKD-\d{4}-\d{4}\b")


@dataclass
class Outcome:
    """How a sign-in ended.

    Attributes:
        page: the last page that the person saw.
        reason: why the person was stopped, as the pages mark it; empty when nothing stopped him.
        offered: the names on the choice page, when it was reached.
        checks: each check on a page of reasons, and whether it holds.
    """

    page: Page
    reason: str = ""
    offered: tuple[str, ...] = ()
    checks: dict[str, bool] = field(default_factory=dict)

    @property
    def dossiers(self) -> tuple[str, ...]:
        """The numbers of the dossiers that the page names."""
        return tuple(dict.fromkeys(_DOSSIER.findall(self.page.text)))

    def told(self, marks: frozenset[str], words: str) -> bool:
        """Return whether the person was stopped for this reason, by its mark or by its words."""
        return self.reason in marks or words in self.reason

    @property
    def failed(self) -> str:
        """The first check that does not hold, or an empty text."""
        return next((check for check, holds in self.checks.items() if not holds), "")


class SignIn:
    """Signs persons in over the pages, in one browser."""

    def __init__(self, wire: Wire, browsers: Callable[[], Browser]) -> None:
        """Open a browser; ``browsers`` opens more of them."""
        self.wire = wire
        self.browser = browsers()
        self._browsers = browsers

    def in_a_new_browser(self) -> SignIn:
        """Return the same door, in a browser that nobody signed in with."""
        return SignIn(self.wire, self._browsers)

    def at_the_door(self) -> Outcome:
        """Press the button to sign in at KIOSK, and stop at the choice of key."""
        self.browser.open(self.wire.url("kiosk", "/"))
        return Outcome(self.browser.follow("Aanmelden"))

    def once_more(self) -> Outcome:
        """Begin to sign in at KIOSK where one is signed in already, and see how far that leads."""
        self.browser.open(self.wire.url("kiosk", "/aanmelden"))
        return self._arrived()

    def straight_to_dossiers(self) -> Outcome:
        """Go to the dossiers without passing the door."""
        return Outcome(self.browser.open(self.wire.url("kiosk", "/dossiers")))

    def make_dossier(self, title: str) -> Page:
        """Make a dossier at KIOSK; where no form is on offer, one is sent all the same."""
        page = self.browser.open(self.wire.url("kiosk", "/dossiers"))
        if any(form.button("Dossier maken") for form in page.forms):
            return self.browser.press("Dossier maken", titel=title, soort="subsidy")
        known = page.form_with("Afmelden").fields
        return self.browser.send(Form(self.wire.url("kiosk", "/dossiers"), "post", known), titel=title)

    def at_next_renewal(self) -> Outcome:
        """Go on at KIOSK, which asks ACM anew when it has not for a quarter of an hour."""
        page = self.browser.open(self.wire.url("kiosk", "/dossiers"))
        ended = any(mark.data["code"] == "session-ended" for mark in page.marked("code"))
        return Outcome(page, page.text if ended else "")

    def is_unknown_at_kiosk(self) -> bool:
        """Return whether KIOSK lets nobody in with this browser."""
        probe = self._browsers()
        probe.take_cookies_of(self.browser)
        return not Outcome(
            probe.open(self.wire.url("kiosk", "/dossiers"))
        ).dossiers and not probe.page.marked("applicant")

    def shown_at_kiosk(self) -> tuple[str, str]:
        """Return the names of applicant and representative as KIOSK shows them."""
        page = self.browser.open(self.wire.url("kiosk", "/dossiers"))
        found = _SHOWN.search(" ".join(page.marked("applicant")[0].text.split()))
        assert found is not None, page.text
        return found["applicant"].strip(), found["representative"].strip()

    def targeted(self, person: Personage, key: str, organisation: CastOrganisation) -> Outcome:
        """Sign in at KIOSK with an organisation named beforehand (``login_hint``)."""
        hint = json.dumps({"cap_hint": organisation.target_group, "code_hint": str(organisation.number)})
        encoded = base64.b64encode(hint.encode()).decode()
        self.browser.open(self.wire.url("kiosk", "/aanmelden"), login_hint=encoded)
        outcome = self.prove(person, key)
        if outcome.page.marked("applicant"):
            return Outcome(outcome.page)
        return self._reasons(outcome)

    def give_pin(self, person: Personage) -> Outcome:
        """Give the right PIN for the card that is in the reader, and choose oneself."""
        self.browser.press("Aanmelden", pin=RIGHT_PIN)
        return self._choose(self._arrived(), person.name)

    def to_kiosk(self, person: Personage, key: str) -> Outcome:
        """Go to KIOSK and prove who it is; stop at the choice of identity."""
        self.browser.open(self.wire.url("kiosk", "/aanmelden"))
        return self.prove(person, key)

    def prove(self, person: Personage, key: str) -> Outcome:
        """Choose a key on the page of ACM and prove who it is at FAS."""
        self.browser.choose("key", key)
        page = self.browser.press("Verder", number=str(person.number))
        if page.marked("reason"):
            return Outcome(page, page.marked("reason")[0].data["reason"])
        self._answer(key)
        return self._arrived()

    def with_wrong_pin(self, person: Personage, times: int) -> Outcome:
        """Put the eID in the reader at KIOSK and give a wrong PIN a number of times."""
        self.browser.open(self.wire.url("kiosk", "/aanmelden"))
        self.browser.choose("key", "eid")
        self.browser.press("Verder", number=str(person.number))
        for _ in range(times):
            page = self.browser.press("Aanmelden", pin=WRONG_PIN)
        return Outcome(page, page.marked("notice")[0].text if page.marked("notice") else "")

    def refusing_itsme(self, person: Personage) -> Outcome:
        """Begin with itsme at KIOSK and refuse in the app."""
        self.browser.open(self.wire.url("kiosk", "/aanmelden"))
        self.browser.choose("key", "itsme")
        self.browser.press("Verder", number=str(person.number))
        page = self.browser.press("Weigeren")
        return Outcome(page, page.marked("notice")[0].text if page.marked("notice") else "")

    def as_oneself(self, person: Personage, key: str) -> Outcome:
        """Sign in at KIOSK as oneself."""
        outcome = self.to_kiosk(person, key)
        return self._choose(outcome, person.name) if not outcome.reason else outcome

    def on_behalf_of(self, person: Personage, key: str, organisation: CastOrganisation) -> Outcome:
        """Sign in at KIOSK on behalf of an organisation, or ask why that is not on offer."""
        outcome = self.to_kiosk(person, key)
        if outcome.reason or organisation.name in outcome.offered:
            return outcome if outcome.reason else self._choose(outcome, organisation.name)
        return self.ask_why(outcome, organisation.number or organisation.name)

    def on_behalf_of_person(self, person: Personage, key: str, mandator: Personage) -> Outcome:
        """Sign in at KIOSK on behalf of another person."""
        outcome = self.to_kiosk(person, key)
        return outcome if outcome.reason else self._choose(outcome, mandator.name)

    def pick(self, name: str, code: str) -> Outcome:
        """Pick an applicant under whom one signed in for; what is not on the list is tried all the same."""
        page = self.browser.open(self.wire.url("kiosk", "/aanvragers"))
        if name in {mark.data["choice"] for mark in page.marked("choice")}:
            return self._choose(Outcome(page), name)
        (form,) = [form for form in page.forms if any(button[0] == "aanvrager" for button in form.buttons)]
        page = self.browser.send(form, aanvrager=code)
        return Outcome(page, page.text if page.status >= 400 else "")

    def switch_to(self, name: str) -> Outcome:
        """Switch at KIOSK, and choose whom to go on for when that is on offer."""
        self.browser.open(self.wire.url("kiosk", "/"))
        self.browser.press("Wisselen van organisatie of persoon")
        outcome = self._arrived()
        return self._choose(outcome, name) if name in outcome.offered else outcome

    def sign_out_and_return(self) -> Outcome:
        """Sign out at KIOSK and press the button to sign in again."""
        self.browser.open(self.wire.url("kiosk", "/"))
        self.browser.press("Afmelden")
        return self.at_the_door()

    def ask_why(self, outcome: Outcome, organisation: str) -> Outcome:
        """Ask on the choice page why an organisation is not there."""
        self.browser.press("Toon waarom", organisatie=organisation)
        return self._reasons(outcome)

    def _reasons(self, outcome: Outcome) -> Outcome:
        page = self.browser.page
        checks = {mark.data["check"]: mark.data["holds"] == "yes" for mark in page.marked("check")}
        failed = next((check for check, holds in checks.items() if not holds), "")
        return Outcome(page, failed or page.text, outcome.offered, checks)

    def _choose(self, outcome: Outcome, name: str) -> Outcome:
        page = self.browser.press(name)
        return Outcome(page, page.text if page.status >= 400 else "", outcome.offered)

    def _answer(self, key: str) -> None:
        page = self.browser.page
        if key == "eid":
            self.browser.press("Aanmelden", pin=RIGHT_PIN)
        elif key == "itsme":
            self.browser.press("Bevestigen")
        elif key in {"app", "sms"}:
            self.browser.press("Aanmelden", code=_shown(page))
        else:
            self._token(page)

    def _token(self, page: Page) -> None:
        code = page.marked("wanted")[0].data["wanted"]
        words = page.text.split("De gebruikersnaam van deze proefkaart is ")[1].split()
        password = page.text.split("elk wachtwoord is ")[1].split()[0].rstrip(".")
        self.browser.press("Aanmelden", username=words[0], password=password, code=code)

    def _arrived(self) -> Outcome:
        page = self.browser.page
        offered = tuple(mark.data["choice"] for mark in page.marked("choice"))
        return Outcome(page, "" if offered else page.text, offered)


def _shown(page: Page) -> str:
    return page.marked("digits")[0].data["digits"]


class PagelessSignIn(SignIn):
    """Signs persons in at KIOSK without pages: the same checks and the same tokens, one redirect.

    For features that are about something else than signing in; what is not overridden walks the pages.
    """

    def as_oneself(self, person: Personage, key: str) -> Outcome:
        """Sign in at KIOSK as oneself."""
        return self._at_once(person, key, "BUR")

    def on_behalf_of(self, person: Personage, key: str, organisation: CastOrganisation) -> Outcome:
        """Sign in at KIOSK on behalf of an organisation."""
        return self._at_once(person, key, f"{organisation.target_group}:{organisation.number}")

    def on_behalf_of_person(self, person: Personage, key: str, mandator: Personage) -> Outcome:
        """Sign in at KIOSK on behalf of another person."""
        return self._at_once(person, key, f"BUR:{mandator.number}")

    def _at_once(self, person: Personage, key: str, identity: str) -> Outcome:
        page = self.browser.open(
            self.wire.url("kiosk", "/aanmelden"),
            mock_persona=person.key,
            mock_key=key,
            mock_identity=identity,
        )
        return Outcome(page, "" if page.marked("applicant") else page.text)
