"""A person in a browser at the pages of IDM, in the whole federation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import requests

from mocks.pytest_plugin import FederationInTest
from steps.drivers.browser import Browser

if TYPE_CHECKING:
    from steps.drivers.browser import Page

PHONE, EMAIL = "+3212345678", "iemand@post.example"
CONTACT = {"phone": PHONE, "email": EMAIL}


class Visitor:
    """A browser, with the name of a personage who sits before it."""

    def __init__(self, federation: FederationInTest) -> None:
        self.federation = federation
        session = requests.Session()
        session.trust_env = False
        self.browser = Browser(session)

    @property
    def page(self) -> Page:
        """The page in view."""
        return self.browser.page

    @property
    def codes(self) -> list[str]:
        """Why something was refused, as the page marks it."""
        return [mark.data["code"] for mark in self.page.marked("code")]

    def number(self, key: str) -> str:
        """Return the number of a personage or an organisation."""
        return self.federation.number(key)

    def url(self, path: str) -> str:
        """Return the address of a page."""
        return self.federation.url("idm", path)

    def open(self, path: str, **query: str) -> Page:
        """Go to a page of IDM."""
        return self.browser.open(self.url(path), **query)

    def press(self, label: str, **filled: Any) -> Page:  # noqa: ANN401  # text, or texts of ticked boxes
        """Fill in the form with this button, and press it."""
        return self.browser.press(label, **filled)

    def sign_in(self, persona: str, organisation: str | None = None) -> Visitor:
        """Sign in without the pages of ACM, and choose an organisation."""
        self.open("/aanmelden", mock_persona=persona)
        if organisation is not None:
            self.browser.choose("organisatie", self.number(organisation))
        return self

    def put(self, kind: str, number: str, system: str = "idm", **members: object) -> None:
        """Put a fact in the scene."""
        address = self.federation.url(system, f"/_mock/{kind}/{number}")
        known = requests.get(address, timeout=10)
        body = {**(known.json() if known.ok else {}), **members}
        answer = requests.put(address, json=body, timeout=10)
        assert answer.status_code == 200, answer.text

    def workflow(self, mode: str) -> None:
        """Let who is added become Actief at once, or when stepped."""
        answer = requests.put(self.url("/_mock/workflow"), json={"mode": mode}, timeout=10)
        assert answer.status_code == 200, answer.text

    def step(self) -> None:
        """Let everybody who waits become Actief."""
        assert requests.post(self.url("/_mock/workflow/step"), json={}, timeout=10).status_code == 200

    def relation(self, person: str, organisation: str = "de-kade", counter: int = 1) -> str:
        """Return the number of a work relation."""
        return f"{self.number(person)}-{self.number(organisation)}-{counter}"

    def right(self, person: str, right: str, organisation: str = "de-kade") -> str:
        """Return the number of a right of the cast."""
        return f"{self.relation(person, organisation)}-{right}-1"

    def add(self, person: str) -> Page:
        """Add a person in its three steps."""
        self.open("/personen/nieuw")
        self.press("Volgende", number=self.number(person))
        self.press("Volgende")
        return self.press("Bevestigen")

    def couple(self, person: str, **typed: str) -> Page:
        """Couple a person as far as the confirmation, or the first error."""
        self.open(f"/personen/{self.number(person)}/koppelen")
        self.press("Volgende", category=typed.pop("category", "Vaste Medewerker"))
        return self.press("Volgende", **{**CONTACT, **typed})

    def employ(self, person: str) -> Page:
        """Add a person and couple it."""
        self.add(person)
        self.couple(person)
        return self.press("Bevestigen")

    def grant(self, relation: str, right: str, **typed: str) -> Page:
        """Grant a right as far as the confirmation, or the first error."""
        self.open(f"/werkrelaties/{relation}/recht")
        self.press("Volgende", right=right)
        return self.page if self.codes else self.press("Volgende", **typed)
