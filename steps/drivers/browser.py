"""A browser for the suite: pages, links and forms over ``requests``, without JavaScript.

It keeps cookies and follows redirects.  It reads what a person would: text, headings, buttons, fields,
and the ``data-…`` marks that the pages carry for whoever looks by program.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import urljoin

if TYPE_CHECKING:
    import requests

_VOID = frozenset({"input", "br", "img", "meta", "link", "hr"})


_ORNAMENTS = re.compile(r"<svg\b.*?</svg>|<head>.*?</head>|<footer\b.*?</footer>", re.DOTALL)


def _without_ornaments(html: str) -> str:
    """Return a page without its head, icons and footer: what is the same everywhere proves nothing."""
    return _ORNAMENTS.sub("", html)


class NotOnThePage(AssertionError):
    """A button, field or form that a step needs is not there; the message shows the page."""


@dataclass
class Form:
    """A form with its fields as they stand, and its buttons."""

    action: str
    method: str
    fields: dict[str, str] = field(default_factory=dict)
    buttons: list[tuple[str, str, str]] = field(default_factory=list)

    def button(self, label: str) -> tuple[str, str, str] | None:
        """Return the button whose text begins with a label: name, value, text."""
        return next((one for one in self.buttons if one[2].startswith(label)), None)


@dataclass
class Mark:
    """An element with ``data-…`` attributes, and its text."""

    data: dict[str, str]
    text: str = ""


class Page(HTMLParser):
    """A page as it was received."""

    def __init__(self, url: str, status: int, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.url = url
        self.status = status
        self.html = html
        self.forms: list[Form] = []
        self.links: list[tuple[str, str]] = []
        self.options: list[tuple[str, str]] = []
        self.marks: list[Mark] = []
        self._texts: list[str] = []
        self._title = ""
        self._open: list[tuple[str, Mark | None]] = []
        self._form: Form | None = None
        self._button: dict[str, str] | None = None
        self._button_text: list[str] = []
        self._link: str | None = None
        self._link_text: list[str] = []
        self._select: str | None = None
        self.feed(_without_ornaments(html))

    @property
    def text(self) -> str:
        """What a person can read, with single spaces."""
        return " ".join("".join(self._texts).split())

    def form_with(self, label: str) -> Form:
        """Return the form that has a button with this label.

        Raises:
            NotOnThePage: when there is none.
        """
        for form in self.forms:
            if form.button(label) is not None:
                return form
        raise NotOnThePage(f"no button ‘{label}’ on {self.url} ({self.status}): {self.text[:1500]}")

    def marked(self, name: str) -> list[Mark]:
        """Return the elements that carry ``data-<name>``."""
        return [mark for mark in self.marks if name in mark.data]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of forms, fields, buttons, links and marks."""
        attributes = {name: value or "" for name, value in attrs}
        data = {name[5:]: value for name, value in attributes.items() if name.startswith("data-")}
        mark = Mark(data) if data else None
        if mark is not None:
            self.marks.append(mark)
        if tag not in _VOID:
            self._open.append((tag, mark))
        if tag in _BLOCKS:
            self._texts.append(" ")
        handler = getattr(self, f"_start_{tag}", None)
        if handler is not None:
            handler(attributes)

    def handle_endtag(self, tag: str) -> None:
        """Close what was opened."""
        while self._open:
            opened, _ = self._open.pop()
            if opened == tag:
                break
        if tag in _BLOCKS:
            self._texts.append(" ")
        handler = getattr(self, f"_end_{tag}", None)
        if handler is not None:
            handler()

    def handle_data(self, data: str) -> None:
        """Collect what can be read."""
        if any(tag in {"style", "script", "title"} for tag, _ in self._open):
            return
        self._texts.append(data)
        for _, mark in self._open:
            if mark is not None:
                mark.text += data
        if self._button is not None:
            self._button_text.append(data)
        if self._link is not None:
            self._link_text.append(data)

    def _start_form(self, attributes: dict[str, str]) -> None:
        action = urljoin(self.url, attributes.get("action", self.url))
        self._form = Form(action, attributes.get("method", "get").lower())
        self.forms.append(self._form)

    def _end_form(self) -> None:
        self._form = None

    def _start_input(self, attributes: dict[str, str]) -> None:
        if self._form is None or "name" not in attributes:
            return
        unchecked = attributes.get("type") in {"radio", "checkbox"} and "checked" not in attributes
        if not unchecked:
            self._form.fields[attributes["name"]] = attributes.get("value", "")

    def _start_select(self, attributes: dict[str, str]) -> None:
        self._select = attributes.get("name")

    def _start_option(self, attributes: dict[str, str]) -> None:
        if self._select is not None:
            self.options.append((self._select, attributes.get("value", "")))
        if self._form is not None and self._select is not None and "selected" in attributes:
            self._form.fields[self._select] = attributes.get("value", "")

    def _end_select(self) -> None:
        self._select = None

    def _start_button(self, attributes: dict[str, str]) -> None:
        self._button, self._button_text = attributes, []

    def _end_button(self) -> None:
        if self._button is not None and self._form is not None:
            text = " ".join("".join(self._button_text).split())
            self._form.buttons.append((self._button.get("name", ""), self._button.get("value", ""), text))
        self._button = None

    def _start_a(self, attributes: dict[str, str]) -> None:
        self._link, self._link_text = attributes.get("href"), []

    def _end_a(self) -> None:
        if self._link is not None:
            self.links.append((" ".join("".join(self._link_text).split()), urljoin(self.url, self._link)))
        self._link = None


_BLOCKS = frozenset(
    """
    p div li ul ol h1 h2 h3 h4 td th tr table section header main footer
    dt dd dl form label br button
    """.split()  # noqa: SIM905  # a list of words reads best as words
)


class Browser:
    """A person's browser: one page at a time."""

    def __init__(self, session: requests.Session) -> None:
        """Browse with the cookies of ``session``."""
        self._session = session
        self._session.headers["Accept"] = "text/html"
        self.page = Page("about:blank", 200, "")

    def open(self, url: str, **query: str) -> Page:
        """Go to an address."""
        return self._show(self._session.get(url, params=query))

    def take_cookies_of(self, other: Browser) -> None:
        """Become the browser of whoever uses ``other``."""
        self._session.cookies.update(other._session.cookies)  # a browser of our own

    def press(self, label: str, **filled: str) -> Page:
        """Fill the fields of the form with this button, and press it."""
        form = self.page.form_with(label)
        name, value, _ = form.button(label) or ("", "", "")
        return self.send(form, **({name: value} if name else {}), **filled)

    def send(self, form: Form, **filled: str) -> Page:
        """Send a form with its fields as they stand, some of them filled in."""
        sent = {**form.fields, **filled}
        if form.method == "post":
            return self._show(self._session.post(form.action, data=sent))
        return self._show(self._session.get(form.action, params=sent))

    def choose(self, name: str, value: str) -> Page:
        """Press the button with this name and value.

        Raises:
            NotOnThePage: when there is none.
        """
        for form in self.page.forms:
            for button in form.buttons:
                if button[:2] == (name, value):
                    sent = {**form.fields, name: value}
                    return self._show(self._session.post(form.action, data=sent))
        raise NotOnThePage(f"no button {name}={value} on {self.page.url}: {self.page.text[:1500]}")

    def follow(self, label: str) -> Page:
        """Follow the link whose text begins with a label.

        Raises:
            NotOnThePage: when there is none.
        """
        for text, address in self.page.links:
            if text.startswith(label):
                return self.open(address)
        raise NotOnThePage(f"no link ‘{label}’ on {self.page.url}: {self.page.text[:1500]}")

    def _show(self, answer: requests.Response) -> Page:
        # A system that is closed by the calendar says when it opens.
        closed = "Retry-After" in answer.headers
        assert answer.status_code < 500 or closed, (
            f"{answer.status_code} at {answer.url}: {answer.text[:2000]}"
        )
        self.page = Page(answer.url, answer.status_code, answer.text)
        return self.page
