"""The driver of BTB: appoint, replace and end, over its pages behind FAS."""

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

MAIN = "main_access_manager"
CONTACT = {"email": "iemand@post.example", "phone": "+32 400 00 00 00"}


@dataclass(frozen=True)
class Post:
    """To what somebody is appointed.

    Attributes:
        code: main access manager, or the domain of an access manager, as BTB names them.
        beside: whether as main access manager beside the first one.
    """

    code: str
    beside: bool = False


@dataclass(frozen=True)
class BtbAnswer(Answer):
    """What a person saw in BTB."""

    def state(self, person: Personage, post: Post) -> str:
        """Return how an appointment stands on the page of an enterprise; empty when it is not there."""
        wanted = f"{person.number}-{post.code}"
        states = {one.data["appointment"]: one.data["state"] for one in self.page.marked("appointment")}
        return states.get(wanted, "")

    @property
    def events(self) -> tuple[str, ...]:
        """What happened in the enterprise, the latest first."""
        return tuple(mark.data["event"] for mark in self.page.marked("event"))


class Btb:
    """Persons at BTB: each in a browser of their own, in which they stay signed in."""

    def __init__(self, wire: Wire, browsers: Callable[[], Browser]) -> None:
        """Let nobody be signed in; ``browsers`` opens a browser for whoever comes."""
        self._wire = wire
        self._browsers = browsers
        self._seats: dict[str, Browser] = {}

    def sign_in_first(self, person: Personage, organisation: CastOrganisation) -> BtbAnswer:
        """Sign in, for the first time since one was appointed, and look at the enterprise."""
        seated = person.key in self._seats
        browser = self._seat(person)
        if seated:
            browser.open(self._enterprise(organisation))
            browser.follow("Opnieuw aanmelden")
        browser.follow(organisation.name)
        return BtbAnswer(browser.page)

    def appoint(
        self,
        actor: Personage,
        appointee: Personage,
        post: Post,
        organisation: CastOrganisation,
        surname: str | None = None,
    ) -> BtbAnswer:
        """Fill in whom to appoint to what, and press the button; ``surname`` types another one."""
        browser = self._seat(actor)
        if post.code == MAIN and not post.beside:
            browser.open(self._wire.url("csam", "/btb"))
            browser.follow("Een hoofdtoegangsbeheerder aanstellen")
        elif post.beside:
            self._from_enterprise(
                browser, organisation, "Nog een hoofdtoegangsbeheerder", "hoofdtoegangsbeheerders"
            )
        else:
            self._from_enterprise(browser, organisation, "Toegangsbeheerders", "toegangsbeheerders")
        return self._fill_in(browser, appointee, post, organisation, surname)

    def appoint_oneself(self, actor: Personage, post: Post, organisation: CastOrganisation) -> BtbAnswer:
        """Appoint oneself by the button for that, which fills in one's own name and number."""
        browser = self._seat(actor)
        browser.open(self._wire.url("csam", "/btb"))
        page = browser.follow("Mijzelf aanstellen")
        filled = page.form_with("Aanstellen").fields
        assert (filled["family_name"], filled["given_name"]) == (actor.family_name, actor.given_name)
        own = {"number": filled["number"], "enterprise_number": organisation.code}
        assert post == Post(MAIN), "one appoints oneself as the first main access manager"
        return BtbAnswer(browser.press("Aanstellen", **own, **CONTACT))

    def replace(
        self, actor: Personage, appointee: Personage, post: Post, organisation: CastOrganisation
    ) -> BtbAnswer:
        """Appoint somebody to a post that another has, and confirm that this other gives way."""
        asked = self.appoint(actor, appointee, post, organisation)
        assert asked.code == "replacement-unconfirmed", asked.page.text
        return BtbAnswer(self._seat(actor).press("Ja, vervangen"))

    def end(
        self, actor: Personage, appointee: Personage, post: Post, organisation: CastOrganisation
    ) -> BtbAnswer:
        """End an appointment and confirm that."""
        browser = self._seat(actor)
        label = f"Beëindigen – {appointee.name}"
        page = self._from_enterprise(
            browser, organisation, label, f"beeindigen/{appointee.number}/{post.code}"
        )
        if BtbAnswer(page).code:
            return BtbAnswer(page)
        return BtbAnswer(browser.press("Ja, beëindigen"))

    def _fill_in(
        self,
        browser: Browser,
        appointee: Personage,
        post: Post,
        organisation: CastOrganisation,
        surname: str | None,
    ) -> BtbAnswer:
        if BtbAnswer(browser.page).code:
            return BtbAnswer(browser.page)
        asked = {
            "number": appointee.number.display,
            "family_name": surname or appointee.family_name,
            "given_name": appointee.given_name,
            **CONTACT,
        }
        if post.code != MAIN:
            asked["domain"] = post.code
        elif not post.beside:
            asked["enterprise_number"] = organisation.code
        return BtbAnswer(browser.press("Aanstellen", **asked))

    def _from_enterprise(
        self, browser: Browser, organisation: CastOrganisation, label: str, path: str
    ) -> Page:
        """Follow a link of the page of an enterprise; who finds none there types its address."""
        page = browser.open(self._enterprise(organisation))
        if any(text.startswith(label) for text, _ in page.links):
            return browser.follow(label)
        return browser.open(f"{self._enterprise(organisation)}/{path}")

    def _enterprise(self, organisation: CastOrganisation) -> str:
        return self._wire.url("csam", f"/btb/ondernemingen/{organisation.code}")

    def _seat(self, person: Personage) -> Browser:
        """Return the browser of a person, who signs in at FAS when coming for the first time."""
        if person.key not in self._seats:
            browser = self._browsers()
            browser.open(self._wire.url("csam", "/btb"))
            prove(browser, person)
            self._seats[person.key] = browser
        return self._seats[person.key]
