"""A browser over ``requests``: it follows redirects inside the federation, reads forms and fills them in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urljoin, urlsplit

import requests

from mocks.acm.tests.own_eloket import AUTH, CALLBACK, CLIENT

HTML = {"Accept": "text/html,application/xhtml+xml"}
ELOKET = urlsplit(CALLBACK).netloc


@dataclass
class Form:
    """A form of a page: where it goes, what it holds, and its buttons by the text on them."""

    action: str
    method: str
    values: dict[str, str] = field(default_factory=dict)
    buttons: dict[str, tuple[str, str] | None] = field(default_factory=dict)


class Forms(HTMLParser):
    """Reads the forms of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._open: Form | None = None
        self._button: tuple[str, str] | None = None
        self._text: list[str] | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a form or a button, or keep a value."""
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._open = Form(given.get("action", ""), given.get("method", "get").lower())
            self.forms.append(self._open)
        elif self._open is not None and tag == "input" and given.get("type") not in {"checkbox", "radio"}:
            self._open.values[given["name"]] = given.get("value", "")
        elif self._open is not None and tag == "button":
            self._button = (given["name"], given.get("value", "")) if "name" in given else None
            self._text = []

    def handle_data(self, data: str) -> None:
        """Keep the text on a button."""
        if self._text is not None:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        """Close a form or a button."""
        if tag == "button" and self._open is not None and self._text is not None:
            self._open.buttons[" ".join("".join(self._text).split())] = self._button
            self._text = None
        elif tag == "form":
            self._open = None


class Page:
    """Where a browser stands."""

    def __init__(self, url: str, response: requests.Response) -> None:
        self.url = url
        self.status = response.status_code
        self.text = response.text
        self.forms = Forms(response.text).forms

    @property
    def title(self) -> str:
        """The heading of the page."""
        found = re.search(r"<h1[^>]*>(.*?)</h1>", self.text, re.DOTALL)
        return " ".join(found[1].split()) if found else ""

    @property
    def words(self) -> str:
        """What the page says, without its markup."""
        return " ".join(re.sub(r"<[^>]+>", " ", self.text).split())

    @property
    def answer(self) -> dict[str, str]:
        """What came back to the e-loket, when the browser stands there."""
        parts = urlsplit(self.url)
        assert parts.netloc == ELOKET, f"{self.url}: {self.words}"
        return dict(parse_qsl(parts.fragment or parts.query))


class Browser:
    """One browser with its own cookies."""

    def __init__(self) -> None:
        self.session = requests.Session()
        self.session.headers.update(HTML)
        self.page: Page | None = None
        self.passed: list[str] = []

    def go(self, url: str, method: str = "GET", values: dict[str, str] | None = None) -> Page:
        """Ask a page and follow every redirect, until a page or the e-loket."""
        self.passed = []
        while urlsplit(url).netloc != ELOKET:
            self.passed.append(url)
            response = self.session.request(
                method,
                url,
                params=values if method == "GET" else None,
                data=values if method == "POST" else None,
                allow_redirects=False,
                timeout=10,
            )
            if "Location" not in response.headers:
                self.page = Page(url, response)
                return self.page
            url, method, values = urljoin(url, response.headers["Location"]), "GET", None
        self.page = Page(url, requests.Response())
        return self.page

    def press(self, button: str, **values: str) -> Page:
        """Press the button with this text (or beginning), filling in values first."""
        page = self.page
        assert page is not None
        for form in page.forms:
            for text, pressed in form.buttons.items():
                if text == button or text.startswith(button):
                    sent = {**form.values, **values}
                    if pressed is not None:
                        sent[pressed[0]] = pressed[1]
                    return self.go(urljoin(page.url, form.action), form.method.upper(), sent)
        raise AssertionError(f"no button ‘{button}’ on: {page.words}")

    def begin(self, **changes: str | None) -> Page:
        """Begin to sign in at eigen-eloket."""
        asked = {
            "client_id": CLIENT[0],
            "redirect_uri": CALLBACK,
            "response_type": "code",
            "scope": "openid",
            "state": "toestand",
            **changes,
        }
        return self.go(AUTH, values={name: value for name, value in asked.items() if value is not None})

    def prove(self, number: str, key: str = "eid") -> Page:
        """Choose a key on ACM's page and prove at FAS to be the person with this number."""
        self.press(f"Aanmelden met {LABELS[key]}")
        page = self.press("Verder", number=number)
        if key == "eid":
            return self.press("Aanmelden", pin="1234")
        if key == "itsme":
            return self.press("Bevestigen")
        if key == "token":
            username = re.search(r"gebruikersnaam van deze proefkaart is (\S+) en", page.words)
            wanted = re.search(r"Code nummer (\d+) van de kaart", page.words)
            assert username is not None
            assert wanted is not None
            code = re.search(rf"\b{wanted[1]}\s+(\d{{6}})\b", page.words[page.words.index("De kaart van") :])
            assert code is not None, page.words
            return self.press("Aanmelden", username=username[1], password="Proefkaart-24", code=code[1])
        shown = re.search(r"\b(\d{3} ?\d{3})\b", page.words[page.words.index("Code van zes cijfers") :])
        assert shown is not None, page.words
        return self.press("Aanmelden", code=shown[1])


LABELS = {
    "eid": "eID en aangesloten kaartlezer",
    "itsme": "itsme",
    "app": "Beveiligingscode via mobiele app",
    "sms": "Beveiligingscode via SMS",
    "token": "Federaal token",
}
