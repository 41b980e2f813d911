"""A person in a browser at the pages of SSM, in the whole federation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import requests

from mocks.pytest_plugin import FederationInTest
from steps.drivers.browser import Browser

if TYPE_CHECKING:
    from steps.drivers.browser import Page


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

    @property
    def listed(self) -> list[str]:
        """The numbers of the mandates on the page, in order."""
        return [mark.data["mandate"] for mark in self.page.marked("mandate")]

    @property
    def status(self) -> str:
        """The status of the mandate in view."""
        return self.page.marked("status")[0].data["status"]

    @property
    def in_view(self) -> str:
        """The number of the mandate in view."""
        found = re.search(r"M-\d{4}-\d{6}-\d{2}", self.page.url)
        assert found is not None, self.page.url
        return found[0]

    def number(self, key: str) -> str:
        """Return the number of a personage or an organisation."""
        return self.federation.number(key)

    def url(self, path: str) -> str:
        """Return the address of a page."""
        return self.federation.url("ssm", path)

    def open(self, path: str, **query: str) -> Page:
        """Go to a page of SSM."""
        return self.browser.open(self.url(path), **query)

    def press(self, label: str, **filled: Any) -> Page:  # noqa: ANN401  # text, or texts of ticked boxes
        """Fill in the form with this button, and press it."""
        return self.browser.press(label, **filled)

    def sign_in(self, persona: str, organisation: str | None = None) -> Visitor:
        """Sign in without the pages of ACM, for an organisation of target group EA or for oneself."""
        identity = f"EA:{self.number(organisation)}" if organisation is not None else "BUR"
        self.open("/aanmelden", mock_persona=persona, mock_identity=identity)
        return self

    def put(self, kind: str, number: str, system: str = "ssm", **members: object) -> None:
        """Put a fact in the scene; what is there already stays as it was."""
        address = self.federation.url(system, f"/_mock/{kind}/{number}")
        known = requests.get(address, timeout=10)
        body = {**(known.json() if known.ok else {}), **members}
        answer = requests.put(address, json=body, timeout=10)
        assert answer.status_code == 200, answer.text

    def mandate(
        self, serial: int, mandator: str = "de-kade", holder: str = "cijferwijs", **members: object
    ) -> str:
        """Put a mandate in the scene, of a type that the cast does not have; return its number."""
        number = f"M-2021-{serial:06}"
        parties = {"mandator": self.number(mandator), "holder": self.number(holder)}
        given: dict[str, Any] = {"type": "eigen-eloket", **parties, **members}
        self.put("mandate", number, **given)
        address = self.federation.url("ssm", "/_mock/mandate")
        known: list[str] = requests.get(address, timeout=10).json()["numbers"]
        return next(one for one in known if one.startswith(number))

    def fill_in(self, other: str, **typed: str) -> Page:
        """Fill in a mandate as far as its confirmation, or the first error."""
        self.open("/mandaten/nieuw")
        self.press("Volgende", type=typed.pop("type", "eigen-eloket"), side=typed.pop("side", "mandator"))
        if not self.codes:
            self.press("Volgende", other=other)
        return self.page if self.codes else self.press("Volgende", **typed)

    def conclude(self, other: str, **typed: str) -> str:
        """Conclude a mandate; return its number."""
        self.fill_in(other, **typed)
        self.press("Ondertekenen en bevestigen", conditions="1")
        assert self.codes == [], self.page.text
        return self.in_view

    def change(self, number: str, how: str) -> Page:
        """Open a form that changes a mandate."""
        return self.open(f"/mandaten/{number}/{how}")
