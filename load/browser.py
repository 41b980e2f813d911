"""The browser of one visitor: every request has a name, and every answer is checked."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlencode, urljoin, urlsplit

from load.page import Page
from mocks.core.addresses import SYSTEMS

Judge = Callable[[Page], str]
"""Says what is wrong with an answer, or nothing."""

MOST_REDIRECTS = 12

_FIXED = frozenset({"v1", "v2", "oauth2"})
"""Parts of a path with a digit that are the same for everybody."""

_CODE = re.compile(r'^{"code":"([a-z-]+)"')
"""The reason of a refusal to a program."""

_PATHS = sorted(
    ((system.path, key) for key, system in SYSTEMS.items()), key=lambda one: len(one[0]), reverse=True
)


class JourneyStopped(Exception):
    """An answer was not what it should be, so that the journey cannot go on; it has been counted."""


class LoketClosed(JourneyStopped):
    """KIOSK is closed by the calendar, and says so: no failure, and no journey that was made either."""


@dataclass(frozen=True)
class Request:
    """What is sent.

    Attributes:
        method: of HTTP.
        url: where to.
        name: under which it is counted.
        form: the fields of a form.
        members: those of a JSON body.
        bearer: an access token.
    """

    method: str
    url: str
    name: str
    form: Mapping[str, object] | None = None
    members: Mapping[str, object] | None = None
    bearer: str = ""

    @property
    def headers(self) -> dict[str, str]:
        """What goes along: a page is asked, unless it is a program that asks."""
        if self.bearer:
            return {"Authorization": f"Bearer {self.bearer}"}
        return {} if self.members is not None else {"Accept": "text/html"}


class Transport(Protocol):
    """Sends requests for a browser, with the cookies of one visitor, and counts them."""

    def send(self, request: Request, judge: Judge) -> Page:
        """Send a request without following a redirect; what ``judge`` says counts as a failure."""

    def forget(self) -> None:
        """Become a browser without cookies."""


def name_of(method: str, url: str) -> str:
    """Return the name of a request: system, method and path, with what differs per visitor left out.

    >>> name_of("GET", "http://127.0.0.1:8600/kiosk/dossiers/KD-2021-0001")
    'kiosk GET /dossiers/*'
    """
    path = urlsplit(url).path
    prefix, system = next(
        (prefix, key) for prefix, key in _PATHS if path == prefix or path.startswith(f"{prefix}/")
    )
    parts = ["*" if _varies(part) else part for part in path.removeprefix(prefix).split("/")]
    return f"{system} {method} {'/'.join(parts) or '/'}"


def _varies(part: str) -> bool:
    return part not in _FIXED and any(sign.isdigit() or sign.isupper() for sign in part)


def fine(page: Page) -> str:
    """Say what is wrong with an answer that should simply be there."""
    return "" if page.status < 400 else f"{page.status} {_reason(page)}".strip()


def marked(name: str, value: str = "") -> Judge:
    """Return a judge that wants a page with ``data-<name>``, of this value when one is given."""

    def judge(page: Page) -> str:
        found = page.marked(name)
        if page.status < 400 and (value in found if value else found):
            return ""
        return f"{page.status} without {name} {value}: {_reason(page)}".strip()

    return judge


def reads(words: str) -> Judge:
    """Return a judge that wants these words on a page."""

    def judge(page: Page) -> str:
        wrong = fine(page)
        return wrong or ("" if words in page.text else f"{page.status} without ‘{words}’")

    return judge


def told(*codes: str) -> Judge:
    """Return a judge that wants a refusal for one of these reasons: an expected refusal is a success."""

    def judge(page: Page) -> str:
        given = {*page.marked("code"), *page.marked("reason"), *_CODE.findall(page.text)}
        if page.status < 500 and given & set(codes):
            return ""
        return f"{page.status} not refused for {' or '.join(codes)}: {_reason(page)}".strip()

    return judge


def either(*judges: Judge) -> Judge:
    """Return a judge that is content with what one of these is content with."""

    def judge(page: Page) -> str:
        wrong = [fault for one in judges if (fault := one(page))]
        return " | ".join(wrong) if len(wrong) == len(judges) else ""

    return judge


def closed(page: Page) -> str:
    """Say what is wrong with an answer that should say that KIOSK is closed by the calendar, and until when.

    *Bron*: "Op 26 april is KIOSK niet bereikbaar" (the migration); the mark is that of the mock's page, which
    an overloaded KIOSK, with its own 503, does not carry.
    """
    told_so = page.status == 503 and page.retry_after and "closed" in page.marked("code")
    return "" if told_so else f"{page.status} and not closed by the calendar"


def answered(status: int, words: str) -> Judge:
    """Return a judge that wants an answer to a program of this status, with these words in it."""

    def judge(page: Page) -> str:
        said = page.location or page.text
        return "" if page.status == status and words in said else f"{page.status} {said[:160]}"

    return judge


class Browser:
    """Pages, forms and redirects for one visitor, each hop a request with a name of its own."""

    def __init__(self, transport: Transport, pause: Callable[[], None]) -> None:
        """Browse over ``transport``; ``pause`` is what a person does before the next click."""
        self._transport = transport
        self._pause = pause
        self.page = Page("about:blank", 200)

    def forget(self) -> None:
        """Begin anew, as somebody else."""
        self._transport.forget()
        self.page = Page("about:blank", 200)

    def open(self, url: str, judge: Judge = fine, **query: str) -> Page:
        """Go to an address and follow where it leads; the last answer is judged.

        Raises:
            JourneyStopped: when an answer was not what it should be.
        """
        return self._walk("GET", f"{url}?{urlencode(query)}" if query else url, None, judge)

    def press(self, holding: str, judge: Judge = fine, **filled: object) -> Page:
        """Fill in the form in which ``holding`` stands, and send it.

        Raises:
            JourneyStopped: when there is no such form, or an answer was not what it should be.
        """
        form = self.page.form(holding)
        if form is None:
            raise JourneyStopped(f"no form with {holding} on {name_of('GET', self.page.url)}")
        self._pause()
        sent = {**form.fields, **filled}
        if form.method == "POST":
            return self._walk("POST", form.action, sent, judge)
        return self._walk("GET", f"{form.action}?{urlencode(sent, doseq=True)}", None, judge)

    def follow(self, label: str, judge: Judge = fine) -> Page:
        """Follow the link with this text.

        Raises:
            JourneyStopped: when there is none, or an answer was not what it should be.
        """
        address = self.page.link(label)
        if not address:
            raise JourneyStopped(f"no link {label} on {name_of('GET', self.page.url)}")
        self._pause()
        return self.open(address, judge)

    def call(self, request: Request, judge: Judge) -> Page:
        """Send what a program sends, without following a redirect.

        Raises:
            JourneyStopped: when the answer was not what it should be.
        """
        wrong = ""

        def judged(page: Page) -> str:
            nonlocal wrong
            wrong = judge(page)
            return "" if not closed(page) else wrong

        page = self._transport.send(request, judged)
        if wrong and not closed(page):
            raise LoketClosed(f"{request.name}: closed by the calendar")
        if wrong:
            raise JourneyStopped(f"{request.name}: {wrong}")
        return page

    def _walk(self, method: str, url: str, form: Mapping[str, object] | None, judge: Judge) -> Page:
        for _ in range(MOST_REDIRECTS):
            request = Request(method, url, name_of(method, url), form)
            page = self.call(request, lambda answer: "" if answer.location else judge(answer))
            if not page.location:
                self.page = page
                return page
            method, url, form = "GET", urljoin(url, page.location), None
        raise JourneyStopped(f"{request.name}: more than {MOST_REDIRECTS} redirects")


def _reason(page: Page) -> str:
    return " ".join([*page.marked("code"), *page.marked("reason")])
